//! Images and PDFs of a plan: what is refused, and how what is not is shown everywhere.

use std::os::unix::fs::symlink;

use piao::law::Law;
use piao::render::{self, Layout};
use piao::{Artifact, Kind, Plan};
use tempfile::TempDir;

use crate::support::figurati::{TORRE, UNA, png};
use crate::support::folder::Folder;
use crate::support::{codes, smallest};

/// A plan whose free sub-section is a text, beside some files.
fn with_text(text: &str) -> Folder {
    let plan = Folder::new().append(
        "[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"Il territorio\"\ntesto = { file = \"testi/t.md\" }\n\
         [[allegati]]\nid = \"a-1\"\ntitolo = \"Relazione\"\nfile = \"allegati/una.pdf\"",
    );
    let emblem = "[anagrafica.emblema]\nfile = \"immagini/torre.svg\"\nalternativa = \"Stemma: una torre azzurra.\"\n";
    let whole = plan.read().source.files[0].text.clone();
    plan.write("piao.toml", format!("{whole}\n{emblem}").as_bytes());
    plan.write("testi/t.md", text.as_bytes());
    plan.write("immagini/torre.svg", TORRE.as_bytes());
    plan.write("immagini/foto di piazza.png", &png(700, 350));
    plan.write("allegati/una.pdf", UNA.as_bytes());
    plan
}

/// The codes of what is said of a plan beside what its rules say.
fn said(plan: &Folder) -> Vec<String> {
    let read = plan.read();
    let checked = read.check(Law::embedded());
    let of_form = |code: &&str| {
        code.starts_with("FILE") || code.starts_with("TESTO") || code.starts_with("FORM")
    };
    codes(&checked).into_iter().filter(of_form).map(str::to_owned).collect()
}

const GOOD: &str = "Prima.\n\n![Una torre sul fiume.](immagini/torre.svg \"La torre, oggi\")\n\n\
                    - voce\n\n  ![La piazza, vuota.](<immagini/foto di piazza.png>)\n\nDopo.\n";

#[test]
fn what_is_wrong_with_an_image_is_told() {
    assert_eq!(said(&with_text(GOOD)), Vec::<String>::new());
    for (text, code) in [
        ("![](immagini/torre.svg)", "TESTO-008"),
        ("![torre](immagini/torre.svg)", "TESTO-009"),
        ("![Immagine.](immagini/torre.svg)", "TESTO-009"),
        ("prima ![La torre](immagini/torre.svg) dopo", "TESTO-002"),
        ("- ![La torre](immagini/torre.svg)", "TESTO-002"),
        ("![La torre](immagini/torre.svg)\n\n- ![La torre](immagini/torre.svg)", "TESTO-002"),
        ("| a |\n|---|\n| ![La torre](immagini/torre.svg) |", "TESTO-002"),
        ("x[^1]\n\n[^1]: ![La torre](immagini/torre.svg)", "TESTO-002"),
        ("![La piazza](immagini/foto di piazza.png)", "TESTO-002"),
        ("![La torre](immagini/manca.svg)", "FILE-004"),
        ("![La torre](testi/t.md)", "FILE-004"),
        ("![La torre](../torre.svg)", "FILE-005"),
        ("![La torre](/etc/torre.svg)", "FILE-005"),
        ("![La torre](https://www.esempio.it/torre.svg)", "FILE-005"),
        ("![La torre](immagini/cattiva.svg)", "FILE-012"),
        ("![La torre](immagini/rotta.png)", "FILE-011"),
        ("![La torre](immagini/torre.gif)", "FILE-011"),
        ("![La torre](immagini/piccola.png)", "TESTO-010"),
    ] {
        let plan = with_text(text);
        plan.write("immagini/cattiva.svg", TORRE.replace("<path", "<script/><path").as_bytes());
        plan.write("immagini/rotta.png", &png(700, 350)[..400]);
        plan.write("immagini/torre.gif", b"GIF89a");
        plan.write("immagini/piccola.png", &png(90, 60));
        assert_eq!(said(&plan), [code], "{text}");
    }
}

#[test]
fn what_is_wrong_with_an_annex_is_told() {
    let plan = with_text("Testo.");
    for (bytes, words) in [
        (&b"PK\x03\x04"[..], "non è un PDF"),
        (b"%PDF-1.7\n%%EOF", "non si apre"),
        (UNA.replace("/Root", "/Encrypt 9 0 R/Root").as_bytes(), "è protetto"),
    ] {
        plan.write("allegati/una.pdf", bytes);
        let read = plan.read();
        let checked = read.check(Law::embedded());
        let found =
            checked.findings.iter().find(|finding| finding.code == "FILE-013").expect("told");
        assert!(found.message.contains(words), "{}", found.message);
        assert_eq!(read.source.text(found.span), "\"allegati/una.pdf\"");
    }
}

#[test]
fn no_link_leads_out_of_the_folder() {
    let outside = TempDir::new().expect("a temporary folder");
    std::fs::write(outside.path().join("fuori.svg"), TORRE).expect("the folder is ours");
    let plan = with_text("![La torre](immagini/fuori.svg)");
    symlink(outside.path().join("fuori.svg"), plan.0.path().join("immagini/fuori.svg"))
        .expect("a link");
    assert_eq!(said(&plan), ["FILE-003"]);
}

