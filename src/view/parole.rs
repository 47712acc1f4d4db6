//! The fixed words of the document itself; those of the layouts are in [`super::testi`].

use super::document::Allinea;

/// What the plan is, for whoever finds it from outside.
pub(super) fn descrizione(ente: &str, triennio: &str) -> String {
    format!(
        "{ente}, PIAO {triennio}: i valori pubblici e per chi sono, gli obiettivi, chi ne risponde \
         ed entro quando, i rischi, le persone."
    )
}

/// In a cell: a datum that is due and not given.
pub(super) const MANCA_IN_CELLA: &str = "manca";
/// Title of a list of what is missing, of one thing and of more; the stem of its anchor.
pub(super) const MANCA: &str = "Manca ancora";
pub(super) const MANCANO: &str = "Mancano ancora";
pub(super) const MANCA_ANCORA: &str = "manca";
/// Title and text of the remark that stands for a whole sub-section; its articles follow.
pub(super) const MANCA_SOTTOSEZIONE: &str = "Manca tutta la sottosezione";
pub(super) const MANCA_SEZIONE: &str = "Manca tutta la sezione";
pub(super) const MANCA_PARTE: &str = "Il piano non ne scrive ancora nulla";
/// After articles that are to be read again before trusting them.
pub(super) const DA_RILEGGERE: &str = " (citazione da rileggere)";
/// In the place of the days of what has none, and of what ends before it begins.
pub(super) const SENZA_DATE: &str = "senza date";
pub(super) const DATE_INVERTITE: &str = "la fine precede l’inizio";
/// Before what something lacks, and before what amounts are summed by.
pub(super) const SENZA: &str = "Senza";
pub(super) const PER: &str = "per";
pub(super) const SOMME_PER: &str = "Somme per";
/// Captions of the tables of the events at risk, and the heading of their count.
pub(super) const GRIGLIA: &str = "Eventi rischiosi per probabilità e impatto";
pub(super) const LIVELLI: &str = "Eventi rischiosi per livello";
pub(super) const EVENTI: &str = "Eventi rischiosi";
/// Heading of the strips of the indicators.
pub(super) const PERCORSO: &str = "Percorso";
/// What a table is called where it is cited.
pub(super) const TAVOLA: &str = "Tavola";
/// What the amounts of a table are in.
pub(super) const IN_EURO: &str = "importi in euro";
/// Before the day that a table is about.
pub(super) const DATI: &str = "dati";
/// Before where the data of a table come from, and how they are to be read.
pub(super) const FONTE: &str = "Fonte: ";
pub(super) const NOTE: &str = "Note: ";
/// Before what is computed of a list as a whole.
pub(super) const NEL_COMPLESSO: &str = "Calcolato sulle righe:";
/// Under a table with computed rows.
pub(super) const TOTALI_CALCOLATI: &str = "I totali sono calcolati.";
/// The row of totals.
pub(super) const TOTALE: &str = "Totale";
/// Beside a mean at the foot of a table.
pub(super) const MEDIA_PESATA: &str = "media pesata";
/// Column of the codes of records.
pub(super) const CODICE: &str = "Codice";
/// From where a record starts to where it wants to arrive.
pub(super) const RISULTATO: &str = "Risultato atteso";
/// Follows what the plan does not write, and its own numbers say.
pub(super) const CALCOLATO: &str = "calcolato";
/// The unit of a difference between percentages.
pub(super) const PUNTI: &str = "punti percentuali";
/// Title of what says how the document is to be read.
pub(super) const GUIDA: &str = "Come si legge questo piano";
/// Before the sections of the scheme that the plan has: all of them, one, some.
pub(super) const SEZIONI_TUTTE: &str = "Il piano ha tutte le sezioni dello schema ministeriale: ";
pub(super) const SEZIONI_UNA: &str = "Dello schema ministeriale il piano ha una sezione: ";
pub(super) const SEZIONI_ALCUNE: &str = "Dello schema ministeriale il piano ha queste sezioni: ";
/// Before the parts that the plan does not have, one or more: due and not written, omitted, not due.
pub(super) const NON_SCRITTA: &str = "Non è ancora scritta: ";
pub(super) const NON_SCRITTE: &str = "Non sono ancora scritte: ";
pub(super) const OMESSA: &str = "È omessa, con il motivo: ";
pub(super) const OMESSE: &str = "Sono omesse, con il motivo: ";
pub(super) const NON_CHIESTA: &str = "A questa amministrazione non è chiesta: ";
pub(super) const NON_CHIESTE: &str = "A questa amministrazione non sono chieste: ";
/// How codes are to be read.
pub(super) const LETTURA_CODICI: &str = "Gli elementi del piano che hanno un codice si citano con \
     quello: chi li richiama altrove rimanda sempre allo stesso punto.";
