//! VP-018.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.obiettivi_vp.is_empty() || piano.documenti_finanziari.is_empty() {
        return;
    }
    if piano.documenti_finanziari.iter().all(|documento| documento.tipo != "dup") {
        report
            .at(
                piano.documenti_finanziari[0].luogo,
                "tipo",
                "tra i documenti finanziari manca il documento unico di programmazione",
            )
            .label("gli obiettivi di valore pubblico si fondano sulla sua sezione strategica");
        return;
    }
    for obiettivo in &piano.obiettivi_vp {
        let titolo = &obiettivo.titolo;
        let documento = obiettivo.dup.as_deref().map(|id| piano.documento(id));
        match documento {
            None => {
                report
                    .at(obiettivo.luogo, "dup", format!("«{titolo}» non è collegato al DUP"))
                    .label("manca «dup», il codice del documento");
            }
            Some(Some(documento)) if documento.tipo != "dup" => {
                let tipo_at = report.place(documento.luogo, "tipo");
                report
                    .at(
                        obiettivo.luogo,
                        "dup",
                        format!(
                            "«{titolo}» è collegato a «{}», che non è un DUP",
                            documento.titolo
                        ),
                    )
                    .label("qui serve il codice del documento unico di programmazione")
                    .see(tipo_at, "il tipo del documento");
            }
            Some(_) if obiettivo.dup_obiettivo.is_none() => {
                report
                    .at(
                        obiettivo.luogo,
                        "dup_obiettivo",
                        format!("«{titolo}» non dice quale obiettivo strategico del DUP realizza"),
                    )
                    .label("a quale indirizzo della sezione strategica risponde?");
            }
            Some(_) => {}
        }
    }
}
