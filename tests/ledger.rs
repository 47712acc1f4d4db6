//! `plan/copertura.md`: what of the decree is checked, by which code, and what is not.

use std::collections::BTreeSet;

use piao::catalogo;
use piao::law::Law;

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
