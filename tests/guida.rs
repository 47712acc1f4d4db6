//! What a document says of itself is true of the plan: its sections, its codes, the acts it cites.

use std::collections::{BTreeMap, BTreeSet};

use piao::law::Law;
use piao::view::document::{Documento, Genere, Parte};
use piao::view::visita::Nodo;

use crate::support::{CORPI, EXAMPLES, check_text, example, read, smallest, words};

fn part<'d>(document: &'d Documento, id: &str) -> &'d Parte {
    let mut found = None;
    document.visit(|nodo, _| match nodo {
        Nodo::Parte(part) if part.id == id => found = Some(part),
        _ => {}
    });
    found.unwrap_or_else(|| panic!("no part «{id}»"))
}

/// The paragraphs of the introduction, by the end of their anchor.
fn guide(document: &Documento, key: &str) -> Option<String> {
    let blocks = part(document, "come-si-legge").blocchi.iter();
    let wanted = format!("come-si-legge-{key}");
    blocks.filter(|block| block.id() == wanted).find_map(|block| match block {
        piao::view::document::Blocco::Paragrafo { testo, .. } => Some(words(testo)),
        _ => None,
    })
}

/// The anchors of the acts.
fn acts(document: &Documento) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    document.visit(|nodo, above| match nodo {
        Nodo::Riga(row) if above.iter().any(|part| part.id == "fonti") => {
            out.insert(row.id.clone());
        }
        _ => {}
    });
    out
}

#[test]
fn the_introduction_names_the_parts_that_are_there_and_those_that_are_not() {
    let law = Law::embedded();
    let texts =
        ["solo-rischi", "solo-fabbisogni"].map(|name| read(&format!("tests/piani/{name}.toml")));
    let mut all: Vec<_> = texts.iter().map(|text| check_text(text).1).collect();
    let names = EXAMPLES.iter().map(|(name, _)| name).chain(CORPI);
    let plans: Vec<_> = names.map(|name| example(name)).collect();
    all.extend(plans.iter().map(|plan| plan.check(law)));
    for checked in &all {
        let document = checked.document(true).document;
        // What the scheme calls a part, and the number that the plan gives it.
        let mut shown = BTreeMap::new();
        document.visit(|nodo, _| match nodo {
            Nodo::Parte(part) if matches!(part.genere, Genere::Sezione | Genere::Sottosezione) => {
                shown.insert(part.schema.clone(), part.numero.clone());
            }
            _ => {}
        });
        let name = &checked.plan.source.name;
        let sections = guide(&document, "sezioni").expect("a plan has a section");
        for sezione in &law.sezioni {
            let schema = sezione.numero.to_string();
            let numero = shown.get(&schema).unwrap_or(&schema);
            let title = format!(" {numero} «");
            let is_there = shown.contains_key(&schema);
            assert_eq!(sections.contains(&title), is_there, "{name}, {numero}: {sections}");
        }
        let absent = ["non-scritte", "omesse", "non-chieste"].map(|key| guide(&document, key));
        let absent = absent.into_iter().flatten().collect::<String>();
        for own in law.sottosezioni.iter().filter(|own| !own.numero.is_empty()) {
            let is_empty = !own.campo.iter().any(|campo| checked.radice.filled(campo).is_some());
            let said = absent.contains(&format!(" {} «", own.numero));
            assert_eq!(said, is_empty, "{name}, {}: {absent}", own.numero);
        }
    }
}

#[test]
fn the_introduction_speaks_of_what_is_missing_where_something_is() {
    let said = |name: &str| {
        let plan = example(name);
        guide(&plan.check(Law::embedded()).document(true).document, "mancanze")
    };
    assert!(said("provincia-di-lucca").is_some());
    assert!(said("provincia-di-esempio").is_none() && said("comune-piccolo").is_none());
}

#[test]
fn the_sources_are_the_acts_that_the_plan_rests_on_or_names() {
    let of = |text: &str| acts(&check_text(text).1.document(false).document);
    let whole = of(&smallest("ordinario"));
    assert!(whole.contains("fonte-dm-132-2022") && whole.len() > 10, "{whole:?}");
    let partial = of(&read("tests/piani/solo-rischi.toml"));
    assert!(partial.contains("fonte-l-190-2012"), "{partial:?}");
    for act in ["fonte-l-68-1999", "fonte-dlgs-36-2023"] {
        assert!(!partial.contains(act), "{act}: nothing of the plan rests on it");
    }
    let note = "\n[[sottosezioni_libere]]\nid = \"libera\"\ntitolo = \"Altro\"\ntesto = \"\"\"\n\
        Secondo la legge 12 marzo 1999, n. 68, e il D.Lgs. n. 36/2023.\"\"\"\n";
    let more = of(&(read("tests/piani/solo-rischi.toml") + note));
    let added: Vec<&String> = more.difference(&partial).collect();
    assert_eq!(added, ["fonte-dlgs-36-2023", "fonte-l-68-1999"]);
}
