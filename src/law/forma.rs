//! The forms that a value of a plan may have, as the piano-tipo names them.

use serde::Deserialize;

/// The form of a field: one value, or a list of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Forma {
    /// Whether the field holds a list.
    pub elenco: bool,
    /// The form of each value.
    pub base: Base,
}

/// The form of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Base {
    /// Text on one line.
    Riga,
    /// Markdown, in place or in a file.
    Testo,
    /// A code, unique in the plan.
    Id,
    /// A whole number, not negative.
    Intero,
    /// A whole number, or about so many: what was written is kept.
    Conteggio,
    /// A number.
    Numero,
    /// An amount in euro.
    Euro,
    /// A percentage, 0 to 100.
    Percento,
    /// A year.
    Anno,
    /// A date.
    Data,
    /// Yes or no.
    SiNo,
    /// A measured value: what was written is kept beside what was understood.
    Misura,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// An image of the plan's folder, with the words that stand for it.
    Immagine,
    /// A PDF of the plan's folder.
    Pdf,
    /// A key of a closed list.
    Scelta(String),
    /// The code of a record of this kind.
    Riferimento(String),
    /// A record of this kind.
    Record(String),
}

impl From<String> for Forma {
    fn from(text: String) -> Self {
        let (elenco, rest) = match text.strip_prefix("elenco di ") {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let base = match rest {
            "riga" => Base::Riga,
            "testo" => Base::Testo,
            "id" => Base::Id,
            "intero" => Base::Intero,
            "conteggio" => Base::Conteggio,
            "numero" => Base::Numero,
            "euro" => Base::Euro,
            "percento" => Base::Percento,
            "anno" => Base::Anno,
            "data" => Base::Data,
            "si_no" => Base::SiNo,
            "misura" => Base::Misura,
            "url" => Base::Url,
            "email" => Base::Email,
            "immagine" => Base::Immagine,
            "pdf" => Base::Pdf,
            other => match (other.strip_prefix("scelta da "), other.strip_prefix("riferimento a "))
            {
                (Some(list), _) => Base::Scelta(list.into()),
                (_, Some(kind)) => Base::Riferimento(kind.into()),
                _ => Base::Record(other.into()),
            },
        };
        Self { elenco, base }
    }
}

impl Forma {
    /// What the form asks for, as a finding says it.
    #[must_use]
    pub fn describe(&self) -> String {
        if self.elenco {
            return match &self.base {
                Base::Record(_) => "un elenco di tabelle".into(),
                _ => format!("un elenco, ogni voce {}", self.base.describe()),
            };
        }
        self.base.describe().into()
    }
}

impl Forma {
    /// Whether it holds the codes of records of this kind.
    #[must_use]
    pub fn refers_to(&self, kind: &str) -> bool {
        matches!(&self.base, Base::Riferimento(own) if own == kind)
    }
}

impl Base {
    /// What the form asks for, as a finding says it.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Riga => "un testo su una riga, tra virgolette",
            Self::Testo => "un testo, o { file = \"testi/nome.md\" }",
            Self::Id => "un codice di lettere, cifre, punti e trattini",
            Self::Intero => "un numero intero, senza virgolette",
            Self::Conteggio => "un numero intero, o «circa 20.000» se non è esatto",
            Self::Numero => "un numero, senza virgolette",
            Self::Euro => "un importo in euro, senza virgolette",
            Self::Percento => "una percentuale da 0 a 100, senza virgolette",
            Self::Anno => "un anno, per esempio 2027",
            Self::Data => "una data, per esempio 2027-01-31",
            Self::SiNo => "true o false, senza virgolette",
            Self::Misura => "un valore, per esempio 12, \"≥ 95 %\" o \"10 giorni\"",
            Self::Url => "un indirizzo che comincia con https://",
            Self::Email => "un indirizzo di posta elettronica",
            Self::Immagine => {
                "un’immagine e ciò che mostra: { file = \"immagini/nome.svg\", alternativa = \"…\" }"
            }
            Self::Pdf => {
                "il nome di un PDF nella cartella del piano, per esempio \"allegati/nome.pdf\""
            }
            Self::Scelta(_) => "un valore dell’elenco chiuso",
            Self::Riferimento(_) => "il codice di un altro elemento del piano",
            Self::Record(_) => "una tabella",
        }
    }
}
