//! IND-005.

use jiff::civil::Date;

use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(anni) = contesto.piano.anni() else { return };
    for misurazione in contesto.piano.indicatori() {
        if report.is_broken(misurazione.luogo, misurazione.campo) {
            continue;
        }
        let indicatore = misurazione.indicatore;
        // What an objective without a deadline or with one outside the plan lacks is not this.
        let end = match misurazione.ultimo_anno {
            Some(last) if misurazione.oltre_il_triennio => last.min(*anni.end()),
            Some(last) if anni.contains(&last) => last,
            None if misurazione.oltre_il_triennio => *anni.end(),
            _ => continue,
        };
        // Before the starting value is known there is nothing to aim at.
        let unknown = indicatore
            .baseline
            .as_ref()
            .filter(|baseline| !baseline.has_value())
            .and_then(|baseline| baseline.disponibile_dal)
            .map(Date::year);
        let missing: Vec<String> = (*anni.start()..=end)
            .filter(|anno| unknown.is_none_or(|unknown| *anno > unknown))
            .filter(|anno| {
                !indicatore.target.iter().any(|t| t.anno == 0 || (t.anno == *anno && t.is_noto()))
            })
            .map(|anno| format!("il {anno}"))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let end_at = report.place(misurazione.luogo, misurazione.campo);
        report
            .at(
                indicatore.luogo,
                "target",
                format!(
                    "l’indicatore «{}» non ha un traguardo per {}",
                    indicatore.nome,
                    elenco(&missing, "e")
                ),
            )
            .label("a che punto si deve essere ogni anno?")
            .see(end_at, "il tempo in cui si misura");
    }
}
