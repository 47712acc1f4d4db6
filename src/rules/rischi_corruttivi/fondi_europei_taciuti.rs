//! RCT-030.

use crate::rules::{Contesto, Report};

/// The risk area of structural funds and of the recovery plan.
const FUNDS: &str = "M";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for processo in contesto.piano.processi.iter().filter(|p| p.pnrr.is_none()) {
        let is_about_funds = processo.area.as_deref() == Some(FUNDS)
            || processo.nome.contains("PNRR")
            || processo.descrizione.as_ref().is_some_and(|text| text.contains("PNRR"));
        if is_about_funds {
            report
                .at(
                    processo.luogo,
                    "pnrr",
                    format!(
                        "del processo «{}» non è detto se usa fondi PNRR o europei",
                        processo.nome
                    ),
                )
                .label("scrivi «pnrr = true», o «false» se i progetti sono chiusi");
        }
    }
}
