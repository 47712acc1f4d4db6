//! PER-009.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-009",
    name: "obiettivo-senza-responsabile",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["piano-tipo sottosezione 2.2", "dlgs-150-2009 art. 10, c. 1, lett. a)"],
    summary: "Di ogni obiettivo risponde un’unità, e dell’unità una persona.",
    page: include_str!("obiettivo_senza_responsabile.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let titolo = &obiettivo.titolo;
        let Some(responsabile) = &obiettivo.responsabile else {
            report
                .at(
                    obiettivo.luogo,
                    "responsabile",
                    format!("dell’obiettivo «{titolo}» non risponde nessuno"),
                )
                .label("manca «responsabile», il codice di un’unità dell’organigramma");
            continue;
        };
        let Some(unita) = contesto.piano.unita_by_id(responsabile) else { continue };
        if unita.responsabile.is_none() {
            let unita_at = report.place(unita.luogo, "responsabile");
            report
                .at(
                    obiettivo.luogo,
                    "responsabile",
                    format!(
                        "chi risponde di «{titolo}» è «{}», che non ha un responsabile",
                        unita.nome
                    ),
                )
                .label("chi sarà valutato per questo obiettivo?")
                .see(unita_at, "chi dirige questa unità?");
        }
    }
}
