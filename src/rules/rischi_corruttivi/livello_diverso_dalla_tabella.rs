//! RCT-015.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let rischi = &piano.rischi_corruttivi;
    if rischi.combinazioni.is_empty() {
        return;
    }
    let table_at = report.place(rischi.luogo, "combinazioni");
    for evento in piano.eventi_rischiosi() {
        let (Some(probabilita), Some(impatto), Some(livello)) =
            (&evento.probabilita, &evento.impatto, &evento.livello)
        else {
            continue;
        };
        let row = rischi
            .combinazioni
            .iter()
            .find(|row| is_same(&row.probabilita, probabilita) && is_same(&row.impatto, impatto));
        let descrizione = &evento.descrizione;
        match row {
            None => {
                report
                    .at(
                        evento.luogo,
                        "probabilita",
                        format!(
                            "la tabella non dà un livello al rischio «{descrizione}», di \
                             probabilità {probabilita} e impatto {impatto}"
                        ),
                    )
                    .label("usa le parole della tabella, o aggiungi una riga")
                    .see(table_at, "la tabella dichiarata");
            }
            Some(row) if !is_same(&row.livello, livello) => {
                let row_at = report.place(row.luogo, "livello");
                report
                    .at(
                        evento.luogo,
                        "livello",
                        format!(
                            "il rischio «{descrizione}» ha livello {livello}, ma per la tabella è {}",
                            row.livello
                        ),
                    )
                    .label("correggi il livello, la probabilità o l’impatto")
                    .see(row_at, format!("probabilità {probabilita}, impatto {impatto}"));
            }
            Some(_) => {}
        }
    }
}

/// Whether two words are the same, capitals apart.
fn is_same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}
