//! One cause, one finding: what is told of everything that was found, first things first.
//!
//! Nothing is lost on the way: every finding is an instance of one cause.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diag::{About, Finding, Phase, Places, Severity, Tally};
use crate::law::{Law, Profilo, Sottosezione, proprieta};
use crate::nomi::campo;
use crate::valori::Luogo;

/// From how many records on a defect that they share is told once.
const MANY: usize = 3;
/// How many of them are named.
const NAMED: usize = 3;
/// What stands between a table and the line to write in it, in the help of a duty.
const WRITE: &str = " scrivi: ";
/// How many of the fields that a record lacks are named.
const KEYS: usize = 6;
/// The rules that a sub-section of which nothing is written breaks, ordinary and simplified.
const UNWRITTEN: [&str; 2] = ["GEN-002", "SEM-001"];

/// A cause: what is said of it, and each thing that it explains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// What is said.
    pub finding: Finding,
    /// Each thing that was found; that one alone where the cause explains nothing else.
    pub instances: Vec<Finding>,
}

impl From<Finding> for Cause {
    fn from(finding: Finding) -> Self {
        Self { instances: vec![finding.clone()], finding }
    }
}

/// What is known of a plan that was checked.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The law that it was held to.
    pub law: &'a Law,
    /// The administration.
    pub profilo: &'a Profilo,
    /// Where its records are written.
    pub places: &'a Places,
    /// The plan itself, as a record.
    pub radice: Luogo,
}

/// The causes of some findings of a plan, in the order in which they are to be mended.
#[must_use]
pub fn gather(findings: Vec<Finding>, piano: &Known<'_>) -> Vec<Cause> {
    let (sections, rest) = sections(findings, piano);
    let causes = records(tables(rest, piano), piano);
    sorted(shared(causes).into_iter().chain(sections))
}

/// The same findings each on its own, in the same order.
#[must_use]
pub fn each(findings: Vec<Finding>) -> Vec<Cause> {
    sorted(findings.into_iter().map(Cause::from))
}

fn sorted(causes: impl Iterator<Item = Cause>) -> Vec<Cause> {
    let mut causes: Vec<Cause> = causes.collect();
    causes.sort_by_cached_key(|cause| order(&cause.finding));
    causes
}

/// How many causes of each weight.
#[must_use]
pub fn tally(causes: &[Cause]) -> Tally {
    Tally::of(causes.iter().map(|cause| &cause.finding))
}

/// What there is to do about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something is written in a wrong way.
    Writing,
    /// Something is wrong, or contradicts something else.
    Wrong,
    /// Something is missing.
    Missing,
    /// Something would be better.
    Advice,
}

/// What there is to do about a finding.
#[must_use]
pub fn kind(finding: &Finding) -> Kind {
    match finding.phase {
        Phase::Rule | Phase::Duty { .. } | Phase::Waiver => match finding.severity {
            Severity::Consiglio => Kind::Advice,
            _ if finding.about.absent.is_some() => Kind::Missing,
            _ => Kind::Wrong,
        },
        _ => Kind::Writing,
    }
}

/// What a finding is put in order by: what is wrong, then what is missing by sub-section, then
/// advice, then what is set aside; the heavier first.
fn order(finding: &Finding) -> impl Ord + use<> {
    let kind = kind(finding);
    let part = finding.about.part.filter(|_| kind == Kind::Missing);
    let aside = finding.deroga.is_some();
    (aside, kind, part, Reverse(finding.severity), finding.span, finding.code.clone())
}

/// What is asked of the sub-sections of which nothing is written, one cause each; and the rest.
fn sections(findings: Vec<Finding>, piano: &Known<'_>) -> (Vec<Cause>, Vec<Finding>) {
    let parts = piano.law.sottosezioni.iter().map(|part| is_unwritten(part, piano));
    let unwritten: Vec<bool> = parts.collect();
    let mut asked: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
    let mut rest = Vec::new();
    for finding in findings {
        let part = finding.about.part.filter(|part| unwritten[*part]);
        match part.filter(|_| finding.about.absent.is_some() && finding.deroga.is_none()) {
            Some(part) => asked.entry(part).or_default().push(finding),
            None => rest.push(finding),
        }
    }
    let mut causes = Vec::new();
    for (part, instances) in asked {
        if instances.len() < 2 {
            rest.extend(instances);
        } else {
            causes.push(section(&piano.law.sottosezioni[part], instances, piano));
        }
    }
    (causes, rest)
}

/// Whether nothing of a numbered sub-section is written.
fn is_unwritten(part: &Sottosezione, piano: &Known<'_>) -> bool {
    let written = |chiave: &str| piano.places.is_written(piano.radice, chiave);
    !part.numero.is_empty() && !part.campo.iter().any(|campo| written(&campo.chiave))
}

