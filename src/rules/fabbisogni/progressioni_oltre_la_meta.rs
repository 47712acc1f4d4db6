//! FAB-020.

use rust_decimal::Decimal;

use crate::diag::Severity;
use crate::model::scelte::ModalitaAssunzione as Modo;
use crate::model::{Assunzione, campo};
use crate::rules::assunzioni::copre_un_posto;
use crate::rules::parole::{del_percento, numero};
use crate::rules::{Contesto, Report};

/// Greatest share of the available posts, per cent.
const MASSIMO: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    // Who uses a derogation of the contract says so; its limits are not the law's.
    let progressioni = contesto.piano.fabbisogni.progressioni.as_ref();
    let deroga = progressioni.and_then(|p| p.deroga.as_ref()).is_some_and(|text| !text.is_empty());
    let most = if deroga { Severity::Avviso } else { Severity::Errore };
    check_quotas(contesto, most, report);
    let posts = contesto.piano.assunzioni.iter().filter(|a| copre_un_posto(contesto, a));
    let posts: Vec<&Assunzione> = posts.collect();
    // A row without its year may be of another triennium.
    let is_known = posts.iter().all(|a| a.anno != 0);
    let Some(anni) = contesto.piano.anni().filter(|_| is_known) else { return };
    let posts = || posts.iter().filter(|a| anni.contains(&a.anno));
    let sum = |inner: bool| {
        let rows = posts().filter(|a| !inner || is_progression(a));
        rows.map(|a| a.numero)
            .try_fold(Decimal::ZERO, |sum, count| Some(sum.saturating_add(count?)))
    };
    let first = posts().find(|a| is_progression(a));
    let (Some(inner), Some(all), Some(first)) = (sum(true), sum(false), first) else { return };
    if inner.saturating_mul(Decimal::TWO) <= all {
        return;
    }
    report
        .at(first.luogo, campo::NUMERO, coperti(inner, all))
        .label("almeno la metà dei posti disponibili spetta a chi viene da fuori")
        .help("è una stima: conta i posti di «assunzioni», non quelli disponibili")
        .at_most(most);
}

/// The declared quotas: over the limit in one year they may be made up for in another, in all of
/// them they may not.
fn check_quotas(contesto: &Contesto<'_>, most: Severity, report: &mut Report<'_>) {
    let Some(progressioni) = &contesto.piano.fabbisogni.progressioni else { return };
    let over = |value: Option<Decimal>| value.filter(|value| *value > MASSIMO);
    let anni = contesto.piano.anni();
    let is_over =
        |anno: i16| progressioni.quote.iter().any(|q| q.anno == anno && over(q.quota).is_some());
    let always = anni.is_some_and(|mut anni| anni.all(is_over));
    let most = if always { most } else { Severity::Avviso };
    for quota in &progressioni.quote {
        let Some(value) = over(quota.quota) else { continue };
        let message = format!(
            "nel {} la quota dei posti per le progressioni è {}",
            quota.anno,
            del_percento(value)
        );
        report
            .at(quota.luogo, campo::QUOTA, message)
            .label("almeno la metà spetta a chi viene da fuori")
            .at_most(most);
    }
}

fn coperti(inner: Decimal, all: Decimal) -> String {
    if all == Decimal::ONE {
        return "nel triennio l’unico posto si copre con una progressione tra aree".into();
    }
    let (inner, all) = (numero(inner), numero(all));
    format!("nel triennio si coprono {inner} posti su {all} con progressioni tra aree")
}

fn is_progression(assunzione: &Assunzione) -> bool {
    assunzione.modalita == Some(Modo::ProgressioneTraAree)
}
