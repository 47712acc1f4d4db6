//! Amounts on one scale: by year, or by what they serve.

use rust_decimal::Decimal;

use super::conti::share;
use super::{Lista, Parole};
use crate::figure::barre::{Barre, Quanto, Riga};
use crate::law::{Base, Campo};
use crate::record::{Record, Value};
use crate::view::colonne;
use crate::view::document::{Allinea, Blocco, Colonna, RigaTabella, Tabella, Tratto};
use crate::view::maker::Maker;
use crate::view::tavole::EMPTY;
use crate::view::valori::{self, plain};
use crate::view::{calcoli, formato, markdown, parole};

/// Rows that are worth a figure: years, and other things.
const YEARS: usize = 3;
const THINGS: usize = 2;
/// Panels that a page has room for.
const PANELS: usize = 4;

/// A row of amounts, what it is called, and its code when it stands for several records.
struct Voce {
    nome: String,
    codice: String,
    importi: Vec<Option<Decimal>>,
}

/// The amounts of a list beside its table; when several records serve one thing, beside a table of
/// their sums.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let Some(kind) = lista.items.first().map(|item| item.kind) else { return Vec::new() };
    let is_filled = |campo: &&Campo| lista.items.iter().any(|item| item.filled(*campo).is_some());
    let euro = |campo: &&Campo| campo.forma.base == Base::Euro && !campo.forma.elenco;
    let campi: Vec<&Campo> = kind.campi.iter().filter(euro).filter(is_filled).collect();
    let years = years(lista.items, kind.campo(&kind.titolo));
    let single = |item: &&Record<'_>| Voce {
        nome: item
            .by_key(&kind.titolo)
            .map_or_else(String::new, |value| markdown::plain(&valori::cell(maker, value, 0))),
        codice: String::new(),
        importi: campi.iter().map(|campo| amount(item, campo)).collect(),
    };
    let mut voci: Vec<Voce> = lista.items.iter().map(single).collect();
    let by = kind
        .campi
        .iter()
        .filter(|campo| !campo.forma.elenco)
        .filter(is_filled)
        .find(|campo| matches!(campo.forma.base, Base::Riferimento(_)));
    let grouped = by.and_then(|by| {
        let groups = groups(maker, lista.items, by, &campi)?;
        (groups.len() >= THINGS && groups.len() < voci.len()).then_some((by, groups))
    });
    let mut table = None;
    if let Some((by, groups)) = grouped {
        table = self::table(maker, lista, by, &campi, &groups);
        voci = groups;
    }
    let least = if years.is_some() { YEARS } else { THINGS };
    let dati = table.as_ref().map_or(lista.tabella, |table| &*table.id).to_owned();
    let biggest = voci.iter().flat_map(|voce| &voce.importi).flatten().max().copied();
    let biggest = biggest.filter(|most| most.is_sign_positive() && !most.is_zero());
    let (Some(biggest), false) = (biggest, voci.len() < least || campi.len() > PANELS) else {
        return Vec::new();
    };
    if dati.is_empty() {
        return Vec::new();
    }
    let scales: Vec<u32> = campi.iter().map(|campo| valori::scale(campo, lista.items)).collect();
    let righe = voci.iter().map(|voce| Riga {
        nome: voce.nome.clone(),
        nota: String::new(),
        grado: (0, 0),
        quanti: (voce.importi.iter().zip(&scales))
            .map(|(importo, scale)| Quanto {
                scritto: importo.map_or_else(|| EMPTY.into(), |n| formato::number(n, *scale)),
                quota: importo.map_or(0, |n| share(n, biggest)),
                tutto: 0,
            })
            .collect(),
    });
    let colonne = campi.iter().map(|campo| formato::text(&campo.etichetta)).collect();
    let barre = Barre { colonne, righe: righe.collect(), tinta: maker.hue(lista.at) };
    let disegni = barre.draw(Maker::room(lista.at));
    let words = words(&lista.campo.etichetta, &voci, years, &formato::number(biggest, 0));
    let mut blocks = maker.figures(lista, &dati, &words, disegni);
    blocks.extend(table.map(Blocco::Tabella));
    blocks
}

fn words(etichetta: &str, voci: &[Voce], years: Option<(i16, i16)>, biggest: &str) -> Parole {
    let first = |voce: &Voce| voce.importi.iter().flatten().next().copied();
    let sum = |voce: &Voce| {
        voce.importi.iter().flatten().try_fold(Decimal::ZERO, |sum, n| sum.checked_add(*n))
    };
    let most = voci.iter().max_by_key(|voce| sum(voce)).map_or("", |voce| voce.nome.as_str());
    let claim = match years {
        Some((from, to)) => format!(
            "{}dal {from} al {to}",
            course(&voci.iter().filter_map(first).collect::<Vec<_>>())
        ),
        None => format!("la parte maggiore va a «{most}»"),
    };
    Parole {
        titolo: format!("{etichetta}, in euro: {claim}"),
        alternativa: format!(
            "Barre di {} voci: la più lunga vale {biggest} euro, la somma maggiore è di «{most}».",
            voci.len()
        ),
    }
}

