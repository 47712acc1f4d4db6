//! FAB-012.

use crate::rules::limiti;
use crate::rules::{Contesto, Report};

/// Kinds of limit on flexible work.
const TIPI: &[&str] = &["lavoro_flessibile"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    limiti::check_presence(contesto, report, TIPI, "il limite di spesa del lavoro flessibile");
    limiti::check(contesto, report, TIPI, "il lavoro flessibile costa");
}
