//! Who is trained: participants by field of competence, year by year. What is summed here stands in
//! a table beside.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::conti::{integer, row, share, table};
use super::{Lista, Parole};
use crate::figure::barre::{Barre, Quanto, Riga};
use crate::nomi::campo;
use crate::record::{Record, Value};
use crate::view::document::Blocco;
use crate::view::maker::Maker;
use crate::view::{formato, parole, valori};

/// Fields of competence that are worth a figure, and years that a page has room for.
const FIELDS: usize = 2;
const YEARS: usize = 4;

/// A field of competence, and who takes part each year.
struct Ambito {
    nome: String,
    anni: Vec<i64>,
}

impl Ambito {
    fn tutti(&self) -> i64 {
        self.anni.iter().fold(0, |sum, own| sum.saturating_add(*own))
    }
}

/// The bars of the fields of competence with their table: nothing where no row says all three.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let years: BTreeSet<i16> = lista.items.iter().filter_map(|item| year(item)).collect();
    let years: Vec<i16> = years.into_iter().collect();
    let mut ambiti: Vec<Ambito> = Vec::new();
    for item in lista.items {
        let said = item.get(campo::AMBITO).and_then(Value::label).map(formato::text);
        let count = integer(item, campo::PARTECIPANTI).filter(|count| *count >= 0);
        let (Some(nome), Some(count), Some(year)) = (said, count, year(item)) else { continue };
        let Some(at) = years.iter().position(|own| *own == year) else { continue };
        let index = ambiti.iter().position(|own| own.nome == nome).unwrap_or_else(|| {
            ambiti.push(Ambito { nome, anni: vec![0; years.len()] });
            ambiti.len() - 1
        });
        let sum = &mut ambiti[index].anni[at];
        *sum = sum.saturating_add(count);
    }
    let most = ambiti.iter().flat_map(|own| &own.anni).max().copied().unwrap_or(0);
    if ambiti.len() < FIELDS || years.len() > YEARS || most == 0 {
        return Vec::new();
    }
    let Some(kind) = lista.items.first().map(|item| item.kind) else { return Vec::new() };
    let label = |campo: crate::nomi::Chiave| {
        kind.campo(campo.as_str()).map_or_else(String::new, |own| formato::text(&own.etichetta))
    };
    let (what, by) = (label(campo::PARTECIPANTI), label(campo::AMBITO));
    let righe = ambiti.iter().map(|own| Riga {
        nome: own.nome.clone(),
        nota: String::new(),
        grado: (0, 0),
        quanti: own.anni.iter().map(|count| bar(*count, most)).collect(),
    });
    let heads: Vec<String> = years.iter().map(i16::to_string).collect();
    let colonne = if years.len() > 1 { heads.clone() } else { Vec::new() };
    let barre = Barre { colonne, righe: righe.collect(), tinta: maker.hue(lista.at) };
    let disegni = barre.draw(Maker::room(lista.at));
    let dati = maker.ancore.unique(&format!("{}-ambiti", lista.at.ancora));
    let by_field = valori::lower_first(&by);
    let heads: Vec<&str> = std::iter::once(&*by)
        .chain(heads.iter().map(String::as_str))
        .chain((years.len() > 1).then_some(parole::TOTALE))
        .collect();
    let summed = self::summed(&ambiti, years.len());
    let table = table(&dati, &format!("{what} per {by_field}"), &heads, summed);
    let words = words(&ambiti, &by_field);
    let mut blocks = maker.figures(lista, &dati, &words, disegni);
    blocks.push(table);
    blocks
}

fn year(item: &Record<'_>) -> Option<i16> {
    match item.get(campo::ANNO) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    }
}

fn bar(count: i64, most: i64) -> Quanto {
    let quota = share(Decimal::from(count), Decimal::from(most));
    Quanto { scritto: whole(count), quota, tutto: 0 }
}

fn summed(ambiti: &[Ambito], years: usize) -> Vec<crate::view::document::RigaTabella> {
    let line = |nome: &str, counts: &[i64], totale: bool| {
        let sum = counts.iter().fold(0_i64, |sum, own| sum.saturating_add(*own));
        let cells = std::iter::once(nome.to_owned())
            .chain(counts.iter().map(|count| whole(*count)))
            .chain((years > 1).then(|| whole(sum)));
        row(cells, totale)
    };
    let of_year =
        |year: usize| ambiti.iter().map(|own| own.anni[year]).fold(0_i64, i64::saturating_add);
    let totals: Vec<i64> = (0..years).map(of_year).collect();
    let rows = ambiti.iter().map(|own| line(&own.nome, &own.anni, false));
    rows.chain([line(parole::TOTALE, &totals, true)]).collect()
}

fn words(ambiti: &[Ambito], by: &str) -> Parole {
    let total = ambiti.iter().map(Ambito::tutti).fold(0_i64, i64::saturating_add);
    let most = ambiti.iter().max_by_key(|own| own.tutti()).map_or("", |own| own.nome.as_str());
    let claim = format!("{} partecipazioni, le più in «{most}»", whole(total));
    Parole {
        titolo: format!("Chi si forma, per {by}: {claim}"),
        alternativa: format!("Barre di {} ambiti, un riquadro per anno: {claim}.", ambiti.len()),
    }
}

fn whole(count: i64) -> String {
    formato::number(Decimal::from(count), 0)
}
