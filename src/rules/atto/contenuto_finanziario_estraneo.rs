//! GEN-015.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for risorsa in contesto.piano.risorse.iter().filter(|risorsa| risorsa.obiettivo.is_none()) {
        report
            .at(
                risorsa.luogo,
                "obiettivo",
                format!("le somme di «{}» non sono legate a un obiettivo", risorsa.iniziativa),
            )
            .label("quale obiettivo di valore pubblico sostengono?")
            .help("indica «obiettivo», o lascia la somma al bilancio");
    }
}
