//! GEN-017.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(giorni) = piano.giorni() else { return };
    for sezione in contesto.law.sezioni.iter().filter(|sezione| sezione.numero > 1) {
        let numero = sezione.numero;
        let written = piano.testi.iter().any(|testo| testo.sezione == numero);
        let excused = contesto.law.sottosezioni.iter().filter(|s| s.sezione == numero).any(|s| {
            let mut rows = piano.sottosezioni.iter().filter(|riga| riga.chiave == s.numero);
            rows.any(|riga| riga.senza_traguardi.is_some())
        });
        let intermediate = piano.tempi.iter().any(|tempo| match tempo.giorno {
            Some(giorno) => {
                tempo.sezione == numero && giorni.contains(&giorno) && giorno != *giorni.end()
            }
            None => {
                tempo.sezione == numero
                    && giorni.start().year() <= tempo.anno
                    && tempo.anno < giorni.end().year()
            }
        });
        if written && !excused && !intermediate {
            report
                .at(
                    piano.luogo,
                    "sottosezioni",
                    format!("la sezione {numero} non ha nessun traguardo prima della fine del triennio"),
                )
                .help("aggiungi una data intermedia, o scrivi perché non serve in [[sottosezioni]], «senza_traguardi»");
        }
    }
}
