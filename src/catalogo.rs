//! The catalogue of the rules: duties of the piano-tipo and rules of judgement, one list.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::Severity;
use crate::law::schema::Gravita;
use crate::law::{Dovere, Law};
use crate::norma::{Citazione, Fiducia};
use crate::rules::{RULES, Rule};

/// A rule, as it is listed and explained.
#[derive(Debug, Serialize)]
pub struct Entry {
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
    /// Whether a citation is to be read again.
    pub da_rileggere: bool,
    /// What has to be there, when the rule is made of duties.
    pub doveri: Vec<EntryDovere>,
    /// The page, when the rule needs judgement.
    pub pagina: String,
}

/// A duty of a rule.
#[derive(Debug, Serialize)]
pub struct EntryDovere {
    /// Path of the field.
    pub campo: String,
    /// What is said when it is missing.
    pub manca: String,
    /// First day of validity, an ISO date.
    pub dal: Option<String>,
    /// Last day of validity, an ISO date.
    pub al: Option<String>,
}

/// Every rule, by code.
#[must_use]
pub fn all(law: &Law) -> Vec<Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for rule in RULES {
        entries.insert(rule.code.into(), of_rule(rule, law));
    }
    for (_, dovere) in law.doveri() {
        let entry = entries.entry(dovere.regola.clone()).or_insert_with(|| of_duty(dovere));
        entry.gravita = entry.gravita.max(severity(dovere));
        entry.da_rileggere |= dovere.fiducia.is_unsure();
        entry.doveri.push(EntryDovere {
            campo: dovere.campo.clone(),
            manca: dovere.manca.clone(),
            dal: dovere.dal.as_ref().map(ToString::to_string),
            al: dovere.al.as_ref().map(ToString::to_string),
        });
        for citation in &dovere.norma {
            let cited = law.cite(citation, None);
            if !entry.fonti.contains(&cited) {
                entry.fonti.push(cited);
            }
        }
    }
    entries.into_values().collect()
}

fn of_rule(rule: &Rule, law: &Law) -> Entry {
    Entry {
        codice: rule.code.into(),
        gravita: rule.severity,
        chiede: rule.summary.into(),
        per: audience(rule.per.iter().copied()),
        dal: rule.dal.map(str::to_owned),
        al: rule.al.map(str::to_owned),
        fonti: rule.norma.iter().map(|citation| law.cite(citation, None)).collect(),
        da_rileggere: rule.fiducia.is_unsure(),
        doveri: Vec::new(),
        pagina: rule.page.into(),
    }
}

fn of_duty(dovere: &Dovere) -> Entry {
    Entry {
        codice: dovere.regola.clone(),
        gravita: severity(dovere),
        chiede: sentence(&dovere.manca),
        per: audience(dovere.per.iter().map(String::as_str)),
        dal: None,
        al: None,
        fonti: Vec::new(),
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

/// Weight of a duty: an unsure citation backs at most a warning.
#[must_use]
pub fn severity(dovere: &Dovere) -> Severity {
    let severity = match dovere.gravita {
        Gravita::Errore => Severity::Errore,
        Gravita::Avviso => Severity::Avviso,
        Gravita::Consiglio => Severity::Consiglio,
    };
    match dovere.fiducia {
        Fiducia::Dubbia => severity.min(Severity::Consiglio),
        Fiducia::DaRileggere => severity.min(Severity::Avviso),
        Fiducia::Alta | Fiducia::Vista => severity,
    }
}

/// The properties that a rule asks for, in words.
fn audience<'a>(per: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = per
        .map(|property| match property {
            "ordinario" => "amministrazioni da 50 dipendenti in su",
            "semplificato" => "amministrazioni con meno di 50 dipendenti",
            "ente_locale" => "enti locali",
            "dup" => "enti con il documento unico di programmazione",
            "capacita_per_soglia" => "enti con la capacità assunzionale per soglie",
            "area_vasta" => "enti di area vasta",
            "segue_bilancio" => "enti il cui termine segue quello del bilancio",
            "escluso" => "amministrazioni escluse dal piano",
            "oltre_50" => "oltre 50 dipendenti",
            "oltre_200" => "oltre 200 dipendenti",
            "adottato" => "piani adottati",
            "pubblicato" => "piani pubblicati",
            other => other,
        })
        .collect();
    if words.is_empty() { "tutte le amministrazioni".into() } else { words.join(", ") }
}
