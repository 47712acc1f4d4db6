//! Records into blocks: one engine for every field of the piano-tipo.
//!
//! The law says how a field is called and what form it has; the plan says its value. A new field
//! of the law therefore appears in every output without a line of code or of layout.

use rust_decimal::Decimal;

use super::document::{Allinea, Blocco, Colonna, RigaTabella, Tabella, Tratto, Voce};
use super::maker::Maker;
use super::{colonne, formato, indicatori, markdown, parole, valori};
use crate::law::{Base, Campo, Vista};
use crate::nomi::Nome;
use crate::record::{Record, Value};

/// Characters under which a field may stand beside another.
const SHORT: usize = 60;
/// What stands in an empty cell.
pub(super) const EMPTY: &str = "–";

/// Where a field stands: its path of keys, and the anchor that it hangs from.
#[derive(Clone)]
pub(super) struct At {
    pub(super) path: Vec<String>,
    pub(super) ancora: String,
    pub(super) livello: u8,
    /// Anchor of the card in which it stands, at whose end what is missing is said; empty outside.
    pub(super) scheda: String,
}

impl At {
    /// A field at the top level of a plan.
    pub(super) fn new(campo: impl Nome, ancora: String, livello: u8) -> Self {
        Self { path: vec![campo.nome().to_owned()], ancora, livello, scheda: String::new() }
    }

    /// A field of what stands here.
    pub(super) fn field(&self, campo: impl Nome) -> Self {
        let mut at = self.clone();
        at.path.push(campo.nome().to_owned());
        at.ancora = format!("{}-{}", at.ancora, formato::slug(campo.nome()));
        at
    }

    /// Inside the card of a record of this field, that has an anchor.
    pub(super) fn card(&self, ancora: &str) -> Self {
        Self {
            path: self.path.clone(),
            ancora: ancora.into(),
            livello: self.livello + 1,
            scheda: ancora.into(),
        }
    }
}

impl Maker<'_> {
    /// A list of records: cards or a table, as the law says, and what a table lacks.
    pub(super) fn list(
        &mut self,
        campo: &Campo,
        value: Option<&Value<'_>>,
        at: &At,
    ) -> Vec<Blocco> {
        let items = value.map(Value::records).unwrap_or_default();
        let Some(kind) = items.first().map(|item| item.kind) else { return Vec::new() };
        let mut blocks = match campo.vista.unwrap_or(kind.vista) {
            Vista::Schede => self.cards(campo, &items, at),
            Vista::Compatte => self.small_cards(campo, &items, at),
            Vista::Tabella => vec![self.table(campo, &items, at)],
            Vista::Indicatori => vec![indicatori::table(self, campo, &items, at)],
            Vista::Organigramma => {
                let mut blocks = super::struttura::tree(self, &items, at);
                blocks.extend(self.small_cards(campo, &items, at));
                blocks
            }
        };
        if at.scheda.is_empty() {
            blocks.extend(self.missing_of(&items, &at.ancora));
        }
        self.illustrate(campo, &items, at, blocks)
    }

    /// A field of a card; nothing when it is empty.
    pub(super) fn voce(
        &mut self,
        campo: &Campo,
        value: Option<&Value<'_>>,
        at: &At,
    ) -> Option<Voce> {
        let etichetta = campo.etichetta.clone();
        let value = value.filter(|value| !value.is_empty())?;
        let blocchi = match value {
            Value::Markdown(text) => self.text(text, campo, at),
            Value::List(items) if campo.forma.base == Base::Riga => vec![self.bullets(items, at)],
            _ => {
                let inlines = valori::inline(self, value);
                vec![self.paragraph(&at.ancora, inlines)]
            }
        };
        let breve = campo.forma.base != Base::Testo && blocchi.iter().all(fits_a_line);
        Some(Voce { etichetta, breve, blocchi })
    }

    /// A long text.
    pub(super) fn text(&mut self, text: &str, campo: &Campo, at: &At) -> Vec<Blocco> {
        let ancore = &mut self.ancore;
        markdown::Writer::new(ancore, &at.ancora, at.livello, &campo.etichetta).blocks(text)
    }

    /// A list of one-line texts.
    pub(super) fn bullets(&mut self, items: &[Value<'_>], at: &At) -> Blocco {
        let voci = items
            .iter()
            .map(|item| {
                let testo = valori::inline(self, item);
                let id = self.ancore.named(&at.ancora, &markdown::plain(&testo));
                vec![Blocco::Paragrafo { id, testo }]
            })
            .collect();
        let id = self.ancore.unique(&format!("{}-elenco", at.ancora));
        Blocco::Elenco { id, ordinato: false, inizio: 1, voci }
    }

    /// A paragraph that has an anchor, whatever it says.
    pub(super) fn paragraph(&mut self, ancora: &str, testo: Vec<Tratto>) -> Blocco {
        Blocco::Paragrafo { id: self.ancore.unique(ancora), testo }
    }

    /// Records as a table: the first column names each, the others are those that some record
    /// fills.
    pub(super) fn table(&mut self, campo: &Campo, items: &[&Record<'_>], at: &At) -> Blocco {
        let campi = columns(items);
        let scales: Vec<u32> = campi.iter().map(|campo| valori::scale(campo, items)).collect();
        let mut righe = Vec::new();
        for item in items {
            let (id, codice) = self.record_anchor(item, &at.ancora);
            let celle = campi
                .iter()
                .zip(&scales)
                .enumerate()
                .map(|(index, (campo, scale))| {
                    let mut cell = self.cell(campo, item, *scale);
                    if index == 0 {
                        cell = vec![Tratto::Forte { tratti: cell }];
                        if !codice.is_empty() {
                            cell.extend([Tratto::Acapo, Tratto::Codice { testo: codice.clone() }]);
                        }
                    }
                    cell
                })
                .collect();
            righe.push(RigaTabella { id, totale: false, celle, lettere: Vec::new() });
        }
        if let Some(celle) = totals(&campi, &scales, items) {
            righe.push(RigaTabella { id: String::new(), totale: true, celle, lettere: Vec::new() });
        }
        let colonne = campi
            .iter()
            .enumerate()
            .map(|(index, campo)| column(campo, righe.iter().map(|riga| &riga.celle[index])))
            .collect();
        Blocco::Tabella(Tabella {
            id: self.ancore.unique(&format!("{}-tabella", at.ancora)),
            didascalia: self.caption(campo, at),
            colonne,
            righe,
        })
    }

    /// The caption of a list: its label, and the record that it belongs to.
    pub(super) fn caption(&self, campo: &Campo, at: &At) -> String {
        match self.owner(&at.scheda) {
            Some(owner) => format!("{}: {owner}", campo.etichetta),
            None => campo.etichetta.clone(),
        }
    }

    pub(super) fn cell(&self, campo: &Campo, item: &Record<'_>, scale: u32) -> Vec<Tratto> {
        match item.filled(campo) {
            Some(value) => valori::cell(self, value, scale),
            None => self.empty_cell(item, campo),
        }
    }

    /// What stands in the cell of a field that a record does not fill.
    pub(super) fn empty_cell(&self, item: &Record<'_>, campo: impl Nome) -> Vec<Tratto> {
        let is_missing = self.is_missing(item, campo.nome());
        vec![if is_missing { self.mancante() } else { valori::plain(EMPTY) }]
    }
}

/// The fields that are columns: the title, and those that some record fills.
fn columns<'r>(items: &[&Record<'r>]) -> Vec<&'r Campo> {
    let Some(kind) = items.first().map(|item| item.kind) else { return Vec::new() };
    let filled = |campo: &&Campo| items.iter().any(|item| item.filled(campo).is_some());
    let title = kind.campi.iter().filter(|campo| campo.chiave == kind.titolo);
    let others = kind.campi.iter();
    let others = others.filter(|c| c.chiave != kind.titolo && c.forma.base != Base::Id);
    title.chain(others.filter(filled)).collect()
}

