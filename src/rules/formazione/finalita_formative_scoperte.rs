//! FOR-004.

use crate::model::scelte::TemiFormazione;
use crate::rules::finalita::{self, Finalita};
use crate::rules::{Contesto, Report};

/// The other purposes that the law names.
const ALTRE: &[Finalita] = &[
    (
        TemiFormazione::ProjectManagement,
        "pianificazione e project management",
        &["project management", "gestione dei progetti", "gestione di progetti", "pianificazione"],
    ),
    (TemiFormazione::Tecnico, "conoscenza tecnica", &["tecnic", "specialistic"]),
    (
        TemiFormazione::Trasversale,
        "competenza trasversale",
        &["trasversal", "soft skill", "relazional"],
    ),
    (
        TemiFormazione::Manageriale,
        "competenza manageriale",
        &["manageria", "leadership", "dirigenzial"],
    ),
    (
        TemiFormazione::Culturale,
        "crescita culturale e dei titoli di studio",
        &["cultural", "titoli di studio", "titolo di studio", "laure"],
    ),
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    finalita::check(contesto, report, ALTRE);
}
