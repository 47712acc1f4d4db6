//! FOR-003.

use crate::model::scelte::TemiFormazione;
use crate::rules::finalita::{self, Finalita};
use crate::rules::{Contesto, Report};

/// What the digital literacy of the law is called.
const DIGITALE: &[Finalita] =
    &[(TemiFormazione::Digitale, "alfabetizzazione digitale", &["digital", "informatic"])];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    finalita::check(contesto, report, DIGITALE);
}
