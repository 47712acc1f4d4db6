//! Every rule's page is its test: the wrong example is caught, the right one is silent under
//! every rule and every duty.

use std::collections::BTreeSet;
use std::fs;

use piao::catalogo;
use piao::law::profilo::Dati;
use piao::law::{Law, Profilo};
use piao::rules::{Check, RULES, Rule};

use crate::support::fragment::{Fence, fences, plan};
use crate::support::{check_text, codes, read, repo, shown, shown_in};

/// The wrong fragment, what is shown, the right fragment.
fn parts(rule: &Rule) -> (Fence, Fence, Fence) {
    let page = rule.page;
    let wrong_at =
        page.find("## Sbagliato").unwrap_or_else(|| panic!("{}: no ## Sbagliato", rule.code));
    let right_at = page.find("## Giusto").unwrap_or_else(|| panic!("{}: no ## Giusto", rule.code));
    let mut all = fences(page);
    let mut take = |toml: bool, from: usize, to: usize| {
        let index = all
            .iter()
            .position(|f| f.info.starts_with("toml") == toml && (from..to).contains(&f.start))
            .unwrap_or_else(|| panic!("{}: a fence is missing", rule.code));
        all.remove(index)
    };
    let wrong = take(true, wrong_at, right_at);
    let text = take(false, wrong_at, right_at);
    (wrong, text, take(true, right_at, page.len()))
}

#[test]
fn wrong_example_is_caught_and_right_example_is_silent() {
    let law = Law::embedded();
    let mut defects = String::new();
    let shown_by_its_page = |rule: &&Rule| matches!(rule.check, Check::Piano(_) | Check::Prima);
    for rule in RULES.iter().filter(shown_by_its_page) {
        let (wrong, text, right) = parts(rule);
        let (_, checked) = check_text(&plan(&right, law));
        if !checked.findings.is_empty() {
            defects +=
                &format!("{}: the right example is not silent:\n{}", rule.code, shown(&checked));
        }
        let (source, checked) = check_text(&plan(&wrong, law));
        let shown = shown_in(source, &checked);
        let found: BTreeSet<&str> = codes(&checked).into_iter().collect();
        if found != BTreeSet::from([rule.code.as_str()]) {
            defects += &format!("{}: the wrong example gives:\n{}", rule.code, shown);
            continue;
        }
        if shown != text.text {
            if std::env::var_os("ACCEPT").is_some() {
                accept(rule, &text, &shown);
            } else {
                defects += &format!(
                    "{}: the page shows something else; ACCEPT=1 rewrites it\n",
                    rule.code
                );
            }
        }
    }
    assert!(defects.is_empty(), "{defects}");
}

/// Rewrites what a page shows.
fn accept(rule: &Rule, text: &Fence, found: &str) {
    let file = format!("{}.md", rule.name.replace('-', "_"));
    for area in fs::read_dir(repo("src/rules")).expect("the rules are there").flatten() {
        let path = area.path().join(&file);
        if path.is_file() {
            let page = fs::read_to_string(&path).expect("the page is there");
            let head = page.len() - rule.page.len();
            let new = format!("{}{found}{}", &page[..head + text.start], &page[head + text.end..]);
            fs::write(path, new).expect("the page can be written");
        }
    }
}

#[test]
fn what_is_met_by_construction_names_the_test_that_holds_it() {
    for rule in RULES.iter().filter(|rule| matches!(rule.check, Check::Costruzione)) {
        let how = rule
            .page
            .split_once("## Come è garantita")
            .unwrap_or_else(|| panic!("{}: no ## Come è garantita", rule.code))
            .1;
        let tests: Vec<(&str, &str)> =
            how.split('`').skip(1).step_by(2).filter_map(|name| name.split_once("::")).collect();
        assert!(!tests.is_empty(), "{} names no test", rule.code);
        for (file, name) in tests {
            let text = read(file);
            assert!(text.contains(&format!("fn {name}()")), "{}: no {file}::{name}", rule.code);
        }
    }
}

#[test]
fn what_is_not_checked_says_why() {
    for rule in RULES.iter().filter(|rule| matches!(rule.check, Check::NonVerificata)) {
        assert!(rule.page.contains("## Perché non si verifica"), "{} does not say why", rule.code);
        assert_eq!(rule.severity, piao::diag::Severity::Consiglio, "{} would weigh", rule.code);
    }
}

#[test]
fn the_catalogue_holds_every_rule_of_the_dossier() {
    let listed: BTreeSet<String> =
        catalogo::all(Law::embedded()).into_iter().map(|entry| entry.codice).collect();
    let dossier = read("tests/regole/catalogo.txt");
    assert!(dossier.lines().next().is_some(), "the dossier has codes");
    for code in dossier.lines() {
        assert!(listed.contains(code), "{code} of the dossier is no rule");
    }
}

#[test]
fn a_rule_binds_only_in_its_days() {
    let law = Law::embedded();
    let rule = RULES.iter().find(|rule| rule.dal.is_some()).expect("a rule has a first day");
    let profilo = |data: &str| {
        let data = data.parse().ok();
        Profilo::new(Dati { ente: law.enti.values().next().cloned(), data, ..Dati::default() })
    };
    assert!(!rule.binds(&profilo("1999-12-31")));
    assert!(rule.binds(&profilo(&rule.dal.expect("it has one").to_string())));
}

#[test]
fn every_page_and_every_check_is_of_a_rule() {
    let mut pages = BTreeSet::new();
    for area in fs::read_dir(repo("src/rules")).expect("the rules are there").flatten() {
        for file in fs::read_dir(area.path()).into_iter().flatten().flatten() {
            let path = file.path();
            let stem = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            if path.extension().is_some_and(|extension| extension == "md") {
                assert!(pages.insert(stem.clone()), "{stem} is there twice");
            } else {
                assert!(path.with_extension("md").is_file(), "{stem} has no page beside it");
            }
        }
    }
    let named: BTreeSet<String> = RULES.iter().map(|rule| rule.name.replace('-', "_")).collect();
    assert_eq!(pages, named);
    assert!(RULES.is_sorted_by(|a, b| a.code < b.code), "two rules have one code");
}

#[test]
fn every_rule_stands_on_an_act_that_bears_its_weight() {
    let law = Law::embedded();
    for rule in RULES.iter() {
        assert!(!rule.norma.is_empty(), "{} cites nothing", rule.code);
        let ranks = rule.norma.iter().map(|citation| {
            let (key, _) = piao::norma::split(citation);
            law.norme
                .get(key)
                .unwrap_or_else(|| panic!("{} cites «{key}», unknown", rule.code))
                .rango
        });
        let rank = ranks.max().expect("a rule cites something");
        assert!(
            rule.severity <= super::law::heaviest(rank, rule.fiducia),
            "{} weighs more than its source",
            rule.code
        );
    }
}

#[test]
fn every_property_that_a_rule_asks_for_has_words() {
    let law = Law::embedded();
    for property in RULES.iter().flat_map(|rule| &rule.per) {
        let known = law.proprieta.contains_key(property);
        assert!(known, "plan/proprieta.toml has no words for «{property}»");
    }
}

#[test]
fn every_code_is_explained_once() {
    let law = Law::embedded();
    let entries = catalogo::all(law);
    assert!(entries.is_sorted_by(|a, b| a.codice < b.codice));
    for entry in &entries {
        assert!(!entry.fonti.is_empty(), "{} has no source", entry.codice);
        assert!(!entry.chiede.is_empty(), "{} asks nothing", entry.codice);
    }
}
