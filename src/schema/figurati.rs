//! Images, with the words that stand for them, and PDFs.

use super::testi;
use super::walk::Walker;
use crate::diag::tecniche;
use crate::impronta;
use crate::record::Value;
use crate::source::{Figurato, Kind, Span};
use crate::syntax::Table;
use crate::valori::{Fascicolo, Immagine, Misure};

/// The key of the words that stand for an image.
const ALTERNATIVA: &str = "alternativa";
/// Points below which an image is printed small or unsharp: across a text, and for an emblem.
const LARGA: u32 = 600;
const EMBLEMA: u32 = 150;
/// Words that say of an image that it is one.
const VUOTE: &[&str] = &[
    "immagine",
    "foto",
    "fotografia",
    "figura",
    "grafico",
    "disegno",
    "logo",
    "stemma",
    "emblema",
    "image",
    "picture",
    "img",
    "diagramma",
    "schema",
];

/// An image of a long text; `alone` where nothing else is in its paragraph.
pub(super) fn in_text(
    walker: &mut Walker<'_, '_>,
    name: &str,
    alternativa: &str,
    span: Span,
    alone: bool,
) {
    if !alone {
        walker
            .wrong(&tecniche::TESTO_002, span, "qui un’immagine sta in mezzo ad altro")
            .help("mettila in un capoverso tutto suo, tra due righe vuote");
        return;
    }
    if name.contains("://") || name.starts_with("data:") {
        walker
            .wrong(&tecniche::FILE_005, span, "l’immagine non è nella cartella del piano")
            .help("copiala nella cartella e scrivi il suo percorso, per esempio immagini/nome.png");
        return;
    }
    check_words(walker, alternativa, name, span);
    if let Some(misure) = measure(walker, name, span, LARGA) {
        walker.immagini.insert(name.to_owned(), misure);
    }
}

/// An image with its words: `{ file = "…", alternativa = "…" }`.
pub(super) fn image<'law>(
    walker: &mut Walker<'_, '_>,
    table: &Table,
    span: Span,
) -> Option<Value<'law>> {
    if table.get("file").is_none() {
        walker
            .wrong(&tecniche::FORM_004, span, "manca «file» (il nome dell’immagine)")
            .help("scrivi file = \"immagini/nome.svg\"");
        return None;
    }
    let index = testi::named(walker, table, &[Kind::Image], &[ALTERNATIVA])?;
    let percorso = walker.source.files[index].name.clone();
    let words = table.get(ALTERNATIVA);
    let at = words.map_or(span, |node| node.span);
    let alternativa =
        words.and_then(|node| node.value.as_str()).unwrap_or_default().trim().to_owned();
    let good = check_words(walker, &alternativa, &percorso, at)
        && super::caratteri::check(walker, &alternativa, at);
    let misure = measure(walker, &percorso, span, EMBLEMA)?;
    good.then_some(Value::Image(Immagine { percorso, alternativa, misure }))
}

/// A PDF of the plan's folder.
pub(super) fn pdf<'law>(
    walker: &mut Walker<'_, '_>,
    name: &str,
    span: Span,
) -> Option<Value<'law>> {
    let index = testi::find(walker, name, span, &[Kind::Pdf])?;
    let file = &walker.source.files[index];
    let Some(Figurato::Fascicolo(pagine)) = file.figurato else {
        unopened(walker, name, span);
        return None;
    };
    let (byte, impronta) = (file.bytes().len(), impronta::of(file.bytes()));
    Some(Value::Pdf(Fascicolo { percorso: name.to_owned(), pagine, byte, impronta }))
}

/// Reports words that say nothing of an image; true if there are any.
fn check_words(walker: &mut Walker<'_, '_>, words: &str, name: &str, span: Span) -> bool {
    const HELP: &str = "scrivi in una frase che cosa mostra; di un grafico, che cosa se ne ricava";
    if words.is_empty() {
        let message = format!("l’immagine «{name}» non ha alternativa");
        walker.wrong(&tecniche::TESTO_008, span, message).help(HELP);
        return false;
    }
    let plain = words.to_lowercase();
    let plain = plain.trim_end_matches(['.', ' ']);
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let stem = file.rsplit_once('.').map_or(&*file, |(stem, _)| stem);
    if plain == file || plain == stem || VUOTE.contains(&plain) {
        let message = format!("«{words}» non dice che cosa mostra l’immagine");
        walker.wrong(&tecniche::TESTO_009, span, message).help(HELP);
    }
    true
}

/// How large an image is, when it can be shown; small ones are told.
fn measure(walker: &mut Walker<'_, '_>, name: &str, span: Span, enough: u32) -> Option<Misure> {
    let index = testi::find(walker, name, span, &[Kind::Image])?;
    let Some(Figurato::Immagine(misure)) = walker.source.files[index].figurato else {
        unopened(walker, name, span);
        return None;
    };
    if !misure.disegno && misure.larghezza < enough {
        let Misure { larghezza, altezza, .. } = misure;
        let wide = misure.stampa() / 10;
        let message = format!(
            "«{name}» ha {larghezza} × {altezza} punti: nitida, in stampa è larga {wide} mm"
        );
        walker.wrong(&tecniche::TESTO_010, span, message).help("usa l’originale, o un disegno SVG");
    }
    Some(misure)
}

/// Says of a file that is there, but that no text names as it is called.
fn unopened(walker: &mut Walker<'_, '_>, name: &str, span: Span) {
    walker
        .wrong(&tecniche::FILE_004, span, format!("il nome «{name}» non è scritto com’è"))
        .help("scrivi il percorso lettera per lettera, senza segni davanti ai suoi caratteri");
}
