//! What is counted of many plans.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::exit;
use crate::cli::lotto::resoconto::{Gravita, Riga};
use crate::law::Law;

/// The rule of an adoption after its term.
const TARDIVA: &str = "GEN-008";
/// States of a plan that is in force.
const IN_VIGORE: [&str; 2] = ["adottato", "pubblicato"];

/// An administration of which a plan is expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(in crate::cli) struct Atteso {
    /// Its code in the national index, in lower case.
    pub(super) codice_ipa: String,
    /// Its name, empty where the list does not say it.
    pub(super) denominazione: String,
}

/// Many plans in one table.
#[derive(Debug, PartialEq, Serialize, JsonSchema)]
pub(in crate::cli) struct Quadro {
    /// How many plans.
    pub(super) piani: usize,
    /// How many have no error.
    pub(super) senza_errori: usize,
    /// The day on which lateness is judged, an ISO date.
    pub(super) oggi: String,
    /// The findings of each rule, the most widespread first.
    pub(super) regole: Vec<PerRegola>,
    /// The plans of each kind of administration.
    pub(super) tipologie: Vec<Gruppo>,
    /// The plans of each region.
    pub(super) regioni: Vec<Gruppo>,
    /// The findings of each rule, kind and region.
    pub(super) righe: Vec<Incrocio>,
    /// Plans adopted after their term, or not adopted when it has gone by.
    pub(super) in_ritardo: Vec<Ritardo>,
    /// Administrations of which there is no plan.
    pub(super) assenti: Vec<Atteso>,
    /// Plans with errors, or that could not be read or drawn.
    pub(super) sbagliati: Vec<Sbagliato>,
    /// Every plan.
    pub(super) elenco: Vec<Voce>,
}

/// The findings of a rule.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct PerRegola {
    /// Its code.
    pub(super) codice: String,
    /// What they weigh.
    pub(super) gravita: Gravita,
    /// In how many plans.
    pub(super) piani: usize,
    /// How many.
    pub(super) rilievi: usize,
}

/// The findings of a rule in the plans of a kind and of a region.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Incrocio {
    #[serde(flatten)]
    pub(super) regola: PerRegola,
    /// The kind, a key of the law; empty where the plan does not say it.
    pub(super) tipologia: String,
    /// The region, a key of the law; empty where the plan does not say it.
    pub(super) regione: String,
}

/// The plans that have something in common.
#[derive(Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Gruppo {
    /// What they have in common, a key of the law; empty where the plans do not say it.
    pub(super) chiave: String,
    /// The same, as printed.
    pub(super) nome: String,
    /// How many plans.
    pub(super) piani: usize,
    /// How many of them have errors, or could not be read.
    pub(super) sbagliati: usize,
    /// How many of them are late.
    pub(super) in_ritardo: usize,
    /// How many errors.
    pub(super) errori: usize,
    /// How many warnings.
    pub(super) avvisi: usize,
}

/// A plan that is late.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Ritardo {
    /// The plan, as it was called.
    pub(super) piano: String,
    /// Whose it is.
    pub(super) ente: String,
    /// Last day for adopting it, an ISO date.
    pub(super) termine: String,
    /// Day of adoption, an ISO date; nothing when it is not adopted.
    pub(super) adozione: Option<String>,
}

/// A plan that is wrong.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Sbagliato {
    /// The plan, as it was called.
    pub(super) piano: String,
    /// Whose it is.
    pub(super) ente: String,
    /// Its exit code.
    pub(super) esito: u8,
    /// The same in words.
    pub(super) perche: &'static str,
    /// How many errors.
    pub(super) errori: usize,
}

/// A plan of the list.
#[derive(Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct Voce {
    /// The plan, as it was called.
    pub(super) piano: String,
    #[serde(flatten)]
    pub(super) carta: crate::plan::Carta,
    /// Its exit code.
    pub(super) esito: u8,
    /// How many errors.
    pub(super) errori: usize,
    /// How many warnings.
    pub(super) avvisi: usize,
    /// How many advices.
    pub(super) consigli: usize,
}

