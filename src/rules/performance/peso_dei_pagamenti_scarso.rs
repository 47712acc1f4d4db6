//! PER-020.

use rust_decimal::Decimal;

use crate::diag::Severity;
use crate::model::{ObiettivoPerformance, campo};
use crate::rules::pagamenti::heaviest;
use crate::rules::parole::{del_percento, numero};
use crate::rules::{Contesto, Report};

/// Least weight, per cent.
const MINIMO: Decimal = Decimal::from_parts(30, 0, 0, false, 0);

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let performance = &contesto.piano.performance;
    // Who says which act assigns them has said where the weight is.
    let refers = performance.assegnazione_pagamenti.is_some();
    let most = heaviest(contesto);
    let pagamenti: Vec<&ObiettivoPerformance> = contesto.piano.obiettivi_sui_pagamenti().collect();
    if pagamenti.iter().all(|obiettivo| obiettivo.peso_risultato.is_none()) {
        if let Some(first) = pagamenti.first().filter(|_| !refers) {
            unsaid(first, most, report);
        }
        return;
    }
    for obiettivo in &pagamenti {
        let Some(peso) = obiettivo.peso_risultato else {
            // Who answers for an organisational objective is not thereby assigned it.
            let assigned = !obiettivo.is_organizzativo() || !obiettivo.assegnatari.is_empty();
            if assigned
                && !refers
                && assignees(obiettivo).any(|unita| weight(&pagamenti, unita).is_zero())
            {
                unsaid(obiettivo, most, report);
            }
            continue;
        };
        let least = assignees(obiettivo).map(|unita| weight(&pagamenti, unita)).min();
        if least.unwrap_or(peso) < MINIMO {
            report
                .at(
                    obiettivo.luogo,
                    campo::PESO_RISULTATO,
                    format!(
                        "il peso di «{}» sulla retribuzione di risultato è {}",
                        obiettivo.titolo,
                        del_percento(peso)
                    ),
                )
                .label(format!("per i pagamenti la legge chiede almeno il {} %", numero(MINIMO)))
                .at_most(most);
        }
    }
}

fn unsaid(obiettivo: &ObiettivoPerformance, most: Severity, report: &mut Report<'_>) {
    report
        .at(
            obiettivo.luogo,
            campo::PESO_RISULTATO,
            format!(
                "l’obiettivo «{}» non dice quanto pesa sulla retribuzione di risultato",
                obiettivo.titolo
            ),
        )
        .label("scrivilo in «peso_risultato»: almeno 30")
        .at_most(most);
}

/// To whom an objective is assigned: to whoever answers for it, when nothing is said.
fn assignees(obiettivo: &ObiettivoPerformance) -> impl Iterator<Item = &str> {
    let own = obiettivo.responsabile.as_ref().filter(|_| obiettivo.assegnatari.is_empty());
    obiettivo.assegnatari.iter().chain(own).map(String::as_str)
}

/// What the objectives assigned to a unit weigh together.
fn weight(pagamenti: &[&ObiettivoPerformance], unita: &str) -> Decimal {
    pagamenti
        .iter()
        .filter(|obiettivo| assignees(obiettivo).any(|assignee| assignee == unita))
        .filter_map(|obiettivo| obiettivo.peso_risultato)
        .fold(Decimal::ZERO, Decimal::saturating_add)
}
