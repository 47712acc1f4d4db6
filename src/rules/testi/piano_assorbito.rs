//! GEN-023.

use std::ops::Range;

use crate::rules::prosa::{self, Ricerca};
use crate::rules::{Contesto, Report};

/// Plans that are now parts of this one.
const ASSORBITI: &[&str] = &[
    "piano della performance",
    "piano triennale di prevenzione della corruzione",
    "piano triennale per la prevenzione della corruzione",
    "ptpct",
    "piano organizzativo del lavoro agile",
    "pola",
    "piano triennale dei fabbisogni",
    "ptfp",
    "piano triennale di azioni positive",
    "piano triennale delle azioni positive",
    "piano delle azioni positive",
    "piano dettagliato degli obiettivi",
    "pdo",
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(anni) = contesto.piano.anni() else { return };
    let years = [(*anni.start(), *anni.end()), (*anni.start(), *anni.end() % 100)];
    let triennio: Vec<String> = years
        .iter()
        .flat_map(|(a, b)| ["-", "/", "–"].map(|sign| format!("{a}{sign}{b:02}")))
        .collect();
    let is_separate = |after: &str| {
        let near = prosa::inizio(after, 40).replace(" - ", "-").replace(" – ", "–");
        triennio.iter().any(|years| near.contains(years.as_str()))
            && ["approvat", "adottat"].iter().any(|verb| after.contains(verb))
            && !["confluit", "assorbit", "sostituit"].iter().any(|v| after.contains(v))
    };
    let names = Ricerca::new(ASSORBITI.iter().copied());
    for testo in &contesto.piano.testi {
        let text = testo.piana.as_str();
        let after = |place: Range<usize>| prosa::inizio(&text[place.end..], 130);
        let separate = names.places(text).filter(|(_, place)| is_separate(after(place.clone())));
        if let Some(name) = separate.map(|(index, _)| ASSORBITI[index]).next() {
            let name = if name.contains(' ') { name.to_owned() } else { name.to_uppercase() };
            report
                .at(
                    testo.luogo,
                    &testo.campo,
                    format!("«{name}» è citato come un piano a parte dello stesso triennio"),
                )
                .label("ora è una sottosezione di questo piano")
                .help("rinvia alla sottosezione, o di’ che il piano è confluito in questa");
        }
    }
}
