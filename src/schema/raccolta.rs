//! Every text and every day of the plan, gathered along the forms of the piano-tipo.

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::law::{Base, Campo, Law};
use crate::model::Luogo;
use crate::model::raccolta::{Tempo, Testo, piana};

/// What is gathered.
#[derive(Debug, Default)]
pub(super) struct Raccolta {
    pub(super) testi: Vec<Testo>,
    pub(super) tempi: Vec<Tempo>,
}

/// Gathers from a tree that the walker has cleaned.
pub(super) fn gather(root: &Map<String, Value>, law: &Law) -> Raccolta {
    let mut out = Raccolta::default();
    for sottosezione in &law.sottosezioni {
        for campo in &sottosezione.campo {
            if let Some(value) = root.get(&campo.chiave) {
                out.field(law, campo, value, mark(root), sottosezione.sezione);
            }
        }
    }
    out
}

impl Raccolta {
    fn field(&mut self, law: &Law, campo: &Campo, value: &Value, luogo: Luogo, sezione: u8) {
        match (&campo.forma.base, value) {
            (_, Value::Array(items)) => {
                for item in items {
                    self.field(law, campo, item, luogo, sezione);
                }
            }
            (Base::Record(kind), Value::Object(map)) => {
                for inner in law.record.get(kind).iter().flat_map(|record| &record.campi) {
                    if let Some(value) = map.get(&inner.chiave) {
                        self.field(law, inner, value, mark(map), sezione);
                    }
                }
            }
            (base @ (Base::Riga | Base::Testo), Value::String(text)) => self.testi.push(Testo {
                luogo,
                campo: campo.chiave.clone(),
                etichetta: campo.etichetta.clone(),
                sezione,
                lungo: *base == Base::Testo,
                piana: piana(text),
                testo: text.clone(),
            }),
            (Base::Data, Value::String(text)) => {
                if let Ok(giorno) = text.parse::<Date>() {
                    self.tempi.push(Tempo { sezione, anno: giorno.year(), giorno: Some(giorno) });
                }
            }
            (Base::Anno, Value::Number(year)) => {
                let anno = year.as_i64().and_then(|year| i16::try_from(year).ok());
                self.tempi.extend(anno.map(|anno| Tempo { sezione, anno, giorno: None }));
            }
            _ => {}
        }
    }
}

fn mark(map: &Map<String, Value>) -> Luogo {
    let mark = map.get("luogo").and_then(Value::as_u64).and_then(|mark| u32::try_from(mark).ok());
    Luogo(mark.unwrap_or(0))
}
