//! IND-012.

use crate::diag::Severity;
use crate::norma::Fiducia;
use crate::rules::{Check, Contesto, Report, Rule};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "IND-012",
    name: "traguardo-fuori-triennio",
    severity: Severity::Errore,
    fiducia: Fiducia::Alta,
    per: &["ordinario"],
    dal: None,
    al: None,
    norma: &["integrita", "dl-80-2021 art. 6, c. 2"],
    summary: "I traguardi stanno negli anni del piano; solo gli impatti possono andare oltre.",
    page: include_str!("traguardo_fuori_triennio.md"),
    check: Check::Piano(check),
};

fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(anni) = contesto.piano.anni() else { return };
    let triennio_at = report.place(contesto.piano.piao.luogo, "triennio");
    for misurazione in contesto.piano.indicatori() {
        for traguardo in misurazione.indicatore.target.iter().filter(|t| t.anno.is_positive()) {
            let anno = traguardo.anno;
            let when = if anno < *anni.start() {
                "prima del"
            } else if anno > *anni.end() && !misurazione.oltre_il_triennio {
                "dopo il"
            } else {
                continue;
            };
            let nome = &misurazione.indicatore.nome;
            report
                .at(
                    traguardo.luogo,
                    "anno",
                    format!("il traguardo del {anno} di «{nome}» cade {when} triennio"),
                )
                .label("nessuna relazione su questo piano potrà dire se è raggiunto")
                .see(triennio_at, "il piano copre questi anni");
        }
    }
}
