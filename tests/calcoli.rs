//! What the document computes, against the rows from which it is computed.

use std::collections::{BTreeMap, BTreeSet};

use piao::record::{Record, Value};
use piao::view::document::{Allinea, Blocco, Documento, Domanda, Scheda, Tabella};
use piao::view::visita::Nodo;
use rust_decimal::Decimal;

use crate::support::{built, check_text, smallest, words};

/// A number as Italian writes it, its unit aside.
fn number(text: &str) -> Option<Decimal> {
    let plain = text.trim_end_matches(['%', '€', '\u{a0}']);
    plain.replace('.', "").replace(',', ".").replace('−', "-").parse().ok()
}

fn tables(document: &Documento) -> Vec<&Tabella> {
    let mut out = Vec::new();
    document.visit(|nodo, _| {
        if let Nodo::Blocco(Blocco::Tabella(table)) = nodo {
            out.push(table);
        }
    });
    out
}

/// The numbers of a column in the rows that a total is of: all of them, or those of its year.
fn summed(table: &Tabella, column: usize, label: &str) -> Decimal {
    let year = label.strip_prefix("Totale").unwrap_or_default().trim();
    let rows = table.righe.iter().filter(|row| !row.totale);
    let own =
        rows.filter(|row| year.is_empty() || row.celle.iter().any(|cell| words(cell) == year));
    own.filter_map(|row| number(&words(&row.celle[column]))).sum()
}

#[test]
fn totals_are_the_sums_of_their_rows() {
    let (mut whole, mut of_years) = (0, 0);
    for example in built() {
        for table in tables(&example.document) {
            for row in table.righe.iter().filter(|row| row.totale) {
                let label = words(&row.celle[0]);
                let said = words(&table.note);
                assert!(said.contains("sono calcolati"), "{}: {said}", table.titolo);
                for (index, cell) in row.celle.iter().enumerate().skip(1) {
                    let Some(total) = number(&words(cell)) else { continue };
                    assert_eq!(table.colonne[index].allinea, Allinea::Fine, "{}", table.titolo);
                    assert_eq!(total, summed(table, index, &label), "{}: {label}", table.titolo);
                    if label == "Totale" { whole += 1 } else { of_years += 1 }
                }
            }
        }
    }
    assert!(whole > 20 && of_years > 5, "only {whole} totals and {of_years} of years");
}

/// The results of the cards, by the code of their record.
fn results(document: &Documento) -> BTreeMap<&str, String> {
    let mut out = BTreeMap::new();
    document.visit(|nodo, _| {
        let Nodo::Blocco(Blocco::Scheda(Scheda { codice, fatti, .. })) = nodo else { return };
        for fatto in fatti.iter().filter(|fatto| fatto.domanda == Domanda::Risultato) {
            if let [Blocco::Paragrafo { testo, .. }] = fatto.blocchi.as_slice() {
                out.insert(codice.as_str(), words(testo));
            }
        }
    });
    out
}

/// Every record of a kind.
fn all<'r>(within: &'r Record<'r>, kind: &str, out: &mut Vec<&'r Record<'r>>) {
    for record in within.fields.iter().flat_map(|(_, value)| value.records()) {
        if record.kind.chiave == kind {
            out.push(record);
        }
        all(record, kind, out);
    }
}

fn measured(record: &Record<'_>) -> Option<Decimal> {
    record.fields.iter().find_map(|(_, value)| match value {
        Value::Measure(misura) => misura.numero,
        _ => None,
    })
}

