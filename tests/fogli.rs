//! Tables as offices keep them: workbooks of spreadsheets, read as the same table in a CSV.

use std::io::{Cursor, Write};

use piao::Plan;
use piao::diag::{Finding, json, short, terminal};
use piao::law::Law;
use piao::model::Piano;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::folder::with_lists;
use crate::support::{codes, read, repo};

const GOALS: &str = "obiettivi_performance";
const ACTIONS: &str = "azioni_positive";

/// What the plan says of the office's own sheet.
const BESIDE: &str = r#"foglio = "Obiettivi", intestazione = 3, colonne = { "Dirigente che ne risponde" = "responsabile", "Note interne" = "" }"#;

/// The plan with goals and actions in these files, each with what is said beside it.
fn plan(goals: (&str, &str), actions: (&str, &str)) -> Plan {
    let table = |(file, beside): (&str, &str)| format!("{{ file = \"dati/{file}\"{beside} }}");
    let folder = with_lists(&[(GOALS, &table(goals)), (ACTIONS, &table(actions))]);
    for (name, _) in [goals, actions] {
        let bytes = std::fs::read(repo(&format!("tests/fogli/{name}"))).expect("a fixture");
        folder.write(&format!("dati/{name}"), &bytes);
    }
    folder.read()
}

/// What a plan says in those two tables.
fn said(piano: &Piano) -> String {
    format!("{:#?}\n{:#?}", piano.obiettivi_performance, piano.azioni_positive)
}

fn sorted<'a>(checked: &'a piao::Checked<'_>) -> Vec<&'a str> {
    let mut codes = codes(checked);
    codes.sort_unstable();
    codes
}

#[test]
fn a_workbook_of_libreoffice_reads_the_same_as_the_csv() {
    let csv = plan(("obiettivi.csv", ""), ("azioni.csv", ""));
    let csv = csv.check(Law::embedded());
    assert!(!csv.is_unreadable(), "{:?}", codes(&csv));
    assert!(said(&csv.piano).contains("1234567.89"), "{}", said(&csv.piano));
    for book in ["ufficio.xlsx", "ufficio.ods"] {
        let beside = format!(", {BESIDE}");
        let plan = plan((book, &beside), (book, ", foglio = \"Azioni positive\""));
        let checked = plan.check(Law::embedded());
        assert_eq!(sorted(&checked), sorted(&csv), "{book}");
        assert_eq!(said(&checked.piano), said(&csv.piano), "{book}");
    }
}

/// A workbook as another program writes it: one sheet, with this in it.
fn written(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Misure").expect("a name");
    fill(sheet).expect("cells of a sheet");
    book.save_to_buffer().expect("memory takes everything")
}

/// The plan whose terminations are in a workbook, and what is said of it that the smallest plan
/// does not say.
fn with_book(bytes: &[u8], beside: &str) -> (Plan, Vec<Finding>) {
    with_file("c.xlsx", bytes, beside)
}

fn with_file(name: &str, bytes: &[u8], beside: &str) -> (Plan, Vec<Finding>) {
    let folder = with_lists(&[("cessazioni", &format!("{{ file = \"dati/{name}\"{beside} }}"))]);
    folder.write(&format!("dati/{name}"), bytes);
    let plan = folder.read();
    let form = ["CSV-", "FILE-", "FOGLIO-", "FORM-"];
    let mut findings = plan.check(Law::embedded()).findings;
    findings.retain(|finding| form.iter().any(|code| finding.code.starts_with(code)));
    (plan, findings)
}

/// Codes and messages, each with the cell that it points at.
fn told((plan, findings): &(Plan, Vec<Finding>)) -> Vec<String> {
    let cell = |finding: &Finding| plan.source.cell(finding.span).unwrap_or_default();
    findings.iter().map(|own| format!("{} {} {}", own.code, cell(own), own.message)).collect()
}

/// A table of three rows that says the same as the smallest plan.
fn table(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write_row(0, 0, ["anno", "area", "numero", "risparmio"])?;
    for (row, year) in (1..).zip([2027, 2028, 2029]) {
        sheet.write(row, 0, year)?.write(row, 1, "istruttori")?;
        sheet.write(row, 2, 1)?.write(row, 3, 30_000.5)?;
    }
    Ok(())
}

