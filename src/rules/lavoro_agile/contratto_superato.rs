//! LAV-012.

use jiff::civil::Date;

use crate::law::elenchi;
use crate::model::campo;
use crate::rules::parole::{del_giorno, elenco, giorno};
use crate::rules::prosa::piana;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let agile = &contesto.piano.lavoro_agile;
    let Some(istituti) = &agile.istituti else { return };
    // A contract that the plan names is kept as it is written.
    if agile.contratto.is_some() {
        return;
    }
    let Some(ente) = &contesto.profilo.ente else { return };
    let in_force: Vec<(Date, &str)> = contesto
        .law
        .vocabolari
        .get(elenchi::CONTRATTI_COLLETTIVI)
        .into_iter()
        .flat_map(|list| &list.voci)
        .filter(|voce| voce.comparti.contains(&ente.comparto))
        .filter_map(|voce| Some((voce.chiave.parse().ok()?, voce.etichetta.as_str())))
        .collect();
    let text = piana(istituti).replace(" - ", "-").replace(['–'], "-").replace(" - ", "-");
    let is_named = |(day, name): &(Date, &str)| names(&text, *day) || names_years(&text, name);
    if in_force.is_empty() || !names_a_year(&text) || in_force.iter().any(is_named) {
        return;
    }
    let days: Vec<String> = in_force.into_iter().map(|(day, _)| del_giorno(day)).collect();
    let verb =
        if days.len() == 1 { "è in vigore il contratto" } else { "sono in vigore i contratti" };
    report
        .at(
            agile.luogo,
            campo::ISTITUTI,
            "gli istituti citati non sono di un contratto in vigore fra quelli che conosciamo",
        )
        .label(format!("{verb} {}", elenco(&days, "e")));
}

/// Whether a text names a year that is not the year of a law, `81/2017`.
fn names_a_year(text: &str) -> bool {
    let is_year = |text: &&str| matches!(text.as_bytes(), [b'1', b'9', _, _] | [b'2', b'0', _, _]);
    text.split(|c: char| !c.is_ascii_digit() && c != '/').any(|figures| {
        let parts: Vec<&str> = figures.split('/').collect();
        let is_law = matches!(parts.as_slice(), [number, _] if !is_year(number));
        !is_law && parts.iter().any(is_year)
    })
}

/// Whether a text names a day, in words or in figures.
fn names(text: &str, day: Date) -> bool {
    let (d, m, y) = (day.day(), day.month(), day.year());
    text.contains(&giorno(day))
        || text.contains(&day.to_string())
        || ["/", ".", "-"].iter().any(|mark| {
            text.contains(&format!("{d}{mark}{m}{mark}{y}"))
                || text.contains(&format!("{d:02}{mark}{m:02}{mark}{y}"))
        })
}

/// Whether a text names the years at the end of a contract's name, `CCNL Funzioni locali 2022-2024`.
fn names_years(text: &str, name: &str) -> bool {
    let years = name.rsplit(' ').next().unwrap_or_default();
    text.contains(years) || text.contains(&years.replace('-', "/"))
}
