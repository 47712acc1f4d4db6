//! FAB-011.

use crate::rules::limiti;
use crate::rules::{Contesto, Report};

/// Kinds of limit that the law takes from the past.
const TIPI: &[&str] = &["media_2011_2013", "comma_562"];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    limiti::check_presence(contesto, report, TIPI, "il limite storico della spesa di personale");
    limiti::check(contesto, report, TIPI, "la spesa di personale è di");
}
