//! FAB-020.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::fabbisogni::Assunzione;
use crate::rules::parole::{del_percento, numero};
use crate::rules::{Contesto, Report};

/// Greatest share of the available posts, per cent.
const MASSIMO: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// Ways that cover no permanent post.
const ALTRE: &[&str] = &[
    "mobilita_interna",
    "riqualificazione_interna",
    "comando_distacco",
    "convenzione",
    "somministrazione",
    "tempo_determinato",
    "art_110_tuel",
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let progressioni = contesto.piano.fabbisogni.progressioni.iter();
    for quota in progressioni.flat_map(|progressioni| &progressioni.quote) {
        let Some(value) = quota.quota.filter(|value| *value > MASSIMO) else { continue };
        let message = format!(
            "nel {} la quota dei posti per le progressioni è {}",
            quota.anno,
            del_percento(value)
        );
        report
            .at(quota.luogo, "quota", message)
            .label("almeno la metà spetta a chi viene da fuori");
    }
    let mut years: BTreeMap<i16, Vec<&Assunzione>> = BTreeMap::new();
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| a.anno != 0 && is_post(a)) {
        years.entry(assunzione.anno).or_default().push(assunzione);
    }
    for (anno, assunzioni) in years {
        let sum = |inner: bool| {
            let rows = assunzioni.iter().filter(|a| !inner || is_progression(a));
            rows.map(|a| a.numero).try_fold(0, |sum: i64, count| Some(sum.saturating_add(count?)))
        };
        let first = assunzioni.iter().find(|a| is_progression(a));
        let (Some(inner), Some(all), Some(first)) = (sum(true), sum(false), first) else {
            continue;
        };
        if inner.saturating_mul(2) <= all {
            continue;
        }
        report
            .at(first.luogo, "numero", format!("nel {anno} {}", coperti(inner, all)))
            .label("almeno la metà dei posti disponibili spetta a chi viene da fuori");
    }
}

fn coperti(inner: i64, all: i64) -> String {
    if all == 1 {
        return "l’unico posto si copre con una progressione tra aree".into();
    }
    format!("si coprono {} posti su {} con progressioni tra aree", numero(inner), numero(all))
}

fn is_progression(assunzione: &Assunzione) -> bool {
    assunzione.modalita.as_deref() == Some("progressione_tra_aree")
}

/// Whether a row covers a permanent post.
fn is_post(assunzione: &Assunzione) -> bool {
    assunzione.modalita.as_deref().is_none_or(|modalita| !ALTRE.contains(&modalita))
}
