//! From files to one tree with positions: every syntax error in one run.
//!
//! Broken text gives the part that can be read, plus findings. The tables of several files are
//! joined into one plan; what is written twice is shown at both places.

mod italiano;
mod join;
mod toml11;
pub mod tree;

use std::collections::BTreeSet;
use std::ops::Range;
use std::{panic, thread};

use toml::de::{DeTable, DeValue};

use crate::diag::tecniche::Tecnica;
use crate::diag::{Findings, tecniche};
use crate::fascicoli;
use crate::fogli::Guasto;
use crate::immagini;
use crate::source::{Kind, Refusal, Source, Span};
pub use tree::{Entry, Node, Table, Value};

/// What an error of syntax leaves unsaid.
const REST: &str = "il resto si controlla quando il file si legge tutto";
/// How a text is saved as it has to be.
const UTF_8: &str = "salva il file con la codifica UTF-8: nel Blocco note, «Salva con nome» e poi \
                     «Codifica: UTF-8»";

/// Parses every TOML file of a plan and joins them. Cannot fail.
///
/// # Panics
///
/// Never.
pub fn parse(source: &Source, findings: &mut Findings) -> Table {
    thread::scope(|scope| {
        let later = scope.spawn(|| find_later(source));
        let root = join_all(source, findings);
        findings.append(later.join().unwrap_or_else(|cause| panic::resume_unwind(cause)));
        root
    })
}

/// The files as one table.
fn join_all(source: &Source, findings: &mut Findings) -> Table {
    let mut root = Table::default();
    let mut plans = 0;
    for (index, file) in source.files.iter().enumerate() {
        if file.kind == Kind::Toml {
            plans += 1;
            if let Some(refusal) = &file.refused {
                refuse(refusal, &file.name, Span::top(index), findings);
                continue;
            }
            let table = parse_file(&file.text, index, findings);
            join::join(&mut root, table, findings);
        }
    }
    if plans == 0 {
        findings
            .push(
                tecniche::FILE_001
                    .at(Span::default(), "la cartella non contiene nessun file .toml"),
            )
            .help("«piao init» ne scrive uno da cui cominciare");
    }
    root
}

/// Says why a file was not read.
pub fn refuse(refusal: &Refusal, name: &str, at: Span, findings: &mut Findings) {
    match refusal {
        Refusal::NotUtf8(line, column) => findings
            .push(
                tecniche::FILE_002
                    .at(at, format!("«{name}» non è testo UTF-8: riga {line}, carattere {column}")),
            )
            .help(UTF_8),
        Refusal::Utf16 => findings
            .push(tecniche::FILE_002.at(at, format!("«{name}» è testo UTF-16, non UTF-8")))
            .help(UTF_8),
        Refusal::Workbook => findings
            .push(
                tecniche::FILE_010.at(at, format!("«{name}» è una cartella di lavoro, non un CSV")),
            )
            .help("chiamalo con la sua estensione, .xlsx o .ods"),
        Refusal::OldWorkbook => findings
            .push(
                tecniche::FILE_010.at(at, format!("«{name}» è una cartella di Excel di un tempo")),
            )
            .help("aprila, salvala come .xlsx e scrivi quel nome in «file»"),
        Refusal::Shut(guasto) => {
            let (what, help) = shut(guasto);
            findings.push(tecniche::FILE_010.at(at, format!("«{name}» {what}"))).help(help)
        }
        Refusal::Image(guasto) => {
            let (code, what, help) = unshown(guasto);
            findings.push(code.at(at, format!("«{name}» {what}"))).help(help)
        }
        Refusal::Pdf(guasto) => {
            let (what, help) = uncarried(*guasto);
            findings.push(tecniche::FILE_013.at(at, format!("«{name}» {what}"))).help(help)
        }
        Refusal::Disk(what) => findings
            .push(tecniche::FILE_009.at(at, format!("«{name}» non si legge: {what}")))
            .help("controlla il file e i suoi permessi"),
        Refusal::Copy(original) => findings
            .push(tecniche::FILE_007.at(at, format!("«{name}» è la copia di «{original}»")))
            .label("una copia non si legge")
            .help("toglila dalla cartella del piano"),
        Refusal::Renamed(right) => findings
            .push(tecniche::FILE_008.at(at, format!("«{name}» finisce con .txt")))
            .label("così non si legge")
            .help(format!("chiamalo «{right}»; Windows lo mostra con «Estensioni nomi file»")),
        Refusal::Outside => {
            findings
                .push(tecniche::FILE_003.at(
                    at,
                    format!("«{name}» è un collegamento che esce dalla cartella del piano"),
                ))
                .help("copia il file dentro la cartella")
        }
        Refusal::TooLarge => findings
            .push(tecniche::FILE_006.at(at, format!("«{name}» supera i 16 MB")))
            .help("dividi il file in più file"),
        Refusal::Special => findings
            .push(tecniche::FILE_009.at(at, format!("«{name}» non è un file")))
            .label("è un dispositivo o un canale, che potrebbe non finire mai")
            .help("metti al suo posto un file"),
    };
}

/// Why a workbook is not opened, and what to do.
fn shut(guasto: &Guasto) -> (&'static str, &'static str) {
    match guasto {
        Guasto::Protetta => ("chiede una parola chiave", "salvala senza"),
        Guasto::Smisurata => (
            "è troppo grande, una volta aperta",
            "cancella le righe e le colonne vuote in fondo ai fogli, o tieni solo il foglio che serve",
        ),
        Guasto::Rotta => (
            "non si apre: è rovinata, o non è ciò che dice il suo nome",
            "aprila con un foglio di calcolo e salvala di nuovo",
        ),
    }
}

