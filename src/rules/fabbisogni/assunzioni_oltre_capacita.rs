//! FAB-018.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::fabbisogni::Assunzione;
use crate::rules::parole::euro;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    if capacita.annua.iter().any(|annua| annua.anno == 0 || annua.importo.is_none()) {
        return;
    }
    let mut years: BTreeMap<i16, (Decimal, &Assunzione)> = BTreeMap::new();
    for assunzione in contesto.piano.assunzioni.iter().filter(|a| a.anno != 0) {
        let Some(costo) = assunzione.costo.filter(|costo| !costo.is_zero()) else { continue };
        let (sum, _) = years.entry(assunzione.anno).or_insert((Decimal::ZERO, assunzione));
        *sum = sum.saturating_add(costo);
    }
    for (anno, (sum, assunzione)) in years {
        let mut annua = capacita.annua.iter().filter(|annua| annua.anno == anno).peekable();
        let Some(first) = annua.peek() else {
            let capacita_at = report.place(capacita.luogo, "annua");
            report
                .at(
                    assunzione.luogo,
                    "anno",
                    format!("nel {anno} si assume, ma la capacità assunzionale non è detta"),
                )
                .label(format!("servono {}", euro(sum)))
                .see(capacita_at, format!("qui manca il {anno}"));
            continue;
        };
        let importo_at = report.place(first.luogo, "importo");
        let limit =
            annua.filter_map(|annua| annua.importo).fold(Decimal::ZERO, Decimal::saturating_add);
        if sum > limit {
            report
                .at(
                    assunzione.luogo,
                    "costo",
                    format!(
                        "le assunzioni del {anno} costano {}, la capacità è di {}",
                        euro(sum),
                        euro(limit)
                    ),
                )
                .label(format!("mancano {}", euro(sum.saturating_sub(limit))))
                .see(importo_at, format!("la capacità del {anno}"));
        }
    }
}
