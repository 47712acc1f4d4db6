//! FOR-006.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::campo;
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

/// Hours a head that the directive asks for every year.
const ORE: Decimal = Decimal::from_parts(40, 0, 0, false, 0);
/// First year for which it asks for them.
const DAL: i16 = 2025;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let interventi = &piano.interventi_formativi;
    let Some(dipendenti) = &piano.anagrafica.dipendenti else { return };
    let Some(heads) = dipendenti.quanti() else { return };
    if interventi.is_empty() || interventi.iter().any(|intervento| intervento.anno == 0) {
        return;
    }
    let years: BTreeSet<i16> = interventi
        .iter()
        .map(|intervento| intervento.anno)
        .chain([piano.piao.triennio.inizio])
        .filter(|anno| *anno >= DAL)
        .collect();
    let numero_at = report.place(dipendenti.luogo, campo::NUMERO);
    for anno in years {
        let of_year = || interventi.iter().filter(|intervento| intervento.anno == anno);
        let measured = [campo::PARTECIPANTI, campo::ORE];
        if of_year().any(|i| measured.into_iter().any(|campo| report.is_broken(i.luogo, campo))) {
            continue;
        }
        let total = of_year()
            .filter_map(|i| Some(Decimal::from(i.partecipanti?).saturating_mul(i.ore?)))
            .fold(Decimal::ZERO, Decimal::saturating_add);
        let each = total / Decimal::from(heads);
        if each >= ORE {
            continue;
        }
        let silent = of_year().filter(|i| i.partecipanti.is_none() || i.ore.is_none()).count();
        let (luogo, campo) = of_year()
            .next()
            .map_or((piano.luogo, campo::INTERVENTI_FORMATIVI), |i| (i.luogo, campo::ANNO));
        let message = format!(
            "nel {anno} le ore di formazione a testa sono {}, non 40",
            numero(each.round_dp(1))
        );
        let mut finding = report.at(luogo, campo, message);
        finding.label(format!("in tutto {}", conta_ore(total)));
        finding.see(numero_at, "divise per questi dipendenti");
        if silent > 0 {
            let count = conta(silent.try_into().unwrap_or(i64::MAX), "intervento", "interventi");
            finding.help(format!("scrivi «partecipanti» e «ore»: mancano in {count}"));
        }
    }
}

fn conta_ore(ore: Decimal) -> String {
    format!("{} {}", numero(ore), if ore == Decimal::ONE { "ora" } else { "ore" })
}
