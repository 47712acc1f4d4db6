//! Who comes and goes in the years of the plan, by the numbers that the rules compare too. What is
//! summed here stands in a table beside.

use rust_decimal::Decimal;

use super::conti::{integer, row, table};
use super::{Lista, Parole};
use crate::figure::flusso::{self, Passo, Stato};
use crate::nomi::scelta::Scelta;
use crate::nomi::scelte::ModalitaAssunzione;
use crate::nomi::{Chiave, campo};
use crate::organico::{Entrata, Flusso, Movimenti, Uscita, teste};
use crate::record::{Record, Value};
use crate::view::document::Blocco;
use crate::view::formato::{self, NBSP};
use crate::view::maker::Maker;
use crate::view::{parole, years};

/// A year of the staff.
struct Periodo {
    anno: i16,
    prima: Decimal,
    flusso: Flusso,
    dopo: Decimal,
}

/// Who comes and goes in the years of the plan, up to the last one that it foresees: nothing
/// where the numbers of a year do not lead from its beginning to its end.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let Some(anni) = steps(maker, lista.items).filter(|anni| !anni.is_empty()) else {
        return Vec::new();
    };
    let (Some(first), Some(last)) = (anni.first(), anni.last()) else { return Vec::new() };
    let quantity = |count: Decimal| formato::number(count, 0);
    let most = anni.iter().flat_map(|a| [a.flusso.entrate, a.flusso.uscite]).max();
    let most = most.unwrap_or_default();
    let passi: Vec<Passo> = anni
        .iter()
        .map(|anno| Passo {
            anno: anno.anno.to_string(),
            entrata: (share(anno.flusso.entrate, most), moved(anno.flusso.entrate, "in entrata")),
            uscita: (share(anno.flusso.uscite, most), moved(anno.flusso.uscite, "in uscita")),
            altro: other(anno.flusso.incerti),
            dopo: Stato { quanti: quantity(anno.dopo), quando: format!("a fine {}", anno.anno) },
        })
        .collect();
    let start = format!("a fine {}", first.anno - 1);
    let prima = Stato { quanti: quantity(first.prima), quando: start.clone() };
    let tinta = maker.hue(lista.at);
    let Some(disegno) = flusso::draw(&prima, &passi, Maker::room(lista.at), tinta) else {
        return Vec::new();
    };
    let sum = |part: fn(&Flusso) -> Decimal| -> Decimal {
        anni.iter().map(|anno| part(&anno.flusso)).fold(Decimal::ZERO, Decimal::saturating_add)
    };
    let titolo = format!(
        "Da {} persone {start} a {} a fine {}: {}, {}",
        quantity(first.prima),
        quantity(last.dopo),
        last.anno,
        moved(sum(|flusso| flusso.entrate), "in entrata"),
        moved(sum(|flusso| flusso.uscite), "in uscita"),
    );
    let alternativa = format!("Flusso del personale, anno per anno. {titolo}.");
    let dati = maker.ancore.unique(&format!("{}-conti", lista.at.ancora));
    let tabella = years_table(&dati, &anni);
    let words = Parole { titolo, alternativa };
    let mut blocks = maker.figures(lista, &dati, &words, vec![disegno]);
    blocks.push(tabella);
    blocks
}

/// The years of the plan as a table; what may count or not has a column where there is any.
fn years_table(id: &str, anni: &[Periodo]) -> Blocco {
    let unsure = anni.iter().any(|anno| !anno.flusso.incerti.is_zero());
    let number = |count: Decimal| formato::number(count, 0);
    let flows = |flusso: &Flusso| {
        let mut cells = vec![number(flusso.entrate), number(flusso.uscite)];
        cells.extend(unsure.then(|| number(flusso.incerti)));
        cells
    };
    let mut all = Flusso::default();
    let mut righe = Vec::new();
    for anno in anni {
        all.entrate = all.entrate.saturating_add(anno.flusso.entrate);
        all.uscite = all.uscite.saturating_add(anno.flusso.uscite);
        all.incerti = all.incerti.saturating_add(anno.flusso.incerti);
        let mut cells = vec![anno.anno.to_string(), number(anno.prima)];
        cells.extend(flows(&anno.flusso));
        cells.push(number(anno.dopo));
        righe.push(row(cells.into_iter(), false));
    }
    if anni.len() > 1 {
        let mut cells = vec![parole::TOTALE.to_owned(), String::new()];
        cells.extend(flows(&all));
        cells.push(String::new());
        righe.push(row(cells.into_iter(), true));
    }
    let [anno, prima, entrate, uscite, altri, dopo] = parole::FLUSSO;
    let mut heads = vec![anno, prima, entrate, uscite];
    heads.extend(unsure.then_some(altri));
    heads.push(dopo);
    let didascalia =
        if unsure { parole::DIDASCALIA_FLUSSO_INCERTO } else { parole::DIDASCALIA_FLUSSO };
    table(id, didascalia, &heads, righe)
}

