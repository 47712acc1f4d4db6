//! TRA-010.

use crate::law::elenchi;
use crate::model::campo;
use crate::model::scelte::SottosezioniTrasparenza;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(list) = contesto.elenco::<SottosezioniTrasparenza>() else { return };
    let named =
        |sezione: &str| contesto.law.etichetta(elenchi::AMMINISTRAZIONE_TRASPARENTE, sezione);
    for obbligo in &contesto.piano.obblighi_pubblicazione {
        let (Some(sezione), Some(sottosezione)) = (&obbligo.sezione, obbligo.sottosezione) else {
            continue;
        };
        let Some(voce) = list.get(sottosezione.as_str()) else { continue };
        let Some(own) = voce.sezione.as_ref().filter(|own| *own != sezione) else { continue };
        let (contenuto, etichetta) = (&obbligo.contenuto, &voce.etichetta);
        let (written, right) = (named(sezione).unwrap_or_default(), named(own).unwrap_or_default());
        report
            .at(
                obbligo.luogo,
                campo::SOTTOSEZIONE,
                format!(
                    "dei dati «{contenuto}» la sottosezione «{etichetta}» non è della sezione «{written}»"
                ),
            )
            .label(format!("è della sezione «{right}»"))
            .help(format!("correggi la sottosezione, o scrivi sezione = \"{own}\""));
    }
}
