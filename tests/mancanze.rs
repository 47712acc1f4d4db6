//! One truth: what a document shows as missing is what the check finds absent, each thing with the
//! article that asks for it, and nothing else.

use std::collections::BTreeSet;

use piao::cause::{self, Kind};
use piao::diag::Finding;
use piao::law::Law;
use piao::record::Record;
use piao::valori::Luogo;
use piao::view::document::{Blocco, Documento, Tono, Tratto};
use piao::view::formato;
use piao::view::visita::Nodo;
use piao::{Checked, Plan};
use toml::{Table, Value};

use crate::support::{check_text, example, read, smallest, words};

/// Something that a document shows as missing.
struct Line {
    text: String,
    /// Titles of the parts and of the cards in which it stands.
    within: Vec<String>,
}

/// The lines of the lists, and the sub-sections of which a remark says that nothing is written.
fn shown(document: &Documento) -> (Vec<Line>, BTreeSet<String>) {
    let (mut lines, mut parts) = (Vec::new(), BTreeSet::new());
    document.visit(|nodo, above| {
        let above: Vec<String> = above.iter().map(|part| part.titolo.clone()).collect();
        match nodo {
            Nodo::Parte(part) => {
                for block in &part.blocchi {
                    if let Some(Blocco::Paragrafo { .. }) = remark(block).and_then(<[_]>::first) {
                        parts.insert(part.schema.clone());
                    }
                    gather(block, &above, &part.titolo, &mut lines);
                }
            }
            Nodo::Blocco(Blocco::Scheda(card)) => {
                for block in card.blocchi.iter().chain(&card.mancano) {
                    gather(block, &above, &card.titolo, &mut lines);
                }
            }
            _ => {}
        }
    });
    (lines, parts)
}

fn remark(block: &Blocco) -> Option<&[Blocco]> {
    match block {
        Blocco::Nota { tono: Tono::Mancante, blocchi, .. } => Some(blocchi),
        _ => None,
    }
}

fn gather(block: &Blocco, above: &[String], titolo: &str, lines: &mut Vec<Line>) {
    let Some([Blocco::Elenco { voci, .. }]) = remark(block) else { return };
    let within: Vec<String> = above.iter().cloned().chain([titolo.to_owned()]).collect();
    for voce in voci {
        let [Blocco::Paragrafo { testo, .. }] = voce.as_slice() else { panic!("not a line") };
        lines.push(Line { text: words(testo), within: within.clone() });
    }
}

/// What a document calls the record with a number; empty when the record has no name.
fn name(within: &Record<'_>, luogo: Luogo) -> Option<String> {
    if within.luogo == luogo {
        let title = within.kind.campo(&within.kind.titolo).and_then(|campo| within.get(campo));
        let title = title.and_then(|title| title.label().or(title.as_str()));
        return Some(formato::text(title.unwrap_or(within.id())));
    }
    within.fields.iter().flat_map(|(_, value)| value.records()).find_map(|own| name(own, luogo))
}

/// Whether a line says what a finding says.
fn says(line: &Line, finding: &Finding, checked: &Checked<'_>) -> bool {
    let cites = finding.norma.iter().all(|norma| line.text.contains(&*formato::text(&norma.testo)));
    let name = name(&checked.radice, finding.about.luogo).unwrap_or_default();
    let is_of = name.is_empty() || line.text.contains(&name) || line.within.contains(&name);
    let lower = line.text.to_lowercase();
    let label = label(finding, checked).map(|label| label.to_lowercase());
    let message = formato::text(&finding.message).to_lowercase();
    // Without its verb, without the name of the record, without the articles.
    let said =
        lower.split(" – ").next().unwrap_or_default().split(": «").next().unwrap_or_default();
    cites && is_of && (label.is_some_and(|label| lower.contains(&label)) || message.contains(said))
}

