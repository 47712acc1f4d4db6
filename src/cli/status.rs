//! `piao status`: who still owes what, and by when.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::args::{self, Format};
use super::exit;
use super::flusso::Evento;
use super::oggi;
use super::output::Console;
use super::piani;
use super::riepilogo;
use super::scadenza::Scadenza;
use super::tavola::{self, Riga};
use crate::Checked;
use crate::diag::{Finding, Phase, Severity};
use crate::law::Sottosezione;
use crate::record::Record;
use crate::schema::Risposta;
use crate::source::Span;
use crate::view::formato;

/// What stands in the place of an office where none answers.
const NOBODY: &str = "nessun ufficio indicato";
/// The whole plan.
const TOTAL: &str = "tutto il piano";

/// How far a plan is.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Stato {
    /// The plan, as it was called.
    piano: String,
    /// Name of the administration.
    ente: String,
    /// Its three years, `2027-2029`.
    triennio: String,
    /// The day from which days are counted, an ISO date.
    oggi: String,
    /// The next term of the calendar; nothing while the plan does not say its years.
    scadenza: Option<Scadenza>,
    /// All of it.
    totale: Conto,
    /// The sub-sections that are due, or that the plan has all the same.
    sottosezioni: Vec<DiParte>,
    /// The offices that answer for some record; last what no office answers for.
    uffici: Vec<DiUfficio>,
}

/// How much is done. A duty is done when every record that it asks meets it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Conto {
    /// Duties that are due.
    pub(super) dovuti: usize,
    /// Those that are met.
    pub(super) fatti: usize,
    /// Those that are not; what is written in a wrong form is neither.
    pub(super) da_fare: usize,
    /// Errors and warnings on what is written.
    pub(super) da_correggere: usize,
}

/// How far a sub-section is.
#[derive(Debug, Serialize, JsonSchema)]
struct DiParte {
    /// Number in the decree; empty for the act.
    numero: String,
    /// Title.
    titolo: String,
    #[serde(flatten)]
    conto: Conto,
    /// Whether it is omitted with a reason.
    omessa: bool,
    /// The files where it is written, or the one where it will be.
    file: Vec<String>,
}

/// How far an office is.
#[derive(Debug, Serialize, JsonSchema)]
struct DiUfficio {
    /// Code; nothing for what no office answers for.
    codice: Option<String>,
    /// Name.
    nome: String,
    #[serde(flatten)]
    conto: Conto,
    /// The files where something is still to do or to mend.
    file: Vec<String>,
}

pub(super) fn run(args: &args::Status, output: &Console) -> anyhow::Result<u8> {
    let oggi = args.oggi.unwrap_or_else(oggi::today);
    let mut worst = exit::FINE;
    for (at, path) in args.plans.paths().iter().enumerate() {
        let called = match piani::read(path, output) {
            Ok(called) => called,
            Err(code) => {
                worst = worst.max(code);
                continue;
            }
        };
        let checked = called.plan.check(crate::Law::embedded());
        let stato = Stato::of(&checked, oggi);
        if output.format == Format::Json {
            Console::event(Evento::Stato(&stato))?;
            continue;
        }
        if at > 0 {
            Console::line("")?;
        }
        for line in stato.lines(oggi) {
            Console::line(&line)?;
        }
    }
    Ok(worst)
}

/// What is counted of a part of the plan, before it is summed.
#[derive(Debug, Default)]
struct Counter {
    /// Duties, by sub-section and place, and whether all the records that they ask meet them.
    duties: BTreeMap<(usize, usize), Option<bool>>,
    wrong: usize,
    files: BTreeSet<String>,
}

impl Counter {
    fn add(&mut self, risposta: &Risposta) {
        let met = self.duties.entry((risposta.part, risposta.dovere)).or_insert(Some(true));
        // One that is missing weighs more than one that is not understood.
        *met = match (*met, risposta.met) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (None, _) | (_, None) => None,
            _ => Some(true),
        };
    }

    fn conto(&self) -> Conto {
        let count = |wanted| self.duties.values().filter(|met| **met == Some(wanted)).count();
        Conto {
            dovuti: self.duties.len(),
            fatti: count(true),
            da_fare: count(false),
            da_correggere: self.wrong,
        }
    }
}

impl Stato {
    fn of(checked: &Checked<'_>, oggi: Date) -> Self {
        let law = checked.law;
        let mut all = Counter::default();
        let mut parts: BTreeMap<usize, Counter> = BTreeMap::new();
        let mut offices: BTreeMap<Option<&str>, Counter> = BTreeMap::new();
        for risposta in due(checked) {
            let code = risposta.record.and_then(|at| unit(checked, at));
            let office = offices.entry(code).or_default();
            office.add(&risposta);
            if risposta.met != Some(true) {
                let own = || law.sottosezioni[risposta.part].file.clone();
                office.files.insert(risposta.record.map_or_else(own, |at| file(checked, at)));
            }
            parts.entry(risposta.part).or_default().add(&risposta);
            all.add(&risposta);
        }
        for finding in checked.findings.iter().filter(|finding| is_wrong(finding)) {
            let office = offices.entry(riepilogo::office(checked, finding)).or_default();
            office.wrong += 1;
            office.files.insert(file(checked, finding.span));
            parts.entry(riepilogo::part(checked, finding)).or_default().wrong += 1;
            all.wrong += 1;
        }
        let sottosezioni = law.sottosezioni.iter().enumerate().filter_map(|(part, own)| {
            of_part(checked, own, &parts.remove(&part).unwrap_or_default())
        });
        let sottosezioni = sottosezioni.collect();
        let nobody = offices.remove(&None);
        let units = &checked.piano.unita;
        let mut uffici: Vec<DiUfficio> = units
            .iter()
            .filter_map(|unit| {
                let counter = offices.remove(&Some(unit.id.as_str()))?;
                Some(of_office(Some(unit.id.clone()), unit.nome.clone(), counter))
            })
            .collect();
        uffici.sort_by_key(|own| std::cmp::Reverse(own.conto.da_fare + own.conto.da_correggere));
        uffici.extend(nobody.map(|counter| of_office(None, NOBODY.into(), counter)));
        let triennio = &checked.piano.piao.triennio;
        Self {
            piano: checked.plan.source.name.clone(),
            ente: checked.piano.anagrafica.denominazione.clone(),
            triennio: if triennio.inizio > 0 {
                format!("{}-{}", triennio.inizio, triennio.fine)
            } else {
                String::new()
            },
            oggi: oggi.to_string(),
            scadenza: Scadenza::of(checked, oggi),
            totale: all.conto(),
            sottosezioni,
            uffici,
        }
    }

