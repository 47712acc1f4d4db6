//! XRF-011.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let anagrafica = &piano.anagrafica;
    if piano.unita.is_empty() {
        return;
    }
    let cariche = [
        &anagrafica.rpct,
        &anagrafica.rtd,
        &anagrafica.responsabile_accessibilita,
        &anagrafica.responsabile_inserimento,
    ];
    for carica in cariche.into_iter().flatten() {
        let Some(struttura) = &carica.struttura else { continue };
        if !piano.unita.iter().any(|unita| plain(&unita.nome) == plain(struttura)) {
            let unita_at = report.place(piano.luogo, "unita");
            report
                .at(
                    carica.luogo,
                    "struttura",
                    format!("«{struttura}» non è un’unità dell’organigramma"),
                )
                .label("scrivi il nome come nella 3.1, o togli l’ufficio se è di un altro ente")
                .see(unita_at, "le unità");
        }
    }
}

/// A name as it is compared: case and spaces forgiven.
fn plain(nome: &str) -> String {
    nome.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
