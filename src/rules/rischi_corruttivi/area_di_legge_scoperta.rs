//! RCT-008.

use crate::law::elenchi;
use crate::model::campo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(aree) = contesto.law.vocabolari.get(elenchi::AREE_RISCHIO) else { return };
    if piano.processi.is_empty() {
        return;
    }
    for area in aree.voci.iter().filter(|area| area.legge.is_some()) {
        let chiave = area.chiave.as_str();
        let mapped = piano.processi.iter().any(|p| p.area.as_deref() == Some(chiave));
        let motivated = piano.rischi_corruttivi.aree_motivate.iter().any(|a| a.area == chiave);
        if mapped || motivated {
            continue;
        }
        let typed = report.offer(&format!("processi[area = {chiave}]")).unwrap_or_default();
        report
            .at(
                piano.luogo,
                campo::PROCESSI,
                format!("nessun processo sta nell’area «{}»", area.etichetta),
            )
            .lacks_rows()
            .label("la legge considera sempre a rischio quest’area")
            .help(format!(
                "se l’amministrazione non svolge queste attività, di’ perché in \
                 [[rischi_corruttivi.aree_motivate]]; altrimenti {typed}"
            ));
    }
}