fn section(part: &Sottosezione, instances: Vec<Finding>, piano: &Known<'_>) -> Cause {
    let [ordinary, simplified] = UNWRITTEN;
    let code = if piano.profilo.has(proprieta::SEMPLIFICATO) { simplified } else { ordinary };
    let Sottosezione { numero, titolo, file, .. } = part;
    let what = if numero.contains('.') { "sottosezione" } else { "sezione" };
    let awaits = |finding: &&Finding| finding.phase == Phase::Reference;
    let awaiting = instances.iter().filter(awaits).count();
    let count = instances.len() - awaiting;
    let mut finding = whole(&instances);
    finding.code = code.into();
    finding.phase = Phase::Rule;
    finding.message = format!("manca la {what} {numero} «{titolo}»: {count} cose da scrivere");
    match awaiting {
        0 => {}
        1 => finding.message += ", e un rinvio che la attende",
        many => finding.message += &format!(", e {many} rinvii che la attendono"),
    }
    finding.label.clear();
    finding.context.clear();
    finding.norma = piano.law.cite_all(part.norma.iter().map(String::as_str), piano.profilo);
    finding.help = Some(format!(
        "scrivila in «{file}», o omettila in [[{}]] con il motivo",
        campo::SOTTOSEZIONI.as_str()
    ));
    Cause { finding, instances }
}

/// The heaviest of some findings, as unsure as the surest of them.
fn whole(instances: &[Finding]) -> Finding {
    let heaviest = instances.iter().rev().max_by_key(|finding| finding.severity);
    let mut finding = heaviest.expect("a cause has an instance").clone();
    finding.unsure = instances.iter().all(|finding| finding.unsure);
    finding
}

/// What is asked inside one table that is not there is one cause.
fn tables(findings: Vec<Finding>, piano: &Known<'_>) -> Vec<Cause> {
    let key =
        |finding: &Finding| asked_at(finding).map(|(luogo, absent)| (luogo, absent.to_owned()));
    let causes = findings.into_iter().map(Cause::from).collect();
    joined(causes, key, |alike| {
        let table = alike[0].finding.about.absent.clone().unwrap_or_default();
        let of =
            named(&alike[0].finding, piano).map_or_else(String::new, |name| format!(" di {name}"));
        let count = alike.len();
        (count > 1).then(|| format!("manca «{table}»{of}, in cui scrivere {count} cose"))
    })
}

/// What one record lacks is one cause, when it lacks much.
fn records(causes: Vec<Cause>, piano: &Known<'_>) -> Vec<Cause> {
    let of_the_plan = |finding: &Finding| {
        let About { luogo, absent, .. } = &finding.about;
        let lacks = kind(finding) == Kind::Missing && finding.deroga.is_none();
        lacks && *luogo == piano.radice && absent.as_deref().is_some_and(is_key)
    };
    let key = |finding: &Finding| {
        let asked = asked_at(finding).is_some() || of_the_plan(finding);
        asked.then_some((finding.about.luogo, finding.about.part))
    };
    joined(causes, key, |alike| {
        let first = &alike[0].finding;
        let absent = |cause: &Cause| cause.finding.about.absent.clone().unwrap_or_default();
        let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
        let mut keys: Vec<String> =
            alike.iter().map(|cause| format!("«{}»", last(&absent(cause)))).collect();
        let count = keys.len();
        if count > KEYS {
            keys.truncate(KEYS - 1);
            keys.push(format!("altre {}", count - keys.len()));
        }
        let path = absent(&alike[0]);
        let within = path.rsplit_once('.').map(|(table, _)| format!("«{table}»"));
        let part = || first.about.part.map(|part| &piano.law.sottosezioni[part]);
        let whole = || {
            part().map_or_else(String::new, |part| {
                format!("«{}»", format!("{} {}", part.numero, part.titolo).trim())
            })
        };
        let record = named(first, piano).or(within).unwrap_or_else(whole);
        let keys = keys.join(", ");
        (count >= MANY).then(|| format!("in {record} mancano {count} cose: {keys}"))
    })
}

/// The record in which a duty asks, and the path of what it asks for.
fn asked_at(finding: &Finding) -> Option<(Luogo, &str)> {
    let is_duty = matches!(finding.phase, Phase::Duty { .. }) && finding.deroga.is_none();
    let absent = finding.about.absent.as_deref().filter(|absent| is_duty && is_key(absent))?;
    Some((finding.about.luogo, absent))
}

/// Whether what is absent is a key to write, and not one more of some records that are there.
fn is_key(absent: &str) -> bool {
    !absent.contains('[')
}

/// The title of the record that a finding is about, in quotation marks.
fn named(finding: &Finding, piano: &Known<'_>) -> Option<String> {
    let name = piano.places.name(finding.about.luogo);
    (!name.is_empty()).then(|| format!("«{name}»"))
}

