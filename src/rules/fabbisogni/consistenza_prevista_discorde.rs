//! FAB-019.

use rust_decimal::Decimal;

use crate::model::campo;
use crate::model::scelte::AreeContratto;
use crate::organico::{Entrata, Movimenti, Uscita};
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let movimenti = movimenti(contesto);
    for prevista in &piano.fabbisogni.proiezione {
        let anno = prevista.anno;
        let (Some(area), Some(numero_previsto), 1..) = (prevista.area, prevista.numero, anno)
        else {
            continue;
        };
        let Some(before) = staff(contesto, area, anno.saturating_sub(1)) else { continue };
        let Some(flow) = movimenti.of_area(&area, anno) else { continue };
        let before = Decimal::from(before);
        if flow.leads(before, Decimal::from(numero_previsto)) {
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
                    numero(flow.after(before))
                ),
            )
            .label(format!(
                "{} l’anno prima, {} in uscita, {} in entrata",
                numero(before),
                numero(flow.uscite),
                numero(flow.entrate)
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

/// The exits and the hires of the plan.
fn movimenti(contesto: &Contesto<'_>) -> Movimenti<AreeContratto> {
    let uscite = contesto.piano.cessazioni.iter().map(|riga| Uscita {
        anno: riga.anno,
        area: riga.area,
        numero: riga.numero.map(Decimal::from),
    });
    let entrate = contesto.piano.assunzioni.iter().map(|riga| Entrata {
        anno: riga.anno,
        area: riga.area,
        da_area: riga.da_area,
        modalita: riga.modalita,
        numero: riga.numero,
    });
    Movimenti { uscite: uscite.collect(), entrate: entrate.collect() }
}
