//! VP-017.

use crate::model::scelte::TipiIndicatore;
use crate::model::{Indicatore, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for (valore, strategia) in contesto.piano.strategie() {
        // What an indicator that is there lacks, the rules on indicators say.
        if strategia.indicatori.iter().chain(&valore.indicatori).any(is_impact) {
            continue;
        }
        report
            .at(
                strategia.luogo,
                campo::INDICATORI,
                format!("la strategia «{}» non ha un indicatore di impatto", strategia.titolo),
            )
            .label("come si saprà se il benessere è cresciuto?");
    }
}

fn is_impact(indicatore: &Indicatore) -> bool {
    indicatore.tipo == Some(TipiIndicatore::Impatto)
}
