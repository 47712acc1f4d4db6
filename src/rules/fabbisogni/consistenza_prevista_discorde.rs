//! FAB-019.

use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for prevista in &piano.fabbisogni.proiezione {
        let (area, anno) = (prevista.area.as_str(), prevista.anno);
        let (Some(numero_previsto), 1..) = (prevista.numero, anno) else { continue };
        let Some(before) = staff(contesto, area, anno.saturating_sub(1)) else { continue };
        let Some(flow) = flow(contesto, area, anno) else { continue };
        let due = before.saturating_sub(flow.out).saturating_add(flow.into);
        if numero_previsto.saturating_sub(due).saturating_abs() <= flow.unsure {
            continue;
        }
        let name = contesto.law.etichetta("aree_contratto", area).unwrap_or(area);
        report
            .at(
                prevista.luogo,
                "numero",
                format!(
                    "«{name}» a fine {anno} conta {}, dai flussi ne risultano {}",
                    conta(numero_previsto, "persona", "persone"),
                    numero(due)
                ),
            )
            .label(format!(
                "{} l’anno prima, {} in uscita, {} in entrata",
                numero(before),
                numero(flow.out),
                numero(flow.into)
            ));
    }
}

/// Heads of an area at the end of a year: planned, or counted before the triennium.
fn staff(contesto: &Contesto<'_>, area: &str, anno: i16) -> Option<i64> {
    let piano = contesto.piano;
    let mut planned = piano.fabbisogni.proiezione.iter().filter(|p| p.area == area);
    if let Some(prevista) = planned.find(|p| p.anno == anno) {
        return prevista.numero;
    }
    if piano.consistenza.is_empty() || anno != piano.piao.triennio.inizio.saturating_sub(1) {
        return None;
    }
    let mut rows = piano.consistenza.iter().filter(|riga| riga.area == area);
    rows.try_fold(0, |sum: i64, riga| Some(sum.saturating_add(riga.teste()?)))
}

/// Who comes and goes in a year; what cannot be told apart, or has no year, is tolerance.
#[derive(Default)]
struct Flow {
    into: i64,
    out: i64,
    unsure: i64,
}

/// The flow of a year; nothing when a row does not say how many.
fn flow(contesto: &Contesto<'_>, area: &str, anno: i16) -> Option<Flow> {
    let mut flow = Flow::default();
    let add = |sum: &mut i64, count: i64| *sum = sum.saturating_add(count);
    let is_near = |year: i16| year == anno || year == 0;
    for cessazione in contesto.piano.cessazioni.iter().filter(|c| is_near(c.anno)) {
        let number = cessazione.numero?;
        match cessazione.area.as_deref() {
            Some(own) if own != area => {}
            Some(_) if cessazione.anno == anno => add(&mut flow.out, number),
            _ => add(&mut flow.unsure, number),
        }
    }
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| is_near(a.anno)) {
        let (into, number) = (assunzione.area.as_deref(), assunzione.numero?);
        match assunzione.modalita.as_deref() {
            _ if assunzione.anno == 0 => add(&mut flow.unsure, number),
            Some("mobilita_interna" | "riqualificazione_interna") => {}
            None
            | Some("stabilizzazione" | "comando_distacco" | "convenzione" | "somministrazione") => {
                add(&mut flow.unsure, number);
            }
            _ if into.is_none() => add(&mut flow.unsure, number),
            _ if into == Some(area) => add(&mut flow.into, number),
            Some("progressione_tra_aree") => match assunzione.da_area.as_deref() {
                Some(from) if from == area => add(&mut flow.out, number),
                Some(_) => {}
                None => add(&mut flow.unsure, number),
            },
            _ => {}
        }
    }
    Some(flow)
}
