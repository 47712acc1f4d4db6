//! What the marks of the drawings stand for: levels, parts of a whole, days.

use std::collections::BTreeSet;

use piao::figure::{Rettangolo, Segno, Stile};
use piao::record::Value;
use piao::view::document::{Blocco, Documento, Figura, Scheda, Tratto};
use piao::view::visita::Nodo;

use crate::support::{built, words};

/// The cards of a kind.
fn cards<'d>(document: &'d Documento, kind: &str) -> Vec<&'d Scheda> {
    let mut found = Vec::new();
    document.visit(|nodo, _| match nodo {
        Nodo::Blocco(Blocco::Scheda(scheda)) if scheda.nome == kind => found.push(scheda),
        _ => {}
    });
    found
}

/// The first figure whose anchor is this.
fn figure<'d>(document: &'d Documento, anchor: &str) -> &'d Figura {
    let mut found = None;
    document.visit(|nodo, _| match nodo {
        Nodo::Blocco(Blocco::Figura(figura)) if figura.id == anchor => found = Some(figura),
        _ => {}
    });
    found.unwrap_or_else(|| panic!("no figure {anchor}"))
}

fn rectangles(segni: &[Segno]) -> Vec<&Rettangolo> {
    segni.iter().filter_map(|s| if let Segno::Rettangolo(r) = s { Some(r) } else { None }).collect()
}

#[test]
fn a_level_has_as_many_full_squares_as_it_is_high() {
    let example = &built()[0];
    let rischi = example.checked.radice.records(piao::nomi::campo::RISCHI_CORRUTTIVI);
    let scale = rischi[0].get(piao::nomi::campo::SCALA).map(Value::items).unwrap_or_default();
    let scale: Vec<&str> = scale.iter().filter_map(Value::as_str).collect();
    let mut seen = BTreeSet::new();
    for card in cards(&example.document, "evento_rischioso") {
        let livello = card.voci.iter().find(|voce| voce.etichetta == "Livello").expect("a level");
        let Blocco::Paragrafo { testo, .. } = &livello.blocchi[0] else { panic!("a line") };
        let Tratto::Disegno { disegno } = &testo[0] else { panic!("squares come first") };
        let squares = rectangles(&disegno.segni);
        let full = squares.iter().filter(|square| square.stile == Stile::Pieno).count();
        assert_eq!(squares.len(), scale.len());
        assert_eq!(scale[full - 1], words(testo), "{}", card.titolo);
        seen.insert(full);
    }
    assert!(seen.len() > 1, "{seen:?}");
}

#[test]
fn the_codes_of_the_grid_lead_to_the_cards_of_the_events() {
    let document = &built()[0].document;
    let grid = figure(document, "rischi-corruttivi-processi-figura");
    let known: BTreeSet<&str> =
        cards(document, "evento_rischioso").iter().map(|card| card.id.as_str()).collect();
    let links: BTreeSet<&str> = (grid.disegno.segni.iter())
        .filter_map(|s| if let Segno::Rinvio(r) = s { Some(r.rinvio.as_str()) } else { None })
        .collect();
    assert!(!links.is_empty());
    assert_eq!(links, known);
}

#[test]
fn a_part_of_a_whole_is_as_long_in_its_outline_as_the_numbers_say() {
    let example = &built()[0];
    let limits = &example.checked.piano.fabbisogni.limiti;
    let figura = figure(&example.document, "fabbisogni-limiti-figura");
    let bars = rectangles(&figura.disegno.segni);
    let long = |stile| bars.iter().filter(move |bar| bar.stile == stile).map(|bar| bar.larghezza);
    let parts = limits.iter().flat_map(|own| {
        let whole = own.tetto.expect("a ceiling");
        [own.primo_anno, own.secondo_anno, own.terzo_anno].map(|year| (year.expect("said"), whole))
    });
    let pairs: Vec<_> = parts.collect();
    assert_eq!((pairs.len(), long(Stile::Vuoto).count()), (9, 9));
    for ((part, whole), (full, outline)) in
        pairs.into_iter().zip(long(Stile::Pieno).zip(long(Stile::Vuoto)))
    {
        let due = part / whole * rust_decimal::Decimal::from(outline);
        let gap = (due - rust_decimal::Decimal::from(full)).abs();
        assert!(gap < rust_decimal::Decimal::TWO, "{part} of {whole}: {full} of {outline}");
    }
}

#[test]
fn the_calendar_of_the_plan_counts_every_day_that_falls_due() {
    for example in built() {
        let document = &example.document;
        let mut months = 0;
        let mut counted = None;
        document.visit(|nodo, above| {
            let Nodo::Blocco(Blocco::Tabella(table)) = nodo else { return };
            if table.id == "scadenze-anni" {
                let total = table.righe.last().expect("a total");
                counted = total.celle.last().map(|cell| words(cell));
            } else if above.first().is_some_and(|part| part.id == "scadenze") {
                months += table.righe.len();
            }
        });
        let Some(counted) = counted else { continue };
        assert_eq!(counted, months.to_string(), "{}", example.name);
        let figura = figure(document, "scadenze-figura");
        assert!(figura.titolo.starts_with(&format!("{months} scadenze")), "{}", figura.titolo);
    }
    assert!(figure(&built()[0].document, "scadenze-figura").disegno.segni.len() > 50);
}
