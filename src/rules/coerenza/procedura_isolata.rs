//! XRF-008.

use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

const SEMPLIFICAZIONE: &str = "un obiettivo di semplificazione";
const PROCESSO: &str = "un processo della 2.3";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for procedura in &piano.procedure {
        let obiettivo = procedura.obiettivo.as_deref();
        let is_served = obiettivo.and_then(|id| piano.obiettivo_performance(id)).is_some_and(|o| {
            o.ambiti.iter().any(|ambito| matches!(ambito.as_str(), "semplificazione" | "tempi"))
        });
        let wanted = [
            (is_served || piano.obiettivi_performance.is_empty(), "obiettivo", SEMPLIFICAZIONE),
            (procedura.processo.is_some() || piano.processi.is_empty(), "processo", PROCESSO),
        ];
        let missing: Vec<_> = wanted.iter().filter(|(met, ..)| !met).collect();
        let Some((_, campo, _)) = missing.first() else { continue };
        let names: Vec<&str> = missing.iter().map(|(.., name)| *name).collect();
        report
            .at(
                procedura.luogo,
                campo,
                format!(
                    "la procedura «{}» non è collegata a {}",
                    procedura.nome,
                    elenco(&names, "né a")
                ),
            )
            .label("chi la semplifica, e quali rischi ha oggi?");
    }
}
