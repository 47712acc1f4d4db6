//! The figures that go with lists: nothing overlaps or leaves the drawing, whatever they are made
//! of, and they say nothing that the block beside them does not.

use piao::figure::barre::{self, Barre, Quanto};
use piao::figure::gantt::{self, Gantt, Momento, Periodo};
use piao::figure::griglia::{Cella, Evento, Griglia};
use piao::figure::striscia::{self, Verso};
use piao::figure::{CORPO, Disegno, IN_PARTE, IN_SCHEDA, PAGINA, Scritta, Segno, Stile, Tinta};
use piao::view::document::{Blocco, Documento, Tratto};
use piao::view::visita::Nodo;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use crate::support::all_built;

/// The texts of a drawing.
fn texts(disegno: &Disegno) -> Vec<&Scritta> {
    let mut texts = Vec::new();
    for segno in disegno.marks() {
        if let Segno::Scritta(text) = segno {
            texts.push(text);
        }
    }
    texts
}

/// No text is too small, two do not overlap, and every mark is in the drawing.
fn check(disegno: &Disegno) {
    for segno in disegno.marks() {
        let room = segno.ingombro();
        let is_inside = room.sinistra >= 0
            && room.alto >= 0
            && room.destra <= disegno.larghezza
            && room.basso <= disegno.altezza;
        assert!(is_inside, "{segno:?} leaves {} × {}", disegno.larghezza, disegno.altezza);
    }
    let texts = texts(disegno);
    for (index, text) in texts.iter().enumerate() {
        assert!(text.corpo >= CORPO && !text.testo.is_empty(), "{text:?}");
        let room = Segno::Scritta((*text).clone()).ingombro();
        for other in &texts[..index] {
            let others = Segno::Scritta((*other).clone()).ingombro();
            assert!(!room.overlaps(others), "«{}» over «{}»", text.testo, other.testo);
        }
    }
}

/// Names, some of 120 characters, some of one long word.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zàèù’]{1,14}( [a-zàèù’]{1,14}){0,3}",
        "[A-Za-z]{2,13}( [a-z]{2,13}){9,11}",
        "[A-Z][a-z]{40,60}",
    ]
}

fn moment() -> impl Strategy<Value = (i16, i8, i8)> {
    let year = prop_oneof![2026_i16..2031, 1900_i16..2200, 1_i16..9999];
    (year, 1_i8..=12, 1_i8..=28)
}

fn period() -> impl Strategy<Value = Periodo> {
    let begin = |(y, m, d)| Momento::beginning(y, m, d, 30);
    let end = |(y, m, d)| Momento::end(y, m, d, 30);
    prop_oneof![
        (moment(), moment()).prop_map(move |(a, b)| Periodo::Tra(begin(a.min(b)), end(a.max(b)))),
        moment().prop_map(move |a| Periodo::Dal(begin(a))),
        moment().prop_map(move |a| Periodo::Entro(end(a))),
        prop::collection::vec(moment(), 1..30)
            .prop_map(move |all| Periodo::Giorni(all.into_iter().map(end).collect())),
        name().prop_map(Periodo::Senza),
    ]
}