#[test]
fn a_workbook_of_a_library_reads_the_same_as_the_csv() {
    let rows: String = [2027, 2028, 2029].map(|y| format!("{y};istruttori;1;30000,5\n")).concat();
    let csv = with_file("c.csv", format!("anno;area;numero;risparmio\n{rows}").as_bytes(), "");
    let book = with_book(&written(table), "");
    assert_eq!((told(&csv), told(&book)), (vec![], vec![]));
    let said = |plan: &Plan| format!("{:?}", plan.check(Law::embedded()).piano.cessazioni);
    assert_eq!(said(&book.0), said(&csv.0));
    assert!(said(&book.0).contains("30000.5"), "{}", said(&book.0));
}

#[test]
fn formulas_stand_for_the_value_that_was_computed() {
    let with = |formula: Formula| {
        written(|sheet| {
            table(sheet)?;
            sheet.write(1, 3, formula).map(|_| ())
        })
    };
    let good = with_book(&with(Formula::new("=15000*2").set_result("30000")), "");
    assert_eq!(told(&good), Vec::<String>::new());
    let said = format!("{:?}", good.0.check(Law::embedded()).piano.cessazioni[0]);
    assert!(said.contains("30000"), "{said}");
    let wrong = with_book(&with(Formula::new("=1/0").set_result("#DIV/0!")), "");
    assert_eq!(told(&wrong), ["FOGLIO-003 D2 la cella contiene un errore: #DIV/0!"]);
    let bytes = with(Formula::new("=15000*2").set_result("x"));
    let never = without(&bytes, "<v>x</v>", "");
    let never = without(&never, "<c r=\"D2\" t=\"str\">", "<c r=\"D2\">");
    assert_eq!(told(&with_book(&never, "")), ["FOGLIO-003 D2 la formula non ha ancora un valore"]);
}

/// A workbook with a piece of its sheet written otherwise.
fn without(bytes: &[u8], piece: &str, other: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        std::io::copy(&mut part, &mut text).expect("memory takes everything");
        if name.ends_with("sheet1.xml") {
            let own = String::from_utf8(text).expect("a sheet is text");
            assert!(own.contains(piece), "{own}");
            text = own.replace(piece, other).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).expect("a part");
        out.write_all(&text).expect("memory takes everything");
    }
    out.finish().expect("memory takes everything").into_inner()
}

#[test]
fn merged_cells_are_refused_by_name() {
    let merged = written(|sheet| {
        table(sheet)?;
        sheet.merge_range(1, 1, 2, 1, "istruttori", &Format::new()).map(|_| ())
    });
    assert_eq!(told(&with_book(&merged, "")), ["FOGLIO-001 B2 le celle da B2 a B3 sono unite"]);
    let title = written(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "Cessazioni", &Format::new())?;
        sheet.write_row(2, 0, ["anno", "numero"])?.write_row(3, 0, [2027, 1]).map(|_| ())
    });
    let (plan, findings) = with_book(&title, "");
    assert_eq!(findings[0].code, "FOGLIO-001");
    let help = findings[0].help.as_deref().unwrap_or_default();
    assert!(help.contains("intestazione ="), "{help}");
    assert_eq!(plan.source.cell(findings[0].span).as_deref(), Some("A1"));
    assert_eq!(told(&with_book(&title, ", intestazione = 3")), Vec::<String>::new());
    let empty = with_book(&title, ", intestazione = 2");
    let message = "CSV-001  la riga 2 del foglio è vuota: non è un’intestazione";
    assert_eq!(told(&empty), [message]);
}

#[test]
fn what_is_hidden_is_told_and_read() {
    let hidden = written(|sheet| {
        table(sheet)?;
        sheet.set_row_hidden(2)?.set_column_hidden(3).map(|_| ())
    });
    let hidden = with_book(&hidden, "");
    let rows = ["FOGLIO-002 A1 la colonna D è nascosta", "FOGLIO-002 A3 la riga 3 è nascosta"];
    assert_eq!(told(&hidden), rows);
    assert_eq!(hidden.0.check(Law::embedded()).piano.cessazioni.len(), 3);
    let filtered = written(|sheet| {
        table(sheet)?;
        sheet.autofilter(0, 0, 3, 3)?;
        let only = rust_xlsxwriter::FilterCondition::new().add_list_filter("2030");
        sheet.filter_column(0, &only).map(|_| ())
    });
    let message = "FOGLIO-002 A2 3 righe sono nascoste da un filtro, dalla 2";
    assert_eq!(told(&with_book(&filtered, "")), [message]);
}

