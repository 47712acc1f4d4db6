use std::collections::BTreeMap;

use super::*;
use crate::figure::{Disco, Disegno, Rinvio, Segno, Stile, Tinta};
use crate::view::dati::Dati;
use crate::view::document::{
    Blocco, Documento, Figura, Genere, Identita, Metadati, Parte, RigaFigura, Stato, Tratto,
    ValoreFigura, Veste,
};
use crate::view::testi::TESTI;

fn words(text: &str) -> Vec<Tratto> {
    vec![Tratto::Testo { testo: text.to_owned() }]
}

fn paragraph(id: &str, testo: Vec<Tratto>) -> Blocco {
    Blocco::Paragrafo { id: id.to_owned(), testo }
}

fn part(
    id: &str,
    livello: u8,
    apre_pagina: bool,
    blocchi: Vec<Blocco>,
    parti: Vec<Parte>,
) -> Parte {
    Parte {
        id: id.to_owned(),
        genere: Genere::Interna,
        schema: String::new(),
        apre_pagina,
        numero: String::new(),
        titolo: id.to_uppercase(),
        livello,
        sezione: 2,
        sommario: String::new(),
        descrizione: id.to_uppercase(),
        blocchi,
        parti,
    }
}

/// Two pages inside a section that has none; the second one refers to a paragraph of the first.
fn document(target: &str) -> Documento {
    let note = Tratto::Nota { id: "nota-1".to_owned(), numero: 1, tratti: words("in nota") };
    let link = Tratto::rinvio(target.to_owned(), words("rinvio"));
    let inner = part("interna", 3, false, vec![paragraph("p-1", vec![note])], Vec::new());
    let first = part("prima", 2, true, Vec::new(), vec![inner]);
    let second = part("seconda", 2, true, vec![paragraph("p-2", vec![link])], Vec::new());
    Documento {
        aperture: Vec::new(),
        lingua: "it",
        titolo: "Piano".to_owned(),
        titolo_breve: "PIAO 2027-2029".to_owned(),
        ente: "Ente".to_owned(),
        triennio: "2027-2029".to_owned(),
        data: "2027-01-31".to_owned(),
        descrizione: String::new(),
        parole_chiave: Vec::new(),
        stato: Stato {
            chiave: "bozza".to_owned(),
            etichetta: "Bozza".to_owned(),
            filigrana: "BOZZA".to_owned(),
        },
        identita: Identita {
            identificativo: String::new(),
            versione: String::new(),
            licenza: String::new(),
            diritti: String::new(),
            sito: String::new(),
            edizione: Veste::Bozza,
        },
        dispositivo: None,
        metadati: Metadati::default(),
        emblema: None,
        copertina: Vec::new(),
        mappa: map(),
        inizio: Vec::new(),
        parti: vec![part(
            "sezione",
            1,
            false,
            vec![paragraph("p-0", words("premessa"))],
            vec![first, second],
        )],
        testi: TESTI.iter().copied().collect(),
        citazione: String::new(),
        dati: Dati::default(),
        sinonimi: BTreeMap::new(),
    }
}

fn map() -> Figura {
    let disc = Disco { x: 1, y: 1, r: 1, tinta: Tinta::Neutra, stile: Stile::Pieno };
    let link = Rinvio::new("prima", "A < B", vec![Segno::Disco(disc)]);
    let value = ValoreFigura {
        segno: String::new(),
        nome: "A < B".to_owned(),
        nota: String::new(),
        rinvio: "prima".to_owned(),
        tinta: Tinta::Neutra,
    };
    Figura {
        id: "mappa".to_owned(),
        titolo: "Mappa".to_owned(),
        alternativa: String::new(),
        dati: String::new(),
        righe: vec![RigaFigura {
            nome: "centro".to_owned(),
            etichetta: "Al centro".to_owned(),
            valori: vec![value],
        }],
        disegno: Disegno { larghezza: 10, altezza: 10, segni: vec![Segno::Rinvio(link)] },
    }
}

fn draw(
    output: &'static dyn Output,
    document: &Documento,
    layout: &Layout,
) -> Result<Vec<Artifact>, LayoutError> {
    output.draw(&Work { document, source: &[], layout, outputs: &[output] })
}

fn single(document: &Documento, layout: &Layout) -> Result<Artifact, LayoutError> {
    draw(&File, document, layout).map(|mut made| made.remove(0))
}

fn site(document: &Documento, layout: &Layout) -> Result<Vec<Artifact>, LayoutError> {
    draw(&Sito, document, layout)
}

fn drawn_pages(target: &str) -> Vec<(String, String)> {
    let made = site(&document(target), &Layout::embedded()).expect("the layouts are sound");
    let text = |a: Artifact| (a.path, String::from_utf8_lossy(&a.bytes).into_owned());
    made.into_iter().map(text).collect()
}

