//! FAB-013.

use crate::model::campo;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for cessazione in &piano.cessazioni {
        // Nobody leaves from no area.
        if cessazione.area.is_none() && cessazione.numero != Some(0) {
            report
                .at(cessazione.luogo, campo::AREA, "non è detto di quale area sono le cessazioni")
                .help("scrivi «area», o «numero = 0» se nell’anno non cessa nessuno");
        }
    }
    let Some(anni) = piano.anni() else { return };
    // A year written wrongly may be any of those that seem to be missing.
    let unknown = piano.cessazioni.is_empty() || piano.cessazioni.iter().any(|c| c.anno == 0);
    let missing: Vec<String> = anni
        .filter(|anno| piano.cessazioni.iter().all(|c| c.anno != *anno))
        .map(|anno| format!("nel {anno}"))
        .collect();
    if let Some(first) = missing.first().filter(|_| !unknown) {
        let first = first.trim_start_matches("nel ");
        let typed = report.offer(&format!("cessazioni[anno = {first}]")).unwrap_or_default();
        let message = format!("non è detto quante persone cessano {}", elenco(&missing, "e"));
        report
            .at(piano.luogo, campo::CESSAZIONI, message)
            .lacks_rows()
            .label("ogni anno del triennio ha almeno una riga")
            .help(format!("se nell’anno non cessa nessuno, «numero = 0»; {typed}"));
    }
}
