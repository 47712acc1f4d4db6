use std::sync::LazyLock;

use super::*;
use crate::figure::Nastro;

const NOMI: [&str; 9] = [
    "Sì",
    "Equità",
    "Digitalizzazione e semplificazione",
    "Sviluppo sostenibile del territorio",
    "Sicurezza e qualità delle scuole e delle strade provinciali",
    "Internazionalizzazione precipitevolissimevolmente interdipartimentalizzata",
    "Semplificazione dei procedimenti amministrativi mediante la reingegnerizzazione dei processi",
    "Organizzazioni e associazioni di volontariato, del terzo settore e della cooperazione sociale che operano nel territorio",
    "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

/// Numbers below a limit, by the generator of Steele, Lea and Flood.
struct Caso(u64);

impl Caso {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).expect("below the limit")
    }
}

fn sfera(column: &str, index: usize, nome: &str, tinta: Tinta) -> Sfera {
    let segno = if column == "p" { format!("2.{index}") } else { String::new() };
    let rinvio = format!("{column}-{index}");
    Sfera { rinvio, segno, nome: nome.into(), detto: nome.into(), tinta }
}

/// A map with so many spheres in its columns, their names among the first `nomi`.
fn mappa(seed: u64, quante: [usize; 3], nomi: usize) -> Mappa {
    let mut caso = Caso(seed);
    let mut colonna = |column: &str, quante: usize, tinta| Colonna {
        sfere: (0..quante).map(|i| sfera(column, i, NOMI[caso.below(nomi)], tinta)).collect(),
        altri: sfera(&format!("{column}-altri"), 0, "altri", tinta),
    };
    let chi = colonna("c", quante[0], Tinta::Neutra);
    let valori = colonna("v", quante[1], Tinta::Valori);
    let parti = colonna("p", quante[2], Tinta::Sezione(2));
    let mut fili = Vec::new();
    let mut tie = |da, a| {
        let many = caso.below(5);
        let elementi = (0..many).map(|_| u32::try_from(caso.below(90)).expect("small")).collect();
        fili.push(Filo { da, a, elementi });
    };
    for v in 0..quante[1] {
        (0..quante[0]).for_each(|c| tie(Capo::Chi(c), Capo::Valore(v)));
        (0..quante[2]).for_each(|p| tie(Capo::Valore(v), Capo::Parte(p)));
    }
    if quante[1] == 0 {
        for c in 0..quante[0] {
            (0..quante[2]).for_each(|p| tie(Capo::Chi(c), Capo::Parte(p)));
        }
    }
    Mappa {
        titoli: ["Per chi".into(), "Le parti del piano".into()],
        centro: (quante[1] > 0).then(|| sfera("centro", 0, "Valore pubblico", Tinta::Neutra)),
        chi,
        valori,
        parti,
        fili,
        chiave: vec![(Tinta::Neutra, NOMI[1].into()), (Tinta::Sezione(2), NOMI[7].into())],
        nota: NOMI[6].into(),
    }
}

/// Maps of every size with names of every length, drawn once.
static CASI: LazyLock<Vec<(Mappa, Disegno)>> = LazyLock::new(|| {
    let sizes = [0, 1, 2, 3, 5, 8, 12, 13, 60, 400];
    let mut casi = Vec::new();
    for (seed, valori) in (0..).zip(sizes) {
        for (chi, parti) in [(0, 8), (1, 1), (6, 11), (12, 9), (60, 14), (3, 90)] {
            for nomi in [2, 5, NOMI.len()] {
                casi.push(mappa(seed, [chi, valori, parti], nomi));
            }
        }
    }
    casi.into_iter().map(|mappa| (mappa.clone(), draw(&mappa))).collect()
});

fn spheres(disegno: &Disegno) -> Vec<&Rinvio> {
    let segni = disegno.segni.iter();
    segni.filter_map(|s| if let Segno::Rinvio(r) = s { Some(r) } else { None }).collect()
}

fn ribbons(disegno: &Disegno) -> Vec<&Nastro> {
    let segni = disegno.segni.iter();
    segni.filter_map(|s| if let Segno::Nastro(n) = s { Some(n) } else { None }).collect()
}

fn lines(rinvio: &Rinvio) -> Vec<&Scritta> {
    let segni = rinvio.segni.iter();
    segni.filter_map(|s| if let Segno::Scritta(s) = s { Some(s) } else { None }).collect()
}

#[test]
fn every_text_is_legible_in_the_page_and_on_no_other() {
    for (_, f) in CASI.iter() {
        assert!(f.altezza <= ALTEZZA, "{}", f.altezza);
        let texts: Vec<&Scritta> = f
            .marks()
            .filter_map(|segno| match segno {
                Segno::Scritta(scritta) => Some(scritta),
                _ => None,
            })
            .collect();
        for (index, one) in texts.iter().enumerate() {
            assert!(one.corpo >= CORPO, "{one:?}");
            let room = Segno::Scritta((*one).clone()).ingombro();
            assert!(room.sinistra >= 0 && room.destra <= f.larghezza, "{one:?}");
            assert!(room.alto >= 0 && room.basso <= f.altezza, "{one:?}");
            for other in &texts[..index] {
                let other_room = Segno::Scritta((*other).clone()).ingombro();
                assert!(!room.overlaps(other_room), "{one:?} {other:?}");
            }
        }
    }
}

