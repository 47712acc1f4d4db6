//! The catalogue of the rules: duties of the piano-tipo and rules of judgement, one list.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::Severity;
use crate::law::{Dovere, Law};
use crate::norma::Citazione;
use crate::rules::{RULES, Rule};

/// A rule, as it is listed and explained.
#[derive(Debug, Serialize)]
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
    /// Whether a citation is to be read again.
    pub da_rileggere: bool,
    /// What has to be there, when the rule is made of duties.
    pub doveri: Vec<DovereDiRegola>,
    /// The page, when the rule needs judgement.
    pub pagina: String,
}

/// A duty of a rule.
#[derive(Debug, Serialize)]
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

/// What is wrong with a file or with a form: these codes stand on no act. The last word is what to
/// do.
const TECNICHE: &[(&str, &str, &str)] = &[
    (
        "CSV-001",
        "Le colonne di una tabella sono quelle dei suoi campi.",
        "Scrivi nell’intestazione le chiavi dei campi; quelle obbligatorie ci sono tutte.",
    ),
    (
        "CSV-002",
        "Ogni riga di una tabella ha tante celle quante l’intestazione.",
        "Controlla i separatori; una cella che ne contiene uno va tra virgolette.",
    ),
    (
        "DER-001",
        "Si mette da parte una regola che esiste, con un motivo; non quelle su come il piano è scritto.",
        "Il rilievo dice che cosa correggere.",
    ),
    ("DER-002", "Si mette da parte solo una regola che ha qualcosa da dire.", "Togli la deroga."),
    (
        "FILE-001",
        "La cartella di un piano contiene almeno un file .toml.",
        "«piao init» ne scrive uno.",
    ),
    ("FILE-002", "I file di un piano sono testo UTF-8.", "Salva il file con la codifica UTF-8."),
    (
        "FILE-003",
        "Nessun collegamento esce dalla cartella del piano.",
        "Copia il file dentro la cartella.",
    ),
    (
        "FILE-004",
        "I file citati esistono.",
        "Il percorso parte dalla cartella del piano e usa «/».",
    ),
    (
        "FILE-005",
        "I file citati stanno nella cartella del piano.",
        "Scrivi un percorso senza «..» e senza «/» iniziale.",
    ),
    ("FILE-006", "Un file non supera i 16 MB.", "Dividilo in più file."),
    (
        "FORM-001",
        "Le chiavi sono quelle dello schema.",
        "Correggi la chiave; ciò che lo schema non prevede va in [[sottosezioni_libere]].",
    ),
    ("FORM-002", "Ogni valore ha la forma del suo campo.", "Il rilievo dice quale forma serve."),
    (
        "FORM-003",
        "I valori di un elenco chiuso sono quelli dell’elenco.",
        "Scegli uno dei valori ammessi.",
    ),
    ("FORM-004", "Un elemento ha le chiavi che lo rendono tale.", "Aggiungi la chiave che manca."),
    (
        "FORM-005",
        "Le sottosezioni libere scendono al più di cinque livelli.",
        "Porta il testo al livello superiore.",
    ),
    (
        "TESTO-001",
        "I testi sono Markdown, senza HTML.",
        "Usa Markdown; se serve il segno «<», scrivi «\\<».",
    ),
    (
        "TESTO-002",
        "I testi non contengono immagini.",
        "Descrivi i fatti in una tabella o in un elenco.",
    ),
    ("TESTO-003", "Ogni carattere si legge e si disegna.", "Cancella o sostituisci il carattere."),
    (
        "TESTO-004",
        "Un collegamento comincia con https://, mailto: o tel:.",
        "Correggi l’indirizzo.",
    ),
    ("TESTO-005", "Gli elenchi stanno uno dentro l’altro al più sei volte.", "Riduci i livelli."),
    ("TOML-001", "I file sono TOML valido.", "Il rilievo dice che cosa non va e dove."),
    ("TOML-002", "Una chiave è scritta una volta sola.", "Tieni una delle due."),
    (
        "TOML-003",
        "La sintassi è TOML 1.0, che ogni editor legge.",
        "Il rilievo dice come riscriverla.",
    ),
    ("TOML-004", "Una chiave è scritta in un solo file.", "Tieni una delle due."),
];

/// The codes of the rules: of judgement and of duty.
#[must_use]
pub fn codes(law: &Law) -> Vec<String> {
    let rules = RULES.iter().map(|rule| rule.code.clone());
    rules.chain(law.doveri().map(|(_, dovere)| dovere.regola.clone())).collect()
}

/// Every rule, by code.
#[must_use]
pub fn all(law: &Law) -> Vec<Regola> {
    let mut entries: BTreeMap<String, Regola> = BTreeMap::new();
    for (code, asks, cure) in TECNICHE {
        entries.insert((*code).into(), technical(code, asks, cure, law));
    }
    for rule in RULES.iter() {
        entries.insert(rule.code.clone(), of_rule(rule, law));
    }
    for (_, dovere) in law.doveri() {
        let entry = entries.entry(dovere.regola.clone()).or_insert_with(|| of_duty(dovere, law));
        entry.gravita = entry.gravita.max(severity(dovere));
        entry.da_rileggere |= dovere.fiducia.is_unsure();
        entry.doveri.push(DovereDiRegola {
            campo: dovere.campo.to_string(),
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

fn technical(code: &str, asks: &str, cure: &str, law: &Law) -> Regola {
    Regola {
        codice: code.into(),
        gravita: if code == "DER-002" { Severity::Avviso } else { Severity::Errore },
        chiede: asks.into(),
        per: audience(&[], law),
        dal: None,
        al: None,
        fonti: vec![law.cite("integrita", None)],
        da_rileggere: false,
        doveri: Vec::new(),
        pagina: cure.into(),
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
        da_rileggere: rule.fiducia.is_unsure(),
        doveri: Vec::new(),
        pagina: rule.page.into(),
    }
}

fn of_duty(dovere: &Dovere, law: &Law) -> Regola {
    Regola {
        codice: dovere.regola.clone(),
        gravita: severity(dovere),
        chiede: sentence(&dovere.manca),
        per: audience(&dovere.per, law),
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
    dovere.gravita.min(dovere.fiducia.heaviest())
}

/// The properties that a rule asks for, in words.
fn audience(per: &[String], law: &Law) -> String {
    let words: Vec<&str> = per
        .iter()
        .map(|property| law.proprieta.get(property).map_or(property.as_str(), String::as_str))
        .collect();
    if words.is_empty() { "tutte le amministrazioni".into() } else { words.join(", ") }
}