#[test]
fn a_wrong_cell_is_told_by_sheet_and_cell_in_every_format() {
    let wrong = written(|sheet| {
        table(sheet)?;
        sheet.write(2, 2, "molti").map(|_| ())
    });
    let (plan, findings) = with_book(&wrong, "");
    let source = &plan.source;
    let place = source.place(findings[0].span);
    assert!(place.ends_with("/dati/c.xlsx › Misure › C3"), "{place}");
    let line = short::line(&findings[0], source);
    assert!(line.starts_with(&format!("{place}: errore[FORM-002]: «numero» vuole")), "{line}");
    let drawn = terminal::draw(&[(&findings[0], &[])], source, false, None);
    assert!(drawn.contains(&format!("--> {place}\n")), "{drawn}");
    assert!(drawn.contains("3 | 2028 │ istruttori │ molti │ 30000,5\n"), "{drawn}");
    let line = serde_json::to_value(json::line(&findings[0], &[], source)).expect("JSON");
    let luogo = &line["luogo"];
    assert!(luogo["file"].as_str().is_some_and(|file| file.ends_with("/dati/c.xlsx")), "{luogo}");
    assert_eq!((&luogo["foglio"], &luogo["cella"]), (&"Misure".into(), &"C3".into()));
    assert_eq!((&luogo["riga"], &luogo["colonna"]), (&3.into(), &3.into()));
}

#[test]
fn days_and_percentages_reach_the_plan_as_they_are_seen() {
    let bytes = written(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let share = Format::new().set_num_format("0.0%");
        sheet.write_row(0, 0, ["id", "titolo", "scadenza", "peso", "risorse_finanziarie"])?;
        sheet.write_row(1, 0, ["OP-1", "Pagare prima"])?;
        sheet.write_with_format(1, 2, &ExcelDateTime::from_ymd(2027, 12, 31)?, &day)?;
        sheet.write_with_format(1, 3, 0.075, &share)?;
        sheet.write(1, 4, 0.1 + 0.2).map(|_| ())
    });
    let folder = with_lists(&[(GOALS, "{ file = \"o.xlsx\" }")]);
    folder.write("o.xlsx", &bytes);
    let plan = folder.read();
    let checked = plan.check(Law::embedded());
    let goal = format!("{:?}", checked.piano.obiettivi_performance[0]);
    for value in ["2027-12-31", "7.5", "0.3"] {
        assert!(goal.contains(value), "no {value} in {goal}");
    }
}

#[test]
fn a_sheet_is_chosen_by_name_where_there_are_several() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Note").expect("a name").write(0, 0, "altro").expect("a cell");
    table(book.add_worksheet().set_name("Misure").expect("a name")).expect("cells");
    book.add_worksheet().set_name("Vuoto").expect("a name");
    let bytes = book.save_to_buffer().expect("memory takes everything");
    assert_eq!(told(&with_book(&bytes, ", foglio = \"Misure\"")), Vec::<String>::new());
    let (_, findings) = with_book(&bytes, "");
    assert_eq!(findings[0].message, "«dati/c.xlsx» ha più fogli, e non è detto quale");
    let (_, findings) = with_book(&bytes, ", foglio = \"Misura\"");
    assert_eq!(findings[0].code, "FOGLIO-004");
    assert_eq!(findings[0].help.as_deref(), Some("forse intendevi «Misure»"));
    let csv = with_file("c.csv", b"anno;numero\n2027;1\n", ", foglio = \"Misure\"");
    assert_eq!(told(&csv), ["FORM-002  un file CSV non ha fogli"]);
}

#[test]
fn what_an_office_calls_a_column_is_said_once() {
    let csv = "Cessazioni del triennio;;\nAnno di uscita;Quanti;N.\n2027;1;a\n";
    let say = |colonne: &str| {
        let beside = format!(", intestazione = 2, colonne = {{ {colonne} }}");
        told(&with_file("c.csv", csv.as_bytes(), &beside))
    };
    let good = "\"anno di uscita\" = \"anno\", Quanti = \"numero\", \"N.\" = \"\"";
    assert_eq!(say(good), Vec::<String>::new());
    assert_eq!(
        say("\"Anno di uscita\" = \"anni\", Quanti = \"numero\", \"N.\" = \"\""),
        [
            "CSV-001  manca la colonna «anno»",
            "FORM-004  manca «anno» (anno)",
            "CSV-001  la colonna «anni» non esiste"
        ]
    );
    assert_eq!(
        say(&format!("{good}, Altro = \"area\"")),
        ["CSV-001  nell’intestazione non c’è «Altro»"]
    );
    assert_eq!(say("Quanti = 3"), ["FORM-002  «Quanti» vuole il nome di una colonna"]);
}

