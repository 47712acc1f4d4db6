//! A record as a card, in the order of its reader: the sentence, who and by when, from where to
//! where and for whom, the other fields, what is inside it, accounting last. What a field is for
//! the reader is said by the law.

use super::campi::At;
use super::document::{Blocco, Domanda, Fatto, Scheda, Tratto, Voce};
use super::maker::{Maker, title};
use super::valori::plain;
use super::{formato, legati, parole, quadro, risultato};
use crate::law::{Base, Campo, Ruolo};
use crate::record::Record;

impl Maker<'_> {
    /// Records as cards, after their overview.
    pub(super) fn cards(&mut self, campo: &Campo, items: &[&Record<'_>], at: &At) -> Vec<Blocco> {
        let cards: Vec<Scheda> = items.iter().map(|item| self.card(item, at, false)).collect();
        let overview = quadro::table(self, campo, items, &cards, at);
        overview.into_iter().chain(cards.into_iter().map(Blocco::Scheda)).collect()
    }

    /// Small records as cards: an overview is worth while only for what it sums.
    pub(super) fn small_cards(
        &mut self,
        campo: &Campo,
        items: &[&Record<'_>],
        at: &At,
    ) -> Vec<Blocco> {
        let cards: Vec<Scheda> = items.iter().map(|item| self.card(item, at, true)).collect();
        let sums = items.iter().any(|item| item.kind.campi.iter().any(|campo| campo.somma));
        let overview = sums.then(|| quadro::table(self, campo, items, &cards, at)).flatten();
        overview.into_iter().chain(cards.into_iter().map(Blocco::Scheda)).collect()
    }

    /// Small records inside a card, under what they are together.
    pub(super) fn titled_cards(
        &mut self,
        campo: &Campo,
        items: &[&Record<'_>],
        at: &At,
    ) -> Vec<Blocco> {
        let id = self.ancore.unique(&at.ancora);
        let testo = vec![plain(formato::text(&campo.etichetta))];
        let title = Blocco::Intestazione { id, livello: at.livello, testo };
        let inside = At { livello: at.livello + 1, ..at.clone() };
        let cards = self.small_cards(campo, items, &inside);
        std::iter::once(title).chain(cards).collect()
    }

    /// A record as a card. What small ones lack is one list after all of them.
    fn card(&mut self, item: &Record<'_>, at: &At, compatta: bool) -> Scheda {
        let (id, codice) = self.record_anchor(item, &at.ancora);
        let inside = at.card(&id);
        let mut scheda = Scheda {
            id,
            nome: item.kind.chiave.clone(),
            etichetta: item.kind.nome.clone(),
            codice,
            titolo: title(item),
            livello: at.livello,
            compatta,
            frase: Vec::new(),
            fatti: Vec::new(),
            voci: Vec::new(),
            blocchi: Vec::new(),
            contabili: Vec::new(),
            mancano: Vec::new(),
            rinvii: Vec::new(),
        };
        for campo in in_order(item) {
            let field = inside.field(campo);
            if campo.forma.elenco && matches!(campo.forma.base, Base::Record(_)) {
                if campo.ruolo == Some(Ruolo::Risultato) {
                    scheda.fatti.extend(self.result(item, &inside));
                }
                scheda.blocchi.extend(self.list(campo, item.get(campo), &field));
            } else if let Some(voce) = self.voce(campo, item.get(campo), &field) {
                self.place(&mut scheda, item, campo, voce, &inside);
            }
        }
        if !compatta {
            scheda.mancano.extend(self.missing_in(item, &scheda.id));
        }
        if item.kind.pagina {
            scheda.rinvii = legati::blocks(self, item, &scheda.id);
        }
        scheda
    }

    /// Puts a field where its reader looks for it.
    fn place(
        &mut self,
        scheda: &mut Scheda,
        item: &Record<'_>,
        campo: &Campo,
        voce: Voce,
        inside: &At,
    ) {
        let is_filled =
            |ruolo| item.kind.con_ruolo(ruolo).is_some_and(|campo| item.filled(campo).is_some());
        let domanda = match campo.ruolo {
            Some(Ruolo::Frase) => return scheda.frase = voce.blocchi,
            // Where it starts is said with where it arrives.
            Some(Ruolo::Partenza) if is_filled(Ruolo::Risultato) => return,
            Some(Ruolo::Risultato) if is_filled(Ruolo::Partenza) => {
                return scheda.fatti.extend(self.result(item, inside));
            }
            Some(Ruolo::Chi) => Domanda::Chi,
            Some(Ruolo::Quando) => Domanda::Quando,
            Some(Ruolo::Partenza | Ruolo::Risultato) => Domanda::Risultato,
            Some(Ruolo::PerChi) => Domanda::PerChi,
            Some(Ruolo::Contabile) => return scheda.contabili.push(voce),
            Some(Ruolo::Scopo) | None => return scheda.voci.push(voce),
        };
        scheda.fatti.push(Fatto { domanda, etichetta: voce.etichetta, blocchi: voce.blocchi });
    }

    /// From where to where, as a fact; what lies between is computed, and says so.
    fn result(&mut self, item: &Record<'_>, inside: &At) -> Option<Fatto> {
        let result = risultato::of(item)?;
        let mut testo = vec![Tratto::Forte { tratti: vec![plain(result.path())] }];
        let gap = result.gap();
        if !gap.is_empty() {
            testo.extend([Tratto::Acapo, plain(gap)]);
        }
        if !result.indicatore.is_empty() {
            testo.extend([Tratto::Acapo, plain(result.indicatore)]);
        }
        let blocchi = vec![self.paragraph(&format!("{}-risultato", inside.ancora), testo)];
        Some(Fatto { domanda: Domanda::Risultato, etichetta: parole::RISULTATO.into(), blocchi })
    }
}

/// The fields of a record but its code and its title, as their reader looks for them.
fn in_order<'r>(item: &Record<'r>) -> Vec<&'r Campo> {
    let named = |campo: &&Campo| campo.forma.base == Base::Id || campo.chiave == item.kind.titolo;
    let mut campi: Vec<&Campo> = item.kind.campi.iter().filter(|campo| !named(campo)).collect();
    campi.sort_by_key(|campo| match campo.ruolo {
        Some(Ruolo::Contabile) => (2, None),
        Some(ruolo) => (0, Some(ruolo)),
        None => (1, None),
    });
    campi
}
