//! The summary of a check: findings by sub-section and by office, and the chain of public value.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::output::Console;
use crate::Checked;
use crate::catena::{self, Catena, Quota};
use crate::cause::{Cause, Kind, kind};
use crate::diag::{Finding, Tally};
use crate::law::Law;
use crate::schema::Owner;
use crate::source::{Source, Span};

/// What stands in the place of a sub-section or of an office that a finding does not have.
const WHOLE: &str = "tutto il piano";
const NOBODY: &str = "nessun ufficio indicato";
/// How many findings are seen at a glance, and need no table.
const SCREEN: usize = 15;
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
    pub(super) fn new(checked: &Checked, causes: &[Cause], law: &Law) -> Self {
        Self {
            sottosezioni: groups(causes, |finding| section(checked, finding, law)),
            uffici: groups(causes, |finding| office_name(checked, finding)),
            catena: catena::catene(&checked.radice, &checked.piano, &checked.profilo, law),
        }
    }

    /// Says it to a person at a terminal.
    pub(super) fn print(&self) {
        let findings: usize = self.sottosezioni.iter().map(|gruppo| gruppo.rilievi.all()).sum();
        if findings > SCREEN {
            table("Per sottosezione", &self.sottosezioni);
        }
        if findings > SCREEN && self.uffici.iter().any(|gruppo| gruppo.nome != NOBODY) {
            table("Per ufficio responsabile", &self.uffici);
        }
        if !self.catena.is_empty() {
            chain(&self.catena);
        }
    }
}

/// What to do next, as the last thing that is said.
pub(super) fn next(causes: &[Cause], source: &Source) -> Option<String> {
    let first = causes.iter().find(|cause| cause.finding.deroga.is_none())?;
    let finding = &first.finding;
    let alike = |cause: &&Cause| kind(&cause.finding) == kind(finding);
    let count = causes.iter().filter(alike).count();
    let place = if source.cell(finding.span).is_some() {
        source.place(finding.span)
    } else {
        let (line, _) = source.position(finding.span);
        format!("{}, riga {line}", source.path(finding.span.file))
    };
    Some(match kind(finding) {
        Kind::Writing => format!("correggi come è scritto {place}: il resto si vede meglio dopo"),
        Kind::Wrong if count == 1 => format!("correggi ciò che non torna in {place}"),
        Kind::Wrong => format!("correggi ciò che non torna in {count} punti, dal primo: {place}"),
        Kind::Missing => {
            format!(
                "scrivi ciò che manca, da {}: «piao check --tutti» dice ogni cosa",
                source.path(finding.span.file)
            )
        }
        Kind::Advice => "il piano si può costruire: «piao build»; restano consigli".into(),
    })
}

fn groups(causes: &[Cause], name: impl Fn(&Finding) -> String) -> Vec<Gruppo> {
    let mut groups: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for Cause { finding, .. } in causes {
        groups.entry(name(finding)).or_default().push(finding);
    }
    let gruppo =
        |(nome, findings): (_, Vec<&Finding>)| Gruppo { nome, rilievi: Tally::of(findings) };
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

/// The sub-section that a finding is about, by its place in the law; the act where it is not known.
pub(super) fn part(checked: &Checked, finding: &Finding) -> usize {
    let held = || owner(checked, finding.span).map(|owner| owner.part);
    finding.about.part.or_else(held).unwrap_or_default()
}

/// Code of the office that answers for the record that a finding is about: nobody answers for what
/// the plan itself lacks.
pub(super) fn office<'a>(checked: &'a Checked<'_>, finding: &Finding) -> Option<&'a str> {
    let of_the_plan = finding.about.luogo == checked.radice.luogo;
    let owner = owner(checked, finding.span).filter(|_| !of_the_plan);
    owner.and_then(|owner| owner.unit.as_deref())
}

/// Whose the record is that holds a place.
fn owner<'a>(checked: &'a Checked<'_>, at: Span) -> Option<&'a Owner> {
    let begun = |owner: &Owner| (owner.span.file, owner.span.start) <= (at.file, at.start);
    let after = checked.owners.partition_point(begun);
    checked.owners[..after].last().filter(|owner| owner.span.file == at.file)
}
