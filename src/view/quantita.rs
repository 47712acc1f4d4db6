//! The numbers that open a section: how many records its main lists hold, and what it counts.

use rust_decimal::Decimal;

use super::document::{Apertura, Cifra};
use super::formato;
use super::maker::Maker;
use crate::law::{Base, Campo, Sottosezione};
use crate::record::{Record, Value};

/// How many numbers open a section.
const MOST: usize = 3;

/// The numbers of each section that has some: the first list of each sub-section that the law
/// counts, then the others, then what the section itself counts.
pub(super) fn aperture(maker: &Maker<'_>) -> Vec<Apertura> {
    let law = maker.law;
    let of = |numero: u8| {
        let inside: Vec<_> = law.sottosezioni.iter().filter(|s| s.sezione == numero).collect();
        let lists: Vec<Vec<Cifra>> = inside.iter().map(|s| lists(maker, s)).collect();
        let firsts = lists.iter().filter_map(|own| own.first());
        let others = lists.iter().flat_map(|own| own.iter().skip(1));
        let mut cifre: Vec<Cifra> = firsts.chain(others).take(MOST).cloned().collect();
        let counts = inside.iter().flat_map(|s| &s.campo).flat_map(|campo| counts(maker, campo));
        let lacking = MOST - cifre.len();
        cifre.extend(counts.take(lacking));
        Apertura { sezione: numero, cifre }
    };
    let all = law.sezioni.iter().map(|sezione| of(sezione.numero));
    all.filter(|apertura| !apertura.cifre.is_empty()).collect()
}

/// How many records the lists of a sub-section hold that the law counts.
fn lists(maker: &Maker<'_>, part: &Sottosezione) -> Vec<Cifra> {
    let one = |campo: &Campo| {
        let nome = campo.conta.as_ref()?;
        let count = Decimal::from(maker.records(campo).len());
        (!count.is_zero()).then(|| cifra(formato::number(count, 0), nome))
    };
    part.campo.iter().filter_map(one).collect()
}

/// The counts that a field gives, or the record that it holds.
fn counts(maker: &Maker<'_>, campo: &Campo) -> Vec<Cifra> {
    let record = |record: &Record<'_>| {
        record.fields.iter().filter_map(|(campo, value)| count(campo, value)).collect()
    };
    match maker.root.filled(campo) {
        Some(Value::Record(own)) => record(own),
        Some(value) => count(campo, value).into_iter().collect(),
        None => Vec::new(),
    }
}

fn count(campo: &Campo, value: &Value<'_>) -> Option<Cifra> {
    let counted = matches!(campo.forma.base, Base::Conteggio | Base::Intero);
    let number = match value {
        Value::Integer(count) if counted => formato::number(Decimal::from(*count), 0),
        Value::Count(count) => formato::number(Decimal::from(count.esatto()?), 0),
        _ => return None,
    };
    Some(cifra(number, &campo.etichetta))
}

fn cifra(numero: String, nome: &str) -> Cifra {
    Cifra { numero, nome: formato::text(nome) }
}
