//! Limits of expenditure: those that have to be there, and amounts planned over them.

use crate::model::capacita::Limite;
use crate::rules::parole::{elenco, euro};
use crate::rules::{Contesto, Report};

/// Reports each year in which what is planned for a limit of these kinds exceeds it; `costs` is
/// what the message says of the amount.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>, tipi: &[&str], costs: &str) {
    let inizio = contesto.piano.piao.triennio.inizio;
    for limite in &contesto.piano.fabbisogni.limiti {
        let (Some(tipo), Some(tetto)) = (limite.tipo.as_deref(), limite.tetto) else { continue };
        if !tipi.contains(&tipo) {
            continue;
        }
        let tetto_at = report.place(limite.luogo, "tetto");
        for (campo, year, amount) in limite.previsti().filter(|(.., amount)| *amount > tetto) {
            let anno = inizio.saturating_add(year);
            let (planned, most) = (euro(amount), euro(tetto));
            report
                .at(
                    limite.luogo,
                    campo,
                    format!("nel {anno} {costs} {planned}, il limite è di {most}"),
                )
                .label(format!("sono {} di troppo", euro(amount.saturating_sub(tetto))))
                .see(tetto_at, "il limite");
        }
    }
}

/// Reports that none of the limits of these kinds is written, or that one has no ceiling.
pub(super) fn check_presence(
    contesto: &Contesto<'_>,
    report: &mut Report<'_>,
    tipi: &[&str],
    name: &str,
) {
    let fabbisogni = &contesto.piano.fabbisogni;
    if !contesto.profilo.has("ordinario") || report.is_broken(fabbisogni.luogo, "limiti") {
        return;
    }
    let is_own = |limite: &&Limite| limite.tipo.as_deref().is_some_and(|tipo| tipi.contains(&tipo));
    let mut own = fabbisogni.limiti.iter().filter(is_own).peekable();
    if own.peek().is_none() {
        report
            .at(fabbisogni.luogo, "limiti", format!("manca {name}"))
            .help(format!("aggiungi [[fabbisogni.limiti]] con tipo {} e tetto", quoted(tipi)));
    }
    for limite in own.filter(|limite| limite.tetto.is_none()) {
        report.at(limite.luogo, "tetto", format!("{name} non ha il tetto"));
    }
}

fn quoted(tipi: &[&str]) -> String {
    let tipi: Vec<String> = tipi.iter().map(|tipo| format!("«{tipo}»")).collect();
    elenco(&tipi, "o")
}
