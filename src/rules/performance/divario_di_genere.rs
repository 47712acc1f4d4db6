//! PER-036.

use std::collections::BTreeMap;

use crate::model::scelte::AreeContratto;
use crate::model::{Luogo, campo};
use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

/// Fewest people of whom a share says something.
const POCHI: i64 = 3;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let mut areas: BTreeMap<AreeContratto, (i64, i64, Luogo)> = BTreeMap::new();
    for riga in &piano.consistenza {
        let (Some(area), Some(uomini), Some(donne)) = (riga.area, riga.uomini, riga.donne) else {
            continue;
        };
        let sums = areas.entry(area).or_insert((0, 0, riga.luogo));
        sums.0 = sums.0.saturating_add(donne);
        sums.1 = sums.1.saturating_add(uomini).saturating_add(donne);
    }
    let is_seen_to = |area: &AreeContratto| {
        let azioni = &piano.azioni_positive;
        azioni.iter().any(|a| a.aree.contains(area) || report.is_broken(a.luogo, campo::AREE))
    };
    areas.retain(|area, (donne, all, _)| {
        *all >= POCHI && donne.saturating_mul(3) <= *all && !is_seen_to(area)
    });
    for (area, (donne, all, luogo)) in areas {
        report
            .at(
                luogo,
                campo::DONNE,
                format!(
                    "in «{}» le donne sono {} su {}, e nessuna azione positiva vi provvede",
                    contesto.etichetta(area),
                    numero(donne),
                    numero(all)
                ),
            )
            .label("gli uomini sono almeno i due terzi")
            .help(format!(
                "scrivi aree = [\"{}\"] nell’azione positiva che vi provvede",
                area.as_str()
            ));
    }
}
