//! The plan on one page: a row for each public value, with where it starts and arrives, who serves
//! it and its money; below, for whom it is and where in the plan it stands. What the row draws is
//! in its cells, and what the map draws of a value is below.

use rust_decimal::Decimal;

use super::part;
use crate::figure::{Tinta, riga};
use crate::legami::Nodo;
use crate::nomi::campo;
use crate::record::Record;
use crate::valori::Luogo;
use crate::view::document::{Blocco, Colonna, Parte, RigaTabella, Tabella, Tratto};
use crate::view::figure::share;
use crate::view::maker::Maker;
use crate::view::mappa::{Sfera, Voci};
use crate::view::risultato::{self, Risultato};
use crate::view::tavole::EMPTY;
use crate::view::valori::plain;
use crate::view::{colonne, formato, parole};

/// A public value in short.
struct Valore {
    luogo: Luogo,
    rinvio: String,
    nome: String,
    risultato: Option<Risultato>,
    obiettivi: usize,
    risorse: Decimal,
}

/// A column, and its cell in each row.
type Serie = (Colonna, Vec<Vec<Tratto>>);

/// The plan on one page, and the anchor of its table; nothing without public values.
pub(super) fn page(maker: &mut Maker<'_>, voci: &Voci) -> Option<(Parte, String)> {
    let values = maker.records(campo::OBIETTIVI_VP);
    let values: Vec<Valore> = values.iter().filter_map(|record| valore(maker, record)).collect();
    if values.is_empty() {
        return None;
    }
    let id = maker.ancore.unique("in-una-pagina");
    let table = maker.ancore.unique(&format!("{id}-tabella"));
    let block = Blocco::Tabella(data(table.clone(), &values, voci));
    Some((part(&id, parole::PAGINA, 1, vec![block]), table))
}

/// What a public value is, from the records that are tied to it.
fn valore(maker: &Maker<'_>, record: &Record<'_>) -> Option<Valore> {
    let (rinvio, titolo) = maker.named(record.id())?.clone();
    let nome = Some(formato::text(record.text(campo::NOME_BREVE))).filter(|nome| !nome.is_empty());
    let (legami, luogo) = (&maker.legami, record.luogo);
    let serving = |nodo: &&Nodo<'_>| {
        nodo.campo.chiave == campo::OBIETTIVI_PERFORMANCE.as_str()
            && legami.serves(nodo.luogo()).iter().any(|valore| valore.luogo() == luogo)
    };
    let strategie = record.records(campo::STRATEGIE).into_iter();
    let years = [campo::PRIMO_ANNO, campo::SECONDO_ANNO, campo::TERZO_ANNO];
    let risorse = maker.records(campo::RISORSE).into_iter();
    let own_money = risorse.filter(|risorsa| risorsa.text(campo::OBIETTIVO) == record.id());
    let amounts = own_money.flat_map(|risorsa| {
        years.iter().filter_map(|year| risorsa.get(*year)?.as_number()).collect::<Vec<_>>()
    });
    Some(Valore {
        luogo,
        nome: nome.unwrap_or(titolo),
        rinvio,
        risultato: std::iter::once(record).chain(strategie).find_map(risultato::of),
        obiettivi: legami.nodi().iter().filter(serving).count(),
        risorse: amounts.sum(),
    })
}

