//! Records into blocks: one engine for every field of the piano-tipo.
//!
//! The law says how a field is called and what form it has; the plan says its value. A new field
//! of the law therefore appears in every output without a line of code or of layout.

use super::document::{Blocco, Tratto, Voce};
use super::maker::Maker;
use super::{dati, formato, indicatori, markdown, scala, valori};
use crate::law::{Base, Campo, Vista};
use crate::nomi::Nome;
use crate::record::Value;

/// Characters under which a field may stand beside another.
const SHORT: usize = 60;

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

    /// Name of the table of data that a table here is; empty inside a card, where it is but a piece
    /// of one.
    pub(super) fn dati(&self) -> String {
        if self.scheda.is_empty() { dati::name(&self.path) } else { String::new() }
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
            Vista::Compatte if at.scheda.is_empty() => self.small_cards(campo, &items, at),
            Vista::Compatte => self.titled_cards(campo, &items, at),
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
                let mut inlines = scala::squares(self, campo, value);
                inlines.extend(valori::inline(self, value));
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
}

/// Whether a block is a line short enough to stand beside another.
fn fits_a_line(block: &Blocco) -> bool {
    match block {
        Blocco::Paragrafo { testo, .. } => markdown::plain(testo).chars().count() < SHORT,
        _ => false,
    }
}
