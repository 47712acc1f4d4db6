//! FAB-012.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::euro;
use crate::rules::{Check, Contesto, Report, Rule};

/// Kinds of limit on flexible work.
const TIPI: &[&str] = &["lavoro_flessibile"];

pub(in crate::rules) const RULE: Rule = Rule {
    code: "FAB-012",
    name: "lavoro-flessibile-oltre-limite",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["dl-78-2010 art. 9, c. 28"],
    summary: "La spesa per il lavoro flessibile sta sotto il suo limite.",
    page: include_str!("lavoro_flessibile_oltre_limite.md"),
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
                        "nel {anno} il lavoro flessibile costa {}, il limite è di {}",
                        euro(amount),
                        euro(tetto)
                    ),
                )
                .label(format!("sono {} di troppo", euro(amount.saturating_sub(tetto))))
                .see(tetto_at, "il limite");
        }
    }
}
