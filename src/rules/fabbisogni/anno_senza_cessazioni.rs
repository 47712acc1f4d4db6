//! FAB-013.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-013",
    name: "anno-senza-cessazioni",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 4, c. 1, lett. c), n. 2"],
    summary: "Le cessazioni sono programmate per ogni anno del triennio e per area.",
    page: include_str!("anno_senza_cessazioni.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for cessazione in &piano.cessazioni {
        // Nobody leaves from no area.
        if cessazione.area.is_none() && cessazione.numero != Some(0) {
            report
                .at(cessazione.luogo, "area", "non è detto di quale area sono le cessazioni")
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
    if !unknown && !missing.is_empty() {
        let message = format!("non è detto quante persone cessano {}", elenco(&missing, "e"));
        report
            .at(piano.luogo, "cessazioni", message)
            .label("ogni anno del triennio ha almeno una riga")
            .help("se nell’anno non cessa nessuno, scrivi «numero = 0»");
    }
}
