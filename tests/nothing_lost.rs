//! Nothing that a plan says is lost: plans that fill every field of every record that the law
//! knows, each value found again in every output.

use piao::law::{Base, Campo, Law, Record};
use piao::{Artifact, Kind, Layout, Plan};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use toml::{Table, Value};

use crate::parity::{compare, page_text, pieces};
use crate::support::{codes, figurati};

/// Deepest record of a record of its own kind.
const DEPTH: usize = 3;

/// The year that half of the years are: two targets of an indicator may well be of the same one.
const COMMON: i64 = 2027;

/// Writes a plan with every field, each value as good as new, years apart: no other field says the
/// same.
struct Writer<'a> {
    law: &'a Law,
    seed: u64,
    count: u32,
    /// Choices made so far.
    chosen: usize,
}

impl Writer<'_> {
    /// A number below `limit`, by the generator of Steele, Lea and Flood.
    fn below(&mut self, limit: usize) -> usize {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.seed ^ (self.seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).expect("a small number")
    }

    /// The next value, for the text that follows.
    fn next(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    fn record(&mut self, record: &Record, depth: usize) -> Table {
        let own = |campo: &&Campo| campo.forma.base != Base::Record(record.chiave.clone());
        let fields = record.campi.iter().filter(|campo| depth < DEPTH || own(campo));
        fields.map(|campo| (campo.chiave.clone(), self.field(campo, record, depth))).collect()
    }

    fn field(&mut self, campo: &Campo, record: &Record, depth: usize) -> Value {
        if !campo.forma.elenco {
            return self.value(campo, record, depth);
        }
        let length = 1 + self.below(2);
        Value::Array((0..length).map(|_| self.value(campo, record, depth)).collect())
    }

    fn value(&mut self, campo: &Campo, record: &Record, depth: usize) -> Value {
        let (law, n) = (self.law, self.next());
        let n64 = i64::from(n);
        match &campo.forma.base {
            Base::Riga => format!("riga numero{n} di {}", campo.chiave).into(),
            Base::Testo => self.text(n).into(),
            Base::Id => format!("{}-{n}", record.chiave.replace('_', "-")).into(),
            Base::Riferimento(_) => format!("codice-{n}").into(),
            Base::Intero => Value::Integer(10_000 + n64),
            Base::Conteggio => match self.below(2) {
                0 => Value::Integer(200_000 + n64),
                _ => format!("circa {}", 300_000 + n64).into(),
            },
            Base::Numero => Value::Float(f64::from(n) + 0.5),
            Base::Euro => Value::Float(f64::from(n) * 1000.0 + 0.25),
            Base::Percento => Value::Float(f64::from(n % 100) + 0.125),
            Base::Anno => match self.below(2) {
                0 => Value::Integer(COMMON),
                _ => Value::Integer(1900 + n64 % 300),
            },
            Base::Data => format!("{:02}/{:02}/{}", 1 + n % 28, 1 + n % 12, 1950 + n % 200).into(),
            Base::SiNo => Value::Boolean(self.below(2) == 0),
            Base::Misura => match self.below(5) {
                0 => Value::Integer(100_000 + n64),
                1 => format!("≥ {n},5 %").into(),
                2 => format!("{n} giorni").into(),
                3 => format!("entro il 31/12/{}", 2000 + n % 100).into(),
                _ => format!("parola{n}").into(),
            },
            Base::Url => format!("https://www.esempio{n}.it/piao").into(),
            Base::Email => format!("casella{n}@esempio.it").into(),
            Base::Immagine => {
                let alternativa = format!("un’immagine numero{n}");
                own(&[("file", "immagini/torre.svg"), ("alternativa", &alternativa)])
            }
            Base::Pdf => "allegati/una.pdf".into(),
            Base::Scelta(list) => {
                let keys = law.chiavi(list);
                self.chosen += 1;
                let index = if campo.unico { self.chosen } else { self.below(keys.len()) };
                let key = keys[index % keys.len()];
                let words = format!("detto{n} da noi");
                match self.below(3) {
                    0 if law.vocabolari[list].aperto => own(&[("altro", &words)]),
                    1 if law.vocabolari[list].aperto => {
                        own(&[("valore", key), ("etichetta", &words)])
                    }
                    _ => key.into(),
                }
            }
            Base::Record(kind) => Value::Table(self.record(&law.record[kind], depth + 1)),
        }
    }

    /// A long text of one kind or another.
    fn text(&mut self, n: u32) -> String {
        match self.below(4) {
            0 => format!("Un testo lungo{n}, con **parole forti{n}** e *altre{n}*."),
            1 => format!("# Titolo{n}\n\nSotto il titolo{n}.\n\n- voce uno{n}\n- voce due{n}\n"),
            2 => format!("| nome{n} | valore{n} |\n|---|---|\n| riga{n} | cella{n} |\n"),
            _ => format!(
                "> Citazione{n}.\n\n1. primo{n}\n2. secondo{n}\n\nCon nota[^1].\n\n[^1]: La nota{n}.\n"
            ),
        }
    }
}

/// A value of an open list in the words of the plan.
fn own(pairs: &[(&str, &str)]) -> Value {
    Value::Table(pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).into())).collect())
}

/// A plan with every field of every record.
fn full(seed: u64, law: &Law) -> Plan {
    let mut writer = Writer { law, seed, count: 0, chosen: 0 };
    let mut plan = writer.record(&law.radice, 0);
    // The state of the plan decides whether it may be drawn as a draft.
    plan["piao"]["stato"] = "bozza".into();
    let text = toml::to_string(&plan).expect("a table is TOML");
    figurati::plan(&text)
}

fn config(cases: u32) -> ProptestConfig {
    let seed = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok());
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed.unwrap_or(2027)),
        ..ProptestConfig::default()
    }
}

/// Draws a plan, and looks for each of its values in what was drawn.
fn look_for_everything(seed: u64, output: &str) {
    let law = Law::embedded();
    let plan = full(seed, law);
    let checked = plan.check(law);
    let refused = codes(&checked).into_iter().find(|code| code.starts_with("FORM"));
    assert_eq!(refused, None);
    let pieces = pieces(&checked.radice);
    assert!(pieces.len() > 500, "only {} pieces", pieces.len());
    let outputs = piao::outputs(&[output]).expect("the output is there");
    let drawn = checked.document(true).outputs(&Layout::embedded(), &outputs);
    let drawn = drawn.expect("the layouts hold together");
    let text: String = drawn.iter().filter_map(words).collect();
    compare(output, "every field", &text, &pieces);
}

/// The words of what is read; nothing of what is not.
fn words(artifact: &Artifact) -> Option<String> {
    match artifact.kind {
        #[cfg(feature = "pdf")]
        Kind::Pdf => Some(crate::support::pdf_text::text(&artifact.bytes)),
        Kind::File | Kind::Home | Kind::Page => {
            Some(page_text(std::str::from_utf8(&artifact.bytes).expect("a page is text")))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn every_value_of_a_plan_with_every_field_is_in_the_single_file(seed in any::<u64>()) {
        look_for_everything(seed, "file");
    }

    #[test]
    fn every_value_of_a_plan_with_every_field_is_in_the_site(seed in any::<u64>()) {
        look_for_everything(seed, "sito");
    }
}

#[cfg(feature = "pdf")]
proptest! {
    // A PDF takes as long as a hundred checks.
    #![proptest_config(config(2))]

    #[test]
    fn every_value_of_a_plan_with_every_field_is_in_the_pdf(seed in any::<u64>()) {
        look_for_everything(seed, "pdf");
    }
}
