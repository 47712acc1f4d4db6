//! FAB-030.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::law::proprieta;
use crate::model::scelte::ModalitaAssunzione as Modo;
use crate::model::{Assunzione, campo};
use crate::rules::assunzioni::{assume, copre_un_posto, usa_capacita};
use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

/// Least share of the capacity used, per cent.
const MINIMO: Decimal = Decimal::from_parts(15, 0, 0, false, 0);
/// First year of the share.
const DAL: i16 = 2026;
/// Local bodies owe it above so many permanent staff, from so many hires on.
const PERSONE: i64 = 50;
const ASSUNZIONI: Decimal = Decimal::TEN;
/// What is mobility.
const MOBILITA: &[Modo] = &[Modo::MobilitaVolontaria, Modo::ImmissioneComandati];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let is_local = contesto.profilo.has(proprieta::ENTE_LOCALE);
    if contesto.profilo.has(proprieta::ESCLUSO) {
        return;
    }
    if is_local && permanent(contesto).is_none_or(|count| count <= PERSONE) {
        return;
    }
    let mut years: BTreeMap<i16, Vec<&Assunzione>> = BTreeMap::new();
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| a.anno >= DAL && assume(a)) {
        if usa_capacita(contesto, assunzione) && copre_un_posto(contesto, assunzione) {
            years.entry(assunzione.anno).or_default().push(assunzione);
        }
    }
    for (anno, hires) in years {
        let few = || entering(&hires).is_none_or(|count| count < ASSUNZIONI);
        if is_local && few() {
            continue;
        }
        let sum = |mobility: bool| {
            let mut rows = hires.iter().filter(|a| !mobility || is_mobility(a));
            rows.try_fold(Decimal::ZERO, |sum, a| Some(sum.saturating_add(a.costo?)))
        };
        let (Some(moved), Some(used)) = (sum(true), sum(false)) else { continue };
        let Some(share) = moved.saturating_mul(Decimal::ONE_HUNDRED).checked_div(used) else {
            continue;
        };
        if share < MINIMO {
            let message = format!(
                "nel {anno} va alla mobilità {} % della capacità usata, il minimo è {} %",
                numero(share.trunc_with_scale(1)),
                numero(MINIMO)
            );
            report
                .at(hires[0].luogo, campo::MODALITA, message)
                .label("la prima assunzione dell’anno")
                .help("copri qualche posto con modalita = \"mobilita_volontaria\" o \"immissione_comandati\"");
        }
    }
}

fn is_mobility(assunzione: &Assunzione) -> bool {
    assunzione.modalita.is_some_and(|modalita| MOBILITA.contains(&modalita))
}

/// Who comes in: a progression brings in nobody.
fn entering(hires: &[&Assunzione]) -> Option<Decimal> {
    let mut rows = hires.iter().filter(|a| a.modalita != Some(Modo::ProgressioneTraAree));
    rows.try_fold(Decimal::ZERO, |sum, a| Some(sum.saturating_add(a.numero?)))
}

/// Permanent staff, by the table of 3.3; nothing when it does not say.
fn permanent(contesto: &Contesto<'_>) -> Option<i64> {
    let mut rows = contesto.piano.consistenza.iter();
    rows.try_fold(0, |sum: i64, r| Some(sum.saturating_add(r.tempo_indeterminato?)))
}
