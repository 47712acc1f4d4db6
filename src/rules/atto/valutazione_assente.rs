//! GEN-020.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-020",
    name: "valutazione-assente",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["l-190-2012 art. 1, c. 8-bis", "dlgs-33-2013 art. 44"],
    summary: "Il piano nomina l’OIV o il Nucleo di valutazione e ne riporta la verifica di coerenza.",
    page: include_str!("valutazione_assente.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let named = piano
        .anagrafica
        .incarichi
        .iter()
        .any(|incarico| matches!(incarico.ruolo.as_str(), "oiv" | "nucleo_valutazione"));
    if !named {
        report
            .at(
                piano.anagrafica.luogo,
                "incarichi",
                "non è detto chi sono l’OIV o il Nucleo di valutazione",
            )
            .help("aggiungi un incarico con ruolo «oiv» o «nucleo_valutazione»");
    }
    let verified = piano.pareri.iter().any(|parere| parere.tipo == "oiv");
    if contesto.profilo.has("ordinario") && !verified {
        report
            .at(
                piano.luogo,
                "pareri",
                "manca la verifica di coerenza fra obiettivi di performance e misure di prevenzione",
            )
            .help("aggiungi in [[pareri]] il passaggio di tipo «oiv», con la data prevista o avvenuta");
    }
}