fn page_of(target: &str, path: &str) -> String {
    drawn_pages(target).into_iter().find(|(known, _)| known == path).expect("the page is there").1
}

#[test]
fn every_page_carries_the_draft_mark() {
    let drawn: Vec<_> = drawn_pages("p-1")
        .into_iter()
        .filter(|(path, _)| path.strip_suffix(".html").is_some())
        .collect();
    let paths: Vec<_> = drawn.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "sito/index.html",
            "sito/prima.html",
            "sito/seconda.html",
            "sito/scarica.html",
            "sito/cerca.html",
            "sito/404.html"
        ]
    );
    assert!(drawn.iter().all(|(_, text)| text.contains("<strong>BOZZA</strong>")));
}

#[test]
fn a_link_finds_the_page_of_its_anchor() {
    for (target, href) in [
        ("p-1", "prima.html#p-1"),
        ("prima", "prima.html"),
        ("p-0", "index.html#p-0"),
        ("p-2", "#p-2"),
    ] {
        let text = page_of(target, "sito/seconda.html");
        assert!(text.contains(&format!("<a href=\"{href}\">rinvio</a>")), "{target}: {text}");
    }
}

#[test]
fn a_link_to_nothing_is_an_error_with_its_place() {
    let error = single(&document("altrove"), &Layout::embedded()).expect_err("no such anchor");
    assert_eq!(error.file, "html/blocchi.html");
    assert!(error.line.is_some() && error.message.contains("`altrove`"), "{error}");
}

#[test]
fn levels_start_from_the_page() {
    let text = page_of("p-1", "sito/prima.html");
    assert!(text.contains("<h1 id=\"prima\">") && text.contains("<h2 id=\"interna\">"), "{text}");
    let file = single(&document("p-1"), &Layout::embedded()).expect("the layouts are sound");
    let text = String::from_utf8(file.bytes).expect("templates are text");
    assert!(text.contains("<h2 id=\"sezione\">") && text.contains("<h4 id=\"interna\">"), "{text}");
}

#[test]
fn a_note_closes_the_page_of_its_mark() {
    let text = page_of("p-1", "sito/prima.html");
    assert!(
        text.find("id=\"nota-1_r\"").expect("the mark")
            < text.find("<li id=\"nota-1\"").expect("the note")
    );
    assert!(!page_of("p-1", "sito/seconda.html").contains("doc-endnotes"));
}

#[test]
fn the_policy_of_the_single_file_lets_in_its_own_style_and_script() {
    let file = single(&document("p-1"), &Layout::embedded()).expect("the layouts are sound");
    assert_eq!(file.path, "piao-2027-2029.html");
    let text = String::from_utf8(file.bytes).expect("templates are text");
    let between = |from: &str, to: &str| {
        let start = text.rfind(from).expect("it opens") + from.len();
        &text[start..start + text[start..].find(to).expect("it closes")]
    };
    let policy =
        between("http-equiv=\"Content-Security-Policy\" content=\"", "\"").replace("&#x27;", "'");
    for inside in [between("<style>", "</style>"), between("<script>", "</script>")] {
        assert!(policy.contains(&hash(inside)), "{policy}");
    }
    assert!(!text.contains(" style=") && text.contains("A &lt; B"));
}

#[test]
fn a_broken_template_is_told_in_italian_with_its_line() {
    for (source, words) in [
        ("\n{% if %}", "sintassi"),
        ("\n{{ d.nulla }}", "valore che il documento non ha"),
        ("\n{{ d.ente|nulla }}", "filtro"),
        ("\n{% include 'nulla' %}", "file che non fa parte"),
    ] {
        let layout = Layout::embedded().with_override("html/home.html".to_owned(), source.into());
        let error = site(&document("p-1"), &layout.expect("a known name")).expect_err(source);
        let shown = error.to_string();
        assert!(
            shown.starts_with("layout `html/home.html`, riga 2: ") && shown.contains(words),
            "{shown}"
        );
    }
}

#[test]
fn a_style_cannot_close_its_own_element() {
    let layout =
        Layout::embedded().with_override("html/stile.css".to_owned(), b"p{}\n</STYLE>".to_vec());
    let error =
        single(&document("p-1"), &layout.expect("a known name")).expect_err("it would end there");
    assert_eq!((error.file.as_str(), error.line), ("html/stile.css", Some(2)));
}

#[test]
fn a_list_sixteen_levels_deep_is_drawn() {
    let mut block = paragraph("p-1", words("in fondo"));
    for depth in 0..16 {
        block = Blocco::Elenco {
            id: format!("e-{depth}"),
            ordinato: false,
            inizio: 1,
            voci: vec![vec![block]],
        };
    }
    let mut nested = document("p-0");
    nested.parti[0].blocchi.push(block);
    single(&nested, &Layout::embedded()).expect("far deeper than any text");
}
