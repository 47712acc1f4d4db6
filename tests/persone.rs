//! The figures of staff: nothing covers anything, and the table beside says every number.

use piao::figure::flusso::{self, Passo, Stato};
use piao::figure::persone::{self, Gruppo, Quanti, Testata};
use piao::figure::{Disegno, IN_PARTE, Segno, Stile, Tinta};
use piao::view::document::{Blocco, Documento, Figura, Tabella};
use piao::view::visita::{Nodo, visit};
use piao::{Law, Plan};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::disegni::{hold, texts};
use crate::support::{example, repo, tree};

const TINTA: Tinta = Tinta::Sezione(3);
const TESTATA: Testata<'_> = Testata { sinistra: "Donne", destra: "Uomini", totale: "Totale" };

fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2027),
        ..ProptestConfig::default()
    }
}

/// The widths of the bars of a style, from the top.
fn bars(disegno: &Disegno, stile: Stile) -> Vec<i32> {
    let bar = |segno: &Segno| match segno {
        Segno::Rettangolo(bar) if bar.stile == stile => Some(bar.larghezza),
        _ => None,
    };
    disegno.marks().filter_map(bar).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bars_of_any_staff_leave_room_to_their_numbers(
        counts in prop::collection::vec((0_i64..30_000, 0_i64..30_000), 1..30),
        long in prop::sample::select(vec![5_usize, 40, 120]),
    ) {
        let part = |numero: i64| Quanti { numero, scritto: numero.to_string() };
        let name: String = "Funzionari e dell’elevata qualificazione ".repeat(4);
        let name: String = name.chars().take(long).collect();
        let groups: Vec<Gruppo> = counts
            .iter()
            .map(|(women, men)| Gruppo {
                nome: name.trim().into(),
                sinistra: part(*women),
                destra: part(*men),
                totale: (women + men).to_string(),
            })
            .collect();
        let most = counts.iter().map(|(women, men)| women.max(men)).max().copied().unwrap_or(0);
        let Some(drawn) = persone::draw(&groups, TESTATA, IN_PARTE, TINTA) else {
            let high = 34 + groups.len() * 120;
            prop_assert!(most == 0 || high > 2200, "{} groups are not drawn", groups.len());
            return Ok(());
        };
        hold(&drawn);
        let said: Vec<&str> = texts(&drawn).iter().map(|(text, _)| text.testo.as_str()).collect();
        let shown = |numero: i64| said.contains(&numero.to_string().as_str());
        prop_assert!(counts.iter().all(|(a, b)| shown(*a) && shown(*b) && shown(a + b)));
        // Bars are as long as their numbers are large, whichever side they are on.
        let (left, right) = (bars(&drawn, Stile::Pieno), bars(&drawn, Stile::Vuoto));
        let longest = left.iter().chain(&right).max().copied().unwrap_or(0);
        let mut sides = [left.into_iter(), right.into_iter()];
        for (women, men) in counts {
            for (side, count) in [(0, women), (1, men)] {
                if count > 0 {
                    let bar = i64::from(sides[side].next().expect("a bar"));
                    let due = (count * i64::from(longest) / most).max(3);
                    prop_assert!((bar - due).abs() <= 1, "{count} is {bar} wide, not {due}");
                }
            }
        }
    }

    #[test]
    fn the_years_of_any_staff_cover_nothing(
        flows in prop::collection::vec((0_i32..1001, 0_i32..1001, any::<bool>()), 1..6),
        people in 1_u32..40_000,
    ) {
        let state = |anno: usize| Stato { quanti: people.to_string(), quando: format!("a fine {anno}") };
        let steps: Vec<Passo> = flows
            .iter()
            .zip(2027..)
            .map(|((into, out, other), anno)| Passo {
                anno: anno.to_string(),
                entrata: (*into, format!("{into} in entrata")),
                uscita: (*out, format!("{out} in uscita")),
                altro: if *other { "3 altri movimenti".into() } else { String::new() },
                dopo: state(anno),
            })
            .collect();
        let Some(drawn) = flusso::draw(&state(2026), &steps, IN_PARTE, TINTA) else {
            prop_assert!(steps.len() > 3, "{} years are not drawn", steps.len());
            return Ok(());
        };
        hold(&drawn);
        let said: Vec<&str> = texts(&drawn).iter().map(|(text, _)| text.testo.as_str()).collect();
        for step in &steps {
            for words in [&step.anno, &step.entrata.1, &step.uscita.1, &step.dopo.quando] {
                prop_assert!(said.contains(&words.as_str()), "{words}");
            }
        }
        let bars = bars(&drawn, Stile::Vuoto).len() + bars(&drawn, Stile::Pieno).len();
        let moved = flows.iter().map(|(a, b, _)| usize::from(*a > 0) + usize::from(*b > 0));
        prop_assert_eq!(bars, moved.sum::<usize>());
    }
}

