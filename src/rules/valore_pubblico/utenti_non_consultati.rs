//! VP-010.

use crate::diag::Severity;
use crate::model::{Procedura, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let procedure = &contesto.piano.procedure;
    let is_silent = |procedura: &&Procedura| {
        procedura.consultazione.is_none()
            && !report.is_broken(procedura.luogo, campo::CONSULTAZIONE)
    };
    let silent: Vec<&Procedura> = procedure.iter().filter(is_silent).collect();
    let Some(first) = silent.first() else { return };
    if silent.len() == procedure.len() {
        report
            .at(
                first.luogo,
                campo::CONSULTAZIONE,
                "di nessuna procedura è detto come sono stati consultati gli utenti",
            )
            .label("l’elenco si fa «sulla base della consultazione degli utenti»")
            .help(HELP);
        return;
    }
    for procedura in silent {
        report
            .at(
                procedura.luogo,
                campo::CONSULTAZIONE,
                format!(
                    "per «{}» non è detto come sono stati consultati gli utenti",
                    procedura.nome
                ),
            )
            .help(HELP)
            .at_most(Severity::Avviso);
    }
}

const HELP: &str =
    "in «consultazione» scrivi come e quando: «Questionario alle imprese, novembre 2026»";
