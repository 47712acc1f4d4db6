//! GEN-025.

use crate::rules::prosa::{self, giorni};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let Some(premessa) = &piao.premessa else { return };
    let text = prosa::piana(premessa);
    let named = prosa::places(&text, "132").any(|at| {
        let (before, after) = (&text[..at], &text[at + "132".len()..]);
        let before = before.trim_end_matches([' ', '.', ',', 'n']);
        let of_2022 = after.strip_prefix(" del ").is_some_and(|rest| {
            rest.starts_with("2022")
                || giorni(prosa::inizio(rest, 20)).first().is_some_and(|day| day.year() == 2022)
        });
        after.starts_with("/2022") || of_2022 || before.ends_with("2022")
    });
    if named {
        return;
    }
    report
        .at(piao.luogo, "premessa", "la premessa non nomina il decreto 30 giugno 2022, n. 132")
        .label("chi apre il piano cerca qui su quale decreto si fonda");
}
