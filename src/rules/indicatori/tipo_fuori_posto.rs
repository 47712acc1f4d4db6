//! IND-010.

use crate::model::scelte::TipiIndicatore;
use crate::model::{Indicatore, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let strategie = contesto.piano.strategie().map(|(_, strategia)| &strategia.indicatori);
    let valori = contesto.piano.obiettivi_vp.iter().map(|valore| &valore.indicatori);
    for indicatori in strategie.chain(valori) {
        // Without an impact at all VP-017 speaks.
        if !indicatori.iter().any(is_impact) {
            continue;
        }
        for indicatore in indicatori.iter().filter(|i| i.tipo.is_some()) {
            if !is_impact(indicatore) {
                report
                    .at(
                        indicatore.luogo,
                        campo::TIPO,
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
                    campo::INDICATORI,
                    format!("l’obiettivo «{}» si misura solo con impatti", obiettivo.titolo),
                )
                .label("serve un indicatore del lavoro svolto: efficacia, efficienza, qualità");
        }
    }
}

fn is_impact(indicatore: &Indicatore) -> bool {
    indicatore.tipo == Some(TipiIndicatore::Impatto)
}
