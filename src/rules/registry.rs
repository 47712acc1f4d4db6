//! The list of the rules.

use super::{
    Rule, anagrafica, atto, coerenza, fabbisogni, formazione, indicatori, lavoro_agile,
    monitoraggio, performance, rischi_corruttivi, struttura_organizzativa, trasparenza,
    valore_pubblico,
};

/// Every rule, by code.
pub const RULES: &[&Rule] = &[
    &anagrafica::codice_fiscale_errato::RULE,         // ANA-002
    &fabbisogni::consistenza_a_data_sbagliata::RULE,  // FAB-002
    &fabbisogni::totali_consistenza_errati::RULE,     // FAB-004
    &fabbisogni::assunzioni_oltre_capacita::RULE,     // FAB-018
    &formazione::formazione_sotto_quaranta_ore::RULE, // FOR-006
    &atto::triennio_non_di_tre_anni::RULE,            // GEN-001
    &atto::regime_non_dovuto::RULE,                   // GEN-005
    &atto::dipendenti_discordi::RULE,                 // GEN-007
    &atto::adozione_tardiva::RULE,                    // GEN-008
    &atto::organo_non_competente::RULE,               // GEN-011
    &indicatori::indicatore_senza_partenza::RULE,     // IND-004
    &indicatori::traguardo_mancante::RULE,            // IND-005
    &indicatori::traguardo_contro_polarita::RULE,     // IND-008
    &indicatori::traguardo_fuori_triennio::RULE,      // IND-012
    &lavoro_agile::presenza_non_prevalente::RULE,     // LAV-004
    &lavoro_agile::numeri_agili_impossibili::RULE,    // LAV-011
    &lavoro_agile::contratto_superato::RULE,          // LAV-012
    &lavoro_agile::titolo_agile_cambiato::RULE,       // LAV-013
    &monitoraggio::sottosezione_senza_monitoraggio::RULE, // MON-001
    &struttura_organizzativa::organigramma_spezzato::RULE, // ORG-003
    &struttura_organizzativa::dipendenti_delle_unita_discordi::RULE, // ORG-006
    &performance::obiettivo_senza_responsabile::RULE, // PER-009
    &performance::scadenza_fuori_triennio::RULE,      // PER-012
    &performance::obiettivo_senza_indicatore::RULE,   // PER-013
    &performance::obiettivo_senza_strategia::RULE,    // PER-016
    &performance::obiettivo_individuale_isolato::RULE, // PER-017
    &performance::pesi_indicatori_non_a_cento::RULE,  // PER-026
    &performance::fasi_fuori_tempo::RULE,             // PER-027
    &rischi_corruttivi::processo_senza_area::RULE,    // RCT-007
    &rischi_corruttivi::area_di_legge_scoperta::RULE, // RCT-008
    &rischi_corruttivi::processo_senza_unita::RULE,   // RCT-009
    &rischi_corruttivi::unita_senza_processi::RULE,   // RCT-010
    &rischi_corruttivi::valutazione_di_soli_numeri::RULE, // RCT-014
    &rischi_corruttivi::livello_diverso_dalla_tabella::RULE, // RCT-015
    &rischi_corruttivi::rischio_senza_misura::RULE,   // RCT-016
    &rischi_corruttivi::misura_incompleta::RULE,      // RCT-017
    &rischi_corruttivi::misura_fuori_tempo::RULE,     // RCT-018
    &rischi_corruttivi::misura_generale_taciuta::RULE, // RCT-020
    &rischi_corruttivi::formazione_anticorruzione_assente::RULE, // RCT-027
    &rischi_corruttivi::verifiche_senza_tempi::RULE,  // RCT-028
    &rischi_corruttivi::fasi_del_contratto_scoperte::RULE, // RCT-029
    &rischi_corruttivi::fondi_europei_taciuti::RULE,  // RCT-030
    &rischi_corruttivi::autovalutazione_incompleta::RULE, // RCT-032
    &rischi_corruttivi::persona_riconoscibile::RULE,  // RCT-033
    &rischi_corruttivi::pna_superato::RULE,           // RCT-034
    &rischi_corruttivi::redazione_esterna::RULE,      // RCT-035
    &trasparenza::pubblicazione_senza_responsabile::RULE, // TRA-002
    &trasparenza::schema_di_pubblicazione_taciuto::RULE, // TRA-005
    &trasparenza::trasparenza_a_meta::RULE,           // TRA-009
    &valore_pubblico::valore_pubblico_assente::RULE,  // VP-001
    &valore_pubblico::beneficiari_esclusi::RULE,      // VP-005
    &valore_pubblico::strategia_senza_indicatore_di_impatto::RULE, // VP-017
    &valore_pubblico::valore_pubblico_senza_dup::RULE, // VP-018
    &coerenza::rinvio_a_nulla::RULE,                  // XRF-002
    &coerenza::codice_ripetuto::RULE,                 // XRF-003
];
