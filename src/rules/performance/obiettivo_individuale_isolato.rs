//! PER-017.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for obiettivo in piano.obiettivi_performance.iter().filter(|o| !o.is_organizzativo()) {
        let titolo = &obiettivo.titolo;
        let Some(organizzativo) = &obiettivo.organizzativo else {
            report
                .at(
                    obiettivo.luogo,
                    "organizzativo",
                    format!("l’obiettivo individuale «{titolo}» non discende da uno organizzativo"),
                )
                .label("manca «organizzativo», il codice di un obiettivo dell’amministrazione");
            continue;
        };
        let Some(above) = piano.obiettivo_performance(organizzativo) else { continue };
        if !above.is_organizzativo() {
            let above_at = report.place(above.luogo, "tipo");
            report
                .at(
                    obiettivo.luogo,
                    "organizzativo",
                    format!("l’obiettivo individuale «{titolo}» discende da un altro individuale"),
                )
                .label("qui serve un obiettivo di performance organizzativa")
                .see(above_at, format!("«{}» è individuale", above.titolo));
        }
    }
}
