//! VP-005.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "VP-005",
    name: "beneficiari-esclusi",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 3, c. 1, lett. a), n. 2", "dl-80-2021 art. 6, c. 2, lett. f)"],
    summary: "Le azioni per l’accessibilità raggiungono sia chi ha più di 65 anni sia chi ha una \
              disabilità.",
    page: include_str!("beneficiari_esclusi.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let azioni = &contesto.piano.accessibilita;
    let is_reached = |who: &str| {
        azioni.iter().flat_map(|azione| &azione.beneficiari).any(|b| b == who || b == "tutti")
    };
    let left_out: Vec<&str> = [
        ("over_65", "alle persone con più di 65 anni"),
        ("disabilita", "alle persone con disabilità"),
    ]
    .into_iter()
    .filter_map(|(who, name)| (!is_reached(who)).then_some(name))
    .collect();
    let Some(first) = azioni.first().filter(|_| !left_out.is_empty()) else { return };
    report
        .at(
            first.luogo,
            "beneficiari",
            format!("nessuna azione per l’accessibilità è rivolta {}", elenco(&left_out, "né")),
        )
        .label("la legge nomina le une e le altre");
}
