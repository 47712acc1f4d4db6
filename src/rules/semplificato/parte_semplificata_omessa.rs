//! SEM-001.

use crate::rules::atto::schema_non_rispettato::check_omissioni;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    check_omissioni(contesto, report, |parte| {
        Some(match parte.split('.').next() {
            Some("1") => "dm-132-2022 art. 2, c. 1",
            Some("2") => "dm-132-2022 art. 6, c. 1",
            _ => "dm-132-2022 art. 6, c. 3",
        })
    });
}
