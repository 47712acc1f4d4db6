//! GEN-022.

use jiff::civil::Weekday;

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::parole::giorno;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "GEN-022",
    name: "atto-di-domenica",
    severity: Severity::Consiglio,
    fiducia: Fiducia::Alta,
    per: &[],
    dal: None,
    al: None,
    norma: &["prassi"],
    summary: "Gli atti non portano la data di una domenica, e il termine non vi cade.",
    page: include_str!("atto_di_domenica.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    check_termine(contesto, report);
    let adozione = piano.piao.adozione.iter().map(|a| (a.luogo, "l’adozione".to_owned(), a.data));
    let documenti =
        piano.documenti_finanziari.iter().map(|d| (d.luogo, format!("«{}»", d.titolo), d.data));
    let pareri = piano
        .pareri
        .iter()
        .filter(|p| !matches!(p.tipo.as_str(), "consultazione" | "altro"))
        .map(|p| (p.luogo, format!("«{}»", p.oggetto), p.data));
    for (luogo, name, data) in adozione.chain(documenti).chain(pareri) {
        let Some(data) = data.filter(|data| data.weekday() == Weekday::Sunday) else { continue };
        report
            .at(luogo, "data", format!("{name} ha la data di una domenica: {}", giorno(data)))
            .label("giorno, mese o anno potrebbero essere sbagliati");
    }
}

/// The term of a plan still to be adopted.
fn check_termine(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let adozione = piao.adozione.as_ref();
    if piao.triennio.inizio < 1 || adozione.is_some_and(|adozione| adozione.data.is_some()) {
        return;
    }
    let bilancio = adozione.and_then(|a| a.differimento.as_ref()?.termine_bilancio);
    let calendario = &contesto.law.calendario;
    let termine = calendario.termine(piao.triennio.inizio, bilancio, contesto.profilo);
    if contesto.profilo.has("bozza") && termine.weekday() == Weekday::Sunday {
        let luogo = adozione.map_or(piao.luogo, |adozione| adozione.luogo);
        report
            .at(
                luogo,
                "data",
                format!("il termine di adozione cade di domenica: {}", giorno(termine)),
            )
            .label("conviene adottare il piano prima");
    }
}
