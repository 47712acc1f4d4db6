//! Codes and references: each code once, each reference to something that exists.

use std::collections::BTreeMap;

use crate::diag::{About, Finding, Findings, Phase, Severity};
use crate::law::{Base, Campo, Law, Percorso, Record};
use crate::source::Span;
use crate::suggest;

/// How deep a record may stand inside another.
const DEEPEST: usize = 5;

/// The codes that a plan defines and those that it refers to.
#[derive(Debug, Default)]
pub(super) struct Codici {
    defined: BTreeMap<String, (String, Span)>,
    twice: Vec<(String, String, Span)>,
    referred: Vec<(String, String, Span)>,
}

impl Codici {
    /// A record with this code.
    pub(super) fn define(&mut self, id: &str, kind: &str, span: Span) {
        if self.defined.contains_key(id) {
            self.twice.push((id.into(), kind.into(), span));
        } else {
            self.defined.insert(id.into(), (kind.into(), span));
        }
    }

    /// A reference to the code of a record of this kind.
    pub(super) fn refer(&mut self, id: &str, kind: &str, span: Span) {
        self.referred.push((id.into(), kind.into(), span));
    }

    /// Says what is wrong; what it weighs and on what it stands, the page of its rule says. Nobody
    /// knows the codes of a list that is written in a wrong form.
    pub(super) fn check(
        &self,
        law: &Law,
        is_broken: impl Fn(&str) -> bool,
        findings: &mut Findings,
    ) {
        for (id, kind, span) in &self.twice {
            let code = law.record.get(kind).and_then(Record::regola_codice);
            let mut finding = Finding::new(
                code.unwrap_or("XRF-003"),
                Severity::Errore,
                *span,
                format!("il codice «{id}» è usato da due elementi"),
            );
            finding.phase = Phase::Form;
            finding.label("ogni codice è unico nel piano");
            if let Some((_, first)) = self.defined.get(id) {
                finding.see(*first, "qui la prima volta");
            }
            findings.push(finding);
        }
        let leads = |id: &String, kind: &String| {
            self.defined.get(id).is_some_and(|(found, _)| found == kind)
        };
        for (id, kind, span) in self.referred.iter().filter(|(id, kind, _)| !leads(id, kind)) {
            let name = law.record.get(kind).map_or(kind.as_str(), |record| &record.nome);
            let mut finding = Finding::new("XRF-002", Severity::Errore, *span, "");
            finding.phase = Phase::Reference;
            if let Some((found, at)) = self.defined.get(id) {
                let found = law.record.get(found).map_or(found.as_str(), |record| &record.nome);
                finding.message = format!("«{id}» è il codice di «{found}», qui serve «{name}»");
                finding.see(*at, "il codice è definito qui");
            } else {
                finding.about = self.awaited(law, kind);
                if finding.about.absent.as_deref().is_some_and(&is_broken) {
                    continue;
                }
                finding.message = format!("nessun elemento «{name}» ha il codice «{id}»");
                let same = self.defined.iter().filter(|(_, (k, _))| k == kind);
                if let Some(near) = suggest::nearest(id, same.map(|(id, _)| id.as_str())) {
                    finding.help(format!("forse intendevi «{near}»"));
                } else if let Some(typed) = typed(law, kind, id) {
                    finding.help(typed);
                }
            }
            findings.push(finding);
        }
    }

    /// What a reference to a kind of record waits for, when the plan has none of the kind: the list
    /// that would hold them.
    fn awaited(&self, law: &Law, kind: &str) -> About {
        let has_some = self.defined.values().any(|(known, _)| known == kind);
        let home = law.radice.campi.iter().find(|campo| holds(law, campo, kind, DEEPEST));
        home.filter(|_| !has_some).map_or_else(About::default, |campo| About {
            part: law.part_of(&campo.chiave),
            absent: Some(campo.chiave.clone()),
            ..About::default()
        })
    }
}

/// What to type to have a record of a kind with a code, where such records have a list of the plan.
fn typed(law: &Law, kind: &str, id: &str) -> Option<String> {
    let is_home = |campo: &&Campo| {
        campo.forma.elenco && matches!(&campo.forma.base, Base::Record(own) if own == kind)
    };
    let home = law.radice.campi.iter().find(is_home)?;
    let path = Percorso::try_from(home.chiave.clone()).ok()?;
    let typed = law.esempio(None).dovere(&path);
    let (before, rest) = typed.split_once("\nid = \"")?;
    let (_, after) = rest.split_once('"')?;
    Some(format!("{before}\nid = \"{id}\"{after}"))
}

/// Whether records of a kind are written in a field, or inside its records.
fn holds(law: &Law, campo: &Campo, kind: &str, depth: usize) -> bool {
    let Base::Record(own) = &campo.forma.base else { return false };
    let inner = law.record.get(own).filter(|_| depth > 0);
    own == kind
        || inner.is_some_and(|own| own.campi.iter().any(|campo| holds(law, campo, kind, depth - 1)))
}
