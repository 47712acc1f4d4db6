//! What is drawn: archival, accessible, the same every time, the same everywhere.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use piao::view::document::{Blocco, Parte};
use tempfile::TempDir;

use crate::support::{EXAMPLES, build, built, repo, tree};

#[test]
fn the_same_source_gives_the_same_bytes() {
    let first = &built()[1];
    let again = build(first.name, false);
    for (one, two) in first.artifacts.iter().zip(&again.artifacts) {
        assert_eq!(one.path, two.path);
        assert!(one.bytes == two.bytes, "{} differs between two runs", one.path);
    }
}

#[test]
fn two_folders_give_the_same_bytes() {
    let folder = TempDir::new().expect("a temporary folder");
    let copy = folder.path().join("altrove/piano");
    for (name, bytes) in tree(&repo("examples/comune-piccolo")) {
        if !name.starts_with("dist/") {
            let path = copy.join(name);
            std::fs::create_dir_all(path.parent().expect("inside")).expect("ours");
            std::fs::write(path, bytes).expect("ours");
        }
    }
    let run = |plan: &std::path::Path, out: &str| {
        let out = folder.path().join(out);
        let status = Command::new(env!("CARGO_BIN_EXE_piao"))
            .args(["build", "--out"])
            .args([&out, plan])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("the program runs");
        assert!(status.success());
        tree(&out)
    };
    let one = run(&repo("examples/comune-piccolo"), "uno");
    let two = run(&copy, "due");
    assert_eq!(one.len(), two.len());
    for ((name, bytes), (other, again)) in one.iter().zip(&two) {
        assert_eq!(name, other);
        assert!(bytes == again, "{name} differs between two folders");
    }
    assert!(one.iter().any(|(name, _)| name == "manifest.json"));
}

/// Every anchor of a document.
fn anchors(part: &Parte, out: &mut Vec<String>) {
    out.push(part.id.clone());
    part.blocchi.iter().for_each(|block| block_anchors(block, out));
    part.parti.iter().for_each(|inner| anchors(inner, out));
}

fn block_anchors(block: &Blocco, out: &mut Vec<String>) {
    match block {
        Blocco::Paragrafo { id, .. }
        | Blocco::Intestazione { id, .. }
        | Blocco::Codice { id, .. }
        | Blocco::Glossario { id, .. } => out.push(id.clone()),
        Blocco::Elenco { id, voci, .. } => {
            out.push(id.clone());
            for block in voci.iter().flatten() {
                block_anchors(block, out);
            }
        }
        Blocco::Nota { id, blocchi, .. } | Blocco::Citazione { id, blocchi } => {
            out.push(id.clone());
            for block in blocchi {
                block_anchors(block, out);
            }
        }
        Blocco::Tabella(table) => {
            out.push(table.id.clone());
            out.extend(table.righe.iter().map(|row| row.id.clone()).filter(|id| !id.is_empty()));
        }
        Blocco::Scheda(card) => {
            out.push(card.id.clone());
            let fields = card.voci.iter().flat_map(|voce| &voce.blocchi);
            for block in fields.chain(&card.blocchi) {
                block_anchors(block, out);
            }
        }
    }
}

#[test]
fn every_anchor_is_there_and_only_once() {
    for example in built() {
        let mut all = vec![example.document.mappa.id.clone()];
        example.document.parti.iter().for_each(|part| anchors(part, &mut all));
        let unique: BTreeSet<&String> = all.iter().collect();
        assert_eq!(unique.len(), all.len(), "{}: an anchor is repeated", example.name);
        assert!(!unique.contains(&String::new()), "{}: a block has no anchor", example.name);
    }
}

#[test]
fn tables_have_a_caption_and_as_many_cells_as_columns() {
    fn check(block: &Blocco) {
        match block {
            Blocco::Tabella(table) => {
                assert!(!table.didascalia.is_empty());
                for row in &table.righe {
                    assert_eq!(row.celle.len(), table.colonne.len(), "{}", table.didascalia);
                }
            }
            Blocco::Scheda(card) => card.blocchi.iter().for_each(check),
            _ => {}
        }
    }
    fn walk(part: &Parte) {
        part.blocchi.iter().for_each(check);
        part.parti.iter().for_each(walk);
    }
    built().iter().flat_map(|example| &example.document.parti).for_each(walk);
}

#[test]
fn the_map_leads_to_every_value_and_every_part() {
    for (example, (_, bozza)) in built().iter().zip(EXAMPLES) {
        let mappa = &example.document.mappa;
        let values = example.checked.piano.obiettivi_vp.len();
        assert_eq!(mappa.valori.len(), values, "{}", example.name);
        for sphere in mappa.valori.iter().chain(&mappa.sottosezioni) {
            let link = format!("href=\"#{}\"", sphere.rinvio);
            assert!(example.single().contains(&link), "{}: {link}", example.name);
        }
        let marked = example.single().contains("BOZZA");
        assert_eq!(marked, *bozza, "{}: the draft mark", example.name);
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

    use super::built;

    #[test]
    fn the_second_reader_agrees() {
        for example in built() {
            piao::verify::artifacts(&example.artifacts, &example.document)
                .unwrap_or_else(|mismatch| panic!("{}: {mismatch}", example.name));
        }
    }

    #[test]
    fn an_independent_validator_finds_no_failure() {
        for example in built() {
            for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
                let options = ValidationOptions::default().profile(profile);
                let report = validate_pdf_bytes(example.pdf(), &options)
                    .unwrap_or_else(|error| panic!("{}: {error}", example.name));
                assert!(report.is_compliant, "{}: {report}", example.name);
                assert!(report.failures.is_empty(), "{}: {report}", example.name);
            }
        }
    }
}

#[test]
fn the_words_of_the_layouts_are_those_that_they_print() {
    // The words of a remark are chosen by its tone.
    let tones = ["tono_avviso", "tono_informazione", "tono_mancante"];
    let mut printed = BTreeSet::from(tones.map(String::from));
    for folder in ["html", "pdf"] {
        for (name, bytes) in tree(&repo("layouts").join(folder)) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if name.ends_with(".html") || name.ends_with(".typ") {
                printed.extend(text.split("testi.").skip(1).map(|rest| {
                    rest.chars()
                        .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                        .collect::<String>()
                }));
            }
        }
    }
    printed.remove("at");
    let known: BTreeSet<String> =
        piao::view::testi::TESTI.iter().map(|(key, _)| (*key).to_owned()).collect();
    assert_eq!(known, printed);
}
