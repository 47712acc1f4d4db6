//! PER-027.

use rust_decimal::Decimal;

use crate::model::performance::ObiettivoPerformance;
use crate::rules::parole::{il_giorno, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        check_days(contesto, obiettivo, report);
        check_weights(obiettivo, report);
    }
}

fn check_days(contesto: &Contesto<'_>, obiettivo: &ObiettivoPerformance, report: &mut Report<'_>) {
    let triennio_at = report.place(contesto.piano.piao.luogo, "triennio");
    let scadenza_at = report.place(obiettivo.luogo, "scadenza");
    let first = contesto.piano.giorni().map(|giorni| *giorni.start());
    for fase in &obiettivo.fasi {
        let titolo = &fase.titolo;
        if let (Some(inizio), Some(fine)) = (fase.inizio, fase.fine)
            && inizio > fine
        {
            let inizio_at = report.place(fase.luogo, "inizio");
            report
                .at(fase.luogo, "fine", format!("la fase «{titolo}» finisce prima di cominciare"))
                .label(format!("finisce {}", il_giorno(fine)))
                .see(inizio_at, format!("comincia {}", il_giorno(inizio)));
            continue;
        }
        let begins = fase.inizio.map(|day| (day, "inizio")).or(fase.fine.map(|day| (day, "fine")));
        if let (Some((day, campo)), Some(first)) = (begins, first)
            && day < first
        {
            report
                .at(fase.luogo, campo, format!("la fase «{titolo}» comincia prima del triennio"))
                .label("questo tempo apparteneva al piano precedente")
                .see(triennio_at, "il piano copre questi anni");
        }
        let ends = fase.fine.map(|day| (day, "fine")).or(fase.inizio.map(|day| (day, "inizio")));
        if let (Some((day, campo)), Some(scadenza)) = (ends, obiettivo.scadenza)
            && day > scadenza
        {
            report
                .at(
                    fase.luogo,
                    campo,
                    format!("la fase «{titolo}» finisce dopo la scadenza dell’obiettivo"),
                )
                .label("quando l’obiettivo è valutato, la fase è ancora aperta")
                .see(scadenza_at, format!("«{}» scade qui", obiettivo.titolo));
        }
    }
}

fn check_weights(obiettivo: &ObiettivoPerformance, report: &mut Report<'_>) {
    let pesi: Vec<Decimal> = obiettivo.fasi.iter().filter_map(|fase| fase.peso).collect();
    let sum: Decimal = pesi.iter().sum();
    if pesi.is_empty() || sum == Decimal::ONE_HUNDRED {
        return;
    }
    let bare = obiettivo.fasi.iter().find(|fase| fase.peso.is_none());
    let (luogo, campo) = bare.map_or((obiettivo.luogo, "fasi"), |fase| (fase.luogo, "peso"));
    report
        .at(
            luogo,
            campo,
            format!("i pesi delle fasi di «{}» sommano a {}", obiettivo.titolo, numero(sum)),
        )
        .label(if bare.is_some() { "questa fase non ha un peso" } else { "devono fare 100" });
}
