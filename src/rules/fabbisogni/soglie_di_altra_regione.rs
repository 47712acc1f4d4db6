//! FAB-033.

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(capacita) = &contesto.piano.fabbisogni.capacita else { return };
    let (Some(ente), Some(regione)) = (&contesto.profilo.ente, contesto.piano.anagrafica.regione)
    else {
        return;
    };
    let Some(esenzione) = contesto.law.esenzione(ente, regione.as_str()) else { return };
    let written = [
        (capacita.rapporto.is_some(), campo::RAPPORTO),
        (capacita.soglia.is_some(), campo::SOGLIA),
    ];
    let Some((_, campo)) = written.into_iter().find(|(is_there, _)| *is_there) else { return };
    let regione_at = report.place(contesto.piano.anagrafica.luogo, campo::REGIONE);
    let message = "qui le soglie dello Stato non valgono come sono scritte: il conto non si rifà";
    let mut finding = report.at(capacita.luogo, campo, message);
    finding.label("la capacità segue le regole della Regione a statuto speciale");
    finding.see(regione_at, "la Regione").cap(esenzione.fiducia);
    let sources = esenzione.norma.iter().map(String::as_str);
    finding.cites_instead(contesto.law.cite_all(sources, contesto.profilo));
    finding.help("scrivi in «norma» la legge regionale e in «metodo» come si calcola la capacità");
}
