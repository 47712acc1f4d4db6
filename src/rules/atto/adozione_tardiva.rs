//! GEN-008.

use jiff::civil::Date;

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::{conta, del_giorno, il_giorno};
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
        second_reading(contesto, data, report);
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

/// Where the term is deferred, some count the thirty days from the day on which the administration
/// approved its own budget: practice, no text that we have read, so the finding says so.
fn second_reading(contesto: &Contesto<'_>, data: Date, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(adozione) = &piano.piao.adozione else { return };
    let bilanci = piano.documenti_finanziari.iter().filter(|d| d.tipo == "bilancio");
    let Some(approval) = bilanci.filter_map(|bilancio| bilancio.data).max() else { return };
    if adozione.differimento.is_none() {
        return;
    }
    let inizio = piano.piao.triennio.inizio;
    let calendario = &contesto.law.calendario;
    let general = calendario.termine(inizio, None, contesto.profilo);
    let own = calendario.termine(inizio, Some(approval), contesto.profilo).max(general);
    if data > own {
        let finding = report.at(
            adozione.luogo,
            "data",
            format!("contando dall’approvazione del bilancio, il termine era {}", il_giorno(own)),
        );
        finding.label("una seconda lettura, di prassi, dei trenta giorni").unsure = true;
    }
}
