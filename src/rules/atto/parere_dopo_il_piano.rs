//! GEN-018.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{del_giorno, il_giorno};
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-018",
    name: "parere-dopo-il-piano",
    severity: Severity::Avviso,
    fiducia: Fiducia::Alta,
    per: &["regione_o_ente_locale"],
    dal: None,
    al: None,
    norma: &["l-448-2001 art. 19, c. 8"],
    summary: "Il parere dei revisori sul piano dei fabbisogni viene prima dell’adozione.",
    page: include_str!("parere_dopo_il_piano.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(adozione) = &piano.piao.adozione else { return };
    let Some(adottato) = adozione.data else { return };
    let data_at = report.place(adozione.luogo, "data");
    for parere in piano.pareri.iter().filter(|parere| parere.tipo == "revisori") {
        let Some(data) = parere.data.filter(|data| *data > adottato) else { continue };
        report
            .at(
                parere.luogo,
                "data",
                format!("il parere dei revisori è {}, dopo il piano", del_giorno(data)),
            )
            .label("i revisori si esprimono sui fabbisogni prima che il piano sia adottato")
            .see(data_at, format!("il piano è adottato {}", il_giorno(adottato)));
    }
}
