//! The map of spheres: those who benefit at the centre, the public values around, the plan outside.

use super::anelli::{Pianta, Posti, Punto, Raggi, distanza};
use super::etichette::{Etichette, conta, scala};
use super::testo::{Brano, componi};
use super::{Disco, Figura, Linea, Scritta};
use crate::view::document::{Mappa, Sfera};

/// Least air between two discs, in tenths of a millimetre on a map as wide as an A4 page's text.
const ARIA: i32 = 26;
/// Air around the drawing, for the discs' outlines.
const ORLO: i32 = 4;
/// Difference at which two discs are still as near.
const SCARTO: i32 = 3;

/// Draws the map of spheres `larghezza` tenths of a millimetre wide: 1700 on an A4 page. Every
/// measure follows the width; the height follows from the content. Discs come in reading order:
/// centre, values, sub-sections.
///
/// # Panics
///
/// When the spheres are so many, well over a hundred, that no font size lets them stand apart.
#[must_use]
pub fn mappa(mappa: &Mappa, larghezza: i32) -> Figura {
    let orlo = scala(ORLO, larghezza);
    let pianta = Pianta {
        valori: conta(&mappa.valori),
        sotto: conta(&mappa.sottosezioni),
        mezza: larghezza / 2 - orlo,
        aria: scala(ARIA, larghezza),
    };
    let scelta = Etichette::scegli(mappa, pianta, larghezza);
    let (mut etichette, minimi) = scelta.expect("some font size is small enough");
    let raggi = pianta.gonfia(minimi);
    let posti = pianta.disponi(raggi).expect("enlarged only as far as there is room");
    etichette.riempi(mappa, raggi.centro, larghezza);
    let (alto, basso) = estremi(&posti, raggi);
    let origine = Punto { x: larghezza / 2, y: orlo - alto };
    let dischi = dischi(mappa, &etichette, &posti, raggi, origine);
    Figura {
        id: mappa.id.clone(),
        titolo: mappa.titolo.clone(),
        descrizione: mappa.descrizione.clone(),
        larghezza,
        altezza: basso - alto + 2 * orlo,
        linee: legami(&dischi, mappa.valori.len(), scala(SCARTO, larghezza)),
        dischi,
    }
}

/// Top and bottom of the drawing, from its origin.
fn estremi(p: &Posti, r: Raggi) -> (i32, i32) {
    let valori = p.valori.iter().map(|q| (q.y, r.valori));
    let sotto = p.sotto.iter().map(|q| (q.y, r.sotto));
    let tutti = valori.chain(sotto).chain([(p.centro.y, r.centro)]);
    tutti.fold((0, 0), |(alto, basso), (y, r)| (alto.min(y - r), basso.max(y + r)))
}

