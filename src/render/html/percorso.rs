//! Paths of a drawing, in as few characters as say them.

use std::collections::BTreeMap;

/// The ends of a straight line.
pub(super) type Linea = [i64; 4];

/// What a `d` attribute says.
#[derive(Default)]
pub(super) struct Penna {
    percorso: String,
    x: i64,
    y: i64,
}

impl Penna {
    /// Goes somewhere, drawing nothing.
    pub(super) fn go(&mut self, x: i64, y: i64) {
        let away = format!("M{x}{}", after(y));
        let near = format!("m{}{}", x - self.x, after(y - self.y));
        // The first command is absolute, whatever its letter.
        let is_near = !self.percorso.is_empty() && near.len() < away.len();
        self.percorso += if is_near { &near } else { &away };
        (self.x, self.y) = (x, y);
    }

    /// Draws a straight line.
    pub(super) fn draw(&mut self, x: i64, y: i64) {
        let (by_x, by_y) = (x - self.x, y - self.y);
        self.percorso += &match (by_x, by_y) {
            (_, 0) => format!("h{by_x}"),
            (0, _) => format!("v{by_y}"),
            _ => format!("l{by_x}{}", after(by_y)),
        };
        (self.x, self.y) = (x, y);
    }

    /// Draws a closed polygon.
    pub(super) fn close(&mut self, corners: &[[i64; 2]]) {
        let Some(([x, y], others)) = corners.split_first() else { return };
        self.go(*x, *y);
        for [x, y] in others {
            self.draw(*x, *y);
        }
        self.percorso.push('z');
        (self.x, self.y) = (*x, *y);
    }

    pub(super) fn end(self) -> String {
        self.percorso
    }
}

/// A number after another: its sign sets it apart.
fn after(number: i64) -> String {
    if number < 0 { number.to_string() } else { format!(" {number}") }
}

/// The path of some lines.
pub(super) fn of(lines: &[Linea]) -> String {
    let mut penna = Penna::default();
    for [x1, y1, x2, y2] in lines {
        penna.go(*x1, *y1);
        penna.draw(*x2, *y2);
    }
    penna.end()
}

/// Upright lines that are interrupted at the same heights: they are drawn whole, with their dashes,
/// that begin anew on each of them.
pub(super) struct Colonne {
    pub(super) lines: Vec<Linea>,
    pub(super) tratti: String,
}

/// Takes from some lines those that make columns: a calendar has the ticks of its months in each row.
pub(super) fn columns(lines: &mut Vec<Linea>) -> Vec<Colonne> {
    let mut upright: BTreeMap<i64, Vec<(i64, i64)>> = BTreeMap::new();
    for [x, y1, x2, y2] in &*lines {
        if x == x2 && y1 < y2 {
            upright.entry(*x).or_default().push((*y1, *y2));
        }
    }
    let mut alike: BTreeMap<Vec<(i64, i64)>, Vec<i64>> = BTreeMap::new();
    for (x, mut pieces) in upright {
        pieces.sort_unstable();
        if pieces.len() > 1 && pieces.windows(2).all(|pair| pair[0].1 < pair[1].0) {
            alike.entry(pieces).or_default().push(x);
        }
    }
    let found = alike.into_iter().filter(|(_, at)| at.len() > 1);
    let found = found.map(|(pieces, at)| {
        lines.retain(|[x, y1, x2, y2]| x != x2 || !at.contains(x) || !pieces.contains(&(*y1, *y2)));
        column(&pieces, &at)
    });
    found.collect()
}

fn column(pieces: &[(i64, i64)], at: &[i64]) -> Colonne {
    let (top, bottom) = (pieces[0].0, pieces[pieces.len() - 1].1);
    let mut steps = Vec::new();
    let mut from = top;
    for (index, (start, end)) in pieces.iter().enumerate() {
        if index > 0 {
            steps.push((start - from).to_string());
        }
        steps.push((end - start).to_string());
        from = *end;
    }
    // Up and down in turn would be shorter, and begin the dashes at the wrong end.
    let lines = at.iter().map(|x| [*x, top, *x, bottom]).collect();
    Colonne { lines, tratti: steps.join(" ") }
}
