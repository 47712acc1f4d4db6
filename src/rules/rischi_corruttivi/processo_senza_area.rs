//! RCT-007.

use crate::law::{atti, proprieta};
use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    // To the smallest administrations it is the decree that says the areas.
    let decree = contesto.profilo.has(proprieta::SEMPLIFICATO).then(|| {
        let place = format!("{} art. 6, c. 1", atti::DM_132_2022);
        contesto.law.cite(&place, contesto.profilo.data)
    });
    for processo in contesto.piano.processi.iter().filter(|p| p.area.is_none()) {
        report
            .at(
                processo.luogo,
                campo::AREA,
                format!("il processo «{}» non ha un’area di rischio", processo.nome),
            )
            .label("senza, non si sa se le aree della legge sono coperte")
            .help("scrivi in «area» la lettera dell’elenco, per esempio area = \"F\"")
            .cites_also(decree.clone());
    }
}
