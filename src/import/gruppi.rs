//! Rows that together are one record, and the codes that nobody wrote.

use super::colonne::Lettura;
use super::raccolta::Lista;
use crate::law::{Base, Campo, Colonna, Law, Record};

/// Whether each row begins a record: where columns are about the records of a list, a row without a
/// code or a name of its own, or with those of the row above, adds to them.
pub(super) fn begins(lista: &Lista, kind: &Record) -> Vec<bool> {
    let is_id = |campo: &&Campo| campo.forma.base == Base::Id;
    let id = kind.campi.iter().filter(is_id).find_map(|own| lista.colonna(&own.chiave));
    let key = id.filter(|_| !lista.numerata).or_else(|| lista.colonna(&kind.titolo));
    let Some(key) = key.filter(|_| lista.has_figli()) else { return vec![true; lista.righe.len()] };
    let mut last = "";
    let rows = lista.righe.iter().map(|riga| {
        let own = riga[key].trim();
        let begins = last.is_empty() || !(own.is_empty() || own == last);
        if begins {
            last = own;
        }
        begins
    });
    rows.collect()
}

/// Gives a code to each record that needs one and has no column for it; the column and the stem of the codes.
pub(super) fn numera(lista: &mut Lista, kind: &Record, law: &Law) -> Vec<(String, String)> {
    let mut given = Vec::new();
    let begins = begins(lista, kind);
    if let Some(own) = code(kind).filter(|own| lista.colonna(&own.chiave).is_none()) {
        let column = Colonna::Campo(own.chiave.clone());
        given.push((column.nome(), stem(kind)));
        lista.numerata = true;
        add(lista, 0, column, &stem(kind), &begins);
    }
    for campo in kind.campi.iter().filter(|campo| campo.forma.elenco) {
        let Some(inner) = law.kind_of(campo) else { continue };
        let is_of = |lettura: &Lettura| match lettura {
            Lettura::Certa(own) => own.is_figlio() && own.campo() == campo.chiave,
            _ => false,
        };
        let of: Vec<usize> =
            (0..lista.colonne.len()).filter(|at| is_of(&lista.colonne[*at].1)).collect();
        let Some((own, first)) = code(inner).zip(of.first().copied()) else { continue };
        let column =
            Colonna::Figlio(campo.chiave.clone(), Box::new(Colonna::Campo(own.chiave.clone())));
        if lista.posto(&Lettura::Certa(column.clone())).is_some() {
            continue;
        }
        let says = |riga: &Vec<String>| of.iter().any(|at| !riga[*at].trim().is_empty());
        let rows: Vec<bool> = lista.righe.iter().map(says).collect();
        given.push((column.nome(), stem(inner)));
        add(lista, first, column, &stem(inner), &rows);
    }
    given
}

/// The field of the code that a kind of record needs.
fn code(kind: &Record) -> Option<&Campo> {
    kind.campi.iter().find(|own| own.forma.base == Base::Id && own.obbligo)
}

/// The stem of the codes of a kind of record.
fn stem(kind: &Record) -> String {
    let words = kind.chiave.split('_').map(|word| word.chars().take(3).collect::<String>());
    words.collect::<Vec<_>>().join("-").to_uppercase()
}

/// A column of codes, one for each of some rows.
fn add(lista: &mut Lista, at: usize, column: Colonna, stem: &str, rows: &[bool]) {
    lista.colonne.insert(at, (column.nome(), Lettura::Certa(column)));
    let mut count = 0;
    for (riga, has) in lista.righe.iter_mut().zip(rows) {
        count += usize::from(*has);
        let code = if *has { format!("{stem}-{count:02}") } else { String::new() };
        riga.insert(at, code);
    }
}
