//! FAB-028.

use crate::rules::{Contesto, Report};

/// How the two acts are named.
const VECCHIE: &[&str] = &["8 maggio 2018", "8-5-2018", "08/05/2018", "8/5/2018"];
const NUOVE: &[&str] = &["22 luglio 2022", "22-7-2022", "22/07/2022", "22/7/2022"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let fabbisogni = &contesto.piano.fabbisogni;
    let capacita = fabbisogni.capacita.as_ref();
    let texts = [
        (fabbisogni.luogo, "introduzione", &fabbisogni.introduzione),
        (fabbisogni.luogo, "profili", &fabbisogni.profili),
        (fabbisogni.luogo, "strategia", &fabbisogni.strategia),
        (
            capacita.map_or(fabbisogni.luogo, |c| c.luogo),
            "norma",
            capacita.map_or(&None, |c| &c.norma),
        ),
        (
            capacita.map_or(fabbisogni.luogo, |c| c.luogo),
            "metodo",
            capacita.map_or(&None, |c| &c.metodo),
        ),
    ];
    let names = |text: &Option<String>, days: &[&str]| {
        text.as_ref().is_some_and(|text| days.iter().any(|day| text.contains(day)))
    };
    if texts.iter().any(|(.., text)| names(text, NUOVE)) {
        return;
    }
    if let Some((luogo, campo, _)) = texts.iter().find(|(.., text)| names(text, VECCHIE)) {
        report
            .at(
                *luogo,
                campo,
                "i fabbisogni citano le linee di indirizzo del 2018, non quelle del 2022",
            )
            .label("il decreto del 22 luglio 2022 le completa");
    }
}
