//! FAB-003.

use std::collections::BTreeSet;

use crate::law::elenchi;
use crate::model::scelte::AreeContratto;
use crate::model::{Luogo, campo};
use crate::norma::Fiducia;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (Some(ente), Some(aree)) = (&contesto.profilo.ente, contesto.elenco::<AreeContratto>())
    else {
        return;
    };
    // A sector whose areas we have not read is not judged.
    if !aree.voci.iter().any(|voce| voce.comparti.contains(&ente.comparto)) {
        return;
    }
    let comparto =
        contesto.law.vocabolari.get(elenchi::COMPARTI).and_then(|v| v.get(&ente.comparto));
    let name = comparto.map_or(ente.comparto.as_str(), |voce| voce.etichetta.as_str());
    let fiducia = comparto.and_then(|voce| voce.fiducia).unwrap_or(Fiducia::Alta);
    let mut said = BTreeSet::new();
    for (luogo, area) in areas(contesto) {
        let Some(voce) = aree.get(area.as_str()) else { continue };
        let known = voce.comparti.is_empty() || voce.comparti.contains(&ente.comparto);
        if known || !said.insert(area) {
            continue;
        }
        report
            .at(
                luogo,
                campo::AREA,
                format!("«{}» non è un’area del contratto {name}", voce.etichetta),
            )
            .label("qui serve un’area del contratto che si applica a questa amministrazione")
            .cap(fiducia);
    }
}

/// Every area that the plan names, with the record that does.
fn areas(contesto: &Contesto<'_>) -> impl Iterator<Item = (Luogo, AreeContratto)> {
    let piano = contesto.piano;
    let consistenza = piano.consistenza.iter().map(|r| (r.luogo, r.area));
    let dotazione = piano.dotazione.iter().map(|r| (r.luogo, r.area));
    let proiezione = piano.fabbisogni.proiezione.iter().map(|r| (r.luogo, r.area));
    let cessazioni = piano.cessazioni.iter().map(|r| (r.luogo, r.area));
    let assunzioni = piano.assunzioni.iter().map(|r| (r.luogo, r.area));
    let riallocazione = piano.riallocazione.iter().map(|r| (r.luogo, r.area));
    let profili = piano.profili_ruolo.iter().map(|r| (r.luogo, r.area));
    consistenza
        .chain(dotazione)
        .chain(proiezione)
        .chain(cessazioni)
        .chain(assunzioni)
        .chain(riallocazione)
        .chain(profili)
        .filter_map(|(luogo, area)| Some((luogo, area?)))
}
