//! The map of spheres: those who benefit at the centre, the public values around, the plan outside.

use super::anelli::{Pianta, Posti, Punto, Raggi, distanza};
use super::etichette::{Etichette, count, scala};
use super::testo::{Brano, compose};
use super::{Disco, Disegno, Linea, Rinvio, Scritta, Segno, Stile, Tinta};

/// Least air between two discs, in tenths of a millimetre on a map as wide as an A4 page's text.
const ARIA: i32 = 26;
/// Air around the drawing, for the discs' outlines.
const ORLO: i32 = 4;
/// Difference at which two discs are still as near.
const SCARTO: i32 = 3;
/// Thickness of the ties.
const SPESSORE: i32 = 6;
/// How many values are always drawn, however small; beyond them, as many as are legible.
const CONSUETI: usize = 12;

/// What the map of spheres shows.
#[derive(Debug, Clone)]
pub struct Mappa {
    /// The sphere at the centre.
    pub centro: Sfera,
    /// Those who benefit, named inside the centre.
    pub beneficiari: Vec<String>,
    /// The public values, around the centre.
    pub valori: Vec<Sfera>,
    /// Stands for the values that are not drawn: its mark is how many, its name is given.
    pub altri: Sfera,
    /// The sub-sections, outside.
    pub sottosezioni: Vec<Sfera>,
}

/// A sphere: a name, a short mark, a hue, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sfera {
    /// Anchor that the sphere leads to.
    pub rinvio: String,
    /// Short mark: `2.1` or a value's ordinal, above the name; how many values, below the centre's.
    pub segno: String,
    /// Name.
    pub nome: String,
    /// Hue.
    pub tinta: Tinta,
}

/// A disc with its label.
#[derive(Debug, Clone)]
struct Bolla {
    rinvio: String,
    nome: String,
    tinta: Tinta,
    x: i32,
    y: i32,
    r: i32,
    righe: Vec<Scritta>,
}

impl Bolla {
    fn segno(self) -> Segno {
        let Self { rinvio, nome, tinta, x, y, r, righe } = self;
        let disco = Segno::Disco(Disco { x, y, r, tinta, stile: Stile::Pieno });
        let segni = std::iter::once(disco).chain(righe.into_iter().map(Segno::Scritta));
        Segno::Rinvio(Rinvio::new(&rinvio, &nome, segni.collect()))
    }
}

/// Draws the map of spheres `larghezza` tenths of a millimetre wide. Every measure follows the
/// width; the height follows from the content. Lines come first, then discs in reading order:
/// centre, values, sub-sections.
///
/// Values that would make all names too small are not drawn, and a sphere says how many they
/// are. Where even so there is no room, the drawing is empty.
#[must_use]
pub fn draw(mappa: &Mappa, larghezza: i32) -> Disegno {
    let valori = mappa.valori.len();
    let fits = |quanti: &usize| is_legible(&shorten(mappa, *quanti), larghezza);
    let usual = valori.min(CONSUETI);
    let shown = (usual + 1..=valori).take_while(fits).last().unwrap_or(usual);
    let drawn = try_draw(&shorten(mappa, shown), larghezza);
    drawn.unwrap_or(Disegno { larghezza, altezza: 0, segni: Vec::new() })
}

/// The map with its first `quanti` values, and how many the others are.
fn shorten(mappa: &Mappa, quanti: usize) -> Mappa {
    let mut short = mappa.clone();
    let others = mappa.valori.len() - quanti;
    if others > 0 {
        short.valori.truncate(quanti);
        short.valori.push(Sfera { segno: format!("+{others}"), ..mappa.altri.clone() });
    }
    short
}

/// The room of a map, by how many its spheres are.
fn pianta(mappa: &Mappa, larghezza: i32) -> Pianta {
    Pianta {
        valori: count(&mappa.valori),
        sotto: count(&mappa.sottosezioni),
        mezza: larghezza / 2 - scala(ORLO, larghezza),
        aria: scala(ARIA, larghezza),
    }
}

/// Whether there is room for all the names of a map, as large as legible ones are.
fn is_legible(mappa: &Mappa, larghezza: i32) -> bool {
    let scelta = Etichette::choose(mappa, pianta(mappa, larghezza), larghezza);
    scelta.is_some_and(|(etichette, _)| etichette.is_legible(larghezza))
}

