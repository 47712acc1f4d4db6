//! FAB-009.

use rust_decimal::Decimal;

use crate::law::proprieta;
use crate::model::scelte::TipiLimite;
use crate::model::{Capacita, Chiave, Luogo, campo};
use crate::rules::parole::{del_percento, elenco, euro};
use crate::rules::soglie::{Collocazione, colloca};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    check_years(contesto, capacita, report);
    let (limit, reason, tabella) = match colloca(contesto, capacita) {
        Some(Collocazione::Entro { tabella, soglia, massimo }) => {
            check_declared(contesto, capacita, (soglia, massimo), report);
            (massimo, format!("lo fissa la soglia {}", del_percento(soglia)), tabella)
        }
        Some(Collocazione::Fra { rientro, speso }) => {
            let reason = "la spesa sta fra le due soglie: il rapporto non può crescere";
            (speso, reason.to_owned(), rientro)
        }
        // Who has to come back is held to the turnover, by another rule.
        Some(Collocazione::Oltre { .. }) | None => return,
    };
    let entrate_at = report.place(capacita.luogo, campo::ENTRATE);
    let sources = tabella.norma.iter().map(String::as_str);
    let norma = contesto.law.cite_all(sources, contesto.profilo);
    for (luogo, campo, message) in over(contesto, capacita, limit) {
        let mut finding = report.at(luogo, campo, message);
        finding.label(reason.clone()).see(entrate_at, "le entrate su cui si calcola");
        finding.cap(tabella.fiducia).cites_also(norma.iter().cloned());
    }
}

/// The years planned over a limit: where, and what is wrong.
fn over(
    contesto: &Contesto<'_>,
    capacita: &Capacita,
    limit: Decimal,
) -> Vec<(Luogo, Chiave, String)> {
    let mut over = Vec::new();
    for prevista in &capacita.prevista {
        let Some(amount) = prevista.importo.filter(|amount| *amount > limit) else { continue };
        let message = exceeds(prevista.anno, amount, limit);
        over.push((prevista.luogo, campo::IMPORTO, message));
    }
    let limiti = &contesto.piano.fabbisogni.limiti;
    for limite in limiti.iter().filter(|l| l.tipo == Some(TipiLimite::ValoreSoglia)) {
        for (campo, year, amount) in limite.previsti().filter(|(.., amount)| *amount > limit) {
            let anno = contesto.piano.piao.triennio.inizio.saturating_add(year);
            over.push((limite.luogo, campo, exceeds(anno, amount, limit)));
        }
    }
    over
}

fn check_declared(
    contesto: &Contesto<'_>,
    capacita: &Capacita,
    (soglia, most): (Decimal, Decimal),
    report: &mut Report<'_>,
) {
    let far = |own: &Decimal| own.saturating_sub(most).abs() > Decimal::ONE;
    let Some(declared) = capacita.spesa_massima.filter(far) else { return };
    let Some(tabella) = contesto.law.soglie_di(contesto.profilo).map(|own| &own.soglia) else {
        return;
    };
    let entrate_at = report.place(capacita.luogo, campo::ENTRATE);
    let message = format!("la spesa massima è di {}, non di {}", euro(most), euro(declared));
    let mut finding = report.at(capacita.luogo, campo::SPESA_MASSIMA, message);
    finding
        .label(format!("la soglia è {} delle entrate medie, meno il fondo", del_percento(soglia)));
    finding.see(entrate_at, "le entrate su cui si calcola").cap(tabella.fiducia);
    let sources = tabella.norma.iter().map(String::as_str);
    finding.cites_also(contesto.law.cite_all(sources, contesto.profilo));
}

/// Whether every year of the plan says what staff will cost, in one place or in the other.
fn check_years(contesto: &Contesto<'_>, capacita: &Capacita, report: &mut Report<'_>) {
    let Some(anni) = contesto.piano.anni().filter(|_| contesto.profilo.has(proprieta::ORDINARIO))
    else {
        return;
    };
    let limiti = &contesto.piano.fabbisogni.limiti;
    let in_limit = |index: i16| {
        let mut own = limiti.iter().filter(|l| l.tipo == Some(TipiLimite::ValoreSoglia));
        own.any(|limite| limite.previsti().any(|(_, year, _)| year == index))
    };
    let is_said = |(index, anno): &(i16, i16)| {
        capacita.prevista.iter().any(|p| p.anno == *anno) || in_limit(*index)
    };
    let missing: Vec<String> = (0..)
        .zip(anni)
        .filter(|year| !is_said(year))
        .map(|(_, anno)| format!("per il {anno}"))
        .collect();
    if !missing.is_empty() && capacita.prevista.iter().all(|p| p.anno != 0) {
        let message = format!("manca la spesa di personale prevista {}", elenco(&missing, "e"));
        report
            .at(capacita.luogo, campo::PREVISTA, message)
            .label("ogni anno si confronta con la spesa che la soglia consente");
    }
}

fn exceeds(anno: i16, amount: Decimal, limit: Decimal) -> String {
    format!(
        "nel {anno} la spesa di personale è di {}, il massimo è di {}",
        euro(amount),
        euro(limit)
    )
}
