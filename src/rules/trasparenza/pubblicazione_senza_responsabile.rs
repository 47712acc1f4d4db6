//! TRA-002.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::elenco;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "TRA-002",
    name: "pubblicazione-senza-responsabile",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dlgs-33-2013 art. 10, c. 1"],
    summary: "Ogni obbligo di pubblicazione ha chi trasmette i dati e chi li pubblica.",
    page: include_str!("pubblicazione_senza_responsabile.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let applicable =
        contesto.piano.obblighi_pubblicazione.iter().filter(|o| o.non_applicabile.is_none());
    for obbligo in applicable {
        let missing: Vec<(&str, &str)> = [
            (&obbligo.responsabile_trasmissione, "responsabile_trasmissione", "chi li trasmette"),
            (&obbligo.responsabile_pubblicazione, "responsabile_pubblicazione", "chi li pubblica"),
        ]
        .into_iter()
        .filter_map(|(unita, campo, name)| unita.is_none().then_some((campo, name)))
        .collect();
        let Some((first, _)) = missing.first() else { continue };
        let names: Vec<&str> = missing.iter().map(|(_, name)| *name).collect();
        report
            .at(
                obbligo.luogo,
                first,
                format!("dei dati «{}» non è detto {}", obbligo.contenuto, elenco(&names, "né")),
            )
            .label("la legge vuole due responsabili, anche nella stessa unità");
    }
}
