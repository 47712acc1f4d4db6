//! The catalogue of the rules: duties of the piano-tipo and rules of judgement, one list.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::diag::Severity;
use crate::diag::tecniche::{TECNICHE, Tecnica};
use crate::law::{Dovere, Law, atti};
use crate::norma::{Citazione, Lettura, Stato};
use crate::rules::{RULES, Rule};

/// A rule, as it is listed and explained.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Regola {
    /// Code.
    pub codice: String,
    /// Weight: the greatest of those that its checks may have.
    pub gravita: Severity,
    /// What it asks, in a sentence.
    pub chiede: String,
    /// Whom it is for.
    pub per: String,
    /// First day of validity, an ISO date.
    pub dal: Option<String>,
    /// Last day of validity, an ISO date.
    pub al: Option<String>,
    /// On what authority.
    pub fonti: Vec<Citazione>,
    /// How its sources are known together; nothing when none has words.
    pub riscontro: Option<Riscontro>,
    /// Whether a citation is to be read again.
    pub da_rileggere: bool,
    /// What has to be there, when the rule is made of duties.
    pub doveri: Vec<DovereDiRegola>,
    /// The page, when the rule needs judgement.
    pub pagina: String,
}

/// How the sources of a rule are known together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Riscontro {
    /// All of them were read, and have not changed since.
    Letto,
    /// All were read, or are quoted by a source of today.
    Citato,
    /// Some were seen, or as they once were.
    InParte,
    /// None was.
    AMemoria,
}

impl Riscontro {
    /// As printed in a column.
    #[must_use]
    pub fn parola(self) -> &'static str {
        match self {
            Self::Letto => "letto",
            Self::Citato => "citato",
            Self::InParte => "in parte",
            Self::AMemoria => "a memoria",
        }
    }

    /// Of some citations; nothing when none has words.
    #[must_use]
    pub fn of(fonti: &[Citazione]) -> Option<Self> {
        let known: Vec<&Lettura> =
            fonti.iter().filter_map(|fonte| fonte.lettura.as_ref()).collect();
        let all = |is: fn(&Lettura) -> bool| known.iter().copied().all(is);
        if known.is_empty() {
            None
        } else if all(Lettura::is_read) {
            Some(Self::Letto)
        } else if all(Lettura::is_seen) {
            Some(Self::Citato)
        } else if all(|lettura| lettura.stato == Stato::AMemoria) {
            Some(Self::AMemoria)
        } else {
            Some(Self::InParte)
        }
    }
}

/// A duty of a rule.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DovereDiRegola {
    /// Path of the field.
    pub campo: String,
    /// What is said when it is missing.
    pub manca: String,
    /// First day of validity, an ISO date.
    pub dal: Option<String>,
    /// Last day of validity, an ISO date.
    pub al: Option<String>,
}

/// Whether a code is of a rule, of judgement or of duty.
#[must_use]
pub fn is_rule(code: &str, law: &Law) -> bool {
    let judged = RULES.iter().any(|rule| rule.code == code);
    judged || law.doveri().any(|(_, dovere)| dovere.regola == code)
}

/// Every rule, by code.
#[must_use]
pub fn all(law: &Law) -> Vec<Regola> {
    let mut entries: BTreeMap<String, Regola> = BTreeMap::new();
    for tecnica in TECNICHE {
        entries.insert(tecnica.codice.into(), technical(tecnica, law));
    }
    for rule in RULES.iter() {
        entries.insert(rule.code.clone(), of_rule(rule, law));
    }
    for (_, dovere) in law.doveri() {
        let entry = entries.entry(dovere.regola.clone()).or_insert_with(|| of_duty(dovere, law));
        entry.gravita = entry.gravita.max(dovere.severity());
        entry.da_rileggere |= dovere.fiducia.is_unsure();
        entry.doveri.push(DovereDiRegola {
            campo: dovere.campo.to_string(),
            manca: dovere.manca.clone(),
            dal: dovere.dal.as_ref().map(ToString::to_string),
            al: dovere.al.as_ref().map(ToString::to_string),
        });
        let more = dovere.anche.iter().flat_map(|appoggio| &appoggio.norma);
        for citation in dovere.norma.iter().chain(more) {
            let cited = law.cite(citation, None);
            if !entry.fonti.contains(&cited) {
                entry.fonti.push(cited);
            }
        }
    }
    let mut entries: Vec<Regola> = entries.into_values().collect();
    for entry in &mut entries {
        entry.riscontro = Riscontro::of(&entry.fonti);
    }
    entries
}

fn technical(tecnica: &Tecnica, law: &Law) -> Regola {
    Regola {
        codice: tecnica.codice.into(),
        gravita: tecnica.gravita,
        chiede: tecnica.chiede.into(),
        per: audience(&[], law),
        dal: None,
        al: None,
        fonti: vec![law.cite(atti::INTEGRITA, None)],
        riscontro: None,
        da_rileggere: false,
        doveri: Vec::new(),
        pagina: tecnica.rimedio.into(),
    }
}

fn of_rule(rule: &Rule, law: &Law) -> Regola {
    Regola {
        codice: rule.code.clone(),
        gravita: rule.severity,
        chiede: rule.summary.clone(),
        per: audience(&rule.per, law),
        dal: rule.dal.as_ref().map(ToString::to_string),
        al: rule.al.as_ref().map(ToString::to_string),
        fonti: rule.norma.iter().map(|citation| law.cite(citation, None)).collect(),
        riscontro: None,
        da_rileggere: rule.fiducia.is_unsure(),
        doveri: Vec::new(),
        pagina: rule.page.into(),
    }
}

fn of_duty(dovere: &Dovere, law: &Law) -> Regola {
    Regola {
        codice: dovere.regola.clone(),
        gravita: dovere.severity(),
        chiede: sentence(&dovere.manca),
        per: audience(&dovere.per, law),
        dal: None,
        al: None,
        fonti: Vec::new(),
        riscontro: None,
        da_rileggere: false,
        doveri: Vec::new(),
        pagina: String::new(),
    }
}

/// What is missing, as a sentence of its own.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(chars).chain(['.']).collect()
}

/// The properties that a rule asks for, in words.
fn audience(per: &[String], law: &Law) -> String {
    let words: Vec<&str> = per
        .iter()
        .map(|property| law.proprieta.get(property).map_or(property.as_str(), String::as_str))
        .collect();
    if words.is_empty() { "tutte le amministrazioni".into() } else { words.join(", ") }
}
