//! RCT-020.

use std::collections::BTreeSet;

use crate::model::campo;
use crate::model::scelte::{Incarichi, MisureGenerali};
use crate::rules::parole::elenco;
use crate::rules::{Contesto, Report};

/// General measures that other rules ask for, each in its own place.
const ELSEWHERE: &[MisureGenerali] =
    &[MisureGenerali::RotazioneOrdinaria, MisureGenerali::Formazione];
/// What is asked of a few missing ones; of many their names are said instead.
const QUESTION: &str = "sono programmate, già a regime o non servono?";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(list) = contesto.elenco::<MisureGenerali>() else { return };
    if piano.is_omessa("2.3") {
        return;
    }
    let planned =
        piano.misure.iter().filter_map(|misura| misura.generale.map(MisureGenerali::as_str));
    let motivated = piano
        .rischi_corruttivi
        .generali_motivate
        .iter()
        .flat_map(|row| &row.misure)
        .map(|misura| misura.as_str());
    let appointed = piano
        .anagrafica
        .incarichi
        .iter()
        .filter_map(|incarico| incarico.ruolo.map(Incarichi::as_str));
    let said: BTreeSet<&str> = planned.chain(motivated).chain(appointed).collect();
    let missing: Vec<String> = list
        .voci
        .iter()
        .filter(|voce| !said.contains(&*voce.chiave))
        .filter(|voce| !ELSEWHERE.iter().any(|misura| misura.as_str() == voce.chiave))
        .map(|voce| format!("«{}»", voce.etichetta))
        .collect();
    if missing.is_empty() {
        return;
    }
    let names = elenco(&missing, "e");
    let (message, label) = match missing.len() {
        1 => (format!("della misura generale {names} il piano non dice nulla"), QUESTION.into()),
        2..=4 => {
            (format!("delle misure generali {names} il piano non dice nulla"), QUESTION.into())
        }
        many => (format!("di {many} misure generali il piano non dice nulla"), names),
    };
    report
        .at(piano.luogo, campo::MISURE, message)
        .label(label)
        .help("aggiungi le misure, o scrivi il motivo in [[rischi_corruttivi.generali_motivate]]");
}
