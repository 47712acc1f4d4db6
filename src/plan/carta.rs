//! Whose a plan is and where it stands: what a list of many plans says of each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Checked;
use crate::nomi::{Chiave, campo};
use crate::record::Record;

/// Whose a plan is and where it stands; what the plan does not say is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Carta {
    /// Name of the administration.
    pub denominazione: Option<String>,
    /// Its code in the national index.
    pub codice_ipa: Option<String>,
    /// Its kind, a key of the law.
    pub tipologia: Option<String>,
    /// Its region, a key of the law.
    pub regione: Option<String>,
    /// First year of the plan.
    pub anno: Option<i16>,
    /// State of the plan, a key of the law.
    pub stato: Option<String>,
    /// Day of adoption, an ISO date.
    pub adozione: Option<String>,
    /// Last day for adopting it, an ISO date.
    pub termine: Option<String>,
}

impl Carta {
    pub(super) fn of(checked: &Checked<'_>) -> Self {
        let (piao, profilo) = (&checked.piano.piao, &checked.profilo);
        let own = checked.radice.record(campo::ANAGRAFICA);
        let said = |record: Option<&Record<'_>>, campo: Chiave| {
            let text = record.map(|record| record.text(campo)).unwrap_or_default();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let anno = Some(piao.triennio.inizio).filter(|anno| *anno > 0);
        let adozione = piao.adozione.as_ref();
        let bilancio = adozione.and_then(|act| act.differimento.as_ref()?.termine_bilancio);
        let termine = anno.map(|anno| checked.law.calendario.termine(anno, bilancio, profilo));
        Self {
            denominazione: said(own, campo::DENOMINAZIONE),
            codice_ipa: said(own, campo::CODICE_IPA),
            tipologia: profilo.ente.as_ref().map(|ente| ente.chiave.clone()),
            regione: profilo.regione.clone(),
            anno,
            stato: piao.stato.map(|stato| stato.as_str().to_owned()),
            adozione: adozione.and_then(|act| act.data).map(|day| day.to_string()),
            termine: termine.map(|day| day.to_string()),
        }
    }
}
