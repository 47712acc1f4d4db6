//! The organisation chart: every unit a box, every dependence a line, whatever the tree.

use piao::figure::organigramma::{Foglio, Tavola, Unita};
use piao::figure::{CORPO, IN_PARTE, Ingombro, Linea, PAGINA, Rinvio, Segno, Tinta};
use piao::view::document::{Blocco, Documento, Figura};
use piao::view::visita::{Nodo, visit};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::disegni::{hold, texts};
use crate::support::{EXAMPLES, example};

const FOGLIO: Foglio = Foglio { larghezza: IN_PARTE, altezza: PAGINA, tinta: Tinta::Sezione(3) };

/// Units that depend on one another as the parents say: `None`, or an earlier one.
fn forest(parents: &[Option<usize>], name: &impl Fn(usize) -> String) -> Vec<Unita> {
    fn node(index: usize, parents: &[Option<usize>], name: &impl Fn(usize) -> String) -> Unita {
        Unita {
            rinvio: format!("u{index}"),
            nome: name(index),
            responsabile: if index.is_multiple_of(3) { String::new() } else { "Dirigente".into() },
            dipendenti: format!("{index} dipendenti"),
            sotto: below(Some(index), parents, name),
        }
    }
    fn below(
        of: Option<usize>,
        parents: &[Option<usize>],
        name: &impl Fn(usize) -> String,
    ) -> Vec<Unita> {
        let own = (0..parents.len()).filter(|index| parents[*index] == of);
        own.map(|index| node(index, parents, name)).collect()
    }
    below(None, parents, name)
}

/// The boxes of a drawing.
fn boxes(tavola: &Tavola<'_>) -> Vec<Rinvio> {
    let boxed = |segno: &Segno| match segno {
        Segno::Rinvio(rinvio) => Some(rinvio.clone()),
        _ => None,
    };
    tavola.disegno.segni.iter().filter_map(boxed).collect()
}

fn room(rinvio: &Rinvio) -> Ingombro {
    Segno::Rinvio(rinvio.clone()).ingombro()
}

/// The lines of a drawing.
fn lines(tavola: &Tavola<'_>) -> Vec<Linea> {
    let line = |segno: &Segno| match segno {
        Segno::Linea(linea) => Some(linea.clone()),
        _ => None,
    };
    tavola.disegno.segni.iter().filter_map(line).collect()
}

/// Whether a point stands on a room, its edges included.
fn on(room: Ingombro, (x, y): (i32, i32)) -> bool {
    (room.sinistra..=room.destra).contains(&x) && (room.alto..=room.basso).contains(&y)
}

/// The box that the lines which reach this one come from, above it.
fn hangs_from<'b>(own: &Rinvio, boxes: &'b [Rinvio], lines: &[Linea]) -> Option<&'b Rinvio> {
    let here = room(own);
    let mut at = lines.iter().map(|line| (line.x2, line.y2)).find(|end| on(here, *end))?;
    // Back along the lines, from where one ends to where it begins.
    for _ in 0..3 {
        if let Some(above) = boxes.iter().find(|other| *other != own && on(room(other), at)) {
            return Some(above);
        }
        let reaches = |line: &&Linea| {
            let horizontal = line.y1 == line.y2 && line.x1 != line.x2;
            let upright = line.x1 == line.x2 && line.y1 != line.y2;
            (horizontal && line.y2 == at.1 && line.x2 == at.0)
                || (upright && line.x1 == at.0 && (line.y1..=line.y2).contains(&at.1))
                    && line.y1 != at.1
        };
        let line = lines.iter().find(reaches)?;
        at = (line.x1, line.y1);
    }
    boxes.iter().find(|other| *other != own && on(room(other), at))
}

/// Every unit with the one that it depends on.
fn edges<'u>(units: &'u [Unita], above: Option<&'u Unita>) -> Vec<(&'u Unita, Option<&'u Unita>)> {
    let own = |unita: &'u Unita| {
        let mut edges = vec![(unita, above)];
        edges.extend(self::edges(&unita.sotto, Some(unita)));
        edges
    };
    units.iter().flat_map(own).collect()
}

