//! Records with days: phases as bars, terms as marks.

use jiff::civil::Date;

use super::{Lista, Parole, at_month, month};
use crate::figure::gantt::{Gantt, Momento, Periodo, Riga};
use crate::law::{Base, Campo};
use crate::record::{Record, Value};
use crate::view::document::Blocco;
use crate::view::maker::{Maker, title};
use crate::view::{formato, parole};

/// Rows with days that are worth a figure: of phases, and of terms.
const PHASES: usize = 2;
const TERMS: usize = 3;

/// The fields that a row is drawn from.
struct Fields<'r> {
    start: Option<&'r Campo>,
    end: &'r Campo,
    /// What stands in the place of an end: how often something is done.
    repeated: Option<&'r Campo>,
    weight: Option<&'r Campo>,
}

impl<'r> Fields<'r> {
    fn of(item: &Record<'r>) -> Option<Self> {
        let campi = item.kind.campi.iter().filter(|campo| !campo.forma.elenco);
        let days: Vec<&Campo> =
            campi.clone().filter(|campo| campo.forma.base == Base::Data).collect();
        let (start, end) = match days[..] {
            [] => return None,
            [end] => (None, end),
            [start, end, ..] => (Some(start), end),
        };
        let find = |is: fn(&Campo) -> bool| campi.clone().find(|campo| is(campo));
        Some(Self {
            start,
            end,
            repeated: find(|campo| campo.forma.base == Base::Scelta("periodicita".into())),
            weight: find(|campo| campo.somma && campo.forma.base == Base::Percento),
        })
    }

    fn days(&self, item: &Record<'_>) -> (Option<Date>, Option<Date>) {
        (self.start.and_then(|campo| day(item, campo)), day(item, self.end))
    }
}

/// The calendar of a list beside its table.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let Some(fields) = lista.items.first().and_then(|item| Fields::of(item)) else {
        return Vec::new();
    };
    let dated = |item: &&&Record<'_>| fields.days(item) != (None, None);
    let mut items: Vec<&Record<'_>> = lista.items.to_vec();
    let mut days: Vec<Date> = Vec::new();
    for item in lista.items {
        let (start, end) = fields.days(item);
        days.extend([start, end].into_iter().flatten());
    }
    days.sort_unstable();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let phases = fields.start.is_some();
    let enough = if phases { PHASES } else { TERMS };
    let count = items.iter().filter(dated).count();
    if lista.tabella.is_empty() || count < enough || first == last {
        return Vec::new();
    }
    if !phases {
        items.retain(|item| dated(&item));
        items.sort_by_key(|item| fields.days(item).1);
    }
    let righe: Vec<Riga> = items.iter().map(|item| row(item, &fields)).collect();
    let total = righe.len();
    let note = fields.weight.map_or_else(String::new, |campo| formato::text(&campo.etichetta));
    let gantt = Gantt { righe, note, tinta: maker.hue(lista.at) };
    let disegni = gantt.draw(Maker::room(lista.at));
    let words = words(&lista.campo.etichetta, total, phases, (*first, *last));
    maker.figures(lista, lista.tabella, &words, disegni)
}

fn words(etichetta: &str, total: usize, phases: bool, (first, last): (Date, Date)) -> Parole {
    let [from, to] = [first, last].map(|day| month(day.year(), day.month()));
    let span = match (from == to, first.year() == last.year()) {
        (true, _) => at_month(&to),
        (false, true) => {
            let from = from.split(' ').next().unwrap_or_default();
            format!("da {from} {}", at_month(&to))
        }
        (false, false) => format!("da {from} {}", at_month(&to)),
    };
    let (opens, closes) = if phases { ("comincia", "finisce") } else { ("scade", "scade") };
    Parole {
        titolo: format!("{etichetta}: {span}"),
        alternativa: format!(
            "Calendario di {total} voci, una riga ciascuna, mese per mese: la prima {opens} {}, \
             l’ultima {closes} {}.",
            at_month(&from),
            at_month(&to)
        ),
    }
}

fn row(item: &Record<'_>, fields: &Fields<'_>) -> Riga {
    let beginning =
        |day: Date| Momento::beginning(day.year(), day.month(), day.day(), day.days_in_month());
    let end = |day: Date| Momento::end(day.year(), day.month(), day.day(), day.days_in_month());
    let periodo = match fields.days(item) {
        (Some(from), Some(to)) if to < from => Periodo::Senza(parole::DATE_INVERTITE.into()),
        (Some(from), Some(to)) => Periodo::Tra(beginning(from), end(to)),
        (Some(from), None) => Periodo::Dal(beginning(from)),
        (None, Some(to)) => Periodo::Entro(end(to)),
        (None, None) => {
            let repeated = fields.repeated.and_then(|campo| item.get(campo)?.label());
            Periodo::Senza(repeated.map_or_else(|| parole::SENZA_DATE.into(), formato::text))
        }
    };
    let weight = fields.weight.and_then(|campo| item.get(campo)?.as_number());
    let nota = weight.map_or_else(String::new, |weight| formato::number(weight, 0));
    Riga { nome: title(item), periodo, nota }
}

fn day(item: &Record<'_>, campo: &Campo) -> Option<Date> {
    match item.get(campo) {
        Some(Value::Day(day)) => Some(*day),
        _ => None,
    }
}
