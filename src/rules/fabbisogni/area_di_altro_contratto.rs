//! FAB-003.

use std::collections::BTreeSet;

use crate::model::Luogo;
use crate::norma::Fiducia;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (Some(ente), Some(aree)) =
        (&contesto.profilo.ente, contesto.law.vocabolari.get("aree_contratto"))
    else {
        return;
    };
    // A sector whose areas we have not read is not judged.
    if !aree.voci.iter().any(|voce| voce.comparti.contains(&ente.comparto)) {
        return;
    }
    let comparto = contesto.law.vocabolari.get("comparti").and_then(|v| v.get(&ente.comparto));
    let name = comparto.map_or(ente.comparto.as_str(), |voce| voce.etichetta.as_str());
    let fiducia = comparto.and_then(|voce| voce.fiducia).unwrap_or(Fiducia::Alta);
    let mut said = BTreeSet::new();
    for (luogo, area) in areas(contesto) {
        let Some(voce) = aree.get(area) else { continue };
        let known = voce.comparti.is_empty() || voce.comparti.contains(&ente.comparto);
        if known || !said.insert(area) {
            continue;
        }
        report
            .at(luogo, "area", format!("«{}» non è un’area del contratto {name}", voce.etichetta))
            .label("qui serve un’area del contratto che si applica a questa amministrazione")
            .cap(fiducia);
    }
}

/// Every area that the plan names, with the record that does.
fn areas<'a>(contesto: &Contesto<'a>) -> impl Iterator<Item = (Luogo, &'a str)> {
    let piano = contesto.piano;
    let consistenza = piano.consistenza.iter().map(|r| (r.luogo, Some(r.area.as_str())));
    let dotazione = piano.dotazione.iter().map(|r| (r.luogo, Some(r.area.as_str())));
    let proiezione = piano.fabbisogni.proiezione.iter().map(|r| (r.luogo, Some(r.area.as_str())));
    let cessazioni = piano.cessazioni.iter().map(|r| (r.luogo, r.area.as_deref()));
    let assunzioni = piano.assunzioni.iter().map(|r| (r.luogo, r.area.as_deref()));
    let riallocazione = piano.riallocazione.iter().map(|r| (r.luogo, r.area.as_deref()));
    let profili = piano.profili_ruolo.iter().map(|r| (r.luogo, r.area.as_deref()));
    consistenza
        .chain(dotazione)
        .chain(proiezione)
        .chain(cessazioni)
        .chain(assunzioni)
        .chain(riallocazione)
        .chain(profili)
        .filter_map(|(luogo, area)| Some((luogo, area?)))
}
