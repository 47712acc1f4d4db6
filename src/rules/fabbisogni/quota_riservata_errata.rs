//! FAB-022.

use rust_decimal::Decimal;

use crate::model::scelte::ModalitaAssunzione;
use crate::model::{CategorieProtette, campo};
use crate::rules::parole::numero;
use crate::rules::{Contesto, Report};

/// Share of the posts that the law reserves, above fifty.
const PERCENTO: Decimal = Decimal::from_parts(7, 0, 0, false, 2);
/// What is counted as one more post begins above it.
const META: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
/// How they are covered.
const CHIAMATA: ModalitaAssunzione = ModalitaAssunzione::ChiamataDirettaCategorieProtette;

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let Some(protette) = &contesto.piano.fabbisogni.categorie_protette else { return };
    check_quota(protette, report);
    let (Some(quota), Some(in_servizio)) = (protette.quota, protette.in_servizio) else { return };
    let free = quota.saturating_sub(in_servizio).max(0);
    if let Some(scoperti) = protette.scoperti.filter(|scoperti| *scoperti != free) {
        let quota_at = report.place(protette.luogo, campo::QUOTA);
        report
            .at(
                protette.luogo,
                campo::SCOPERTI,
                format!("{}, non {}", are_free(free), numero(scoperti)),
            )
            .label(format!("{} riservati meno {} in servizio", numero(quota), numero(in_servizio)))
            .see(quota_at, "i posti riservati");
    }
    let mut hires = contesto.piano.assunzioni.iter();
    let planned = protette.programma.as_ref().is_some_and(|text| !text.is_empty())
        || hires.any(|a| a.modalita == Some(CHIAMATA));
    if free > 0 && !planned {
        let posts = match free {
            1 => "si copre il posto riservato scoperto".to_owned(),
            _ => format!("si coprono i {} posti riservati scoperti", numero(free)),
        };
        report
            .at(protette.luogo, campo::PROGRAMMA, format!("non è detto come {posts}"))
            .label("scrivi in «programma» come e quando, o prevedi la chiamata fra le assunzioni");
    }
}

fn are_free(count: i64) -> String {
    match count {
        1 => "è scoperto un posto".into(),
        _ => format!("sono scoperti {} posti", numero(count)),
    }
}

/// How many posts are reserved, and why: one or two up to fifty, seven per cent above. What is
/// over half a post is a whole one.
fn riservati(base: i64) -> (Decimal, String) {
    let few = |count: i64, range: &str| {
        (Decimal::from(count), format!("con una base {range} i posti riservati sono {count}"))
    };
    match base {
        ..15 => few(0, "sotto quindici"),
        15..=35 => (Decimal::ONE, "con una base da 15 a 35 il posto riservato è uno".into()),
        36..=50 => few(2, "da 36 a 50"),
        _ => {
            let exact = Decimal::from(base).saturating_mul(PERCENTO);
            let one_more = exact.saturating_sub(exact.floor()) > META;
            let due = if one_more { exact.ceil() } else { exact.floor() };
            (due, format!("il sette per cento di {} è {}", numero(base), numero(exact)))
        }
    }
}

fn check_quota(protette: &CategorieProtette, report: &mut Report<'_>) {
    let (Some(base), Some(quota)) = (protette.base, protette.quota) else { return };
    let (due, reason) = riservati(base);
    if Decimal::from(quota) != due {
        let base_at = report.place(protette.luogo, campo::BASE);
        let message = format!("i posti riservati sono {}, non {}", numero(due), numero(quota));
        let mut finding = report.at(protette.luogo, campo::QUOTA, message);
        finding.label(reason).see(base_at, "la base di computo");
    }
}
