//! IND-007.

use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    for indicatore in contesto.piano.gruppi_di_indicatori().flat_map(|(_, group)| group) {
        let Some(baseline) = &indicatore.baseline else { continue };
        let dated = indicatore.target.iter().filter(|traguardo| traguardo.anno.is_positive());
        let first = dated.min_by_key(|traguardo| traguardo.anno);
        let (Some(anno), Some(first)) = (baseline.anno, first) else { continue };
        if anno >= first.anno {
            let target_at = report.place(first.luogo, "anno");
            let when = if anno == first.anno {
                "come il primo traguardo".to_owned()
            } else {
                format!("dopo il primo traguardo, che è del {}", first.anno)
            };
            report
                .at(
                    baseline.luogo,
                    "anno",
                    format!("il valore di partenza di «{}» è del {anno}, {when}", indicatore.nome),
                )
                .label("si parte da un anno che viene prima")
                .see(target_at, "il primo traguardo");
        }
    }
}
