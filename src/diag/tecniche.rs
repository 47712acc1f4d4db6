//! What is wrong with a file or with a form: these codes stand on no act of the law.

use super::{Finding, Phase, Severity};
use crate::source::Span;

/// A code that stands on no act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tecnica {
    /// The code.
    pub codice: &'static str,
    /// Who finds it.
    pub phase: Phase,
    /// Weight.
    pub gravita: Severity,
    /// What it asks, in a sentence.
    pub chiede: &'static str,
    /// What to do.
    pub rimedio: &'static str,
}

impl Tecnica {
    /// The defect, found at a place.
    #[must_use]
    pub fn at(&self, span: Span, message: impl Into<String>) -> Finding {
        let mut finding = Finding::new(self.codice, self.gravita, span, message);
        finding.phase = self.phase;
        // What is written there does not reach the plan; what is less than an error does.
        finding.lossy = self.phase != Phase::Waiver && self.gravita == Severity::Errore;
        finding
    }
}

/// Makes a constant of each code, and the list of them all.
macro_rules! tecniche {
    ($($name:ident = $codice:literal, $phase:ident, $gravita:ident, $chiede:literal, $rimedio:literal;)*) => {
        $(
            #[doc = $chiede]
            pub const $name: Tecnica = Tecnica {
                codice: $codice,
                phase: Phase::$phase,
                gravita: Severity::$gravita,
                chiede: $chiede,
                rimedio: $rimedio,
            };
        )*

        /// All of them, by code.
        pub const TECNICHE: &[Tecnica] = &[$($name,)*];
    };
}

