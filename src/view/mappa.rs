//! What the map of spheres shows: public values and those who benefit, and the parts of the plan.

use std::collections::BTreeSet;

use super::contesto::Contesto;
use super::document::{Mappa, Parte, Sfera};
use super::formato;
use crate::record::Value;

/// The hue of the public values.
const VALORI: u8 = 5;

/// The map of a document with these parts and anchors: what they do not show has no sphere.
pub(super) fn mappa(
    contesto: &mut Contesto<'_>,
    parti: &[Parte],
    anchors: &BTreeSet<String>,
) -> Mappa {
    let mut sottosezioni = Vec::new();
    spheres(parti, &mut sottosezioni);
    let valori: Vec<Sfera> = contesto.records("obiettivi_vp")
        .into_iter()
        .filter_map(|value| {
            let text = |key: &str| Some(value.text(key)).filter(|t| !t.trim().is_empty());
            let (rinvio, titolo) = contesto.named(text("id")?)?;
            let nome = text("nome_breve").map_or_else(|| titolo.clone(), formato::text);
            anchors.contains(rinvio).then(|| (rinvio.clone(), nome))
        })
        .zip(1..)
        .map(|((rinvio, nome), index)| Sfera {
            rinvio,
            segno: index.to_string(),
            nome,
            sezione: VALORI,
        })
        .collect();
    let beneficiari: Vec<String> = contesto
        .records("stakeholder")
        .into_iter()
        .filter(|stakeholder| matches!(stakeholder.get("beneficiario"), Some(Value::Bool(true))))
        .map(|stakeholder| formato::text(stakeholder.text("nome")))
        .collect();
    let leads = |key: &str| sottosezioni.iter().find(|sfera| sfera.segno == key);
    let first = leads("2.1").or_else(|| sottosezioni.first());
    let centro = Sfera {
        rinvio: first.map_or_else(|| "mappa".into(), |sfera| sfera.rinvio.clone()),
        segno: count(valori.len()),
        nome: if valori.is_empty() { "Il piano".into() } else { "Valore pubblico".into() },
        sezione: 0,
    };
    Mappa {
        id: contesto.ancore.unique("mappa"),
        titolo: "La mappa del piano".into(),
        descrizione: describe(&centro, &beneficiari, &valori, &sottosezioni),
        centro,
        beneficiari,
        valori,
        sottosezioni,
    }
}

fn count(values: usize) -> String {
    match values {
        0 => String::new(),
        1 => "1 valore".into(),
        many => format!("{many} valori"),
    }
}

/// A sphere for each numbered part that opens a page.
fn spheres(parti: &[Parte], out: &mut Vec<Sfera>) {
    for part in parti {
        let free = part.pagina.starts_with("libera-");
        if part.sezione > 0 && !part.pagina.is_empty() && !free {
            out.push(Sfera {
                rinvio: part.id.clone(),
                segno: part.numero.clone(),
                nome: part.titolo.clone(),
                sezione: part.sezione,
            });
        }
        spheres(&part.parti, out);
    }
}

fn describe(
    centro: &Sfera,
    beneficiari: &[String],
    valori: &[Sfera],
    sottosezioni: &[Sfera],
) -> String {
    let names = |spheres: &[Sfera]| {
        spheres.iter().map(|sfera| sfera.nome.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut text = format!("Al centro «{}»", centro.nome);
    if !beneficiari.is_empty() {
        text += &format!(" con chi ne beneficia: {}", beneficiari.join(", "));
    }
    if !valori.is_empty() {
        text += &format!(". Intorno, i valori pubblici: {}", names(valori));
    }
    text + &format!(". All’esterno, le parti del piano: {}.", names(sottosezioni))
}
