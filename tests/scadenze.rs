//! What falls due: by month, by office, in a calendar.

use std::collections::BTreeSet;

use piao::view::document::Documento;

use crate::support::{built, check_text, smallest};

/// The lines of the calendar of an example, those that continue joined.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(String::from).collect()
}

#[test]
fn every_dated_thing_is_in_the_calendar_and_under_its_office() {
    for example in built() {
        let Documento { dati, parti, .. } = &example.document;
        let calendar = example.artifacts.iter().find(|a| a.path == "sito/scadenze.ics");
        let Some(calendar) = calendar else {
            assert!(dati.scadenze.is_empty(), "{}", example.name);
            continue;
        };
        let text = std::str::from_utf8(&calendar.bytes).expect("text");
        assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        let lines = lines(text);
        let of = |name: &str| lines.iter().filter_map(|line| line.strip_prefix(name)).count();
        let uid: BTreeSet<&str> = lines.iter().filter_map(|l| l.strip_prefix("UID:")).collect();
        assert_eq!(uid.len(), dati.scadenze.len(), "{}", example.name);
        for name in ["BEGIN:VEVENT", "END:VEVENT", "DTSTAMP:", "DTSTART;VALUE=DATE:", "SUMMARY:"] {
            assert_eq!(of(name), dati.scadenze.len(), "{name}");
        }
        let part = parti.iter().find(|part| part.id == "scadenze").expect("what falls due");
        let rows: usize = part
            .parti
            .iter()
            .flat_map(|month| &month.blocchi)
            .map(|block| match block {
                piao::view::document::Blocco::Tabella(table) => table.righe.len(),
                _ => 0,
            })
            .sum();
        assert_eq!(rows, dati.scadenze.len(), "{}", example.name);
        let offices = part.parti.last().filter(|last| last.id == "scadenze-uffici");
        let listed: usize = offices
            .into_iter()
            .flat_map(|part| &part.parti)
            .flat_map(|office| &office.blocchi)
            .map(|block| match block {
                piao::view::document::Blocco::Elenco { voci, .. } => voci.len(),
                _ => 0,
            })
            .sum();
        assert!(offices.is_none() || listed >= rows, "{}: {listed} of {rows}", example.name);
    }
    let province = &built()[0].document.parti;
    let part = province.iter().find(|part| part.id == "scadenze").expect("what falls due");
    assert!(part.parti.last().is_some_and(|last| last.parti.len() > 5), "no offices");
}

#[test]
fn a_thing_keeps_its_name_in_the_calendar_when_its_day_changes() {
    let keys = |day: &str| -> Vec<String> {
        let more = format!(
            "\n[[obiettivi_performance]]\nid = \"op-x\"\ntitolo = \"Nuovo\"\n\
             [[obiettivi_performance.fasi]]\ntitolo = \"Avvio\"\nfine = {day}\n\
             [[obiettivi_performance.fasi]]\ntitolo = \"Avvio\"\nfine = 2027-05-31\n"
        );
        let (_, checked) = check_text(&(smallest("ordinario") + &more));
        let mut keys: Vec<String> =
            checked.document(true).document.dati.scadenze.into_iter().map(|s| s.chiave).collect();
        keys.sort();
        keys
    };
    let first = keys("2027-03-31");
    assert_eq!(first, keys("2027-04-30"));
    assert!(first.contains(&"fase-op-x-avvio-fine".to_owned()), "{first:?}");
    assert!(first.contains(&"fase-op-x-avvio-fine-2".to_owned()), "{first:?}");
}