#[test]
fn spheres_touch_neither_spheres_nor_their_names() {
    for (_, f) in CASI.iter() {
        let spheres = spheres(f);
        for (index, one) in spheres.iter().enumerate() {
            let discs = |rinvio: &Rinvio| match rinvio.segni[0] {
                Segno::Disco(Disco { x, y, r, .. }) => (x, y, r),
                ref other => panic!("{other:?} is no disc"),
            };
            let (x, y, r) = discs(one);
            assert!(x - r >= 0 && x + r <= f.larghezza && y - r >= 0 && y + r <= f.altezza);
            for other in &spheres[..index] {
                let (ox, oy, or) = discs(other);
                let far = (x - ox).pow(2) + (y - oy).pow(2);
                assert!(far > (r + or).pow(2), "{} {}", one.nome, other.nome);
                let room =
                    Segno::Disco(Disco { x, y, r, tinta: Tinta::Neutra, stile: Stile::Pieno });
                for line in lines(other) {
                    let line = Segno::Scritta(line.clone()).ingombro();
                    assert!(!room.ingombro().overlaps(line), "{} {}", one.nome, other.nome);
                }
            }
        }
    }
}

#[test]
fn ribbons_run_where_nothing_is_written() {
    for (_, f) in CASI.iter() {
        let outside: Vec<_> = spheres(f)
            .into_iter()
            .flat_map(|rinvio| lines(rinvio).into_iter().map(move |line| (rinvio, line)))
            .filter(|(rinvio, line)| {
                let room = rinvio.segni[0].ingombro();
                line.x < room.sinistra || line.x > room.destra
            })
            .collect();
        for n in ribbons(f) {
            assert!(n.x1 < n.x2, "{n:?}");
            for (rinvio, line) in &outside {
                let room = Segno::Scritta((*line).clone()).ingombro();
                let apart = room.destra <= n.x1 || room.sinistra >= n.x2;
                assert!(apart, "{n:?} crosses the name of {}", rinvio.nome);
            }
        }
    }
}

#[test]
fn a_ribbon_is_there_for_each_pair_that_is_tied_and_counts_its_records() {
    for (mappa, f) in CASI.iter() {
        let place = |anchor: &str| -> (char, usize) {
            let (column, index) = anchor.split_once('-').expect("an anchor");
            let column = column.chars().next().expect("a column");
            (column, index.parse().unwrap_or(usize::MAX))
        };
        let shown: BTreeSet<(char, usize)> =
            spheres(f).iter().map(|rinvio| place(&rinvio.rinvio)).collect();
        let seen = |capo: Capo| {
            let own = match capo {
                Capo::Chi(i) => ('c', i),
                Capo::Valore(i) => ('v', i),
                Capo::Parte(i) => ('p', i),
            };
            if shown.contains(&own) { own } else { (own.0, usize::MAX) }
        };
        let mut wanted: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
        for filo in mappa.fili.iter().filter(|filo| !filo.elementi.is_empty()) {
            wanted.entry((seen(filo.da), seen(filo.a))).or_default().extend(&filo.elementi);
        }
        let drawn: Vec<_> = ribbons(f);
        assert_eq!(drawn.len(), wanted.len());
        for n in drawn {
            let [da, a] = &n.capi;
            let pair = (place(da), place(a));
            assert_eq!(wanted[&pair].len(), n.elementi, "{n:?}");
        }
    }
}

#[test]
fn spheres_are_drawn_or_counted() {
    for (mappa, f) in CASI.iter() {
        for (column, all) in [("c-", &mappa.chi), ("v-", &mappa.valori), ("p-", &mappa.parti)] {
            let own = spheres(f).into_iter().filter(|rinvio| rinvio.rinvio.starts_with(column));
            let names: Vec<&str> = own.map(|rinvio| rinvio.nome.as_str()).collect();
            let others = names.iter().find_map(|nome| nome.strip_prefix("altri "));
            let others = others.map_or(0, |n| n.parse::<usize>().expect("a number"));
            assert_eq!(names.len() - usize::from(others > 0) + others, all.sfere.len());
            assert!(others != 1 && names.len() >= all.sfere.len().min(10), "{names:?}");
        }
    }
}

#[test]
fn twelve_values_and_their_names_are_all_there() {
    let f = draw(&mappa(3, [12, 12, 11], NOMI.len()));
    let values = spheres(&f).into_iter().filter(|rinvio| rinvio.rinvio.starts_with("v-"));
    assert_eq!(values.count(), 12);
    let f = draw(&mappa(3, [60, 5, 11], 5));
    let whom = spheres(&f).into_iter().filter(|rinvio| rinvio.rinvio.starts_with("c-"));
    assert!(whom.count() > 20);
}

#[test]
fn ribbons_are_as_thick_as_they_count() {
    for (_, f) in CASI.iter() {
        let mut ribbons = ribbons(f);
        ribbons.sort_by_key(|n| n.elementi);
        assert!(ribbons.is_sorted_by_key(|n| n.spessore));
    }
}
