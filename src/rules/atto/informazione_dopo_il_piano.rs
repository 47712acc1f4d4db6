//! GEN-019.

use super::parere_dopo_il_piano::check_tipo;
use crate::model::scelte::Pareri;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let why = "l’informazione è preventiva: viene prima dell’atto";
    check_tipo(contesto, report, Pareri::Sindacati, "l’informazione ai sindacati", why);
}
