//! A sheet on which marks are drawn by coordinates: tenths of a millimetre from its top left.

use lopdf::{Document as Raw, Object, dictionary};
use printpdf::{
    Color, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, PdfPage, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::id;
use crate::caratteri::{self, Carattere};
use crate::figure::{Colore as Inchiostro, Punto, Rinvio, Scritta, Segno, Stile, Tinta};
use crate::render::tema::{self, Colore, Tema};
use crate::view::document::Documento;

/// Points in a tenth of a millimetre.
const PUNTI: f32 = 72.0 / 254.0;
/// How far the handles of a quarter of circle stand, in parts of its radius.
const QUARTO: f32 = 0.552_284_8;
/// Thickness of an outline, in points.
const CONTORNO: f32 = 0.9;

/// A line of text in a place.
pub(super) struct Riga {
    pub(super) testo: String,
    /// Size, in tenths of a millimetre.
    pub(super) corpo: i32,
    pub(super) forte: bool,
    pub(super) colore: Colore,
}

/// The sheet, and what is drawn on it.
pub(super) struct Foglio<'a> {
    /// Width and height.
    pub(super) sides: (i32, i32),
    pub(super) ops: Vec<Op>,
    tema: &'a Tema,
    used: Vec<Carattere>,
}

/// A length as printpdf counts it.
#[expect(clippy::cast_precision_loss, reason = "lengths of a sheet")]
fn points(tenths: i32) -> f32 {
    tenths as f32 * PUNTI
}

/// From the lengths of a drawing to those of the sheet.
#[derive(Clone, Copy)]
struct Scala {
    /// Thousandths.
    scale: i32,
    origin: (i32, i32),
}

impl Scala {
    fn length(self, length: i32) -> i32 {
        length * self.scale / 1000
    }

    fn place(self, x: i32, y: i32) -> (i32, i32) {
        (self.origin.0 + self.length(x), self.origin.1 + self.length(y))
    }
}

impl<'a> Foglio<'a> {
    pub(super) fn new(sides: (i32, i32), tema: &'a Tema) -> Self {
        Self { sides, ops: Vec::new(), tema, used: Vec::new() }
    }

    /// The ink of what is written.
    pub(super) fn ink(&self) -> Colore {
        self.tema.colore("testo")
    }

    /// The fonts that were written with.
    pub(super) fn fonts(&self) -> Vec<Carattere> {
        self.used.clone()
    }

    pub(super) fn page(self) -> PdfPage {
        let (width, height) = (Pt(points(self.sides.0)), Pt(points(self.sides.1)));
        PdfPage::new(width.into(), height.into(), self.ops)
    }

    fn point(&self, (x, y): (i32, i32)) -> Point {
        Point { x: Pt(points(x)), y: Pt(points(self.sides.1 - y)) }
    }

    /// A rectangle of the sheet, by its top left corner.
    pub(super) fn area(&self, x: i32, y: i32, width: i32, height: i32) -> Rect {
        Rect {
            x: Pt(points(x)),
            y: Pt(points(self.sides.1 - y - height)),
            width: Pt(points(width)),
            height: Pt(points(height)),
            mode: None,
            winding_order: None,
        }
    }

    /// The marks of a drawing; what leads somewhere is drawn above the rest, and told with its
    /// place.
    pub(super) fn marks<'s>(
        &mut self,
        segni: &'s [Segno],
        scale: i32,
        origin: (i32, i32),
        targets: &mut Vec<(&'s Rinvio, Rect)>,
    ) {
        let scala = Scala { scale, origin };
        let leads = |segno: &&Segno| matches!(segno, Segno::Rinvio(_));
        for segno in segni.iter().filter(|segno| !leads(segno)) {
            self.mark(segno, scala);
        }
        for segno in segni.iter().filter(leads) {
            if let Segno::Rinvio(rinvio) = segno {
                self.marks(&rinvio.segni, scale, origin, targets);
                let (x, y) = scala.place(rinvio.x, rinvio.y);
                let sides = (scala.length(rinvio.larghezza), scala.length(rinvio.altezza));
                targets.push((rinvio, self.area(x, y, sides.0, sides.1)));
            }
        }
    }