/// The row of totals: only with two rows or more, and something to sum.
pub(super) fn totals(
    campi: &[&Campo],
    scales: &[u32],
    items: &[&Record<'_>],
) -> Option<Vec<Vec<Tratto>>> {
    let sum = |campo: &Campo| -> Option<Decimal> {
        let values: Vec<Decimal> =
            items.iter().filter_map(|item| item.get(campo)?.as_number()).collect();
        (campo.somma && !values.is_empty()).then(|| values.iter().sum())
    };
    let foot = |campo: &Campo| sum(campo).is_some() || mean(campo, items).is_some();
    if items.len() < 2 || !campi.iter().any(|campo| foot(campo)) {
        return None;
    }
    let row = campi.iter().zip(scales).enumerate().map(|(index, (campo, scale))| {
        let testo = match (index, sum(campo), mean(campo, items)) {
            (0, ..) => parole::TOTALE.to_owned(),
            (_, Some(total), _) => formato::number(total, *scale),
            (_, None, Some(mean)) => {
                format!("{} ({})", formato::number(mean, 0), parole::MEDIA_PESATA)
            }
            _ => String::new(),
        };
        vec![Tratto::Testo { testo }]
    });
    Some(row.collect())
}

/// The mean of a column, weighed as the law says; nothing when a row has no value or no weight.
fn mean(campo: &Campo, items: &[&Record<'_>]) -> Option<Decimal> {
    let weight = campo.media.as_deref()?;
    let number = |item: &Record<'_>, key: &str| item.by_key(key)?.as_number();
    let (mut sum, mut weights) = (Decimal::ZERO, Decimal::ZERO);
    for item in items {
        let own = number(item, weight)?;
        sum = sum.checked_add(own.checked_mul(number(item, &campo.chiave)?)?)?;
        weights = weights.checked_add(own)?;
    }
    Some(sum.checked_div(weights)?.round_dp(1).normalize())
}

/// Whether a block is a line short enough to stand beside another.
fn fits_a_line(block: &Blocco) -> bool {
    match block {
        Blocco::Paragrafo { testo, .. } => markdown::plain(testo).chars().count() < SHORT,
        _ => false,
    }
}

/// A column: numbers on their last digit, and as wide as what it holds asks for.
pub(super) fn column<'c>(campo: &Campo, cells: impl Iterator<Item = &'c Vec<Tratto>>) -> Colonna {
    let numeric = matches!(
        campo.forma.base,
        Base::Intero | Base::Conteggio | Base::Numero | Base::Euro | Base::Percento
    ) && !campo.forma.elenco;
    let unit = match campo.forma.base {
        Base::Euro => " (€)",
        Base::Percento => " (%)",
        _ => "",
    };
    let allinea = if numeric { Allinea::Fine } else { Allinea::Inizio };
    colonne::column(format!("{}{unit}", campo.etichetta), allinea, colonne::share(cells))
}
