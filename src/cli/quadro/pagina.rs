//! The table as people and spreadsheets read it.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment};
use sha2::{Digest, Sha256};

use super::conti::{Gruppo, Quadro};
use crate::cifre;
use crate::cli::lotto::resoconto::Gravita;
use crate::nomi::{Nome, campo};

/// The page; every number and word of it is in the table.
const HTML: &str = include_str!("quadro.html");
/// How many rules are told at a terminal.
const TOLD: usize = 15;

/// The page, accessible and alone.
pub(super) fn html(quadro: &Quadro) -> anyhow::Result<String> {
    let mut env = Environment::new();
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.add_filter("giorno", |day: String| {
        day.parse().map_or(day, |day| cifre::giorno(day, '\u{a0}'))
    });
    // The page runs nothing and loads nothing but the style that it has inside.
    let style = HTML.split(['<', '>']).skip_while(|piece| *piece != "style").nth(1);
    env.add_global("stile", BASE64_STANDARD.encode(Sha256::digest(style.unwrap_or_default())));
    env.add_template("quadro.html", HTML)?;
    let page = env.get_template("quadro.html")?.render(Value::from(Serde(quadro)))?;
    Ok(page + "\n")
}

/// The findings by rule, kind and region, as a spreadsheet reads them.
pub(super) fn regole(quadro: &Quadro) -> anyhow::Result<String> {
    let head = ["codice", "gravita", "tipologia", campo::REGIONE.nome(), "piani", "rilievi"];
    let rows = quadro.righe.iter().map(|row| {
        let rule = &row.regola;
        let (piani, rilievi) = (rule.piani.to_string(), rule.rilievi.to_string());
        let gravita = gravita(rule.gravita).to_owned();
        let (tipologia, regione) = (row.tipologia.clone(), row.regione.clone());
        [rule.codice.clone(), gravita, tipologia, regione, piani, rilievi]
    });
    table(head, rows)
}

/// Every plan, as a spreadsheet reads it.
pub(super) fn piani(quadro: &Quadro) -> anyhow::Result<String> {
    let head = [
        "piano",
        "denominazione",
        "codice_ipa",
        "tipologia",
        campo::REGIONE.nome(),
        "anno",
        "stato",
        "adozione",
        "termine",
        "esito",
        "errori",
        "avvisi",
        "consigli",
    ];
    let rows = quadro.elenco.iter().map(|row| {
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        let carta = &row.carta;
        [
            row.piano.clone(),
            said(&carta.denominazione),
            said(&carta.codice_ipa),
            said(&carta.tipologia),
            said(&carta.regione),
            carta.anno.map(|anno| anno.to_string()).unwrap_or_default(),
            said(&carta.stato),
            said(&carta.adozione),
            said(&carta.termine),
            row.esito.to_string(),
            row.errori.to_string(),
            row.avvisi.to_string(),
            row.consigli.to_string(),
        ]
    });
    table(head, rows)
}

fn table<const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> anyhow::Result<String> {
    let mut table = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    table.write_record(head)?;
    for row in rows {
        table.write_record(row.map(inert))?;
    }
    Ok(String::from_utf8(table.into_inner()?)?)
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

/// The table as a terminal shows it.
pub(super) fn lines(quadro: &Quadro) -> Vec<String> {
    let mut lines = vec![format!(
        "{} piani: {} senza errori, {} sbagliati, {} in ritardo, {} assenti",
        quadro.piani,
        quadro.senza_errori,
        quadro.sbagliati.len(),
        quadro.in_ritardo.len(),
        quadro.assenti.len(),
    )];
    let mut section = |title: &str, head: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.extend([String::new(), format!("{title:<34}{head}")]);
            lines.extend(rows.into_iter().map(|row| row.trim_end().to_owned()));
        }
    };
    let group = |g: &Gruppo| {
        let name: String = g.nome.chars().take(33).collect();
        format!(
            "{name:<34}{:>7}{:>11}{:>12}{:>8}{:>8}",
            g.piani, g.sbagliati, g.in_ritardo, g.errori, g.avvisi
        )
    };
    let head = "  piani  sbagliati  in ritardo  errori  avvisi";
    section("Tipologia", head, quadro.tipologie.iter().map(group).collect());
    section("Regione", head, quadro.regioni.iter().map(group).collect());
    let rules = quadro.regole.iter().take(TOLD).map(|rule| {
        let name = format!("{} ({})", rule.codice, gravita(rule.gravita));
        format!("{name:<34}{:>7}{:>9}", rule.piani, rule.rilievi)
    });
    section("Regola", "  piani  rilievi", rules.collect());
    lines
}

fn gravita(gravita: Gravita) -> &'static str {
    match gravita {
        Gravita::Errore => "errore",
        Gravita::Avviso => "avviso",
        Gravita::Consiglio => "consiglio",
        Gravita::Deroga => "deroga",
    }
}
