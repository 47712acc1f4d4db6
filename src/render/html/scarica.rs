//! What stands beside the site, to be downloaded: the page that lists it, and where it is.

use minijinja::context;
use minijinja::value::Value;

use super::calendario::CALENDARIO;
use crate::render::{Work, dati};

/// The page.
pub(super) const SCARICA: &str = "scarica.html";

/// Where the other outputs of the build are, seen from a page that is so far below the output
/// folder; empty for what is not built.
pub(super) fn beside(work: &Work<'_>, up: &str) -> Value {
    let place = |name: &str| work.entry(name).map(|path| format!("{up}{path}"));
    let folder = work.entry("dati").map(|_| format!("{up}{}", dati::CARTELLA));
    let href = |path: Option<String>| Value::from_safe_string(path.unwrap_or_default());
    context! {
        pdf => href(place("pdf")),
        file => href(place("file")),
        mappa => href(place("mappa")),
        dati => href(folder),
    }
}

/// What the page lists of the data.
pub(super) fn context(work: &Work<'_>) -> Value {
    let data = &work.document.dati;
    let tavole: Vec<Value> = data
        .tavole
        .iter()
        .map(|tavola| {
            let (titolo, righe) = (&tavola.titolo, tavola.righe.len());
            context! { file => dati::file(&tavola.nome), titolo, righe }
        })
        .collect();
    let licenza = data.nota.as_ref().map_or(&data.licenza, |known| &known.nome);
    let indirizzo = data.nota.as_ref().map_or("", |known| &known.indirizzo);
    context! {
        tavole => tavole,
        convenzioni => crate::view::testi::DATI_CONVENZIONI,
        scadenze => (!data.scadenze.is_empty()).then_some(CALENDARIO),
        licenza => licenza,
        indirizzo => indirizzo,
        pacchetto => dati::PACCHETTO,
        intero => dati::PIANO,
    }
}
