//! FOR-010.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::scelte::{AreeContratto, DestinatariFormazione};
use crate::model::{DatoAl, campo};
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(total) = staff(contesto, None) else { return };
    let managers = staff(contesto, Some(true));
    for intervento in &piano.interventi_formativi {
        let (Some(count), 1..) = (intervento.partecipanti, intervento.anno) else { continue };
        let before = || piano.assunzioni.iter().filter(|a| a.anno <= intervento.anno);
        let entries =
            before().try_fold(Decimal::ZERO, |sum, hire| Some(sum.saturating_add(hire.numero?)));
        let Some(entries) = entries.and_then(|sum| sum.ceil().to_i64()) else { continue };
        let (staff, whom) = match intervento.destinatari {
            Some(DestinatariFormazione::Dirigenti) => (managers, "dei dirigenti"),
            Some(DestinatariFormazione::NonDirigenti) => {
                (staff(contesto, Some(false)), "delle persone che non dirigono")
            }
            _ => (Some(total), "dei dipendenti"),
        };
        // Who will be hired by then may attend.
        let Some(most) = staff.map(|staff| staff.saturating_add(entries)) else { continue };
        if count > most {
            let people = conta(count, "partecipante", "partecipanti");
            report
                .at(
                    intervento.luogo,
                    campo::PARTECIPANTI,
                    format!("«{}» ha {people}, più {whom} ({})", intervento.titolo, numero(most)),
                )
                .label("contando chi sarà assunto entro quell’anno");
        }
    }
}

/// Heads in service and lent in: all of them, or those who manage, or those who do not.
fn staff(contesto: &Contesto<'_>, managers: Option<bool>) -> Option<i64> {
    let piano = contesto.piano;
    let dipendenti = piano.anagrafica.dipendenti.as_ref().and_then(DatoAl::quanti);
    if piano.consistenza.is_empty() {
        return dipendenti.filter(|_| managers.is_none());
    }
    let aree = contesto.elenco::<AreeContratto>();
    let manages = |area: Option<AreeContratto>| {
        let voce = area.and_then(|area| aree?.get(area.as_str()));
        voce.is_some_and(|voce| voce.dirigenza)
    };
    let mut rows = piano
        .consistenza
        .iter()
        .filter(|r| managers.is_none_or(|wanted| manages(r.area) == wanted));
    rows.try_fold(0, |sum: i64, riga| {
        Some(sum.saturating_add(riga.teste()?).saturating_add(riga.comandati_in.unwrap_or(0)))
    })
}
