//! Closed lists.

use serde::Deserialize;

use crate::norma::Fiducia;

/// The row of an open list that stands for what no row is.
pub const ALTRO: &str = "altro";

/// A closed list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabolario {
    /// What the list is.
    pub titolo: String,
    /// Where it comes from.
    pub fonte: String,
    /// How sure we are of it.
    pub fiducia: Fiducia,
    /// Whether it is open: a plan may call a row in its own words, and name what no row is. What no
    /// row is counts as the row [`ALTRO`].
    #[serde(default)]
    pub aperto: bool,
    /// Its rows.
    pub voci: Vec<Voce>,
}

/// A row of a closed list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voce {
    /// As written in a plan.
    pub chiave: String,
    /// As printed.
    pub etichetta: String,
    /// Sign printed before it, that says the same at a glance.
    #[serde(default)]
    pub segno: String,
    /// Source of this row, when it differs from the list's.
    #[serde(default)]
    pub fonte: Option<String>,
    /// For risk areas: letter of L. 190/2012, art. 1, c. 16 that asks for the area.
    #[serde(default)]
    pub legge: Option<String>,
    /// For programmes: the mission that they belong to.
    #[serde(default)]
    pub missione: Option<String>,
    /// For the second level of the transparency tree: the section that holds it.
    #[serde(default)]
    pub sezione: Option<String>,
    /// For contract areas: the bargaining sectors that know the area.
    #[serde(default)]
    pub comparti: Vec<String>,
    /// For contract areas: whether who is there manages.
    #[serde(default)]
    pub dirigenza: bool,
    /// For sections of the transparency tree: properties of the administrations concerned, any
    /// one of them; empty means everybody.
    #[serde(default)]
    pub riguarda: Vec<String>,
    /// For ways of hiring: whether no permanent post is covered, or none that outsiders could have.
    #[serde(default)]
    pub senza_posto: bool,
    /// For ways of hiring, and for what pays for them: whether no hiring capacity is used.
    #[serde(default)]
    pub fuori_capacita: bool,
    /// How sure we are of this row, when less than of the list.
    #[serde(default)]
    pub fiducia: Option<Fiducia>,
}

/// Rows of a list that a line still shows whole.
const POCHE: usize = 8;

impl Vocabolario {
    /// The rows, when they are few enough to be shown whole beside a field.
    #[must_use]
    pub fn poche(&self) -> Option<&[Voce]> {
        (self.voci.len() <= POCHE).then_some(&*self.voci)
    }

    /// The row with this key.
    #[must_use]
    pub fn get(&self, chiave: &str) -> Option<&Voce> {
        self.voci.iter().find(|voce| voce.chiave == chiave)
    }

    /// The row that a text says: by its key, or else by key or label whatever the capitals, when
    /// only one is called so.
    #[must_use]
    pub fn detta(&self, testo: &str) -> Option<&Voce> {
        let even = |text: &str| text.to_lowercase().replace('’', "'");
        let said = even(testo);
        let mut rows = self
            .voci
            .iter()
            .filter(|voce| even(&voce.chiave) == said || even(&voce.etichetta) == said);
        self.get(testo).or_else(|| rows.next().filter(|_| rows.next().is_none()))
    }

    /// The keys, in order.
    pub fn chiavi(&self) -> impl Iterator<Item = &str> {
        self.voci.iter().map(|voce| voce.chiave.as_str())
    }
}