    fn mark(&mut self, segno: &Segno, scala: Scala) {
        let place = |x, y| scala.place(x, y);
        match segno {
            Segno::Linea(own) => {
                let thickness = points(scala.length(own.spessore).max(2));
                let dash = if own.spezzata {
                    LineDashPattern::new(0.0, &[3.0 * thickness, 2.0 * thickness])
                } else {
                    LineDashPattern::solid()
                };
                let ends = [place(own.x1, own.y1), place(own.x2, own.y2)];
                self.ops.push(Op::SetLineDashPattern { dash });
                self.stroke(&ends.map(|end| (end, false)), self.hue(own.tinta).pieno, thickness);
                self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
            }
            Segno::Rettangolo(own) => {
                let (right, low) = (own.x + own.larghezza, own.y + own.altezza);
                let corners = [(own.x, own.y), (right, own.y), (right, low), (own.x, low)];
                let ring: Vec<_> = corners.iter().map(|(x, y)| (place(*x, *y), false)).collect();
                self.fill(&ring, own.tinta, own.stile);
            }
            Segno::Poligono(own) => {
                let ring: Vec<_> = own.punti.iter().map(|[x, y]| (place(*x, *y), false)).collect();
                self.fill(&ring, own.tinta, own.stile);
            }
            Segno::Disco(own) => {
                let ring = circle(place(own.x, own.y), scala.length(own.r));
                self.fill(&ring, own.tinta, own.stile);
            }
            Segno::Nastro(own) => {
                let middle = i32::midpoint(own.x1, own.x2);
                let path = [
                    (place(own.x1, own.y1), false),
                    (place(middle, own.y1), true),
                    (place(middle, own.y2), true),
                    (place(own.x2, own.y2), false),
                ];
                let thickness = points(scala.length(own.spessore).max(2));
                self.stroke(&path, self.hue(own.tinta).filo, thickness);
            }
            Segno::Scritta(own) => self.written(own, scala),
            Segno::Rinvio(own) => own.segni.iter().for_each(|segno| self.mark(segno, scala)),
        }
    }

    fn hue(&self, tinta: Tinta) -> tema::Tinta {
        self.tema.tinta(tinta.into())
    }

    fn written(&mut self, own: &Scritta, scala: Scala) {
        let colore = match own.colore {
            Inchiostro::Testo => self.ink(),
            Inchiostro::Tenue => self.tema.colore("secondario"),
            Inchiostro::Bianco => Colore::BIANCO,
        };
        let riga = Riga {
            testo: own.testo.clone(),
            corpo: scala.length(own.corpo),
            forte: own.forte,
            colore,
        };
        let (x, y) = scala.place(own.x, own.y);
        let width = width(&riga);
        let start = match own.allinea {
            Punto::Inizio => x,
            Punto::Mezzo => x - width / 2,
            Punto::Fine => x - width,
        };
        self.write(&riga, start, y);
    }

    /// A line that begins here and ends before the margin: smaller, if it must be.
    pub(super) fn fitted(&mut self, riga: &Riga, x: i32, y: i32) {
        let room = self.sides.0 - 2 * x;
        let width = width(riga);
        let corpo = if width > room { riga.corpo * room / width } else { riga.corpo };
        let Riga { testo, forte, colore, .. } = riga;
        self.write(&Riga { testo: testo.clone(), corpo, forte: *forte, colore: *colore }, x, y);
    }

    fn write(&mut self, riga: &Riga, x: i32, y: i32) {
        let mut x = x;
        self.ops.push(Op::SetFillColor { col: colour(riga.colore) });
        for (font, text) in caratteri::runs(&riga.testo, riga.forte) {
            if !self.used.iter().any(|own| own.file == font.file) {
                self.used.push(font);
            }
            let Point { x: left, y: low } = self.point((x, y));
            self.ops.extend([
                Op::StartTextSection,
                Op::SetFont {
                    font: PdfFontHandle::External(id(font)),
                    size: Pt(points(riga.corpo)),
                },
                Op::SetTextMatrix { matrix: TextMatrix::Translate(left, low) },
                Op::ShowText { items: vec![TextItem::Text(text.to_owned())] },
                Op::EndTextSection,
            ]);
            x += advance(font, text, riga.corpo);
        }
    }

    /// A band at the head of the sheet, with a word.
    pub(super) fn band(&mut self, word: &str, colore: Colore) {
        let low = 90;
        let corners = [(0, 0), (self.sides.0, 0), (self.sides.0, low), (0, low)];
        let ring: Vec<_> = corners.map(|corner| (corner, false)).into();
        self.polygon(&ring, Some(colore), None);
        let riga = Riga { testo: word.into(), corpo: 52, forte: true, colore: Colore::BIANCO };
        let start = (self.sides.0 - width(&riga)) / 2;
        self.write(&riga, start, 64);
    }