    /// One screen, for the weekly meeting.
    fn lines(&self, oggi: Date) -> Vec<String> {
        let ente = if self.ente.is_empty() { &self.piano } else { &self.ente };
        let mut lines =
            vec![format!("{ente} · PIAO {} · al {}", self.triennio, formato::date(oggi))];
        if let Some(scadenza) = &self.scadenza {
            lines.extend([scadenza.sentence(), scadenza.source()]);
        }
        lines.push(String::new());
        let parts = self.sottosezioni.iter().map(|own| Riga {
            nome: format!("{:3} {}", own.numero, own.titolo),
            conto: own.conto,
            dove: if own.omessa { vec!["omessa con un motivo".into()] } else { own.file.clone() },
        });
        let total = Riga { nome: format!("    {TOTAL}"), conto: self.totale, dove: Vec::new() };
        lines.extend(tavola::lines("Sottosezione", &parts.chain([total]).collect::<Vec<_>>()));
        let owes = |own: &&DiUfficio| own.conto.da_fare + own.conto.da_correggere > 0;
        let rows: Vec<Riga> = self
            .uffici
            .iter()
            .filter(owes)
            .map(|own| Riga { nome: own.nome.clone(), conto: own.conto, dove: own.file.clone() })
            .collect();
        if !rows.is_empty() {
            lines.push(String::new());
            lines.extend(tavola::lines("Ufficio", &rows));
        }
        let free = self.uffici.iter().filter(|own| !owes(own)).count();
        lines.extend(match free {
            0 => None,
            1 => Some("Un ufficio non ha più nulla da fare.".into()),
            many => Some(format!("{many} uffici non hanno più nulla da fare.")),
        });
        lines
    }
}

/// The duties that are due: those that the plan sets aside are not.
fn due(checked: &Checked<'_>) -> Vec<Risposta> {
    let aside: BTreeSet<&str> = checked
        .findings
        .iter()
        .filter(|finding| finding.deroga.is_some())
        .map(|finding| finding.code.as_str())
        .collect();
    let rule = |own: &Risposta| &checked.law.sottosezioni[own.part].dovere[own.dovere].regola;
    let mut all = checked.risposte();
    all.retain(|own| own.met == Some(true) || !aside.contains(rule(own).as_str()));
    all
}

/// Whether a finding is on what is written, and weighs: what is missing is counted as a duty.
fn is_wrong(finding: &Finding) -> bool {
    let is_duty = matches!(finding.phase, Phase::Duty { .. });
    !is_duty && finding.severity > Severity::Consiglio && finding.deroga.is_none()
}

/// A sub-section; nothing when it is neither due nor there.
fn of_part(checked: &Checked<'_>, own: &Sottosezione, counter: &Counter) -> Option<DiParte> {
    let mut file = written(checked, own);
    let omessa = checked
        .piano
        .sottosezioni
        .iter()
        .any(|row| row.chiave == own.numero && row.omessa.is_some());
    let conto = counter.conto();
    if file.is_empty() && conto == Conto::default() && !omessa {
        return None;
    }
    if file.is_empty() {
        file.push(own.file.clone());
    }
    Some(DiParte { numero: own.numero.clone(), titolo: own.titolo.clone(), conto, omessa, file })
}

fn of_office(codice: Option<String>, nome: String, counter: Counter) -> DiUfficio {
    DiUfficio { codice, nome, conto: counter.conto(), file: counter.files.into_iter().collect() }
}

/// The files where the fields of a sub-section are written.
fn written(checked: &Checked<'_>, own: &Sottosezione) -> Vec<String> {
    let root: &Record<'_> = &checked.radice;
    let there = own.campo.iter().filter(|campo| root.get(*campo).is_some());
    let spans = there.map(|campo| checked.places.span(root.luogo, &campo.chiave));
    let files: BTreeSet<String> = spans.map(|at| file(checked, at)).collect();
    files.into_iter().collect()
}

/// The name of the file that holds a place.
fn file(checked: &Checked<'_>, at: Span) -> String {
    let file = checked.plan.source.files.get(at.file as usize);
    file.map_or_else(|| "piao.toml".into(), |file| file.name.clone())
}

/// The office that answers for a record.
fn unit<'a>(checked: &'a Checked<'_>, record: Span) -> Option<&'a str> {
    let found = checked.owners.iter().find(|owner| owner.span == record);
    found.and_then(|owner| owner.unit.as_deref())
}
