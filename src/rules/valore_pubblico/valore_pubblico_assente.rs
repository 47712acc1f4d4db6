//! VP-001.

use crate::diag::Severity;
use crate::model::valore_pubblico::ObiettivoVp;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "VP-001",
    name: "valore-pubblico-assente",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 3, c. 1, lett. a), n. 4"],
    summary: "C’è almeno un obiettivo di valore pubblico, che accresce un benessere.",
    page: include_str!("valore_pubblico_assente.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    match piano.obiettivi_vp.as_slice() {
        [] if piano.is_omessa("2.1") => {}
        [] => {
            report
                .at(piano.luogo, "valore_pubblico", "il piano non ha obiettivi di valore pubblico")
                .label("senza, performance e personale non hanno un fine dichiarato");
        }
        obiettivi @ [first, ..] if obiettivi.iter().all(is_vague) => {
            report
                .at(
                    first.luogo,
                    "dimensioni",
                    "nessun obiettivo di valore pubblico dice quale benessere accresce",
                )
                .label("«altro» da solo non basta: economico, sociale, educativo…");
        }
        _ => {}
    }
}

/// Whether the objective names no well-being of the decree or of its annex.
fn is_vague(obiettivo: &ObiettivoVp) -> bool {
    !obiettivo.dimensioni.is_empty() && obiettivo.dimensioni.iter().all(|d| d == "altro")
}
