//! The map of spheres in words: a table of values and parts, a list of stakeholders and values.

use super::Voci;
use crate::figure::mappa::{Capo, Sfera};
use crate::valori::Luogo;
use crate::view::document::{Allinea, Blocco, RigaTabella, Tabella, Tratto};
use crate::view::maker::Maker;
use crate::view::tavole::EMPTY;
use crate::view::valori::plain;
use crate::view::{colonne, parole};

/// Letters of a value's name that stay on one line, and of a part's.
const NAME: u32 = 20;
const HEADER: u32 = 9;

fn link(id: &str, testo: impl Into<String>) -> Tratto {
    Tratto::Rinvio { id: id.into(), tratti: vec![plain(testo)] }
}

/// How many records tie each value to each part: those that nothing ties have no column.
pub(super) fn table(voci: &Voci, id: &str) -> Option<Blocco> {
    let tied = |index: usize| voci.ties(Capo::Parte(index)) > 0;
    let parts: Vec<(usize, &Sfera)> = voci
        .parti
        .iter()
        .map(|(_, sfera)| sfera)
        .enumerate()
        .filter(|(index, _)| tied(*index))
        .collect();
    if voci.valori.is_empty() || parts.is_empty() {
        return None;
    }
    let header = |(_, sfera): &(usize, &Sfera)| {
        let titolo = format!("{} {}", sfera.segno, sfera.nome);
        colonne::column(titolo.trim(), Allinea::Fine, 1)
    };
    let first = colonne::column(parole::MAPPA_CENTRO, Allinea::Inizio, 3);
    let row = |(value, (_, sfera)): (usize, &(Luogo, Sfera))| {
        let cell = |(part, to): &(usize, &Sfera)| match voci
            .tied(Capo::Valore(value), Capo::Parte(*part))
        {
            0 => vec![plain(EMPTY)],
            many => vec![link(&to.rinvio, many.to_string())],
        };
        let celle = [vec![link(&sfera.rinvio, &*sfera.nome)]].into_iter();
        let celle = celle.chain(parts.iter().map(cell)).collect();
        RigaTabella::new(String::new(), celle)
    };
    let columns = [first].into_iter().chain(parts.iter().map(header)).collect();
    let rows = voci.valori.iter().enumerate().map(row).collect();
    let mut tabella = Tabella::new(id.into(), parole::MAPPA_TABELLA, columns, rows);
    colonne::measure_table(&mut tabella);
    roomy(&mut tabella);
    Some(Blocco::Tabella(tabella))
}

/// Leaves the room to the names of the values: the headers are long, what stands below is short.
fn roomy(tabella: &mut Tabella) {
    for (index, colonna) in tabella.colonne.iter_mut().enumerate() {
        let minimo = if index == 0 { colonna.massimo.min(NAME) } else { HEADER };
        colonna.sillabe |= index > 0 && colonna.minimo > minimo;
        colonna.minimo = minimo;
        colonna.comodo = minimo;
        colonna.massimo = colonna.massimo.max(minimo);
    }
}

/// To what each stakeholder is tied: values, or parts where there are none; those that nothing ties
/// are left out.
pub(super) fn list(maker: &mut Maker<'_>, voci: &Voci, id: &str) -> Vec<Blocco> {
    let targets: Vec<(Capo, &Sfera)> = if voci.valori.is_empty() {
        (0..).map(Capo::Parte).zip(voci.parti.iter().map(|(_, sfera)| sfera)).collect()
    } else {
        (0..).map(Capo::Valore).zip(voci.valori.iter().map(|(_, sfera)| sfera)).collect()
    };
    let item = |(index, (_, sfera)): (usize, &(Luogo, Sfera))| {
        let tied = targets.iter().filter(|(to, _)| voci.tied(Capo::Chi(index), *to) > 0);
        let tied = tied.flat_map(|(_, to)| {
            let named = [&*to.segno, &*to.nome].join(" ");
            [plain(", "), link(&to.rinvio, named.trim())]
        });
        let tied: Vec<Tratto> = tied.skip(1).collect();
        let name = [link(&sfera.rinvio, &*sfera.nome), plain(": ")].into_iter();
        (!tied.is_empty()).then(|| (format!("{id}-{}", sfera.rinvio), name.chain(tied).collect()))
    };
    let runs: Vec<(String, Vec<Tratto>)> = voci.chi.iter().enumerate().filter_map(item).collect();
    if runs.is_empty() {
        return Vec::new();
    }
    let title =
        if voci.valori.is_empty() { parole::MAPPA_ELENCO_PARTI } else { parole::MAPPA_ELENCO };
    let title = vec![Tratto::Forte { tratti: vec![plain(title)] }];
    let voci = runs.into_iter().map(|(id, run)| vec![maker.paragraph(&id, run)]).collect();
    let list = Blocco::Elenco { id: id.into(), ordinato: false, inizio: 1, voci };
    vec![maker.paragraph(&format!("{id}-titolo"), title), list]
}
