//! GEN-020.

use crate::law::proprieta;
use crate::model::campo;
use crate::model::scelte::{Incarichi, Pareri};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let named = piano.anagrafica.incarichi.iter().any(|incarico| {
        matches!(incarico.ruolo, Some(Incarichi::Oiv | Incarichi::NucleoValutazione))
    });
    if !named {
        report
            .at(
                piano.anagrafica.luogo,
                campo::INCARICHI,
                "non è detto chi sono l’OIV o il Nucleo di valutazione",
            )
            .help("aggiungi un incarico con ruolo «oiv» o «nucleo_valutazione»");
    }
    let verified = piano.pareri.iter().any(|parere| parere.tipo == Some(Pareri::Oiv));
    if contesto.profilo.has(proprieta::ORDINARIO) && !verified {
        report
            .at(
                piano.luogo,
                campo::PARERI,
                "manca la verifica di coerenza fra obiettivi di performance e misure di prevenzione",
            )
            .help("aggiungi in [[pareri]] il passaggio di tipo «oiv», con la data prevista o avvenuta");
    }
}
