//! RCT-030.

use crate::model::{Processo, campo};
use crate::rules::{Contesto, Report};

/// The risk area of structural funds and of the recovery plan.
const FUNDS: &str = "M";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for processo in piano.processi.iter().filter(|p| p.pnrr == Some(false)) {
        if let Some(fondo) = piano.progetti_aperti().find(|f| processo.fondi.contains(&f.id)) {
            let progetto = &fondo.progetto;
            report
                .at(
                    processo.luogo,
                    campo::PNRR,
                    format!(
                        "il processo «{}» dice di non usare fondi PNRR o europei, ma gestisce «{progetto}»",
                        processo.nome
                    ),
                )
                .label("scrivi «pnrr = true», o togli il progetto da «fondi»");
        }
    }
    let untold = |p: &&Processo| p.pnrr.is_none() && p.fondi.is_empty();
    for processo in piano.processi.iter().filter(untold) {
        let is_about_funds = processo.area.as_deref() == Some(FUNDS)
            || processo.nome.contains("PNRR")
            || processo.descrizione.as_ref().is_some_and(|text| text.contains("PNRR"));
        if is_about_funds {
            report
                .at(
                    processo.luogo,
                    campo::PNRR,
                    format!(
                        "del processo «{}» non è detto se usa fondi PNRR o europei",
                        processo.nome
                    ),
                )
                .label("scrivi «pnrr = true», o «false» se i progetti sono chiusi");
        }
    }
}
