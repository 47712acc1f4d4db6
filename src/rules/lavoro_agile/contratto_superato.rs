//! LAV-012.

use jiff::civil::Date;

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{del_giorno, elenco, giorno};
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "LAV-012",
    name: "contratto-superato",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 4, c. 1, lett. b)"],
    summary: "Gli istituti del lavoro a distanza sono quelli di un contratto collettivo in vigore.",
    page: include_str!("contratto_superato.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let agile = &contesto.piano.lavoro_agile;
    let Some(istituti) = &agile.istituti else { return };
    let Some(ente) = &contesto.profilo.ente else { return };
    let in_force: Vec<Date> = contesto
        .law
        .vocabolari
        .get("contratti_collettivi")
        .into_iter()
        .flat_map(|list| &list.voci)
        .filter(|voce| voce.comparti.contains(&ente.comparto))
        .filter_map(|voce| voce.chiave.parse().ok())
        .collect();
    let text = istituti.to_lowercase();
    let names_a_year = text.split(|c: char| !c.is_ascii_digit()).any(|number| {
        number.len() == 4 && number.parse::<i16>().is_ok_and(|year| (1990..2100).contains(&year))
    });
    if in_force.is_empty() || !names_a_year || in_force.iter().any(|day| is_named(&text, *day)) {
        return;
    }
    let days: Vec<String> = in_force.into_iter().map(del_giorno).collect();
    let verb =
        if days.len() == 1 { "è in vigore il contratto" } else { "sono in vigore i contratti" };
    report
        .at(
            agile.luogo,
            "istituti",
            "gli istituti citati non sono di un contratto collettivo in vigore",
        )
        .label(format!("{verb} {}", elenco(&days, "e")));
}

/// Whether a text in lower case names a day, in words or in figures.
fn is_named(text: &str, day: Date) -> bool {
    let (d, m, y) = (day.day(), day.month(), day.year());
    text.contains(&giorno(day))
        || ["/", ".", "-"].iter().any(|mark| {
            text.contains(&format!("{d}{mark}{m}{mark}{y}"))
                || text.contains(&format!("{d:02}{mark}{m:02}{mark}{y}"))
        })
}