fn width() -> impl Strategy<Value = i32> {
    select(vec![IN_PARTE, IN_SCHEDA])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn calendars_hold_whatever_they_are_made_of(
        rows in prop::collection::vec((name(), period(), select(vec!["", "5", "33,3"])), 0..41),
        width in width(),
    ) {
        let riga = |(nome, periodo, nota): (String, Periodo, &str)| {
            gantt::Riga { nome, periodo, nota: nota.into() }
        };
        let righe: Vec<_> = rows.into_iter().map(riga).collect();
        let marks = |riga: &gantt::Riga| match &riga.periodo {
            Periodo::Senza(_) => 0,
            Periodo::Giorni(all) => all.len(),
            _ => 1,
        };
        let dated: usize = righe.iter().map(marks).sum();
        let gantt = Gantt { righe, note: "Peso".into(), tinta: Tinta::Sezione(2) };
        let drawn = gantt.draw(width);
        prop_assert_eq!(drawn.is_empty(), dated == 0);
        for disegno in &drawn {
            check(disegno);
            prop_assert!(disegno.altezza <= PAGINA);
        }
        // Every row has its mark, on one of the pages.
        let marks = drawn.iter().flat_map(Disegno::marks).filter(|segno| {
            matches!(segno, Segno::Rettangolo(_) | Segno::Disco(_) | Segno::Poligono(_))
        });
        prop_assert_eq!(marks.count(), if drawn.is_empty() { 0 } else { dated });
    }

    #[test]
    fn bars_hold_whatever_they_are_made_of(
        rows in prop::collection::vec(
            (
                (name(), prop_oneof![Just(String::new()), name()]),
                prop::collection::vec((0_i32..=1000, "[0-9]{1,3}(\\.[0-9]{3}){0,2}"), 4),
            ),
            0..41,
        ),
        tutto in select(vec![0, 700, 1000]),
        panels in 1_usize..=4,
        degrees in 0_i32..=5,
        heading in name(),
        width in width(),
    ) {
        let quanto = |(quota, scritto)| Quanto { scritto, quota, tutto };
        let righe: Vec<_> = rows.into_iter().map(|((nome, nota), quanti)| barre::Riga {
            nome,
            nota,
            grado: (degrees / 2, degrees),
            quanti: quanti.into_iter().take(panels).map(quanto).collect(),
        }).collect();
        let positive = righe.iter().flat_map(|riga| &riga.quanti).filter(|own| own.quota > 0);
        let outlines = if tutto > 0 { righe.len() * panels } else { 0 };
        let (rows, positive) = (righe.len(), positive.count() + outlines);
        let barre = Barre { colonne: vec![heading; panels], righe, tinta: Tinta::Sezione(3) };
        let drawn = barre.draw(width);
        prop_assert_eq!(drawn.is_empty(), rows == 0);
        for disegno in &drawn {
            check(disegno);
            prop_assert!(disegno.altezza <= PAGINA);
        }
        let rectangles = drawn.iter().flat_map(Disegno::marks);
        let rectangles = rectangles.filter(|segno| matches!(segno, Segno::Rettangolo(_))).count();
        let squares = usize::try_from(degrees).expect("not negative") * rows;
        prop_assert_eq!(rectangles, positive + squares);
    }

    #[test]
    fn grids_hold_whatever_they_are_made_of(
        counts in prop::collection::vec(prop::collection::vec(0_usize..30, 4), 1..5),
        columns in 1_usize..=4,
        words in prop::collection::vec(name(), 8),
        code in "[A-Z]{1,3}-[0-9]{1,4}",
        width in width(),
    ) {
        let evento = |rinvio: bool| Evento {
            codice: code.clone(),
            nome: words[0].clone(),
            rinvio: if rinvio { "una-scheda".into() } else { String::new() },
        };
        let cell = |(n, column): (&usize, usize)| Cella {
            livello: ["basso", "medio", "alto"][column % 3].into(),
            grado: (1, 3),
            eventi: (0..*n).map(|index| evento(index % 2 == 0)).collect(),
        };
        let celle: Vec<Vec<Cella>> = counts.iter().map(|row| {
            row.iter().take(columns).zip(0..).map(cell).collect()
        }).collect();
        let events: usize = celle.iter().flatten().map(|cell| cell.eventi.len()).sum();
        let griglia = Griglia {
            assi: ["Probabilità".into(), "Impatto".into()],
            righe: words[..celle.len()].to_vec(),
            colonne: words[4..4 + columns].to_vec(),
            celle,
            tinta: Tinta::Sezione(2),
        };
        let drawn = griglia.draw(width);
        prop_assert!(drawn.is_some() || events > 40);
        if let Some(disegno) = drawn {
            check(&disegno);
            prop_assert!(disegno.altezza <= PAGINA);
            let codes = texts(&disegno).into_iter().filter(|text| text.testo == code);
            prop_assert_eq!(codes.count(), events);
        }
    }

    #[test]
    fn strips_hold_every_point(
        start in 0_i32..=1000,
        targets in prop::collection::vec(0_i32..=1000, 1..5),
        verso in select(vec![Verso::Sale, Verso::Scende, Verso::Resta]),
    ) {
        let disegno = striscia::draw(start, &targets, verso);
        check(&disegno);
        let discs = |stile| disegno.marks().filter(
            move |segno| matches!(segno, Segno::Disco(disco) if disco.stile == stile),
        ).count();
        prop_assert_eq!((discs(Stile::Vuoto), discs(Stile::Pieno)), (1, targets.len()));
    }
}

