//! IND-010.

use crate::model::performance::Indicatore;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for (_, strategia) in contesto.piano.strategie() {
        // Without an impact at all VP-017 speaks.
        if !strategia.indicatori.iter().any(is_impact) {
            continue;
        }
        for indicatore in strategia.indicatori.iter().filter(|i| i.tipo.is_some()) {
            if !is_impact(indicatore) {
                report
                    .at(
                        indicatore.luogo,
                        "tipo",
                        format!("nella 2.1 «{}» non è un indicatore di impatto", indicatore.nome),
                    )
                    .label("spostalo nella 2.2, in un obiettivo che attua la strategia");
            }
        }
    }
    for obiettivo in &contesto.piano.obiettivi_performance {
        if !obiettivo.indicatori.is_empty() && obiettivo.indicatori.iter().all(is_impact) {
            report
                .at(
                    obiettivo.luogo,
                    "indicatori",
                    format!("l’obiettivo «{}» si misura solo con impatti", obiettivo.titolo),
                )
                .label("serve un indicatore del lavoro svolto: efficacia, efficienza, qualità");
        }
    }
}

fn is_impact(indicatore: &Indicatore) -> bool {
    indicatore.tipo.as_deref() == Some("impatto")
}
