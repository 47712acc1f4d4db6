//! FAB-010.

use crate::model::campo;
use crate::rules::assunzioni::{assume, usa_capacita};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    let mut hires = contesto.piano.assunzioni.iter();
    let Some(first) = hires.find(|a| assume(a) && usa_capacita(contesto, a)) else { return };
    if capacita.asseverazione.as_ref().is_none_or(String::is_empty) {
        let hire_at = report.place(first.luogo, campo::PROFILO);
        report
            .at(
                capacita.luogo,
                campo::ASSEVERAZIONE,
                "si assume, ma non è citata l’asseverazione dei revisori sull’equilibrio pluriennale",
            )
            .see(hire_at, "la prima assunzione che usa la capacità")
            .help("scrivi per esempio asseverazione = \"Verbale n. 2 del 20 gennaio 2027\"");
    }
}
