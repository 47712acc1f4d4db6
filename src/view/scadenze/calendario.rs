//! The calendar of the whole plan: a row for each list that has days, and how many of them fall in
//! each year.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Scadenza;
use crate::figure::gantt::{Gantt, Momento, Periodo, Riga};
use crate::figure::{self, Tinta};
use crate::view::document::{Blocco, Figura};
use crate::view::figure::{computed_row, computed_table};
use crate::view::maker::Maker;
use crate::view::{formato, parole};

/// Days that are worth a figure, and years that a table has room for.
const ENOUGH: usize = 3;
const YEARS: usize = 6;

/// The days of the records of a list.
struct Elenco<'s> {
    nome: String,
    giorni: Vec<&'s Scadenza<'s>>,
}

/// The calendar and its table; nothing for a few days, or for years beyond counting.
pub(super) fn blocks(maker: &mut Maker<'_>, all: &[Scadenza<'_>], base: &str) -> Vec<Blocco> {
    let years: BTreeSet<i16> = all.iter().map(|scadenza| scadenza.giorno.year()).collect();
    let years: Vec<i16> = years.into_iter().collect();
    let mut lists: Vec<Elenco<'_>> = Vec::new();
    for scadenza in all {
        let nome = formato::text(&scadenza.nodo.campo.etichetta);
        match lists.iter_mut().find(|list| list.nome == nome) {
            Some(list) => list.giorni.push(scadenza),
            None => lists.push(Elenco { nome, giorni: vec![scadenza] }),
        }
    }
    if all.len() < ENOUGH || years.len() > YEARS {
        return Vec::new();
    }
    // The order of the plan, not that of the first day.
    lists.sort_by_key(|list| list.giorni.iter().map(|own| own.nodo.luogo()).min());
    let dati = maker.ancore.unique(&format!("{base}-anni"));
    let table = table(&dati, &lists, &years);
    let titolo = claim(all);
    let alternativa = format!(
        "Calendario di {} elenchi del piano, un rombo per ogni giorno con scadenze: {titolo}.",
        lists.len()
    );
    let id = maker.ancore.unique(&format!("{base}-figura"));
    let row = |list: &Elenco<'_>| {
        // A day is drawn once, however much falls due on it.
        let days: BTreeSet<Momento> = list.giorni.iter().map(|own| moment(own)).collect();
        let periodo = Periodo::Giorni(days.into_iter().collect());
        Riga { nome: list.nome.clone(), periodo, nota: whole(list.giorni.len()) }
    };
    let righe = lists.iter().map(row).collect();
    let gantt = Gantt { righe, note: String::new(), tinta: Tinta::Neutra };
    // As many lists as the law has hold on a page.
    let Some(disegno) = gantt.draw(figure::IN_PARTE).into_iter().next() else {
        return Vec::new();
    };
    let figura = Figura { id, titolo, alternativa, dati, righe: Vec::new(), disegno };
    vec![Blocco::Figura(figura), table]
}

/// The last moment of a day.
fn moment(scadenza: &Scadenza<'_>) -> Momento {
    let day = scadenza.giorno;
    Momento::end(day.year(), day.month(), day.day(), day.days_in_month())
}

/// How many days there are, and the month that has most of them.
fn claim(all: &[Scadenza<'_>]) -> String {
    let month = |own: &Scadenza<'_>| (own.giorno.year(), own.giorno.month());
    let months = all.chunk_by(|a, b| month(a) == month(b));
    // Of months with as many, the first.
    let most = months.rev().max_by_key(|month| month.len());
    let most = most.map_or_else(String::new, |days| {
        format!(", {} a {}", whole(days.len()), formato::month(days[0].giorno))
    });
    format!("{} scadenze nel piano{most}", whole(all.len()))
}

fn table(id: &str, lists: &[Elenco<'_>], years: &[i16]) -> Blocco {
    let line = |nome: &str, days: &[&Scadenza<'_>], totale: bool| {
        let of = |year: &i16| days.iter().filter(|own| own.giorno.year() == *year).count();
        let counts = years.iter().map(of).chain([days.len()]).map(whole);
        computed_row(std::iter::once(nome.to_owned()).chain(counts), totale)
    };
    let all: Vec<&Scadenza<'_>> = lists.iter().flat_map(|list| list.giorni.clone()).collect();
    let rows = lists.iter().map(|list| line(&list.nome, &list.giorni, false));
    let rows = rows.chain([line(parole::TOTALE, &all, true)]).collect();
    let heads: Vec<String> = years.iter().map(i16::to_string).collect();
    let heads: Vec<&str> = std::iter::once(parole::CHE_COSA)
        .chain(heads.iter().map(String::as_str))
        .chain([parole::TOTALE])
        .collect();
    computed_table(id, parole::SCADENZE_ANNI, &heads, rows)
}

fn whole(count: usize) -> String {
    formato::number(Decimal::from(count), 0)
}
