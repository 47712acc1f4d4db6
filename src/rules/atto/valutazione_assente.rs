//! GEN-020.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let named = piano
        .anagrafica
        .incarichi
        .iter()
        .any(|incarico| matches!(incarico.ruolo.as_str(), "oiv" | "nucleo_valutazione"));
    if !named {
        report
            .at(
                piano.anagrafica.luogo,
                "incarichi",
                "non è detto chi sono l’OIV o il Nucleo di valutazione",
            )
            .help("aggiungi un incarico con ruolo «oiv» o «nucleo_valutazione»");
    }
    let verified = piano.pareri.iter().any(|parere| parere.tipo == "oiv");
    if contesto.profilo.has("ordinario") && !verified {
        report
            .at(
                piano.luogo,
                "pareri",
                "manca la verifica di coerenza fra obiettivi di performance e misure di prevenzione",
            )
            .help("aggiungi in [[pareri]] il passaggio di tipo «oiv», con la data prevista o avvenuta");
    }
}
