//! PER-033.

use std::collections::BTreeMap;

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let mut titles = BTreeMap::new();
    let mut descriptions = BTreeMap::new();
    for old in piano.obiettivi_precedenti.iter().rev() {
        titles.insert(words(&old.titolo), old);
        descriptions.insert(words(old.descrizione.as_deref().unwrap_or_default()), old);
    }
    titles.remove("");
    descriptions.remove("");
    for obiettivo in &piano.obiettivi_performance {
        let descrizione = words(obiettivo.descrizione.as_deref().unwrap_or_default());
        let same = titles.get(&words(&obiettivo.titolo)).or_else(|| descriptions.get(&descrizione));
        let Some(old) = same else { continue };
        let old_at = report.place(old.luogo, "titolo");
        report
            .at(
                obiettivo.luogo,
                "titolo",
                format!("l’obiettivo «{}» è uguale a quello dell’anno prima", obiettivo.titolo),
            )
            .label("che cosa migliora, rispetto ad allora?")
            .see(old_at, "nel piano precedente");
    }
}

/// The letters and figures of a text: case, spaces and punctuation forgiven.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
