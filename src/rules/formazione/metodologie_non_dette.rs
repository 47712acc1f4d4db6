//! FOR-013.

use crate::model::{InterventoFormativo, Luogo, campo};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let (formazione, interventi) = (&piano.formazione, &piano.interventi_formativi);
    let is_nowhere = formazione.luogo == Luogo::default() && interventi.is_empty();
    if is_nowhere || !formazione.metodologie.is_empty() {
        return;
    }
    let tells = |i: &InterventoFormativo, has: bool, campo| has || report.is_broken(i.luogo, campo);
    let tells_all = interventi.iter().all(|i| {
        tells(i, i.destinatari.is_some(), campo::DESTINATARI)
            && tells(i, i.modalita.is_some(), campo::MODALITA)
    });
    if tells_all && !interventi.is_empty() {
        return;
    }
    let (luogo, campo) = if formazione.luogo == Luogo::default() {
        (piano.luogo, campo::INTERVENTI_FORMATIVI)
    } else {
        (formazione.luogo, campo::METODOLOGIE)
    };
    report
        .at(luogo, campo, "non è detto con quali metodologie si formano i diversi destinatari")
        .label("in aula, a distanza, affiancando: a chi, e come?")
        .help(
            "in [[formazione.metodologie]] scrivi «destinatari» e «metodo», oppure «destinatari» e \
             «modalita» in ogni intervento",
        );
}
