//! Images and PDFs of the plan: files beside the site, images inside the single file.

use std::collections::BTreeMap;

use minijinja::value::Value;
use minijinja::{Error, ErrorKind};

use super::dentro::data;
use crate::immagini::Formato;
use crate::render::figurati::{Usati, bytes};
use crate::render::{LayoutError, Work};

/// Folder of the site in which they are, under the paths that they have in the plan.
const CARTELLA: &str = "materiali/";

/// The files that stand beside the pages of the site: name, content, what it is.
pub(super) fn beside<'a>(
    work: &Work<'a>,
) -> impl Iterator<Item = (String, Vec<u8>, &'static str)> + use<'a> {
    let Usati { immagini, fascicoli } = Usati::of(work);
    let immagini = immagini.into_iter().map(|percorso| (percorso, "immagine del piano"));
    let fascicoli = fascicoli.into_iter().map(|percorso| (percorso, "allegato del piano"));
    let work = *work;
    immagini.chain(fascicoli).filter_map(move |(percorso, what)| {
        Some((format!("{CARTELLA}{percorso}"), bytes(&work, percorso)?.to_vec(), what))
    })
}

/// Where pages find what the document shows, by the paths of the files.
pub(super) struct Figurati(BTreeMap<String, Value>);

impl Figurati {
    /// Files beside the site; in the single file, addresses that hold the images, and none for PDFs.
    pub(super) fn of(work: &Work<'_>, single: bool) -> Self {
        let Usati { immagini, fascicoli } = Usati::of(work);
        let inside = |percorso: &str| {
            let bytes = bytes(work, percorso)?;
            Some(data(Formato::of(bytes)?.mime(), bytes))
        };
        let place = |percorso: &str| format!("{CARTELLA}{}", encoded(percorso));
        let images = immagini.into_iter().map(|percorso| {
            let address = if single { inside(percorso) } else { Some(place(percorso)) };
            (percorso, address.unwrap_or_default())
        });
        let files = fascicoli
            .into_iter()
            .map(|percorso| (percorso, if single { String::new() } else { place(percorso) }));
        let all = images.chain(files);
        Self(all.map(|(name, to)| (name.to_owned(), Value::from_safe_string(to))).collect())
    }

    /// The address of a file.
    pub(super) fn address(&self, percorso: &str) -> Result<Value, Error> {
        self.0.get(percorso).cloned().ok_or_else(|| {
            let message = format!("il documento non mostra nessun file `{percorso}`");
            let ours = LayoutError::new("", None, message);
            Error::new(ErrorKind::InvalidOperation, "").with_source(ours)
        })
    }
}

/// A path as an address writes it.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |out, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            out + &char::from(byte).to_string()
        }
        _ => out + &format!("%{byte:02X}"),
    })
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn an_address_holds_any_name() {
        assert_eq!(encoded("immagini/a b\u{e0}.svg"), "immagini/a%20b%C3%A0.svg");
    }
}
