//! PUB-005.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::markdown;
use crate::model::raccolta::Testo;
use crate::rules::sigle;
use crate::rules::{Contesto, Report};

/// Words that say nothing of where a link leads.
const MUTI: &[&str] = &[
    "qui",
    "clicca qui",
    "clicca",
    "link",
    "questo link",
    "al link",
    "a questo link",
    "leggi",
    "leggi tutto",
    "vai",
    "pagina",
    "questa pagina",
    "sito",
    "continua",
    "documento",
    "altro",
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    check_links(contesto, report);
    sigle::check(contesto, report);
}

fn check_links(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let has_links = |testo: &&Testo| testo.lungo && testo.testo.contains(['[', '<']);
    for testo in contesto.piano.testi.iter().filter(has_links) {
        let mut link: Option<String> = None;
        for event in markdown::parse(&testo.testo) {
            match event {
                Event::Start(Tag::Link { .. }) => link = Some(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(words) = &mut link {
                        words.push_str(&text);
                    }
                }
                Event::SoftBreak | Event::HardBreak => {
                    if let Some(words) = &mut link {
                        words.push(' ');
                    }
                }
                Event::End(TagEnd::Link) => {
                    let words = link.take().unwrap_or_default();
                    let plain = words.trim().trim_end_matches(['.', '…']).to_lowercase();
                    if plain.is_empty() || MUTI.contains(&plain.as_str()) {
                        report
                            .within(testo, format!("il collegamento «{words}» non dice dove porta"))
                            .help("nel collegamento scrivi il nome della pagina o del documento");
                    }
                }
                _ => {}
            }
        }
    }
}
