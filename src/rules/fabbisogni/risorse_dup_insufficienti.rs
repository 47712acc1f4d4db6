//! FAB-025.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::euro;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-025",
    name: "risorse-dup-insufficienti",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["dup"],
    dal: None,
    al: None,
    norma: &["dlgs-118-2011 allegato 4/1"],
    summary: "Le risorse per il personale scritte nel DUP coprono la spesa prevista.",
    page: include_str!("risorse_dup_insufficienti.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    for prevista in &capacita.prevista {
        let (Some(spesa), Some(risorse)) = (prevista.importo, prevista.risorse_dup) else {
            continue;
        };
        if spesa <= risorse {
            continue;
        }
        let importo_at = report.place(prevista.luogo, "importo");
        report
            .at(
                prevista.luogo,
                "risorse_dup",
                format!(
                    "nel {} il DUP ha {} per il personale, ne servono {}",
                    prevista.anno,
                    euro(risorse),
                    euro(spesa)
                ),
            )
            .label(format!("mancano {}", euro(spesa.saturating_sub(risorse))))
            .see(importo_at, "la spesa prevista");
    }
}
