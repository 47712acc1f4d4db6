//! The poster: the map of spheres on a page to hang, from the same marks as in the other outputs.
//!
//! A drawing by coordinates has no structure for assistive technologies: the page says where the
//! same map is in words, and its links lead there.

mod foglio;

use lopdf::{Document as Raw, Object};
use printpdf::{
    Actions, FontId, LinkAnnotation, Op, ParsedFont, PdfDocument, PdfFont, PdfSaveOptions, Rect,
};
use qrcode::{EcLevel, QrCode};

use self::foglio::{Foglio, Riga};
use super::tema::Tema;
use super::{Artifact, Kind, LayoutError, Output, PROGRAMMA, Work, html};
use crate::caratteri::Carattere;
use crate::impronta;
use crate::view::document::Documento;
use crate::view::testi;

/// Name of the output, and of its file.
const NAME: &str = "mappa";
const FILE: &str = "mappa.pdf";
/// Sides of an A3 sheet and its margin, in tenths of a millimetre.
const LATI: (i32, i32) = (2970, 4200);
const MARGINE: i32 = 180;
/// Room for head and foot.
const TESTA: i32 = 480;
const PIEDE: i32 = 420;
/// Side of the code that a telephone reads.
const CODICE: i32 = 320;

/// The map of spheres as a poster.
pub(super) struct Mappa;

impl Output for Mappa {
    fn name(&self) -> &'static str {
        NAME
    }

    fn entry(&self, _: &Documento) -> Option<String> {
        Some(FILE.into())
    }

    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        let tema = Tema::of(work.layout)?;
        let bytes = draw(work.document, &tema)?;
        Ok(vec![Artifact {
            kind: Kind::Poster,
            path: FILE.into(),
            bytes,
            what: "la mappa del piano, un foglio A3 da appendere",
        }])
    }
}

fn draw(document: &Documento, tema: &Tema) -> Result<Vec<u8>, LayoutError> {
    let figura = &document.mappa;
    let (larghezza, altezza) = (figura.disegno.larghezza.max(1), figura.disegno.altezza.max(1));
    // The sheet stands as the drawing does.
    let scale = |(width, height): (i32, i32)| {
        let room = (width - 2 * MARGINE, height - 2 * MARGINE - TESTA - PIEDE);
        per_thousand(room.0, larghezza).min(per_thousand(room.1, altezza))
    };
    let sideways = (LATI.1, LATI.0);
    let sides = if scale(sideways) > scale(LATI) { sideways } else { LATI };
    let scale = scale(sides);
    let mut foglio = Foglio::new(sides, tema);
    head(&mut foglio, document, tema);
    let room = sides.1 - 2 * MARGINE - TESTA - PIEDE;
    let drawn = (larghezza * scale / 1000, altezza * scale / 1000);
    let origin = ((sides.0 - drawn.0) / 2, MARGINE + TESTA + (room - drawn.1) / 2);
    let links = html::Links::of(document);
    let base = &document.identita.sito;
    let mut targets = Vec::new();
    foglio.marks(&figura.disegno.segni, scale, origin, &mut targets);
    let mut names = Vec::new();
    for (rinvio, rect) in targets {
        let uri = links.absolute(&rinvio.rinvio, base);
        foglio.ops.push(Op::LinkAnnotation { link: link(rect, uri) });
        names.push(rinvio.nome.clone());
    }
    foot(&mut foglio, document, &links, base, &mut names)?;
    Ok(save(foglio, document, &names))
}

fn per_thousand(room: i32, length: i32) -> i32 {
    room * 1000 / length
}

fn head(foglio: &mut Foglio<'_>, document: &Documento, tema: &Tema) {
    let (titoli, secondario) = (tema.colore("titoli"), tema.colore("secondario"));
    let mut y = MARGINE + 90;
    let line =
        |testo: &str, corpo, forte, colore| Riga { testo: testo.into(), corpo, forte, colore };
    foglio.fitted(&line(&document.ente, 70, true, titoli), MARGINE, y);
    y += 165;
    foglio.fitted(&line(&document.mappa.titolo, 150, true, titoli), MARGINE, y);
    y += 100;
    let what = format!("{} · {}", document.titolo, document.stato.etichetta);
    foglio.fitted(&line(&what, 56, false, secondario), MARGINE, y);
    if !document.stato.filigrana.is_empty() {
        foglio.band(&document.stato.filigrana, tema.colore("avviso"));
    }
}

