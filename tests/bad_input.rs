//! What is wrong with a file ends in a finding with a place, whatever it is.

use std::fs;
use std::os::unix::fs::symlink;

use piao::Plan;
use piao::law::Law;
use tempfile::TempDir;

use crate::support::folder::{Folder, with_table};
use crate::support::{codes, smallest};

#[test]
fn a_folder_without_toml() {
    let folder = TempDir::new().expect("a temporary folder");
    let read = Plan::read(folder.path()).expect("the folder is there");
    assert!(codes(&read.check(Law::embedded())).contains(&"FILE-001"));
}

#[test]
fn a_file_that_is_not_utf8() {
    let plan = Folder::new();
    plan.write("2.2-performance.toml", b"[performance]\nciclo = \"citt\xe0\"\n");
    plan.says("FILE-002");
    plan.write(
        "2.2-performance.toml",
        "\u{feff}[performance]\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>()
            .as_slice(),
    );
    plan.says("FILE-002");
}

#[test]
fn a_mark_of_byte_order_and_windows_lines_change_nothing() {
    let plan = Folder::new();
    let text = format!("\u{feff}{}", smallest("ordinario").replace('\n', "\r\n"));
    plan.write("piao.toml", text.as_bytes());
    let read = plan.read();
    assert_eq!(codes(&read.check(Law::embedded())), Vec::<&str>::new());
}

#[test]
fn every_syntax_error_comes_out_at_once() {
    let plan = Folder::new();
    plan.write("a.toml", b"[performance]\nciclo =\nraccordo_peg = [1 2]\n");
    plan.write("b.toml", b"[struttura]\natto = \"uno\n");
    let read = plan.read();
    let checked = read.check(Law::embedded());
    let syntax = codes(&checked).into_iter().filter(|code| *code == "TOML-001").count();
    assert!(syntax >= 3, "{:?}", codes(&checked));
}

#[test]
fn a_key_written_twice_shows_both_places() {
    let plan = Folder::new().prepend("unita_di_prova = 1\nunita_di_prova = 2");
    plan.says("TOML-002");
    let plan = Folder::new();
    plan.write("altro.toml", b"[anagrafica]\ndenominazione = \"Altra\"\n");
    plan.says("TOML-004");
}

#[test]
fn what_only_toml_1_1_allows() {
    let plan = Folder::new().append("[performance.smvp]\ntitolo = \"a\\e\"");
    assert!(plan.says("TOML-003").contains("\\e"));
}

#[test]
fn unknown_keys_get_the_nearest_known_one() {
    let plan =
        Folder::new().append("[[stakeholder]]\nid = \"sh-x\"\nnome = \"X\"\nrelazzione = \"y\"");
    assert_eq!(plan.says("FORM-001"), "relazzione");
}

#[test]
fn an_unknown_key_is_told_what_to_write_and_where() {
    let help = |lines: &str| {
        let read = Folder::new().append(lines).read();
        let checked = read.check(Law::embedded());
        let own = checked.findings.into_iter().find(|finding| finding.code == "FORM-001");
        own.and_then(|finding| finding.help).unwrap_or_default()
    };
    let nome = help("[[obiettivi_prevenzione]]\nid = \"x\"\nnome = \"X\"\nambito = \"altro\"");
    assert!(nome.starts_with("forse intendevi «titolo»; qui valgono: id, "), "{nome}");
    let lives = help("[[obiettivi_vp]]\nid = \"x\"\ntitolo = \"X\"\nfasi = []");
    assert!(lives.contains("«fasi» si scrive in [[obiettivi_performance]]"), "{lives}");
    let top = help("[[processi]]\nid = \"x\"\nnome = \"X\"\nmisure = []");
    assert!(top.contains("«misure» si scrive in cima al piano, come [[misure]]"), "{top}");
    let none = help("[[stakeholder]]\nid = \"x\"\nnome = \"X\"\ncolore = \"blu\"");
    assert!(none.starts_with("togli la chiave"), "{none}");
    assert!(none.ends_with("qui valgono: id, nome, relazione, beneficiario"), "{none}");
}

#[test]
fn wrong_forms() {
    let plan = Folder::new().append("[[stakeholder]]\nid = \"sh-x\"\nnome = 3");
    assert_eq!(plan.says("FORM-002"), "3");
    let plan = Folder::new().append("[[riallocazione]]\nmotivo = \"x\"\nnumero = nan");
    assert_eq!(plan.says("FORM-002"), "nan");
    let plan = Folder::new().append("[[dotazione]]\narea = \"istruttori\"\nvalore = inf");
    assert_eq!(plan.says("FORM-002"), "inf");
    let plan = Folder::new().append("[[riallocazione]]\nmotivo = \"x\"\narea = \"98\"");
    assert_eq!(plan.says("FORM-003"), "\"98\"");
    let plan = Folder::new().append("[[stakeholder]]\nid = \"sh-x\"");
    plan.says("FORM-004");
    let plan = Folder::new().append("[[stakeholder]]\nid = \"sh x\"\nnome = \"X\"");
    assert_eq!(plan.says("FORM-002"), "\"sh x\"");
}