/// Where some amounts go, one year after the other; nothing where they go up and down.
fn course(amounts: &[Decimal]) -> &'static str {
    let goes = |test: fn(&Decimal, &Decimal) -> bool| {
        let pairs = amounts.windows(2);
        amounts.first() != amounts.last() && pairs.into_iter().all(|two| test(&two[0], &two[1]))
    };
    if goes(Decimal::le) {
        "in aumento "
    } else if goes(Decimal::ge) {
        "in calo "
    } else {
        ""
    }
}

/// The first and the last year of rows that are years in their order; nothing for other rows.
fn years(items: &[&Record<'_>], title: Option<&Campo>) -> Option<(i16, i16)> {
    let title = title.filter(|campo| campo.forma.base == Base::Anno)?;
    let of = |item: &&Record<'_>| match item.get(title) {
        Some(Value::Year(year)) => Some(*year),
        _ => None,
    };
    let years: Vec<i16> = items.iter().filter_map(of).collect();
    years.is_sorted().then_some((*years.first()?, *years.last()?))
}

/// Records by what they serve, their amounts summed; nothing when a sum has no room.
fn groups(
    maker: &Maker<'_>,
    items: &[&Record<'_>],
    by: &Campo,
    campi: &[&Campo],
) -> Option<Vec<Voce>> {
    let mut groups: Vec<Voce> = Vec::new();
    for item in items {
        let codice = item.text(by);
        let index = groups.iter().position(|group| group.codice == codice).unwrap_or_else(|| {
            let without = || format!("{} {}", parole::SENZA, valori::lower_first(&by.etichetta));
            let known = maker.named(codice).map(|(_, title)| title.clone());
            let nome = match codice {
                "" => without(),
                _ => known.unwrap_or_else(|| codice.into()),
            };
            groups.push(Voce { nome, codice: codice.into(), importi: vec![None; campi.len()] });
            groups.len() - 1
        });
        for (sum, campo) in groups[index].importi.iter_mut().zip(campi) {
            if let Some(own) = amount(item, campo) {
                *sum = Some(sum.unwrap_or_default().checked_add(own)?);
            }
        }
    }
    Some(groups)
}

/// The table of the sums, with its totals; nothing when a total has no room.
fn table(
    maker: &mut Maker<'_>,
    lista: Lista<'_, '_>,
    by: &Campo,
    campi: &[&Campo],
    groups: &[Voce],
) -> Option<Tabella> {
    let scales: Vec<u32> = campi.iter().map(|campo| valori::scale(campo, lista.items)).collect();
    let numbers = |importi: &[Option<Decimal>]| -> Vec<Vec<Tratto>> {
        let written = |(n, scale): (&Option<Decimal>, &u32)| match n {
            Some(n) => vec![plain(formato::number(*n, *scale))],
            None => vec![plain(EMPTY)],
        };
        importi.iter().zip(&scales).map(written).collect()
    };
    let row = |name: Vec<Tratto>, importi: &[Option<Decimal>], totale: bool| {
        let celle = std::iter::once(name).chain(numbers(importi)).collect();
        RigaTabella { totale, ..RigaTabella::new(String::new(), celle) }
    };
    let mut totals = vec![Decimal::ZERO; campi.len()];
    let mut righe = Vec::new();
    for group in groups {
        for (total, own) in totals.iter_mut().zip(&group.importi) {
            *total = total.checked_add(own.unwrap_or_default())?;
        }
        let name = match maker.named(&group.codice) {
            Some(_) => maker.reference(&group.codice),
            None => vec![plain(group.nome.clone())],
        };
        righe.push(row(vec![Tratto::Forte { tratti: name }], &group.importi, false));
    }
    let totals: Vec<Option<Decimal>> = totals.into_iter().map(Some).collect();
    righe.push(row(vec![plain(parole::TOTALE)], &totals, true));
    let first = colonne::column(by.etichetta.clone(), Allinea::Inizio, 4);
    let amounts = campi
        .iter()
        .map(|campo| -> Colonna { colonne::column(campo.etichetta.clone(), Allinea::Fine, 2) });
    let own = valori::lower_first(&by.etichetta);
    let id = maker.ancore.unique(&format!("{}-somme", lista.at.ancora));
    let title = format!("{} {} {own}", lista.campo.etichetta, parole::PER);
    let colonne = std::iter::once(first).chain(amounts).collect();
    Some(Tabella {
        didascalia: format!("{} {own}", parole::SOMME_PER),
        unita: parole::IN_EURO.into(),
        note: calcoli::computed(),
        ..Tabella::new(id, title, colonne, righe)
    })
}

fn amount(item: &Record<'_>, campo: &Campo) -> Option<Decimal> {
    match item.get(campo) {
        Some(Value::Euro(amount)) => Some(*amount),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, course};

    #[test]
    fn what_goes_up_and_down_is_said_to_do_neither() {
        let of = |all: &[i64]| course(&all.iter().map(|n| Decimal::from(*n)).collect::<Vec<_>>());
        assert_eq!(of(&[1, 2, 2]), "in aumento ");
        assert_eq!(of(&[3, 2, 1]), "in calo ");
        assert_eq!([of(&[2, 3, 1]), of(&[2, 2]), of(&[])], ["", "", ""]);
    }
}
