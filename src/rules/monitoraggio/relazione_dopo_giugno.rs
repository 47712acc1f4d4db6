//! MON-004.

use crate::rules::parole::il_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let monitoraggio = &contesto.piano.monitoraggio;
    let Some(data) = monitoraggio.data_relazione else { return };
    if (data.month(), data.day()) <= (6, 30) {
        return;
    }
    report
        .at(
            monitoraggio.luogo,
            "data_relazione",
            format!("la relazione sulla performance è prevista entro {}", il_giorno(data)),
        )
        .label("la legge la vuole ogni anno entro il 30 giugno");
}
