//! SEM-010.

use jiff::civil::date;

use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some((_, data)) = piano.atto_di_conferma() else { return };
    let anno = piano.anno_di(data);
    let last = date(anno - 1, 12, 31);
    let dipendenti = piano.anagrafica.dipendenti.as_ref();
    let counted = dipendenti.and_then(|dipendenti| dipendenti.data).is_some_and(|d| d >= last);
    let updated = piano.revisioni.iter().any(|riga| {
        let other = riga.sottosezione.as_deref() != Some("2.3");
        other && riga.data.is_some_and(|data| piano.anno_di(data) == anno)
    });
    if !counted && !updated {
        report
            .at(
                piano.piao.luogo,
                campo::NATURA,
                format!("la conferma vale per la sola 2.3: il resto del piano non è aggiornato al {anno}"),
            )
            .label("il piano si aggiorna ogni anno, per il personale soprattutto")
            .help(format!(
                "conta i dipendenti al 31 dicembre {}, o annota in [[revisioni]] che cosa cambia",
                anno - 1
            ));
    }
}
