//! SEM-003.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (piano, law) = (contesto.piano, contesto.law);
    for parte in law.sottosezioni.iter().filter(|parte| !parte.binds(contesto.profilo)) {
        let written = parte.campo.iter().find(|campo| piano.scritti.contains(&campo.chiave));
        if let Some(campo) = written {
            let name = format!("{} {}", parte.numero, parte.titolo);
            report
                .at_field(piano.luogo, campo, format!("la sottosezione «{name}» non è dovuta nel regime semplificato"))
                .label("sotto i cinquanta dipendenti si predispongono solo le parti che il decreto elenca")
                .help("se l’amministrazione la vuole, lo dica in [[deroghe]] con il motivo; altrimenti toglila");
        }
    }
}
