//! GEN-018.

use crate::model::campo;
use crate::model::scelte::Pareri;
use crate::rules::parole::del_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let why = "i revisori si esprimono sui fabbisogni prima che il piano sia adottato";
    check_tipo(contesto, report, Pareri::Revisori, "il parere dei revisori", why);
}

/// Reports what of a kind comes after the last act that adopts or updates the plan.
pub(in crate::rules) fn check_tipo(
    contesto: &Contesto<'_>,
    report: &mut Report<'_>,
    tipo: Pareri,
    name: &str,
    why: &str,
) {
    let piano = contesto.piano;
    let Some((luogo, adottato)) = piano.ultimo_atto() else { return };
    let data_at = report.place(luogo, campo::DATA);
    for parere in piano.pareri.iter().filter(|parere| parere.tipo == Some(tipo)) {
        let Some(data) = parere.data.filter(|data| *data > adottato) else { continue };
        report
            .at(parere.luogo, campo::DATA, format!("{name} è {}, dopo il piano", del_giorno(data)))
            .label(why)
            .see(data_at, format!("l’atto è {}", del_giorno(adottato)));
    }
}
