//! Plans made of what offices have: every heading in its sub-section, every cell and every word in
//! the plan or in the report, nothing written over.

mod anno;
mod documenti;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use piao::Plan;
use piao::import::{Importato, Portato, Scelte, import};
use piao::law::Law;
use piao::render::Kind;
use piao::view::document::Documento;
use tempfile::TempDir;

use crate::support::program::{lines, path, piao, stderr, stdout};
use crate::support::{built, repo, tree};

/// The files of an office, by their names.
fn portati(files: &[(&str, Vec<u8>)]) -> Vec<Portato> {
    files
        .iter()
        .map(|(nome, bytes)| Portato { nome: (*nome).into(), bytes: bytes.clone() })
        .collect()
}

/// The plan that some files make, of an administration of this kind.
fn made(files: &[(&str, Vec<u8>)], tipo: &str) -> Importato {
    let law = Law::embedded();
    let scelte =
        Scelte { ente: &law.enti[tipo], dipendenti: None, inizio: None, predefinito: 2027 };
    import(&portati(files), law, scelte).expect("every file is read")
}

/// The plan as it is read.
fn plan(importato: &Importato) -> Plan {
    Plan::from_files(importato.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// The texts of a plan, by name.
fn texts<'a>(importato: &'a Importato) -> BTreeMap<&'a str, &'a str> {
    // Images and PDFs are no text.
    let text = |(name, bytes): (&'a str, &'a [u8])| Some((name, std::str::from_utf8(bytes).ok()?));
    let files = importato.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    files.filter_map(text).collect()
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(repo("tests/importazione").join(name)).expect("a fixture")
}

/// The tables of a document, by name, each as its cells.
fn tables(document: &Documento) -> BTreeMap<String, (Vec<String>, Vec<Vec<String>>)> {
    let tables = document.dati.tavole.iter().filter(|own| own.nome != "elenchi");
    let cells = |own: &piao::view::dati::Tavola| {
        let head = own.colonne.iter().map(|column| column.nome.clone()).collect();
        (own.nome.clone(), (head, own.righe.clone()))
    };
    tables.map(cells).collect()
}

#[test]
fn the_tables_and_the_texts_of_the_province_make_the_same_records() {
    let example = &built()[0];
    let data = example.artifacts.iter().filter(|own| own.kind == Kind::Data);
    let data = data.filter(|own| own.path.ends_with(".csv"));
    let mut files: Vec<(String, Vec<u8>)> =
        data.map(|own| (own.path.clone(), own.bytes.clone())).collect();
    files.extend(tree(&repo("examples/provincia-di-esempio/testi")));
    let named: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let importato = made(&named, "provincia");
    let plan = plan(&importato);
    let checked = plan.check(Law::embedded());
    let form: Vec<String> = checked
        .findings
        .iter()
        .filter(|f| {
            f.code.starts_with("FORM") || f.code.starts_with("CSV") || f.code.starts_with("TOML")
        })
        .map(|f| format!("{}: {}: {}", plan.source.place(f.span), f.code, f.message))
        .collect();
    assert!(form.is_empty(), "{}", form.join("\n"));
    let document = checked.document(true).document;
    let (before, after) = (tables(&example.document), tables(&document));
    let names: BTreeSet<&String> = before.keys().collect();
    assert_eq!(after.keys().collect::<BTreeSet<_>>(), names);
    assert!(before.len() > 30, "only {} tables", before.len());
    for (name, table) in &before {
        assert_eq!(&after[name], table, "{name}");
    }
    let texts = texts(&importato);
    for (name, bytes) in tree(&repo("examples/provincia-di-esempio/testi")) {
        let text = std::str::from_utf8(&bytes).expect("text").trim();
        let found = texts.values().filter(|own| own.trim() == text).count();
        assert_eq!(found, 1, "{name}");
    }
    for (file, key) in [
        ("piao.toml", "premessa"),
        ("2.2-performance.toml", "ciclo"),
        ("2.3-rischi-corruttivi.toml", "metodo"),
        ("3.1-struttura-organizzativa.toml", "modello"),
        ("3.2-lavoro-agile.toml", "strategia"),
        ("3.3-fabbisogni.toml", "profili"),
    ] {
        let line = format!("\n{key} = {{ file = ");
        assert!(texts[file].contains(&line), "{file} says no «{key}»:\n{}", texts[file]);
    }
}

#[test]
fn a_sheet_with_a_title_above_and_columns_of_its_own_is_read_as_the_office_keeps_it() {
    let csv = "Piano delle misure 2028;;;;;\n;;;;;\n\
        Codice misura;Misura di prevenzione;Natura;Responsabile della misura;Tempi;Note interne\n\
        M-1;Controllo a campione;specifica;A1;entro giugno;vecchia scheda\n\
        M-2;Rotazione;generale;A2;entro dicembre;\n\
        Totale;;;;;\n";
    let importato = made(&[("misure.csv", csv.into())], "comune");
    let texts = texts(&importato);
    let toml = texts["2.3-rischi-corruttivi.toml"];
    assert!(toml.contains("misure = { file = \"dati/misure.csv\""), "{toml}");
    assert!(toml.contains("\"Note interne\" = \"\""), "{toml}");
    let table = texts["dati/misure.csv"];
    assert!(table.starts_with("id;titolo;natura;responsabile;"), "{table}");
    assert!(table.contains("vecchia scheda") && !table.contains("Totale"), "{table}");
    let report = importato.resoconto.markdown();
    assert!(report.contains("Note interne") && report.contains("riga di totale"), "{report}");
    assert!(report.contains("Piano delle misure 2028"), "{report}");
    let plan = plan(&importato);
    let checked = plan.check(Law::embedded());
    assert_eq!(checked.piano.misure.len(), 2);
}

#[test]
fn processes_and_their_risks_in_one_sheet_are_read_as_offices_keep_them() {
    let rows = [
        [
            "Area di rischio",
            "Processo",
            "Evento rischioso",
            "Fattori abilitanti",
            "Livello di rischio",
        ],
        ["Contratti pubblici", "Affidamento diretto", "Urgenza senza motivo", "", "alto"],
        ["", "", "Stesso operatore\npiù volte", "", "medio"],
        ["Contratti pubblici", "Rinnovo", "Rinnovo senza gara", "", "alto"],
    ];
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        sheet.write_row(row, 0, cells).expect("a row");
    }
    for (column, text) in [(0, rows[1][0]), (1, rows[1][1])] {
        let format = rust_xlsxwriter::Format::new();
        sheet.merge_range(1, column, 2, column, text, &format).expect("cells that are one");
    }
    let bytes = book.save_to_buffer().expect("memory takes everything");
    let importato = made(&[("Mappatura.xlsx", bytes)], "comune");
    let plan = plan(&importato);
    let checked = plan.check(Law::embedded());
    let processi: Vec<_> = checked.piano.processi.iter().collect();
    let risks = |at: usize| {
        let own = processi[at].eventi_rischiosi.iter();
        own.map(|own| (own.id.as_str(), own.descrizione.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(processi.len(), 2, "{:?}", texts(&importato)["dati/processi.csv"]);
    assert_eq!(processi[0].nome, "Affidamento diretto");
    assert_eq!(
        risks(0),
        [("EVE-RIS-01", "Urgenza senza motivo"), ("EVE-RIS-02", "Stesso operatore più volte")]
    );
    assert_eq!(risks(1), [("EVE-RIS-03", "Rinnovo senza gara")]);
    let told = checked.findings.iter().filter(|own| own.code.starts_with("CSV-"));
    assert_eq!(told.count(), 0);
}

#[test]
fn years_are_columns_and_what_is_unsure_is_a_comment() {
    let csv = "Titolo;Peso;Scadenza;Dirigente\nMeno carta;40;30/06/2028;U1\n";
    let importato = made(&[("Obiettivi operativi.csv", csv.into())], "comune");
    let texts = texts(&importato);
    let toml = texts["2.2-performance.toml"];
    assert!(toml.contains("# Colonne che forse si leggono"), "{toml}");
    assert!(toml.contains("\"Dirigente\" = \"responsabile\""), "{toml}");
    assert!(texts["dati/obiettivi-performance.csv"].contains("OBI-PER-01"), "no code is given");
    let unknown = made(&[("varie.csv", "Colore;Forma\nrosso;tonda\n".into())], "comune");
    let texts = self::texts(&unknown);
    assert!(texts["dati/da-collocare/varie.csv"].contains("rosso"));
    assert!(texts["piao.toml"].contains("dati/da-collocare/varie.csv"));
}

#[test]
fn nothing_is_written_over_and_nothing_by_halves() {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("piano");
    let csv = folder.path().join("misure.csv");
    fs::write(&csv, "id;titolo;natura\nM-1;Controlli;specifica\n").expect("ours");
    let run = |file: &Path, more: &[&str]| {
        piao(&[&["import", path(file), "--out", path(&out)], more].concat())
    };
    let broken = folder.path().join("rotto.docx");
    fs::write(&broken, b"PK\x03\x04 non \xc3\xa8 un archivio").expect("ours");
    let failed = run(&broken, &[]);
    assert_eq!(failed.status.code(), Some(3), "{}", stderr(&failed));
    assert!(stderr(&failed).contains("è rotto") && !out.exists(), "{}", stderr(&failed));
    let pdf = folder.path().join("piano.pdf");
    fs::write(&pdf, b"%PDF-1.7").expect("ours");
    assert!(stderr(&run(&pdf, &[])).contains("DOCX"));
    assert!(stderr(&run(&folder.path().join("non-c-e.csv"), &[])).contains("non esiste"));
    let done = run(&csv, &[]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert!(stdout(&done).contains("capito") && out.join("importazione.md").is_file());
    let before = tree(&out);
    let again = run(&csv, &[]);
    assert_eq!(again.status.code(), Some(3));
    assert!(stderr(&again).contains("non sovrascrive nulla"), "{}", stderr(&again));
    assert_eq!(tree(&out), before);
    let json = piao(&[
        "import",
        path(&csv),
        "--format",
        "json",
        "--out",
        path(&folder.path().join("altro")),
    ]);
    let kinds: BTreeSet<String> =
        lines(&json).iter().map(|line| line["tipo"].as_str().expect("a kind").to_owned()).collect();
    assert_eq!(kinds, BTreeSet::from(["file".to_owned(), "importazione".to_owned()]));
}

#[test]
fn a_workbook_of_libreoffice_is_read_sheet_by_sheet() {
    for book in ["ufficio.xlsx", "ufficio.ods"] {
        let bytes = fs::read(repo("tests/fogli").join(book)).expect("a fixture");
        let importato = made(&[(book, bytes)], "comune");
        let plan = plan(&importato);
        let checked = plan.check(Law::embedded());
        let piano = &checked.piano;
        assert_eq!(
            (piano.obiettivi_performance.len(), piano.azioni_positive.len()),
            (3, 3),
            "{book}"
        );
        let toml = texts(&importato)["2.2-performance.toml"].to_owned();
        assert!(toml.contains("\"Note interne\" = \"\""), "{toml}");
    }
}
