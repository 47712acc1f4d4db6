//! PER-025.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::performance::ObiettivoPerformance;
use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let mut groups: BTreeMap<&str, Vec<&ObiettivoPerformance>> = BTreeMap::new();
    for obiettivo in &piano.obiettivi_performance {
        if let Some(unita) = &obiettivo.responsabile {
            groups.entry(unita).or_default().push(obiettivo);
        }
    }
    for (unita, obiettivi) in groups {
        let (shared, own): (Vec<_>, Vec<_>) = obiettivi.iter().partition(|o| o.is_organizzativo());
        if adds_up(&obiettivi) || (adds_up(&own) && adds_up(&shared)) {
            continue;
        }
        let name = piano.unita_by_id(unita).map_or(unita, |unita| unita.nome.as_str());
        let Some(weighed) = obiettivi.iter().find(|o| o.peso.is_some()) else { continue };
        let weighed_at = report.place(weighed.luogo, "peso");
        if let Some(bare) = obiettivi.iter().find(|o| o.peso.is_none()) {
            report
                .at(bare.luogo, "peso", format!("l’obiettivo «{}» non ha un peso", bare.titolo))
                .label(format!("o lo hanno tutti gli obiettivi di «{name}», o nessuno"))
                .see(weighed_at, "questo lo ha");
            continue;
        }
        report
            .at(
                weighed.luogo,
                "peso",
                format!("i pesi degli obiettivi di «{name}» sommano a {}", numero(sum(&obiettivi))),
            )
            .label("devono fare 100");
    }
}

/// Whether the weights are all there and make a hundred, or there is none.
fn adds_up(obiettivi: &[&ObiettivoPerformance]) -> bool {
    let weighed = obiettivi.iter().filter(|o| o.peso.is_some()).count();
    weighed == 0 || (weighed == obiettivi.len() && sum(obiettivi) == Decimal::ONE_HUNDRED)
}

fn sum(obiettivi: &[&ObiettivoPerformance]) -> Decimal {
    obiettivi.iter().filter_map(|o| o.peso).fold(Decimal::ZERO, Decimal::saturating_add)
}
