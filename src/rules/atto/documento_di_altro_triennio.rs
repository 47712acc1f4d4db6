//! GEN-013.

use crate::model::atto::DocumentoFinanziario;
use crate::rules::{Contesto, Report};

/// Documents that have to look at the years of the plan.
const TIPI: &[&str] = &["dup", "bilancio", "peg"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
