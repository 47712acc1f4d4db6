//! GEN-008.

use jiff::civil::Date;

use crate::model::Luogo;
use crate::rules::parole::{conta, del_giorno, il_giorno};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    if piao.triennio.inizio <= 0 {
        return;
    }
    if contesto.piano.is_conferma() {
        check_conferma(contesto, report);
        return;
    }
    let Some(adozione) = &piao.adozione else { return };
    let Some(data) = adozione.data else { return };
    if !is_late(contesto, report, (adozione.luogo, data), piao.triennio.inizio) {
        second_reading(contesto, data, report);
    }
}

/// The act that confirms a plan has the term of its own year, the second or the third; in
/// December it looks at the year that comes.
fn check_conferma(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let conferma = piao.conferma.as_ref().and_then(|c| Some((c.luogo, c.data?)));
    let adozione = piao.adozione.as_ref().and_then(|a| Some((a.luogo, a.data?)));
    let Some((luogo, data)) = conferma.or(adozione) else { return };
    let anno = data.year().saturating_add(i16::from(data.month() == 12));
    is_late(contesto, report, (luogo, data), anno.max(piao.triennio.inizio.saturating_add(1)));
}

/// Whether an act comes after the term of a year; if so, it is reported.
fn is_late(
    contesto: &Contesto<'_>,
    report: &mut Report<'_>,
    (luogo, data): (Luogo, Date),
    anno: i16,
) -> bool {
    let (piano, profilo) = (contesto.piano, contesto.profilo);
    let differimento = piano.piao.adozione.as_ref().and_then(|a| a.differimento.as_ref());
    let bilancio = differimento.and_then(|d| d.termine_bilancio);
    // A confirmed plan may have been deferred in its own year.
    let bilancio = bilancio.filter(|term| !piano.is_conferma() || term.year() == anno);
    let termine = contesto.law.calendario.termine(anno, bilancio, profilo);
    if data <= termine {
        return false;
    }
    let days = conta((data - termine).get_days().into(), "giorno", "giorni");
    let act = if piano.is_conferma() { "confermato" } else { "adottato" };
    let message = format!("il piano è {act} {days} dopo il termine {}", del_giorno(termine));
    let mut finding = report.at(luogo, "data", message);
    finding.label(
        "il ritardo può fermare assunzioni, incarichi e retribuzione di risultato \
         (D.Lgs. 150/2009, art. 10, c. 5)",
    );
    if profilo.segue_bilancio() && bilancio.is_none() {
        finding.help(
            "se il termine del bilancio è stato differito, scrivi atto e nuovo termine in \
             [piao.adozione.differimento]",
        );
    }
    true
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
        let mut finding = report.at(
            adozione.luogo,
            "data",
            format!("contando dall’approvazione del bilancio, il termine era {}", il_giorno(own)),
        );
        finding.label("una seconda lettura, di prassi, dei trenta giorni").unsure();
    }
}
