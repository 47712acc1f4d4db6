//! Sub-section 2.3: processes, risks, measures.

pub(super) mod area_di_legge_scoperta;
pub(super) mod autovalutazione_incompleta;
pub(super) mod fasi_del_contratto_scoperte;
pub(super) mod fondi_europei_taciuti;
pub(super) mod formazione_anticorruzione_assente;
pub(super) mod livello_diverso_dalla_tabella;
pub(super) mod misura_fuori_tempo;
pub(super) mod misura_generale_taciuta;
pub(super) mod misura_incompleta;
pub(super) mod misura_senza_controllo;
pub(super) mod persona_riconoscibile;
pub(super) mod pna_superato;
pub(super) mod processo_senza_area;
pub(super) mod processo_senza_unita;
pub(super) mod redazione_esterna;
pub(super) mod rischio_senza_misura;
pub(super) mod unita_senza_processi;
pub(super) mod valutazione_di_soli_numeri;
pub(super) mod verifiche_senza_tempi;
