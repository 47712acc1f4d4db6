//! SEM-004.

use crate::diag::Severity;
use crate::model::scelte::Nature;
use crate::model::{Conferma, campo};
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

/// What adds an event to those of the decree.
const PNA: &str = "pna-2022";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    if piao.natura != Some(Nature::ConfermaAnnuale) {
        return;
    }
    let Some(conferma) = &piao.conferma else {
        report
            .at(
                piao.luogo,
                campo::NATURA,
                "il piano è una conferma, ma manca l’atto che la dichiara",
            )
            .help("aggiungi [piao.conferma] con atto, data e i quattro fatti");
        return;
    };
    check_act(conferma, report);
    let (fatti, modifiche) = (conferma.fatti_corruttivi, conferma.modifiche_organizzative);
    let (disfunzioni, obiettivi) = (conferma.disfunzioni, conferma.obiettivi_modificati);
    let asked = [
        (fatti.is_some(), campo::FATTI_CORRUTTIVI, "fatti corruttivi"),
        (modifiche.is_some(), campo::MODIFICHE_ORGANIZZATIVE, "modifiche organizzative rilevanti"),
        (disfunzioni.is_some(), campo::DISFUNZIONI, "disfunzioni amministrative significative"),
        (obiettivi.is_some(), campo::OBIETTIVI_MODIFICATI, "modifiche degli obiettivi"),
    ];
    if let Some(missing) = report.absent(conferma.luogo, asked) {
        report
            .on(
                conferma.luogo,
                format!("la conferma non dice nulla su {}", elenco(&missing.names, "e")),
            )
            .label("ogni fatto va dichiarato, anche quando non c’è stato");
    } else {
        check_other_sections(contesto, conferma, report);
    }
}

/// The event that the PNA adds to those of the decree: no more than a warning.
fn check_other_sections(contesto: &Contesto<'_>, conferma: &Conferma, report: &mut Report<'_>) {
    let said = conferma.altre_sezioni_modificate.is_some();
    let asked = [(said, campo::ALTRE_SEZIONI_MODIFICATE, "")];
    if report.absent(conferma.luogo, asked).is_some() {
        let fonte = contesto.law.cite_all([PNA].into_iter(), contesto.profilo);
        report
            .on(
                conferma.luogo,
                "la conferma non dice se altre sezioni del piano sono cambiate in modo significativo",
            )
            .help("scrivi «altre_sezioni_modificate» in [piao.conferma]")
            .cites_instead(fonte)
            .cap(Fiducia::DaRileggere)
            .unsure();
    }
}

/// Which act, and of which day: guidelines ask for it, so this is no more than a warning.
fn check_act(conferma: &Conferma, report: &mut Report<'_>) {
    let asked = [
        (conferma.atto.is_some(), campo::ATTO, "gli estremi"),
        (conferma.data.is_some(), campo::DATA, "la data"),
    ];
    if let Some(missing) = report.absent(conferma.luogo, asked) {
        // «gli estremi» alone is plural already.
        let verb = if missing.first == campo::ATTO { "mancano" } else { "manca" };
        let message = format!("dell’atto di conferma {verb} {}", elenco(&missing.names, "e"));
        report.on(conferma.luogo, message).at_most(Severity::Avviso);
    }
}