/// Where the same map is in words, the code that leads there, and who made the page.
fn foot(
    foglio: &mut Foglio<'_>,
    document: &Documento,
    links: &html::Links,
    base: &str,
    names: &mut Vec<String>,
) -> Result<(), LayoutError> {
    let (width, height) = foglio.sides;
    let ink = foglio.ink();
    let page = links.absolute(&document.mappa.id, base);
    let top = height - MARGINE - PIEDE + 90;
    let line = |testo: &str, corpo, forte| Riga { testo: testo.into(), corpo, forte, colore: ink };
    foglio.fitted(&line(testi::POSTER_SFERE, 50, true), MARGINE, top + 60);
    foglio.fitted(&line(testi::POSTER_PAROLE, 50, false), MARGINE, top + 140);
    foglio.fitted(&line(&page, 50, false), MARGINE, top + 220);
    foglio.fitted(&line(&document.descrizione, 38, false), MARGINE, height - MARGINE);
    let rect = foglio.area(MARGINE, top + 165, width - 3 * MARGINE - CODICE, 80);
    foglio.ops.push(Op::LinkAnnotation { link: link(rect, page.clone()) });
    names.push(testi::POSTER_PAROLE.into());
    if !base.is_empty() {
        let code = QrCode::with_error_correction_level(&page, EcLevel::M).map_err(|error| {
            LayoutError::new(NAME, None, "l’indirizzo è troppo lungo per un codice").because(error)
        })?;
        let dark: Vec<bool> =
            code.to_colors().iter().map(|own| *own == qrcode::Color::Dark).collect();
        foglio.code(
            &dark,
            code.width(),
            width - MARGINE - CODICE,
            height - MARGINE - CODICE,
            CODICE,
        );
    }
    Ok(())
}

fn link(rect: Rect, uri: String) -> LinkAnnotation {
    let border = printpdf::BorderArray::Solid([0.0, 0.0, 0.0]);
    LinkAnnotation::new(rect, Actions::uri(uri), Some(border), None, None)
}

/// The bytes of the page: the same for the same plan, and with a name for each link.
fn save(foglio: Foglio<'_>, document: &Documento, names: &[String]) -> Vec<u8> {
    let mut pdf = PdfDocument::new(&document.titolo);
    for font in foglio.fonts() {
        let parsed = ParsedFont::from_bytes(font.bytes(), 0, &mut Vec::new());
        let parsed = parsed.expect("the embedded fonts are well formed");
        pdf.resources.fonts.map.insert(id(font), PdfFont::new(parsed));
    }
    let info = &mut pdf.metadata.info;
    info.document_title = format!("{}, {}", document.mappa.titolo, document.titolo_breve);
    info.author.clone_from(&document.ente);
    info.subject = testi::POSTER_PAROLE.into();
    info.creator = PROGRAMMA.into();
    info.producer = PROGRAMMA.into();
    pdf.pages.push(foglio.page());
    let mut raw = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    foglio::finish(&mut raw, document, names);
    raw.compress();
    raw.trailer.remove(b"ID");
    // printpdf would draw lots for the identity too: it is that of the content.
    let id = Object::string_literal(&impronta::of(&written(&mut raw))[..32]);
    raw.trailer.set("ID", vec![id.clone(), id]);
    written(&mut raw)
}

fn written(raw: &mut Raw) -> Vec<u8> {
    let mut bytes = Vec::new();
    raw.save_to(&mut bytes).expect("memory takes everything");
    bytes
}

/// The name of a font inside the page: printpdf would draw lots for it.
fn id(font: Carattere) -> FontId {
    let name = font.file.rsplit('/').next().unwrap_or(font.file);
    FontId(name.trim_end_matches(".ttf").into())
}
