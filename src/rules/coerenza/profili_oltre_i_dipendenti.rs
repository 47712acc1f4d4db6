//! XRF-010.

use crate::rules::conteggi;
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    conteggi::check(contesto, report);
    let piano = contesto.piano;
    let Some(dipendenti) = piano.anagrafica.dipendenti.as_ref().filter(|d| d.numero > 0) else {
        return;
    };
    let numero_at = report.place(dipendenti.luogo, "numero");
    let due = numero(dipendenti.numero);
    let profili = &piano.profili_ruolo;
    let sum = profili.iter().filter_map(|p| p.numero).fold(0, i64::saturating_add);
    if sum > dipendenti.numero {
        report
            .at(
                piano.luogo,
                "profili_ruolo",
                format!("i profili di ruolo contano {}, la sezione 1 ne conta {due}", persone(sum)),
            )
            .label("le persone nei profili non possono essere più dei dipendenti")
            .see(numero_at, "il numero della sezione 1");
    }
    let totali = piano.fabbisogni.totali.as_ref();
    let Some((totali, totale)) = totali.and_then(|t| Some((t, t.totale?))) else { return };
    // With a table of staff, FAB-004 and GEN-007 compare the three.
    if piano.totale_consistenza().is_none() && totale != dipendenti.numero {
        report
            .at(
                totali.luogo,
                "totale",
                format!("la 3.3 dichiara {}, la sezione 1 ne conta {due}", persone(totale)),
            )
            .label("il numero deve essere lo stesso in tutto il piano")
            .see(numero_at, "il numero della sezione 1");
    }
}

fn persone(count: i64) -> String {
    conta(count, "persona", "persone")
}
