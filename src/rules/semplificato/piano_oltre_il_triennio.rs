//! SEM-006.

use crate::model::Luogo;
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piao = &contesto.piano.piao;
    let adozione = piao.adozione.as_ref().and_then(|a| Some((a.luogo, a.data?.year())));
    let conferma = piao.conferma.as_ref().filter(|_| contesto.piano.is_conferma());
    let conferma = conferma.and_then(|c| Some((c.luogo, c.data?.year())));
    let late = |act: &(Luogo, i16)| piao.triennio.fine > 0 && act.1 > piao.triennio.fine;
    if let Some((luogo, anno)) = conferma.filter(late).or(adozione.filter(late)) {
        report
            .at(luogo, "data", format!("nel {anno} il triennio è finito: serve un piano nuovo"))
            .label(format!("l’ultimo anno del piano è il {}", piao.triennio.fine));
    }
    let new = piao.natura.as_deref() == Some("nuovo") && piao.piano_precedente.is_some();
    if new && piao.esito_monitoraggio.is_none() {
        report
            .at(
                piao.luogo,
                "piano_precedente",
                "il nuovo piano non dice che cosa ha mostrato il monitoraggio di quello precedente",
            )
            .label("è su quei risultati che il piano si modifica")
            .help("scrivili in «esito_monitoraggio»");
    }
}
