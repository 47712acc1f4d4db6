//! Limits of expenditure: those that have to be there, and amounts planned over them.

use rust_decimal::Decimal;

use crate::law::proprieta;
use crate::model::scelte::TipiLimite;
use crate::model::{Limite, Luogo, campo};
use crate::rules::parole::{elenco, euro};
use crate::rules::{Contesto, Report};

/// How the amounts planned for some limits are judged.
pub(super) struct Giudizio<'a> {
    /// Kinds of limit.
    pub(super) tipi: &'a [TipiLimite],
    /// What the message says of the amount.
    pub(super) costs: &'a str,
    /// What a year spends outside the limit.
    pub(super) outside: &'a dyn Fn(i16) -> Decimal,
    /// What to do.
    pub(super) help: &'a str,
}

/// Reports each year in which what is planned for a limit exceeds it.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>, giudizio: &Giudizio<'_>) {
    let Giudizio { tipi, costs, outside, help } = giudizio;
    let inizio = contesto.piano.piao.triennio.inizio;
    for limite in &contesto.piano.fabbisogni.limiti {
        let (Some(tipo), Some(tetto)) = (limite.tipo, limite.tetto) else { continue };
        if !tipi.contains(&tipo) {
            continue;
        }
        let tetto_at = report.place(limite.luogo, campo::TETTO);
        for (campo, year, amount) in limite.previsti() {
            let anno = inizio.saturating_add(year);
            let amount = amount.saturating_sub(outside(anno));
            if amount <= tetto {
                continue;
            }
            let (planned, most) = (euro(amount), euro(tetto));
            report
                .at(
                    limite.luogo,
                    campo,
                    format!("nel {anno} {costs} {planned}, il limite è di {most}"),
                )
                .label(format!("sono {} di troppo", euro(amount.saturating_sub(tetto))))
                .see(tetto_at, "il limite")
                .help(*help);
        }
    }
}

/// Reports that none of the limits of these kinds is written, or that one has no ceiling.
pub(super) fn check_presence(
    contesto: &Contesto<'_>,
    report: &mut Report<'_>,
    tipi: &[TipiLimite],
    name: &str,
) {
    let fabbisogni = &contesto.piano.fabbisogni;
    // Where nothing is written of the needs, the limits are not what is missing.
    if !contesto.profilo.has(proprieta::ORDINARIO)
        || fabbisogni.luogo == Luogo::default()
        || report.is_broken(fabbisogni.luogo, campo::LIMITI)
    {
        return;
    }
    let is_own = |limite: &&Limite| limite.tipo.is_some_and(|tipo| tipi.contains(&tipo));
    let mut own = fabbisogni.limiti.iter().filter(is_own).peekable();
    if own.peek().is_none() {
        report
            .at(fabbisogni.luogo, campo::LIMITI, format!("manca {name}"))
            .help(format!("aggiungi [[fabbisogni.limiti]] con tipo {} e tetto", quoted(tipi)));
    }
    for limite in own.filter(|limite| limite.tetto.is_none()) {
        report.at(limite.luogo, campo::TETTO, format!("{name} non ha il tetto"));
    }
}

fn quoted(tipi: &[TipiLimite]) -> String {
    let tipi: Vec<String> = tipi.iter().map(|tipo| format!("«{}»", tipo.as_str())).collect();
    elenco(&tipi, "o")
}