fn dischi(mappa: &Mappa, e: &Etichette, p: &Posti, r: Raggi, origine: Punto) -> Vec<Disco> {
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

fn disco(s: &Sfera, brani: &[Brano], r: i32, x: i32, y: i32) -> Disco {
    let righe = componi(brani, r).unwrap_or_default();
    let righe = righe.into_iter().map(|t| Scritta { x: x + t.x, y: y + t.y, ..t }).collect();
    let nome = match (s.sezione, s.segno.as_str()) {
        (_, "") => s.nome.clone(),
        (0, segno) => format!("{}, {segno}", s.nome),
        (_, segno) => format!("{segno} {}", s.nome),
    };
    Disco { rinvio: s.rinvio.clone(), nome, tinta: s.sezione, x, y, r, righe }
}

/// Ties the centre to every value, and every sub-section to the nearest of the inner discs: to
/// two of them when they are as near, give or take `scarto`.
fn legami(dischi: &[Disco], valori: usize, scarto: i32) -> Vec<Linea> {
    let (interni, sotto) = dischi.split_at(valori + 1);
    let raggiera = interni[1..].iter().map(|v| legame(&interni[0], v));
    let esterni = sotto.iter().flat_map(|s| {
        let minimo = interni.iter().map(|d| spazio(d, s)).min().unwrap_or(0);
        interni.iter().filter(move |d| spazio(d, s) <= minimo + scarto).map(move |d| legame(d, s))
    });
    raggiera.chain(esterni).collect()
}

/// Line from edge to edge, in the hue of the outer disc.
fn legame(da: &Disco, a: &Disco) -> Linea {
    let (dx, dy) = (a.x - da.x, a.y - da.y);
    let d = (spazio(da, a) + da.r + a.r).max(1);
    let (x1, y1) = (da.x + dx * da.r / d, da.y + dy * da.r / d);
    Linea { x1, y1, x2: a.x - dx * a.r / d, y2: a.y - dy * a.r / d, tinta: a.tinta }
}

/// Air between two discs.
fn spazio(a: &Disco, b: &Disco) -> i32 {
    distanza(Punto { x: a.x, y: a.y }, Punto { x: b.x, y: b.y }) - a.r - b.r
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::etichette::CORPO_MINIMO;
    use super::super::testo::avanzo;
    use super::*;

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

    fn sfera(segno: &str, nome: &str, sezione: u8) -> Sfera {
        Sfera { rinvio: format!("r-{segno}"), segno: segno.into(), nome: nome.into(), sezione }
    }

    fn prova(nomi: &[&str], valori: usize, sotto: usize, beneficiari: usize) -> Mappa {
        let uno = |i: usize| nomi[i % nomi.len()].to_string();
        Mappa {
            id: "mappa".into(),
            titolo: "Mappa".into(),
            descrizione: "Le sfere del piano".into(),
            centro: sfera(&format!("{valori} valori"), "Valore pubblico", 0),
            beneficiari: (0..beneficiari).map(uno).collect(),
            valori: (0..valori).map(|i| sfera(&(i + 1).to_string(), &uno(i), 5)).collect(),
            sottosezioni: (0..sotto)
                .map(|i| sfera(SEZIONI[i % 8].0, SEZIONI[i % 8].1, 2))
                .collect(),
        }
    }

    /// Every number of values with names of every kind, drawn once.
    static CASI: LazyLock<Vec<(Mappa, Figura)>> = LazyLock::new(|| {
        let generi: [(&[&str], usize, usize); 5] =
            [(&REALI, 8, 6), (&BREVI, 4, 0), (&LUNGHI, 8, 12), (&REALI, 7, 12), (&BREVI, 12, 3)];
        let casi =
            generi.iter().flat_map(|g| (0..=12).map(move |valori| prova(g.0, valori, g.1, g.2)));
        casi.map(|caso| {
            let figura = mappa(&caso, 1700);
            (caso, figura)
        })
        .collect()
    });

    #[test]
    fn i_dischi_stanno_nella_pagina_senza_toccarsi() {
        for (_, f) in CASI.iter() {
            for (i, a) in f.dischi.iter().enumerate() {
                assert!(a.x - a.r >= 0 && a.x + a.r <= f.larghezza, "{a:?}");
                assert!(a.y - a.r >= 0 && a.y + a.r <= f.altezza, "{a:?}");
                assert!(f.dischi[..i].iter().all(|b| spazio(a, b) >= 10), "{a:?}");
            }
        }
    }

    #[test]
    fn il_testo_sta_nel_disco_ed_e_intero() {
        for (caso, f) in CASI.iter() {
            let sfere = std::iter::once(&caso.centro).chain(&caso.valori).chain(&caso.sottosezioni);
            for (s, d) in sfere.zip(&f.dischi) {
                let righe: Vec<&str> = d.righe.iter().map(|t| t.testo.as_str()).collect();
                let tutto = righe.join(" ");
                let (primo, secondo) =
                    if s.sezione == 0 { (&s.nome, &s.segno) } else { (&s.segno, &s.nome) };
                assert!(tutto.starts_with(&format!("{primo} {secondo}")), "{righe:?}");
                assert!(d.nome.starts_with(primo.as_str()) && d.nome.ends_with(secondo.as_str()));
                let mut sopra = d.y - d.r;
                for t in &d.righe {
                    let mezza = avanzo(&t.testo, t.forte) * i64::from(t.corpo) / 2000;
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
    fn i_legami_non_attraversano_altri_dischi() {
        for (_, f) in CASI.iter() {
            for l in &f.linee {
                let capi = |d: &&Disco| {
                    [(l.x1, l.y1), (l.x2, l.y2)].iter().any(|&(x, y)| {
                        distanza(Punto { x, y }, Punto { x: d.x, y: d.y }) <= d.r + 3
                    })
                };
                assert_eq!(f.dischi.iter().filter(capi).count(), 2);
                for k in 1..20 {
                    let p = Punto {
                        x: l.x1 + (l.x2 - l.x1) * k / 20,
                        y: l.y1 + (l.y2 - l.y1) * k / 20,
                    };
                    let dentro = |d: &&Disco| distanza(p, Punto { x: d.x, y: d.y }) < d.r - 3;
                    assert_eq!(f.dischi.iter().filter(dentro).count(), 0, "{l:?}");
                }
            }
        }
    }

    #[test]
    fn i_nomi_consueti_sono_leggibili() {
        for (_, f) in CASI.iter().take(13) {
            let mut righe = f.dischi.iter().flat_map(|d| &d.righe);
            assert!(righe.all(|t| t.corpo >= CORPO_MINIMO));
        }
    }

    #[test]
    fn la_stessa_mappa_da_la_stessa_figura_a_ogni_scala() {
        let caso = prova(&REALI, 6, 8, 6);
        assert_eq!(mappa(&caso, 1700), mappa(&caso, 1700));
        let grande = mappa(&caso, 2570);
        assert!((grande.altezza - mappa(&caso, 1700).altezza * 2570 / 1700).abs() < 30);
    }
}
