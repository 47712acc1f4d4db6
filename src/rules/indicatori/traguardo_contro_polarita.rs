//! IND-008.

use rust_decimal::Decimal;

use crate::diag::Severity;
use crate::model::Misura;
use crate::model::performance::{Indicatore, Traguardo};
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "IND-008",
    name: "traguardo-contro-polarita",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["prassi"],
    summary: "Ogni indicatore dice in che verso deve andare, e i traguardi ci vanno.",
    page: include_str!("traguardo_contro_polarita.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for misurazione in contesto.piano.indicatori() {
        let indicatore = misurazione.indicatore;
        let nome = &indicatore.nome;
        match indicatore.polarita.as_deref() {
            Some("mantenimento") if indicatore.motivo_mantenimento.is_none() => {
                report
                    .at(
                        indicatore.luogo,
                        "polarita",
                        format!("l’indicatore «{nome}» mantiene un valore e non dice perché"),
                    )
                    .label("perché non migliorare? scrivilo in «motivo_mantenimento»");
            }
            Some("crescente") => check_direction(indicatore, Decimal::ONE, report),
            Some("decrescente") => check_direction(indicatore, Decimal::NEGATIVE_ONE, report),
            Some(_) => {}
            None => {
                report
                    .at(
                        indicatore.luogo,
                        "polarita",
                        format!("l’indicatore «{nome}» non dice in che verso deve andare"),
                    )
                    .label("scrivi in «polarita» crescente, decrescente o mantenimento");
            }
        }
    }
}

/// Reports the first target that goes the other way, or a last one where the indicator starts.
fn check_direction(indicatore: &Indicatore, sign: Decimal, report: &mut Report<'_>) {
    let nome = &indicatore.nome;
    let mut targets: Vec<&Traguardo> = indicatore.target.iter().collect();
    targets.sort_by_key(|traguardo| traguardo.anno);
    let start = indicatore.baseline.as_ref().and_then(|baseline| baseline.valore.as_ref());
    let polarita_at = report.place(indicatore.luogo, "polarita");
    let word = if sign > Decimal::ZERO { "crescente" } else { "decrescente" };
    let mut before = start;
    for traguardo in &targets {
        let value = traguardo.valore.as_ref();
        if let (Some(step), Some(from), Some(to)) = (step(before, value), before, value)
            && step * sign < Decimal::ZERO
        {
            report
                .at(
                    traguardo.luogo,
                    "valore",
                    format!(
                        "l’indicatore «{nome}» è {word}, ma nel {} va da {} a {}",
                        traguardo.anno, from.scritto, to.scritto
                    ),
                )
                .label("questo traguardo va nel verso opposto")
                .see(polarita_at, "il verso dichiarato");
            return;
        }
        before = value.filter(|misura| misura.numero.is_some()).or(before);
    }
    let Some(last) = targets.last() else { return };
    if step(start, last.valore.as_ref()) == Some(Decimal::ZERO) {
        report
            .at(
                last.luogo,
                "valore",
                format!("l’indicatore «{nome}» è {word}, ma finisce al valore da cui parte"),
            )
            .label("nulla è cambiato: forse la polarità è «mantenimento»")
            .see(polarita_at, "il verso dichiarato");
    }
}

/// How far a value is from the one before, when both are numbers in the same unit.
fn step(from: Option<&Misura>, to: Option<&Misura>) -> Option<Decimal> {
    let (from, to) = (from?, to?);
    let same_unit = from.unita.is_empty() || to.unita.is_empty() || from.unita == to.unita;
    same_unit.then_some(to.numero?.saturating_sub(from.numero?))
}
