//! A table of records as data: what each column is, by the law, and its rows.

use super::celle::cell;
use crate::law::{Base, Campo, Law, Vocabolario};
use crate::record::{Record, Value};

/// A table of records.
#[derive(Debug, Clone, Default)]
pub struct Tavola {
    /// Name, the keys that lead to its records: `obiettivi_vp.strategie`.
    pub nome: String,
    /// What it holds.
    pub titolo: String,
    /// What its records are.
    pub descrizione: String,
    /// Columns.
    pub colonne: Vec<Colonna>,
    /// Rows, each with one cell for each column.
    pub righe: Vec<Vec<String>>,
    /// Whether the first column is not of the records: it says which one holds the row.
    pub interna: bool,
}

/// A column of a table of records.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that the law says of a field")]
pub struct Colonna {
    /// Header, a key of the plan: `baseline.anno`, `target 2027`.
    pub nome: String,
    /// Label.
    pub etichetta: String,
    /// What is written there.
    pub descrizione: String,
    /// The articles on which it stands.
    pub fonti: Vec<String>,
    /// What its cells are.
    pub tipo: Tipo,
    /// Whether a cell may hold several values.
    pub molti: bool,
    /// The closed list from which its values are taken.
    pub elenco: Option<String>,
    /// The only values that it may have; none where others are admitted.
    pub valori: Vec<String>,
    /// Whether every row has a value of its own.
    pub codice: bool,
    /// Whether no record is without it.
    pub obbligo: bool,
    /// Table and column where its values are; found in the end, among the tables that are there.
    pub rinvio: Option<[String; 2]>,
    /// Whether it refers to records by their codes.
    riferisce: bool,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tipo {
    /// Text.
    #[default]
    Testo,
    /// A whole number.
    Intero,
    /// A number, with a point before its decimals.
    Numero,
    /// A year.
    Anno,
    /// A day, `2027-01-31`.
    Giorno,
    /// `true` or `false`.
    SiNo,
}

impl Tipo {
    fn of(base: &Base) -> Self {
        match base {
            Base::Intero => Self::Intero,
            Base::Numero | Base::Euro | Base::Percento => Self::Numero,
            Base::Anno => Self::Anno,
            Base::Data => Self::Giorno,
            Base::SiNo => Self::SiNo,
            Base::Riga
            | Base::Testo
            | Base::Id
            | Base::Conteggio
            | Base::Misura
            | Base::Url
            | Base::Email
            | Base::Immagine
            | Base::Pdf
            | Base::Scelta(_)
            | Base::Riferimento(_)
            | Base::Record(_) => Self::Testo,
        }
    }
}

/// Where a column finds its cells in a record.
enum Via<'a> {
    Campo(&'a Campo),
    Interno(&'a Campo, &'a Campo),
    Anno(&'a Campo, [&'a Campo; 2], i16),
}

impl Via<'_> {
    fn cell(&self, record: &Record<'_>) -> String {
        let value = |record: &Record<'_>, campo: &Campo| record.get(campo).map(cell);
        let found = match self {
            Self::Campo(campo) => value(record, campo),
            Self::Interno(campo, inner) => {
                record.record(*campo).and_then(|record| value(record, inner))
            }
            Self::Anno(campo, [year, own], wanted) => {
                let is_it = |record: &&Record<'_>| years(record, year) == Some(*wanted);
                record.records(*campo).into_iter().find(is_it).and_then(|r| value(r, own))
            }
        };
        found.unwrap_or_default()
    }
}

fn years(record: &Record<'_>, campo: &Campo) -> Option<i16> {
    match record.get(campo) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    }
}

