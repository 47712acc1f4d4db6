//! Every text and every day of the plan, gathered from its records.

use jiff::civil::Date;

use crate::law::{Campo, Sottosezione};
use crate::model::raccolta::{Tempo, Testo, piana};
use crate::record::{Record, Value};
use crate::valori::Luogo;

/// What is gathered.
#[derive(Debug, Default)]
pub(super) struct Raccolta {
    pub(super) testi: Vec<Testo>,
    pub(super) indirizzi: Vec<Testo>,
    pub(super) tempi: Vec<Tempo>,
    pub(super) scritti: Vec<String>,
}

/// Gathers in the order of the law what some of its sub-sections hold.
pub(super) fn gather(root: &Record<'_>, sottosezioni: &[Sottosezione]) -> Raccolta {
    let mut out = Raccolta::default();
    for sottosezione in sottosezioni {
        for campo in &sottosezione.campo {
            if let Some(value) = root.filled(campo) {
                out.scritti.push(campo.chiave.clone());
                out.value(campo, value, root.luogo, sottosezione.sezione);
            }
        }
    }
    out
}

impl Raccolta {
    /// The same, and what the sub-sections that follow hold.
    pub(super) fn then(mut self, mut other: Self) -> Self {
        self.testi.append(&mut other.testi);
        self.indirizzi.append(&mut other.indirizzi);
        self.tempi.append(&mut other.tempi);
        self.scritti.append(&mut other.scritti);
        self
    }

    fn value(&mut self, campo: &Campo, value: &Value<'_>, luogo: Luogo, sezione: u8) {
        match value {
            Value::List(items) => {
                for item in items {
                    self.value(campo, item, luogo, sezione);
                }
            }
            Value::Record(record) => {
                for inner in &record.kind.campi {
                    if let Some(value) = record.get(inner) {
                        self.value(inner, value, record.luogo, sezione);
                    }
                }
            }
            Value::Line(text) | Value::Choice(_, Some(text)) => {
                self.text(campo, text, luogo, sezione, false);
            }
            Value::Image(immagine) => {
                self.text(campo, &immagine.alternativa, luogo, sezione, false);
            }
            Value::Markdown(text) => self.text(campo, text, luogo, sezione, true),
            Value::Url(text) | Value::Email(text) => {
                self.indirizzi.push(testo(campo, text, luogo, sezione, false));
            }
            Value::Day(day) => self.time(sezione, day.year(), Some(*day)),
            Value::Year(year) => self.time(sezione, *year, None),
            Value::Id(_)
            | Value::Integer(_)
            | Value::Count(_)
            | Value::Number(_)
            | Value::Euro(_)
            | Value::Percent(_)
            | Value::Bool(_)
            | Value::Measure(_)
            | Value::Pdf(_)
            | Value::Choice(_, None)
            | Value::Reference(_) => {}
        }
    }

    fn text(&mut self, campo: &Campo, text: &str, luogo: Luogo, sezione: u8, lungo: bool) {
        self.testi.push(testo(campo, text, luogo, sezione, lungo));
    }

    fn time(&mut self, sezione: u8, anno: i16, giorno: Option<Date>) {
        self.tempi.push(Tempo { sezione, anno, giorno });
    }
}

fn testo(campo: &Campo, text: &str, luogo: Luogo, sezione: u8, lungo: bool) -> Testo {
    Testo {
        luogo,
        campo: campo.chiave.clone(),
        etichetta: campo.etichetta.clone(),
        sezione,
        lungo,
        piana: piana(text),
        testo: text.to_owned(),
    }
}
