//! VP-020.

use crate::model::valore_pubblico::Risorsa;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for obiettivo in &piano.obiettivi_vp {
        let titolo = &obiettivo.titolo;
        let rows: Vec<&Risorsa> = piano
            .risorse
            .iter()
            .filter(|risorsa| risorsa.obiettivo.as_ref() == Some(&obiettivo.id))
            .collect();
        let Some(first) = rows.first() else {
            report
                .at(
                    obiettivo.luogo,
                    "titolo",
                    format!("a «{titolo}» non sono collegate risorse finanziarie"),
                )
                .label("serve almeno una riga in «risorse», anche a zero euro");
            continue;
        };
        let (campo, what) = if !rows.iter().any(|risorsa| has_amount(risorsa)) {
            ("primo_anno", "non dicono l’importo")
        } else if !rows.iter().any(|risorsa| has_source(risorsa)) {
            ("fonte", "non dicono da dove vengono")
        } else if !rows.iter().any(|risorsa| has_amount(risorsa) && has_source(risorsa)) {
            ("fonte", "non dicono da dove viene l’importo")
        } else {
            continue;
        };
        let obiettivo_at = report.place(obiettivo.luogo, "titolo");
        report
            .at(first.luogo, campo, format!("le risorse di «{titolo}» {what}"))
            .label("scrivi l’importo di almeno un anno, e la missione o la fonte")
            .see(obiettivo_at, "l’obiettivo di valore pubblico");
    }
}

fn has_amount(risorsa: &Risorsa) -> bool {
    [risorsa.primo_anno, risorsa.secondo_anno, risorsa.terzo_anno].iter().any(Option::is_some)
}

fn has_source(risorsa: &Risorsa) -> bool {
    risorsa.missione.is_some() || risorsa.programma.is_some() || risorsa.fonte.is_some()
}
