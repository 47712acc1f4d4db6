//! The list of the rules.

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
use super::rischi_corruttivi::*;
use super::struttura_organizzativa::*;
use super::trasparenza::*;
use super::valore_pubblico::*;

/// Every rule, by code.
pub const RULES: &[&Rule] = &[
    &codice_fiscale_errato::RULE,                 // ANA-002
    &consistenza_a_data_sbagliata::RULE,          // FAB-002
    &totali_consistenza_errati::RULE,             // FAB-004
    &assunzioni_oltre_capacita::RULE,             // FAB-018
    &formazione_sotto_quaranta_ore::RULE,         // FOR-006
    &triennio_non_di_tre_anni::RULE,              // GEN-001
    &regime_non_dovuto::RULE,                     // GEN-005
    &dipendenti_discordi::RULE,                   // GEN-007
    &adozione_tardiva::RULE,                      // GEN-008
    &organo_non_competente::RULE,                 // GEN-011
    &indicatore_senza_partenza::RULE,             // IND-004
    &traguardo_mancante::RULE,                    // IND-005
    &traguardo_contro_polarita::RULE,             // IND-008
    &traguardo_fuori_triennio::RULE,              // IND-012
    &presenza_non_prevalente::RULE,               // LAV-004
    &sottosezione_senza_monitoraggio::RULE,       // MON-001
    &organigramma_spezzato::RULE,                 // ORG-003
    &dipendenti_delle_unita_discordi::RULE,       // ORG-006
    &obiettivo_senza_responsabile::RULE,          // PER-009
    &scadenza_fuori_triennio::RULE,               // PER-012
    &obiettivo_senza_indicatore::RULE,            // PER-013
    &obiettivo_senza_strategia::RULE,             // PER-016
    &obiettivo_individuale_isolato::RULE,         // PER-017
    &pesi_indicatori_non_a_cento::RULE,           // PER-026
    &fasi_fuori_tempo::RULE,                      // PER-027
    &processo_senza_area::RULE,                   // RCT-007
    &area_di_legge_scoperta::RULE,                // RCT-008
    &processo_senza_unita::RULE,                  // RCT-009
    &rischio_senza_misura::RULE,                  // RCT-016
    &misura_incompleta::RULE,                     // RCT-017
    &pubblicazione_senza_responsabile::RULE,      // TRA-002
    &valore_pubblico_assente::RULE,               // VP-001
    &beneficiari_esclusi::RULE,                   // VP-005
    &strategia_senza_indicatore_di_impatto::RULE, // VP-017
    &valore_pubblico_senza_dup::RULE,             // VP-018
    &rinvio_a_nulla::RULE,                        // XRF-002
    &codice_ripetuto::RULE,                       // XRF-003
];
