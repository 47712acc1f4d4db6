//! What every drawing has to hold.

use piao::figure::{CORPO, Disegno, Ingombro, Scritta, Segno};

/// The texts of a drawing, each with the room that it takes.
pub fn texts(disegno: &Disegno) -> Vec<(&Scritta, Ingombro)> {
    let text = |segno: &'_ Segno| match segno {
        Segno::Scritta(_) => Some(segno.ingombro()),
        _ => None,
    };
    disegno
        .marks()
        .filter_map(|segno| match segno {
            Segno::Scritta(scritta) => Some((scritta, text(segno)?)),
            _ => None,
        })
        .collect()
}

/// Fails when a mark leaves the drawing, or a text is too small or covers another.
pub fn hold(disegno: &Disegno) {
    for segno in disegno.marks() {
        let room = segno.ingombro();
        let inside = room.sinistra >= 0
            && room.alto >= 0
            && room.destra <= disegno.larghezza
            && room.basso <= disegno.altezza;
        assert!(inside, "{segno:?} leaves {} × {}", disegno.larghezza, disegno.altezza);
    }
    let texts = texts(disegno);
    for (index, (one, room)) in texts.iter().enumerate() {
        assert!(one.corpo >= CORPO, "«{}» is too small", one.testo);
        for (other, taken) in &texts[index + 1..] {
            assert!(!room.overlaps(*taken), "«{}» covers «{}»", other.testo, one.testo);
        }
    }
}
