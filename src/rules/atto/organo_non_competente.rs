//! GEN-011.

use crate::diag::Severity;
use crate::law::Ente;
use crate::model::scelta::Scelta;
use crate::model::scelte::Organi;
use crate::model::{Luogo, campo};
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(ente) = &contesto.profilo.ente else { return };
    let adozione = piano.piao.adozione.as_ref();
    // A statute that is cited answers for the organ, where no text names one.
    if ente.adozione.statuto && adozione.is_some_and(|adozione| adozione.statuto.is_some()) {
        return;
    }
    let own = adozione.map(|adozione| (adozione.luogo, adozione.organo));
    let later = piano.revisioni.iter().map(|riga| (riga.luogo, riga.organo));
    for (luogo, organo) in own.into_iter().chain(later) {
        if let Some(organo) = organo {
            check_organo(contesto, report, ente, (luogo, organo));
        }
    }
}

fn check_organo(
    contesto: &Contesto<'_>,
    report: &mut Report<'_>,
    ente: &Ente,
    (luogo, organo): (Luogo, Organi),
) {
    let organi = contesto.profilo.organi();
    if organi.is_empty() || organi.iter().any(|key| key == organo.as_str()) {
        return;
    }
    let name =
        |key: &'_ String| contesto.law.etichetta(Organi::LISTA, key).unwrap_or(key).to_owned();
    let competent: Vec<String> = organi.iter().map(name).collect();
    let tipologia_at = report.place(contesto.piano.anagrafica.luogo, campo::TIPOLOGIA);
    let message =
        format!("«{}» non è l’organo che adotta questo piano", contesto.etichetta(organo));
    let mut finding = report.at(luogo, campo::ORGANO, message);
    finding.see(tipologia_at, format!("il tipo di amministrazione: {}", ente.nome));
    let norma = ente.adozione.norma.iter().map(String::as_str);
    finding.cites_instead(contesto.law.cite_all(norma, contesto.profilo));
    finding.cap(ente.adozione.fiducia);
    let competent = elenco(&competent, "o");
    if ente.adozione.statuto {
        finding.label(format!("di solito è {competent}"));
        finding.at_most(Severity::Avviso);
        finding.help(
            "se lo dice lo statuto, scrivine l’articolo in [piao.adozione], «statuto»: la legge non \
             nomina l’organo",
        );
    } else {
        finding.label(format!("qui serve {competent}"));
    }
}
