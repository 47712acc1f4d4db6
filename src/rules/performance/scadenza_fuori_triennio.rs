//! PER-012.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::il_giorno;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "PER-012",
    name: "scadenza-fuori-triennio",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["piano-tipo sottosezione 2.2", "dlgs-150-2009 art. 5, c. 2, lett. d)"],
    summary: "Ogni obiettivo ha una scadenza, negli anni del piano.",
    page: include_str!("scadenza_fuori_triennio.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let triennio_at = report.place(piano.piao.luogo, "triennio");
    for obiettivo in &piano.obiettivi_performance {
        let titolo = &obiettivo.titolo;
        let Some(scadenza) = obiettivo.scadenza else {
            report
                .at(
                    obiettivo.luogo,
                    "scadenza",
                    format!("l’obiettivo «{titolo}» non ha una scadenza"),
                )
                .label("entro quando si saprà se è raggiunto?");
            continue;
        };
        if piano.giorni().is_some_and(|giorni| !giorni.contains(&scadenza)) {
            report
                .at(
                    obiettivo.luogo,
                    "scadenza",
                    format!(
                        "l’obiettivo «{titolo}» scade {}, fuori dal triennio",
                        il_giorno(scadenza)
                    ),
                )
                .label("chi lo valuterà, e con quale piano?")
                .see(triennio_at, "il piano copre questi anni");
        }
    }
}
