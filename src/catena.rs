//! How much of the chain holds that leads from a public value to the budget.
//!
//! Public value, strategy, objective, indicator, unit, mission: each missing link is a finding of
//! its own; here they are counted, value by value (piano-tipo, sub-sections 2.1 and 2.2; D.M.
//! 132/2022, art. 8, c. 1).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::law::{Law, Profilo};
use crate::legami::Legami;
use crate::model::{Indicatore, ObiettivoPerformance, ObiettivoVp, Piano, Strategia};
use crate::record::Record;
use crate::valori::Luogo;

/// Where the piano-tipo asks whom for the mission of each objective.
const MISSIONE: [&str; 2] = ["obiettivi_performance", "missione"];

/// A public value with the links that lead from it; or the objectives that lead to none.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Catena {
    /// Code of the public value; nothing for the objectives that serve none.
    pub valore: Option<String>,
    /// Its title.
    pub titolo: String,
    /// Strategies of the value, and how many of them an objective carries out, by itself or through
    /// what it is part of.
    pub strategie: Quota,
    /// Objectives, and how many of them have every link: a strategy of the value, and those below.
    pub obiettivi: Quota,
    /// Objectives, and how many have an indicator with all that the piano-tipo asks.
    pub indicatori: Quota,
    /// Objectives, and how many have a unit of the organisation chart that answers for them.
    pub unita: Quota,
    /// Objectives, and how many lead to the budget: by their own mission, or by the resources of
    /// their public value where nobody asks for the mission of each objective.
    pub bilancio: Quota,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Quota {
    /// Those that have it.
    pub con: usize,
    /// All of them.
    pub su: usize,
}

/// The chain of every public value, in the order of the plan; then the organisational objectives
/// that serve none, if there are any. An objective serves what the edges of the plan lead it to, as
/// the map and the pages say.
#[must_use]
pub fn catene(radice: &Record<'_>, piano: &Piano, profilo: &Profilo, law: &Law) -> Vec<Catena> {
    let legami = Legami::of(radice, law);
    let by_mission =
        law.doveri().any(|(_, dovere)| dovere.campo.is_at(MISSIONE) && dovere.binds(profilo));
    let mut served: BTreeSet<Luogo> = BTreeSet::new();
    let mut catene: Vec<Catena> = Vec::new();
    for valore in &piano.obiettivi_vp {
        let serves = |o: &&ObiettivoPerformance| {
            legami.serves(o.luogo).iter().any(|nodo| nodo.luogo() == valore.luogo)
        };
        let obiettivi: Vec<_> = piano.obiettivi_performance.iter().filter(serves).collect();
        served.extend(obiettivi.iter().map(|obiettivo| obiettivo.luogo));
        let financed = !by_mission && is_financed(piano, valore);
        catene.push(catena(piano, &legami, Some(valore), &obiettivi, financed));
    }
    let alone: Vec<_> = piano
        .obiettivi_performance
        .iter()
        .filter(|o| o.is_organizzativo() && !served.contains(&o.luogo))
        .collect();
    if !alone.is_empty() {
        catene.push(catena(piano, &legami, None, &alone, false));
    }
    catene
}

fn catena(
    piano: &Piano,
    legami: &Legami<'_>,
    valore: Option<&ObiettivoVp>,
    obiettivi: &[&ObiettivoPerformance],
    financed: bool,
) -> Catena {
    let strategie = valore.map_or(&[][..], |valore| &valore.strategie);
    let carried: Vec<BTreeSet<Luogo>> =
        obiettivi.iter().map(|o| legami.leads_from(o.luogo)).collect();
    let carries = |index: usize, s: &Strategia| carried[index].contains(&s.luogo);
    let indices = || 0..obiettivi.len();
    let planned = |index: usize| strategie.iter().any(|s| carries(index, s));
    let measured = |o: &ObiettivoPerformance| o.indicatori.iter().any(Indicatore::is_complete);
    let answered = |o: &ObiettivoPerformance| {
        o.responsabile.as_ref().is_some_and(|id| piano.unita_by_id(id).is_some())
    };
    let budgeted = |o: &ObiettivoPerformance| financed || o.missione.is_some();
    let whole = |index: &usize| {
        let o = obiettivi[*index];
        planned(*index) && measured(o) && answered(o) && budgeted(o)
    };
    Catena {
        valore: valore.map(|valore| valore.id.clone()),
        titolo: valore.map_or_else(|| "nessun valore pubblico".into(), |v| v.titolo.clone()),
        strategie: quota(strategie, |s| indices().any(|index| carries(index, s))),
        obiettivi: Quota { con: indices().filter(whole).count(), su: obiettivi.len() },
        indicatori: quota(obiettivi, |o| measured(o)),
        unita: quota(obiettivi, |o| answered(o)),
        bilancio: quota(obiettivi, |o| budgeted(o)),
    }
}

/// Whether a public value names its mission or programme, or its resources their mission,
/// programme or source.
fn is_financed(piano: &Piano, valore: &ObiettivoVp) -> bool {
    valore.missione.is_some()
        || valore.programma.is_some()
        || piano.risorse.iter().any(|risorsa| {
            risorsa.obiettivo.as_ref() == Some(&valore.id)
                && (risorsa.missione.is_some()
                    || risorsa.programma.is_some()
                    || risorsa.fonte.is_some())
        })
}

fn quota<T>(all: &[T], has: impl Fn(&T) -> bool) -> Quota {
    Quota { con: all.iter().filter(|item| has(item)).count(), su: all.len() }
}