/// Both directions, for a plan.
fn hold_together(checked: &Checked<'_>, what: &str) -> usize {
    let document = checked.document(true).document;
    let (lines, parts) = shown(&document);
    let is_written = |part: usize| {
        let part = &checked.law.sottosezioni[part];
        let rows = checked.piano.sottosezioni.iter();
        part.numero.is_empty()
            || part.campo.iter().any(|campo| checked.radice.filled(campo).is_some())
            || rows.into_iter().any(|row| row.chiave == part.numero)
    };
    let findings = checked.findings.iter();
    let absent: Vec<&Finding> =
        findings.filter(|f| f.deroga.is_none() && cause::kind(f) == Kind::Missing).collect();
    let mut unwritten = BTreeSet::new();
    let mut expected = Vec::new();
    for finding in absent {
        let part = finding.about.part.unwrap_or_default();
        if is_written(part) {
            expected.push(finding);
        } else {
            unwritten.insert(checked.law.sottosezioni[part].numero.clone());
        }
    }
    assert_eq!(parts, unwritten, "{what}: sub-sections of which nothing is written");
    for finding in &expected {
        let said = lines.iter().any(|line| says(line, finding, checked));
        assert!(said, "{what}: no line says {} {}", finding.code, finding.message);
    }
    for line in &lines {
        let found = expected.iter().any(|finding| says(line, finding, checked));
        assert!(found, "{what}: nothing finds «{}» in {:?}", line.text, line.within);
        assert!(line.text.contains(" – "), "{what}: no article after «{}»", line.text);
    }
    let mut told = BTreeSet::new();
    for line in &lines {
        assert!(told.insert((&line.text, &line.within)), "{what}: «{}» twice", line.text);
    }
    marks(&document, &expected, checked, what);
    lines.len() + parts.len()
}

/// The field that a finding says is absent, when the law has one of that name there.
fn label(finding: &Finding, checked: &Checked<'_>) -> Option<String> {
    let absent = finding.about.absent.as_deref().unwrap_or_default();
    let path = absent.split('[').next().unwrap_or_default().trim_end_matches('.');
    let kind = checked.places.kind(finding.about.luogo).unwrap_or_default();
    let kind = checked.law.record.get(kind).unwrap_or(&checked.law.radice);
    let campo = kind.campo(path.rsplit('.').next().unwrap_or_default())?;
    Some(formato::text(&campo.etichetta))
}

/// A mark in a cell stands in the row of a record, and in the column of a field that it lacks.
fn marks(document: &Documento, expected: &[&Finding], checked: &Checked<'_>, what: &str) {
    let is_marked = |cell: &[Tratto]| {
        cell.iter().any(|tratto| {
            let inner = tratto.tratti().iter();
            matches!(tratto, Tratto::Mancante { .. })
                || inner.into_iter().any(|inner| matches!(inner, Tratto::Mancante { .. }))
        })
    };
    document.visit(|nodo, _| {
        let Nodo::Blocco(Blocco::Tabella(table)) = nodo else { return };
        for row in &table.righe {
            let head = words(&row.celle[0]);
            let marked = row.celle.iter().zip(&table.colonne).filter(|(cell, _)| is_marked(cell));
            for (_, column) in marked {
                let is_year = column.titolo.parse::<i16>().is_ok();
                let lacks = |finding: &&Finding| {
                    let name = name(&checked.radice, finding.about.luogo).unwrap_or_default();
                    let label = label(finding, checked).unwrap_or_default();
                    head.contains(&name)
                        && (column.titolo.starts_with(&label)
                            || label.starts_with(&column.titolo)
                            || is_year && label == "Traguardi")
                };
                let found = expected.iter().any(lacks);
                assert!(found, "{what}: «{head}» does not lack «{}»", column.titolo);
            }
        }
    });
}

#[test]
fn what_is_shown_as_missing_is_what_the_check_finds_absent() {
    let lucca = example("provincia-di-lucca");
    assert!(hold_together(&lucca.check(Law::embedded()), "provincia-di-lucca") > 50);
    for name in ["solo-fabbisogni", "solo-rischi", "solo-valore-pubblico"] {
        let text = read(&format!("tests/piani/{name}.toml"));
        assert!(hold_together(&check_text(&text).1, name) > 0, "{name} is partial");
    }
}

