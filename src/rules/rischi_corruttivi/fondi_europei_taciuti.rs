//! RCT-030.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-030",
    name: "fondi-europei-taciuti",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["pna-2022"],
    summary: "Dei processi su PNRR e fondi strutturali è detto se usano ancora quei fondi.",
    page: include_str!("fondi_europei_taciuti.md"),
    check: Check::Piano(check),
};

/// The risk area of structural funds and of the recovery plan.
const FUNDS: &str = "M";

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
