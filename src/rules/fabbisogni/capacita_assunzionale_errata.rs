//! FAB-008.

use rust_decimal::Decimal;

use crate::law::proprieta;
use crate::model::{Capacita, campo};
use crate::rules::parole::{conta, manca, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    check_threshold(contesto, capacita, report);
    let data = [
        (capacita.spesa_personale.is_some(), campo::SPESA_PERSONALE, "la spesa di personale"),
        (!capacita.entrate.is_empty(), campo::ENTRATE, "le entrate correnti"),
        (capacita.fcde.is_some(), campo::FCDE, "il fondo crediti di dubbia esigibilità"),
    ];
    match report.absent(capacita.luogo, data) {
        None => check_ratio(contesto, capacita, report),
        // Below fifty employees the capacity is not due: who leaves it empty owes nothing.
        Some(missing)
            if missing.names.len() == 3 && !contesto.profilo.has(proprieta::ORDINARIO) => {}
        Some(missing) => {
            let message = format!("per rifare il conto della capacità {}", manca(&missing.names));
            report.on(capacita.luogo, message).label("servono tutti e tre i dati");
        }
    }
}

fn check_threshold(contesto: &Contesto<'_>, capacita: &Capacita, report: &mut Report<'_>) {
    let Some(tabella) = contesto.law.soglie_di(contesto.profilo).map(|soglie| &soglie.soglia)
    else {
        return;
    };
    let popolazione = contesto.piano.anagrafica.popolazione.as_ref();
    let (Some(popolazione), Some(declared)) = (popolazione, capacita.soglia) else { return };
    let Some(people) = popolazione.quanti() else { return };
    let Some(due) = tabella.valore(people).filter(|due| *due != declared) else { return };
    let popolazione_at = report.place(popolazione.luogo, campo::NUMERO);
    let message = format!("il valore soglia è {} %, non {} %", numero(due), numero(declared));
    let mut finding = report.at(capacita.luogo, campo::SOGLIA, message);
    finding.label(format!("è quello per {} abitanti", numero(people)));
    finding.see(popolazione_at, "la popolazione").cap(tabella.fiducia);
    let sources = tabella.norma.iter().map(String::as_str);
    finding.cites_also(contesto.law.cite_all(sources, contesto.profilo));
}

fn check_ratio(contesto: &Contesto<'_>, capacita: &Capacita, report: &mut Report<'_>) {
    if let Some(message) = wrong_years(capacita, contesto.piano.piao.triennio.inizio) {
        let mut finding = report.at(capacita.luogo, campo::ENTRATE, message);
        finding.label("servono gli ultimi tre, uno dopo l’altro");
        return;
    }
    let (Some(declared), Some(computed)) = (capacita.rapporto, capacita.rapporto_calcolato())
    else {
        return;
    };
    // Rounded or cut at the decimals that are written.
    let step = Decimal::new(1, declared.scale().max(1));
    if computed.saturating_sub(declared).abs() >= step {
        let entrate_at = report.place(capacita.luogo, campo::ENTRATE);
        let (declared, computed) = (numero(declared), numero(computed.round_dp(2)));
        report
            .at(
                capacita.luogo,
                campo::RAPPORTO,
                format!("il rapporto è {computed} %, non {declared} %"),
            )
            .label("spesa di personale divisa per le entrate medie meno il fondo")
            .see(entrate_at, "le entrate correnti");
    }
}

/// What is wrong with the years of the revenues, for a plan that begins in this one.
fn wrong_years(capacita: &Capacita, inizio: i16) -> Option<String> {
    let mut years: Vec<i16> = capacita.entrate.iter().map(|entrata| entrata.anno).collect();
    years.sort_unstable();
    let message = match *years.as_slice() {
        // What is written wrongly is not judged.
        [0, _, _] => return None,
        [first, second, last]
            if second.saturating_sub(first) == 1 && last.saturating_sub(second) == 1 =>
        {
            let recent = inizio.saturating_sub(3)..inizio;
            if inizio <= 0 || recent.contains(&last) {
                return None;
            }
            format!("l’ultimo rendiconto delle entrate è del {last}, il piano è dal {inizio}")
        }
        [_, _, _] => "i tre rendiconti delle entrate non sono di anni successivi".to_owned(),
        _ => {
            let count = i64::try_from(years.len()).unwrap_or(i64::MAX);
            format!("la media delle entrate è su {}", conta(count, "rendiconto", "rendiconti"))
        }
    };
    Some(message)
}
