//! Women and men of each area of the staff. What is summed here stands in a table beside.

use rust_decimal::Decimal;

use super::conti::{integer, row, table};
use super::{Lista, Parole};
use crate::figure::persone::{self, Gruppo, Quanti, Testata};
use crate::nomi::{Chiave, campo};
use crate::record::{Record, Value};
use crate::view::document::{Blocco, RigaTabella};
use crate::view::maker::Maker;
use crate::view::{formato, parole};

/// Women and men of an area: of how many rows, and how many.
struct Area {
    nome: String,
    donne: i64,
    uomini: i64,
}

impl Area {
    fn tutti(&self) -> i64 {
        self.donne.saturating_add(self.uomini)
    }
}

/// Women and men of each area of the staff: nothing where a row does not say them, or says them
/// otherwise than its total.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let items = lista.items;
    let Some(areas) = areas(items).filter(|areas| areas.len() > 1) else { return Vec::new() };
    let sum = |part: fn(&Area) -> i64| areas.iter().map(part).fold(0, i64::saturating_add);
    let (donne, uomini, tutti) =
        (sum(|area| area.donne), sum(|area| area.uomini), sum(Area::tutti));
    let groups: Vec<Gruppo> = areas.iter().map(group).collect();
    let (testata, tinta) = (parole::DONNE_E_UOMINI, maker.hue(lista.at));
    let head = Testata { sinistra: testata[1], destra: testata[2], totale: testata[3] };
    let Some(disegno) = persone::draw(&groups, head, Maker::room(lista.at), tinta) else {
        return Vec::new();
    };
    let titolo = format!(
        "{} persone in {} aree: {} donne e {} uomini",
        whole(tutti),
        areas.len(),
        whole(donne),
        whole(uomini)
    );
    let told = items.iter().all(|item| integer(item, campo::TOTALE).is_some());
    let mut summed = None;
    let mut dati = lista.tabella.to_owned();
    if areas.len() < items.len() || !told {
        let row = |nome: &str, counts: [i64; 3], totale: bool| {
            let cells = std::iter::once(nome.to_owned()).chain(counts.map(whole));
            row(cells, totale)
        };
        let mut righe: Vec<RigaTabella> = areas
            .iter()
            .map(|area| row(&area.nome, [area.donne, area.uomini, area.tutti()], false))
            .collect();
        righe.push(row(parole::TOTALE, [donne, uomini, tutti], true));
        dati = maker.ancore.unique(&format!("{}-aree", lista.at.ancora));
        summed = Some(table(&dati, parole::DIDASCALIA_AREE, &testata, righe));
    }
    if dati.is_empty() {
        return Vec::new();
    }
    let words = Parole { titolo, alternativa: describe(&areas) };
    let mut blocks = maker.figures(lista, &dati, &words, vec![disegno]);
    blocks.extend(summed);
    blocks
}

/// The areas of some rows, in their order.
fn areas(items: &[&Record<'_>]) -> Option<Vec<Area>> {
    let mut areas: Vec<Area> = Vec::new();
    for item in items {
        let count = |campo: Chiave| integer(item, campo).filter(|count| *count >= 0);
        let (donne, uomini) = (count(campo::DONNE)?, count(campo::UOMINI)?);
        if integer(item, campo::TOTALE).is_some_and(|all| all != donne.saturating_add(uomini)) {
            return None;
        }
        let nome = formato::text(item.get(campo::AREA).and_then(Value::label)?);
        match areas.iter_mut().find(|area| area.nome == nome) {
            Some(area) => {
                area.donne = area.donne.saturating_add(donne);
                area.uomini = area.uomini.saturating_add(uomini);
            }
            None => areas.push(Area { nome, donne, uomini }),
        }
    }
    Some(areas)
}

fn group(area: &Area) -> Gruppo {
    let part = |numero: i64| Quanti { numero, scritto: whole(numero) };
    Gruppo {
        nome: area.nome.clone(),
        sinistra: part(area.donne),
        destra: part(area.uomini),
        totale: whole(area.tutti()),
    }
}

/// What the bars show: the largest area, and where women are more.
fn describe(areas: &[Area]) -> String {
    let largest =
        areas.iter().reduce(|one, other| if other.tutti() > one.tutti() { other } else { one });
    let more: Vec<&str> =
        areas.iter().filter(|a| a.donne > a.uomini).map(|area| area.nome.as_str()).collect();
    let women = match more.as_slice() {
        [] => "In nessuna area le donne sono più degli uomini".to_owned(),
        some if some.len() == areas.len() => {
            "In ogni area le donne sono più degli uomini".to_owned()
        }
        [one] => format!("Le donne sono più degli uomini in: {one}"),
        some => format!("Le donne sono più degli uomini in {} aree su {}", some.len(), areas.len()),
    };
    let largest = largest.map_or_else(String::new, |area| {
        format!("L’area più numerosa è «{}», {} persone. ", area.nome, whole(area.tutti()))
    });
    format!("{largest}{women}.")
}

fn whole(count: i64) -> String {
    formato::number(Decimal::from(count), 0)
}