/// Fails unless the drawings show the whole tree, and nothing else.
fn check(units: &[Unita]) {
    let tavole = FOGLIO.draw(units);
    let edges = edges(units, None);
    let mut shown: Vec<(String, String)> = Vec::new();
    for tavola in &tavole {
        hold(&tavola.disegno);
        assert!(tavola.disegno.larghezza <= IN_PARTE && tavola.disegno.altezza <= PAGINA);
        let (boxes, lines) = (boxes(tavola), lines(tavola));
        for (index, one) in boxes.iter().enumerate() {
            for other in &boxes[index + 1..] {
                assert!(!room(one).overlaps(room(other)), "{} and {}", one.rinvio, other.rinvio);
            }
            for line in &lines {
                let line = Segno::Linea(line.clone()).ingombro();
                assert!(!line.overlaps(room(one)), "a line crosses {}", one.rinvio);
            }
            let above = hangs_from(one, &boxes, &lines).map(|other| other.rinvio.clone());
            shown.push((one.rinvio.clone(), above.unwrap_or_default()));
        }
    }
    for (unita, above) in edges {
        let above = above.map(|above| above.rinvio.clone()).unwrap_or_default();
        let edge = (unita.rinvio.clone(), above);
        assert!(shown.contains(&edge), "{} does not hang from «{}»", edge.0, edge.1);
        // A unit that opens a drawing of its own hangs there from nobody.
        shown.retain(|other| {
            *other != edge && !(other.0 == edge.0 && other.1.is_empty() && tavole.len() > 1)
        });
    }
    assert_eq!(shown, [], "lines that the tree does not have");
    // Everything that a box says is there, whole.
    let said: String = tavole
        .iter()
        .flat_map(|t| texts(&t.disegno))
        .map(|(text, _)| text.testo.as_str())
        .collect();
    let squeezed = |text: &str| text.replace(' ', "");
    for (unita, _) in self::edges(units, None) {
        for text in [&unita.nome, &unita.responsabile, &unita.dipendenti] {
            assert!(squeezed(&said).contains(&squeezed(text)), "«{text}» is not drawn");
        }
    }
}

/// A name of so many characters.
fn name(index: usize, long: usize) -> String {
    let words = "Servizio Amministrazione precipitevolissimevolmente di gare e contratti ";
    format!("{index} {words}{words}").chars().take(long.max(4)).collect::<String>().trim().into()
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 60,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2027),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_tree_is_drawn_whole(
        above in prop::collection::vec(any::<prop::sample::Index>(), 1..81),
        roots in 1_usize..4,
        depth in 1_usize..6,
        long in prop::sample::select(vec![4_usize, 30, 60, 120]),
    ) {
        let mut parents: Vec<Option<usize>> = Vec::new();
        let mut levels: Vec<usize> = Vec::new();
        for (index, above) in above.iter().enumerate() {
            let able: Vec<usize> = (0..index).filter(|other| levels[*other] < depth).collect();
            let above = (index >= roots && !able.is_empty()).then(|| able[above.index(able.len())]);
            levels.push(above.map_or(1, |above| levels[above] + 1));
            parents.push(above);
        }
        check(&forest(&parents, &|index| name(index, long)));
    }
}

#[test]
fn trees_of_every_shape_are_drawn_whole() {
    let named = |long: usize| move |index: usize| name(index, long);
    assert!(FOGLIO.draw(&[]).is_empty());
    check(&forest(&[None], &named(120)));
    // Eighty units in five levels; eighty below one; eighty roots; a chain.
    let five: Vec<Option<usize>> =
        (0..80).map(|i: usize| i.checked_sub(1).map(|i| i / 3)).collect();
    let star: Vec<Option<usize>> = (0..80).map(|i| (i > 0).then_some(0)).collect();
    let chain: Vec<Option<usize>> = (0..20).map(|i: usize| i.checked_sub(1)).collect();
    for parents in [five, star, vec![None; 80], chain] {
        for long in [20, 120] {
            check(&forest(&parents, &named(long)));
        }
    }
}

fn is_chart(figura: &Figura) -> bool {
    figura.id.contains("unita-figura")
}

/// The drawings of an example's chart, and the list that says the same.
fn chart(document: &Documento) -> (usize, Option<String>) {
    let (mut figures, mut list) = (0, None);
    let mut dati = String::new();
    visit(&document.parti, |nodo, _| match nodo {
        Nodo::Blocco(Blocco::Figura(figura)) if is_chart(figura) => {
            figures += 1;
            dati.clone_from(&figura.dati);
        }
        Nodo::Blocco(blocco) if !dati.is_empty() && blocco.id() == dati => {
            list = Some(serde_json::to_string(blocco).expect("JSON"));
        }
        _ => {}
    });
    (figures, list)
}

#[test]
fn the_list_beside_says_what_the_chart_says() {
    let mut drawn = 0;
    for (folder, draft) in EXAMPLES {
        let plan = example(folder);
        let document = plan.check(piao::Law::embedded()).document(*draft).document;
        let (figures, list) = chart(&document);
        drawn += usize::from(figures > 0);
        let Some(list) = list else {
            assert_eq!(figures, 0, "{folder}: no list beside the chart");
            continue;
        };
        visit(&document.parti, |nodo, _| {
            let Nodo::Blocco(Blocco::Figura(figura)) = nodo else { return };
            if !is_chart(figura) {
                return;
            }
            let words = figura.disegno.marks().filter_map(|segno| match segno {
                Segno::Scritta(text) => Some(text),
                _ => None,
            });
            for text in words {
                assert!(text.corpo >= CORPO);
                for word in text.testo.split(' ') {
                    assert!(list.contains(word), "{folder}: «{word}» is not in the list");
                }
            }
        });
    }
    let complete = EXAMPLES.iter().filter(|(_, draft)| !draft).count();
    assert_eq!(drawn, complete, "the complete examples have a chart each, in one drawing or more");
}