#[test]
fn the_difference_of_a_result_lies_between_its_ends() {
    let mut compared = 0;
    for example in built() {
        let results = results(&example.document);
        let mut objectives = Vec::new();
        all(&example.checked.radice, "obiettivo_performance", &mut objectives);
        for objective in objectives {
            let Some(said) = results.get(objective.id()) else { continue };
            let mut lines = said.lines();
            let (path, gap) = (lines.next().expect("the path"), lines.next().unwrap_or_default());
            let Some(gap) = gap.strip_suffix(" (calcolato)") else { continue };
            let gap = gap.split_once(": ").map_or(gap, |(_, gap)| gap);
            let gap = gap.split('\u{a0}').next().unwrap_or_default().trim_start_matches('+');
            let name = said.lines().last().expect("the indicator");
            let mut own = Vec::new();
            all(objective, "indicatore", &mut own);
            let own = own.into_iter().find(|one| piao::view::formato::text(one.title()) == name);
            let own = own.unwrap_or_else(|| panic!("no indicator is «{name}»"));
            let start = own.record(piao::nomi::campo::BASELINE).and_then(measured);
            let targets = own.records(piao::nomi::campo::TARGET);
            let end = targets.last().and_then(|target| measured(target));
            let gap = number(gap).unwrap_or_else(|| panic!("«{gap}» is no number"));
            assert_eq!(end.zip(start).map(|(end, start)| end - start), Some(gap), "{path}");
            compared += 1;
        }
    }
    assert!(compared > 10, "only {compared} differences");
}

#[test]
fn a_result_without_a_start_or_in_other_words_has_no_difference() {
    let of = |indicator: &str| {
        let objective = format!(
            "\n[[obiettivi_performance]]\nid = \"OP-X\"\ntitolo = \"Uno\"\n\
             [[obiettivi_performance.indicatori]]\nid = \"I-X\"\nnome = \"Quanti\"\n{indicator}\n"
        );
        let (_, checked) = check_text(&(smallest("ordinario") + &objective));
        let document = checked.document(true).document;
        results(&document).get("OP-X").cloned().unwrap_or_default()
    };
    let arrow = "\u{a0}";
    let same = |from: &str, to: &str, unit: &str| {
        let start = if from.is_empty() {
            String::new()
        } else {
            format!("baseline = {{ valore = {from}, anno = 2026 }}\n")
        };
        of(&format!(
            "unita_misura = \"{unit}\"\n{start}target = [{{ anno = 2029, valore = {to} }}]"
        ))
    };
    assert_eq!(
        same("62", "90", "%"),
        format!(
            "62{arrow}% →{arrow}90{arrow}%\n\
             2026-2029: +28{arrow}punti percentuali (calcolato)\nQuanti"
        )
    );
    assert_eq!(
        same("45", "30", "giorni"),
        format!(
            "45{arrow}giorni →{arrow}30{arrow}giorni\n\
             2026-2029: −15{arrow}giorni (calcolato)\nQuanti"
        )
    );
    assert_eq!(same("", "30", "numero"), "30\n2029\nQuanti");
    assert_eq!(same("30", "30", "n."), format!("30 →{arrow}30\n2026-2029\nQuanti"));
    assert_eq!(
        same("\"circa 20\"", "\"≥ 30\"", "ore"),
        format!("circa 20{arrow}ore →{arrow}≥ 30{arrow}ore\n2026-2029\nQuanti")
    );
}

#[test]
fn what_is_said_of_a_list_as_a_whole_is_counted_from_its_records() {
    let example = &built()[0];
    let said: BTreeSet<String> =
        tables(&example.document).iter().map(|table| words(&table.note)).collect();
    let objectives = &example.checked.piano.obiettivi_performance;
    let units: BTreeSet<_> =
        objectives.iter().filter_map(|own| own.responsabile.as_ref()).collect();
    let wanted = format!("{} obiettivi, ne rispondono {} unità.", objectives.len(), units.len());
    assert!(said.iter().any(|note| note.contains(&wanted)), "{wanted}: {said:?}");
    let rows = &example.checked.piano.consistenza;
    let people: i64 = rows.iter().filter_map(|row| row.totale).sum();
    let areas: BTreeSet<_> = rows.iter().filter_map(|row| row.area.as_ref()).collect();
    let wanted = format!("{people} persone in {} aree.", areas.len());
    assert!(said.iter().any(|note| note.contains(&wanted)), "{wanted}: {said:?}");
}