#[test]
fn references_and_codes() {
    let plan = Folder::new().append("[[riallocazione]]\nmotivo = \"x\"\nda = \"u-9\"");
    assert_eq!(plan.says("XRF-002"), "\"u-9\"");
    let plan = Folder::new().append("[[stakeholder]]\nid = \"u-1\"\nnome = \"X\"");
    assert_eq!(plan.says("XRF-003"), "\"u-1\"");
}

#[test]
fn free_sub_sections_stop_at_the_fifth_level() {
    let mut text = String::from("[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"1\"\n");
    let mut key = String::from("sottosezioni_libere");
    for level in 2..=6 {
        key += ".sottosezioni";
        text += &format!("[[{key}]]\nid = \"l-{level}\"\ntitolo = \"{level}\"\n");
    }
    Folder::new().append(&text).says("FORM-005");
}

#[test]
fn characters_that_cannot_be_read_or_drawn() {
    for (written, what) in [
        ("ciao \u{1F680}", "\u{1F680}"),
        ("ciao \u{202E}oaic", "\u{202E}"),
        ("\u{E000}", "\u{E000}"),
        ("漢", "漢"),
        ("a\u{200B}b", "\u{200B}"),
    ] {
        let plan =
            Folder::new().append(&format!("[[stakeholder]]\nid = \"sh-x\"\nnome = \"{written}\""));
        assert_eq!(plan.says("TESTO-003"), what);
    }
}

#[test]
fn markdown_that_is_refused() {
    for (code, text) in [
        ("TESTO-001", "un <b>testo</b>"),
        ("TESTO-002", "Lo stemma ![torre](torre.svg) in mezzo"),
        ("TESTO-004", "[qui](javascript:alert(1))"),
        (
            "TESTO-005",
            "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g",
        ),
    ] {
        let plan = Folder::new();
        plan.write("testi/x.md", text.as_bytes());
        let plan = plan.append("[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"T\"\ntesto = { file = \"testi/x.md\" }");
        plan.says(code);
    }
}

#[test]
fn files_that_are_missing_or_outside() {
    let with = |file: &str| {
        Folder::new().append(&format!(
            "[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"T\"\ntesto = {{ file = \"{file}\" }}"
        ))
    };
    assert_eq!(with("testi/manca.md").says("FILE-004"), "\"testi/manca.md\"");
    with("../fuori.md").says("FILE-005");
    with("/etc/hostname").says("FILE-005");
    with("..\\\\fuori.md").says("FILE-005");
    let outside = TempDir::new().expect("a temporary folder");
    fs::write(outside.path().join("segreto.md"), "segreto").expect("the folder is ours");
    let plan = with("link.md");
    symlink(outside.path().join("segreto.md"), plan.0.path().join("link.md")).expect("a link");
    plan.says("FILE-003");
    let plan = with("cartella/segreto.md");
    symlink(outside.path(), plan.0.path().join("cartella")).expect("a link");
    plan.says("FILE-004");
}

#[test]
fn a_table_file_with_wrong_cells() {
    let with = with_table;
    let good = "Anno;Area;Numero;Risparmio\n2027;istruttori;1;30.000,50\n\
                2028;istruttori;1;30000\n2029;;0;0\n";
    let read = Plan::read(with(good).0.path()).expect("the folder is there");
    assert_eq!(codes(&read.check(Law::embedded())), Vec::<&str>::new());
    with("Area;Numero\nistruttori;1\n").says("CSV-001");
    with("Anno;Numeri\n2027;1\n").says("CSV-001");
    with("Anno;Numero\n2027;1;2\n").says("CSV-002");
    assert_eq!(with("Anno;Numero\n2027;molti\n").says("FORM-002"), "molti");
    with("").says("CSV-001");
}

#[test]
fn tabs_separate_cells_and_an_unknown_column_is_told_the_others() {
    let read =
        with_table("Anno\tArea\tNumero\n2027\tistruttori\t1\n2028\tistruttori\t1\n2029\t\t0\n");
    let read = read.read();
    let checked = read.check(Law::embedded());
    let csv = codes(&checked).into_iter().filter(|code| code.starts_with("CSV"));
    assert_eq!(csv.collect::<Vec<_>>(), ["CSV-003"]);
    let read = with_table("Anno;Colore\n2027;blu\n").read();
    let checked = read.check(Law::embedded());
    let told = checked.findings.into_iter().find(|finding| finding.code == "CSV-001");
    let help = told.and_then(|finding| finding.help).unwrap_or_default();
    assert!(help.contains("le colonne sono: anno, area"), "{help}");
}

#[test]
fn a_wrong_form_is_told_the_right_one() {
    let help = |lines: &str| {
        let text = format!("{lines}\n");
        let (_, checked) = crate::support::check_text(&text);
        let own = checked.findings.into_iter().find(|finding| finding.code == "FORM-002");
        own.and_then(|finding| finding.help).unwrap_or_default()
    };
    assert!(help("[stakeholder]\nid = \"x\"").contains("[[stakeholder]], non [stakeholder]"));
    assert!(help("[[anagrafica]]\nsede = \"x\"").contains("[anagrafica]"));
    assert_eq!(
        help("[piao]\ntriennio = \"2027-2029\""),
        "per esempio: triennio = { inizio = 2027, fine = 2029 }"
    );
}

