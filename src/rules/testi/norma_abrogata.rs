//! GEN-024.

use std::collections::BTreeMap;

use crate::law::Abrogata;
use crate::rules::prosa::{self, Ricerca};
use crate::rules::{Contesto, Report};
use crate::valori::giorno::in_force;

/// Words that tell a reader that the norm is no longer in force.
const PASSATO: &[&str] = &[
    "abrogat",
    "sostituit",
    "previgente",
    "non più in vigore",
    "non più vigente",
    "non è più",
    "allora",
    "vecchi",
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let today = contesto.profilo.data;
    let gone: Vec<(&Abrogata, &str)> = contesto
        .law
        .abrogate
        .iter()
        .filter(|norma| in_force(norma.dal, None, today))
        .flat_map(|norma| norma.forme.iter().map(move |form| (norma, form.as_str())))
        .collect();
    let forms = Ricerca::new(gone.iter().map(|(_, form)| *form));
    for testo in &contesto.piano.testi {
        let text = testo.piana.as_str();
        let cited: BTreeMap<&str, &Abrogata> = forms
            .places(text)
            .filter(|(_, place)| !is_past(prosa::intorno(text, place.clone(), 100)))
            .map(|(index, _)| (gone[index].0.norma.as_str(), gone[index].0))
            .collect();
        for (name, norma) in cited {
            let fonti = norma.fonte.iter().map(String::as_str);
            let message = format!("è citata una norma che non è più in vigore: {name}");
            let mut finding = report.within(testo, message);
            finding
                .label(norma.invece.clone())
                .help("aggiorna la citazione, o di’ che si tratta della norma di allora");
            finding.cites_instead(contesto.law.cite_all(fonti, contesto.profilo));
        }
    }
}

/// Whether what stands around a norm says that it is of another time.
fn is_past(around: &str) -> bool {
    PASSATO.iter().any(|word| around.contains(word)) || prosa::places(around, "ex").next().is_some()
}
