//! Tables where several rows are one record: processes with their risks, as offices keep them.

use piao::Plan;
use piao::law::Law;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::support::folder::with_lists;
use crate::support::repo;

const PROCESSES: &str = "processi";

/// The plan whose processes are in this file.
fn with_file(name: &str, bytes: &[u8], beside: &str) -> Plan {
    let folder = with_lists(&[(PROCESSES, &format!("{{ file = \"dati/{name}\"{beside} }}"))]);
    folder.write(&format!("dati/{name}"), bytes);
    folder.read()
}

/// Codes, cells and messages of what is wrong with the form of a plan.
fn told(plan: &Plan) -> Vec<String> {
    let mut findings = plan.check(Law::embedded()).findings;
    findings
        .retain(|own| ["CSV-", "FOGLIO-", "FORM-"].iter().any(|code| own.code.starts_with(code)));
    let cell = |span| plan.source.cell(span).unwrap_or_default();
    findings.iter().map(|own| format!("{} {} {}", own.code, cell(own.span), own.message)).collect()
}

/// Each process, with the codes of its risks.
fn groups(plan: &Plan) -> Vec<(String, Vec<String>)> {
    let processes = plan.check(Law::embedded()).piano.processi;
    let risks =
        |own: &piao::model::Processo| own.eventi_rischiosi.iter().map(|e| e.id.clone()).collect();
    processes.iter().map(|own| (own.id.clone(), risks(own))).collect()
}

/// A workbook of one sheet, with these cells from its top.
fn book(rows: &[&[&str]], more: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write(row, column, *cell).expect("a cell");
        }
    }
    more(sheet).expect("cells of a sheet");
    book.save_to_buffer().expect("memory takes everything")
}

const HEAD: &[&str] = &[
    "id",
    "nome",
    "area",
    "eventi_rischiosi.id",
    "eventi_rischiosi.descrizione",
    "eventi_rischiosi.livello",
];

fn of(rows: &[&[&str]]) -> Plan {
    let rows: Vec<&[&str]> = [HEAD].into_iter().chain(rows.iter().copied()).collect();
    with_file("r.xlsx", &book(&rows, |_| Ok(())), "")
}

#[test]
fn workbooks_of_libreoffice_read_the_same_as_the_csv_and_as_the_plan() {
    let fixture =
        |name: &str| std::fs::read(repo(&format!("tests/fogli/{name}"))).expect("a fixture");
    let said = |plan: &Plan| format!("{:#?}", plan.check(Law::embedded()).piano.processi);
    let csv = with_file("rischi.csv", &fixture("rischi.csv"), "");
    assert_eq!(told(&csv), Vec::<String>::new());
    let read: Vec<_> = groups(&csv);
    let own =
        |id: &str, risks: &[&str]| (id.to_owned(), risks.iter().map(|&r| r.to_owned()).collect());
    assert_eq!(
        read,
        [
            own("PR-01", &["PR-01-E1", "PR-01-E2"]),
            own("PR-02", &["PR-02-E1", "PR-02-E2"]),
            own("PR-03", &[])
        ]
    );
    let csv = said(&csv);
    for part in
        ["Requisiti «su misura», nel bando", "Esclusivita", "Tracce note prima", "\"Bando\""]
    {
        assert!(csv.contains(part), "no {part} in {csv}");
    }
    for name in ["rischi.xlsx", "rischi.ods"] {
        let book = with_file(name, &fixture(name), "");
        assert_eq!((told(&book), said(&book)), (vec![], csv.clone()), "{name}");
    }
}

#[test]
fn a_row_goes_on_when_its_code_is_blank_or_repeated() {
    let plan = of(&[
        &["P-1", "Concorsi", "A", "E-1", "Bando su misura", "medio"],
        &["", "", "", "E-2", "Tracce note prima", "alto"],
        &["P-1", "Concorsi", "", "E-3", "Commissari amici", "alto"],
        &["P-2", "Concorsi", "A", "E-4", "Uguale di nome, altro di codice", "basso"],
    ]);
    assert_eq!(told(&plan), Vec::<String>::new());
    let counted: Vec<usize> = groups(&plan).iter().map(|(_, risks)| risks.len()).collect();
    assert_eq!(counted, [3, 1]);
}

#[test]
fn what_differs_within_a_record_is_told_by_cell() {
    let plan = of(&[
        &["P-1", "Concorsi", "A", "E-1", "Bando su misura", "medio"],
        &["P-1", "Concorso", "", "E-2", "Tracce note prima", "alto"],
        &["P-2", "Concessioni", "", "E-3", "Precedenza", "medio"],
        &["", "", "C", "E-4", "Canone", "basso"],
        &["P-2", "Concessioni", "", "", "", ""],
    ]);
    assert_eq!(
        told(&plan),
        [
            "CSV-005 B3 qui c’è «Concorso», nella prima riga dell’elemento «Concorsi»",
            "CSV-005 C5 qui c’è «C», nella prima riga dell’elemento niente",
            "CSV-005 A6 la riga non aggiunge nulla alla precedente",
        ]
    );
}

#[test]
fn a_wrong_cell_of_a_risk_is_told_by_its_cell() {
    let plan = of(&[
        &["P-1", "Concorsi", "A", "E-1", "Bando su misura", "medio"],
        &["", "", "", "E-2", "", "alto"],
    ]);
    assert_eq!(told(&plan), ["FORM-004 D3 manca «descrizione» (evento rischioso)"]);
    let merged = book(&[HEAD, &["P-1", "Concorsi", "A", "E-1", "x", "medio"]], |sheet| {
        sheet.merge_range(1, 0, 2, 0, "P-1", &Format::new()).map(|_| ())
    });
    let plan = with_file("r.xlsx", &merged, "");
    assert_eq!(told(&plan)[0], "FOGLIO-001 A2 le celle da A2 a A3 sono unite");
}

#[test]
fn an_office_calls_those_columns_as_it_likes() {
    let csv =
        "N.;Processo;Rischio;Livello\nP-1;Concorsi;Bando su misura;medio\n;;Tracce note;alto\n";
    let names = "\"N.\" = \"id\", \"Rischio\" = \"eventi_rischiosi.descrizione\", \
                 \"Livello\" = \"eventi_rischiosi.livello\"";
    let plan = with_file("r.csv", csv.as_bytes(), &format!(", colonne = {{ {names} }}"));
    let missing = "FORM-004  manca «id» (codice)".to_owned();
    assert_eq!(
        told(&plan),
        [missing.clone(), missing],
        "only the codes of the risks are not there"
    );
    let goals = "id;titolo;indicatori.nome;indicatori.baseline.anno;indicatori.target 2027;fasi.titolo\n\
                 OP-9;Ponti;Ponti ispezionati;2026;214;Ispezioni\n;;Giorni;2026;30;\n";
    let folder = with_lists(&[("obiettivi_performance", "{ file = \"o.csv\" }")]);
    folder.write("o.csv", goals.as_bytes());
    let plan = folder.read();
    assert_eq!(told(&plan), Vec::<String>::new());
    let goal = &plan.check(Law::embedded()).piano.obiettivi_performance[0];
    let years = |own: &piao::model::Indicatore| (own.nome.clone(), own.target[0].anno);
    let named: Vec<_> = goal.indicatori.iter().map(years).collect();
    assert_eq!(named, [("Ponti ispezionati".to_owned(), 2027), ("Giorni".to_owned(), 2027)]);
    assert_eq!(goal.fasi.len(), 1);
}