    /// The squares of a code, in a square with its top left corner here.
    pub(super) fn code(&mut self, dark: &[bool], side: usize, x: i32, y: i32, room: i32) {
        let side = i32::try_from(side).unwrap_or(i32::MAX).max(1);
        let at = |step: i32| step * room / side;
        for (index, _) in (0..).zip(dark).filter(|(_, dark)| **dark) {
            let (column, row) = (index % side, index / side);
            let (left, right) = (x + at(column), x + at(column + 1));
            let (high, low) = (y + at(row), y + at(row + 1));
            let corners = [(left, high), (right, high), (right, low), (left, low)];
            let ring: Vec<_> = corners.map(|corner| (corner, false)).into();
            self.polygon(&ring, Some(Colore::NERO), None);
        }
    }

    fn fill(&mut self, ring: &[((i32, i32), bool)], tinta: Tinta, stile: Stile) {
        let hue = self.hue(tinta);
        let (inside, outline) = match stile {
            Stile::Pieno => (hue.pieno, None),
            Stile::Tenue => (hue.tenue, Some(hue.pieno)),
            Stile::Vuoto => (Colore::BIANCO, Some(hue.pieno)),
        };
        self.polygon(ring, Some(inside), outline);
    }

    fn polygon(
        &mut self,
        ring: &[((i32, i32), bool)],
        inside: Option<Colore>,
        outline: Option<Colore>,
    ) {
        self.ops.extend(inside.map(|own| Op::SetFillColor { col: colour(own) }));
        if let Some(own) = outline {
            self.ops.push(Op::SetOutlineColor { col: colour(own) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(CONTORNO) });
        }
        let mode = if outline.is_some() { PaintMode::FillStroke } else { PaintMode::Fill };
        let rings = vec![PolygonRing { points: self.path(ring) }];
        let polygon = Polygon { rings, mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn stroke(&mut self, path: &[((i32, i32), bool)], colore: Colore, thickness: f32) {
        let line = Line { points: self.path(path), is_closed: false };
        self.ops.extend([
            Op::SetOutlineColor { col: colour(colore) },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::DrawLine { line },
        ]);
    }

    fn path(&self, points: &[((i32, i32), bool)]) -> Vec<LinePoint> {
        points
            .iter()
            .map(|(at, bezier)| LinePoint { p: self.point(*at), bezier: *bezier })
            .collect()
    }
}

/// A circle as four curves, each with its two handles.
fn circle((x, y): (i32, i32), r: i32) -> Vec<((i32, i32), bool)> {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a radius")]
    let handle = (r as f32 * QUARTO).round() as i32;
    vec![
        ((x + r, y), false),
        ((x + r, y + handle), true),
        ((x + handle, y + r), true),
        ((x, y + r), false),
        ((x - handle, y + r), true),
        ((x - r, y + handle), true),
        ((x - r, y), false),
        ((x - r, y - handle), true),
        ((x - handle, y - r), true),
        ((x, y - r), false),
        ((x + handle, y - r), true),
        ((x + r, y - handle), true),
        ((x + r, y), false),
    ]
}

fn colour(Colore(parts): Colore) -> Color {
    let [r, g, b] = parts.map(|part| f32::from(part) / 255.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn width(riga: &Riga) -> i32 {
    let runs = caratteri::runs(&riga.testo, riga.forte);
    runs.into_iter().map(|(font, text)| advance(font, text, riga.corpo)).sum()
}

fn advance(font: Carattere, text: &str, corpo: i32) -> i32 {
    let length = font.advance(text) * i64::from(corpo) / 1000;
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// What printpdf does not write: the language, the names of the links.
pub(super) fn finish(raw: &mut Raw, document: &Documento, names: &[String]) {
    if let Ok(catalog) = raw.catalog_mut() {
        catalog.set("Lang", Object::string_literal(document.lingua));
        catalog.set("PageLayout", "SinglePage");
        catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    }
    let mut names = names.iter();
    for object in raw.objects.values_mut() {
        let Ok(page) = object.as_dict_mut() else { continue };
        let Ok(links) = page.get_mut(b"Annots").and_then(Object::as_array_mut) else { continue };
        for (link, name) in links.iter_mut().zip(names.by_ref()) {
            if let Ok(link) = link.as_dict_mut() {
                link.set("Contents", lopdf::text_string(name));
            }
        }
    }
    let info = raw.trailer.get(b"Info").and_then(Object::as_reference);
    if let Some(info) = info.ok().and_then(|id| raw.get_object_mut(id).ok()?.as_dict_mut().ok()) {
        for key in [&b"GTS_PDFXVersion"[..], b"Trapped", b"Identifier", b"CreationDate", b"ModDate"]
        {
            info.remove(key);
        }
    }
}
