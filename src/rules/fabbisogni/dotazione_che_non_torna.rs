//! FAB-005.

use rust_decimal::Decimal;

use crate::model::fabbisogni::{Consistenza, Dotazione};
use crate::rules::parole::{conta, euro, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for riga in &contesto.piano.consistenza {
        check_posts(contesto, riga, report);
    }
    for riga in &contesto.piano.dotazione {
        check_value(contesto, riga, report);
    }
    check_areas(contesto, report);
}

fn check_posts(contesto: &Contesto<'_>, riga: &Consistenza, report: &mut Report<'_>) {
    let (Some(posti), Some(vacanti), Some(teste)) = (riga.posti, riga.vacanti, riga.teste()) else {
        return;
    };
    // Whether fixed-term staff and staff lent out hold a post is for the administration to say.
    let lent = riga.comandati_out.unwrap_or(0).saturating_sub(riga.comandati_in.unwrap_or(0));
    let held = [Some(teste), riga.tempo_indeterminato].into_iter().flatten();
    let mut held = held.flat_map(|held| [held, held.saturating_add(lent)]);
    if held.any(|held| held.saturating_add(vacanti) == posti) {
        return;
    }
    let posti_at = report.place(riga.luogo, "posti");
    let name = riga.profilo.as_deref().unwrap_or_else(|| area(contesto, &riga.area));
    let people = conta(teste, "persona", "persone");
    let empty = conta(vacanti, "posto vacante", "posti vacanti");
    report
        .at(
            riga.luogo,
            "vacanti",
            format!("alla riga «{name}» {people} e {empty} non fanno {}", numero(posti)),
        )
        .label(format!("insieme fanno {}", numero(teste.saturating_add(vacanti))))
        .see(posti_at, "i posti in dotazione");
}

fn check_value(contesto: &Contesto<'_>, riga: &Dotazione, report: &mut Report<'_>) {
    let Some(unit) = riga.costo_unitario else { return };
    for (campo, posti, valore) in [
        ("valore", riga.posti, riga.valore),
        ("valore_rimodulato", riga.posti_rimodulati, riga.valore_rimodulato),
    ] {
        let (Some(posti), Some(valore)) = (posti.map(Decimal::from), valore) else { continue };
        let computed = posti.saturating_mul(unit);
        // A unit cost rounded to the euro is off by half a euro a post at most.
        if computed.saturating_sub(valore).abs().saturating_mul(Decimal::TWO) <= posti {
            continue;
        }
        let name = area(contesto, &riga.area);
        let unit_at = report.place(riga.luogo, "costo_unitario");
        report
            .at(riga.luogo, campo, format!("il valore di «{name}» è scritto {}", euro(valore)))
            .label(format!("posti per costo unitario fanno {}", euro(computed)))
            .see(unit_at, "il costo di un posto");
    }
}

fn check_areas(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for riga in &piano.dotazione {
        let rows = || piano.consistenza.iter().filter(|other| other.area == riga.area);
        let once = piano.dotazione.iter().filter(|other| other.area == riga.area).count() == 1;
        let sum = rows().try_fold(0, |sum: i64, row| Some(sum.saturating_add(row.posti?)));
        let (Some(sum), Some(posti), Some(first)) = (sum, riga.posti, rows().next()) else {
            continue;
        };
        if !once || sum == posti || riga.posti_rimodulati == Some(sum) {
            continue;
        }
        let (name, first_at) = (area(contesto, &riga.area), report.place(first.luogo, "posti"));
        report
            .at(
                riga.luogo,
                "posti",
                format!(
                    "i posti di «{name}» sono {}, nella consistenza {}",
                    numero(posti),
                    numero(sum)
                ),
            )
            .label("i due numeri devono essere uguali")
            .see(first_at, "la prima riga dell’area nella consistenza");
    }
}

fn area<'a>(contesto: &Contesto<'a>, key: &'a str) -> &'a str {
    contesto.law.etichetta("aree_contratto", key).unwrap_or(key)
}
