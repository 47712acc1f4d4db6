//! XRF-005.

use crate::law::elenchi;
use crate::model::{Luogo, Piano, campo};
use crate::rules::{Contesto, Report};

/// What names a mission and a programme: where, which.
type Voce<'a> = (Luogo, Option<&'a str>, Option<&'a str>);

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for (luogo, missione, programma) in voci(contesto.piano) {
        let (Some(missione), Some(programma)) = (missione, programma) else { continue };
        let voce =
            contesto.law.vocabolari.get(elenchi::PROGRAMMI).and_then(|list| list.get(programma));
        let Some(own) = voce.and_then(|voce| voce.missione.as_deref()) else { continue };
        if own != missione && !missione.is_empty() {
            let missione_at = report.place(luogo, campo::MISSIONE);
            report
                .at(
                    luogo,
                    campo::PROGRAMMA,
                    format!("il programma {programma} non è della missione {missione}"),
                )
                .label(format!("è della missione {own}"))
                .see(missione_at, "la missione scritta");
        }
    }
}

fn voci(piano: &Piano) -> impl Iterator<Item = Voce<'_>> {
    let risorse =
        piano.risorse.iter().map(|r| (r.luogo, r.missione.as_deref(), r.programma.as_deref()));
    let stanziamenti = piano
        .stanziamenti
        .iter()
        .map(|s| (s.luogo, Some(s.missione.as_str()), s.programma.as_deref()));
    let obiettivi = piano
        .obiettivi_performance
        .iter()
        .map(|o| (o.luogo, o.missione.as_deref(), o.programma.as_deref()));
    let valori =
        piano.obiettivi_vp.iter().map(|o| (o.luogo, o.missione.as_deref(), o.programma.as_deref()));
    risorse.chain(stanziamenti).chain(valori).chain(obiettivi)
}
