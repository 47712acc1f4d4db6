//! GEN-010.

use crate::model::campo;
use crate::model::scelte::DocumentiFinanziari;
use crate::rules::parole::del_giorno;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some((luogo, data)) = piano.ultimo_atto() else { return };
    let data_at = report.place(luogo, campo::DATA);
    // The executive plan follows the budget and may follow this plan too.
    for documento in
        piano.documenti_finanziari.iter().filter(|d| d.tipo != Some(DocumentiFinanziari::Peg))
    {
        let Some(approvato) = documento.data.filter(|approvato| *approvato > data) else {
            continue;
        };
        report
            .at(
                documento.luogo,
                campo::DATA,
                format!("«{}» è {}, dopo il piano", documento.titolo, del_giorno(approvato)),
            )
            .label("è il presupposto del piano: viene prima")
            .see(data_at, format!("l’atto è {}", del_giorno(data)));
    }
}
