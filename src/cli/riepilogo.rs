//! The summary of a check: findings by sub-section and by office, and the chain of public value.

use std::collections::BTreeMap;

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
#[derive(Debug, Serialize)]
pub(super) struct Riepilogo {
    sottosezioni: Vec<Gruppo>,
    uffici: Vec<Gruppo>,
    catena: Vec<Catena>,
}

/// The findings that have something in common.
#[derive(Debug, Serialize)]
struct Gruppo {
    nome: String,
    rilievi: Tally,
}

impl Riepilogo {
    pub(super) fn new(checked: &Checked, findings: &[Finding], law: &Law) -> Self {
        Self {
            sottosezioni: groups(findings, |finding| section(checked, finding, law)),
            uffici: groups(findings, |finding| office(checked, finding.span)),
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

/// The sub-section that asks for what is missing, or else the one that holds the place.
fn section(checked: &Checked, finding: &Finding, law: &Law) -> String {
    let asks = |s: &&Sottosezione| s.dovere.iter().any(|dovere| dovere.regola == finding.code);
    let mut asking = law.sottosezioni.iter().filter(asks);
    let only = asking.next().filter(|_| asking.next().is_none());
    let held = owner(checked, finding.span).map(|owner| &law.sottosezioni[owner.part]);
    let named = only.or(held).filter(|s| !s.numero.is_empty());
    named.map_or_else(|| WHOLE.into(), |s| format!("{} {}", s.numero, s.titolo))
}

/// The office that answers for the record that holds a place.
fn office(checked: &Checked, at: Span) -> String {
    let code = owner(checked, at).and_then(|owner| owner.unit.as_deref());
    let unit = code.and_then(|code| checked.piano.unita.iter().find(|unit| unit.id == code));
    unit.map_or_else(|| NOBODY.into(), |unit| unit.nome.clone())
}

/// Whose the record is that holds a place.
fn owner<'a>(checked: &'a Checked<'_>, at: Span) -> Option<&'a Owner> {
    let begun = |owner: &Owner| (owner.span.file, owner.span.start) <= (at.file, at.start);
    let after = checked.owners.partition_point(begun);
    checked.owners[..after].last().filter(|owner| owner.span.file == at.file)
}
