//! GEN-002.

use std::collections::BTreeSet;

use crate::diag::Severity;
use crate::law::proprieta;
use crate::model::{Variazione, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    if contesto.profilo.has(proprieta::ORDINARIO) {
        check_omissioni(contesto, report, |_| None);
    }
    check_ordine(contesto, report);
}

/// Parts that are due and left out without a norm that allows it; `fonte` says which one of the
/// rule's citations asks for a part, where it is one alone.
pub(in crate::rules) fn check_omissioni(
    contesto: &Contesto<'_>,
    report: &mut Report<'_>,
    fonte: fn(&str) -> Option<&'static str>,
) {
    for riga in &contesto.piano.sottosezioni {
        let Some(omessa) = riga.omessa.as_ref().filter(|omessa| omessa.norma.is_none()) else {
            continue;
        };
        let mut due = contesto.law.sottosezioni.iter().filter(|s| {
            let named = s.numero == riga.chiave || s.sezione.to_string() == riga.chiave;
            !s.numero.is_empty() && named && s.binds(contesto.profilo)
        });
        if let Some(first) = due.next() {
            let is_light = first.omissibile && first.numero == riga.chiave;
            let part = if riga.chiave.contains('.') { "sottosezione" } else { "sezione" };
            let message =
                format!("la {part} {} è omessa senza dire quale norma lo consente", riga.chiave);
            let mut finding = report.on(omessa.luogo, message);
            finding.help("aggiungi «norma» accanto al motivo, oppure scrivi la parte che manca");
            if let Some(fonte) = fonte(&riga.chiave) {
                let fonti = contesto.law.cite_all([fonte].into_iter(), contesto.profilo);
                finding.cites_instead(fonti);
            }
            if is_light {
                finding.at_most(Severity::Avviso);
            }
        }
    }
}

/// Numbers changed by the plan that break the order of the scheme.
fn check_ordine(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let sezioni = contesto.law.sezioni.iter().map(|s| s.numero.to_string());
    let parti = contesto.law.sottosezioni.iter().map(|s| s.numero.clone());
    let schema: BTreeSet<(Vec<u16>, String)> =
        sezioni.chain(parti).filter_map(|key| Some((parse(&key)?, key))).collect();
    let mut before: Option<(Vec<u16>, &str, Option<&Variazione>)> = None;
    for (standard, key) in &schema {
        let changed = |riga: &&Variazione| riga.chiave == *key && riga.numero.is_some();
        let riga = contesto.piano.sottosezioni.iter().find(changed);
        let written = riga.and_then(|riga| riga.numero.as_deref());
        let number = written.map_or_else(|| Some(standard.clone()), parse);
        let Some(number) = number else { continue };
        if let Some((last, previous, own)) = &before
            && number <= *last
        {
            let raised = own.map(|riga| (riga, *previous, "prima di un numero uguale o più basso"));
            let lowered = riga.map(|riga| (riga, key.as_str(), "dopo un numero uguale o più alto"));
            let Some((riga, key, place)) = lowered.or(raised) else { continue };
            let numero = riga.numero.as_deref().unwrap_or_default();
            report
                .at(
                    riga.luogo,
                    campo::NUMERO,
                    format!("la parte {key} dello schema ha il numero «{numero}», fuori ordine"),
                )
                .label(format!("nello schema viene {place}"));
        }
        before = Some((number, key, riga));
    }
}

/// `2.1` as numbers; nothing when it is something else.
fn parse(numero: &str) -> Option<Vec<u16>> {
    numero.trim_end_matches('.').split('.').map(|piece| piece.trim().parse().ok()).collect()
}