/// Where the map of spheres leads, with public values and without.
pub(super) const LETTURA_MAPPA: &str =
    "La mappa delle sfere porta ai valori pubblici e a ogni parte del piano.";
pub(super) const LETTURA_MAPPA_PARTI: &str = "La mappa delle sfere porta a ogni parte del piano.";
/// How figures are to be read, and the strips beside the indicators.
pub(super) const LETTURA_FIGURE: &str = "Ogni figura disegna ciò che dice la tabella o l’elenco che le sta accanto. Nei calendari una barra \
     va dal primo all’ultimo giorno, un rombo è una scadenza, un cerchio vuoto un inizio senza fine.";
pub(super) const LETTURA_PERCORSO: &str = "Il percorso di un indicatore va dal cerchio vuoto, il valore di partenza, ai cerchi pieni, i \
     traguardi; la punta dice da quale parte si migliora.";
/// Added when the document is a draft.
pub(super) const LETTURA_BOZZA: &str = "Questa è una bozza: può cambiare fino all’adozione.";
/// Added when the document is what an organ is asked to adopt.
pub(super) const LETTURA_PROPOSTA: &str = "Questa è la proposta per l’organo che adotta il piano: numero e data dell’atto ancora non ci sono.";
/// In the place of the number and of the day of an act still to come.
pub(super) const IN_BIANCO: &str = "________";
/// Head of the text for the act that adopts the plan.
pub(super) const TESTO_DELL_ATTO: &str = "Testo per l’atto";
/// An act of which nothing is known yet.
pub(super) const ATTO: &str = "Atto";
/// Columns of the revisions, whatever they fill.
pub(super) const REVISIONI: &[(&str, Allinea)] = &[
    ("Versione", Allinea::Inizio),
    ("Sostituisce la", Allinea::Inizio),
    ("Data", Allinea::Inizio),
    ("Sottosezione", Allinea::Inizio),
    ("Che cosa cambia", Allinea::Inizio),
    ("Atto", Allinea::Inizio),
];
/// On a sub-section that was changed after the adoption, before the version that changed it.
pub(super) const AGGIORNATA: &str = "Aggiornata con la versione";
/// Added when something is missing.
pub(super) const LETTURA_MANCANZE: &str = "Ciò che la legge chiede e che il piano non dice ancora è \
     elencato dove manca, con l’articolo che lo chiede.";
/// Added when a plan in force lists its findings.
pub(super) const LETTURA_RILIEVI: &str = "In fondo c’è l’elenco di ciò che, secondo il controllo \
     automatico, in questo piano manca o non torna.";
/// Header of the labels of a table of labels and values.
pub(super) const VOCE: &str = "Voce";
/// Header of its values.
pub(super) const VALORE: &str = "Dato";
/// The map of spheres: its title, its columns, what its ribbons are.
pub(super) const MAPPA: &str = "La mappa del piano";
pub(super) const MAPPA_CHI: &str = "Per chi";
pub(super) const MAPPA_VALORI: &str = "I valori pubblici";
pub(super) const MAPPA_PARTI: &str = "Le parti del piano";
pub(super) const MAPPA_CENTRO: &str = "Valore pubblico";
pub(super) const MAPPA_ALTRI: &str = "altri";
pub(super) const MAPPA_NASTRI: &str = "Un nastro unisce ciò che il piano lega: più è largo, più sono \
     gli elementi del piano che lo fanno.";
