//! PER-021.

use rust_decimal::Decimal;

use crate::diag::Severity;
use crate::law::atti;
use crate::model::scelte::Polarita;
use crate::model::{Indicatore, campo};
use crate::rules::pagamenti::heaviest;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(first) = piano.obiettivi_sui_pagamenti().next() else { return };
    let ritardi: Vec<&Indicatore> = piano
        .obiettivi_sui_pagamenti()
        .flat_map(|obiettivo| &obiettivo.indicatori)
        .filter(|indicatore| is_delay(indicatore))
        .collect();
    if ritardi.is_empty() && !first.indicatori.is_empty() {
        report
            .at(
                first.luogo,
                campo::INDICATORI,
                format!("l’obiettivo «{}» non si misura con il ritardo annuale", first.titolo),
            )
            .label("l’indicatore dei tempi di pagamento è quello di ritardo annuale")
            .at_most(heaviest(contesto));
    }
    for indicatore in ritardi {
        let late = indicatore.target.iter().find(|traguardo| {
            let days = traguardo.valore.as_ref().and_then(|valore| valore.numero);
            days.is_some_and(|days| days > Decimal::ZERO)
        });
        let Some(traguardo) = late else { continue };
        report
            .at(
                traguardo.luogo,
                campo::VALORE,
                format!(
                    "nel {} l’indicatore «{}» ammette ancora un ritardo",
                    traguardo.anno, indicatore.nome
                ),
            )
            .label("il traguardo è zero giorni, o meno di zero")
            .at_most(Severity::Avviso)
            .cites_also([contesto.law.cite(atti::CIRC_RGS_1_2024, contesto.profilo.data)]);
    }
}

/// Whether an indicator measures the yearly delay, by its name or its formula: what is better when
/// it grows is no delay.
fn is_delay(indicatore: &Indicatore) -> bool {
    let texts = [Some(&indicatore.nome), indicatore.formula.as_ref()];
    let grows = indicatore.polarita == Some(Polarita::Crescente);
    !grows && texts.into_iter().flatten().any(|text| text.to_lowercase().contains("ritardo"))
}
