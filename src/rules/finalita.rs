//! The purposes of training: each has to be served by its objectives (D.L. 80/2021, art. 6, c. 2,
//! lett. b).

use crate::diag::Severity;
use crate::model::campo;
use crate::model::raccolta::piana;
use crate::model::scelte::TemiFormazione;
use crate::rules::{Contesto, Report};

/// A purpose: its theme, how a finding calls it, the words by which objectives name it.
pub(super) type Finalita = (TemiFormazione, &'static str, &'static [&'static str]);

/// Reports each purpose that neither the objectives of training name nor any training serves; as a
/// warning, one that the objectives name and no training serves.
pub(super) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>, finalita: &[Finalita]) {
    let piano = contesto.piano;
    let (formazione, interventi) = (&piano.formazione, &piano.interventi_formativi);
    let texts = [&formazione.obiettivi_annuali, &formazione.obiettivi_pluriennali];
    let said: Vec<String> = texts.into_iter().flatten().map(|text| piana(text)).collect();
    // Who has written neither is told so by others.
    if said.is_empty() && interventi.is_empty()
        || interventi.iter().any(|i| report.is_broken(i.luogo, campo::TEMA))
    {
        return;
    }
    for (tema, name, words) in finalita {
        if interventi.iter().any(|intervento| intervento.tema == Some(*tema)) {
            continue;
        }
        let is_aimed_at = said.iter().any(|text| words.iter().any(|word| text.contains(word)));
        let (what, most) = if is_aimed_at {
            ("è fra gli obiettivi formativi, nessun intervento la serve", Severity::Avviso)
        } else {
            ("né gli obiettivi formativi né gli interventi la servono", Severity::Errore)
        };
        report
            .at(piano.luogo, campo::INTERVENTI_FORMATIVI, format!("{name}: {what}"))
            .label("la legge la mette fra i fini della formazione")
            .help(format!("aggiungi un intervento con tema = \"{}\"", tema.as_str()))
            .at_most(most);
    }
}
