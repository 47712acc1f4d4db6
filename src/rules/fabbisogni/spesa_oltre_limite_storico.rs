//! FAB-011.

use rust_decimal::Decimal;

use crate::model::scelte::TipiLimite;
use crate::rules::limiti::{self, Giudizio};
use crate::rules::{Contesto, Report};

/// Kinds of limit that the law takes from the past.
const TIPI: &[TipiLimite] = &[TipiLimite::Media20112013, TipiLimite::Comma562];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    limiti::check_presence(contesto, report, TIPI, "il limite storico della spesa di personale");
    let giudizio = Giudizio {
        tipi: TIPI,
        costs: "la spesa di personale è di",
        // What the thresholds let grow is outside the limit of the past.
        outside: &|anno| {
            let previste = contesto.piano.fabbisogni.capacita.iter().flat_map(|c| &c.prevista);
            let own = previste.filter(|p| p.anno == anno).filter_map(|p| p.maggiore_spesa);
            own.fold(Decimal::ZERO, Decimal::saturating_add)
        },
        help: "ciò che il decreto sulle soglie lascia crescere sta fuori dal limite: scrivilo in \
               «fabbisogni.capacita.prevista», per esempio maggiore_spesa = 50000",
    };
    limiti::check(contesto, report, &giudizio);
}
