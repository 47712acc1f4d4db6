//! FAB-023.

use std::collections::BTreeMap;

use crate::rules::parole::conta;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let mut leaving: BTreeMap<&str, i64> = BTreeMap::new();
    for riga in &piano.riallocazione {
        let motivo = &riga.motivo;
        let (campo, message) = match (riga.da.as_deref(), riga.verso.as_deref()) {
            (Some(_), None) => ("verso", format!("«{motivo}»: non è detto dove vanno le persone")),
            (None, Some(_)) => {
                ("da", format!("«{motivo}»: non è detto da dove vengono le persone"))
            }
            (Some(da), Some(verso)) if da == verso => {
                ("verso", format!("«{motivo}»: le persone restano dove sono"))
            }
            (Some(da), _) => {
                let sum = leaving.entry(da).or_default();
                *sum = sum.saturating_add(riga.numero.unwrap_or(0));
                continue;
            }
            (None, None) => continue,
        };
        report.at(riga.luogo, campo, message).label("chi lascia un’unità arriva in un’altra");
    }
    for (id, count) in leaving {
        let Some(unita) = piano.unita_by_id(id) else { continue };
        let arriving = piano
            .riallocazione
            .iter()
            .filter(|riga| riga.verso.as_deref() == Some(id) && riga.da.as_deref() != Some(id));
        let arriving = arriving.filter_map(|r| r.numero).fold(0_i64, i64::saturating_add);
        let Some(staff) = unita.dipendenti.filter(|own| own.saturating_add(arriving) < count)
        else {
            continue;
        };
        let Some(riga) = piano.riallocazione.iter().find(|r| r.da.as_deref() == Some(id)) else {
            continue;
        };
        let dipendenti_at = report.place(unita.luogo, "dipendenti");
        let people = conta(count, "persona", "persone");
        report
            .at(riga.luogo, "numero", format!("«{}» cede {people}", unita.nome))
            .label(format!("in servizio ne ha {staff}"))
            .see(dipendenti_at, "chi vi lavora");
    }
}
