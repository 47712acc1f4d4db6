//! XRF-006.

use rust_decimal::Decimal;

use crate::law::{Law, elenchi};
use crate::model::{Chiave, Risorsa, Stanziamento, campo};
use crate::rules::parole::euro;
use crate::rules::{Contesto, Report};

/// A year of the plan: how long after the first, its field, and what it holds.
type Anno = (i16, Chiave, fn(&Stanziamento) -> Option<Decimal>, fn(&Risorsa) -> Option<Decimal>);

const ANNI: [Anno; 3] = [
    (0, campo::PRIMO_ANNO, |s| s.primo_anno, |r| r.primo_anno),
    (1, campo::SECONDO_ANNO, |s| s.secondo_anno, |r| r.secondo_anno),
    (2, campo::TERZO_ANNO, |s| s.terzo_anno, |r| r.terzo_anno),
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let inizio = piano.piao.triennio.inizio;
    for (index, first) in piano.stanziamenti.iter().enumerate() {
        let is_same = |s: &&Stanziamento| key(s) == key(first);
        if piano.stanziamenti[..index].iter().any(|s| is_same(&s)) {
            continue;
        }
        let budget = |amount: fn(&Stanziamento) -> Option<Decimal>| {
            let mut amounts = piano.stanziamenti.iter().filter(is_same).filter_map(amount);
            let one = amounts.next()?;
            Some(amounts.fold(one, Decimal::saturating_add))
        };
        let voce = first.programma.as_ref().unwrap_or(&first.missione);
        let mut compare =
            |campo: Chiave, anno: i16, part: &str, due: Option<Decimal>, sum: Decimal| {
                let Some(due) = due.filter(|due| sum > *due) else { return };
                report
                    .at(
                        first.luogo,
                        campo,
                        format!(
                            "per il {anno} la {part} conta su {} della voce {voce}, il bilancio \
                         stanzia {}",
                            euro(sum),
                            euro(due)
                        ),
                    )
                    .label("le risorse del piano superano lo stanziamento");
            };
        let risorse = |amount: fn(&Risorsa) -> Option<Decimal>| {
            let fitting = piano.risorse.iter().filter(|r| {
                fits(contesto.law, first, r.missione.as_deref(), r.programma.as_deref())
            });
            fitting.filter_map(amount).fold(Decimal::ZERO, Decimal::saturating_add)
        };
        for (dopo, campo, stanziato, risorsa) in ANNI {
            let anno = inizio.saturating_add(dopo);
            compare(campo, anno, "2.1", budget(stanziato), risorse(risorsa));
        }
        let obiettivi = piano
            .obiettivi_performance
            .iter()
            .filter(|o| o.scadenza.is_some_and(|day| day.year() == inizio))
            .filter(|o| fits(contesto.law, first, o.missione.as_deref(), o.programma.as_deref()))
            .filter_map(|o| o.risorse_finanziarie)
            .fold(Decimal::ZERO, Decimal::saturating_add);
        compare(campo::PRIMO_ANNO, inizio, "2.2", budget(|s| s.primo_anno), obiettivi);
    }
}

/// What an appropriation is for.
fn key(stanziamento: &Stanziamento) -> (&str, Option<&str>) {
    (&stanziamento.missione, stanziamento.programma.as_deref())
}

/// Whether money is spent under an appropriation: under its programme, or its mission, which is
/// that of the programme when only this is written.
fn fits(
    law: &Law,
    stanziamento: &Stanziamento,
    missione: Option<&str>,
    programma: Option<&str>,
) -> bool {
    let of_programme =
        || law.vocabolari.get(elenchi::PROGRAMMI)?.get(programma?)?.missione.as_deref();
    match &stanziamento.programma {
        Some(own) => programma == Some(own),
        None => missione.or_else(of_programme) == Some(&stanziamento.missione),
    }
}
