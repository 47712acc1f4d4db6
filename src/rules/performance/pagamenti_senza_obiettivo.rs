//! PER-019.

use std::collections::BTreeSet;

use crate::diag::Severity;
use crate::model::{ObiettivoPerformance, campo};
use crate::rules::pagamenti::heaviest;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let all = &piano.obiettivi_performance;
    // They are assigned in contracts: a plan may say where.
    if all.is_empty()
        || piano.performance.assegnazione_pagamenti.is_some()
        || report.is_broken(piano.performance.luogo, campo::ASSEGNAZIONE_PAGAMENTI)
        || all.iter().any(|o| report.is_broken(o.luogo, campo::AMBITI))
    {
        return;
    }
    let most = heaviest(contesto);
    let pagamenti: Vec<&ObiettivoPerformance> = piano.obiettivi_sui_pagamenti().collect();
    let Some(first) = pagamenti.first() else {
        report
            .at(
                piano.luogo,
                campo::OBIETTIVI_PERFORMANCE,
                "manca l’obiettivo annuale sui tempi di pagamento",
            )
            .help(
                "scrivi un obiettivo con ambiti = [\"tempi_pagamento\"], o in \
                 performance.assegnazione_pagamenti l’atto che lo assegna",
            )
            .at_most(most);
        return;
    };
    for obiettivo in pagamenti.iter().filter(|obiettivo| obiettivo.assegnatari.is_empty()) {
        report
            .at(
                obiettivo.luogo,
                campo::ASSEGNATARI,
                format!(
                    "l’obiettivo «{}» non dice a quali dirigenti è assegnato",
                    obiettivo.titolo
                ),
            )
            .help(
                "in «assegnatari» scrivi i codici delle unità, o in \
                 performance.assegnazione_pagamenti l’atto che lo assegna",
            )
            .at_most(most);
    }
    let who: BTreeSet<&String> = pagamenti.iter().flat_map(|o| &o.assegnatari).collect();
    if who.len() == 1 && piano.unita.len() > 1 {
        report
            .at(
                first.luogo,
                campo::ASSEGNATARI,
                "l’obiettivo sui tempi di pagamento è assegnato a una sola unità",
            )
            .label("la legge lo vuole per chi paga le fatture e per i dirigenti apicali")
            .at_most(Severity::Consiglio);
    }
}
