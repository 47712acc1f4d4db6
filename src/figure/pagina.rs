//! The plan on one page: a row for each public value, with where it wants to arrive and with what.

use super::misure::{width, wrap};
use super::{
    CORPO, Colore, Disco, Disegno, Linea, Punto, Rettangolo, Scritta, Segno, Stile, Tinta,
};

/// Font sizes of what is read first and of names.
const GRANDE: i32 = 46;
const NOME: i32 = 34;
/// Hundredths of the font size between two base lines.
const INTERLINEA: i32 = 120;
/// Radius of the sphere of a value, and air above and below a row.
const RAGGIO: i32 = 36;
const ARIA: i32 = 26;
/// Height of the bar of money.
const BARRA: i32 = 18;
/// Columns, in thousandths of the width: names, results, objectives, money; and air between two.
const COLONNE: [i32; 4] = [0, 330, 640, 790];
const STACCO: i32 = 40;

/// A public value as the page shows it.
#[derive(Debug, Clone)]
pub struct Voce {
    /// Ordinal.
    pub segno: String,
    /// Name.
    pub nome: String,
    /// `62 % → 90 %`; empty when the plan does not say it.
    pub risultato: String,
    /// What is measured; may be empty.
    pub indicatore: String,
    /// How many objectives serve it, in words; may be empty.
    pub obiettivi: String,
    /// Its money as printed; empty when the plan gives none.
    pub risorse: String,
    /// Its money as thousandths of the greatest of the values.
    pub quota: i32,
}

/// Draws the page, `larghezza` tenths of a millimetre wide; the height follows from the rows.
#[must_use]
pub fn draw(voci: &[Voce], larghezza: i32) -> Disegno {
    let mut segni = Vec::new();
    let mut y = 0;
    for (index, voce) in voci.iter().enumerate() {
        if index > 0 {
            let (x1, y1, x2, y2) = (0, y, larghezza, y);
            let tinta = Tinta::Neutra;
            segni.push(Segno::Linea(Linea { x1, y1, x2, y2, spessore: 2, spezzata: false, tinta }));
        }
        y += ARIA;
        y += row(voce, larghezza, y, &mut segni) + ARIA;
    }
    Disegno { larghezza, altezza: y, segni }
}

/// Draws a row from `y` down and gives its height.
fn row(voce: &Voce, larghezza: i32, y: i32, segni: &mut Vec<Segno>) -> i32 {
    let at = |index: usize| COLONNE[index] * larghezza / 1000;
    let wide = |index: usize| {
        let end = COLONNE.get(index + 1).map_or(larghezza, |_| at(index + 1) - STACCO);
        end - at(index)
    };
    let name_at = at(0) + 2 * RAGGIO + STACCO / 2;
    let mut name = Column::new(name_at, wide(0) - (name_at - at(0)), y);
    name.add(&voce.nome, NOME, true, Colore::Testo);
    let mut result = Column::new(at(1), wide(1), y);
    result.add(&voce.risultato, fitting(&voce.risultato, wide(1)), true, Colore::Testo);
    result.add(&voce.indicatore, CORPO, false, Colore::Tenue);
    let mut objectives = Column::new(at(2), wide(2), y);
    objectives.add(&voce.obiettivi, CORPO, false, Colore::Testo);
    let mut money = Column::new(at(3), wide(3), y);
    money.add(&voce.risorse, CORPO, true, Colore::Testo);
    if !voce.risorse.is_empty() {
        money.bar(voce.quota);
    }
    let disco =
        Disco { x: RAGGIO, y: y + RAGGIO, r: RAGGIO, tinta: Tinta::Valori, stile: Stile::Pieno };
    let segno = Scritta::new(&*voce.segno, RAGGIO, y + RAGGIO + NOME / 3, NOME);
    segni.push(Segno::Disco(disco));
    segni.push(Segno::Scritta(segno.bold().at(Punto::Mezzo).ink(Colore::Bianco)));
    let columns = [&name, &result, &objectives, &money];
    let bottom = columns.iter().map(|column| column.y).max().unwrap_or(y);
    for column in [name, result, objectives, money] {
        segni.extend(column.segni);
    }
    (bottom - y).max(2 * RAGGIO)
}

/// The size at which a result stands on one line, or else that of names.
fn fitting(text: &str, larghezza: i32) -> i32 {
    if width(text, GRANDE, true) <= larghezza { GRANDE } else { NOME }
}

/// Lines of text one under the other.
struct Column {
    x: i32,
    larghezza: i32,
    y: i32,
    segni: Vec<Segno>,
}

impl Column {
    fn new(x: i32, larghezza: i32, y: i32) -> Self {
        Self { x, larghezza, y, segni: Vec::new() }
    }

    fn add(&mut self, text: &str, corpo: i32, forte: bool, colore: Colore) {
        for line in wrap(text, corpo, forte, self.larghezza) {
            let y = self.y + corpo * 90 / 100;
            let scritta = Scritta { forte, ..Scritta::new(line, self.x, y, corpo) };
            self.segni.push(Segno::Scritta(scritta.ink(colore)));
            self.y += corpo * INTERLINEA / 100;
        }
    }

    fn bar(&mut self, quota: i32) {
        let (x, y, altezza) = (self.x, self.y + 8, BARRA);
        let bar = |larghezza, stile| {
            Segno::Rettangolo(Rettangolo { x, y, larghezza, altezza, tinta: Tinta::Valori, stile })
        };
        self.segni.push(bar(self.larghezza, Stile::Vuoto));
        if quota > 0 {
            self.segni.push(bar((self.larghezza * quota / 1000).max(4), Stile::Pieno));
        }
        self.y = y + altezza;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::IN_PARTE;

    fn voce(nome: &str, risultato: &str, risorse: &str, quota: i32) -> Voce {
        Voce {
            segno: "12".into(),
            nome: nome.into(),
            risultato: risultato.into(),
            indicatore: nome.repeat(2),
            obiettivi: "12 obiettivi".into(),
            risorse: risorse.into(),
            quota,
        }
    }

    #[test]
    fn texts_stay_inside_and_never_overlap() {
        let long = "Internazionalizzazione precipitevolissimevolmente ".repeat(3);
        let words = ["Strade sicure", &long, "A", &"a".repeat(120), ""];
        let results = ["", "62 % → 90 %", "in corso di definizione → entro la fine del triennio"];
        let voci: Vec<Voce> = (0_i32..30)
            .map(|i| {
                let i = usize::try_from(i).expect("few");
                voce(words[i % 5], results[i % 3], ["", "1.200.000 €"][i % 2], [0, 1000, 7][i % 3])
            })
            .collect();
        let drawn = draw(&voci, IN_PARTE);
        let texts: Vec<_> =
            drawn.marks().filter(|segno| matches!(segno, Segno::Scritta(_))).collect();
        assert!(texts.len() > 100);
        for (index, text) in texts.iter().enumerate() {
            let room = text.ingombro();
            assert!(room.sinistra >= 0 && room.destra <= IN_PARTE, "{text:?}");
            assert!(room.alto >= 0 && room.basso <= drawn.altezza, "{text:?}");
            let over = texts[..index].iter().find(|other| room.overlaps(other.ingombro()));
            assert!(over.is_none(), "{text:?} over {over:?}");
        }
    }
}
