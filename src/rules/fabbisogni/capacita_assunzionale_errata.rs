//! FAB-008.

use rust_decimal::Decimal;

use crate::model::capacita::Capacita;
use crate::rules::parole::{conta, manca, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    check_threshold(contesto, capacita, report);
    let data = [
        (capacita.spesa_personale.is_some(), "spesa_personale", "la spesa di personale"),
        (!capacita.entrate.is_empty(), "entrate", "le entrate correnti"),
        (capacita.fcde.is_some(), "fcde", "il fondo crediti di dubbia esigibilità"),
    ];
    let is_missing = |campo: &str, there: bool| !there && !report.is_broken(capacita.luogo, campo);
    let missing: Vec<&str> = data
        .iter()
        .filter_map(|(there, campo, name)| is_missing(campo, *there).then_some(*name))
        .collect();
    match missing.len() {
        0 => check_ratio(contesto, capacita, report),
        // Below fifty employees the capacity is not due: who leaves it empty owes nothing.
        3 if !contesto.profilo.has("ordinario") => {}
        _ => {
            let message = format!("per rifare il conto della capacità {}", manca(&missing));
            report.at(capacita.luogo, "", message).label("servono tutti e tre i dati");
        }
    }
}

fn check_threshold(contesto: &Contesto<'_>, capacita: &Capacita, report: &mut Report<'_>) {
    let Some(tabella) = contesto.law.soglie_di(contesto.profilo).map(|soglie| &soglie.soglia)
    else {
        return;
    };
    let people = contesto.piano.anagrafica.popolazione.as_ref().filter(|p| p.numero != 0);
    let (Some(popolazione), Some(declared)) = (people, capacita.soglia) else { return };
    let Some(due) = tabella.valore(popolazione.numero).filter(|due| *due != declared) else {
        return;
    };
    let popolazione_at = report.place(popolazione.luogo, "numero");
    let message = format!("il valore soglia è {} %, non {} %", numero(due), numero(declared));
    let mut finding = report.at(capacita.luogo, "soglia", message);
    finding.label(format!("è quello per {} abitanti", numero(popolazione.numero)));
    finding.see(popolazione_at, "la popolazione").cap(tabella.fiducia);
    let sources = tabella.norma.iter().map(String::as_str);
    finding.cites_also(contesto.law.cite_all(sources, contesto.profilo));
}

fn check_ratio(contesto: &Contesto<'_>, capacita: &Capacita, report: &mut Report<'_>) {
    if let Some(message) = wrong_years(capacita, contesto.piano.piao.triennio.inizio) {
        let mut finding = report.at(capacita.luogo, "entrate", message);
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
        let entrate_at = report.place(capacita.luogo, "entrate");
        let (declared, computed) = (numero(declared), numero(computed.round_dp(2)));
        report
            .at(capacita.luogo, "rapporto", format!("il rapporto è {computed} %, non {declared} %"))
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
