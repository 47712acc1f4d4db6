//! GEN-024.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::prosa;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-024",
    name: "norma-abrogata",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["l-114-2024", "dlgs-36-2023", "pna-2019 allegato 1"],
    summary: "Il piano non cita come vigenti norme abrogate o sostituite.",
    page: include_str!("norma_abrogata.md"),
    check: Check::Piano(check),
};

/// Words that tell a reader that the norm is no longer in force.
const PASSATO: &[&str] = &[
    "abrogat",
    "sostituit",
    "previgente",
    "non più in vigore",
    "non più vigente",
    "non è più",
    "allora",
    "vecchi",
];

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let today = contesto.profilo.data.as_deref();
    let gone = contesto.law.abrogate.iter().filter(|norma| {
        let dal = norma.dal.as_ref().map(ToString::to_string);
        today.is_none_or(|today| dal.is_none_or(|dal| dal.as_str() <= today))
    });
    for norma in gone {
        for testo in &contesto.piano.testi {
            let text = testo.piana.as_str();
            let cited = norma.forme.iter().any(|form| {
                prosa::intorno(text, form, 100).any(|around| {
                    !PASSATO.iter().any(|word| around.contains(word))
                        && prosa::places(around, "ex").next().is_none()
                })
            });
            if !cited {
                continue;
            }
            let fonti = norma.fonte.iter().map(String::as_str);
            let finding = report.at(
                testo.luogo,
                &testo.campo,
                format!("è citata una norma che non è più in vigore: {}", norma.norma),
            );
            finding
                .label(norma.invece.clone())
                .help("aggiorna la citazione, o di’ che si tratta della norma di allora");
            finding.norma = contesto.law.cite_all(fonti, contesto.profilo);
        }
    }
}
