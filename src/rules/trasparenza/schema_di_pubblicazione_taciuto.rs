//! TRA-005.

use crate::model::campo;
use crate::rules::prosa::{piana, places};
use crate::rules::{Contesto, Report};

/// The articles of D.Lgs. 33/2013 that have a binding scheme.
const WITH_SCHEME: &[&str] = &["4-bis", "13", "31"];
/// How a row says that it follows a scheme.
const SCHEMES: &[&str] = &["schem", "495/2024", "481/2025"];

/// How D.Lgs. 33/2013 is named.
const ACT: &[&str] = &["33/2013", "14 marzo 2013, n. 33", "14 marzo 2013 n. 33"];
/// What begins the citation of another act.
const OTHERS: &[&str] = &[";", "d.lgs", "d.p.r", "legge", "delibera"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let applicable =
        contesto.piano.obblighi_pubblicazione.iter().filter(|o| o.non_applicabile.is_none());
    for obbligo in applicable {
        let Some(norma) = &obbligo.norma else { continue };
        let Some(article) = article(norma) else { continue };
        let told = format!("{norma} {}", obbligo.monitoraggio.as_deref().unwrap_or_default());
        if SCHEMES.iter().any(|scheme| told.to_lowercase().contains(scheme)) {
            continue;
        }
        report
            .at(
                obbligo.luogo,
                campo::NORMA,
                format!(
                    "dei dati «{}», art. {article}, non è detto lo schema di pubblicazione",
                    obbligo.contenuto
                ),
            )
            .label("per questi dati l’ANAC ha reso obbligatorio uno schema")
            .help("scrivi in «norma» anche la delibera, per esempio «delibere ANAC 495/2024 e 481/2025»");
    }
}

/// The first article with a scheme that a citation of D.Lgs. 33/2013 names.
fn article(norma: &str) -> Option<&'static str> {
    let text = piana(norma);
    let (at, act) = ACT.iter().find_map(|act| Some((places(&text, act).next()?, act)))?;
    let (before, after) = (&text[..at], &text[at + act.len()..]);
    let next = OTHERS.iter().filter_map(|other| after.find(other)).min();
    let after = &after[..next.unwrap_or(after.len())];
    // Past the number of the act before, `165/2001`, or the mark that separates the two.
    let before = before.rsplit(['/', ';']).next().unwrap_or_default();
    with_scheme(before).or_else(|| with_scheme(after))
}

/// The first article with a scheme that a text names.
fn with_scheme(text: &str) -> Option<&'static str> {
    let mut among_articles = false;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '-') {
        match word {
            "art" | "artt" | "articolo" | "articoli" => among_articles = true,
            "c" | "comma" | "commi" | "lett" | "lettera" | "lettere" => among_articles = false,
            _ if among_articles => {
                if let Some(found) = WITH_SCHEME.iter().find(|article| **article == word) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    None
}
