//! FAB-004.

use rust_decimal::Decimal;

use crate::model::fabbisogni::Consistenza;
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
    let area = contesto.law.etichetta("aree_contratto", &riga.area).unwrap_or(&riga.area);
    let name = riga.profilo.as_deref().unwrap_or(area);
    let totale_at = report.place(riga.luogo, "totale");
    for (campo, (first, uno, molti), (second, una, molte)) in [
        (
            "tempo_indeterminato",
            (riga.tempo_indeterminato, "a tempo indeterminato", "a tempo indeterminato"),
            (riga.tempo_determinato, "a tempo determinato", "a tempo determinato"),
        ),
        ("uomini", (riga.uomini, "uomo", "uomini"), (riga.donne, "donna", "donne")),
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
    if let Some(fte) = riga.fte.filter(|fte| *fte > Decimal::from(totale)) {
        report
            .at(
                riga.luogo,
                "fte",
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
    let consistenza_at = report.place(contesto.piano.luogo, "consistenza");
    let sum = |value: fn(&Consistenza) -> Option<i64>| {
        righe.iter().try_fold(0, |sum: i64, riga| Some(sum.saturating_add(value(riga)?)))
    };
    for (campo, name, declared, computed) in [
        ("totale", "totale", totali.totale, sum(Consistenza::teste)),
        ("uomini", "totale degli uomini", totali.uomini, sum(|riga| riga.uomini)),
        ("donne", "totale delle donne", totali.donne, sum(|riga| riga.donne)),
        ("vacanti", "totale dei posti vacanti", totali.vacanti, sum(|riga| riga.vacanti)),
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
