//! A page, and the rule that it is about.

use jiff::civil::Date;
use serde::Deserialize;

use super::rule::{Check, Function, Rule};
use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::valori::giorno;

/// A page, as the list of the rules gives it.
pub(super) struct Page {
    /// Name of the file, without extension.
    pub(super) stem: &'static str,
    /// What stands at its head, in JSON, as the build has written it.
    pub(super) head: &'static str,
    /// What is in it, below its head.
    pub(super) text: &'static str,
    /// The check, when there is one.
    pub(super) check: Option<Function>,
}

/// What stands at the head of a page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    codice: String,
    gravita: Severity,
    fiducia: Fiducia,
    #[serde(default)]
    per: Vec<String>,
    #[serde(default)]
    presuppone: Vec<String>,
    #[serde(default, deserialize_with = "giorno::maybe")]
    dal: Option<Date>,
    #[serde(default, deserialize_with = "giorno::maybe")]
    al: Option<Date>,
    norma: Vec<String>,
    chiede: String,
    verifica: Option<Verifica>,
}

/// Who carries out a rule that has no check.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verifica {
    Prima,
    Costruzione,
    Mai,
}

impl Page {
    /// The rule that the page is about; a wrong page panics with its name.
    pub(super) fn read(&self) -> Rule {
        let stem = self.stem;
        let head: Head =
            serde_json::from_str(self.head).unwrap_or_else(|error| panic!("{stem}.md: {error}"));
        let is_of_some = !head.per.is_empty() || head.dal.is_some() || head.al.is_some();
        let check = match (self.check, head.verifica) {
            (Some(check), None) => Check::Piano(check),
            (None, Some(Verifica::Prima)) if is_of_some => {
                panic!("{stem}.md binds everybody and always: the walker knows no profile")
            }
            (None, Some(Verifica::Prima)) => Check::Prima,
            (None, Some(Verifica::Costruzione)) => Check::Costruzione,
            (None, Some(Verifica::Mai)) => Check::NonVerificata,
            (Some(_), Some(_)) => panic!("{stem}.md has «verifica», and a check beside it"),
            (None, None) => panic!("{stem}.md has neither «verifica» nor a check beside it"),
        };
        Rule {
            code: head.codice,
            name: stem.replace('_', "-"),
            severity: head.gravita,
            fiducia: head.fiducia,
            per: head.per,
            presuppone: head.presuppone,
            dal: head.dal,
            al: head.al,
            norma: head.norma,
            summary: head.chiede,
            page: self.text,
            check,
        }
    }
}
