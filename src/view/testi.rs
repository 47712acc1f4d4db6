//! The fixed words that layouts print.

/// Every fixed word of the pages, by key. The keys are in alphabetical order.
pub const TESTI: &[(&str, &str)] = &[
    ("bozza_avviso", "Testo in lavorazione: può cambiare fino all’adozione."),
    ("collegamento", "Collegamento permanente"),
    ("di", "di"),
    ("home", "Pagina iniziale"),
    ("in_questa_sezione", "In questa sezione"),
    ("indice", "Indice"),
    ("mappa_in_parole", "La mappa in una tabella"),
    ("nota", "Nota"),
    ("note", "Note"),
    ("pagina", "pagina"),
    ("percorso", "Percorso di navigazione"),
    ("precedente", "Precedente"),
    ("pref_colori", "Colori"),
    ("pref_colori_alti", "Contrasto alto"),
    ("pref_colori_auto", "Come il dispositivo"),
    ("pref_colori_chiari", "Chiari"),
    ("pref_colori_scuri", "Scuri"),
    ("pref_lettura", "Lettura"),
    ("pref_righe", "Righe più corte"),
    ("pref_segni", "Senza i segni § accanto ai titoli"),
    ("pref_spazi", "Spazi più ampi"),
    ("pref_testo", "Dimensione del testo"),
    ("pref_testo_doppio", "Doppio"),
    ("pref_testo_grande", "Grande"),
    ("pref_testo_molto_grande", "Molto grande"),
    ("pref_testo_normale", "Normale"),
    ("preferenze", "Preferenze di lettura"),
    ("salta_contenuto", "Vai al contenuto"),
    ("salta_indice", "Vai all’indice"),
    ("salti", "Collegamenti rapidi"),
    ("segno", "§"),
    ("segno_ritorno", "torna al testo"),
    ("sorgente", "La sorgente del piano: i file da cui è stato compilato."),
    ("stato", "Stato"),
    ("successiva", "Successiva"),
    ("tono_avviso", "Attenzione"),
    ("tono_informazione", "Nota"),
    ("tono_mancante", "Da completare"),
    ("torna_inizio", "Torna all’inizio"),
    ("torna_nota", "Torna al testo della nota"),
    ("vicine", "Pagina precedente e successiva"),
];

#[cfg(test)]
mod tests {
    use super::TESTI;

    #[test]
    fn keys_are_unique() {
        let mut keys: Vec<_> = TESTI.iter().map(|(key, _)| key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), TESTI.len());
    }
}
