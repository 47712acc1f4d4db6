//! What is drawn: archival, accessible, the same every time, the same everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};

use piao::render::Layout;
use piao::view::document::{Blocco, Documento, Tratto};
use piao::view::visita::Nodo;
use tempfile::TempDir;

use crate::support::{EXAMPLES, all_built, build, built, check_text, draw, repo, smallest, tree};

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

#[test]
fn every_anchor_is_there_and_only_once() {
    for example in all_built() {
        let mut all = vec![example.document.mappa.id.as_str()];
        example.document.visit(|nodo, _| {
            let must = matches!(nodo, Nodo::Parte(_) | Nodo::Blocco(_) | Nodo::Voce(_));
            assert!(!must || !nodo.id().is_empty(), "{}: {nodo:?} has no anchor", example.name);
        });
        example.document.visit(|nodo, _| all.push(nodo.id()));
        all.retain(|id| !id.is_empty());
        let unique: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(unique.len(), all.len(), "{}: an anchor is repeated", example.name);
    }
}

#[test]
fn tables_have_a_caption_and_as_many_cells_as_columns() {
    for example in all_built() {
        let mut tables = 0;
        example.document.visit(|nodo, _| {
            let Nodo::Blocco(Blocco::Tabella(table)) = nodo else { return };
            tables += 1;
            assert!(!table.didascalia.is_empty());
            for row in &table.righe {
                assert_eq!(row.celle.len(), table.colonne.len(), "{}", table.didascalia);
            }
        });
        assert!(tables > 10, "{}: only {tables} tables", example.name);
    }
}

#[test]
fn tables_are_cited_by_a_number_and_their_caption_repeats_no_heading() {
    for example in all_built() {
        let mut numbers = BTreeSet::new();
        let mut heading = example.document.mappa.titolo.clone();
        example.document.visit(|nodo, _| match nodo {
            Nodo::Parte(part) => heading.clone_from(&part.titolo),
            Nodo::Blocco(Blocco::Scheda(card)) => heading.clone_from(&card.titolo),
            Nodo::Blocco(Blocco::Tabella(table)) => {
                let caption = &table.didascalia;
                assert!(numbers.insert(table.numero.clone()), "two tables are {}", table.numero);
                assert!(caption.contains(&table.numero), "{caption}");
                assert!(!table.titolo.is_empty() && !caption.contains(&heading), "{caption}");
            }
            _ => {}
        });
        assert!(numbers.len() > 10, "{}", example.name);
    }
}

#[test]
fn no_link_leads_to_a_row_and_a_row_is_headed_by_its_name_alone() {
    for example in all_built() {
        let (mut rows, mut links) = (BTreeSet::new(), Vec::new());
        example.document.visit(|nodo, _| match nodo {
            Nodo::Riga(row) => {
                if !row.id.is_empty() {
                    let more = |t: &Tratto| matches!(t, Tratto::Acapo | Tratto::Codice { .. });
                    let name = &row.celle[0];
                    assert!(!name.iter().any(more), "{}: {name:?}", example.name);
                }
                rows.insert(row.id.as_str());
            }
            Nodo::Tratto(Tratto::Rinvio { id, .. }) => links.push(id.as_str()),
            _ => {}
        });
        let mappa = example.document.mappa.righe.iter().flat_map(|row| &row.valori);
        links.extend(mappa.map(|value| value.rinvio.as_str()).filter(|id| !id.is_empty()));
        rows.remove("");
        assert!(rows.len() > 10 && links.len() > 10, "{}", example.name);
        let lost: Vec<&&str> = links.iter().filter(|id| rows.contains(**id)).collect();
        assert!(lost.is_empty(), "{}: links lead to the rows {lost:?}", example.name);
    }
}

#[test]
fn a_part_is_known_by_the_scheme_whatever_number_is_printed() {
    let renumbered = "\n[[sottosezioni]]\nchiave = \"2.1\"\nnumero = \"2.9\"\n\
                      \n[[sottosezioni_libere]]\nid = \"in-piu\"\ntitolo = \"In più\"\n\
                      testo = \"Un testo.\"\ndopo = \"2.1\"\n";
    let (_, checked) = check_text(&(smallest("ordinario") + renumbered));
    let document = checked.document(false).document;
    let mut known = BTreeMap::new();
    let mut order = Vec::new();
    document.visit(|nodo, _| {
        if let Nodo::Parte(parte) = nodo {
            known.insert(parte.schema.as_str(), parte);
            order.push(parte.id.as_str());
        }
    });
    assert_eq!(known["2.1"].numero, "2.9");
    let parts = document.mappa.righe.iter().find(|row| row.nome == "parti");
    let parts = &parts.expect("the plan has parts").valori;
    assert!(parts.iter().any(|part| part.rinvio == known["2.1"].id && part.segno == "2.9"));
    assert!(parts.iter().any(|part| part.rinvio == "in-piu"), "{parts:?}");
    let at = |id: &str| order.iter().position(|known| *known == id).expect("the part is there");
    assert!(at("in-piu") == at("performance") - 1, "{order:?}");
}