/// The years that the plan foresees, from its first on, each from where the one before ends.
fn steps(maker: &Maker<'_>, items: &[&Record<'_>]) -> Option<Vec<Periodo>> {
    let (first, _) = years(maker.root);
    let rows = maker.records(campo::CONSISTENZA);
    let heads = |row: &&Record<'_>| {
        let count = |campo: Chiave| integer(row, campo);
        let contratti = (count(campo::TEMPO_INDETERMINATO), count(campo::TEMPO_DETERMINATO));
        teste(count(campo::TOTALE), [contratti, (count(campo::UOMINI), count(campo::DONNE))])
    };
    let start = rows.iter().try_fold(0, |sum: i64, row| Some(sum.saturating_add(heads(row)?)))?;
    let movimenti = movimenti(maker);
    let mut prima = Decimal::from(start);
    let mut anni = Vec::new();
    for anno in first.. {
        let planned: Vec<&&Record<'_>> =
            items.iter().filter(|item| year(item) == Some(anno)).collect();
        if rows.is_empty() || first == 0 || planned.is_empty() {
            break;
        }
        let dopo = planned.iter().try_fold(Decimal::ZERO, |sum, item| {
            sum.checked_add(item.get(campo::NUMERO)?.as_number()?)
        })?;
        let flusso = movimenti.of_all(anno).filter(|flusso| flusso.leads(prima, dopo))?;
        anni.push(Periodo { anno, prima, flusso, dopo });
        prima = dopo;
    }
    Some(anni)
}

/// The exits and the hires of the plan.
fn movimenti(maker: &Maker<'_>) -> Movimenti<String> {
    let number = |row: &Record<'_>| row.get(campo::NUMERO)?.as_number();
    let area = |row: &Record<'_>, campo: Chiave| {
        Some(row.text(campo).to_owned()).filter(|area| !area.is_empty())
    };
    let exits = maker.records(campo::CESSAZIONI).into_iter().map(|row| Uscita {
        anno: year(row).unwrap_or(0),
        area: area(row, campo::AREA),
        numero: number(row),
    });
    let hires = maker.records(campo::ASSUNZIONI).into_iter().map(|row| Entrata {
        anno: year(row).unwrap_or(0),
        area: area(row, campo::AREA),
        da_area: area(row, campo::DA_AREA),
        modalita: ModalitaAssunzione::read(row.text(campo::MODALITA)),
        numero: number(row),
    });
    Movimenti { uscite: exits.collect(), entrate: hires.collect() }
}

fn year(row: &Record<'_>) -> Option<i16> {
    match row.get(campo::ANNO) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    }
}

/// `16 in entrata`, that does not break.
fn moved(count: Decimal, words: &str) -> String {
    format!("{}{NBSP}{}", formato::number(count, 0), words.replace(' ', "\u{a0}"))
}

/// `2 altri movimenti`; empty where there are none.
fn other(count: Decimal) -> String {
    if count.is_zero() {
        return String::new();
    }
    let words = if count == Decimal::ONE { "altro movimento" } else { "altri movimenti" };
    moved(count, words)
}

/// Thousandths of the most.
fn share(count: Decimal, most: Decimal) -> i32 {
    let share = count.checked_mul(Decimal::ONE_THOUSAND).and_then(|count| count.checked_div(most));
    share.and_then(|share| i32::try_from(share.round()).ok()).unwrap_or(0)
}