/// The words that a drawing says on its own: the months, and what stands in the place of days.
fn is_fixed(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "gen",
        "feb",
        "mar",
        "apr",
        "mag",
        "giu",
        "lug",
        "ago",
        "set",
        "ott",
        "nov",
        "dic",
        "senza date",
        "la fine precede l’inizio",
        "Impatto",
    ];
    let text = text.strip_prefix("a fine ").unwrap_or(text);
    WORDS.contains(&text) || (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
}

/// Words after a number that the header of its column says too.
const COUNTED: &[&str] = &["in\u{a0}entrata", "in\u{a0}uscita"];

/// What a block says, without spaces.
fn said(document: &Documento, id: &str) -> Option<String> {
    fn runs(tratti: &[Tratto], out: &mut String) {
        for tratto in tratti {
            if let Tratto::Testo { testo } | Tratto::Codice { testo } = tratto {
                *out += testo;
            }
            runs(tratto.tratti(), out);
        }
    }
    let mut found = None;
    document.visit(|nodo, _| {
        if let Nodo::Blocco(Blocco::Tabella(tabella)) = nodo
            && tabella.id == id
        {
            let mut out = String::new();
            for colonna in &tabella.colonne {
                out += &format!("{} ", colonna.titolo);
            }
            for cella in tabella.righe.iter().flat_map(|riga| &riga.celle) {
                runs(cella, &mut out);
                out.push(' ');
            }
            found = Some(out.split_whitespace().collect());
        }
    });
    found
}

/// Whether a document has a block with this anchor.
fn has_block(document: &Documento, id: &str) -> bool {
    let mut found = false;
    document.visit(|nodo, _| found |= matches!(nodo, Nodo::Blocco(blocco) if blocco.id() == id));
    found
}

#[test]
fn figures_say_what_the_table_beside_them_says() {
    let mut figures = 0;
    for example in all_built() {
        let document = &example.document;
        document.visit(|nodo, _| {
            let Nodo::Blocco(Blocco::Figura(figura)) = nodo else { return };
            figures += 1;
            check(&figura.disegno);
            let words = figura.alternativa.split_whitespace().count();
            assert!((8..=26).contains(&words), "{words} words: {}", figura.alternativa);
            let Some(table) = said(document, &figura.dati) else {
                let is_there = !figura.righe.is_empty() || has_block(document, &figura.dati);
                return assert!(is_there, "{}: no block {}", figura.id, figura.dati);
            };
            for text in texts(&figura.disegno) {
                let counted = text.testo.split_once('\u{a0}');
                let counted = counted.filter(|(_, words)| COUNTED.contains(words));
                let whole = counted.map_or(text.testo.as_str(), |(number, _)| number);
                let whole: String = whole.split_whitespace().collect();
                // What stands under a name is a header and its cell.
                let mut pieces = whole.split(':').filter(|piece| !piece.is_empty());
                let known = pieces.all(|piece| table.contains(piece.trim_end_matches(['-', '…'])));
                assert!(known || is_fixed(&text.testo), "{}: «{}»", figura.id, text.testo);
            }
        });
    }
    assert!(figures > 20, "{figures} figures in the examples");
}