/// Draws the whole of a map, if there is room.
fn try_draw(mappa: &Mappa, larghezza: i32) -> Option<Disegno> {
    let (orlo, pianta) = (scala(ORLO, larghezza), pianta(mappa, larghezza));
    let (mut etichette, minimi) = Etichette::choose(mappa, pianta, larghezza)?;
    let raggi = pianta.grow(minimi);
    let posti = pianta.place(raggi)?;
    etichette.fill(mappa, raggi.centro, larghezza);
    let (alto, basso) = estremi(&posti, raggi);
    let origine = Punto { x: larghezza / 2, y: orlo - alto };
    let dischi = dischi(mappa, &etichette, &posti, raggi, origine);
    let linee = legami(&dischi, mappa.valori.len(), scala(SCARTO, larghezza));
    let segni = linee.into_iter().map(Segno::Linea).chain(dischi.into_iter().map(Bolla::segno));
    let altezza = basso - alto + 2 * orlo;
    Some(Disegno { larghezza, altezza, segni: segni.collect() })
}

/// Top and bottom of the drawing, from its origin.
fn estremi(p: &Posti, r: Raggi) -> (i32, i32) {
    let valori = p.valori.iter().map(|q| (q.y, r.valori));
    let sotto = p.sotto.iter().map(|q| (q.y, r.sotto));
    let tutti = valori.chain(sotto).chain([(p.centro.y, r.centro)]);
    tutti.fold((0, 0), |(alto, basso), (y, r)| (alto.min(y - r), basso.max(y + r)))
}

fn dischi(mappa: &Mappa, e: &Etichette, p: &Posti, r: Raggi, origine: Punto) -> Vec<Bolla> {
    let valori = mappa.valori.iter().zip(&e.valori).zip(&p.valori);
    let sotto = mappa.sottosezioni.iter().zip(&e.sotto).zip(&p.sotto);
    let anelli = valori.map(|v| (v, r.valori)).chain(sotto.map(|s| (s, r.sotto)));
    let centro = ((&mappa.centro, &e.centro), &p.centro);
    let tutti = std::iter::once((centro, r.centro)).chain(anelli);
    tutti
        .map(|(((s, brani), posto), r)| {
            disco(s, brani, r, origine.x + posto.x, origine.y + posto.y)
        })
        .collect()
}

fn disco(s: &Sfera, brani: &[Brano], r: i32, x: i32, y: i32) -> Bolla {
    let righe = compose(brani, r).unwrap_or_default();
    let righe = righe.into_iter().map(|t| Scritta { x: x + t.x, y: y + t.y, ..t }).collect();
    let parole = [&s.segno, &s.nome].into_iter().filter(|parola| !parola.is_empty());
    let nome = parole.map(String::as_str).collect::<Vec<_>>().join(" ");
    Bolla { rinvio: s.rinvio.clone(), nome, tinta: s.tinta, x, y, r, righe }
}

/// Ties the centre to every value, and every sub-section to the nearest of the inner discs: to
/// two of them when they are as near, give or take `scarto`.
fn legami(dischi: &[Bolla], valori: usize, scarto: i32) -> Vec<Linea> {
    let (interni, sotto) = dischi.split_at(valori + 1);
    let raggiera = interni[1..].iter().map(|v| legame(&interni[0], v));
    let esterni = sotto.iter().flat_map(|s| {
        let minimo = interni.iter().map(|d| spazio(d, s)).min().unwrap_or(0);
        interni.iter().filter(move |d| spazio(d, s) <= minimo + scarto).map(move |d| legame(d, s))
    });
    raggiera.chain(esterni).collect()
}

/// Line from edge to edge, in the hue of the outer disc.
fn legame(da: &Bolla, a: &Bolla) -> Linea {
    let (dx, dy) = (a.x - da.x, a.y - da.y);
    let d = (spazio(da, a) + da.r + a.r).max(1);
    let (x1, y1) = (da.x + dx * da.r / d, da.y + dy * da.r / d);
    let (x2, y2) = (a.x - dx * a.r / d, a.y - dy * a.r / d);
    Linea { x1, y1, x2, y2, spessore: SPESSORE, spezzata: false, tinta: a.tinta }
}

