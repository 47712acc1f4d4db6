//! The summary of a check: findings by sub-section and by office, and the chain of public value.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::output::Console;
use crate::Checked;
use crate::catena::{self, Catena, Quota};
use crate::diag::{Finding, Tally};
use crate::law::{Law, Sottosezione};
use crate::schema::Owner;
use crate::source::Span;

/// What stands in the place of a sub-section or of an office that a finding does not have.
const WHOLE: &str = "tutto il piano";
const NOBODY: &str = "nessun ufficio indicato";
/// Longest name of a public value in the table of the chain, which then fits 80 columns.
const LONGEST: usize = 27;
/// Heads of the columns of the chain.
const ANELLI: [&str; 5] = ["strategie", "obiettivi", "indicatori", "unità", "bilancio"];

/// Where the findings are, who answers for them, and how far the chain of public value holds.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Riepilogo {
    /// The findings of each sub-section.
    sottosezioni: Vec<Gruppo>,
    /// The findings of each office.
    uffici: Vec<Gruppo>,
    /// The chain of each public value.
    catena: Vec<Catena>,
}

/// The findings that have something in common.
#[derive(Debug, Serialize, JsonSchema)]
struct Gruppo {
    /// What they have in common, as printed.
    nome: String,
    /// How many.
    rilievi: Tally,
}

impl Riepilogo {
    pub(super) fn new(checked: &Checked, findings: &[Finding], law: &Law) -> Self {
        Self {
            sottosezioni: groups(findings, |finding| section(checked, finding, law)),
            uffici: groups(findings, |finding| office_name(checked, finding)),
            catena: catena::catene(&checked.piano, &checked.profilo, law),
        }
    }

    /// Says it to a person at a terminal.
    pub(super) fn print(&self) {
        let findings: usize = self.sottosezioni.iter().map(|gruppo| gruppo.rilievi.all()).sum();
        if findings > 1 {
            table("Per sottosezione", &self.sottosezioni);
            table("Per ufficio responsabile", &self.uffici);
        }
        if !self.catena.is_empty() {
            chain(&self.catena);
        }
    }
}

fn groups(findings: &[Finding], name: impl Fn(&Finding) -> String) -> Vec<Gruppo> {
    let mut groups: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry(name(finding)).or_default().push(finding.clone());
    }
    let gruppo =
        |(nome, findings): (_, Vec<Finding>)| Gruppo { nome, rilievi: Tally::of(&findings) };
    groups.into_iter().map(gruppo).collect()
}

fn table(title: &str, groups: &[Gruppo]) {
    let width = groups.iter().map(|gruppo| gruppo.nome.chars().count()).max().unwrap_or(0);
    Console::error(title);
    for Gruppo { nome, rilievi } in groups {
        Console::error(&format!("  {nome:width$}  {}", rilievi.sentence()));
    }
}

/// A row a public value: how many of its strategies are carried out, how many of its objectives
/// have each link and how many have them all.
fn chain(catene: &[Catena]) {
    let names: Vec<String> = catene.iter().map(name).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    Console::error("Dal valore pubblico al bilancio: quanti hanno l’anello, su quanti");
    let row = |name: &str, cells: [String; 5]| {
        let cells = cells.iter().zip(ANELLI);
        cells.fold(format!("  {name:width$}"), |row, (cell, head)| {
            row + &format!("  {cell:>0$}", head.chars().count().max(7))
        })
    };
    Console::error(&row("", ANELLI.map(str::to_owned)));
    for (name, c) in names.iter().zip(catene) {
        let parts = [c.strategie, c.obiettivi, c.indicatori, c.unita, c.bilancio];
        Console::error(&row(name, parts.map(|Quota { con, su }| format!("{con}/{su}"))));
    }
}

/// Code and title of a public value, cut to fit.
fn name(catena: &Catena) -> String {
    let code = catena.valore.iter().map(|id| format!("{id} "));
    let name: String = code.chain([catena.titolo.clone()]).collect();
    if name.chars().count() <= LONGEST {
        return name;
    }
    let cut: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

fn section(checked: &Checked, finding: &Finding, law: &Law) -> String {
    let s = &law.sottosezioni[part(checked, finding)];
    if s.numero.is_empty() { WHOLE.into() } else { format!("{} {}", s.numero, s.titolo) }
}

fn office_name(checked: &Checked, finding: &Finding) -> String {
    let code = office(checked, finding);
    let unit = code.and_then(|code| checked.piano.unita.iter().find(|unit| unit.id == code));
    unit.map_or_else(|| NOBODY.into(), |unit| unit.nome.clone())
}

/// The sub-section that asks for what is missing, or else the one that holds the place, by its
/// place in the law; the act where neither is known.
pub(super) fn part(checked: &Checked, finding: &Finding) -> usize {
    let asks = |s: &Sottosezione| s.dovere.iter().any(|dovere| dovere.regola == finding.code);
    let all = checked.law.sottosezioni.iter().enumerate();
    let mut asking = all.filter(|(_, s)| asks(s)).map(|(part, _)| part);
    let only = asking.next().filter(|_| asking.next().is_none());
    let held = owner(checked, finding.span).map(|owner| owner.part);
    only.or(held).unwrap_or_default()
}

/// Code of the office that answers for the record that holds the place of a finding.
pub(super) fn office<'a>(checked: &'a Checked<'_>, finding: &Finding) -> Option<&'a str> {
    owner(checked, finding.span).and_then(|owner| owner.unit.as_deref())
}

/// Whose the record is that holds a place.
fn owner<'a>(checked: &'a Checked<'_>, at: Span) -> Option<&'a Owner> {
    let begun = |owner: &Owner| (owner.span.file, owner.span.start) <= (at.file, at.start);
    let after = checked.owners.partition_point(begun);
    checked.owners[..after].last().filter(|owner| owner.span.file == at.file)
}