#[test]
fn a_complete_plan_shows_nothing_as_missing() {
    for name in ["provincia-di-esempio", "comune-piccolo"] {
        let plan = example(name);
        let checked = plan.check(Law::embedded());
        assert_eq!(hold_together(&checked, name), 0);
        let view = serde_json::to_string(&checked.document(false).document).expect("JSON");
        assert!(!view.contains("\"mancante\""), "{name}");
    }
}

/// Every key of a table, through the first record of each list.
fn keys(table: &Table, path: &mut Vec<String>, out: &mut Vec<Vec<String>>) {
    for (key, value) in table {
        path.push(key.clone());
        out.push(path.clone());
        let inner = match value {
            Value::Array(items) => items.first().unwrap_or(value),
            other => other,
        };
        if let Value::Table(inner) = inner {
            keys(inner, path, out);
        }
        path.pop();
    }
}

fn without(table: &mut Table, path: &[String]) {
    let (key, rest) = path.split_first().expect("a path has a step");
    if rest.is_empty() {
        table.remove(key);
        return;
    }
    match &mut table[key] {
        Value::Table(inner) => without(inner, rest),
        Value::Array(items) => without(items[0].as_table_mut().expect("a record"), rest),
        _ => unreachable!("only tables and lists have keys"),
    }
}

#[test]
fn whatever_key_is_taken_away_the_document_misses_it_as_the_check_does() {
    let whole: Table = toml::from_str(&smallest("ordinario")).expect("TOML");
    let mut paths = Vec::new();
    keys(&whole, &mut Vec::new(), &mut paths);
    let mut shown = 0;
    // Neighbouring keys are of one record: every third stands for them.
    for path in paths.iter().step_by(3) {
        let mut plan = whole.clone();
        without(&mut plan, path);
        let text = toml::to_string(&plan).expect("TOML");
        let plan = Plan::from_texts(&[("piao.toml", &text)]);
        let checked = plan.check(Law::embedded());
        // A plan that lacks nothing is drawn by the test of the complete ones.
        if checked.findings.iter().any(|finding| cause::kind(finding) == Kind::Missing) {
            shown += hold_together(&checked, &format!("without {}", path.join(".")));
        }
    }
    assert!(shown > paths.len() / 30, "only {shown} of {} are missed", paths.len());
}

#[test]
fn a_cell_that_other_rows_fill_says_that_it_is_missing() {
    let unit = |name: &str| {
        let rest = "tipo = \"settore\"\npadre = \"u-1\"\nresponsabile = \"Dirigente\"";
        format!("\n[[unita]]\nid = \"{name}\"\nnome = \"{name}\"\n{rest}\n")
    };
    let (_, checked) = check_text(&(smallest("ordinario") + &unit("Primo") + &unit("Secondo")));
    let document = checked.document(true).document;
    let mut marked = Vec::new();
    document.visit(|nodo, _| {
        if let Nodo::Riga(row) = nodo
            && row.celle.iter().flatten().any(|t| matches!(t, Tratto::Mancante { .. }))
        {
            marked.push(words(&row.celle[0]));
        }
    });
    assert_eq!(marked, ["Primo", "Secondo"]);
    let (lines, _) = shown(&document);
    let line = lines.iter().any(|line| line.text.contains(": «Primo», «Secondo» – "));
    assert!(line, "{:?}", lines.iter().map(|line| &line.text).collect::<Vec<_>>());
}

#[test]
fn a_part_that_says_its_state_shows_nothing_as_missing() {
    let mut plan: Table = toml::from_str(&smallest("ordinario")).expect("TOML");
    without(&mut plan, &["lavoro_agile".into(), "strategia".into()]);
    let text = toml::to_string(&plan).expect("TOML");
    let of = |text: &str| {
        let (lines, parts) = shown(&check_text(text).1.document(true).document);
        lines.len() + parts.len()
    };
    assert_eq!(of(&text), 1);
    let state = "\n[[sottosezioni]]\nchiave = \"3.2\"\nstato = \"parziale\"\n";
    assert_eq!(of(&(text + state)), 0);
}
