//! FAB-018.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{Assunzione, Capacita, CapacitaAnnua, Chiave, campo};
use crate::rules::assunzioni::{costo, usa_capacita};
use crate::rules::parole::{elenco, euro, numero};
use crate::rules::{Contesto, Report};

/// What hires and capacity are measured in.
struct Metro {
    hire: fn(&Assunzione) -> Option<Decimal>,
    campo: Chiave,
    capacity: fn(&CapacitaAnnua) -> Option<Decimal>,
    limite: Chiave,
    print: fn(Decimal) -> String,
}

const METRI: [Metro; 2] = [
    Metro {
        hire: costo,
        campo: campo::COSTO,
        capacity: |annua| annua.importo,
        limite: campo::IMPORTO,
        print: euro,
    },
    Metro {
        hire: |assunzione| assunzione.punti_organico.filter(|points| !points.is_zero()),
        campo: campo::PUNTI_ORGANICO,
        capacity: |annua| annua.punti_organico,
        limite: campo::PUNTI_ORGANICO,
        print: |points| format!("{} punti organico", numero(points)),
    },
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    let is_said = |annua: &CapacitaAnnua| METRI.iter().any(|m| (m.capacity)(annua).is_some());
    if capacita.annua.iter().any(|annua| annua.anno == 0 || !is_said(annua)) {
        return;
    }
    let mut years: BTreeMap<i16, Vec<&Assunzione>> = BTreeMap::new();
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| a.anno != 0) {
        let costs = METRI.iter().any(|metro| (metro.hire)(assunzione).is_some());
        if costs && usa_capacita(contesto, assunzione) {
            years.entry(assunzione.anno).or_default().push(assunzione);
        }
    }
    for (anno, hires) in years {
        if capacita.annua.iter().any(|annua| annua.anno == anno) {
            for metro in &METRI {
                check_year(metro, anno, &hires, capacita, report);
            }
        } else {
            let needs = METRI.iter().filter_map(|metro| Some((metro.print)(sum(metro, &hires)?.0)));
            let needs: Vec<String> = needs.collect();
            let capacita_at = report.place(capacita.luogo, campo::ANNUA);
            let message = format!("nel {anno} si assume, ma la capacità assunzionale non è detta");
            let mut finding = report.at(hires[0].luogo, campo::ANNO, message);
            finding.label(format!("servono {}", elenco(&needs, "e")));
            finding.see(capacita_at, format!("qui manca il {anno}"));
        }
    }
}

/// What some hires ask for, with the first that asks; nothing when none says it.
fn sum<'a>(metro: &Metro, hires: &[&'a Assunzione]) -> Option<(Decimal, &'a Assunzione)> {
    let mut asking = hires.iter().filter(|hire| (metro.hire)(hire).is_some());
    let sum = hires.iter().filter_map(|hire| (metro.hire)(hire));
    Some((sum.fold(Decimal::ZERO, Decimal::saturating_add), asking.next()?))
}

fn check_year(
    metro: &Metro,
    anno: i16,
    hires: &[&Assunzione],
    capacita: &Capacita,
    report: &mut Report<'_>,
) {
    let is_own = |a: &&CapacitaAnnua| a.anno == anno && (metro.capacity)(a).is_some();
    let mut annua = capacita.annua.iter().filter(is_own).peekable();
    let (Some(first), Some((sum, hire))) = (annua.peek().copied(), sum(metro, hires)) else {
        return;
    };
    let limit = annua.filter_map(metro.capacity).fold(Decimal::ZERO, Decimal::saturating_add);
    if sum <= limit {
        return;
    }
    let (asked, most) = ((metro.print)(sum), (metro.print)(limit));
    let limit_at = report.place(first.luogo, metro.limite);
    let message = format!("le assunzioni del {anno} costano {asked}, la capacità è di {most}");
    let mut finding = report.at(hire.luogo, metro.campo, message);
    finding.label(format!("mancano {}", (metro.print)(sum.saturating_sub(limit))));
    finding.see(limit_at, format!("la capacità del {anno}"));
    finding.help("se un’assunzione usa altre risorse scrivi «fondo»: per esempio fondo = \"pnrr\"");
}
