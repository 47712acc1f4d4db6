//! GEN-010.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{del_giorno, il_giorno};
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-010",
    name: "bilancio-dopo-il-piano",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["dm-132-2022 art. 8, c. 1"],
    summary: "Il piano si adotta dopo i documenti di programmazione finanziaria che ne sono il presupposto.",
    page: include_str!("bilancio_dopo_il_piano.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
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
