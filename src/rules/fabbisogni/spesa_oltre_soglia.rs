//! FAB-009.

use rust_decimal::Decimal;

use crate::model::Luogo;
use crate::model::capacita::Capacita;
use crate::norma::Fiducia;
use crate::rules::parole::{del_percento, elenco, euro};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let fabbisogni = &contesto.piano.fabbisogni;
    let Some(capacita) = &fabbisogni.capacita else { return };
    check_years(contesto, capacita, report);
    let popolazione = contesto.piano.anagrafica.popolazione.as_ref().filter(|p| p.numero != 0);
    let (Some(tabella), Some(popolazione)) =
        (contesto.law.soglie_di(contesto.profilo).map(|soglie| &soglie.soglia), popolazione)
    else {
        return;
    };
    let Some(soglia) = tabella.valore(popolazione.numero) else { return };
    let (Some(most), Some(spent)) = (capacita.spesa_possibile(soglia), capacita.spesa_personale)
    else {
        return;
    };
    // Above the threshold expenditure does not have to fall at once, but it may not grow.
    // The texts that we read say less about it: no more than a warning.
    let (limit, reason, fiducia) = if spent > most {
        let reason = "la spesa supera già la soglia: non può crescere".to_owned();
        (spent, reason, tabella.fiducia.min(Fiducia::DaRileggere))
    } else {
        (most, format!("lo fissa la soglia {}", del_percento(soglia)), tabella.fiducia)
    };
    let mut over: Vec<(Luogo, &str, String)> = Vec::new();
    for prevista in &capacita.prevista {
        let Some(amount) = prevista.importo.filter(|amount| *amount > limit) else { continue };
        let message = exceeds(prevista.anno, amount, limit);
        over.push((prevista.luogo, "importo", message));
    }
    let limits = fabbisogni.limiti.iter().filter(|l| l.tipo.as_deref() == Some("valore_soglia"));
    for limite in limits {
        for (campo, year, amount) in limite.previsti().filter(|(.., amount)| *amount > limit) {
            let anno = contesto.piano.piao.triennio.inizio.saturating_add(year);
            over.push((limite.luogo, campo, exceeds(anno, amount, limit)));
        }
    }
    let entrate_at = report.place(capacita.luogo, "entrate");
    let sources = tabella.norma.iter().map(String::as_str);
    let norma = contesto.law.cite_all(sources, contesto.profilo);
    for (luogo, campo, message) in over {
        let mut finding = report.at(luogo, campo, message);
        finding.label(reason.clone()).see(entrate_at, "le entrate su cui si calcola").cap(fiducia);
        finding.cites_also(norma.iter().cloned());
    }
    if let Some(declared) = capacita.spesa_massima
        && declared.saturating_sub(most).abs() > Decimal::ONE
    {
        let message = format!("la spesa massima è di {}, non di {}", euro(most), euro(declared));
        let mut finding = report.at(capacita.luogo, "spesa_massima", message);
        finding.label(format!(
            "la soglia è {} delle entrate medie, meno il fondo",
            del_percento(soglia)
        ));
        finding.see(entrate_at, "le entrate su cui si calcola").cap(tabella.fiducia);
        finding.cites_also(norma);
    }
}

/// Whether every year of the plan says what staff will cost, in one place or in the other.
fn check_years(contesto: &Contesto<'_>, capacita: &Capacita, report: &mut Report<'_>) {
    let Some(anni) = contesto.piano.anni().filter(|_| contesto.profilo.has("ordinario")) else {
        return;
    };
    let limiti = &contesto.piano.fabbisogni.limiti;
    let in_limit = |index: i16| {
        let mut own = limiti.iter().filter(|l| l.tipo.as_deref() == Some("valore_soglia"));
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
            .at(capacita.luogo, "prevista", message)
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
