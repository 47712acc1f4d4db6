//! LAV-011.

use rust_decimal::Decimal;

use crate::model::lavoro_agile::StatoAgile;
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

/// Working days that a period can have, Sundays apart.
const MOST_DAYS: &[(&str, i64)] =
    &[("settimana", 6), ("mese", 27), ("trimestre", 79), ("semestre", 158), ("anno", 314)];
/// The same, for a year.
const DAYS_OF_A_YEAR: i64 = 314;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for stato in piano.stato_agile.iter().filter(|stato| stato.anno.is_positive()) {
        let staff = piano.anagrafica.dipendenti.as_ref().filter(|dipendenti| {
            dipendenti.numero > 0 && dipendenti.data.is_some_and(|data| data.year() == stato.anno)
        });
        let staff = staff.map(|dipendenti| dipendenti.numero);
        for (campo, message) in defects(stato, staff) {
            report
                .at(stato.luogo, campo, format!("nel {} {message}", stato.anno))
                .label("uno di questi numeri è sbagliato");
        }
    }
    let Some(prevalenza) = &piano.lavoro_agile.prevalenza else { return };
    let (Some(days), Some(periodo)) = (prevalenza.giorni_lavorativi, &prevalenza.periodo) else {
        return;
    };
    let most = MOST_DAYS.iter().find(|(name, _)| name == periodo).map(|(_, most)| *most);
    if let Some(most) = most.filter(|most| days > Decimal::from(*most)) {
        report
            .at(
                prevalenza.luogo,
                "giorni_lavorativi",
                format!(
                    "nel periodo «{periodo}» i giorni lavorativi non possono essere {}",
                    numero(days)
                ),
            )
            .label(format!("sono al massimo {}", numero(most)));
    }
}

/// The figures of a year that cannot be true together: the field, and what is said of it.
fn defects(stato: &StatoAgile, staff: Option<i64>) -> Vec<(&'static str, String)> {
    let mut defects = Vec::new();
    let mut more = |campo, who: &str, count: Option<i64>, whole: &str, limit: Option<i64>| {
        if let (Some(count), Some(limit)) = (count, limit)
            && count > limit
        {
            let (count, limit) = (numero(count), numero(limit));
            defects.push((campo, format!("{who} ({count}) sono più {whole} ({limit})")));
        }
    };
    more("lavoratori", "i lavoratori agili", stato.lavoratori, "dei dipendenti", staff);
    more("potenziale", "i potenziali lavoratori agili", stato.potenziale, "dei dipendenti", staff);
    more("lavoratori", "i lavoratori agili", stato.lavoratori, "dei potenziali", stato.potenziale);
    match (stato.donne, stato.uomini) {
        (donne, None) => {
            more("donne", "le donne", donne, "dei lavoratori agili", stato.lavoratori);
        }
        (None, uomini) => {
            more("uomini", "gli uomini", uomini, "dei lavoratori agili", stato.lavoratori);
        }
        (Some(_), Some(_)) => {}
    }
    if let (Some(donne), Some(uomini), Some(all)) = (stato.donne, stato.uomini, stato.lavoratori)
        && donne.saturating_add(uomini) != all
    {
        let sum = numero(donne.saturating_add(uomini));
        defects.push((
            "donne",
            format!("donne e uomini sommano a {sum}, i lavoratori agili a {}", numero(all)),
        ));
    }
    if let (Some(giornate), Some(all)) = (stato.giornate, stato.lavoratori)
        && giornate > all.saturating_mul(DAYS_OF_A_YEAR)
    {
        let (days, people) = (numero(giornate), conta(all, "lavoratore", "lavoratori"));
        defects.push(("giornate", format!("le giornate sono {days}, troppe per {people}")));
    }
    defects
}
