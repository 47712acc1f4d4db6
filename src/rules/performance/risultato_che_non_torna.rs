//! PER-041.

use rust_decimal::Decimal;

use crate::model::campo;
use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

/// Points that roundings may cost.
const SCARTO: Decimal = Decimal::ONE;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for obiettivo in &contesto.piano.obiettivi_performance {
        let (Some(said), Some(due)) = (obiettivo.raggiungimento, obiettivo.raggiungimento_pesato())
        else {
            continue;
        };
        if (said - due).abs() > SCARTO {
            let fasi_at = report.place(obiettivo.luogo, campo::FASI);
            report
                .at(
                    obiettivo.luogo,
                    campo::RAGGIUNGIMENTO,
                    format!(
                        "«{}» è detto raggiunto al {} %, dalle fasi risulta il {} %",
                        obiettivo.titolo,
                        numero(said),
                        numero(due.round_dp(1))
                    ),
                )
                .label("è la media di quanto è raggiunta ogni fase, secondo i pesi")
                .see(fasi_at, "le fasi");
        }
    }
}
