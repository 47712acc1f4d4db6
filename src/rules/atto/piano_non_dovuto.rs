//! GEN-004.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(ente) = &contesto.profilo.ente else { return };
    report
        .at(
            contesto.piano.anagrafica.luogo,
            "tipologia",
            format!("il tipo «{}» non deve adottare il piano", ente.nome),
        )
        .label("la legge lo esclude")
        .help(
            "se l’amministrazione è un’altra, correggi «tipologia»; altrimenti il piano non serve",
        );
}
