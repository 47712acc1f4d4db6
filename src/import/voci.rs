//! What a plan says, on its way to TOML: keys with their values, and what is to be said of each to
//! whoever goes on writing.

use crate::law::{Campo, Voce as Riga, vocabolario::ALTRO};
use crate::record::Value;
use crate::valori::Immagine;

/// Longest line that a table in place may make.
const RIGA: usize = 110;

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Voce {
    pub(super) chiave: String,
    pub(super) valore: Valore,
    /// What is said beside it; may be empty.
    pub(super) nota: String,
    /// Whether the plan says it; if not, a comment does.
    pub(super) certa: bool,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Valore {
    /// As TOML writes it.
    Letterale(String),
    /// A record.
    Record(Vec<Voce>),
    /// Records.
    Elenco(Vec<Vec<Voce>>),
}

impl Voce {
    pub(super) fn certa(chiave: &str, valore: Valore) -> Self {
        Self { chiave: chiave.into(), valore, nota: String::new(), certa: true }
    }

    /// The same key, as a comment that says why.
    pub(super) fn commento(chiave: &str, valore: Valore, nota: String) -> Self {
        Self { chiave: chiave.into(), valore, nota, certa: false }
    }
}

/// A text between quotes; over several lines where it has them.
pub(super) fn stringa(text: &str) -> String {
    let escaped = |text: &str| {
        let mut out = String::new();
        for c in text.chars() {
            match c {
                '\\' => out += "\\\\",
                '"' => out += "\\\"",
                '\n' | '\t' => out.push(c),
                c if c.is_control() => out += &format!("\\u{:04X}", u32::from(c)),
                c => out.push(c),
            }
        }
        out
    };
    if text.contains('\n') {
        // The line feed after the opening quotes is not of the text.
        return format!("\"\"\"\n{}\"\"\"", escaped(text));
    }
    format!("\"{}\"", escaped(text).replace('\t', "\\t"))
}

/// The value of a field, as a plan writes it.
pub(super) fn letterale(value: &Value<'_>) -> Valore {
    Valore::Letterale(match value {
        Value::Line(text)
        | Value::Markdown(text)
        | Value::Id(text)
        | Value::Url(text)
        | Value::Email(text)
        | Value::Reference(text) => stringa(text),
        Value::Integer(number) => number.to_string(),
        Value::Count(conteggio) => match conteggio.esatto() {
            Some(number) => number.to_string(),
            None => stringa(&conteggio.scritto),
        },
        Value::Number(number) | Value::Euro(number) | Value::Percent(number) => number.to_string(),
        Value::Year(year) => year.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Measure(misura) => stringa(&misura.scritto),
        Value::Pdf(fascicolo) => stringa(&fascicolo.percorso),
        Value::Image(Immagine { percorso, alternativa, .. }) => {
            format!("{{ file = {}, alternativa = {} }}", stringa(percorso), stringa(alternativa))
        }
        Value::Choice(voce, own) => scelta(voce, own.as_deref()),
        Value::List(items) => return elenco(items),
        Value::Record(record) => {
            let own = record.fields.iter().filter(|(_, value)| !value.is_empty());
            let voce =
                |(campo, value): &(&Campo, Value<'_>)| Voce::certa(&campo.chiave, letterale(value));
            return Valore::Record(own.map(voce).collect());
        }
    })
}

fn elenco(items: &[Value<'_>]) -> Valore {
    let values: Vec<Valore> = items.iter().map(letterale).collect();
    if items.iter().any(|item| matches!(item, Value::Record(_))) {
        let records = values.into_iter().filter_map(|own| match own {
            Valore::Record(voci) => Some(voci),
            _ => None,
        });
        return Valore::Elenco(records.collect());
    }
    let texts = values.into_iter().filter_map(|own| match own {
        Valore::Letterale(text) => Some(text),
        _ => None,
    });
    Valore::Letterale(lista(&texts.collect::<Vec<_>>()))
}

/// A value in words.
pub(super) fn parole(value: &Value<'_>) -> String {
    match letterale(value) {
        Valore::Letterale(text) => text.trim_matches('"').to_owned(),
        Valore::Record(_) | Valore::Elenco(_) => String::new(),
    }
}

/// A list of values, each already as TOML writes it.
pub(super) fn lista(items: &[String]) -> String {
    let line = format!("[{}]", items.join(", "));
    if line.len() <= RIGA {
        return line;
    }
    format!("[\n  {},\n]", items.join(",\n  "))
}

fn scelta(voce: &Riga, own: Option<&str>) -> String {
    match own {
        None => stringa(&voce.chiave),
        Some(own) if voce.chiave == ALTRO => format!("{{ {ALTRO} = {} }}", stringa(own)),
        Some(own) => {
            format!("{{ valore = {}, etichetta = {} }}", stringa(&voce.chiave), stringa(own))
        }
    }
}

/// A value on one line; nothing when it does not fit, or has something to say to its writer.
pub(super) fn in_riga(valore: &Valore) -> Option<String> {
    let line = match valore {
        Valore::Letterale(text) => return Some(text.clone()),
        Valore::Record(voci) => record_in_riga(voci)?,
        Valore::Elenco(records) => {
            let all: Option<Vec<String>> = records.iter().map(|own| record_in_riga(own)).collect();
            format!("[{}]", all?.join(", "))
        }
    };
    (line.len() <= RIGA && !line.contains('\n')).then_some(line)
}

fn record_in_riga(voci: &[Voce]) -> Option<String> {
    let pairs: Option<Vec<String>> = voci
        .iter()
        .map(|voce| {
            let said = voce.certa && voce.nota.is_empty();
            said.then(|| Some(format!("{} = {}", voce.chiave, in_riga(&voce.valore)?)))?
        })
        .collect();
    Some(format!("{{ {} }}", pairs?.join(", ")))
}

/// The lines of some keys, and below them the blocks of the records that have no room in one.
pub(super) fn righe(path: &str, voci: &[Voce], out: &mut String) {
    let mut blocks = Vec::new();
    for voce in voci {
        let text = in_riga(&voce.valore).or_else(|| (!voce.certa).then(|| forced(&voce.valore)));
        match text {
            Some(text) => riga(voce, &text, out),
            None => blocks.push(voce),
        }
    }
    for voce in blocks {
        let path = format!("{path}.{}", voce.chiave);
        if !voce.nota.is_empty() {
            *out += &format!("\n# {}", voce.nota);
        }
        blocchi(&path, &voce.valore, out);
    }
}

/// The blocks of a record, or of several.
pub(super) fn blocchi(path: &str, valore: &Valore, out: &mut String) {
    match valore {
        Valore::Letterale(_) => {}
        Valore::Record(voci) => {
            *out += &format!("\n[{path}]\n");
            righe(path, voci, out);
        }
        Valore::Elenco(records) => {
            for voci in records {
                *out += &format!("\n[[{path}]]\n");
                righe(path, voci, out);
            }
        }
    }
}

/// A key with its value and what is said beside it, as a comment where it is not sure.
pub(super) fn riga(voce: &Voce, text: &str, out: &mut String) {
    let Voce { chiave, nota, certa, .. } = voce;
    let nota = nota.replace('\n', " ");
    let many = text.contains('\n');
    if many && !nota.is_empty() {
        *out += &format!("# {nota}\n");
    }
    let line = format!("{chiave} = {text}");
    let line = if *certa { line } else { commento(&line) };
    *out += &line;
    if !many && !nota.is_empty() {
        *out += &format!("  # {nota}");
    }
    out.push('\n');
}

/// Every line of a text as a comment.
pub(super) fn commento(text: &str) -> String {
    text.lines()
        .map(|line| format!("# {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A value on one line, however long.
pub(super) fn forced(valore: &Valore) -> String {
    match valore {
        Valore::Letterale(text) => text.clone(),
        Valore::Record(voci) => {
            let pairs: Vec<String> = voci
                .iter()
                .map(|own| format!("{} = {}", own.chiave, forced(&own.valore)))
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Valore::Elenco(records) => {
            let all: Vec<String> =
                records.iter().map(|own| forced(&Valore::Record(own.clone()))).collect();
            format!("[{}]", all.join(", "))
        }
    }
}
