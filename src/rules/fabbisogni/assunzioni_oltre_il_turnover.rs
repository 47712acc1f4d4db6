//! FAB-034.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::law::soglie::Turnover;
use crate::model::{Assunzione, Capacita, campo};
use crate::rules::assunzioni::{costo, usa_capacita};
use crate::rules::parole::{euro, numero};
use crate::rules::soglie::{Collocazione, colloca};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    let Some(Collocazione::Oltre { turnover: Some(turnover) }) = colloca(contesto, capacita) else {
        return;
    };
    let mut years: BTreeMap<i16, (Decimal, &Assunzione)> = BTreeMap::new();
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| a.anno >= turnover.dal) {
        let Some(costo) = costo(assunzione).filter(|_| usa_capacita(contesto, assunzione)) else {
            continue;
        };
        let (sum, _) = years.entry(assunzione.anno).or_insert((Decimal::ZERO, assunzione));
        *sum = sum.saturating_add(costo);
    }
    if !years.is_empty() && !check_savings(contesto, report) {
        check_years(contesto, (capacita, turnover), &years, report);
    }
}

/// Says which exits have no saving, by which hires are measured; whether there is one.
fn check_savings(contesto: &Contesto<'_>, report: &mut Report<'_>) -> bool {
    let leaves = contesto.piano.cessazioni.iter().filter(|c| c.numero != Some(0));
    let unknown: Vec<_> = leaves.filter(|c| c.risparmio.is_none()).collect();
    for cessazione in &unknown {
        report
            .at(cessazione.luogo, campo::RISPARMIO, "non è detto quanto si risparmia con chi cessa")
            .label("oltre la soglia le assunzioni si misurano su questo risparmio")
            .help("scrivi «risparmio», in euro: per esempio risparmio = 36200");
    }
    !unknown.is_empty()
}

/// Compares year by year what is hired and what may be, both since the first year that is written.
fn check_years(
    contesto: &Contesto<'_>,
    (capacita, turnover): (&Capacita, &Turnover),
    years: &BTreeMap<i16, (Decimal, &Assunzione)>,
    report: &mut Report<'_>,
) {
    let spesa_at = report.place(capacita.luogo, campo::SPESA_PERSONALE);
    let sources = turnover.norma.iter().map(String::as_str);
    let norma = contesto.law.cite_all(sources, contesto.profilo);
    let before = &contesto.piano.fabbisogni.precedenti;
    let before = || before.iter().filter(|row| row.anno >= turnover.dal);
    let mut hired: Decimal = before().filter_map(|row| row.costo).sum();
    for (anno, (sum, first)) in years {
        hired = hired.saturating_add(*sum);
        let exits = contesto.piano.cessazioni.iter().filter(|c| c.anno <= *anno);
        let saved: Decimal = exits.filter_map(|c| c.risparmio).sum();
        let saved = before().filter_map(|row| row.risparmio).fold(saved, Decimal::saturating_add);
        let most = saved.saturating_mul(turnover.percento) / Decimal::ONE_HUNDRED;
        if hired <= most {
            continue;
        }
        let message = format!(
            "fino al {anno} si assume per {}, il {} % delle cessazioni è {}",
            euro(hired),
            numero(turnover.percento),
            euro(most)
        );
        let mut finding = report.at(first.luogo, campo::COSTO, message);
        finding.label("la spesa di personale supera la soglia da cui si deve rientrare");
        finding.see(spesa_at, "la spesa di personale").cap(turnover.fiducia);
        finding.cites_also(norma.iter().cloned());
    }
}
