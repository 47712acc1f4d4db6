//! The columns of a table of records: `nome`, a field of the record; `baseline.anno`, a field of a
//! record inside it; `baseline` alone, the first of those; `target 2027`, a record of a list, by
//! its year; `eventi_rischiosi.fase`, a field of the record that a row adds to a list. A label says
//! as much as a key.

use super::{Campo, Law, Record};

/// What the cells of a column say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Colonna {
    /// A field of the record.
    Campo(String),
    /// A field of a record that the record holds.
    Interno(String, String),
    /// The value that a record of a list has in a year: field, keys of year and value, year.
    Anno(String, [String; 2], i64),
    /// What a column says of the record that the row adds to a list.
    Figlio(String, Box<Colonna>),
}

impl Colonna {
    /// The column that a title names.
    #[must_use]
    pub fn read(title: &str, record: &Record, law: &Law) -> Option<Self> {
        let key = titolo(title);
        let own = record.campi.iter().find(|campo| campo.chiave == key);
        let called = || record.campi.iter().find(|campo| titolo(&campo.etichetta) == key);
        if let Some(campo) = own.or_else(called) {
            return Self::of(campo, law);
        }
        record.campi.iter().find_map(|campo| {
            let inner = law.kind_of(campo)?;
            let names = [campo.chiave.clone(), titolo(&campo.etichetta), titolo(&inner.nome)];
            let rest = names.iter().find_map(|name| key.strip_prefix(name)?.strip_prefix('_'))?;
            if let Some(keys) = law.per_anno(campo) {
                let year = rest.parse().ok().filter(|_| rest.len() == 4)?;
                let keys = keys.map(|own| own.chiave.clone());
                return Some(Self::Anno(campo.chiave.clone(), keys, year));
            }
            if campo.forma.elenco {
                let column = Self::read(rest, inner, law).filter(|column| !column.is_figlio())?;
                return Some(Self::Figlio(campo.chiave.clone(), Box::new(column)));
            }
            let own = inner.campi.iter().find(|own| own.chiave == rest && own.sta_in_cella())?;
            Some(Self::Interno(campo.chiave.clone(), own.chiave.clone()))
        })
    }

    /// The column of a field: itself, or the first field of the record that it holds.
    #[must_use]
    pub fn of(campo: &Campo, law: &Law) -> Option<Self> {
        if campo.sta_in_cella() {
            return Some(Self::Campo(campo.chiave.clone()));
        }
        let inner = law.kind_of(campo).filter(|_| !campo.forma.elenco)?;
        let value = inner.campi.first().filter(|own| own.sta_in_cella())?;
        Some(Self::Interno(campo.chiave.clone(), value.chiave.clone()))
    }

    /// The field of the record that the column is about.
    #[must_use]
    pub fn campo(&self) -> &str {
        let (Self::Campo(key) | Self::Interno(key, _) | Self::Anno(key, ..) | Self::Figlio(key, _)) =
            self;
        key
    }

    /// Whether it is about a record of a list, rather than about the record of the table.
    #[must_use]
    pub fn is_figlio(&self) -> bool {
        matches!(self, Self::Figlio(..))
    }

    /// Whether it is all that the column says of this field.
    #[must_use]
    pub fn is_campo(&self, key: &str) -> bool {
        matches!(self, Self::Campo(own) if own == key)
    }

    /// The title that says it as the law does.
    #[must_use]
    pub fn nome(&self) -> String {
        match self {
            Self::Campo(key) => key.clone(),
            Self::Interno(key, inner) => format!("{key}.{inner}"),
            Self::Anno(key, _, year) => format!("{key} {year}"),
            Self::Figlio(key, inner) => format!("{key}.{}", inner.nome()),
        }
    }
}

/// A title as a key: accents, case, spaces and signs forgiven.
#[must_use]
pub fn titolo(title: &str) -> String {
    let plain = title.to_lowercase();
    let plain = plain.chars().map(|c| match c {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        other if other.is_alphanumeric() => other,
        _ => ' ',
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join("_")
}