/// The table of the records at the end of a path, each with what holds it, empty where that is no
/// list.
pub(super) fn of(path: &[&Campo], righe: &[(&Record<'_>, String)], law: &Law) -> Tavola {
    let keys: Vec<String> = path.iter().map(|campo| campo.chiave.clone()).collect();
    let labels: Vec<&str> = path.iter().map(|campo| campo.etichetta.as_str()).collect();
    let holders: Vec<&&Campo> =
        path[..path.len() - 1].iter().filter(|campo| campo.forma.elenco).collect();
    let records: Vec<&Record<'_>> = righe.iter().map(|(record, _)| *record).collect();
    let vie = ways(&records, law);
    let mut colonne: Vec<Colonna> = holders.last().map(|campo| holder(campo)).into_iter().collect();
    let interna = !colonne.is_empty();
    colonne.extend(vie.iter().map(|via| column(via, &records, law)));
    let row = |(record, within): &(&Record<'_>, String)| {
        let own = vie.iter().map(|via| via.cell(record));
        interna.then(|| within.clone()).into_iter().chain(own).collect()
    };
    Tavola {
        nome: super::name(&keys),
        titolo: labels.join(": "),
        descrizione: path.last().map_or_else(String::new, |campo| campo.guida.clone()),
        colonne,
        righe: righe.iter().map(row).collect(),
        interna,
    }
}

/// The columns that some records fill, and those without which there is no record.
fn ways<'a>(records: &[&Record<'a>], law: &'a Law) -> Vec<Via<'a>> {
    let Some(kind) = records.first().map(|record| record.kind) else { return Vec::new() };
    let mut vie = Vec::new();
    for campo in &kind.campi {
        let values: Vec<&Value<'_>> = records.iter().filter_map(|r| r.filled(campo)).collect();
        let Some(inner) = law.kind_of(campo) else {
            let is_there = campo.obbligo || !values.is_empty();
            vie.extend(is_there.then_some(Via::Campo(campo)));
            continue;
        };
        let held: Vec<&Record<'_>> = values.iter().flat_map(|value| value.records()).collect();
        if let Some(keys) = law.per_anno(campo) {
            let mut all: Vec<i16> = held.iter().filter_map(|r| years(r, keys[0])).collect();
            all.sort_unstable();
            all.dedup();
            vie.extend(all.into_iter().map(|year| Via::Anno(campo, keys, year)));
        } else if !campo.forma.elenco {
            let filled = |own: &&Campo| held.iter().any(|record| record.filled(*own).is_some());
            let own = inner.campi.iter().filter(|own| own.sta_in_cella()).filter(filled);
            vie.extend(own.map(|own| Via::Interno(campo, own)));
        }
    }
    vie
}

/// The column that says which record of a list holds a row.
fn holder(campo: &Campo) -> Colonna {
    Colonna {
        nome: campo.chiave.clone(),
        etichetta: campo.etichetta.clone(),
        descrizione:
            "A quale elemento di questo elenco appartiene la riga: il suo codice, o il suo \
                      numero d’ordine se non ne ha uno."
                .into(),
        obbligo: true,
        riferisce: true,
        ..Colonna::default()
    }
}

fn column(via: &Via<'_>, records: &[&Record<'_>], law: &Law) -> Colonna {
    let (nome, etichetta, campo) = match via {
        Via::Campo(campo) => (campo.chiave.clone(), campo.etichetta.clone(), *campo),
        Via::Interno(outer, campo) => (
            format!("{}.{}", outer.chiave, campo.chiave),
            format!("{}: {}", outer.etichetta, campo.etichetta),
            *campo,
        ),
        Via::Anno(outer, [_, campo], year) => {
            (format!("{} {year}", outer.chiave), format!("{} {year}", outer.etichetta), *campo)
        }
    };
    let forma = &campo.forma;
    let list = match &forma.base {
        Base::Scelta(list) => law.vocabolari.get(list).map(|found| (list, found)),
        _ => None,
    };
    let holds = |record: &&Record<'_>| !via.cell(record).is_empty();
    let unique = {
        let mut cells: Vec<String> = records.iter().map(|record| via.cell(record)).collect();
        cells.sort();
        cells.dedup();
        cells.len() == records.len()
    };
    let direct = matches!(via, Via::Campo(_));
    let kind = records.first().map(|record| record.kind).filter(|_| direct);
    let doveri = kind.map(|kind| law.doveri_di(kind, campo)).unwrap_or_default();
    let obbligo = direct && campo.obbligo && records.iter().all(holds);
    Colonna {
        nome,
        etichetta,
        descrizione: described(campo, list.map(|(_, list)| list)),
        fonti: law.fonti(campo, &doveri),
        tipo: if forma.elenco { Tipo::Testo } else { Tipo::of(&forma.base) },
        molti: forma.elenco,
        elenco: list.map(|(name, _)| name.clone()),
        valori: list
            .filter(|(_, list)| !list.aperto && !forma.elenco)
            .map(|(_, list)| list.chiavi().map(str::to_owned).collect())
            .unwrap_or_default(),
        codice: forma.base == Base::Id && obbligo && unique,
        obbligo,
        rinvio: None,
        riferisce: matches!(forma.base, Base::Riferimento(_)) && !forma.elenco,
    }
}

