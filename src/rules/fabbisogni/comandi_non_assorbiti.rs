//! FAB-031.

use crate::model::campo;
use crate::model::scelte::ModalitaAssunzione;
use crate::rules::parole::conta;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let (piano, fabbisogni) = (contesto.piano, &contesto.piano.fabbisogni);
    let lent = piano.consistenza.iter().filter_map(|riga| riga.comandati_in);
    let lent = lent.fold(0_i64, i64::saturating_add);
    let long = fabbisogni.comandi.as_ref().and_then(|comandi| comandi.oltre_dodici_mesi);
    let (Some(long), Some(comandi)) = (long, &fabbisogni.comandi) else {
        if lent > 0 {
            let (luogo, campo) = match &fabbisogni.comandi {
                Some(comandi) => (comandi.luogo, campo::OLTRE_DODICI_MESI),
                None => (fabbisogni.luogo, campo::COMANDI),
            };
            report
                .at(luogo, campo, "non è detto quante persone sono in comando da oltre dodici mesi")
                .label(format!("in comando {}", conta(lent, "persona", "persone")))
                .help("scrivi per esempio comandi = { oltre_dodici_mesi = 1, immissione = \"Nel 2027\" }");
        }
        return;
    };
    let said = comandi.immissione.as_ref().is_some_and(|text| !text.is_empty());
    let mut hires = piano.assunzioni.iter();
    let mode = Some(ModalitaAssunzione::ImmissioneComandati);
    if long > 0 && !said && hires.all(|a| a.modalita != mode) {
        report
            .at(
                comandi.luogo,
                campo::IMMISSIONE,
                "non è detto se chi è in comando da oltre dodici mesi entra in ruolo",
            )
            .label(conta(long, "persona", "persone"))
            .help("scrivi «immissione», o un’assunzione con modalita = \"immissione_comandati\"");
    }
}
