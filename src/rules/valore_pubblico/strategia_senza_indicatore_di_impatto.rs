//! VP-017.

use crate::model::performance::Indicatore;
use crate::rules::parole::manca;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for (_, strategia) in contesto.piano.strategie() {
        let impatti =
            || strategia.indicatori.iter().filter(|i| i.tipo.as_deref() == Some("impatto"));
        if impatti().any(Indicatore::is_complete) {
            continue;
        }
        let titolo = &strategia.titolo;
        let Some(nearest) = impatti().min_by_key(|indicatore| indicatore.mancanze().len()) else {
            report
                .at(
                    strategia.luogo,
                    "indicatori",
                    format!("la strategia «{titolo}» non ha un indicatore di impatto"),
                )
                .label("come si saprà se il benessere è cresciuto?");
            continue;
        };
        let nearest_at = report.place(nearest.luogo, "nome");
        report
            .at(
                strategia.luogo,
                "titolo",
                format!("la strategia «{titolo}» non ha un indicatore di impatto completo"),
            )
            .label("come si saprà se il benessere è cresciuto?")
            .see(nearest_at, format!("qui {}", manca(&nearest.mancanze())));
    }
}
