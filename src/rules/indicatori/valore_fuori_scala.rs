//! IND-009.

use rust_decimal::Decimal;

use crate::model::Misura;
use crate::model::performance::Indicatore;
use crate::rules::{Contesto, Report};

/// Units of measure that mean a part of a hundred, and those that mean a count.
const PERCENTUALI: &[&str] = &["%", "percento", "per cento", "percentuale"];
const CONTEGGI: &[&str] = &["numero", "n.", "n", "n°", "nr", "nr.", "num."];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for indicatore in contesto.piano.gruppi_di_indicatori().flat_map(|(_, group)| group) {
        if indicatore.motivo_fuori_scala.is_some() {
            continue;
        }
        let baseline = indicatore.baseline.as_ref().map(|b| (b.luogo, b.valore.as_ref()));
        let targets = indicatore.target.iter().map(|t| (t.luogo, t.valore.as_ref()));
        let wrong = baseline
            .into_iter()
            .chain(targets)
            .find_map(|(luogo, misura)| Some((luogo, misura?, off_scale(indicatore, misura?)?)));
        let Some((luogo, misura, scale)) = wrong else { continue };
        report
            .at(
                luogo,
                "valore",
                format!("l’indicatore «{}» vale {}, ma {scale}", indicatore.nome, misura.scritto),
            )
            .label("fuori dalla scala della sua unità di misura")
            .help(
                "correggi il valore o l’unità di misura, oppure spiega in «motivo_fuori_scala» \
                 perché il valore è possibile",
            );
    }
}

/// What a value should be and is not.
fn off_scale(indicatore: &Indicatore, misura: &Misura) -> Option<&'static str> {
    let numero = misura.numero?;
    let own = Some(misura.unita.as_str()).filter(|unita| !unita.is_empty());
    let unita = own.or(indicatore.unita_misura.as_deref())?.trim().to_lowercase();
    if PERCENTUALI.contains(&unita.as_str()) {
        let fits = numero >= Decimal::ZERO && numero <= Decimal::ONE_HUNDRED;
        return (!fits).then_some("una percentuale sta fra 0 e 100");
    }
    let fits = numero.is_integer() && numero >= Decimal::ZERO;
    (CONTEGGI.contains(&unita.as_str()) && !fits)
        .then_some("un conteggio è un numero intero, da zero in su")
}
