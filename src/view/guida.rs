//! How the plan is to be read: what is said of it is true of this plan.

use super::document::{Blocco, Genere, Parte, Tratto};
use super::maker::Maker;
use super::sottosezione::change;
use super::valori::plain;
use super::visita::{Nodo, visit};
use super::{Veste, formato, parole};
use crate::nomi::campo;
use crate::nomi::scelte::Stati;

/// Opens the document, made as the rest of it stands.
pub(super) fn open(maker: &mut Maker<'_>, parti: &mut Vec<Parte>, veste: Veste, is_listed: bool) {
    let id = maker.ancore.unique("come-si-legge");
    let mut part = super::apertura::unnumbered(&id, parole::GUIDA, 2);
    let mut texts = Vec::from_iter(sezioni(maker, parti));
    texts.extend(assenti(maker, parti));
    texts.extend(strumenti(maker, parti));
    let draft = veste == Veste::Bozza || maker.stato() == Some(Stati::Bozza);
    let proposed = !draft && maker.stato() == Some(Stati::Proposta);
    let lacks = maker.mancanze.is_said();
    let listed = veste == Veste::ConRilievi && is_listed;
    let more = [
        (draft, "bozza", parole::LETTURA_BOZZA),
        (proposed, "proposta", parole::LETTURA_PROPOSTA),
        (lacks, "mancanze", parole::LETTURA_MANCANZE),
        (listed, "rilievi", parole::LETTURA_RILIEVI),
    ];
    let more = more.into_iter().filter(|(is_due, ..)| *is_due);
    texts.extend(more.map(|(_, key, text)| (key, vec![plain(text)])));
    for (key, testo) in texts {
        let ancora = format!("{id}-{key}");
        part.blocchi.push(maker.paragraph(&ancora, testo));
    }
    match parti.iter_mut().find(|part| part.genere == Genere::Atto) {
        Some(atto) => atto.parti.insert(0, part),
        None => parti.insert(0, part),
    }
}

/// The sections of the scheme that the plan has.
fn sezioni(maker: &Maker<'_>, parti: &[Parte]) -> Option<(&'static str, Vec<Tratto>)> {
    let own: Vec<&Parte> = maker
        .law
        .sezioni
        .iter()
        .filter_map(|sezione| find(parti, &sezione.numero.to_string()))
        .collect();
    let count = match own.len() {
        0 => return None,
        count if count == maker.law.sezioni.len() => parole::SEZIONI_TUTTE,
        1 => parole::SEZIONI_UNA,
        _ => parole::SEZIONI_ALCUNE,
    };
    let mut run = vec![plain(count)];
    run.extend(listed(own.into_iter().map(link)));
    Some(("sezioni", run))
}

/// What of the scheme the plan does not have, and why.
fn assenti(maker: &Maker<'_>, parti: &[Parte]) -> Vec<(&'static str, Vec<Tratto>)> {
    let law = maker.law;
    let numbered = law.sottosezioni.iter().filter(|part| !part.numero.is_empty());
    let mut unwritten = Vec::new();
    let mut unasked = Vec::new();
    for part in numbered {
        match find(parti, &part.numero) {
            Some(found) if maker.mancanze.is_unwritten(&part.numero) => unwritten.push(link(found)),
            None if !part.binds(maker.profilo) => {
                let titolo = formato::text(&part.titolo);
                unasked.push(vec![plain(format!("{} «{titolo}»", part.numero))]);
            }
            _ => {}
        }
    }
    let is_omitted =
        |numero: &str| change(maker, numero).is_some_and(|row| row.filled(campo::OMESSA).is_some());
    let mut omitted = Vec::new();
    visit(parti, |nodo, _| match nodo {
        Nodo::Parte(part) if !part.schema.is_empty() && is_omitted(&part.schema) => {
            omitted.push(link(part));
        }
        _ => {}
    });
    let kinds = [
        ("non-scritte", unwritten, parole::NON_SCRITTA, parole::NON_SCRITTE),
        ("omesse", omitted, parole::OMESSA, parole::OMESSE),
        ("non-chieste", unasked, parole::NON_CHIESTA, parole::NON_CHIESTE),
    ];
    let filled = kinds.into_iter().filter(|(_, parts, ..)| !parts.is_empty());
    filled
        .map(|(key, parts, one, many)| {
            let mut run = vec![plain(if parts.len() == 1 { one } else { many })];
            run.extend(listed(parts.into_iter()));
            (key, run)
        })
        .collect()
}

/// Codes and map, when the plan has them.
fn strumenti(maker: &Maker<'_>, parti: &[Parte]) -> Vec<(&'static str, Vec<Tratto>)> {
    let mut parts = 0_usize;
    visit(parti, |nodo, _| {
        let is_part = |part: &Parte| part.genere == Genere::Sottosezione;
        parts += usize::from(matches!(nodo, Nodo::Parte(part) if is_part(part)));
    });
    let map = match maker.records(campo::OBIETTIVI_VP).len() {
        _ if parts == 0 => None,
        0 => Some(parole::LETTURA_MAPPA_PARTI),
        _ => Some(parole::LETTURA_MAPPA),
    };
    let codes = maker.has_codes().then_some(parole::LETTURA_CODICI);
    let (figures, strips) = figure(parti);
    let figures = figures.then_some(parole::LETTURA_FIGURE);
    let strips = strips.then_some(parole::LETTURA_PERCORSO);
    let own = [("codici", codes), ("mappa", map), ("figure", figures), ("percorso", strips)];
    own.into_iter().filter_map(|(key, text)| Some((key, vec![plain(text?)]))).collect()
}

/// Whether there are figures whose data stand in a block beside them, and strips in the tables.
fn figure(parti: &[Parte]) -> (bool, bool) {
    let (mut figures, mut strips) = (false, false);
    visit(parti, |nodo, _| match nodo {
        Nodo::Blocco(Blocco::Figura(figura)) => figures |= !figura.dati.is_empty(),
        Nodo::Tratto(Tratto::Disegno { .. }) => strips = true,
        _ => {}
    });
    (figures, strips)
}

/// The part to which the scheme gives a number.
fn find<'p>(parti: &'p [Parte], schema: &str) -> Option<&'p Parte> {
    let mut found = None;
    visit(parti, |nodo, _| {
        if let Nodo::Parte(part) = nodo
            && part.schema == schema
            && found.is_none()
        {
            found = Some(part);
        }
    });
    found
}

/// `2.1 «Valore pubblico»`, that leads there.
fn link(part: &Parte) -> Vec<Tratto> {
    let name = format!("{} «{}»", part.numero, part.titolo);
    vec![Tratto::rinvio(part.id.clone(), vec![plain(name.trim())])]
}

fn listed(items: impl ExactSizeIterator<Item = Vec<Tratto>>) -> Vec<Tratto> {
    let last = items.len();
    let end = |index: usize| match last - index {
        1 => ".",
        2 => " e ",
        _ => ", ",
    };
    let with_end = items.enumerate().map(|(index, item)| [item, vec![plain(end(index))]].concat());
    with_end.flatten().collect()
}
