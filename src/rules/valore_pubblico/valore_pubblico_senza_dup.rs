//! VP-018.

use crate::diag::Severity;
use crate::model::scelte::DocumentiFinanziari;
use crate::model::{DatoAl, campo};
use crate::rules::{Contesto, Report};

/// Residents up to whom the document may be a simple one, without a strategic section.
const SEMPLIFICATO: i64 = 5000;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    if piano.obiettivi_vp.is_empty() || piano.documenti_finanziari.is_empty() {
        return;
    }
    let residents = piano.anagrafica.popolazione.as_ref().and_then(DatoAl::conteggio);
    let most = if residents.is_some_and(|count| !count.almeno(SEMPLIFICATO + 1)) {
        Severity::Consiglio
    } else {
        Severity::Avviso
    };
    if piano
        .documenti_finanziari
        .iter()
        .all(|documento| documento.tipo != Some(DocumentiFinanziari::Dup))
    {
        report
            .at(
                piano.documenti_finanziari[0].luogo,
                campo::TIPO,
                "tra i documenti finanziari manca il documento unico di programmazione",
            )
            .label("gli obiettivi di valore pubblico si fondano sulla sua sezione strategica")
            .at_most(most);
        return;
    }
    for obiettivo in &piano.obiettivi_vp {
        let titolo = &obiettivo.titolo;
        let documento = obiettivo.dup.as_deref().map(|id| piano.documento(id));
        match documento {
            None => {
                report
                    .at(obiettivo.luogo, campo::DUP, format!("«{titolo}» non è collegato al DUP"))
                    .label("manca «dup», il codice del documento")
                    .at_most(most);
            }
            Some(Some(documento)) if documento.tipo != Some(DocumentiFinanziari::Dup) => {
                let tipo_at = report.place(documento.luogo, campo::TIPO);
                report
                    .at(
                        obiettivo.luogo,
                        campo::DUP,
                        format!(
                            "«{titolo}» è collegato a «{}», che non è un DUP",
                            documento.titolo
                        ),
                    )
                    .label("qui serve il codice del documento unico di programmazione")
                    .at_most(most)
                    .see(tipo_at, "il tipo del documento");
            }
            Some(_) if obiettivo.dup_obiettivo.is_none() => {
                report
                    .at(
                        obiettivo.luogo,
                        campo::DUP_OBIETTIVO,
                        format!("«{titolo}» non dice quale obiettivo strategico del DUP realizza"),
                    )
                    .label("a quale indirizzo della sezione strategica risponde?")
                    .at_most(most);
            }
            Some(_) => {}
        }
    }
}
