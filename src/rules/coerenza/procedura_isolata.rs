//! XRF-008.

use crate::model::campo;
use crate::model::scelte::AmbitiObiettivo;
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

const SEMPLIFICAZIONE: &str = "un obiettivo di semplificazione";
const PROCESSO: &str = "un processo della 2.3";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for procedura in &piano.procedure {
        let obiettivo = procedura.obiettivo.as_deref();
        let is_served = obiettivo.and_then(|id| piano.obiettivo_performance(id)).is_some_and(|o| {
            o.ambiti.iter().any(|ambito| {
                matches!(ambito, AmbitiObiettivo::Semplificazione | AmbitiObiettivo::Tempi)
            })
        });
        let wanted = [
            (
                is_served || piano.obiettivi_performance.is_empty(),
                campo::OBIETTIVO,
                SEMPLIFICAZIONE,
            ),
            (procedura.processo.is_some() || piano.processi.is_empty(), campo::PROCESSO, PROCESSO),
        ];
        let Some(missing) = report.absent(procedura.luogo, wanted) else { continue };
        report
            .at(
                procedura.luogo,
                missing.first,
                format!(
                    "la procedura «{}» non è collegata a {}",
                    procedura.nome,
                    elenco(&missing.names, "né a")
                ),
            )
            .label("chi la semplifica, e quali rischi ha oggi?");
    }
}
