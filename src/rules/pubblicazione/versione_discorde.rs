//! PUB-009.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(last) = piano.revisioni.iter().max_by_key(|riga| riga.data) else { return };
    let same_day: Vec<&str> = piano
        .revisioni
        .iter()
        .filter(|riga| riga.data == last.data)
        .map(|riga| riga.versione.as_str())
        .collect();
    let message = match piano.piao.versione.as_deref() {
        Some(versione) if same_day.contains(&versione) => return,
        Some(versione) => format!("il piano è nella versione «{versione}»"),
        None => "il piano non dice la sua versione".into(),
    };
    let last_at = report.place(last.luogo, "versione");
    report
        .at(
            piano.piao.luogo,
            "versione",
            format!("{message}, l’ultima revisione è «{}»", last.versione),
        )
        .label("chi ha due copie capisce da qui quale vale")
        .see(last_at, "l’ultima revisione");
}
