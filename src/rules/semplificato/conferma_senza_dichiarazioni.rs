//! SEM-004.

use crate::diag::Severity;
use crate::model::atto::Conferma;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    if piao.natura.as_deref() != Some("conferma_annuale") {
        return;
    }
    let Some(conferma) = &piao.conferma else {
        report
            .at(piao.luogo, "natura", "il piano è una conferma, ma manca l’atto che la dichiara")
            .help("aggiungi [piao.conferma] con atto, data e i quattro fatti");
        return;
    };
    check_act(conferma, report);
    let missing: Vec<&str> = [
        (conferma.fatti_corruttivi, "fatti corruttivi"),
        (conferma.modifiche_organizzative, "modifiche organizzative rilevanti"),
        (conferma.disfunzioni, "disfunzioni amministrative significative"),
        (conferma.obiettivi_modificati, "modifiche degli obiettivi"),
    ]
    .into_iter()
    .filter_map(|(said, name)| said.is_none().then_some(name))
    .collect();
    if !missing.is_empty() {
        report
            .at(
                conferma.luogo,
                "",
                format!("la conferma non dice nulla su {}", elenco(&missing, "e")),
            )
            .label("ogni fatto va dichiarato, anche quando non c’è stato");
    }
}

/// Which act, and of which day: guidelines ask for it, so this is no more than a warning.
fn check_act(conferma: &Conferma, report: &mut Report<'_>) {
    let data = conferma.data.is_some() || report.is_broken(conferma.luogo, "data");
    let atto = conferma.atto.is_some() || report.is_broken(conferma.luogo, "atto");
    let missing: Vec<&str> = [(atto, "gli estremi"), (data, "la data")]
        .into_iter()
        .filter_map(|(there, name)| (!there).then_some(name))
        .collect();
    if !missing.is_empty() {
        // «gli estremi» alone is plural already.
        let verb = if atto { "manca" } else { "mancano" };
        let message = format!("dell’atto di conferma {verb} {}", elenco(&missing, "e"));
        report.at(conferma.luogo, "", message).at_most(Severity::Avviso);
    }
}