/// What is written in a column: the advice of the law, and what its form does not say by itself.
fn described(campo: &Campo, list: Option<&Vocabolario>) -> String {
    let mut said = Vec::from_iter((!campo.guida.is_empty()).then(|| campo.guida.clone()));
    let form = match (&campo.forma.base, list) {
        (Base::Testo, _) => "Testo in Markdown.".into(),
        (Base::Conteggio, _) => "Un numero, anche approssimato, com’è scritto nel piano.".into(),
        (Base::Misura, _) => "Un valore con la sua unità, com’è scritto nel piano.".into(),
        (Base::Euro, _) => "Importo in euro.".into(),
        (Base::Percento, _) => "Percentuale, da 0 a 100.".into(),
        (Base::Id, _) => "Il codice dell’elemento, unico nel piano.".into(),
        (Base::Riferimento(_), _) => "Il codice di un altro elemento del piano.".into(),
        (Base::Scelta(_), Some(list)) if list.aperto => {
            format!(
                "Chiave dell’elenco aperto «{}», con le parole del piano dopo i due punti.",
                list.titolo
            )
        }
        (Base::Scelta(_), Some(list)) => format!("Chiave dell’elenco chiuso «{}».", list.titolo),
        _ => String::new(),
    };
    said.extend((!form.is_empty()).then_some(form));
    said.extend(
        campo.forma.elenco.then(|| "Più valori sono separati da una barra verticale.".into()),
    );
    said.join(" ")
}

/// Finds where the values of each column that refers to records are: in the only table that has all
/// of them as codes.
pub(super) fn relate(tavole: &mut [Tavola]) {
    let codes: Vec<(String, String, Vec<String>)> = tavole
        .iter()
        .filter_map(|tavola| {
            let at = tavola.colonne.iter().position(|colonna| colonna.codice)?;
            let cells = tavola.righe.iter().map(|riga| riga[at].clone()).collect();
            Some((tavola.nome.clone(), tavola.colonne[at].nome.clone(), cells))
        })
        .collect();
    for tavola in tavole {
        let Tavola { colonne, righe, .. } = tavola;
        for (at, colonna) in colonne.iter_mut().enumerate().filter(|(_, own)| own.riferisce) {
            let mut said = righe.iter().map(|riga| &riga[at]).filter(|cell| !cell.is_empty());
            let all = |codes: &[String]| said.clone().all(|cell| codes.contains(cell));
            let mut holding = codes.iter().filter(|(.., codes)| all(codes));
            let only = holding.next().filter(|_| holding.next().is_none());
            if said.next().is_some() {
                colonna.rinvio = only.map(|(table, column, _)| [table.clone(), column.clone()]);
            }
        }
    }
}

/// The table of the closed lists; nothing where it has no row.
pub(super) fn plain(nome: &str, righe: Vec<Vec<String>>) -> Option<Tavola> {
    let column = |nome: &str, etichetta: &str, descrizione: &str| Colonna {
        nome: nome.into(),
        etichetta: etichetta.into(),
        descrizione: descrizione.into(),
        obbligo: nome != "fonte",
        ..Colonna::default()
    };
    (!righe.is_empty()).then(|| Tavola {
        nome: nome.into(),
        titolo: "Voci degli elenchi chiusi".into(),
        descrizione:
            "Che cosa vuol dire ogni valore delle colonne che prendono i loro da un elenco.".into(),
        colonne: vec![
            column("elenco", "Elenco", "Il nome dell’elenco, come lo dicono le colonne."),
            column("chiave", "Chiave", "Il valore, come sta nelle celle."),
            column("etichetta", "Etichetta", "Il valore in parole."),
            column("fonte", "Fonte", "Da dove viene la voce."),
        ],
        righe,
        interna: false,
    })
}
