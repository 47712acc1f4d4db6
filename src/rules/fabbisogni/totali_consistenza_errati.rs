//! FAB-004.

use rust_decimal::Decimal;

use crate::model::{Consistenza, campo};
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for riga in &contesto.piano.consistenza {
        check_row(contesto, riga, report);
    }
    check_totals(contesto, report);
}

fn check_row(contesto: &Contesto<'_>, riga: &Consistenza, report: &mut Report<'_>) {
    let Some(totale) = riga.totale else { return };
    let area = riga.area.map_or("", |area| contesto.etichetta(area));
    let name = riga.profilo.as_deref().unwrap_or(area);
    let totale_at = report.place(riga.luogo, campo::TOTALE);
    for (campo, (first, uno, molti), (second, una, molte)) in [
        (
            campo::TEMPO_INDETERMINATO,
            (riga.tempo_indeterminato, "a tempo indeterminato", "a tempo indeterminato"),
            (riga.tempo_determinato, "a tempo determinato", "a tempo determinato"),
        ),
        (campo::UOMINI, (riga.uomini, "uomo", "uomini"), (riga.donne, "donna", "donne")),
    ] {
        let (Some(first), Some(second)) = (first, second) else { continue };
        let sum = first.saturating_add(second);
        if sum != totale {
            let parts = format!("{} e {}", conta(first, uno, molti), conta(second, una, molte));
            report
                .at(
                    riga.luogo,
                    campo,
                    format!("alla riga «{name}» {parts} non fanno {}", numero(totale)),
                )
                .label(format!("insieme fanno {}", numero(sum)))
                .see(totale_at, "il totale della riga");
        }
    }
    if let Some(part_time) = riga.part_time.filter(|count| *count > totale) {
        let message = format!(
            "alla riga «{name}» le persone a tempo parziale sono {}, tutte {}",
            numero(part_time),
            numero(totale)
        );
        report
            .at(riga.luogo, campo::PART_TIME, message)
            .label("non possono essere più delle persone")
            .see(totale_at, "il totale della riga");
    }
    if let Some(fte) = riga.fte.filter(|fte| *fte > Decimal::from(totale)) {
        report
            .at(
                riga.luogo,
                campo::FTE,
                format!(
                    "alla riga «{name}» gli equivalenti a tempo pieno sono {}, le persone {}",
                    numero(fte),
                    numero(totale)
                ),
            )
            .label("non possono essere più delle persone")
            .see(totale_at, "il totale della riga");
    }
}

fn check_totals(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (righe, Some(totali)) = (&contesto.piano.consistenza, &contesto.piano.fabbisogni.totali)
    else {
        return;
    };
    let consistenza_at = report.place(contesto.piano.luogo, campo::CONSISTENZA);
    let sum = |value: fn(&Consistenza) -> Option<i64>| {
        righe.iter().try_fold(0, |sum: i64, riga| Some(sum.saturating_add(value(riga)?)))
    };
    for (campo, name, declared, computed) in [
        (campo::TOTALE, "totale", totali.totale, sum(Consistenza::teste)),
        (campo::UOMINI, "totale degli uomini", totali.uomini, sum(|riga| riga.uomini)),
        (campo::DONNE, "totale delle donne", totali.donne, sum(|riga| riga.donne)),
        (campo::VACANTI, "totale dei posti vacanti", totali.vacanti, sum(|riga| riga.vacanti)),
    ] {
        let (Some(declared), Some(computed)) = (declared, computed) else { continue };
        if !righe.is_empty() && declared != computed {
            report
                .at(
                    totali.luogo,
                    campo,
                    format!(
                        "il {name} dichiarato è {}, le righe fanno {}",
                        numero(declared),
                        numero(computed)
                    ),
                )
                .label("il totale non torna")
                .see(consistenza_at, "le righe della consistenza");
        }
    }
}
