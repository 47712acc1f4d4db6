//! What people write and save as they are used to: read where it can only mean one thing, told by
//! name with the right form where it cannot.

use piao::Plan;
use piao::diag::Finding;
use piao::law::Law;
use piao::model::Indicatore;
use tempfile::TempDir;

use crate::support::folder::{Folder, with_table};
use crate::support::{check_text, codes, smallest};

/// What is said of the smallest plan with these bytes as its table of terminations.
fn with_bytes(csv: &[u8]) -> Vec<(String, String)> {
    let plan = with_table("");
    plan.write("dati/c.csv", csv);
    let read = plan.read();
    let checked = read.check(Law::embedded());
    checked.findings.iter().map(|f| (f.code.clone(), f.message.clone())).collect()
}

#[test]
fn tables_are_read_as_spreadsheets_save_them() {
    let rows = "Anno;Area;Numero;Risparmio\r\n2027;istruttori;1;€ 30.000,50\r\n2028;istruttori;1;0\r\n2029;;0;0\r\n";
    assert_eq!(with_bytes(rows.as_bytes()), []);
    let told = |csv: &[u8], how: &str| {
        let message = format!("«dati/c.csv» è letto come {how}");
        assert_eq!(with_bytes(csv), [("CSV-003".to_owned(), message)], "{how}");
    };
    let windows: Vec<u8> = rows
        .bytes()
        .flat_map(|b| if b == 0xE2 { vec![0x80] } else { vec![b] })
        .filter(|b| !matches!(b, 0x82 | 0xAC))
        .collect();
    told(&windows, "testo Windows-1252");
    let utf16: Vec<u8> =
        format!("\u{feff}{rows}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    told(&utf16, "testo UTF-16");
    told(&rows.replace(';', "\t").into_bytes(), "celle separate da tabulazioni");
    told(format!("sep=;\r\n{rows}").as_bytes(), "celle separate da «;»");
    let piped = rows.replace(';', "|");
    told(format!("SEP=|\r\n{piped}").as_bytes(), "celle separate da «|»");
}

#[test]
fn a_cell_below_a_line_on_the_separator_is_pointed_at() {
    let read = with_table("sep=;\nAnno;Numero\n2027;molti\n").read();
    let checked = read.check(Law::embedded());
    let wrong = checked.findings.iter().find(|f| f.code == "FORM-002").expect("a wrong cell");
    assert_eq!((read.source.position(wrong.span), read.source.text(wrong.span)), ((3, 6), "molti"));
}

#[test]
fn a_row_of_totals_is_no_record() {
    let rows = "Anno;Area;Numero\n2027;istruttori;1\n2028;istruttori;1\n2029;;0\n";
    let check = |rows: &str| {
        let plan = with_table(rows).read();
        let checked = plan.check(Law::embedded());
        let codes: Vec<_> = checked.findings.iter().map(|f| f.code.clone()).collect();
        (codes, checked.piano.cessazioni.len(), checked.is_unreadable())
    };
    assert_eq!(check(rows), (vec![], 3, false));
    for total in ["Totale;;2", "Totali:;;2;", ";TOTALE GENERALE;2", " totale complessivo ;;"] {
        let read = check(&format!("{rows}{total}\n;;\n"));
        assert_eq!(read, (vec!["CSV-004".to_owned()], 3, false), "{total}");
    }
    let amid = check("Anno;Area;Numero\nTotale;;1\n2027;istruttori;1\n");
    assert!(amid.0.contains(&"FORM-002".to_owned()) && !amid.0.contains(&"CSV-004".to_owned()));
    let own = check(&format!("{rows}2029;Totale;2\n"));
    assert!(!own.0.contains(&"CSV-004".to_owned()), "{own:?}");
}

/// The indicators of an objective that are in a table.
fn indicators(csv: &str) -> (Vec<(String, String)>, Vec<Indicatore>) {
    let toml =
        "[[obiettivi_vp]]\nid = \"vp-x\"\ntitolo = \"X\"\nindicatori = { file = \"i.csv\" }\n";
    let plan = Plan::from_texts(&[("piao.toml", toml), ("i.csv", csv)]);
    let checked = plan.check(Law::embedded());
    let told =
        checked.findings.iter().filter(|f| f.code.starts_with("CSV") || f.code.starts_with("FORM"));
    let told = told.map(|f| (f.code.clone(), f.help.clone().unwrap_or_default())).collect();
    (told, checked.piano.obiettivi_vp[0].indicatori.clone())
}

#[test]
fn columns_reach_inside_a_record_and_spread_over_the_years() {
    let (told, read) = indicators(
        "id;nome;Baseline;baseline.anno;target 2027;Traguardi 2028;traguardo 2029\n\
         i-1;Tempi;40 giorni;2026;30 giorni;;20 giorni\ni-2;Costi;;;;;\n",
    );
    assert_eq!(told, []);
    let baseline = read[0].baseline.as_ref().expect("a baseline");
    assert_eq!(baseline.valore.as_ref().map(|v| v.scritto.as_str()), Some("40 giorni"));
    assert_eq!(baseline.anno, Some(2026));
    let targets: Vec<_> = read[0]
        .target
        .iter()
        .map(|t| (t.anno, t.valore.as_ref().map(|v| v.scritto.clone())))
        .collect();
    assert_eq!(targets, [(2027, Some("30 giorni".into())), (2029, Some("20 giorni".into()))]);
    assert!(read[1].baseline.is_none() && read[1].target.is_empty());

    let (told, _) = indicators("id;nome;baseline;baseline.valore\ni-1;Tempi;1;2\n");
    assert_eq!(told[0].0, "CSV-001", "one value twice");
    let (told, _) = indicators("id;nome;target\ni-1;Tempi;1\n");
    assert!(told[0].1.contains("baseline.valore, baseline.anno"), "{told:?}");
    assert!(told[0].1.contains("target 20"), "{told:?}");
    let (told, _) = indicators("id;nome;baseline.colore;target 27\ni-1;Tempi;1;2\n");
    assert_eq!(told.len(), 2, "{told:?}");
}

#[test]
fn what_is_written_by_hand_is_told_as_a_plan_writes_it() {
    let help = |lines: &str| {
        let text = format!("{lines}\n");
        let (_, checked) = check_text(&text);
        let of_form = |f: &&Finding| matches!(f.code.as_str(), "FORM-002" | "TOML-001");
        let own: Vec<_> = checked.findings.iter().filter(of_form).collect();
        assert_eq!(own.len(), 1, "{lines}: {own:?}");
        own[0].help.clone().unwrap_or_default()
    };
    for day in ["31.01.2027", "2027-1-31", "31 gennaio 2027", "31-1-2027"] {
        let quoted = help(&format!("[piao.adozione]\ndata = \"{day}\""));
        assert_eq!(quoted, "scrivi data = 2027-01-31", "{day}");
        let bare = help(&format!("[piao.adozione]\ndata = {day} # il giorno"));
        assert!(bare.starts_with("scrivi 2027-01-31; "), "{day}: {bare}");
    }
    let lost = "questo giorno non esiste nel calendario";
    assert_eq!(help("[piao.adozione]\ndata = \"2027-2-31\""), lost);
    let whole = |number: &str| help(&format!("[[cessazioni]]\nanno = 2027\nnumero = {number}"));
    assert_eq!(whole("\"3.850\""), "scrivi numero = 3850");
    assert_eq!(whole("3.850"), "scrivi numero = 3850");
    assert_eq!(whole("\"3,5\""), "un numero intero non ha decimali: scrivi 3 o 4");
    assert!(whole("3,5").starts_with("scrivi 3.5; "));
    let amount =
        |written: &str| help(&format!("[[risorse]]\niniziativa = \"I\"\nprimo_anno = {written}"));
    assert_eq!(amount("\"€ 34.500,00\""), "scrivi primo_anno = 34500.00");
    assert!(amount("€ 34.500,00").starts_with("scrivi 34500.00; "));
    assert!(amount("34.500,00 euro").starts_with("scrivi 34500.00; "));
    let inline =
        "cessazioni = [{ anno = 2027, numero = 1, risparmio = 3,5, area = \"istruttori\" }]";
    assert!(help(inline).starts_with("scrivi 3.5; "));
    assert!(!whole("\"-3\"").starts_with("scrivi"), "out of bounds whatever the sign");
}

#[test]
fn a_row_of_a_closed_list_may_be_called_by_its_label() {
    let read = |area: &str| {
        let text = format!("[[cessazioni]]\nanno = 2027\nnumero = 1\narea = \"{area}\"\n");
        let (_, checked) = check_text(&text);
        let wrong = codes(&checked).contains(&"FORM-003");
        (!wrong).then(|| format!("{:?}", checked.piano.cessazioni[0].area))
    };
    let law = Law::embedded();
    let list = &law.vocabolari["aree_contratto"];
    let row = list.get("istruttori").expect("a row");
    let key = read("istruttori").expect("the key");
    assert_eq!(read("ISTRUTTORI").as_ref(), Some(&key));
    assert_eq!(read(&row.etichetta.to_uppercase()).as_ref(), Some(&key));
    assert_eq!(read("istruttore"), None);
}

#[test]
fn a_workbook_that_cannot_be_read_is_told_by_name() {
    let said = |file: &str, beside: &str| {
        let plan =
            Folder::new().prepend(&format!("soddisfazione_utenti = {{ file = \"{file}\" }}"));
        plan.write(beside, b"PK\x03\x04");
        let read = plan.read();
        let checked = read.check(Law::embedded());
        let own = checked.findings.into_iter().find(|f| f.code.starts_with("FILE-"));
        let own = own.expect("a finding");
        format!("{} {} | {}", own.code, own.message, own.help.unwrap_or_default())
    };
    assert!(said("c.xlsx", "c.xlsx").starts_with("FILE-010 «c.xlsx» non si apre"));
    assert!(said("c.xls", "c.xls").starts_with("FILE-010 «c.xls» è una cartella di Excel"));
    assert!(said("c.csv", "c.csv").starts_with("FILE-010 «c.csv» è una cartella di lavoro"));
    assert!(said("d/c.csv", "d/c.xlsx").ends_with("forse intendevi «d/c.xlsx»"));
    let plan = Folder::new();
    plan.write("c.xlsx", b"PK\x03\x04");
    assert_eq!(codes(&plan.read().check(Law::embedded())), Vec::<&str>::new(), "nobody names it");
}

#[test]
fn copies_and_parts_called_as_texts_are_told_by_name() {
    let plan = Folder::new();
    plan.write("piao - Copia.toml", smallest("ordinario").as_bytes());
    let read = plan.read();
    let checked = read.check(Law::embedded());
    assert_eq!(codes(&checked), ["FILE-007"]);
    assert_eq!(checked.findings[0].message, "«piao - Copia.toml» è la copia di «piao.toml»");
    let plan = Folder::new();
    plan.write("2.2-performance.toml.txt", b"[performance]\n");
    plan.says("FILE-008");
    let folder = Folder(TempDir::new().expect("a temporary folder"));
    folder.write("piao.toml.txt", smallest("ordinario").as_bytes());
    let read = folder.read();
    let checked = read.check(Law::embedded());
    assert_eq!(codes(&checked), ["FILE-008"]);
    assert!(checked.findings[0].help.as_deref().unwrap_or_default().contains("«piao.toml»"));
}

#[test]
fn where_a_text_stops_being_utf8() {
    let plan = Folder::new();
    plan.write("2.2-performance.toml", b"[performance]\nciclo = \"perch\xe9\"\n");
    let read = plan.read();
    let checked = read.check(Law::embedded());
    let own = checked.findings.iter().find(|f| f.code == "FILE-002").expect("a finding");
    assert_eq!(own.message, "«2.2-performance.toml» non è testo UTF-8: riga 2, carattere 15");
    assert!(own.help.as_deref().unwrap_or_default().contains("Salva con nome"));
}

#[test]
fn boxes_and_formulas_are_printed_as_they_are() {
    let said = |text: &str| {
        let plan = Folder::new();
        plan.write("testi/x.md", text.as_bytes());
        let plan = plan.append("[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"T\"\ntesto = { file = \"testi/x.md\" }");
        let read = plan.read();
        let checked = read.check(Law::embedded());
        assert!(!checked.is_unreadable(), "{text}");
        let own = checked.findings.iter().filter(|f| f.code == "TESTO-006");
        own.map(|f| read.source.text(f.span).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(said("Primo.\n\n- [ ] uno\n- [x] due\n- tre"), ["- [ ]", "- [x]"]);
    assert_eq!(said("1. [ ] uno"), ["1. [ ]"]);
    assert_eq!(said("Il valore è $x + y$, circa."), ["$x + y$"]);
    let none: Vec<String> = Vec::new();
    assert_eq!(said("Costa $100 e poi $200; il segno $ da solo."), none);
    assert_eq!(said("- [uno](https://a.prova.example)\n- nota [1] e altro"), none);
    assert_eq!(said("```\n$x$\n```\n\ne `$x$` nel codice"), none);
}

#[test]
fn slips_that_are_put_right_in_different_ways_are_told_one_by_one() {
    let told = |lines: &[&str]| {
        let (_, checked) = check_text(&lines.join("\n"));
        let causes = checked.causes().into_iter();
        causes.filter(|cause| cause.finding.code == "TOML-001").count()
    };
    assert_eq!(told(&["a = 3,1", "b = 3,2", "c = 3,3", "d = 3,4", "e = 3,5"]), 5);
    assert_eq!(told(&["a = 3,1", "b = 3,1", "c = 3,1", "d = 3,1", "e = 3,1"]), 1);
}
