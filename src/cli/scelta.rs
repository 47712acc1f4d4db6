//! Which findings a command line asks for.

use super::args::{Check, Weight};
use super::piani::Chiamato;
use super::riepilogo;
use crate::Checked;
use crate::catalogo;
use crate::diag::{Finding, Severity};
use crate::law::{Law, Sottosezione};

/// The word for the part of the plan that has no number.
const ATTO: &str = "atto";

/// What the command line asks for, in the terms of a plan.
pub(super) struct Scelta<'a> {
    regole: &'a [String],
    least: Severity,
    /// The one file that was named.
    file: Option<u32>,
    /// Sub-sections, by their place in the law.
    parti: Vec<usize>,
    /// Codes of the offices.
    uffici: Vec<&'a str>,
}

/// A word of the command line that stands for nothing: what it is not, and what there is.
pub(super) struct Unknown {
    pub(super) message: String,
    pub(super) help: String,
}

impl<'a> Scelta<'a> {
    /// What is asked for of every plan; whatever depends on a plan is still open. Who asks for all does not wait for the
    /// law, which is read while the plan is.
    pub(super) fn new(args: &'a Check) -> Result<Self, Unknown> {
        if let Some(unknown) = unknown_rule(&args.only) {
            return Err(Unknown {
                message: format!("nessuna regola è «{unknown}»"),
                help: "«piao rules» le elenca tutte".into(),
            });
        }
        let least = match args.severity {
            None | Some(Weight::Consiglio) => Severity::Consiglio,
            Some(Weight::Avviso) => Severity::Avviso,
            Some(Weight::Errore) => Severity::Errore,
        };
        let mut parti = Vec::new();
        for wanted in &args.sottosezione {
            let law = Law::embedded();
            let before = parti.len();
            let all = law.sottosezioni.iter().enumerate();
            parti.extend(all.filter(|(_, own)| is_part(own, wanted)).map(|(part, _)| part));
            if parti.len() == before {
                let names: Vec<&str> = law.sottosezioni.iter().map(part_name).collect();
                return Err(Unknown {
                    message: format!("nessuna sottosezione è «{wanted}»"),
                    help: format!("ci sono: {}", names.join(", ")),
                });
            }
        }
        Ok(Self { regole: &args.only, least, file: None, parti, uffici: Vec::new() })
    }

    /// The same for one plan, which has its own files and offices.
    pub(super) fn of(
        &self,
        args: &'a Check,
        called: &Chiamato,
        checked: &'a Checked<'_>,
    ) -> Result<Self, Unknown> {
        let unita = &checked.piano.unita;
        let mut uffici = Vec::new();
        for wanted in &args.ufficio {
            let is_it = |id: &str, nome: &str| id == wanted || nome.eq_ignore_ascii_case(wanted);
            let Some(found) = unita.iter().find(|own| is_it(&own.id, &own.nome)) else {
                let codes: Vec<&str> = unita.iter().map(|own| own.id.as_str()).collect();
                return Err(Unknown {
                    message: format!("nessun ufficio del piano è «{wanted}»"),
                    help: match codes.as_slice() {
                        [] => "il piano non ha ancora uffici: si scrivono in [[unita]]".into(),
                        codes => format!("ci sono: {}", codes.join(", ")),
                    },
                });
            };
            uffici.push(found.id.as_str());
        }
        let parti = self.parti.clone();
        Ok(Self { regole: self.regole, least: self.least, file: called.file, parti, uffici })
    }

    /// Whether the exit code counts a finding: what is not shown for its weight alone still counts.
    pub(super) fn counts(&self, finding: &Finding, checked: &Checked<'_>) -> bool {
        let of_rule =
            self.regole.is_empty() || self.regole.iter().any(|word| names(word, &finding.code));
        let of_file = self.file.is_none_or(|file| finding.span.file == file);
        let part = || riepilogo::part(checked, finding);
        let of_part = self.parti.is_empty() || self.parti.contains(&part());
        let office = || riepilogo::office(checked, finding);
        let of_office =
            self.uffici.is_empty() || office().is_some_and(|own| self.uffici.contains(&own));
        of_rule && of_file && of_part && of_office
    }

    /// Whether a finding that counts is shown.
    pub(super) fn shows(&self, finding: &Finding) -> bool {
        finding.severity >= self.least
    }

    /// Whether all that counts is that of the whole plan.
    pub(super) fn is_whole(&self) -> bool {
        self.regole.is_empty()
            && self.file.is_none()
            && self.parti.is_empty()
            && self.uffici.is_empty()
    }
}

/// Whether a word is a sub-section: its number, or that of its section.
fn is_part(own: &Sottosezione, wanted: &str) -> bool {
    let of_section = own.numero.split('.').next() == Some(wanted);
    part_name(own).eq_ignore_ascii_case(wanted) || (of_section && !own.numero.is_empty())
}

/// How a command line calls a sub-section.
fn part_name(own: &Sottosezione) -> &str {
    if own.numero.is_empty() { ATTO } else { &own.numero }
}

/// Whether a word is a code or its area.
fn names(wanted: &str, code: &str) -> bool {
    let area = code.split('-').next().unwrap_or("");
    wanted.eq_ignore_ascii_case(code) || wanted.eq_ignore_ascii_case(area)
}

/// The first word that names no rule.
fn unknown_rule(only: &[String]) -> Option<&String> {
    if only.is_empty() {
        return None;
    }
    let all = catalogo::all(Law::embedded());
    only.iter().find(|wanted| !all.iter().any(|entry| names(wanted, &entry.codice)))
}
