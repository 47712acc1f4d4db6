//! A plan far larger than real ones, with names as long as they come, in every output.

use std::sync::OnceLock;

use piao::Plan;
use piao::law::Law;
use piao::render::{Artifact, Layout};
use piao::view::document::{Blocco, Documento};
use piao::view::visita::Nodo;

use crate::support::draw;
use crate::support::grande::{self, OBIETTIVI, PROCESSI, STAKEHOLDER, UNITA, VALORI};

/// Its document, and its pages.
fn large() -> &'static (Documento, Vec<Artifact>) {
    static LARGE: OnceLock<(Documento, Vec<Artifact>)> = OnceLock::new();
    LARGE.get_or_init(|| {
        let plan = Plan::from_texts(&[("piao.toml", &grande::plan())]);
        let checked = plan.check(Law::embedded());
        let unknown = checked.findings.iter().filter(|finding| finding.code.starts_with("FORM"));
        assert_eq!(unknown.map(|finding| &finding.message).next(), None);
        let document = checked.document(true).document;
        let drawn = draw(&document, &[], &Layout::embedded(), &["sito", "file"]);
        (document, drawn.expect("it is drawn"))
    })
}

#[test]
fn every_record_is_drawn_and_has_its_page() {
    let (document, artifacts) = large();
    let mut cards = 0;
    document.visit(|nodo, _| cards += usize::from(matches!(nodo, Nodo::Blocco(Blocco::Scheda(_)))));
    assert!(cards >= VALORI + STAKEHOLDER + UNITA + OBIETTIVI + PROCESSI, "{cards} cards");
    for (kind, count) in [("gv", VALORI), ("gs", STAKEHOLDER), ("gu", UNITA), ("go", OBIETTIVI)] {
        for index in 1..=count {
            let path = format!("sito/scheda-{kind}-{index}.html");
            assert!(artifacts.iter().any(|artifact| artifact.path == path), "no {path}");
        }
    }
}

/// Every drawing of a document, with its title.
fn drawings(document: &Documento) -> Vec<(&str, &piao::figure::Disegno)> {
    let map = &document.mappa;
    let mut all = vec![(map.titolo.as_str(), &map.disegno)];
    document.visit(|nodo, _| {
        if let Nodo::Blocco(Blocco::Figura(figura)) = nodo {
            all.push((figura.titolo.as_str(), &figura.disegno));
        }
    });
    all
}

#[test]
fn no_text_of_a_drawing_leaves_it_is_too_small_or_covers_another() {
    use piao::figure::{CORPO, Segno};
    for (title, drawing) in drawings(&large().0) {
        let texts: Vec<_> = drawing
            .marks()
            .filter_map(|segno| match segno {
                Segno::Scritta(text) => Some((text, segno.ingombro())),
                _ => None,
            })
            .collect();
        for (index, (text, room)) in texts.iter().enumerate() {
            assert!(text.corpo >= CORPO, "{title}: «{}» is set in {}", text.testo, text.corpo);
            let inside = room.sinistra >= 0 && room.destra <= drawing.larghezza;
            let inside = inside && room.alto >= 0 && room.basso <= drawing.altezza;
            assert!(inside, "{title}: «{}» leaves the drawing", text.testo);
            let over = texts[..index].iter().find(|(_, other)| room.overlaps(*other));
            assert!(over.is_none(), "{title}: «{}» covers {over:?}", text.testo);
        }
    }
}

#[cfg(feature = "pdf")]
#[test]
fn its_pdf_conforms() {
    use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};
    let (document, _) = large();
    // Hundreds of cards are hundreds of bookmarks, each of which leads to the next.
    let limits = SafetyLimits::unlimited();
    let drawn = draw(document, &[], &Layout::embedded(), &["pdf"]).expect("it is drawn");
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile).limits(limits.clone());
        let report = validate_pdf_bytes(&drawn[0].bytes, &options).expect("a PDF");
        assert!(report.is_compliant, "{report}");
    }
    crate::libro::Libro::read("the large plan", document, &drawn[0].bytes).holds();
}
