//! GEN-018.

use crate::rules::parole::{del_giorno, il_giorno};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(adozione) = &piano.piao.adozione else { return };
    let Some(adottato) = adozione.data else { return };
    let data_at = report.place(adozione.luogo, "data");
    for parere in piano.pareri.iter().filter(|parere| parere.tipo == "revisori") {
        let Some(data) = parere.data.filter(|data| *data > adottato) else { continue };
        report
            .at(
                parere.luogo,
                "data",
                format!("il parere dei revisori è {}, dopo il piano", del_giorno(data)),
            )
            .label("i revisori si esprimono sui fabbisogni prima che il piano sia adottato")
            .see(data_at, format!("il piano è adottato {}", il_giorno(adottato)));
    }
}
