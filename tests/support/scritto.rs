//! Plans written at random along the schema.

use std::collections::BTreeMap;

use piao::Plan;
use piao::law::{Base, Campo, Law};
use toml::value::Datetime;
use toml::{Table, Value};

/// Writes plans along the schema: each field is there or not, each value is in its form.
struct Writer<'a> {
    law: &'a Law,
    seed: u64,
    codes: BTreeMap<String, u64>,
}

impl Writer<'_> {
    /// A number below `limit`, by the generator of Steele, Lea and Flood.
    fn below(&mut self, limit: u64) -> u64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.seed ^ (self.seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn one_of<'b>(&mut self, all: &[&'b str]) -> &'b str {
        let index = self.below(all.len() as u64);
        all[usize::try_from(index).expect("an index")]
    }

    fn table(&mut self, campi: &[Campo], kind: &str, depth: u8) -> Table {
        let mut out = Table::new();
        for campo in campi {
            let deep = depth > 4 && matches!(campo.forma.base, Base::Record(_));
            if deep || (!campo.obbligo && self.below(3) == 0) {
                continue;
            }
            let value = if campo.forma.elenco {
                let length = self.below(4);
                Value::Array(
                    (0..length).map(|_| self.value(&campo.forma.base, kind, depth)).collect(),
                )
            } else {
                self.value(&campo.forma.base, kind, depth)
            };
            out.insert(campo.chiave.clone(), value);
        }
        out
    }

    fn value(&mut self, base: &Base, kind: &str, depth: u8) -> Value {
        let law = self.law;
        let integer = |number: u64| Value::Integer(number.try_into().expect("a small number"));
        match base {
            Base::Id => {
                let count = self.codes.entry(kind.to_owned()).or_default();
                *count += 1;
                Value::String(format!("{}-{count}", kind.replace('_', "-")))
            }
            Base::Riferimento(kind) => {
                let count = self.below(4);
                Value::String(format!("{}-{count}", kind.replace('_', "-")))
            }
            Base::Record(kind) => {
                let record = &law.record[kind];
                Value::Table(self.table(&record.campi, kind, depth + 1))
            }
            Base::Scelta(list) => self.one_of(&law.chiavi(list)).into(),
            Base::Riga => {
                self.one_of(&["", "Provincia di Prova", "n.d.", "[nome]", "«Ponti» & strade"]).into()
            }
            Base::Testo => self
                .one_of(&[
                    "",
                    "Un testo.",
                    "- a\n- b\n",
                    "| a | b |\n|---|---|\n| 1 | 2 |\n",
                    "# T\n\nNata il 3 marzo 1980.",
                    "### Basso\n\n1. a\n   - b\n\n> Una citazione.\n\n# Alto\n",
                    "Una nota[^1], un [collegamento](https://a.example) e `codice`.\n\n[^1]: La nota.\n",
                    "#\n\n*a* **b** ~~c~~\\\nd\n\n---\n\n```\ne\n```\n",
                ])
                .into(),
            Base::Intero => integer(self.below(120)),
            Base::Conteggio => match self.below(3) {
                0 => self.one_of(&["circa 50", "~ 200", "circa 20.000"]).into(),
                _ => integer(self.below(120)),
            },
            Base::Numero | Base::Euro => integer(self.below(3_000_000)),
            Base::Percento => integer(self.below(101)),
            Base::Anno => integer(2024 + self.below(8)),
            Base::Data => {
                let (year, month, day) =
                    (2025 + self.below(6), 1 + self.below(12), 1 + self.below(28));
                let day: Datetime = format!("{year}-{month:02}-{day:02}").parse().expect("a day");
                Value::Datetime(day)
            }
            Base::SiNo => Value::Boolean(self.below(2) == 0),
            Base::Misura => {
                self.one_of(&["12", "≥ 95 %", "~45", "entro il 31/12/2027", "alta", "n.d."]).into()
            }
            Base::Url => "https://www.provincia.example.it/piao".into(),
            Base::Email => "protocollo@pec.example.it".into(),
            Base::Immagine => {
                let mut image = toml::Table::new();
                image.insert("file".into(), "immagini/torre.svg".into());
                image.insert("alternativa".into(), "Una torre.".into());
                Value::Table(image)
            }
            Base::Pdf => "allegati/una.pdf".into(),
        }
    }
}

/// A plan written along the schema.
pub fn written(seed: u64, law: &Law) -> Plan {
    let all: Vec<Campo> = law.sottosezioni.iter().flat_map(|s| s.campo.clone()).collect();
    let mut writer = Writer { law, seed, codes: BTreeMap::new() };
    let text = toml::to_string(&writer.table(&all, "", 0)).expect("TOML");
    super::figurati::plan(&text)
}
