//! RCT-008.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "RCT-008",
    name: "area-di-legge-scoperta",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["l-190-2012 art. 1, c. 9, lett. a)", "l-190-2012 art. 1, c. 16"],
    summary: "Le quattro aree di rischio della legge hanno un processo, o il motivo per cui manca.",
    page: include_str!("area_di_legge_scoperta.md"),
    check: Check::Piano(check),
};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(aree) = contesto.law.vocabolari.get("aree_rischio") else { return };
    if piano.processi.is_empty() {
        return;
    }
    for area in aree.voci.iter().filter(|area| area.legge.is_some()) {
        let chiave = area.chiave.as_str();
        let mapped = piano.processi.iter().any(|p| p.area.as_deref() == Some(chiave));
        let motivated = piano.rischi_corruttivi.aree_motivate.iter().any(|a| a.area == chiave);
        if mapped || motivated {
            continue;
        }
        report
            .at(
                piano.luogo,
                "processi",
                format!("nessun processo sta nell’area «{}»", area.etichetta),
            )
            .label("la legge considera sempre a rischio quest’area")
            .help(
                "se l’amministrazione non svolge queste attività, scrivi perché in \
                 [[rischi_corruttivi.aree_motivate]]",
            );
    }
}
