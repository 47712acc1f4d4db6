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
    &indicatori::nome_indicatore_ripetuto::RULE,      // IND-001
    &indicatori::indicatore_senza_partenza::RULE,     // IND-004
    &indicatori::traguardo_mancante::RULE,            // IND-005
    &indicatori::partenza_dopo_il_traguardo::RULE,    // IND-007
    &indicatori::traguardo_contro_polarita::RULE,     // IND-008
    &indicatori::valore_fuori_scala::RULE,            // IND-009
    &indicatori::tipo_fuori_posto::RULE,              // IND-010
    &indicatori::codice_indicatore_ripetuto::RULE,    // IND-011
    &indicatori::traguardo_fuori_triennio::RULE,      // IND-012
    &lavoro_agile::presenza_non_prevalente::RULE,     // LAV-004
    &monitoraggio::sottosezione_senza_monitoraggio::RULE, // MON-001
    &monitoraggio::ufficio_associato_non_detto::RULE, // MON-010
    &struttura_organizzativa::organigramma_spezzato::RULE, // ORG-003
    &struttura_organizzativa::dipendenti_delle_unita_discordi::RULE, // ORG-006
    &performance::obiettivo_senza_responsabile::RULE, // PER-009
    &performance::scadenza_fuori_triennio::RULE,      // PER-012
    &performance::obiettivo_senza_indicatore::RULE,   // PER-013
    &performance::indicatori_troppi::RULE,            // PER-014
    &performance::solo_indicatori_di_adempimento::RULE, // PER-015
    &performance::obiettivo_senza_strategia::RULE,    // PER-016
    &performance::obiettivo_individuale_isolato::RULE, // PER-017
    &performance::peso_dei_pagamenti_scarso::RULE,    // PER-020
    &performance::pagamenti_senza_ritardo_annuale::RULE, // PER-021
    &performance::pesi_obiettivi_non_a_cento::RULE,   // PER-025
    &performance::pesi_indicatori_non_a_cento::RULE,  // PER-026
    &performance::fasi_fuori_tempo::RULE,             // PER-027
    &performance::centro_senza_obiettivo::RULE,       // PER-028
    &performance::obiettivo_senza_risorse::RULE,      // PER-030
    &performance::obiettivo_senza_confronto::RULE,    // PER-031
    &performance::codice_obiettivo_ripetuto::RULE,    // PER-032
    &performance::obiettivo_copiato::RULE,            // PER-033
    &rischi_corruttivi::processo_senza_area::RULE,    // RCT-007
    &rischi_corruttivi::area_di_legge_scoperta::RULE, // RCT-008
    &rischi_corruttivi::processo_senza_unita::RULE,   // RCT-009
    &rischi_corruttivi::rischio_senza_misura::RULE,   // RCT-016
    &rischi_corruttivi::misura_incompleta::RULE,      // RCT-017
    &trasparenza::pubblicazione_senza_responsabile::RULE, // TRA-002
    &valore_pubblico::valore_pubblico_assente::RULE,  // VP-001
    &valore_pubblico::beneficiari_esclusi::RULE,      // VP-005
    &valore_pubblico::benessere_fuori_elenco::RULE,   // VP-013
    &valore_pubblico::strategia_senza_indicatore_di_impatto::RULE, // VP-017
    &valore_pubblico::valore_pubblico_senza_dup::RULE, // VP-018
    &valore_pubblico::valore_pubblico_senza_risorse::RULE, // VP-020
    &valore_pubblico::valori_pubblici_troppi::RULE,   // VP-021
    &valore_pubblico::valore_pubblico_senza_obiettivi::RULE, // VP-023
    &coerenza::strategia_senza_obiettivi::RULE,       // XRF-001
    &coerenza::rinvio_a_nulla::RULE,                  // XRF-002
    &coerenza::codice_ripetuto::RULE,                 // XRF-003
    &coerenza::programma_di_altra_missione::RULE,     // XRF-005
    &coerenza::risorse_oltre_il_bilancio::RULE,       // XRF-006
    &coerenza::accessibilita_senza_obiettivo::RULE,   // XRF-007
    &coerenza::procedura_isolata::RULE,               // XRF-008
    &coerenza::lavoro_agile_isolato::RULE,            // XRF-009
    &coerenza::profili_oltre_i_dipendenti::RULE,      // XRF-010
    &coerenza::ufficio_fuori_organigramma::RULE,      // XRF-011
];
