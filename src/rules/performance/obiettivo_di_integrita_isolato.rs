//! PER-024.

use crate::diag::Severity;
use crate::model::performance::ObiettivoPerformance;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-024",
    name: "obiettivo-di-integrita-isolato",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["dlgs-33-2013 art. 10, c. 3", "l-190-2012 art. 1, c. 8"],
    summary: "Un obiettivo di trasparenza e uno di prevenzione della corruzione rinviano alla sottosezione 2.3.",
    page: include_str!("obiettivo_di_integrita_isolato.md"),
    check: Check::Piano(check),
};

/// What has to be among the objectives, and how a finding calls it.
const INTEGRITY: [(&str, &str); 2] =
    [("trasparenza", "la trasparenza"), ("anticorruzione", "la prevenzione della corruzione")];

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let strategici = &piano.obiettivi_prevenzione;
    if strategici.iter().any(|strategico| report.is_broken(strategico.luogo, "obiettivo")) {
        return;
    }
    for (ambito, name) in INTEGRITY {
        let about: Vec<&ObiettivoPerformance> = piano
            .obiettivi_performance
            .iter()
            .filter(|obiettivo| obiettivo.ambiti.iter().any(|a| a == ambito))
            .collect();
        let is_linked = about.iter().any(|obiettivo| {
            obiettivo.prevenzione.is_some()
                || report.is_broken(obiettivo.luogo, "prevenzione")
                || strategici.iter().any(|s| s.obiettivo.as_ref() == Some(&obiettivo.id))
        });
        let Some(first) = about.first().filter(|_| !is_linked) else { continue };
        report
            .at(
                first.luogo,
                "ambiti",
                format!("nessun obiettivo che riguarda {name} rinvia alla sottosezione 2.3"),
            )
            .label("quale obiettivo strategico attua?")
            .help("scrivi in «prevenzione» il codice di un obiettivo della sottosezione 2.3");
    }
}
