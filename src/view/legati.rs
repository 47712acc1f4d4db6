//! What of the plan is tied to a record: the links that lead back to it, computed.

use std::collections::BTreeSet;

use super::document::{Blocco, Tratto};
use super::maker::Maker;
use super::valori::plain;
use super::{formato, parole};
use crate::law::Vista;
use crate::legami::Nodo;
use crate::nomi::campo;
use crate::record::Record;
use crate::valori::Luogo;

/// Most cards of a list that are called by their names on paper.
const FEW: usize = 3;

/// What is tied to a record and that its own fields do not name, a line for each list of the plan.
pub(super) fn blocks(maker: &mut Maker<'_>, item: &Record<'_>, ancora: &str) -> Vec<Blocco> {
    let groups = groups(maker, item);
    if groups.is_empty() {
        return Vec::new();
    }
    let base = format!("{ancora}-collegamenti");
    let title = vec![Tratto::Forte { tratti: vec![plain(parole::COLLEGAMENTI)] }];
    let title = maker.paragraph(&base, title);
    let item = |group: &Vec<Nodo<'_>>| {
        let id = format!("{base}-{}", formato::slug(&group[0].cima.chiave));
        let line = line(maker, group);
        vec![maker.paragraph(&id, line)]
    };
    let voci = groups.iter().map(item).collect();
    let id = maker.ancore.unique(&format!("{base}-elenco"));
    vec![title, Blocco::Elenco { id, ordinato: false, inizio: 1, voci }]
}

/// The cards and rows tied to a record, those of one list of the plan together.
fn groups<'a>(maker: &Maker<'a>, item: &Record<'_>) -> Vec<Vec<Nodo<'a>>> {
    let (legami, own) = (&maker.legami, item.luogo);
    let voce = |luogo: Luogo| legami.voce(luogo).map(Nodo::luogo);
    // People and offices serve no value by themselves: those that name them do.
    let ends = [campo::STAKEHOLDER, campo::UNITA];
    let is_end = legami.nodo(own).is_some_and(|nodo| ends.iter().any(|end| nodo.is_in(*end)));
    let valori = if is_end { legami.touches(own) } else { legami.serves(own) };
    let mut tied: BTreeSet<Luogo> = legami
        .cited_by(own)
        .into_iter()
        .map(|(_, nodo)| nodo)
        .chain(legami.tied_to(own))
        .chain(valori)
        .filter_map(|nodo| voce(nodo.luogo()))
        .collect();
    tied.remove(&own);
    for (_, named) in legami.cites(own) {
        tied.remove(&named.luogo());
    }
    let mut groups: Vec<Vec<Nodo<'a>>> = Vec::new();
    for nodo in legami.nodi().iter().filter(|nodo| tied.contains(&nodo.luogo())) {
        match groups.last_mut() {
            Some(group) if group[0].cima.chiave == nodo.cima.chiave => group.push(*nodo),
            _ => groups.push(vec![*nodo]),
        }
    }
    groups
}

/// `Obiettivi di performance (2): Strade sicure; Scuole aperte`: cards by their names, many of them on paper by their
/// codes, rows by how many they are.
fn line(maker: &Maker<'_>, group: &[Nodo<'_>]) -> Vec<Tratto> {
    let cima = group[0].cima;
    let label = format!("{} ({})", formato::text(&cima.etichetta), group.len());
    let rows = |nodo: &Nodo<'_>| {
        matches!(cima.vista.unwrap_or(nodo.record.kind.vista), Vista::Tabella | Vista::Indicatori)
    };
    if group.iter().all(|nodo| rows(nodo) || nodo.record.id().is_empty()) {
        let part = &maker.law.sottosezioni[group[0].parte];
        let list = format!("{}-{}", formato::slug(&part.chiave), formato::slug(&cima.chiave));
        return vec![Tratto::rinvio(list, vec![plain(label)])];
    }
    let mut line = vec![plain(format!("{label}: "))];
    for (index, nodo) in group.iter().enumerate() {
        if index > 0 {
            line.push(plain("; "));
        }
        line.extend(maker.reference(nodo.record.id()));
        if let Some(Tratto::Rinvio { breve, .. }) = line.last_mut().filter(|_| group.len() > FEW) {
            nodo.record.id().clone_into(breve);
        }
    }
    line
}
