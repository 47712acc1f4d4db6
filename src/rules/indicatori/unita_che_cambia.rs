//! IND-014.

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for indicatore in contesto.piano.gruppi_di_indicatori().flat_map(|(_, group)| group) {
        let mut values = indicatore.valori();
        values.retain(|(_, misura)| !misura.unita.is_empty());
        let Some(((first, own), others)) = values.split_first() else { continue };
        let other = others.iter().find(|(_, misura)| !misura.is_same_unit(own));
        let Some((luogo, misura)) = other else { continue };
        let first_at = report.place(*first, campo::VALORE);
        report
            .at(
                *luogo,
                campo::VALORE,
                format!(
                    "l’indicatore «{}» vale {} qui e {} altrove",
                    indicatore.nome, misura.scritto, own.scritto
                ),
            )
            .label("la partenza e i traguardi si scrivono nella stessa unità")
            .see(first_at, "qui l’unità è un’altra");
    }
}
