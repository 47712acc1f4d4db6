//! The key of the map: what its hues are, then what its ribbons are.

use super::{LARGHEZZA, Mappa};
use crate::figure::accanto::{block, height, wrap};
use crate::figure::misure::width;
use crate::figure::{CORPO, Colore, Disco, Scritta, Segno, Stile, Tinta};

/// Size of a disc of the key.
const DISCO: i32 = 13;
/// Between two entries of a row.
const ARIA: i32 = 40;
/// Height of a row.
const RIGA: i32 = 44;
/// Air above the note.
const NOTA: i32 = 10;

/// The key, its entries in rows.
pub(super) struct Chiave {
    righe: Vec<Vec<Voce>>,
    nota: Vec<String>,
}

/// An entry, and its distance from the left.
struct Voce {
    x: i32,
    tinta: Tinta,
    nome: String,
}

impl Chiave {
    pub(super) fn new(mappa: &Mappa) -> Self {
        let mut righe: Vec<Vec<Voce>> = Vec::new();
        let mut x = LARGHEZZA;
        for (tinta, nome) in &mappa.chiave {
            let nome = wrap(nome, CORPO, LARGHEZZA - 3 * DISCO, 1).concat();
            let wide = 3 * DISCO + width(&nome, CORPO, false);
            if x + wide > LARGHEZZA {
                righe.push(Vec::new());
                x = 0;
            }
            if let Some(riga) = righe.last_mut() {
                riga.push(Voce { x, tinta: *tinta, nome });
            }
            x += wide + ARIA;
        }
        let nota = if mappa.fili.is_empty() { "" } else { &mappa.nota };
        Self { righe, nota: wrap(nota, CORPO, LARGHEZZA, 2) }
    }

    /// Its height, with the air above it.
    pub(super) fn altezza(&self) -> i32 {
        let righe = i32::try_from(self.righe.len()).unwrap_or(0) * RIGA;
        RIGA + righe + NOTA + height(self.nota.len(), CORPO)
    }

    /// Its marks, below a height.
    pub(super) fn draw(self, alto: i32) -> Vec<Segno> {
        let mut segni = Vec::new();
        let mut y = alto + RIGA + RIGA / 2;
        for riga in self.righe {
            for Voce { x, tinta, nome } in riga {
                let x = x + DISCO;
                segni.push(Segno::Disco(Disco { x, y, r: DISCO, tinta, stile: Stile::Pieno }));
                segni.extend(block(&[nome], &Scritta::new("", x + 2 * DISCO, 0, CORPO), y));
            }
            y += RIGA;
        }
        let middle = y - RIGA / 2 + NOTA + height(self.nota.len(), CORPO) / 2;
        let testo = Scritta::new("", 0, 0, CORPO).ink(Colore::Tenue);
        segni.extend(block(&self.nota, &testo, middle));
        segni
    }
}