/// A row for each value; the columns that no value fills are left out, but for the objectives.
fn data(id: String, values: &[Valore], voci: &Voci) -> Tabella {
    let name = |value: &Valore| {
        let link = vec![plain(value.nome.clone())];
        vec![Tratto::Forte { tratti: vec![Tratto::rinvio(value.rinvio.clone(), link)] }]
    };
    let column = |index: usize| {
        let (titolo, allinea, larghezza) = parole::PAGINA_COLONNE[index];
        colonne::column(titolo, allinea, larghezza)
    };
    let series = |index: usize, cell: &dyn Fn(&Valore) -> Vec<Tratto>| -> Serie {
        (column(index), values.iter().map(cell).collect())
    };
    let mut all = vec![series(0, &name)];
    if values.iter().any(|value| value.risultato.is_some()) {
        all.push(series(1, &result));
    }
    if values.iter().any(|value| drawn(value).is_some()) {
        all.push(series(2, &|value| vec![drawn(value).unwrap_or_else(|| plain(EMPTY))]));
    }
    all.push(series(3, &|value| vec![plain(count(value.obiettivi))]));
    let most = values.iter().map(|value| value.risorse).max().unwrap_or_default();
    if !most.is_zero() {
        all.push(series(4, &|value| money(value.risorse, most)));
    }
    let row = |(index, value): (usize, &Valore)| {
        let celle = all.iter().map(|(_, cells)| cells[index].clone()).collect();
        RigaTabella { dettaglio: ties(value, voci), ..RigaTabella::new(String::new(), celle) }
    };
    let righe: Vec<RigaTabella> = values.iter().enumerate().map(row).collect();
    let tied = righe.iter().any(|riga| !riga.dettaglio.is_empty());
    let note = if tied { parole::PAGINA_NOTA_LEGAMI } else { parole::PAGINA_NOTA };
    let colonne = all.into_iter().map(|(colonna, _)| colonna).collect();
    Tabella { note: vec![plain(note)], ..Tabella::new(id, parole::PAGINA_TABELLA, colonne, righe) }
}

/// `62 % → 90 %`, then what is measured and when.
fn result(value: &Valore) -> Vec<Tratto> {
    let Some(result) = &value.risultato else { return vec![plain(EMPTY)] };
    let mut out = vec![Tratto::Forte { tratti: vec![plain(result.path())] }];
    let years = result.years();
    let said = match (&*result.indicatore, &*years) {
        ("", years) => years.to_owned(),
        (what, "") => what.to_owned(),
        (what, years) => format!("{what}, {years}"),
    };
    if !said.is_empty() {
        out.extend([Tratto::Acapo, plain(said)]);
    }
    out
}

fn drawn(value: &Valore) -> Option<Tratto> {
    value.risultato.as_ref()?.percorso.clone()
}

/// An amount, and how long it is beside the greatest.
fn money(amount: Decimal, most: Decimal) -> Vec<Tratto> {
    if amount.is_zero() {
        return vec![plain(EMPTY)];
    }
    let written = formato::number(amount, formato::cents([amount].into_iter()));
    let disegno = riga::bar(share(amount, most), Tinta::Valori);
    vec![plain(written), Tratto::Acapo, Tratto::Disegno { disegno }]
}

fn count(count: usize) -> String {
    formato::number(Decimal::from(count), 0)
}

/// For whom a value is, and which parts of the plan are tied to it, each with how many records tie
/// the two: what the map draws.
fn ties(value: &Valore, voci: &Voci) -> Vec<Tratto> {
    let mut out = Vec::new();
    let lines = [
        (parole::PAGINA_PER, voci.stakeholders_of(value.luogo)),
        (parole::PAGINA_PARTI, voci.parts_of(value.luogo)),
    ];
    for (label, spheres) in lines.into_iter().filter(|(_, spheres)| !spheres.is_empty()) {
        if !out.is_empty() {
            out.push(Tratto::Acapo);
        }
        out.push(plain(label));
        out.extend(linked(&spheres));
    }
    out
}

/// Spheres as links, each with how many records tie it.
pub(super) fn linked(spheres: &[(&Sfera, usize)]) -> Vec<Tratto> {
    let mut out = Vec::new();
    for (sfera, many) in spheres {
        if !out.is_empty() {
            out.push(plain(", "));
        }
        let words = if sfera.segno.is_empty() { &sfera.nome } else { &sfera.segno };
        let tratti = vec![plain(words.clone())];
        out.push(Tratto::rinvio(sfera.rinvio.clone(), tratti));
        out.push(plain(format!("\u{a0}({many})")));
    }
    out
}
