//! What the outputs show as missing: what the check finds absent, and nothing else.

use std::collections::BTreeMap;

use super::Checked;
use crate::cause::{self, Kind};
use crate::diag::{Finding, Phase};
use crate::law::{Dovere, Law};
use crate::view::Mancanza;

/// What the errors and the warnings of a plan say that is not there, what is set aside apart.
pub(super) fn mancanze(checked: &Checked<'_>) -> Vec<Mancanza> {
    let said = checked.findings.iter().filter(|finding| finding.deroga.is_none());
    let said = said.filter(|finding| cause::kind(finding) == Kind::Missing);
    let mut all: Vec<Mancanza> = said.filter_map(|finding| missing(finding, checked)).collect();
    // Where several things are missing in one place, the name of the place says none of them.
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    for own in &all {
        *places.entry((own.luogo, own.chiave.clone())).or_default() += 1;
    }
    for own in &mut all {
        own.generica |= places[&(own.luogo, own.chiave.clone())] > 1;
    }
    all
}

fn missing(finding: &Finding, checked: &Checked<'_>) -> Option<Mancanza> {
    let absent = finding.about.absent.as_deref()?;
    let path = absent.split_once('[').map_or(absent, |(path, _)| path.trim_end_matches('.'));
    let keys: Vec<&str> = path.split('.').collect();
    let of_the_plan = finding.about.luogo == checked.radice.luogo;
    let chiave = if of_the_plan { keys.first() } else { keys.last() };
    let dovere = duty(finding, checked.law);
    let is_whole = match dovere {
        Some(dovere) => absent == dovere.campo.to_string() && (keys.len() == 1 || !of_the_plan),
        None => absent == path && !of_the_plan,
    };
    Some(Mancanza {
        luogo: finding.about.luogo,
        parte: finding.about.part.unwrap_or_default(),
        chiave: (*chiave?).to_owned(),
        detto: dovere.map_or(&finding.message, |dovere| &dovere.manca).clone(),
        generica: !is_whole,
        fonti: finding.norma.clone(),
        incerta: finding.unsure,
    })
}

/// The duty that a finding is of.
fn duty<'law>(finding: &Finding, law: &'law Law) -> Option<&'law Dovere> {
    let Phase::Duty { part } = finding.phase else { return None };
    let own = law.sottosezioni[part].dovere.iter();
    let own = own.filter(|dovere| dovere.regola == finding.code);
    own.filter(|dovere| finding.message.starts_with(&dovere.manca)).max_by_key(|d| d.manca.len())
}
