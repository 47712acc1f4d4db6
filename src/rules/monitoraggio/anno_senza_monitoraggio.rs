//! MON-008.

use jiff::civil::{Date, date};

use crate::model::monitoraggio::FaseMonitoraggio;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

/// What recurs within a year: keys of the list `periodicita`.
const WITHIN_A_YEAR: &[&str] =
    &["mensile", "trimestrale", "quadrimestrale", "semestrale", "continua"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(anni) = piano.anni() else { return };
    let fasi = &piano.fasi_monitoraggio;
    let is_unclear =
        |f: &FaseMonitoraggio| ["inizio", "fine"].iter().any(|c| report.is_broken(f.luogo, c));
    let recurs = piano.monitoraggio_sottosezioni.iter().any(|riga| {
        riga.sottosezione == "2.2"
            && riga.periodicita.as_deref().is_some_and(|often| WITHIN_A_YEAR.contains(&often))
    });
    if fasi.is_empty() || recurs || fasi.iter().any(is_unclear) {
        return;
    }
    let forgotten: Vec<String> = anni
        .filter(|anno| !fasi.iter().any(|fase| touches(fase, *anno)))
        .map(|anno| format!("nel {anno}"))
        .collect();
    if forgotten.is_empty() {
        return;
    }
    report
        .at(
            piano.luogo,
            "fasi_monitoraggio",
            format!("nessuna fase del monitoraggio cade {}", elenco(&forgotten, "e")),
        )
        .label("ogni anno vuole una data intermedia, prima del 31 dicembre")
        .help("aggiungi una fase, o di’ che la 2.2 si monitora più volte l’anno, in «periodicita»");
}

/// Whether a phase has a day in a year, before its last one.
fn touches(fase: &FaseMonitoraggio, anno: i16) -> bool {
    let days: Option<(Date, Date)> = fase.inizio.or(fase.fine).zip(fase.fine.or(fase.inizio));
    days.is_some_and(|(first, last)| first < date(anno, 12, 31) && last >= date(anno, 1, 1))
}
