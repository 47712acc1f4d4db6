//! GEN-005.

use crate::diag::Severity;
use crate::model::scelte::Regimi;
use crate::model::{Conteggio, campo};
use crate::rules::parole::{conta, numero};
use crate::rules::{Contesto, Report};

/// Inhabitants with which an administration has more than fifty employees, or nearly always.
const ABITANTI: i64 = 20_000;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(regime) = piano.piao.regime else { return };
    let Some(dipendenti) = &piano.anagrafica.dipendenti else {
        check_population(contesto, regime, report);
        return;
    };
    // The regime of a triennium is that of its start: staff of another day does not change it.
    let start = piano.data_consistenza();
    if piano.is_conferma() && dipendenti.data.is_some() && dipendenti.data != start {
        return;
    }
    // At fifty the texts do not meet: the plan chooses; so it does if the number may be fifty.
    let Some(count) = dipendenti.conteggio() else { return };
    let due = if count.sotto(50) {
        Regimi::Semplificato
    } else if count.almeno(51) {
        Regimi::Ordinario
    } else {
        return;
    };
    if regime != due {
        let numero_at = report.place(dipendenti.luogo, campo::NUMERO);
        let people = match count.esatto() {
            Some(exact) => conta(exact, "dipendente", "dipendenti"),
            None => format!("{} dipendenti", count.scritto),
        };
        let (regime, due) = (regime.as_str(), due.as_str());
        let mut finding = report.at(
            piano.piao.luogo,
            campo::REGIME,
            format!("il piano dichiara il regime {regime}, ma con {people} spetta quello {due}"),
        );
        finding.label(format!("le regole applicate sono quelle del regime {due}"));
        finding.see(numero_at, "i dipendenti in servizio");
        if count.circa {
            finding.at_most(Severity::Avviso);
        }
    }
}

/// Nobody says how many work there: so many inhabitants make the simplified regime unlikely.
fn check_population(contesto: &Contesto<'_>, regime: Regimi, report: &mut Report<'_>) {
    let (piao, anagrafica) = (&contesto.piano.piao, &contesto.piano.anagrafica);
    let Some(popolazione) = &anagrafica.popolazione else { return };
    let many = |count: &&Conteggio| count.almeno(ABITANTI);
    let Some(people) = popolazione.conteggio().filter(many) else { return };
    if regime != Regimi::Semplificato || report.is_broken(anagrafica.luogo, campo::DIPENDENTI) {
        return;
    }
    let numero_at = report.place(popolazione.luogo, campo::NUMERO);
    let written = people.esatto().map_or_else(|| people.scritto.clone(), numero);
    report
        .at(
            piao.luogo,
            campo::REGIME,
            format!("il piano dichiara il regime semplificato con {written} abitanti, senza dire quanti sono i dipendenti"),
        )
        .label("con tanti abitanti i dipendenti sono quasi sempre più di cinquanta: il regime è ordinario")
        .help("scrivi «dipendenti» in [anagrafica], con numero e data")
        .see(numero_at, "gli abitanti")
        .at_most(Severity::Avviso)
        .unsure();
}