#[test]
fn the_map_leads_to_every_value_and_every_part() {
    for (example, (_, bozza)) in built().iter().zip(EXAMPLES) {
        let mappa = &example.document.mappa;
        let values = example.checked.piano.obiettivi_vp.len();
        let row = |nome: &str| {
            mappa.righe.iter().find(|row| row.nome == nome).map_or(&[][..], |row| &row.valori[..])
        };
        assert_eq!(row("valori").len(), values, "{}", example.name);
        for value in row("valori").iter().chain(row("parti")).chain(row("chi")) {
            let link = format!("href=\"#{}\"", value.rinvio);
            assert!(example.single().contains(&link), "{}: {link}", example.name);
        }
        let marked = example.single().contains("BOZZA");
        assert_eq!(marked, *bozza, "{}: the draft mark", example.name);
    }
}

/// The embedded layouts, one of which does not know a kind any more.
fn forgetful(file: &str, kind: &str) -> Layout {
    let text = Layout::embedded().text(file).expect("a layout").into_owned();
    let known = format!("== \"{kind}\"");
    assert!(text.contains(&known), "{file} does not draw «{kind}»");
    let text = text.replace(&known, "== \"altro\"");
    Layout::embedded().with_override(file.into(), text.into()).expect("a known name")
}

#[test]
fn a_kind_that_no_template_draws_is_an_error_by_name() {
    let document = &built()[0].document;
    for (file, what, kind) in [
        ("html/blocchi.html", "un blocco", "tabella"),
        ("html/blocchi.html", "un tratto", "forte"),
        ("html/figure.html", "un segno", "scritta"),
    ] {
        let refused = draw(document, &[], &forgetful(file, kind), &["file"]);
        let error = refused.expect_err("the kind is in the document").to_string();
        let words = format!("{what} di tipo «{kind}»");
        assert!(error.contains(file) && error.contains(&words), "{error}");
    }
}

/// A document with a figure among its blocks.
fn with_figure() -> Documento {
    let mut document = built()[1].document.clone();
    let mut figura = document.mappa.clone();
    figura.id = "una-figura".into();
    document.parti[0].blocchi.push(Blocco::Figura(figura));
    document
}

#[test]
fn a_figure_stands_among_other_blocks() {
    let drawings = |document: &Documento| {
        let drawn = draw(document, &[], &Layout::embedded(), &["file"]).expect("drawn");
        let page = str::from_utf8(&drawn[0].bytes).expect("a page is text").to_owned();
        (page.matches("<svg ").count(), page)
    };
    let (before, _) = drawings(&built()[1].document);
    let (after, page) = drawings(&with_figure());
    assert_eq!(after, before + 1);
    assert!(page.contains("id=\"una-figura\""));
}

#[cfg(feature = "pdf")]
mod pdf {
    use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

    use piao::render::{self, Layout, Work};

    use super::{all_built, built, draw, forgetful, with_figure};

    #[test]
    fn a_kind_that_no_layout_draws_is_an_error_by_name() {
        let document = &built()[1].document;
        for (file, what, kind) in [
            ("pdf/blocchi.typ", "un blocco", "tabella"),
            ("pdf/righe.typ", "un tratto", "forte"),
            ("pdf/figure.typ", "un segno", "disco"),
        ] {
            let refused = draw(document, &[], &forgetful(file, kind), &["pdf"]);
            let error = refused.expect_err("the kind is in the document").to_string();
            let words = format!("{what} di tipo «{kind}»");
            assert!(error.contains(file) && error.contains(&words), "{error}");
        }
    }

    #[test]
    fn a_figure_stands_among_other_blocks() {
        let drawn = draw(&with_figure(), &[], &Layout::embedded(), &["pdf"]).expect("drawn");
        let options = ValidationOptions::default().profile(ValidationProfile::PdfUa1);
        let report = validate_pdf_bytes(&drawn[0].bytes, &options).expect("a PDF");
        assert!(report.is_compliant, "{report}");
    }

    #[test]
    fn the_second_reader_agrees() {
        for example in all_built() {
            piao::verify::artifacts(&example.artifacts, &example.document)
                .unwrap_or_else(|mismatch| panic!("{}: {mismatch}", example.name));
        }
    }

    #[test]
    fn the_pdf_without_attachments_is_archival_and_accessible_too() {
        let outputs = render::outputs(&["pdf"]).expect("there is a PDF");
        let outputs = render::for_archive(outputs, render::Archivio::A2a);
        for example in all_built() {
            let (layout, document) = (Layout::embedded(), &example.document);
            let source = example.checked.plan.sorgente();
            let work = Work { document, source: &source, layout: &layout, outputs: &outputs };
            let drawn = render::draw(&work).expect("it is drawn");
            for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                let options = ValidationOptions::default().profile(profile);
                let report = validate_pdf_bytes(&drawn[0].bytes, &options)
                    .unwrap_or_else(|error| panic!("{}: {error}", example.name));
                assert!(report.is_compliant, "{}: {report}", example.name);
                assert!(report.failures.is_empty(), "{}: {report}", example.name);
            }
            piao::verify::artifacts(&drawn, &example.document)
                .unwrap_or_else(|mismatch| panic!("{}: {mismatch}", example.name));
            let pdf = lopdf::Document::load_mem(&drawn[0].bytes).expect("ours is a PDF");
            assert!(!pdf.catalog().expect("a catalogue").has(b"AF"), "{}", example.name);
        }
    }

    #[test]
    fn an_independent_validator_finds_no_failure() {
        for example in all_built() {
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