#[test]
fn the_source_that_is_published_has_every_byte_of_what_is_named_and_nothing_else() {
    let folder = with_lists(&[(GOALS, &format!("{{ file = \"u.xlsx\", {BESIDE} }}"))]);
    let book = std::fs::read(repo("tests/fogli/ufficio.xlsx")).expect("a fixture");
    folder.write("u.xlsx", &book);
    folder.write("altro.xlsx", &book);
    folder.write("t.csv", "\u{feff}soggetto;anno\r\n".as_bytes());
    let text = std::fs::read_to_string(folder.0.path().join("piao.toml")).expect("a file");
    let text = format!("\u{feff}soddisfazione_utenti = {{ file = \"t.csv\" }}\r\n{text}");
    folder.write("piao.toml", text.as_bytes());
    let plan = folder.read();
    let files = plan.sorgente();
    let names: Vec<&str> = files.iter().map(|file| file.percorso).collect();
    assert_eq!(names, ["piao.toml", "t.csv", "u.xlsx"]);
    for file in &files {
        let own = std::fs::read(folder.0.path().join(file.percorso)).expect("a file");
        assert_eq!(file.bytes, own, "{}", file.percorso);
    }
    let files = files.iter().map(|file| (file.percorso, file.bytes));
    let again = Plan::from_files(files);
    assert_eq!(said(&again.check(Law::embedded()).piano), said(&plan.check(Law::embedded()).piano));
}

/// A workbook whose only sheet is this text.
fn raw(sheet: &[u8]) -> Vec<u8> {
    let bytes = written(table);
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a workbook");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).expect("a part");
        if part.name().expect("a name").ends_with("sheet1.xml") {
            out.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).expect("ok");
            out.write_all(sheet).expect("memory takes everything");
        } else {
            out.raw_copy_file(part).expect("a part");
        }
    }
    out.finish().expect("memory takes everything").into_inner()
}

#[test]
fn hostile_workbooks_end_in_a_finding() {
    let say = |bytes: &[u8]| told(&with_book(bytes, ""));
    let large = ["FILE-010  «dati/c.xlsx» è troppo grande, una volta aperta"];
    let broken = "FILE-010  «dati/c.xlsx» non si apre";
    // A thousand bytes of spaces in each byte of the file.
    let mut bomb = b"<worksheet><sheetData>".to_vec();
    bomb.resize(16 * 1024 * 1024, b' ');
    assert_eq!(say(&raw(&bomb)), large);
    // As many cells as a sheet has room for, each empty but there.
    let cells = "<c><v>1</v></c>".repeat(600_000);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    assert_eq!(say(&raw(sheet.as_bytes())), large);
    let far = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>\
        </sheetData></worksheet>";
    assert_eq!(say(&raw(far.as_bytes()))[0], "CSV-001 XFD1048576 la colonna «1» non esiste");
    let whole = written(table);
    for bytes in [&b"PK\x03\x04"[..], b"", b"<html>", &whole[..whole.len() / 2], &raw(b"<a")] {
        assert!(say(bytes)[0].starts_with(broken), "{:?}", say(bytes));
    }
    assert_eq!(
        say(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ["FILE-010  «dati/c.xlsx» chiede una parola chiave"]
    );
    // A row of an .ods that stands for a million, each with sixteen thousand cells.
    let content = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">\
        <table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>\
        </table:table></office:spreadsheet></office:body></office:document-content>";
    let mut ods = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", content),
    ] {
        ods.start_file(name, SimpleFileOptions::default()).expect("a part");
        ods.write_all(text.as_bytes()).expect("memory takes everything");
    }
    let ods = ods.finish().expect("memory takes everything").into_inner();
    let large = ["FILE-010  «dati/c.ods» è troppo grande, una volta aperta"];
    assert_eq!(told(&with_file("c.ods", &ods, "")), large);
}

#[test]
fn a_workbook_with_wrong_bytes_never_stops_the_program() {
    for name in ["ufficio.xlsx", "ufficio.ods"] {
        let whole = std::fs::read(repo(&format!("tests/fogli/{name}"))).expect("a fixture");
        let genere = if name.ends_with("ods") {
            piao::fogli::Genere::Ods
        } else {
            piao::fogli::Genere::Xlsx
        };
        for at in (0..whole.len()).step_by(61) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            // Whatever it says, it says it.
            let _ = piao::fogli::read(&bytes, genere);
        }
    }
}

#[test]
fn the_schema_and_the_guide_know_what_stands_beside_a_table() {
    let schema = read("examples/piao.schema.json");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    let keys = schema["properties"]["cessazioni"]["properties"].as_object().expect("keys");
    let keys: Vec<&str> = keys.keys().map(String::as_str).collect();
    assert_eq!(keys, ["file", "foglio", "intestazione", "colonne"]);
}