/// Why an image is not shown, and what to do.
fn unshown(guasto: &immagini::Guasto) -> (Tecnica, String, &'static str) {
    use immagini::Guasto;

    const AGAIN: &str = "salvala di nuovo come PNG, JPEG o SVG";
    const PLAIN: &str = "salvalo come «SVG semplice», senza immagini e programmi, o come PNG";
    let (what, help) = match guasto {
        Guasto::Formato => ("non è un’immagine PNG, JPEG o SVG".into(), AGAIN),
        Guasto::Nome(formato) => {
            let end = formato.fine();
            (
                format!("è un’immagine .{end}, e il suo nome dice altro"),
                "chiamala con la sua estensione",
            )
        }
        Guasto::Pesante => {
            ("supera i 5 MB".into(), "riducila: per la stampa bastano 2.000 punti di larghezza")
        }
        Guasto::Smisurata => (
            "ha troppi punti, o troppi pezzi".into(),
            "riducila: per la stampa bastano 2.000 punti di larghezza",
        ),
        Guasto::Rotta => ("non si apre fino in fondo: è rovinata".into(), AGAIN),
        Guasto::Quadricromia => {
            ("ha i colori della stampa in quadricromia (CMYK)".into(), "salvala con colori RGB")
        }
        Guasto::SenzaMisure => (
            "non dice quanto è grande".into(),
            "aggiungi «viewBox», o larghezza e altezza, all’elemento «svg»",
        ),
        Guasto::Carattere(c) => (
            format!("contiene il carattere «{c}», che nessun carattere del documento disegna"),
            "converti i testi del disegno in tracciati",
        ),
        Guasto::Entita => ("dichiara entità".into(), PLAIN),
        Guasto::Elemento(name) => (format!("contiene «{name}»"), PLAIN),
        Guasto::Esterno(address) => (format!("rimanda fuori dal suo file, a «{address}»"), PLAIN),
        Guasto::Ripetuta => ("ripete pezzi che ne ripetono altri".into(), PLAIN),
    };
    let code = match guasto {
        Guasto::Formato
        | Guasto::Nome(_)
        | Guasto::Pesante
        | Guasto::Smisurata
        | Guasto::Rotta
        | Guasto::Quadricromia => tecniche::FILE_011,
        Guasto::SenzaMisure
        | Guasto::Carattere(_)
        | Guasto::Entita
        | Guasto::Elemento(_)
        | Guasto::Esterno(_)
        | Guasto::Ripetuta => tecniche::FILE_012,
    };
    (code, what, help)
}

/// Why a PDF is not carried, and what to do.
fn uncarried(guasto: fascicoli::Guasto) -> (&'static str, &'static str) {
    use fascicoli::Guasto;

    match guasto {
        Guasto::Altro => ("non è un PDF", "salvalo come PDF, da qualunque programma"),
        Guasto::Protetto => {
            ("è protetto: non tutti potrebbero leggerlo", "salvalo senza parola chiave né divieti")
        }
        Guasto::Rotto => ("non si apre: è rovinato, o non ha pagine", "salvalo di nuovo come PDF"),
    }
}

fn parse_file(text: &str, file: usize, findings: &mut Findings) -> Table {
    let (tree, errors) = DeTable::parse_recoverable(text);
    let whole = Span::new(file, 0..text.len());
    let span = |range: Range<usize>| whole.within(range);
    let table = tree::table(tree.into_inner(), &span);
    let mut by_hand = BTreeSet::new();
    for error in errors {
        let at = span(error.span().unwrap_or(0..0));
        if error.message().starts_with("duplicate key") {
            let name = text.get(at.range()).unwrap_or("").trim().to_owned();
            let message = format!("«{name}» è scritto due volte");
            let finding = findings.push(tecniche::TOML_002.at(at, message));
            finding.label("qui la seconda volta").help("tieni una sola delle due");
            if let Some(first) = table.last_key_before(name.trim_matches(['"', '\'']), at.start) {
                finding.see(first, "qui la prima volta");
            }
        } else if let Some((value, label, right)) = italiano::by_hand(text, at.range().start) {
            // The parser stumbles several times over one value.
            if by_hand.insert(value.start) {
                let right = right.map_or_else(String::new, |right| format!("scrivi {right}; "));
                findings
                    .push(tecniche::TOML_001.at(span(value), "il file non è TOML valido"))
                    .label(label)
                    .help(format!("{right}{REST}"));
            }
        } else {
            findings
                .push(tecniche::TOML_001.at(at, "il file non è TOML valido"))
                .label(italiano::translate(error.message(), &text[at.range().start..]))
                .help(REST);
        }
    }
    table
}

/// What only a later version of TOML allows.
fn find_later(source: &Source) -> Findings {
    let mut findings = Findings::default();
    for (index, file) in source.files.iter().enumerate() {
        if file.kind != Kind::Toml || file.refused.is_some() {
            continue;
        }
        let whole = source.whole(index);
        for (range, what, help) in toml11::find(&file.text) {
            findings
                .push(tecniche::TOML_003.at(whole.within(range), what))
                .label("solo TOML 1.1 lo permette")
                .help(help);
        }
    }
    findings
}

/// A value of the `toml` crate as ours.
fn value(value: DeValue<'_>, span: &dyn Fn(Range<usize>) -> Span) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::Float(number.as_str().into()), Value::Integer),
        DeValue::Float(number) => Value::Float(number.as_str().into()),
        DeValue::Boolean(yes) => Value::Boolean(yes),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(array) => Value::List(
            array
                .into_iter()
                .map(|item| {
                    let at = span(item.span());
                    Node { span: at, value: self::value(item.into_inner(), span) }
                })
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(tree::table(table, span)),
    }
}
