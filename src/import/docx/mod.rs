//! A document of a word processor, `.docx`: its headings, paragraphs and tables in their order.

mod corpo;
mod stili;
mod tratti;

use std::collections::BTreeMap;

use crate::fogli::{Archivio, Guasto};

use super::brano::{Brano, Cosa};
use stili::{Elenchi, Rinvii, Stili};

/// The part that holds the text.
const CORPO: &str = "word/document.xml";

/// The pieces of a document, and what of it no piece says.
///
/// # Errors
///
/// When it cannot be opened, or would cost too much.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Brano>, Guasto> {
    let mut archivio = Archivio::open(bytes)?;
    let corpo = archivio.text(CORPO)?.ok_or(Guasto::Rotta)?;
    let mut part = |name: &str| archivio.text(name).map(Option::unwrap_or_default);
    let stili = Stili::read(&part("word/styles.xml")?)?;
    let elenchi = Elenchi::read(&part("word/numbering.xml")?)?;
    let rinvii = Rinvii::read(&part("word/_rels/document.xml.rels")?)?;
    let mut note = corpo::notes(&part("word/footnotes.xml")?, "")?;
    note.extend(corpo::notes(&part("word/endnotes.xml")?, "f")?);
    let known =
        corpo::Sapute { file, stili: &stili, elenchi: &elenchi, rinvii: &rinvii, note: &note };
    let mut brani = corpo::read(&corpo, known)?;
    let mut aside = |why: &'static str, texts: BTreeMap<String, String>| {
        let scarto = |testo| Brano { luogo: file.into(), cosa: Cosa::Scarto(why, testo) };
        brani.extend(texts.into_values().map(scarto));
    };
    aside("commento a margine", corpo::notes(&part("word/comments.xml")?, "")?);
    for margin in rinvii.margini() {
        aside("intestazione o piè di pagina", corpo::notes(&part(&format!("word/{margin}"))?, "")?);
    }
    Ok(brani)
}
