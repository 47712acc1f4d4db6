//! `plan/copertura.md`: what of the decree is checked, by which code, and what is not.

use std::collections::BTreeSet;

use piao::catalogo;
use piao::law::Law;
use piao::norma::{self, Stato};

use crate::support::read;

/// Families of codes about how a plan is written, outside the catalogue of the decree.
const TECNICHE: &[&str] = &["FILE", "TOML", "CSV", "FORM", "TESTO", "DER"];

/// Every code, `PER-012`, that a text names.
fn codes(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|w| is_code(w)).collect()
}

fn is_code(word: &str) -> bool {
    word.split_once('-').is_some_and(|(area, number)| {
        let upper = area.len() >= 2 && area.chars().all(|c| c.is_ascii_uppercase());
        upper && number.len() == 3 && number.chars().all(|c| c.is_ascii_digit())
    })
}

#[test]
fn the_ledger_names_every_code_and_no_other() {
    let (ledger, catalogue) = (read("plan/copertura.md"), read("tests/regole/catalogo.txt"));
    let rules = catalogo::all(Law::embedded());
    let mut known = codes(&catalogue);
    known.extend(rules.iter().map(|rule| rule.codice.as_str()));
    let named = codes(&ledger);
    for code in &known {
        assert!(named.contains(code), "plan/copertura.md does not name {code}");
    }
    for code in &named {
        let technical = code.split_once('-').is_some_and(|(area, _)| TECNICHE.contains(&area));
        assert!(technical || known.contains(code), "plan/copertura.md names {code}: no such code");
    }
}

#[test]
fn the_ledger_names_only_fields_that_exist() {
    let law = Law::embedded();
    let mut keys: BTreeSet<&str> =
        law.sottosezioni.iter().flat_map(|s| &s.campo).map(|c| c.chiave.as_str()).collect();
    keys.extend(law.record.values().flat_map(|r| &r.campi).map(|c| c.chiave.as_str()));
    let ledger = read("plan/copertura.md");
    for field in ledger.split('`').skip(1).step_by(2) {
        for key in field.split('.') {
            assert!(keys.contains(key), "plan/copertura.md names the field `{field}`: no `{key}`");
        }
    }
}

/// The rows of the ledger: the place, with the act that its heading names where it names one,
/// then the other cells.
fn rows(ledger: &str) -> Vec<(String, Vec<&str>)> {
    let law = Law::embedded();
    let names_an_act =
        |text: &str| law.norme.values().any(|act| text.starts_with(act.sigla.as_str()));
    let mut heading = "";
    let mut rows = Vec::new();
    for line in ledger.lines() {
        heading = line.strip_prefix("## ").unwrap_or(heading);
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [place, rest @ ..] = cells.as_slice() else { continue };
        if line.starts_with('|') && !place.starts_with("---") {
            let is_inside = names_an_act(heading) && !names_an_act(place);
            let place = if is_inside { format!("{heading}, {place}") } else { (*place).into() };
            rows.push((place, rest.to_vec()));
        }
    }
    rows
}

/// `art. 7-14` is eight articles; a place without a range is itself.
fn each(place: &str) -> Vec<String> {
    let (before, last) = place.rsplit_once(' ').unwrap_or(("", place));
    let bounds = last.split_once('-').and_then(|(first, last)| {
        let bounds: (u16, u16) = (first.parse().ok()?, last.parse().ok()?);
        Some(bounds)
    });
    let Some((first, last)) = bounds else { return vec![place.into()] };
    (first..=last).map(|number| format!("{before} {number}")).collect()
}

#[test]
fn the_ledger_has_every_clause_that_was_seen() {
    let ledger = read("plan/copertura.md");
    let rows = rows(&ledger);
    let mut missing = Vec::new();
    for act in Law::embedded().norme.values() {
        let places = act.letture.iter().filter(|lettura| lettura.stato > Stato::AMemoria);
        for place in places.flat_map(|lettura| &lettura.luoghi).flat_map(|place| each(place)) {
            let prefix = format!("{}, ", act.sigla);
            let mut inside = rows.iter().filter_map(|(row, _)| row.strip_prefix(&prefix));
            if !inside.any(|row| norma::has(row, &place) || norma::has(&place, row)) {
                missing.push(format!("{prefix}{place}"));
            }
        }
    }
    assert!(missing.is_empty(), "plan/copertura.md has no {missing:#?}");
}

#[test]
fn every_clause_of_the_ledger_has_a_code_or_a_reason() {
    let ledger = read("plan/copertura.md");
    for (place, cells) in rows(&ledger) {
        let [_, checked, why] = cells.as_slice() else { continue };
        let has_code = *checked == "codici" || !codes(checked).is_empty();
        assert!(has_code || why.chars().count() > 10, "{place} has no code and no reason");
    }
}