/// Air between two discs.
fn spazio(a: &Bolla, b: &Bolla) -> i32 {
    distanza(Punto { x: a.x, y: a.y }, Punto { x: b.x, y: b.y }) - a.r - b.r
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::LARGHEZZA;
    use super::super::etichette::CORPO_MINIMO;
    use super::*;
    use crate::caratteri::advance;

    const REALI: [&str; 5] = [
        "Accountability, benessere organizzativo",
        "Sicurezza e qualità delle scuole e delle strade provinciali",
        "Sviluppo sostenibile del territorio",
        "Digitalizzazione e semplificazione",
        "Tutela dell'ambiente e della biodiversità",
    ];
    const BREVI: [&str; 3] = ["Sì", "Equità", "Ascolto"];
    const LUNGHI: [&str; 3] = [
        "Internazionalizzazione precipitevolissimevolmente interdipartimentalizzata",
        "Semplificazione dei procedimenti amministrativi mediante la reingegnerizzazione dei processi e dei servizi",
        "A",
    ];
    const SEZIONI: [(&str, &str); 8] = [
        ("1", "Scheda anagrafica dell'amministrazione"),
        ("2.1", "Valore pubblico"),
        ("2.2", "Performance"),
        ("2.3", "Rischi corruttivi e trasparenza"),
        ("3.1", "Struttura organizzativa"),
        ("3.2", "Organizzazione del lavoro agile"),
        ("3.3", "Piano triennale dei fabbisogni di personale"),
        ("4", "Monitoraggio"),
    ];

    fn sfera(segno: &str, nome: &str, tinta: Tinta) -> Sfera {
        Sfera { rinvio: format!("r-{segno}"), segno: segno.into(), nome: nome.into(), tinta }
    }

    fn attempt(nomi: &[&str], valori: usize, sotto: usize, beneficiari: usize) -> Mappa {
        let uno = |i: usize| nomi[i % nomi.len()].to_string();
        Mappa {
            centro: sfera(&format!("{valori} valori"), "Valore pubblico", Tinta::Neutra),
            beneficiari: (0..beneficiari).map(uno).collect(),
            valori: (0..valori)
                .map(|i| sfera(&(i + 1).to_string(), &uno(i), Tinta::Valori))
                .collect(),
            altri: sfera("", "altri valori", Tinta::Valori),
            sottosezioni: (0..sotto)
                .map(|i| sfera(SEZIONI[i % 8].0, SEZIONI[i % 8].1, Tinta::Sezione(2)))
                .collect(),
        }
    }

    fn dischi(disegno: &Disegno) -> Vec<Bolla> {
        let bolla = |segno: &Segno| {
            let Segno::Rinvio(rinvio) = segno else { return None };
            let Segno::Disco(Disco { x, y, r, tinta, .. }) = rinvio.segni[0] else { return None };
            let righe = rinvio.segni[1..].iter().map(|segno| match segno {
                Segno::Scritta(scritta) => scritta.clone(),
                other => panic!("{other:?} inside a disc"),
            });
            let (rinvio, nome, righe) =
                (rinvio.rinvio.clone(), rinvio.nome.clone(), righe.collect());
            Some(Bolla { rinvio, nome, tinta, x, y, r, righe })
        };
        disegno.segni.iter().filter_map(bolla).collect()
    }

    fn linee(disegno: &Disegno) -> Vec<&Linea> {
        let segni = disegno.segni.iter();
        segni.filter_map(|s| if let Segno::Linea(linea) = s { Some(linea) } else { None }).collect()
    }

    /// Every number of values with names of every kind, drawn once.
    static CASI: LazyLock<Vec<(Mappa, Disegno)>> = LazyLock::new(|| {
        let generi: [(&[&str], usize, usize); 5] =
            [(&REALI, 8, 6), (&BREVI, 4, 0), (&LUNGHI, 8, 12), (&REALI, 7, 12), (&BREVI, 12, 3)];
        let casi =
            generi.iter().flat_map(|g| (0..=12).map(move |valori| attempt(g.0, valori, g.1, g.2)));
        casi.map(|caso| {
            let disegno = draw(&caso, LARGHEZZA);
            (caso, disegno)
        })
        .collect()
    });

    #[test]
    fn discs_stand_in_the_page_without_touching() {
        for (_, f) in CASI.iter() {
            let dischi = dischi(f);
            for (i, a) in dischi.iter().enumerate() {
                assert!(a.x - a.r >= 0 && a.x + a.r <= f.larghezza, "{a:?}");
                assert!(a.y - a.r >= 0 && a.y + a.r <= f.altezza, "{a:?}");
                assert!(dischi[..i].iter().all(|b| spazio(a, b) >= 10), "{a:?}");
            }
        }
    }

    #[test]
    fn the_text_is_whole_and_inside_its_disc() {
        for (caso, f) in CASI.iter() {
            let sfere = std::iter::once(&caso.centro).chain(&caso.valori).chain(&caso.sottosezioni);
            for (s, d) in sfere.zip(dischi(f)) {
                let righe: Vec<&str> = d.righe.iter().map(|t| t.testo.as_str()).collect();
                let tutto = righe.join(" ");
                let (primo, secondo) = if s.tinta == Tinta::Neutra {
                    (&s.nome, &s.segno)
                } else {
                    (&s.segno, &s.nome)
                };
                assert!(tutto.starts_with(&format!("{primo} {secondo}")), "{righe:?}");
                let mut sopra = d.y - d.r;
                for t in &d.righe {
                    let mezza = advance(&t.testo, t.forte) * i64::from(t.corpo) / 2000;
                    let (alto, basso) = (t.y - t.corpo * 74 / 100, t.y + t.corpo * 24 / 100);
                    let orlo = i64::from((alto - d.y).abs().max((basso - d.y).abs()));
                    let utile = i64::from(d.r) * 9 / 10;
                    assert!(mezza * mezza + orlo * orlo <= utile * utile, "{t:?} in {d:?}");
                    assert!(alto >= sopra, "{t:?} touches the line above");
                    sopra = basso;
                }
            }
        }
    }

    #[test]
    fn ties_cross_no_other_disc() {
        for (_, f) in CASI.iter() {
            let dischi = dischi(f);
            for l in linee(f) {
                let capi = |d: &&Bolla| {
                    [(l.x1, l.y1), (l.x2, l.y2)].iter().any(|&(x, y)| {
                        distanza(Punto { x, y }, Punto { x: d.x, y: d.y }) <= d.r + 3
                    })
                };
                assert_eq!(dischi.iter().filter(capi).count(), 2);
                for k in 1..20 {
                    let p = Punto {
                        x: l.x1 + (l.x2 - l.x1) * k / 20,
                        y: l.y1 + (l.y2 - l.y1) * k / 20,
                    };
                    let dentro = |d: &&Bolla| distanza(p, Punto { x: d.x, y: d.y }) < d.r - 3;
                    assert_eq!(dischi.iter().filter(dentro).count(), 0, "{l:?}");
                }
            }
        }
    }

    #[test]
    fn the_usual_names_are_legible() {
        for (_, f) in CASI.iter().take(13) {
            assert!(dischi(f).iter().flat_map(|d| &d.righe).all(|t| t.corpo >= CORPO_MINIMO));
        }
    }

    #[test]
    fn the_same_map_gives_the_same_drawing_at_every_scale() {
        let caso = attempt(&REALI, 6, 8, 6);
        assert_eq!(draw(&caso, LARGHEZZA), draw(&caso, LARGHEZZA));
        let grande = draw(&caso, 2570);
        assert!((grande.altezza - draw(&caso, LARGHEZZA).altezza * 2570 / LARGHEZZA).abs() < 30);
    }
    #[test]
    fn any_number_of_values_is_drawn_or_counted() {
        for (nomi, sotto) in [(&REALI[..], 8), (&BREVI[..], 8), (&LUNGHI[..], 3)] {
            for valori in [0, 1, 2, 12, 13, 14, 40, 180, 400] {
                let disegno = draw(&attempt(nomi, valori, sotto, 4), LARGHEZZA);
                let dischi = dischi(&disegno);
                let ring = dischi.iter().filter(|disco| disco.tinta == Tinta::Valori);
                let names: Vec<String> = ring
                    .map(|disco| {
                        disco.righe.iter().map(|t| &*t.testo).collect::<Vec<_>>().join(" ")
                    })
                    .collect();
                let others = names.last().and_then(|nome| nome.strip_suffix(" altri valori"));
                let count = others.map_or(0, |n| n[1..].parse::<usize>().expect("a number"));
                let drawn = names.len() - usize::from(others.is_some());
                assert_eq!(drawn + count, valori);
                assert!(drawn >= valori.min(CONSUETI), "only {drawn} of {valori} are drawn");
                if drawn > CONSUETI {
                    let mut righe = dischi.iter().flat_map(|disco| &disco.righe);
                    assert!(righe.all(|riga| riga.corpo >= CORPO_MINIMO), "{valori} values");
                }
            }
        }
    }

    #[test]
    fn what_has_no_room_is_not_drawn() {
        let long = "a".repeat(20_000);
        assert_eq!(draw(&attempt(&[&long], 3, 8, 0), LARGHEZZA).segni, Vec::new());
        assert_eq!(draw(&attempt(&REALI, 3, 900, 0), LARGHEZZA).segni, Vec::new());
    }
}