#[test]
fn nobody_is_not_drawn() {
    let none = Quanti { numero: 0, scritto: "0".into() };
    let group =
        Gruppo { nome: "Area".into(), sinistra: none.clone(), destra: none, totale: "0".into() };
    assert_eq!(persone::draw(&[], TESTATA, IN_PARTE, TINTA), None);
    assert_eq!(persone::draw(&[group], TESTATA, IN_PARTE, TINTA), None);
    let state = Stato { quanti: "1".into(), quando: "oggi".into() };
    assert_eq!(flusso::draw(&state, &[], IN_PARTE, TINTA), None);
}

/// The figures of a document with these words in their anchor, each with the table beside it.
fn figures(document: &Documento, anchor: &str) -> Vec<(Figura, Tabella)> {
    let (mut figures, mut tables) = (Vec::new(), Vec::new());
    visit(&document.parti, |nodo, _| match nodo {
        Nodo::Blocco(Blocco::Figura(figura)) if figura.id.contains(anchor) => figures.push(figura),
        Nodo::Blocco(Blocco::Tabella(table)) => tables.push(table),
        _ => {}
    });
    let beside = |figura: &Figura| {
        let table = tables.iter().find(|table| table.id == figura.dati);
        (*table.unwrap_or_else(|| panic!("{} has no table beside", figura.id))).clone()
    };
    figures.into_iter().map(|figura| (figura.clone(), beside(figura))).collect()
}

/// Runs of digits of a text.
fn numbers(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    runs.filter(|run| run.chars().any(|c| c.is_ascii_digit())).map(String::from).collect()
}

fn document(plan: &Plan) -> Documento {
    plan.check(Law::embedded()).document(false).document
}

/// The document of the example of a whole plan, one of its files rewritten.
fn changed(from: &str, to: &str) -> Documento {
    let mut found = false;
    let mut files = tree(&repo("examples/provincia-di-esempio"));
    for (_, bytes) in &mut files {
        // A workbook is no text.
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let other = text.replacen(from, to, 1);
        found |= other != text;
        *bytes = other.into_bytes();
    }
    assert!(found, "«{from}» is not in the example");
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    document(&Plan::from_files(files))
}

#[test]
fn the_table_beside_says_every_number_of_a_figure() {
    let whole = document(&example("provincia-di-esempio"));
    for (anchor, title) in [
        ("consistenza-figura", "180 persone in 6 aree: 82 donne e 98 uomini"),
        ("proiezione-figura", "Da 180 persone a fine 2026 a "),
    ] {
        let figures = figures(&whole, anchor);
        let [(figura, table)] = figures.as_slice() else { panic!("one figure of {anchor}") };
        assert!(figura.titolo.starts_with(title), "{}", figura.titolo);
        let beside = serde_json::to_string(&table).expect("JSON");
        for text in figura.disegno.marks().filter_map(|segno| match segno {
            Segno::Scritta(text) => Some(text.testo.as_str()),
            _ => None,
        }) {
            for number in numbers(text).into_iter().filter(|number| number != "2026") {
                assert!(beside.contains(&format!("\"{number}\"")), "{number} of {}", figura.id);
            }
        }
    }
}

#[test]
fn numbers_that_do_not_lead_to_one_another_are_not_drawn() {
    let drawn = |document: &Documento, anchor: &str| figures(document, anchor).len();
    let whole = document(&example("provincia-di-esempio"));
    assert_eq!((drawn(&whole, "proiezione-figura"), drawn(&whole, "consistenza-figura")), (1, 1));
    // Ten more people at the end of a year than the flows make.
    let wrong = changed("anno = 2027, numero = 70", "anno = 2027, numero = 80");
    assert_eq!((drawn(&wrong, "proiezione-figura"), drawn(&wrong, "consistenza-figura")), (0, 1));
    // More men than the total of the row leaves room for.
    let wrong = changed("dirigenti;Dirigente;4;2;6;3;3;", "dirigenti;Dirigente;4;2;6;5;3;");
    assert_eq!(drawn(&wrong, "consistenza-figura"), 0);
}