/// Joins the causes that have one key, when there is a way to say what they have in common.
fn joined<K: Ord>(
    causes: Vec<Cause>,
    key: impl Fn(&Finding) -> Option<K>,
    say: impl Fn(&[Cause]) -> Option<String>,
) -> Vec<Cause> {
    let mut out = Vec::new();
    let mut alike: BTreeMap<K, Vec<Cause>> = BTreeMap::new();
    for cause in causes {
        match key(&cause.finding) {
            Some(key) => alike.entry(key).or_default().push(cause),
            None => out.push(cause),
        }
    }
    for alike in alike.into_values() {
        let Some(message) = say(&alike) else {
            out.extend(alike);
            continue;
        };
        let instances: Vec<Finding> = alike.into_iter().flat_map(|cause| cause.instances).collect();
        let mut finding = whole(&instances);
        finding.message = message;
        finding.help = lines(&instances).or(finding.help);
        for norma in instances.iter().flat_map(|finding| &finding.norma) {
            if !finding.norma.contains(norma) {
                finding.norma.push(norma.clone());
            }
        }
        out.push(Cause { finding, instances });
    }
    out
}

/// The lines that several findings would have written in one table, all together.
fn lines(instances: &[Finding]) -> Option<String> {
    let help = |finding: &Finding| finding.help.clone();
    let split = |help: &String| {
        let (table, line) = help.split_once(WRITE)?;
        (!line.contains('\n')).then(|| (table.to_owned(), line.to_owned()))
    };
    let known: Vec<(String, String)> =
        instances.iter().filter_map(help).filter_map(|help| split(&help)).collect();
    let (table, _) = known.first()?;
    let mut lines: Vec<&str> = Vec::new();
    for (_, line) in known.iter().filter(|(own, _)| own == table) {
        if !lines.contains(&line.as_str()) && lines.len() < KEYS {
            lines.push(line);
        }
    }
    (lines.len() > 1).then(|| format!("{table}{}\n{}", WRITE.trim_end(), lines.join("\n")))
}

/// A defect that many records share is one cause.
fn shared(causes: Vec<Cause>) -> Vec<Cause> {
    let mut kinds: BTreeMap<_, Vec<Cause>> = BTreeMap::new();
    for cause in causes {
        let Finding { code, severity, deroga, .. } = &cause.finding;
        let key = (code.clone(), *severity, deroga.clone(), shape(&cause.finding));
        kinds.entry(key).or_default().push(cause);
    }
    let fold = |alike: Vec<Cause>| {
        if alike.len() < MANY { alike } else { vec![fold(alike)] }
    };
    kinds.into_values().flat_map(fold).collect()
}

fn fold(alike: Vec<Cause>) -> Cause {
    let mut finding = alike[0].finding.clone();
    let others = alike[1..].iter().map(|cause| name(&cause.finding, &finding));
    let mut names: Vec<&str> = Vec::new();
    for name in others.flatten() {
        if !names.contains(&name) && names.len() + 1 < NAMED {
            names.push(name);
        }
    }
    let left = alike.len() - 1 - names.len();
    let names: Vec<String> = names.iter().map(|name| format!("«{name}»")).collect();
    let also = match (names.as_slice(), left) {
        ([], left) => format!("così in altri {left} punti"),
        (names, 0) => format!("così anche {}", names.join(" e ")),
        (names, 1) => format!("così anche {} e un altro", names.join(", ")),
        (names, left) => format!("così anche {} e altri {left}", names.join(", ")),
    };
    finding.message = format!("{}; {also}", finding.message);
    let instances = alike.into_iter().flat_map(|cause| cause.instances).collect();
    Cause { finding, instances }
}

/// What one finding names where another names something else.
fn name<'a>(finding: &'a Finding, other: &Finding) -> Option<&'a str> {
    let mut own = quoted(&finding.message);
    own.find(|name| !quoted(&other.message).any(|known| known == *name))
}

/// What a text puts between quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('«').skip(1).filter_map(|rest| rest.split_once('»').map(|(name, _)| name))
}

/// What a message says whatever it names and counts; of how a plan is written, all of it,
/// with what has to be written instead.
fn shape(finding: &Finding) -> String {
    if !matches!(finding.phase, Phase::Rule | Phase::Duty { .. }) {
        let help = finding.help.as_deref().unwrap_or_default();
        return [&finding.message, finding.label.as_str(), help].join("\n");
    }
    let mut shape = String::new();
    for piece in finding.message.split_inclusive('«') {
        let said = piece.split_once('»').map_or(piece, |(_, said)| said);
        let mut number = false;
        for c in said.chars() {
            let inside = c.is_ascii_digit() || number && matches!(c, '.' | ',');
            if !inside {
                shape.push(c);
            } else if !number {
                shape.push('#');
            }
            number = inside;
        }
    }
    shape
}
