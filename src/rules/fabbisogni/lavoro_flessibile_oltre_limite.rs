//! FAB-012.

use rust_decimal::Decimal;

use crate::model::scelte::TipiLimite;
use crate::rules::limiti::{self, Giudizio};
use crate::rules::{Contesto, Report};

/// Kinds of limit on flexible work.
const TIPI: &[TipiLimite] = &[TipiLimite::LavoroFlessibile];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    limiti::check_presence(contesto, report, TIPI, "il limite di spesa del lavoro flessibile");
    let giudizio = Giudizio {
        tipi: TIPI,
        costs: "il lavoro flessibile costa",
        outside: &|_| Decimal::ZERO,
        help: "togli dalla spesa di quell’anno ciò che la legge esclude, o prevedi meno contratti",
    };
    limiti::check(contesto, report, &giudizio);
}
