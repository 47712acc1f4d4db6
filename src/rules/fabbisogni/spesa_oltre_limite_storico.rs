//! FAB-011.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::euro;
use crate::rules::{Check, Contesto, Report, Rule};

/// Kinds of limit that the law takes from the past.
const TIPI: &[&str] = &["media_2011_2013", "comma_562"];

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-011",
    name: "spesa-oltre-limite-storico",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ente_locale"],
    dal: None,
    al: None,
    norma: &["l-296-2006 art. 1, c. 557-quater", "l-296-2006 art. 1, c. 562"],
    summary: "La spesa di personale sta sotto il limite storico: la media 2011-2013 o quello del comma 562.",
    page: include_str!("spesa_oltre_limite_storico.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let inizio = contesto.piano.piao.triennio.inizio;
    for limite in &contesto.piano.fabbisogni.limiti {
        let (Some(tipo), Some(tetto)) = (limite.tipo.as_deref(), limite.tetto) else { continue };
        if !TIPI.contains(&tipo) {
            continue;
        }
        let tetto_at = report.place(limite.luogo, "tetto");
        for (campo, year, amount) in limite.previsti().filter(|(.., amount)| *amount > tetto) {
            let anno = inizio.saturating_add(year);
            report
                .at(
                    limite.luogo,
                    campo,
                    format!(
                        "nel {anno} la spesa di personale è di {}, il limite è di {}",
                        euro(amount),
                        euro(tetto)
                    ),
                )
                .label(format!("sono {} di troppo", euro(amount.saturating_sub(tetto))))
                .see(tetto_at, "il limite");
        }
    }
}
