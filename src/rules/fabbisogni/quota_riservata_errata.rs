//! FAB-022.

use rust_decimal::Decimal;

use crate::model::fabbisogni::CategorieProtette;
use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

/// Share of the posts that the law reserves.
const PERCENTO: Decimal = Decimal::from_parts(7, 0, 0, false, 2);
/// How they are covered.
const CHIAMATA: &str = "chiamata_diretta_categorie_protette";

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(protette) = &contesto.piano.fabbisogni.categorie_protette else { return };
    check_quota(protette, report);
    let (Some(quota), Some(in_servizio)) = (protette.quota, protette.in_servizio) else { return };
    let free = quota.saturating_sub(in_servizio).max(0);
    if let Some(scoperti) = protette.scoperti.filter(|scoperti| *scoperti != free) {
        let quota_at = report.place(protette.luogo, "quota");
        report
            .at(protette.luogo, "scoperti", format!("{}, non {}", are_free(free), numero(scoperti)))
            .label(format!("{} riservati meno {} in servizio", numero(quota), numero(in_servizio)))
            .see(quota_at, "i posti riservati");
    }
    let mut hires = contesto.piano.assunzioni.iter();
    let planned = protette.programma.as_ref().is_some_and(|text| !text.is_empty())
        || hires.any(|a| a.modalita.as_deref() == Some(CHIAMATA));
    if free > 0 && !planned {
        let posts = match free {
            1 => "si copre il posto riservato scoperto".to_owned(),
            _ => format!("si coprono i {} posti riservati scoperti", numero(free)),
        };
        report
            .at(protette.luogo, "programma", format!("non è detto come {posts}"))
            .label("scrivi in «programma» come e quando, o prevedi la chiamata fra le assunzioni");
    }
}

fn are_free(count: i64) -> String {
    match count {
        1 => "è scoperto un posto".into(),
        _ => format!("sono scoperti {} posti", numero(count)),
    }
}

/// The quota is seven per cent of the base; how the last post is rounded is left to the plan.
fn check_quota(protette: &CategorieProtette, report: &mut Report<'_>) {
    let (Some(base), Some(quota)) = (protette.base, protette.quota) else { return };
    let exact = Decimal::from(base).saturating_mul(PERCENTO);
    let quota = Decimal::from(quota);
    if quota < exact.floor() || quota > exact.ceil() {
        let base_at = report.place(protette.luogo, "base");
        report
            .at(
                protette.luogo,
                "quota",
                format!(
                    "i posti riservati sono scritti {}, il sette per cento di {} è {}",
                    numero(quota),
                    numero(base),
                    numero(exact)
                ),
            )
            .label("i posti riservati sono il sette per cento della base di computo")
            .see(base_at, "la base di computo");
    }
}
