//! Documents of a word processor, with headings renamed and renumbered as real plans do.

use std::io::{Cursor, Read, Write};

use piao::law::Law;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{fixture, made, plan, texts};

/// The letters and figures of a text, one after the other.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The paragraphs of a document, those of its cells too, by a reader that shares nothing with ours.
fn paragraphs(docx: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("an archive");
    let mut xml = String::new();
    archive.by_name("word/document.xml").expect("its text").read_to_string(&mut xml).expect("text");
    let words = |paragraph: &str| {
        let runs = paragraph.split("<w:t").skip(1).filter(|run| run.starts_with(['>', ' ']));
        let text = |run: &str| {
            let (_, rest) = run.split_once('>').unwrap_or_default();
            rest.split("</w:t>").next().unwrap_or_default().to_owned()
        };
        runs.map(text).collect::<String>()
    };
    xml.split("</w:p>").map(words).filter(|text| !bare(text).is_empty()).collect()
}

#[test]
fn each_heading_is_in_its_sub_section_however_it_is_called() {
    let importato = made(&[("PIAO 2028.docx", fixture("comune.docx"))], "comune");
    let texts = texts(&importato);
    let said = |file: &str, key: &str, words: &str| {
        let toml = texts[file];
        let line = toml.lines().find(|line| line.starts_with(&format!("{key} = {{ file = ")));
        let line = line.unwrap_or_else(|| panic!("{file} says no «{key}»:\n{toml}"));
        let name = line.split('"').nth(1).expect("a file");
        assert!(texts[name].contains(words), "{name}: {}", texts[name]);
    };
    said("piao.toml", "premessa", "**valore pubblico**");
    said("2.1-valore-pubblico.toml", "introduzione", "il benessere che resta");
    said("2.1-valore-pubblico.toml", "introduzione", "Tre sfide");
    said("2.1-valore-pubblico.toml", "contesto_esterno", "- meno giovani;\n- più servizi");
    said("2.2-performance.toml", "introduzione", "nascono dai valori pubblici");
    said("2.2-performance.toml", "introduzione", "concordate con il CUG");
    said("2.3-rischi-corruttivi.toml", "introduzione", "La prevenzione protegge");
    said("2.3-rischi-corruttivi.toml", "contesto_esterno", "I reati contro");
    said("3.3-fabbisogni.toml", "introduzione", "Il fabbisogno segue");
    said("4-monitoraggio.toml", "introduzione", "Ogni quadrimestre");
    // What the piano-tipo has no opening for is a comment beside the field that it may be.
    for (file, line) in [
        ("3.1-struttura-organizzativa.toml", "# modello = { file = "),
        ("3.2-lavoro-agile.toml", "# strategia = { file = "),
        ("3.3-fabbisogni.toml", "# strategia = { file = "),
        ("piao.toml", "# titolo = \"Il bilancio di genere\""),
    ] {
        assert!(texts[file].contains(line), "{file}:\n{}", texts[file]);
    }
    let plan = plan(&importato);
    let checked = plan.check(Law::embedded());
    assert!(!checked.is_unreadable(), "{}", crate::support::shown(&checked));
    let piano = &checked.piano;
    assert_eq!(piano.piao.triennio.inizio, 2028);
    assert_eq!(piano.anagrafica.denominazione, "Comune di Prova");
    assert_eq!(piano.obiettivi_performance.len(), 2);
    assert_eq!(piano.obblighi_pubblicazione.len(), 2);
}

#[test]
fn no_paragraph_and_no_cell_is_lost() {
    for name in ["comune.docx", "camera.docx"] {
        let docx = fixture(name);
        let importato = made(&[(name, docx.clone())], "comune");
        let mut all: String =
            importato.files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        all += &importato.resoconto.markdown();
        let all = bare(&all);
        let paragraphs = paragraphs(&docx);
        assert!(paragraphs.len() > 12, "{name}: only {}", paragraphs.len());
        for paragraph in paragraphs {
            assert!(all.contains(&bare(&paragraph)), "{name}: «{paragraph}» is lost");
        }
    }
}

#[test]
fn the_title_prevails_over_the_number() {
    let importato = made(&[("camera.docx", fixture("camera.docx"))], "camera_commercio");
    let texts = texts(&importato);
    let said = |file: &str, words: &str| {
        let toml = texts[file];
        let names = toml.lines().filter(|line| line.contains("{ file = "));
        let found =
            names.filter_map(|line| line.split('"').nth(1)).any(|own| texts[own].contains(words));
        assert!(found, "{file} has no «{words}»:\n{toml}");
    };
    said("2.1-valore-pubblico.toml", "Imprese più digitali");
    said("2.3-rischi-corruttivi.toml", "Poche aree");
    said("1-anagrafica.toml", "Promuovere lo sviluppo");
    said("3.1-struttura-organizzativa.toml", "Due aree e sei servizi");
    said("3.2-lavoro-agile.toml", "Accordi individuali annuali");
    said("piao.toml", "il numero dice un’altra cosa");
}

/// A document with this as its text, and these parts beside it.
fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    for (name, text) in [("word/document.xml", xml.as_str())].iter().chain(parts) {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn notes_links_boxes_and_deletions_are_read_as_they_are_seen() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>{}</w:p>\
         <w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:del>{}</w:del>\
         <w:r><w:drawing><w:p>{}</w:p></w:drawing></w:r></w:p>\
         <w:p><w:hyperlink r:id=\"r1\">{}</w:hyperlink></w:p>\
         <w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>",
        run("2.1 Valore pubblico"),
        run("R&amp;D al 5 * 2"),
        run("cancellato"),
        run("nel riquadro"),
        run("il sito"),
        run("Uno"),
        run("Due | tre"),
    );
    let bytes = docx(
        &body,
        &[
            (
                "word/footnotes.xml",
                "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>la nota</w:t></w:r></w:p></w:footnote></w:footnotes>",
            ),
            (
                "word/_rels/document.xml.rels",
                "<R><Relationship Id=\"r1\" Target=\"https://www.prova.example/\"/><Relationship Id=\"r2\" Target=\"footer1.xml\"/></R>",
            ),
            ("word/footer1.xml", "<w:ftr><w:p><w:r><w:t>pagina</w:t></w:r></w:p></w:ftr>"),
        ],
    );
    let importato = made(&[("a.docx", bytes)], "comune");
    let texts = texts(&importato);
    let text = texts["testi/2.1-introduzione.md"];
    for part in [
        "R\\&D al 5 \\* 2[^2]",
        "[^2]: la nota",
        "nel riquadro",
        "[il sito](<https://www.prova.example/>)",
        "| Uno | Due \\| tre |",
    ] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    assert!(!text.contains("cancellato"));
    let report = importato.resoconto.markdown();
    assert!(report.contains("un’immagine o un disegno") && report.contains("> pagina"), "{report}");
}

#[test]
fn a_document_that_is_a_bomb_is_not_opened() {
    let bytes = docx(&" ".repeat(64 * 1024 * 1024), &[]);
    assert!(bytes.len() < 1024 * 1024, "{} bytes", bytes.len());
    let law = Law::embedded();
    let scelte = piao::import::Scelte {
        ente: &law.enti["comune"],
        dipendenti: None,
        inizio: None,
        predefinito: 2027,
    };
    let broken = piao::import::import(&super::portati(&[("bomba.docx", bytes)]), law, scelte);
    let broken = broken.expect_err("it takes too much room");
    assert!(broken[0].perche.contains("troppo"), "{broken:?}");
}
