//! The organisation chart: drawn, and as a list in a list that says the same to every reader.

use rust_decimal::Decimal;

use super::campi::At;
use super::document::{Blocco, Figura, Tratto};
use super::formato;
use super::maker::Maker;
use super::valori::plain;
use crate::figure::organigramma::{Foglio, Tavola, Unita};
use crate::figure::{IN_PARTE, PAGINA};
use crate::nomi::campo;
use crate::record::Record;

/// The units, each inside the one that it depends on: figures, then the list that they draw.
pub(super) fn tree(maker: &mut Maker<'_>, units: &[&Record<'_>], at: &At) -> Vec<Blocco> {
    let known: Vec<&str> = units.iter().map(|unit| unit.id()).collect();
    let roots: Vec<&Record<'_>> =
        units.iter().copied().filter(|unit| !known.contains(&unit.text(campo::PADRE))).collect();
    if roots.is_empty() || units.len() < 2 {
        return Vec::new();
    }
    let base = format!("{}-albero", at.ancora);
    let list = branch(maker, &roots, units, &base, 0);
    let drawn: Vec<Unita> = roots.iter().map(|unit| node(maker, unit, units, 0)).collect();
    let mut blocks = figures(maker, &drawn, at, list.id());
    blocks.push(list);
    blocks
}

fn branch(
    maker: &mut Maker<'_>,
    level: &[&Record<'_>],
    units: &[&Record<'_>],
    base: &str,
    depth: usize,
) -> Blocco {
    let voci = level
        .iter()
        .map(|unit| {
            let mut line = maker.reference(unit.id());
            for said in [head(unit), staff(unit)].into_iter().filter(|said| !said.is_empty()) {
                line.push(plain(format!(", {said}")));
            }
            let own = format!("{base}-{}", formato::slug(unit.id()));
            let mut blocks = vec![maker.paragraph(&own, line as Vec<Tratto>)];
            let inner = below(unit, units);
            if !inner.is_empty() && depth < units.len() {
                blocks.push(branch(maker, &inner, units, base, depth + 1));
            }
            blocks
        })
        .collect();
    let above = level.first().map_or("", |unit| unit.text(campo::PADRE));
    let id = maker.ancore.unique(&format!("{base}-{}-elenco", formato::slug(above)));
    Blocco::Elenco { id, ordinato: false, inizio: 1, voci }
}

/// The units that depend on one.
fn below<'u, 'r>(unit: &Record<'_>, units: &[&'u Record<'r>]) -> Vec<&'u Record<'r>> {
    units.iter().copied().filter(|other| other.text(campo::PADRE) == unit.id()).collect()
}

/// Who heads a unit; empty when it is not said.
fn head(unit: &Record<'_>) -> String {
    formato::text(unit.text(campo::RESPONSABILE))
}

/// How many work in a unit alone, in words; empty when it is not said.
fn staff(unit: &Record<'_>) -> String {
    own_staff(unit).map_or_else(String::new, people)
}

fn own_staff(unit: &Record<'_>) -> Option<Decimal> {
    unit.get(campo::DIPENDENTI)?.as_number()
}

fn people(count: Decimal) -> String {
    let word = if count == Decimal::ONE { "dipendente" } else { "dipendenti" };
    format!("{}{}{word}", formato::number(count, 0), formato::NBSP)
}

/// A unit as it is drawn, with those below it.
fn node(maker: &Maker<'_>, unit: &Record<'_>, units: &[&Record<'_>], depth: usize) -> Unita {
    let (rinvio, nome) = maker.named(unit.id()).cloned().unwrap_or_default();
    let inner = if depth < units.len() { below(unit, units) } else { Vec::new() };
    let sotto = inner.into_iter().map(|unit| node(maker, unit, units, depth + 1)).collect();
    Unita { rinvio, nome, responsabile: head(unit), dipendenti: staff(unit), sotto }
}

/// The drawings of some units, when one of them depends on another; `dati` is the list that says
/// the same.
fn figures(maker: &mut Maker<'_>, roots: &[Unita], at: &At, dati: &str) -> Vec<Blocco> {
    if roots.iter().all(|unit| unit.sotto.is_empty()) {
        return Vec::new();
    }
    let tinta = maker.hue(at);
    let foglio = Foglio { larghezza: IN_PARTE, altezza: PAGINA, tinta };
    let figure = |Tavola { capo, disegno }: Tavola<'_>| {
        let stem = format!("{}-figura", at.ancora);
        let id = match capo {
            Some(unit) => maker.ancore.unique(&format!("{stem}-{}", unit.rinvio)),
            None => maker.ancore.unique(&stem),
        };
        let (titolo, alternativa) = match capo {
            Some(unit) => {
                (format!("{}: le unità", unit.nome), describe(std::slice::from_ref(unit)))
            }
            None => (title(roots), describe(roots)),
        };
        let (dati, righe) = (dati.to_owned(), Vec::new());
        Blocco::Figura(Figura { id, titolo, alternativa, dati, righe, disegno })
    };
    foglio.draw(roots).into_iter().map(figure).collect()
}

/// How many units and levels there are.
fn title(roots: &[Unita]) -> String {
    format!("{} unità su {} livelli", count(roots), levels(roots))
}

/// What the drawing shows, in about twenty words.
fn describe(units: &[Unita]) -> String {
    let (count, levels) = (count(units), levels(units));
    match widest(units).map(|unit| (unit.nome.as_str(), unit.sotto.len())) {
        Some((name, 1)) => format!("{count} unità su {levels} livelli; da {name} ne dipende una."),
        Some((name, many)) => format!(
            "{count} unità su {levels} livelli; il maggior numero, {many}, dipende da {name}."
        ),
        None => {
            let top: Vec<&str> = units.iter().take(3).map(|unit| unit.nome.as_str()).collect();
            let more = if units.len() > top.len() { " e altre" } else { "" };
            format!("{count} unità su un solo livello: {}{more}.", top.join(", "))
        }
    }
}

/// The first of the units that most others depend on.
fn widest(units: &[Unita]) -> Option<&Unita> {
    let every = units.iter().flat_map(|unit| [Some(unit), widest(&unit.sotto)]).flatten();
    let some = every.filter(|unit| !unit.sotto.is_empty());
    some.reduce(|best, unit| if unit.sotto.len() > best.sotto.len() { unit } else { best })
}

fn count(units: &[Unita]) -> usize {
    units.iter().map(|unit| 1 + count(&unit.sotto)).sum()
}

fn levels(units: &[Unita]) -> usize {
    units.iter().map(|unit| 1 + levels(&unit.sotto)).max().unwrap_or(0)
}
