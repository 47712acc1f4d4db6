//! The fixed words that layouts print.

/// How the open data are written, for whoever uses them.
pub const DATI_CONVENZIONI: &str = "Una tavola per ogni elenco di elementi del piano (CSV, RFC 4180, UTF-8): le colonne \
    sono le chiavi del piano, «baseline.anno» quella di un elemento interno, «target 2027» il valore di un anno. Nelle \
    tavole di elementi interni la prima colonna dice a quale elemento appartiene la riga. Più valori in una cella sono \
    separati da una barra verticale. Un apostrofo precede il testo che comincia con =, +, - o @, perché un foglio di \
    calcolo non lo prenda per una formula. «elenchi» scioglie le chiavi degli elenchi chiusi. «piano.json» è il piano \
    intero, con le chiavi della sua sorgente.";

/// Every fixed word of the pages, by key. The keys are in alphabetical order.
pub const TESTI: &[(&str, &str)] = &[
    ("assente", "Pagina non trovata"),
    (
        "assente_perche",
        "A questo indirizzo non c’è nessuna pagina del piano: forse è stata spostata, o l’indirizzo è scritto male. Si può ripartire da qui:",
    ),
    ("bozza_avviso", "Testo in lavorazione: può cambiare fino all’adozione."),
    ("cerca", "Cerca"),
    ("cerca_alcune", "Nessun risultato con tutte le parole; {n} con qualcuna di «{q}»."),
    ("cerca_altri", "Mostra altri risultati"),
    ("cerca_campo", "Una parola, un nome o un codice"),
    ("cerca_molti", "{n} risultati per «{q}»."),
    (
        "cerca_nessuno",
        "Nessun risultato per «{q}». Prova con un’altra parola, o cerca nell’elenco dalla A alla Z.",
    ),
    (
        "cerca_senza",
        "La ricerca vuole JavaScript. Senza, i nomi e i codici del piano sono tutti qui sotto.",
    ),
    ("cerca_titolo", "Cerca nel piano"),
    ("cerca_uno", "Un risultato per «{q}»."),
    ("cita", "Cita"),
    ("cita_nota", "Per citare un punto, seguine il segno § e copia l’indirizzo della pagina."),
    ("cita_pdf", "Lo stesso punto nel PDF"),
    ("codici", "Numeri e codici"),
    ("collegamento", "Collegamento permanente"),
    ("dati", "Dati aperti"),
    ("dati_csv", "CSV"),
    ("dati_descrizione", "Descrizione dei dati, con il dizionario di ogni colonna"),
    ("dati_piano", "Il piano intero, per i programmi"),
    ("dati_riga", "riga"),
    ("dati_righe", "righe"),
    ("dati_tavole", "Le tavole"),
    ("di", "di"),
    ("home", "Pagina iniziale"),
    ("impronta", "Impronta della sorgente (SHA-256)"),
    ("in_questa_sezione", "In questa sezione"),
    ("indice", "Indice"),
    ("lettere", "Dalla A alla Z"),
    ("licenza", "Licenza"),
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
    ("scarica", "Scarica"),
    ("fascicolo_allegato", "È tra i file allegati a questo documento, con il nome"),
    ("fascicolo_altrove", "È allegato al documento ufficiale, in PDF, e pubblicato con il sito."),
    ("fascicolo_impronta", "Impronta SHA-256"),
    (
        "scarica_altrove",
        "Questo sito è pubblicato da solo: il PDF, il file unico e i dati non gli stanno accanto.",
    ),
    ("scarica_file", "File unico accessibile"),
    (
        "scarica_file_nota",
        "Tutto il piano in una pagina, da leggere anche senza rete e da stampare.",
    ),
    ("scarica_mappa", "Mappa del piano, foglio A3 da appendere (PDF)"),
    ("scarica_mappa_nota", "Ciò che disegna è anche in parole, nella prima pagina di questo sito."),
    ("scarica_pdf", "Documento ufficiale, PDF"),
    (
        "scarica_pdf_nota",
        "Il piano come è approvato: archiviabile (PDF/A) e accessibile (PDF/UA), con la sua sorgente allegata.",
    ),
    ("scarica_piano", "Scarica il piano e i suoi dati"),
    ("scarica_scadenze", "Le scadenze, per il calendario"),
    ("scarica_scadenze_nota", "Il file si apre con qualunque calendario (iCalendar)."),
    ("segno", "§"),
    ("segno_ritorno", "torna al testo"),
    ("servizio", "Pagine di servizio"),
    ("stato", "Stato"),
    ("successiva", "Successiva"),
    ("tavole", "Tavole"),
    ("tono_avviso", "Attenzione"),
    ("tono_informazione", "Nota"),
    ("tono_mancante", "Da completare"),
    ("torna_indice", "Torna all’indice"),
    ("torna_inizio", "Torna all’inizio"),
    ("torna_nota", "Torna al testo della nota"),
    ("versione", "versione"),
    ("vicine", "Pagina precedente e successiva"),
];

/// What the PDF says of the list of the files that it carries, and before the name of each.
pub const ELENCO_SORGENTE: &str = "La sorgente del piano: i file da cui è stato compilato";
/// See [`ELENCO_SORGENTE`].
pub const FILE_SORGENTE: &str = "Sorgente del piano:";

/// On the poster: where the spheres lead, and where the same map is in words.
pub const POSTER_SFERE: &str = "Ogni sfera porta alla sua pagina.";
/// See [`POSTER_SFERE`].
pub const POSTER_PAROLE: &str = "La stessa mappa, in parole e in una tabella che si ascolta:";

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
