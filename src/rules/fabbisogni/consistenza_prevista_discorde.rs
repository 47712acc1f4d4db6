//! FAB-019.

use rust_decimal::Decimal;

use crate::model::campo;
use crate::model::scelte::{AreeContratto, ModalitaAssunzione as Modo};
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for prevista in &piano.fabbisogni.proiezione {
        let anno = prevista.anno;
        let (Some(area), Some(numero_previsto), 1..) = (prevista.area, prevista.numero, anno)
        else {
            continue;
        };
        let Some(before) = staff(contesto, area, anno.saturating_sub(1)) else { continue };
        let Some(flow) = flow(contesto, area, anno) else { continue };
        let due = Decimal::from(before).saturating_sub(flow.out).saturating_add(flow.into);
        let gap = Decimal::from(numero_previsto).saturating_sub(due).abs();
        // A part of a person is no difference between heads.
        if gap < flow.unsure.saturating_add(Decimal::ONE) {
            continue;
        }
        let name = contesto.etichetta(area);
        report
            .at(
                prevista.luogo,
                campo::NUMERO,
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
fn staff(contesto: &Contesto<'_>, area: AreeContratto, anno: i16) -> Option<i64> {
    let piano = contesto.piano;
    let mut planned = piano.fabbisogni.proiezione.iter().filter(|p| p.area == Some(area));
    if let Some(prevista) = planned.find(|p| p.anno == anno) {
        return prevista.numero;
    }
    if piano.consistenza.is_empty() || anno != piano.piao.triennio.inizio.saturating_sub(1) {
        return None;
    }
    let mut rows = piano.consistenza.iter().filter(|riga| riga.area == Some(area));
    rows.try_fold(0, |sum: i64, riga| Some(sum.saturating_add(riga.teste()?)))
}

/// Who comes and goes in a year; what cannot be told apart, or has no year, is tolerance.
#[derive(Default)]
struct Flow {
    into: Decimal,
    out: Decimal,
    unsure: Decimal,
}

/// The flow of a year; nothing when a row does not say how many.
fn flow(contesto: &Contesto<'_>, area: AreeContratto, anno: i16) -> Option<Flow> {
    let mut flow = Flow::default();
    let add = |sum: &mut Decimal, count: Decimal| *sum = sum.saturating_add(count);
    let is_near = |year: i16| year == anno || year == 0;
    for cessazione in contesto.piano.cessazioni.iter().filter(|c| is_near(c.anno)) {
        let number = Decimal::from(cessazione.numero?);
        match cessazione.area {
            Some(own) if own != area => {}
            Some(_) if cessazione.anno == anno => add(&mut flow.out, number),
            _ => add(&mut flow.unsure, number),
        }
    }
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| is_near(a.anno)) {
        let (into, number) = (assunzione.area, assunzione.numero?);
        match assunzione.modalita {
            _ if assunzione.anno == 0 => add(&mut flow.unsure, number),
            Some(Modo::MobilitaInterna | Modo::RiqualificazioneInterna) => {}
            None
            | Some(
                Modo::Stabilizzazione
                | Modo::ComandoDistacco
                | Modo::Convenzione
                | Modo::Somministrazione,
            ) => {
                add(&mut flow.unsure, number);
            }
            _ if into.is_none() => add(&mut flow.unsure, number),
            _ if into == Some(area) => add(&mut flow.into, number),
            Some(Modo::ProgressioneTraAree | Modo::ProgressioneInDeroga) => {
                match assunzione.da_area {
                    Some(from) if from == area => add(&mut flow.out, number),
                    Some(_) => {}
                    None => add(&mut flow.unsure, number),
                }
            }
            _ => {}
        }
    }
    Some(flow)
}
