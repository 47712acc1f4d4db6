//! The list of the rules.

#![allow(clippy::wildcard_imports, reason = "each area gives its rules by their own names")]

use super::Rule;
use super::anagrafica::*;
use super::atto::*;
use super::coerenza::*;
use super::fabbisogni::*;
use super::formazione::*;
use super::indicatori::*;
use super::lavoro_agile::*;
use super::monitoraggio::*;
use super::performance::*;
use super::pubblicazione::*;
use super::rischi_corruttivi::*;
use super::semplificato::*;
use super::struttura_organizzativa::*;
use super::testi::*;
use super::trasparenza::*;
use super::valore_pubblico::*;

/// Every rule, by code.
pub const RULES: &[&Rule] = &[
    &codice_fiscale_errato::RULE,                 // ANA-002
    &consistenza_a_data_sbagliata::RULE,          // FAB-002
    &area_di_altro_contratto::RULE,               // FAB-003
    &totali_consistenza_errati::RULE,             // FAB-004
    &dotazione_che_non_torna::RULE,               // FAB-005
    &capacita_assunzionale_errata::RULE,          // FAB-008
    &spesa_oltre_soglia::RULE,                    // FAB-009
    &spesa_oltre_limite_storico::RULE,            // FAB-011
    &lavoro_flessibile_oltre_limite::RULE,        // FAB-012
    &anno_senza_cessazioni::RULE,                 // FAB-013
    &assunzioni_oltre_capacita::RULE,             // FAB-018
    &consistenza_prevista_discorde::RULE,         // FAB-019
    &progressioni_oltre_la_meta::RULE,            // FAB-020
    &quota_riservata_errata::RULE,                // FAB-022
    &riallocazione_che_non_torna::RULE,           // FAB-023
    &risorse_dup_insufficienti::RULE,             // FAB-025
    &linee_di_indirizzo_superate::RULE,           // FAB-028
    &formazione_sotto_quaranta_ore::RULE,         // FOR-006
    &partecipanti_oltre_dipendenti::RULE,         // FOR-010
    &verifica_non_detta::RULE,                    // FOR-011
    &triennio_non_di_tre_anni::RULE,              // GEN-001
    &schema_non_rispettato::RULE,                 // GEN-002
    &piano_non_dovuto::RULE,                      // GEN-004
    &regime_non_dovuto::RULE,                     // GEN-005
    &regime_non_motivato::RULE,                   // GEN-006
    &dipendenti_discordi::RULE,                   // GEN-007
    &adozione_tardiva::RULE,                      // GEN-008
    &differimento_senza_atto::RULE,               // GEN-009
    &bilancio_dopo_il_piano::RULE,                // GEN-010
    &organo_non_competente::RULE,                 // GEN-011
    &documento_di_altro_triennio::RULE,           // GEN-013
    &contenuto_finanziario_estraneo::RULE,        // GEN-015
    &testo_troppo_lungo::RULE,                    // GEN-016
    &sezione_senza_traguardi::RULE,               // GEN-017
    &parere_dopo_il_piano::RULE,                  // GEN-018
    &valutazione_assente::RULE,                   // GEN-020
    &segnaposto::RULE,                            // GEN-021
    &atto_in_giorno_festivo::RULE,                // GEN-022
    &piano_assorbito::RULE,                       // GEN-023
    &norma_abrogata::RULE,                        // GEN-024
    &premessa_senza_decreto::RULE,                // GEN-025
    &nome_indicatore_ripetuto::RULE,              // IND-001
    &indicatore_senza_partenza::RULE,             // IND-004
    &traguardo_mancante::RULE,                    // IND-005
    &partenza_dopo_il_traguardo::RULE,            // IND-007
    &traguardo_contro_polarita::RULE,             // IND-008
    &valore_fuori_scala::RULE,                    // IND-009
    &tipo_fuori_posto::RULE,                      // IND-010
    &codice_indicatore_ripetuto::RULE,            // IND-011
    &traguardo_fuori_triennio::RULE,              // IND-012
    &presenza_non_prevalente::RULE,               // LAV-004
    &numeri_agili_impossibili::RULE,              // LAV-011
    &contratto_superato::RULE,                    // LAV-012
    &titolo_agile_cambiato::RULE,                 // LAV-013
    &sottosezione_senza_monitoraggio::RULE,       // MON-001
    &relazione_dopo_giugno::RULE,                 // MON-004
    &anno_senza_monitoraggio::RULE,               // MON-008
    &ufficio_associato_non_detto::RULE,           // MON-010
    &organigramma_spezzato::RULE,                 // ORG-003
    &dipendenti_delle_unita_discordi::RULE,       // ORG-006
    &ampiezza_media_errata::RULE,                 // ORG-007
    &unita_inesistente::RULE,                     // ORG-009
    &organigramma_senza_testo::RULE,              // ORG-010
    &obiettivo_senza_responsabile::RULE,          // PER-009
    &scadenza_fuori_triennio::RULE,               // PER-012
    &obiettivo_senza_indicatore::RULE,            // PER-013
    &indicatori_troppi::RULE,                     // PER-014
    &solo_indicatori_di_adempimento::RULE,        // PER-015
    &obiettivo_senza_strategia::RULE,             // PER-016
    &obiettivo_individuale_isolato::RULE,         // PER-017
    &peso_dei_pagamenti_scarso::RULE,             // PER-020
    &pagamenti_senza_ritardo_annuale::RULE,       // PER-021
    &dirigente_senza_formazione::RULE,            // PER-022
    &obiettivo_di_integrita_isolato::RULE,        // PER-024
    &pesi_obiettivi_non_a_cento::RULE,            // PER-025
    &pesi_indicatori_non_a_cento::RULE,           // PER-026
    &fasi_fuori_tempo::RULE,                      // PER-027
    &centro_senza_obiettivo::RULE,                // PER-028
    &obiettivo_senza_risorse::RULE,               // PER-030
    &obiettivo_senza_confronto::RULE,             // PER-031
    &codice_obiettivo_ripetuto::RULE,             // PER-032
    &obiettivo_copiato::RULE,                     // PER-033
    &pubblicazione_fuori_posto::RULE,             // PUB-001
    &documento_non_digitale::RULE,                // PUB-003
    &documento_non_accessibile::RULE,             // PUB-004
    &parole_oscure::RULE,                         // PUB-005
    &dati_personali::RULE,                        // PUB-006
    &dati_non_aperti::RULE,                       // PUB-007
    &versione_discorde::RULE,                     // PUB-009
    &file_oltre_i_limiti_del_portale::RULE,       // PUB-010
    &processo_senza_area::RULE,                   // RCT-007
    &area_di_legge_scoperta::RULE,                // RCT-008
    &processo_senza_unita::RULE,                  // RCT-009
    &unita_senza_processi::RULE,                  // RCT-010
    &valutazione_di_soli_numeri::RULE,            // RCT-014
    &livello_diverso_dalla_tabella::RULE,         // RCT-015
    &rischio_senza_misura::RULE,                  // RCT-016
    &misura_incompleta::RULE,                     // RCT-017
    &misura_fuori_tempo::RULE,                    // RCT-018
    &misura_generale_taciuta::RULE,               // RCT-020
    &misura_senza_controllo::RULE,                // RCT-021
    &formazione_anticorruzione_assente::RULE,     // RCT-027
    &verifiche_senza_tempi::RULE,                 // RCT-028
    &fasi_del_contratto_scoperte::RULE,           // RCT-029
    &fondi_europei_taciuti::RULE,                 // RCT-030
    &autovalutazione_incompleta::RULE,            // RCT-032
    &persona_riconoscibile::RULE,                 // RCT-033
    &pna_superato::RULE,                          // RCT-034
    &redazione_esterna::RULE,                     // RCT-035
    &parte_semplificata_omessa::RULE,             // SEM-001
    &area_semplificata_scoperta::RULE,            // SEM-002
    &contenuti_non_dovuti::RULE,                  // SEM-003
    &conferma_senza_dichiarazioni::RULE,          // SEM-004
    &evento_senza_aggiornamento::RULE,            // SEM-005
    &piano_oltre_il_triennio::RULE,               // SEM-006
    &sezione_della_trasparenza_taciuta::RULE,     // TRA-001
    &pubblicazione_senza_responsabile::RULE,      // TRA-002
    &ufficio_della_trasparenza_inesistente::RULE, // TRA-004
    &schema_di_pubblicazione_taciuto::RULE,       // TRA-005
    &schemi_ulteriori_non_seguiti::RULE,          // TRA-006
    &trasparenza_a_meta::RULE,                    // TRA-009
    &valore_pubblico_assente::RULE,               // VP-001
    &beneficiari_esclusi::RULE,                   // VP-005
    &benessere_fuori_elenco::RULE,                // VP-013
    &strategia_senza_indicatore_di_impatto::RULE, // VP-017
    &valore_pubblico_senza_dup::RULE,             // VP-018
    &valore_pubblico_senza_risorse::RULE,         // VP-020
    &valori_pubblici_troppi::RULE,                // VP-021
    &valore_pubblico_senza_obiettivi::RULE,       // VP-023
    &strategia_senza_obiettivi::RULE,             // XRF-001
    &rinvio_a_nulla::RULE,                        // XRF-002
    &codice_ripetuto::RULE,                       // XRF-003
    &catena_del_rischio_interrotta::RULE,         // XRF-004
    &programma_di_altra_missione::RULE,           // XRF-005
    &risorse_oltre_il_bilancio::RULE,             // XRF-006
    &accessibilita_senza_obiettivo::RULE,         // XRF-007
    &procedura_isolata::RULE,                     // XRF-008
    &lavoro_agile_isolato::RULE,                  // XRF-009
    &profili_oltre_i_dipendenti::RULE,            // XRF-010
    &ufficio_fuori_organigramma::RULE,            // XRF-011
];
