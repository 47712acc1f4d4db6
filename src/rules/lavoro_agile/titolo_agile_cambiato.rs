//! LAV-013.

use crate::rules::prosa::piana;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(own) = contesto.law.sottosezioni.iter().find(|s| s.chiave == "lavoro_agile") else {
        return;
    };
    for sottosezione in contesto.piano.sottosezioni.iter().filter(|s| s.chiave == own.numero) {
        let Some(titolo) =
            sottosezione.titolo.as_ref().filter(|titolo| piana(titolo) != piana(&own.titolo))
        else {
            continue;
        };
        report
            .at(
                sottosezione.luogo,
                "titolo",
                format!("la sottosezione {} si chiama «{titolo}»", own.numero),
            )
            .label(format!("nel decreto si chiama «{}»", own.titolo));
    }
}
