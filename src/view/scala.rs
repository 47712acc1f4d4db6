//! How high a word stands on the scale of the plan: shown as squares beside it.

use super::document::Tratto;
use super::formato;
use super::maker::Maker;
use crate::figure::riga;
use crate::law::Campo;
use crate::record::Value;

/// Levels that are shown as squares.
const SQUARES: usize = 5;

/// The words of a scale, the least first.
pub(super) struct Scala {
    pub(super) livelli: Vec<String>,
}

impl Scala {
    /// The scale that a field stands on; without levels when the plan writes none.
    pub(super) fn of(maker: &Maker<'_>, campo: &Campo) -> Self {
        let path = campo.scala.iter().flat_map(|path| &path.passi);
        let mut value: Option<&Value<'_>> = None;
        for (index, passo) in path.enumerate() {
            let within = match (index, value) {
                (0, _) => Some(maker.root),
                (_, Some(Value::Record(record))) => Some(record),
                _ => None,
            };
            value = within.and_then(|record| record.by_key(&passo.chiave));
        }
        let words = value.map(Value::items).unwrap_or_default();
        Self { livelli: words.iter().filter_map(Value::as_str).map(word).collect() }
    }

    /// The degree of a level, from one on, out of how many; zero out of zero for an unknown one.
    pub(super) fn degree(&self, livello: &str) -> (i32, i32) {
        let at = self.livelli.iter().position(|own| *own == word(livello));
        let known = at.filter(|_| self.livelli.len() <= SQUARES);
        let count = |n: usize| i32::try_from(n).unwrap_or(0);
        known.map_or((0, 0), |at| (count(at + 1), count(self.livelli.len())))
    }
}

/// A word of a scale as it is compared: capitals tell nothing apart.
pub(super) fn word(text: &str) -> String {
    formato::text(text.trim()).to_lowercase()
}

/// The squares before the value of a field; none where it stands on no scale.
pub(super) fn squares(maker: &Maker<'_>, campo: &Campo, value: &Value<'_>) -> Vec<Tratto> {
    let Some(text) = value.as_str().filter(|_| campo.scala.is_some()) else { return Vec::new() };
    match Scala::of(maker, campo).degree(text) {
        (0, _) => Vec::new(),
        degree => vec![Tratto::Disegno { disegno: riga::degree(degree) }],
    }
}