/// What is drawn of a plan, by name.
fn drawn(plan: &Plan, names: &[&str]) -> Vec<Artifact> {
    let checked = plan.check(Law::embedded());
    let outputs = render::outputs(names).expect("the outputs are there");
    checked.document(true).outputs(&Layout::embedded(), &outputs).expect("drawn")
}

#[test]
fn only_what_the_plan_names_goes_with_it() {
    let plan = with_text(GOOD);
    plan.write("immagini/altra.png", &png(9, 9));
    let read = plan.read();
    let own: Vec<&str> = read.sorgente().iter().map(|file| file.percorso).collect();
    let wanted = [
        "allegati/una.pdf",
        "immagini/foto di piazza.png",
        "immagini/torre.svg",
        "piao.toml",
        "testi/t.md",
    ];
    assert_eq!(own, wanted);
    let unread = read.source.files.iter().find(|file| file.name == "immagini/altra.png");
    assert!(unread.expect("listed").bytes().is_empty(), "what nobody names is not read");
}

#[test]
fn pages_show_images_and_say_what_they_show() {
    let read = with_text(GOOD).read();
    let made = drawn(&read, &["sito", "file"]);
    let page = |artifact: &Artifact| String::from_utf8(artifact.bytes.clone()).expect("text");
    let single = made.iter().find(|artifact| artifact.kind == Kind::File).map(page).expect("drawn");
    for words in [
        "alt=\"Una torre sul fiume.\"",
        "alt=\"La piazza, vuota.\"",
        "alt=\"Stemma: una torre azzurra.\"",
        "La torre, oggi</figcaption>",
    ] {
        assert!(single.contains(words), "{words}");
    }
    assert!(single.contains("src=\"data:image/png;base64,") && !single.contains("materiali/"));
    assert!(single.contains("una.pdf") && single.contains("PDF, una pagina, 1\u{a0}kB"));
    let of = |path: &str| made.iter().find(|artifact| artifact.path == path);
    let free = of("sito/libera-l-1.html").map(page).expect("a page of its own");
    assert!(free.contains("src=\"materiali/immagini/foto%20di%20piazza.png\" alt=\"La piazza, vuota.\" width=\"700\" height=\"350\""), "{free}");
    let annex = of("sito/libera-a-1.html").map(page).expect("a page of its own");
    assert!(
        annex.contains(
            "<a href=\"materiali/allegati/una.pdf\" type=\"application/pdf\">una.pdf</a>"
        ),
        "{annex}"
    );
    assert_eq!(of("sito/materiali/allegati/una.pdf").expect("beside").bytes, UNA.as_bytes());
    assert_eq!(of("sito/materiali/immagini/torre.svg").expect("beside").bytes, TORRE.as_bytes());
    assert_eq!(of("sito/materiali/immagini/foto di piazza.png").expect("beside").kind, Kind::Asset);
    assert!(
        free.contains("<img src=\"materiali/immagini/torre.svg\" alt=\"\""),
        "the emblem beside the name"
    );
    let absent = of("sito/404.html").map(page).expect("a page");
    assert!(!absent.contains("<img"), "it loads nothing");
}

#[test]
fn the_same_words_may_stand_beside_a_plan_without_images() {
    let plan = Plan::from_texts(&[("piao.toml", &smallest("ordinario"))]);
    let made = drawn(&plan, &["file"]);
    assert!(!String::from_utf8(made[0].bytes.clone()).expect("text").contains("<img"));
}

#[cfg(feature = "pdf")]
mod pdf {
    use lopdf::{Document, Object};
    use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

    use super::{GOOD, UNA, drawn, with_text};

    /// The alternatives of the figures of a PDF.
    fn alternatives(pdf: &Document) -> Vec<String> {
        let figures = pdf.objects.values().filter_map(|object| object.as_dict().ok());
        let figures = figures.filter(|own| {
            own.get(b"S").is_ok_and(|kind| matches!(kind, Object::Name(name) if name == b"Figure"))
        });
        let text = |object: &Object| lopdf::decode_text_string(object).unwrap_or_default();
        figures.filter_map(|own| own.get(b"Alt").ok().map(text)).collect()
    }

    #[test]
    fn figures_have_their_words_and_every_standard_holds() {
        let made = drawn(&with_text(GOOD).read(), &["pdf"]);
        let bytes = &made[0].bytes;
        let pdf = Document::load_mem(bytes).expect("a PDF");
        let said = alternatives(&pdf);
        for words in ["Una torre sul fiume.", "La piazza, vuota.", "Stemma: una torre azzurra."] {
            assert!(said.iter().any(|own| own == words), "{words}: {said:?}");
        }
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
            let options = ValidationOptions::default().profile(profile);
            let report = validate_pdf_bytes(bytes, &options).expect("a PDF");
            assert!(report.is_compliant, "{report}");
        }
        let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
        let mut held = streams.filter_map(|stream| stream.get_plain_content().ok());
        assert!(held.any(|content| content == UNA.as_bytes()), "the annex is attached as it is");
    }
}