tecniche! {
    CSV_001 = "CSV-001", Form, Errore,
        "Le colonne di una tabella sono quelle dei suoi campi.",
        "Scrivi nell’intestazione le chiavi o i nomi dei campi, o di’ con «colonne» a quale corrisponde un titolo.";
    CSV_002 = "CSV-002", Form, Errore,
        "Ogni riga di una tabella ha tante celle quante l’intestazione.",
        "Controlla i separatori; una cella che ne contiene uno va tra virgolette.";
    CSV_003 = "CSV-003", Form, Consiglio,
        "Una tabella è testo UTF-8, con le celle separate da «;» o da «,».",
        "Salvala come CSV UTF-8: così si legge in un modo solo.";
    CSV_004 = "CSV-004", Form, Avviso,
        "Una tabella non ha una riga di totali: le somme sono di chi la stampa.",
        "Togli la riga.";
    CSV_005 = "CSV-005", Form, Errore,
        "Le righe di uno stesso elemento dicono le stesse cose di lui, e ognuna aggiunge qualcosa.",
        "Lascia vuote le celle già scritte nella prima riga; se è un altro elemento, scrivi il suo codice.";
    DER_001 = "DER-001", Waiver, Errore,
        "Si mette da parte una regola che esiste, con un motivo; non quelle su come il piano è scritto.",
        "Il rilievo dice che cosa correggere.";
    DER_002 = "DER-002", Waiver, Avviso,
        "Si mette da parte solo una regola che ha qualcosa da dire.",
        "Togli la deroga.";
    FILE_001 = "FILE-001", Reading, Errore,
        "La cartella di un piano contiene almeno un file .toml.",
        "«piao init» ne scrive uno.";
    FILE_002 = "FILE-002", Reading, Errore,
        "I file di un piano sono testo UTF-8.",
        "Salva il file con la codifica UTF-8.";
    FILE_003 = "FILE-003", Reading, Errore,
        "Nessun collegamento esce dalla cartella del piano.",
        "Copia il file dentro la cartella.";
    FILE_004 = "FILE-004", Reading, Errore,
        "I file citati esistono.",
        "Il percorso parte dalla cartella del piano e usa «/».";
    FILE_005 = "FILE-005", Reading, Errore,
        "I file citati stanno nella cartella del piano.",
        "Scrivi un percorso senza «..» e senza «/» iniziale.";
    FILE_006 = "FILE-006", Reading, Errore,
        "Un file non supera i 16 MB.",
        "Dividilo in più file.";
    FILE_007 = "FILE-007", Syntax, Errore,
        "Nella cartella di un piano non ci sono copie delle sue parti.",
        "Togli la copia dalla cartella.";
    FILE_008 = "FILE-008", Reading, Errore,
        "Le parti di un piano hanno un nome che finisce con .toml.",
        "Togli «.txt» dal nome del file.";
    FILE_009 = "FILE-009", Reading, Errore,
        "Le parti di un piano sono file, non canali o dispositivi.",
        "Metti al suo posto un file.";
    FILE_010 = "FILE-010", Reading, Errore,
        "Una cartella di lavoro è .xlsx o .ods, senza parola chiave, e si apre.",
        "Aprila con un foglio di calcolo e salvala di nuovo.";
    FILE_011 = "FILE-011", Form, Errore,
        "Un’immagine è PNG, JPEG o SVG, si apre fino in fondo e non supera i 5 MB.",
        "Salvala di nuovo, in uno di questi formati.";
    FILE_012 = "FILE-012", Form, Errore,
        "Un disegno SVG è solo un disegno: senza programmi, animazioni o rimandi fuori dal suo file.",
        "Salvalo come «SVG semplice», con i testi in tracciati e senza immagini dentro, o come PNG.";
    FILE_013 = "FILE-013", Form, Errore,
        "Un allegato è un PDF che si apre, senza parola chiave.",
        "Salvalo di nuovo come PDF, senza protezione.";
    FOGLIO_001 = "FOGLIO-001", Form, Errore,
        "Le celle di una tabella non sono unite.",
        "Separale, e scrivi il valore in ogni riga a cui si riferisce.";
    FOGLIO_002 = "FOGLIO-002", Form, Avviso,
        "Una tabella non ha righe o colonne nascoste: si leggono come le altre.",
        "Mostrale, o toglile dal foglio.";
    FOGLIO_003 = "FOGLIO-003", Form, Errore,
        "Ogni cella di una tabella ha un valore, non un errore né una formula mai calcolata.",
        "Correggi la formula e salva il file con un foglio di calcolo.";
    FOGLIO_004 = "FOGLIO-004", Form, Errore,
        "Di una cartella di lavoro con più fogli si dice quale si legge.",
        "Scrivi «foglio» accanto a «file», con il nome di uno dei fogli.";
    FORM_001 = "FORM-001", Form, Errore,
        "Le chiavi sono quelle dello schema.",
        "Correggi la chiave; ciò che lo schema non prevede va in [[sottosezioni_libere]].";
    FORM_002 = "FORM-002", Form, Errore,
        "Ogni valore ha la forma del suo campo.",
        "Il rilievo dice quale forma serve.";
    FORM_003 = "FORM-003", Form, Errore,
        "I valori di un elenco chiuso sono quelli dell’elenco.",
        "Scegli uno dei valori ammessi.";
    FORM_004 = "FORM-004", Form, Errore,
        "Un elemento ha le chiavi che lo rendono tale.",
        "Aggiungi la chiave che manca.";
    FORM_005 = "FORM-005", Form, Errore,
        "Le sottosezioni libere scendono al più di cinque livelli.",
        "Porta il testo al livello superiore.";
    FORM_006 = "FORM-006", Form, Errore,
        "Ciò che vale per una cosa sola è scritto una volta sola.",
        "Tieni una delle due, con ciò che dice l’altra.";
    TESTO_001 = "TESTO-001", Text, Errore,
        "I testi sono Markdown, senza HTML.",
        "Usa Markdown; se serve il segno «<», scrivi «\\<».";
    TESTO_002 = "TESTO-002", Text, Errore,
        "In un testo un’immagine sta in un capoverso tutto suo, e si trova nella cartella del piano.",
        "Scrivi ![che cosa mostra](immagini/nome.png) tra due righe vuote.";
    TESTO_003 = "TESTO-003", Text, Errore,
        "Ogni carattere si legge e si disegna.",
        "Cancella o sostituisci il carattere.";
    TESTO_004 = "TESTO-004", Text, Errore,
        "Un collegamento comincia con https://, mailto: o tel:.",
        "Correggi l’indirizzo.";
    TESTO_005 = "TESTO-005", Text, Errore,
        "Gli elenchi stanno uno dentro l’altro al più sei volte.",
        "Riduci i livelli.";
    TESTO_006 = "TESTO-006", Text, Consiglio,
        "I testi non hanno caselle da spuntare né formule: si stampano come sono scritte.",
        "Scrivi un elenco, o la formula in parole.";
    TESTO_007 = "TESTO-007", Text, Errore,
        "Una parola non supera i 1.000 caratteri, né un capoverso 1.000 parentesi quadre.",
        "Va a capo o dividi: nessuna pagina saprebbe disegnarlo in tempo ragionevole.";
    TESTO_008 = "TESTO-008", Text, Errore,
        "Ogni immagine ha un’alternativa: ciò che dice a chi non la vede.",
        "Scrivi in una frase che cosa mostra; di un grafico, che cosa se ne ricava.";
    TESTO_009 = "TESTO-009", Text, Avviso,
        "L’alternativa di un’immagine dice che cosa mostra, non che è un’immagine.",
        "Scrivi in una frase che cosa mostra; di un grafico, che cosa se ne ricava.";
    TESTO_010 = "TESTO-010", Text, Consiglio,
        "Un’immagine ha abbastanza punti per la stampa.",
        "Usa l’originale, o un disegno SVG.";
    TOML_001 = "TOML-001", Reading, Errore,
        "I file sono TOML valido.",
        "Il rilievo dice che cosa non va e dove.";
    TOML_002 = "TOML-002", Syntax, Errore,
        "Una chiave è scritta una volta sola.",
        "Tieni una delle due.";
    TOML_003 = "TOML-003", Syntax, Errore,
        "La sintassi è TOML 1.0, che ogni editor legge.",
        "Il rilievo dice come riscriverla.";
    TOML_004 = "TOML-004", Syntax, Errore,
        "Una chiave è scritta in un solo file.",
        "Tieni una delle due.";
}
