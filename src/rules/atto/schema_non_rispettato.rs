//! GEN-002.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-002",
    name: "schema-non-rispettato",
    severity: Severity::Errore,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 1, c. 3", "dm-132-2022 art. 2, c. 1"],
    summary: "Il piano ha tutte le parti dello schema, nel loro ordine; chi ne omette una dice quale norma lo consente.",
    page: include_str!("schema_non_rispettato.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    if contesto.profilo.has("ordinario") {
        check_omissioni(contesto, report);
    }
    check_ordine(contesto, report);
}

/// Parts that are due and left out without a norm that allows it.
pub(in crate::rules) fn check_omissioni(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for riga in &contesto.piano.sottosezioni {
        let Some(omessa) = riga.omessa.as_ref().filter(|omessa| omessa.norma.is_none()) else {
            continue;
        };
        let due = contesto.law.sottosezioni.iter().any(|s| {
            let named = s.numero == riga.chiave || s.sezione.to_string() == riga.chiave;
            !s.numero.is_empty() && named && s.binds(contesto.profilo)
        });
        if due {
            let part = if riga.chiave.contains('.') { "sottosezione" } else { "sezione" };
            report
                .at(
                    omessa.luogo,
                    "",
                    format!(
                        "la {part} {} è omessa senza dire quale norma lo consente",
                        riga.chiave
                    ),
                )
                .help("aggiungi «norma» accanto al motivo, oppure scrivi la parte che manca");
        }
    }
}

/// Numbers changed by the plan that break the order of the scheme.
fn check_ordine(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let mut last: Vec<u16> = Vec::new();
    for due in contesto.law.sottosezioni.iter().filter(|s| !s.numero.is_empty()) {
        let riga = contesto.piano.sottosezioni.iter().find(|riga| riga.chiave == due.numero);
        let written = riga.and_then(|riga| riga.numero.as_deref());
        let Some(number) = parse(written.unwrap_or(&due.numero)) else { continue };
        if let Some(riga) = riga.filter(|_| written.is_some() && number <= last) {
            report
                .at(
                    riga.luogo,
                    "numero",
                    format!(
                        "la parte {} dello schema ha il numero «{}», fuori ordine",
                        due.numero,
                        written.unwrap_or_default()
                    ),
                )
                .label("nello schema viene dopo un numero uguale o più alto");
        }
        last = number;
    }
}

/// `2.1` as numbers; nothing when it is something else.
fn parse(numero: &str) -> Option<Vec<u16>> {
    numero.trim_end_matches('.').split('.').map(|piece| piece.trim().parse().ok()).collect()
}