pub(super) const MAPPA_PORTATORI: &str = "Chi ha interesse al piano";
pub(super) const MAPPA_FUORI: &str = "Fuori dalle sezioni";
/// The plan on one page.
pub(super) const PAGINA: &str = "Il piano in una pagina";
/// Caption of its table, what stands under it, and before what the map draws of a value.
pub(super) const PAGINA_TABELLA: &str = "I valori pubblici in cifre";
pub(super) const PAGINA_NOTA: &str = "Obiettivi e risorse sono calcolati sul piano.";
pub(super) const PAGINA_NOTA_LEGAMI: &str = "Obiettivi e risorse sono calcolati sul piano; tra parentesi, quanti suoi elementi legano il \
     valore a quelle persone e a quella parte.";
pub(super) const PAGINA_PER: &str = "Per: ";
pub(super) const PAGINA_PARTI: &str = "Nelle parti: ";
/// Its columns.
pub(super) const PAGINA_COLONNE: [(&str, Allinea, u8); 5] = [
    ("Valore pubblico", Allinea::Inizio, 3),
    ("Da dove si parte → dove si arriva", Allinea::Inizio, 4),
    (PERCORSO, Allinea::Inizio, 2),
    ("Obiettivi", Allinea::Fine, 1),
    ("Risorse del triennio (€)", Allinea::Fine, 2),
];
/// The questions of the opening.
pub(super) const DOMANDE: &str = "Il piano per domande";
pub(super) const PER_CHI: &str = "Che cosa fa il piano per…";
pub(super) const PER_CHI_PARTI: &str = "nelle parti ";
pub(super) const CHI_RISPONDE: &str = "Chi risponde";
pub(super) const NUMERI: &str = "I numeri del piano";
/// Caption of the numbers.
pub(super) const NUMERI_TABELLA: &str = "Quanti elementi ha il piano (calcolato)";
pub(super) const QUANTI: &str = "Quanti";
/// The dated things.
pub(super) const SCADENZE: &str = "Scadenze";
pub(super) const SCADENZE_SOMMARIO: &str =
    "Tutto ciò che nel piano ha una data, mese per mese e ufficio per ufficio.";
pub(super) const SCADENZE_ANNI: &str = "Quante scadenze ha ogni anno";
pub(super) const CHE_COSA: &str = "Che cosa";
pub(super) const GIORNO: &str = "Entro";
pub(super) const CHI: &str = "Chi";
/// Before the links that lead back to a record.
pub(super) const COLLEGAMENTI: &str = "Nel resto del piano";
/// Mark of an annex.
pub(super) const ALLEGATO: &str = "Allegato";
/// What the list of the sources holds.
pub(super) const FONTI: &str = "Gli atti che chiedono ciò che il piano dice, e quelli che cita.";
/// Headers of the table of women and men by area, and its caption.
pub(super) const DONNE_E_UOMINI: [&str; 4] = ["Area", "Donne", "Uomini", "Totale"];
pub(super) const DIDASCALIA_AREE: &str = "Donne e uomini per area: somme delle righe del piano";
/// Headers of the table of who comes and goes, and its caption: where nobody is counted whom some
/// ways of hiring may have counted already, and where somebody is.
pub(super) const FLUSSO: [&str; 6] =
    ["Anno", "A inizio anno", "In entrata", "In uscita", "Altri movimenti", "A fine anno"];
pub(super) const DIDASCALIA_FLUSSO: &str =
    "Le persone anno per anno: somme delle righe del piano, senza chi passa da un’area all’altra";
pub(super) const DIDASCALIA_FLUSSO_INCERTO: &str = "Le persone anno per anno: somme delle righe \
     del piano, senza chi passa da un’area all’altra. Gli altri movimenti, come stabilizzazioni e \
     comandi, possono cambiare il numero delle persone o lasciarlo com’è.";
/// What can be looked for by its name.
pub(super) const SEZIONE: &str = "Sezione";
pub(super) const SOTTOSEZIONE: &str = "Sottosezione";
pub(super) const SIGLA: &str = "Sigla";
/// The dated things of each office, and those of nobody.
pub(super) const PER_UFFICIO: &str = "Ufficio per ufficio";
pub(super) const DI_NESSUNO: &str = "Senza un responsabile";