#[test]
fn a_wrong_cell_is_pointed_at_whatever_the_others_hold() {
    let place = |csv: &str, code: &str| {
        let read = with_table(csv).read();
        let checked = read.check(Law::embedded());
        let finding = checked.findings.iter().find(|finding| finding.code == code);
        let span = finding.unwrap_or_else(|| panic!("no {code}: {:?}", codes(&checked))).span;
        (read.source.position(span), read.source.text(span).to_owned())
    };
    let row = "Anno;Area;Numero\n2027;istruttori;istruttori\n";
    assert_eq!(place(row, "FORM-002"), ((2, 17), "istruttori".into()));
    let row = "Anno;Area;Numero\n\n2027; istruttori ;\"istruttori\"\n";
    assert_eq!(place(row, "FORM-002"), ((3, 19), "\"istruttori\"".into()));
    let row = "Anno;Numero;Anno\n2027;1;2027\n";
    assert_eq!(place(row, "CSV-001"), ((1, 13), "Anno".into()));
}

#[test]
fn a_value_that_would_be_lost_stops_even_a_draft() {
    for (fragment, code) in [
        ("[[risorse]]\niniziativa = \"x\"\nmissione = \"98\"", "XRF-005"),
        ("[[stakeholder]]\nid = \"sh-x\"\nnome = \"X\"\ncolore = \"blu\"", "FORM-001"),
    ] {
        let plan = Folder::new()
            .append(&format!("{fragment}\n[[deroghe]]\nregola = \"{code}\"\nmotivo = \"prova\""));
        let read = plan.read();
        let checked = read.check(Law::embedded());
        assert!(codes(&checked).contains(&code), "no {code}");
        assert!(checked.is_unreadable(), "{code} set aside would lose what is written");
    }
}

#[test]
fn a_slip_of_writing_hides_no_other_file_and_brings_no_noise() {
    let two = |broken: &str| {
        let plan = Folder::new();
        let text = smallest("ordinario").replacen("fine = 2029", "fine = 2030", 1);
        plan.write("piao.toml", text.as_bytes());
        plan.write("2.2-performance.toml", broken.as_bytes());
        let read = plan.read();
        let checked = read.check(Law::embedded());
        let told: Vec<(String, String)> =
            checked.findings.iter().map(|f| (f.code.clone(), f.label.clone())).collect();
        told
    };
    for (text, label) in [
        ("nome: \"x\"", "tra la chiave e il valore va «=», non «:»"),
        ("nome = “x”", "usa le virgolette dritte: \""),
        ("data = 2027-02-30", "questo giorno non esiste nel calendario"),
        ("data = 31/12/2027", "una data si scrive 2027-12-31: anno, mese, giorno"),
    ] {
        let told = two(text);
        assert!(told.iter().all(|(code, _)| code == "TOML-001"), "{text}: {told:?}");
        assert_eq!(told[0].1, label, "{text}");
    }
    let plan = Folder::new();
    plan.write("piao.toml", b"a = 1\nb: 2\n");
    assert!(plan.says("TOML-001").starts_with(['b', ':']), "one file alone");
}

#[test]
fn thousands_are_not_decimals() {
    let plan = Folder::new().append("[[risorse]]\niniziativa = \"I\"\nprimo_anno = 18.000");
    assert_eq!(plan.says("FORM-002"), "18.000");
    let plan = Folder::new().append("[[risorse]]\niniziativa = \"I\"\nprimo_anno = 18.50");
    let read = plan.read();
    let checked = read.check(Law::embedded());
    assert!(!codes(&checked).contains(&"FORM-002"));
}

#[test]
fn what_cannot_be_set_aside() {
    let told = |deroga: &str| {
        let plan = Folder::new().prepend(&format!("deroghe = [{{ {deroga} }}]\nscritto_male = 1"));
        let read = plan.read();
        let checked = read.check(Law::embedded());
        let own = checked.findings.into_iter().find(|finding| finding.code.starts_with("DER-"));
        own.map(|finding| finding.message).unwrap_or_default()
    };
    let motivo = "motivo = \"Così\"";
    assert_eq!(
        told(&format!("regola = \"FORM-001\", {motivo}")),
        "la regola FORM-001 riguarda come il piano è scritto: non si mette da parte"
    );
    assert_eq!(told(&format!("regola = \"PER-999\", {motivo}")), "la regola PER-999 non esiste");
    assert_eq!(told("regola = \"VP-001\""), "la regola VP-001 è messa da parte senza un motivo");
    assert_eq!(
        told(&format!("regola = \"vp-001\", {motivo}")),
        "la regola VP-001 è messa da parte, ma non ha nulla da dire"
    );
}

#[test]
fn a_sub_section_is_changed_once() {
    let twice = "[[sottosezioni]]\nchiave = \"2.1\"\nnumero = \"2.1\"\n".repeat(2);
    assert_eq!(Folder::new().append(&twice).says("FORM-006"), "\"2.1\"");
}
