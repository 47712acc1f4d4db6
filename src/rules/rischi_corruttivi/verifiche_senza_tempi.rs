//! RCT-028.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let on_appointments =
        piano.misure.iter().filter(|misura| misura.generale.as_deref() == Some("inconferibilita"));
    for misura in on_appointments {
        let is_checked = piano.controlli_misure.iter().any(|controllo| {
            controllo.periodo.is_some() && controllo.misure == [misura.id.as_str()]
        });
        if is_checked || misura.fasi.is_some() || misura.scadenza.is_some() {
            continue;
        }
        report
            .at(
                misura.luogo,
                "fasi",
                format!(
                    "della misura «{}» non è detto quando si fanno le verifiche",
                    misura.titolo
                ),
            )
            .label("scrivi i tempi in «fasi», o dai alla misura un controllo suo, periodico");
    }
}