impl Quadro {
    /// Counts the lines of some plans, one each, in their order.
    pub(in crate::cli) fn new(lines: &[Riga], attesi: &[Atteso], oggi: Date, law: &Law) -> Self {
        let mut rules: BTreeMap<(&str, Gravita), (usize, usize)> = BTreeMap::new();
        let mut crossed: BTreeMap<(&str, Gravita, &str, &str), (usize, usize)> = BTreeMap::new();
        for riga in lines {
            let (tipologia, regione) =
                (said(riga.carta.tipologia.as_deref()), said(riga.carta.regione.as_deref()));
            for own in &riga.regole {
                let key = (own.codice.as_str(), own.gravita);
                let (codice, gravita) = key;
                for count in [
                    rules.entry(key).or_default(),
                    crossed.entry((codice, gravita, tipologia, regione)).or_default(),
                ] {
                    *count = (count.0 + 1, count.1 + own.rilievi);
                }
            }
        }
        let row = |(codice, gravita): (&str, Gravita), (piani, rilievi)| PerRegola {
            codice: codice.into(),
            gravita,
            piani,
            rilievi,
        };
        let mut regole: Vec<_> = rules.into_iter().map(|(key, count)| row(key, count)).collect();
        regole.sort_by_key(|rule| std::cmp::Reverse(rule.piani));
        let righe = crossed.into_iter().map(|((codice, gravita, tipologia, regione), count)| {
            let regola = row((codice, gravita), count);
            Incrocio { regola, tipologia: tipologia.into(), regione: regione.into() }
        });
        let kind = |key: &str| law.enti.get(key).map(|ente| ente.nome.clone());
        let region = |key: &str| law.etichetta("regioni", key).map(str::to_owned);
        Self {
            piani: lines.len(),
            senza_errori: lines.iter().filter(|riga| riga.esito == exit::FINE).count(),
            oggi: oggi.to_string(),
            regole,
            tipologie: groups(lines, oggi, |riga| said(riga.carta.tipologia.as_deref()), kind),
            regioni: groups(lines, oggi, |riga| said(riga.carta.regione.as_deref()), region),
            righe: righe.collect(),
            in_ritardo: lines.iter().filter_map(|riga| late(riga, oggi)).collect(),
            assenti: absent(lines, attesi),
            sbagliati: lines.iter().filter_map(wrong).collect(),
            elenco: lines.iter().map(listed).collect(),
        }
    }
}

fn said(text: Option<&str>) -> &str {
    text.unwrap_or_default()
}

/// Whose a plan is: the name, else the code, else how it was called.
fn ente(riga: &Riga) -> String {
    let carta = &riga.carta;
    carta.denominazione.as_ref().or(carta.codice_ipa.as_ref()).unwrap_or(&riga.piano).clone()
}

fn groups<'a>(
    lines: &'a [Riga],
    oggi: Date,
    key: impl Fn(&'a Riga) -> &'a str,
    name: impl Fn(&str) -> Option<String>,
) -> Vec<Gruppo> {
    let mut groups: BTreeMap<&str, Gruppo> = BTreeMap::new();
    for riga in lines {
        let group = groups.entry(key(riga)).or_default();
        group.piani += 1;
        group.sbagliati += usize::from(riga.esito != exit::FINE);
        group.in_ritardo += usize::from(late(riga, oggi).is_some());
        group.errori += riga.rilievi.errori;
        group.avvisi += riga.rilievi.avvisi;
    }
    let named = |(chiave, group): (&str, Gruppo)| Gruppo {
        chiave: chiave.into(),
        nome: name(chiave).unwrap_or_else(|| "non indicata".into()),
        ..group
    };
    groups.into_iter().map(named).collect()
}

fn late(riga: &Riga, oggi: Date) -> Option<Ritardo> {
    let termine = riga.carta.termine.clone()?;
    let is_told =
        riga.regole.iter().any(|rule| rule.codice == TARDIVA && rule.gravita != Gravita::Deroga);
    let is_in_force =
        riga.carta.adozione.is_some() || IN_VIGORE.contains(&said(riga.carta.stato.as_deref()));
    // ISO dates are in the order of their days.
    let is_overdue = !is_in_force && termine < oggi.to_string();
    (is_told || is_overdue).then(|| Ritardo {
        piano: riga.piano.clone(),
        ente: ente(riga),
        termine,
        adozione: riga.carta.adozione.clone(),
    })
}

fn absent(lines: &[Riga], attesi: &[Atteso]) -> Vec<Atteso> {
    let there = |code: &str| {
        lines.iter().any(|riga| said(riga.carta.codice_ipa.as_deref()).eq_ignore_ascii_case(code))
    };
    attesi.iter().filter(|atteso| !there(&atteso.codice_ipa)).cloned().collect()
}

fn wrong(riga: &Riga) -> Option<Sbagliato> {
    let perche = match riga.esito {
        exit::FINE => return None,
        exit::PLAN => "ha errori",
        exit::USAGE => "non si compila così com’è chiesto",
        exit::DISK => "non si legge, o non si scrive",
        exit::LAYOUT => "ha un layout guasto",
        _ => "piao si è fermato",
    };
    let errori = riga.rilievi.errori;
    Some(Sbagliato {
        piano: riga.piano.clone(),
        ente: ente(riga),
        esito: riga.esito,
        perche,
        errori,
    })
}

fn listed(riga: &Riga) -> Voce {
    Voce {
        piano: riga.piano.clone(),
        carta: riga.carta.clone(),
        esito: riga.esito,
        errori: riga.rilievi.errori,
        avvisi: riga.rilievi.avvisi,
        consigli: riga.rilievi.consigli,
    }
}
