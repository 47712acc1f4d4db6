//! The plan to begin from: what it offers as comments is read as it is uncommented.

use std::collections::{BTreeMap, BTreeSet};

use piao::Plan;
use piao::law::{Ente, Law, Posto};
use piao::scaffold;

use crate::schemas;

/// The new plans of every kind of administration that adopts one, small and large.
fn plans() -> impl Iterator<Item = (&'static Ente, u32, Vec<(String, String)>)> {
    let law = Law::embedded();
    let due = law.enti.values().filter(|ente| !ente.proprieta.iter().any(|p| p == "escluso"));
    due.flat_map(move |ente| {
        [20, 300].map(|count| (ente, count, scaffold::files(law, ente, Some(count), 2027)))
    })
}

/// A line without its sign, when it is a line of a plan.
fn opened(line: &str) -> Option<&str> {
    let inside = line.strip_prefix("# ")?;
    let key = |c: char| c.is_ascii_lowercase() || c == '_' || c == ' ';
    let table = inside.starts_with('[') && inside.ends_with(']');
    let pair = inside.split_once(" = ").is_some_and(|(left, _)| left.chars().all(key));
    (table || pair).then_some(inside)
}

fn uncommented(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(|line| opened(line).unwrap_or(line)).collect();
    lines.join("\n") + "\n"
}

#[test]
fn a_file_of_a_new_plan_is_in_the_form_of_the_law_when_every_line_is_uncommented() {
    let law = Law::embedded();
    let mut bad = BTreeMap::new();
    let mut count = 0;
    for (ente, dipendenti, files) in plans() {
        for (at, (name, text)) in files.iter().enumerate() {
            let mut texts: Vec<(&str, &str)> =
                files.iter().map(|(name, text)| (&**name, &**text)).collect();
            let whole = uncommented(text);
            assert!(whole.len() < text.len(), "{name}: nothing to uncomment");
            texts[at].1 = &whole;
            let plan = Plan::from_texts(&texts);
            for finding in plan.check(law).findings {
                if ["TOML-", "FORM-"].iter().any(|area| finding.code.starts_with(area)) {
                    let said = format!("{name}: {}: {}", finding.code, finding.message);
                    bad.entry(said).or_insert_with(|| format!("{}, {dipendenti}", ente.nome));
                }
            }
            count += 1;
        }
    }
    assert!(count > 300, "only {count} files");
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn the_editors_take_a_new_plan_as_the_program_does() {
    let schema = piao::schema_json::of(Law::embedded());
    let validator = jsonschema::validator_for(&schema).expect("ours is a schema");
    let mut bad = BTreeSet::new();
    for (name, text) in plans().flat_map(|(_, _, files)| files) {
        let plan = schemas::plan(&uncommented(&text));
        bad.extend(
            validator.iter_errors(&plan).map(|e| format!("{name}{}: {e}", e.instance_path())),
        );
    }
    assert!(bad.is_empty(), "{bad:#?}");
}

#[test]
fn the_codes_of_a_new_plan_tell_its_lists_apart() {
    for (ente, dipendenti, files) in plans() {
        let mut codes = BTreeMap::new();
        for line in files.iter().flat_map(|(_, text)| text.lines()).filter_map(opened) {
            let ids = line
                .match_indices("id ")
                .filter(|(at, _)| *at == 0 || line[..*at].ends_with(['{', ' ', '[']));
            for (at, _) in ids {
                let Some(value) = line[at + 2..].trim_start().strip_prefix("= \"") else {
                    continue;
                };
                let code = value.split('"').next().expect("a code");
                let other = codes.insert(code, line);
                assert!(other.is_none(), "{}, {dipendenti}: {code}: {line}", ente.nome);
            }
        }
        assert!(codes.contains_key("unita-1"), "{}: {codes:?}", ente.nome);
    }
}

#[test]
fn a_file_of_a_new_plan_names_its_schema_and_shows_closed_lists() {
    let paths: Vec<String> = Law::embedded().posti().iter().map(Posto::percorso).collect();
    for (_, _, files) in plans() {
        for (name, text) in &files {
            assert!(text.starts_with("#:schema ./piao.schema.json\n"), "{name}");
        }
        let line = |start: &str| {
            let line = files[0].1.lines().find(|line| line.starts_with(start));
            line.unwrap_or_else(|| panic!("no line begins with {start}"))
        };
        let few = line("# tipo     = \"revisori\"");
        assert!(few.ends_with(": revisori, sindacati, oiv, cug, consultazione, consigliera_parita, associazioni_disabilita, altro"), "{few}");
        let many = line("# organo       = ");
        assert!(many.ends_with(": piao explain revisioni.organo"), "{many}");
        let told = files.iter().flat_map(|(_, text)| text.lines());
        for path in told.filter_map(|line| Some(line.split_once(": piao explain ")?.1)) {
            assert!(paths.iter().any(|own| own == path), "{path} is no key");
        }
    }
}

#[test]
fn a_new_plan_does_not_offer_what_is_asked_of_others() {
    let law = Law::embedded();
    let text = |tipo: &str, count: u32| -> String {
        let files = scaffold::files(law, &law.enti[tipo], Some(count), 2027);
        files.into_iter().map(|(_, text)| text).collect()
    };
    let mut of_some = 0;
    for (_, dovere) in law.doveri().filter(|(_, dovere)| dovere.per == ["area_vasta"]) {
        let key = &dovere.campo.ultimo().chiave;
        let offers = |text: &str| {
            text.lines().any(|line| {
                line.starts_with(&format!("# {key} ")) || line == format!("# [[{key}]]")
            })
        };
        assert!(!offers(&text("comune", 300)), "a comune is offered {key}");
        assert!(offers(&text("provincia", 300)), "a provincia is not offered {key}");
        of_some += 1;
    }
    assert!(of_some > 0);
    // What is asked once the plan has been adopted is offered from the start.
    assert!(text("comune", 300).contains("# data "), "the day of adoption");
}
