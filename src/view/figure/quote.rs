//! Parts of a whole: what is spent of a ceiling, who works away of those who could.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::conti::share;
use super::{Lista, Parole};
use crate::figure::barre::{Barre, Quanto, Riga};
use crate::law::{Base, Campo};
use crate::record::Record;
use crate::view::document::Blocco;
use crate::view::maker::Maker;
use crate::view::tavole::EMPTY;
use crate::view::valori::lower_first;
use crate::view::{formato, markdown, valori};

/// Bars that are worth a figure, and panels that a page has room for.
const BARS: usize = 2;
const PANELS: usize = 4;

/// A part and its whole in a row, when both are said and the whole is something.
type Coppia = Option<(Decimal, Decimal)>;

/// The bars of the parts beside the table of the list, each inside the outline of its whole.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let Some(kind) = lista.items.first().map(|item| item.kind) else { return Vec::new() };
    let whole = |campo: &Campo| kind.campo(campo.quota_di.as_deref()?);
    let is_filled = |campo: &&Campo| lista.items.iter().any(|item| item.filled(*campo).is_some());
    let parts: Vec<&Campo> = kind
        .campi
        .iter()
        .filter(|campo| whole(campo).is_some())
        .filter(is_filled)
        .take(PANELS)
        .collect();
    let Some(tutto) = parts.first().and_then(|campo| whole(campo)) else { return Vec::new() };
    let pair = |item: &Record<'_>, campo: &Campo| -> Coppia {
        let whole = item.get(whole(campo)?)?.as_number().filter(|n| *n > Decimal::ZERO)?;
        Some((item.get(campo)?.as_number()?, whole))
    };
    let rows: Vec<(&Record<'_>, Vec<Coppia>)> = lista
        .items
        .iter()
        .map(|item| (*item, parts.iter().map(|campo| pair(item, campo)).collect::<Vec<_>>()))
        .filter(|(_, pairs)| pairs.iter().any(Option::is_some))
        .collect();
    let pairs: Vec<(Decimal, Decimal)> =
        rows.iter().flat_map(|(_, pairs)| pairs).flatten().copied().collect();
    if lista.tabella.is_empty() || pairs.len() < BARS {
        return Vec::new();
    }
    // What exceeds its whole is drawn beyond the outline.
    let most = pairs.iter().map(|(part, whole)| share(*part, *whole)).max().unwrap_or(0).max(1000);
    let number = |campo: &Campo, n: Decimal| formato::number(n, valori::scale(campo, lista.items));
    let righe = rows.iter().map(|(item, pairs)| {
        let bar = |(pair, campo): (&Coppia, &&Campo)| match pair {
            None => Quanto { scritto: EMPTY.into(), quota: 0, tutto: 0 },
            Some((part, whole)) => Quanto {
                scritto: number(campo, *part),
                quota: share(Decimal::from(share(*part, *whole)), Decimal::from(most)),
                tutto: 1_000_000 / most,
            },
        };
        let nome = item.by_key(&kind.titolo).map(|value| valori::cell(maker, value, 0));
        let nota = item.get(tutto).and_then(crate::record::Value::as_number);
        let label = formato::text(&tutto.etichetta);
        Riga {
            nome: nome.map_or_else(String::new, |runs| markdown::plain(&runs)),
            nota: nota.map_or_else(String::new, |n| format!("{label}: {}", number(tutto, n))),
            grado: (0, 0),
            quanti: pairs.iter().zip(&parts).map(bar).collect(),
        }
    });
    let righe: Vec<Riga> = righe.collect();
    let colonne = if parts.len() > 1 {
        parts.iter().map(|campo| formato::text(&campo.etichetta)).collect()
    } else {
        Vec::new()
    };
    let words = words(&lista, tutto, &parts, &pairs);
    let barre = Barre { colonne, righe, tinta: maker.hue(lista.at) };
    let disegni = barre.draw(Maker::room(lista.at));
    maker.figures(lista, lista.tabella, &words, disegni)
}

fn words(
    lista: &Lista<'_, '_>,
    tutto: &Campo,
    parts: &[&Campo],
    pairs: &[(Decimal, Decimal)],
) -> Parole {
    let list = formato::text(&lista.campo.etichetta);
    let whole = lower_first(&formato::text(&tutto.etichetta));
    let over = pairs.iter().filter(|(part, whole)| part > whole).count();
    let what = match parts {
        [one] => formato::text(&one.etichetta),
        _ => "Importi".to_owned(),
    };
    let unit = if tutto.forma.base == Base::Euro { ", in euro" } else { "" };
    let claim = match (over, parts) {
        (0, [one]) => format!("{} rispetto a {whole}", lower_first(&formato::text(&one.etichetta))),
        (0, _) => format!("nessun importo oltre il suo {whole}"),
        (1, _) => format!("un importo va oltre il suo {whole}"),
        (many, _) => format!("{many} importi vanno oltre il loro {whole}"),
    };
    let percent = |(part, whole): &(Decimal, Decimal)| {
        let share = part.checked_div(*whole)?.checked_mul(Decimal::ONE_HUNDRED)?;
        share.round().to_i64()
    };
    let shares: Vec<i64> = pairs.iter().filter_map(percent).collect();
    let (least, most) = (shares.iter().min(), shares.iter().max());
    let range = least
        .zip(most)
        .map_or_else(String::new, |(least, most)| format!(", dal {least} % al {most} %"));
    Parole {
        titolo: format!("{list}{unit}: {claim}"),
        alternativa: format!("{} barre: quanta parte di «{whole}» è «{what}»{range}.", pairs.len()),
    }
}
