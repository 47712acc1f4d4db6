//! GEN-008.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{conta, del_giorno};
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-008",
    name: "adozione-tardiva",
    severity: Severity::Avviso,
    fiducia: Fiducia::Vista,
    per: &[],
    dal: None,
    al: None,
    norma: &["dl-80-2021 art. 6, c. 1", "dm-132-2022 art. 7, c. 1", "dm-132-2022 art. 8, c. 2"],
    summary: "Il piano è adottato entro il termine.",
    page: include_str!("adozione_tardiva.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let Some(adozione) = &piao.adozione else { return };
    let (Some(data), 1..) = (adozione.data, piao.triennio.inizio) else { return };
    let differimento = adozione.differimento.as_ref().and_then(|d| d.termine_bilancio);
    let profilo = contesto.profilo;
    let termine = contesto.law.calendario.termine(piao.triennio.inizio, differimento, profilo);
    if data <= termine {
        return;
    }
    let days = conta((data - termine).get_days().into(), "giorno", "giorni");
    let finding = report.at(
        adozione.luogo,
        "data",
        format!("il piano è adottato {days} dopo il termine {}", del_giorno(termine)),
    );
    finding.label(
        "il ritardo può fermare assunzioni, incarichi e retribuzione di risultato \
         (D.Lgs. 150/2009, art. 10, c. 5)",
    );
    if profilo.segue_bilancio() && differimento.is_none() {
        finding.help(
            "se il termine del bilancio è stato differito, scrivi atto e nuovo termine in \
             [piao.adozione.differimento]",
        );
    }
}
