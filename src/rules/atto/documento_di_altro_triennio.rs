//! GEN-013.

use crate::diag::Severity;
use crate::model::atto::DocumentoFinanziario;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

/// Documents that have to look at the years of the plan.
const TIPI: &[&str] = &["dup", "bilancio", "peg"];

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-013",
    name: "documento-di-altro-triennio",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 8, c. 1", "dm-132-2022 art. 3, c. 1, lett. a), n. 1"],
    summary: "DUP, bilancio e PEG da cui il piano parte coprono gli anni del piano.",
    page: include_str!("documento_di_altro_triennio.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(anni) = piano.anni() else { return };
    let (inizio, fine) = (*anni.start(), *anni.end());
    let triennio_at = report.place(piano.piao.luogo, "triennio");
    let documenti = &piano.documenti_finanziari;
    let covers = |d: &DocumentoFinanziario| {
        d.dal.is_some_and(|dal| dal <= inizio) && d.al.is_some_and(|al| al >= fine)
    };
    for documento in documenti.iter().filter(|d| TIPI.contains(&d.tipo.as_str())) {
        // An older document may be cited too, beside the one in force.
        if documenti.iter().any(|other| other.tipo == documento.tipo && covers(other)) {
            continue;
        }
        let (campo, anno) = match (documento.dal, documento.al) {
            (Some(dal), _) if dal > inizio => ("dal", format!("parte dal {dal}")),
            (_, Some(al)) if al < fine => ("al", format!("arriva al {al}")),
            _ => continue,
        };
        let message = format!("«{}» {anno}, il piano è {inizio}-{fine}", documento.titolo);
        report
            .at(documento.luogo, campo, message)
            .label("è il presupposto del piano: ne copre tutti gli anni")
            .see(triennio_at, "gli anni del piano");
    }
}
