//! GEN-008.

use jiff::civil::Date;

use crate::diag::Severity;
use crate::model::scelte::{DocumentiFinanziari, Nature};
use crate::model::{Luogo, campo};
use crate::rules::parole::{conta, del_giorno, il_giorno};
use crate::rules::{Contesto, Report};

/// An act with a term.
struct Atto {
    luogo: Luogo,
    data: Date,
    /// The year of which the term is.
    anno: i16,
    /// What the act does with the plan.
    verbo: &'static str,
}

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let inizio = piano.piao.triennio.inizio;
    if inizio <= 0 {
        return;
    }
    if let Some((adozione, data)) = piano.prima_adozione() {
        let atto = Atto { luogo: adozione.luogo, data, anno: inizio, verbo: "adottato" };
        if !is_late(contesto, report, &atto) {
            second_reading(contesto, &atto, report);
        }
        return;
    }
    // The years that follow have their term too; an update during the year has none.
    if let Some((luogo, data)) = piano.atto_di_conferma() {
        let anno = piano.anno_di(data);
        is_late(contesto, report, &Atto { luogo, data, anno, verbo: "confermato" });
    } else if piano.piao.natura == Some(Nature::AggiornamentoAnnuale)
        && let Some(adozione) = &piano.piao.adozione
        && let Some(data) = adozione.data
    {
        let (luogo, anno) = (adozione.luogo, piano.anno_di(data));
        is_late(contesto, report, &Atto { luogo, data, anno, verbo: "aggiornato" });
    }
}

/// Whether an act comes after its term; if so, it is reported.
fn is_late(contesto: &Contesto<'_>, report: &mut Report<'_>, atto: &Atto) -> bool {
    let (piano, profilo) = (contesto.piano, contesto.profilo);
    let (calendario, anno) = (&contesto.law.calendario, atto.anno);
    let adozione = piano.piao.adozione.as_ref();
    let declared = adozione.and_then(|a| a.differimento.as_ref()?.termine_bilancio);
    // Another year than the first may have a deferral of its own.
    let declared = declared.filter(|t| anno == piano.piao.triennio.inizio || t.year() == anno);
    let termine = calendario.termine(anno, declared, profilo);
    if atto.data <= termine {
        return false;
    }
    let days = conta((atto.data - termine).get_days().into(), "giorno", "giorni");
    let message =
        format!("il piano è {} {days} dopo il termine {}", atto.verbo, del_giorno(termine));
    let mut finding = report.at(atto.luogo, campo::DATA, message);
    let ritardo = adozione.and_then(|adozione| adozione.ritardo.as_ref());
    if let Some(told) = ritardo.and_then(|ritardo| ritardo.comunicazione) {
        finding.label(format!("i motivi sono stati comunicati {}", il_giorno(told)));
        finding.at_most(Severity::Consiglio);
        return true;
    }
    let known = calendario.differimento(anno, profilo);
    let known = known.filter(|known| declared.is_none_or(|own| own < known.termine_bilancio));
    if let Some(known) = known {
        finding.label(format!("il termine è differito: {}", known.atto)).cap(known.fiducia);
        if known.fiducia.is_unsure() {
            finding.unsure();
        }
    } else {
        finding.label(
            "del ritardo si comunicano subito i motivi al Dipartimento della funzione pubblica \
             (D.Lgs. 150/2009, art. 10, c. 5)",
        );
    }
    let told = "scrivi motivi e giorno della comunicazione in [piao.adozione.ritardo]";
    let regional = calendario.differimento_regionale(anno, profilo);
    let regional = regional.map(|d| (d, calendario.dopo_il_bilancio(d.termine_bilancio)));
    if let Some((regional, last)) = regional.filter(|(_, last)| atto.data <= *last) {
        let (last, act) = (il_giorno(last), &regional.atto);
        finding.help(format!(
            "scrivi «regione» in [anagrafica]: per alcune il termine era {last} ({act}); o {told}"
        ));
    } else if profilo.segue_bilancio() && declared.is_none() && known.is_none() {
        finding.help(format!(
            "se il termine del bilancio è stato differito, scrivi atto e nuovo termine in \
             [piao.adozione.differimento]; altrimenti {told}"
        ));
    } else {
        finding.help(told);
    }
    true
}

/// Where the term is deferred, some count the thirty days from the day on which the administration
/// approved its own budget: practice, no text that we have read, so the finding says so. An act in
/// time for a term that is not deferred is in time for this one too.
fn second_reading(contesto: &Contesto<'_>, atto: &Atto, report: &mut Report<'_>) {
    let (documenti, calendario) = (&contesto.piano.documenti_finanziari, &contesto.law.calendario);
    let bilanci = documenti.iter().filter(|d| d.tipo == Some(DocumentiFinanziari::Bilancio));
    let Some(approval) = bilanci.filter_map(|bilancio| bilancio.data).max() else { return };
    let own = calendario.dopo_il_bilancio(approval).max(calendario.ordinario(atto.anno));
    if atto.data > own {
        let message =
            format!("contando dall’approvazione del bilancio, il termine era {}", il_giorno(own));
        let mut finding = report.at(atto.luogo, campo::DATA, message);
        finding.label("una seconda lettura, di prassi, dei trenta giorni").unsure();
    }
}
