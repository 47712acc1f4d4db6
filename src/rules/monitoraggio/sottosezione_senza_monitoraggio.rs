//! MON-001.

use crate::model::{MonitoraggioSottosezione, campo};
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

/// What section 4 has to watch: the decree tells the parts of section 2 apart, and treats section
/// 3 as a whole, so that one row is enough for all its sub-sections.
const PARTI: [(&str, &[&str]); 4] =
    [("2.1", &["2.1"]), ("2.2", &["2.2"]), ("2.3", &["2.3"]), ("3", &["3", "3.1", "3.2", "3.3"])];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let righe = &piano.monitoraggio_sottosezioni;
    if piano.is_omessa("4") {
        return;
    }
    let is_watched = |numeri: &[&str]| {
        let own = |riga: &MonitoraggioSottosezione| {
            riga.sottosezione.is_empty() || numeri.contains(&riga.sottosezione.as_str())
        };
        righe.iter().any(own)
    };
    // A section is left out with all its sub-sections, or by its own number.
    let is_left_out = |numero: &str, numeri: &[&str]| {
        piano.is_omessa(numero)
            || numeri
                .iter()
                .filter(|own| **own != numero || numeri.len() == 1)
                .all(|own| piano.is_omessa(own))
    };
    let forgotten: Vec<&str> = PARTI
        .into_iter()
        .filter(|(numero, numeri)| !is_left_out(numero, numeri) && !is_watched(numeri))
        .map(|(numero, _)| numero)
        .collect();
    if !forgotten.is_empty() {
        let campo =
            if righe.is_empty() { campo::MONITORAGGIO } else { campo::MONITORAGGIO_SOTTOSEZIONI };
        report
            .at(piano.luogo, campo, format!("il monitoraggio non riguarda {}", names(&forgotten)))
            .label("serve una riga per ogni sottosezione della 2, e almeno una per la sezione 3");
    }
    let watched = |numero: &str| PARTI.iter().any(|(_, numeri)| numeri.contains(&numero));
    for riga in righe.iter().filter(|riga| watched(&riga.sottosezione)) {
        let asked = [
            (riga.strumenti.is_some(), campo::STRUMENTI, "gli strumenti"),
            (riga.metodo.is_some(), campo::METODO, "le modalità"),
        ];
        let Some(missing) = report.absent(riga.luogo, asked) else { continue };
        report
            .at(
                riga.luogo,
                missing.first,
                format!(
                    "al monitoraggio della {} mancano {}",
                    riga.sottosezione,
                    elenco(&missing.names, "e")
                ),
            )
            .label("con che cosa e come si verifica?");
    }
}

/// `la sottosezione 2.1`, `le sottosezioni 2.1 e 2.2 e la sezione 3`.
fn names(parti: &[&str]) -> String {
    let (inner, whole): (Vec<&str>, Vec<&str>) = parti.iter().partition(|p| p.contains('.'));
    let inner = match inner.as_slice() {
        [] => None,
        [only] => Some(format!("la sottosezione {only}")),
        many => Some(format!("le sottosezioni {}", elenco(many, "e"))),
    };
    let whole = whole.iter().map(|numero| format!("la sezione {numero}"));
    let names: Vec<String> = inner.into_iter().chain(whole).collect();
    elenco(&names, "e")
}
