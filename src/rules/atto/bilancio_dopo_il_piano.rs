//! GEN-010.

use crate::rules::parole::{del_giorno, il_giorno};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(adozione) = &piano.piao.adozione else { return };
    let Some(data) = adozione.data else { return };
    let data_at = report.place(adozione.luogo, "data");
    // The executive plan follows the budget and may follow this plan too.
    for documento in piano.documenti_finanziari.iter().filter(|d| d.tipo != "peg") {
        let Some(approvato) = documento.data.filter(|approvato| *approvato > data) else {
            continue;
        };
        report
            .at(
                documento.luogo,
                "data",
                format!("«{}» è {}, dopo il piano", documento.titolo, del_giorno(approvato)),
            )
            .label("è il presupposto del piano: viene prima")
            .see(data_at, format!("il piano è adottato {}", il_giorno(data)));
    }
}
