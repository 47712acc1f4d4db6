//! What the map of spheres shows: public values and those who benefit, and the parts of the plan.

use std::collections::BTreeSet;

use super::document::{Figura, Genere, Parte, RigaFigura, ValoreFigura};
use super::maker::Maker;
use super::visita::{Nodo, visit};
use super::{formato, parole};
use crate::figure::mappa::{Mappa, Sfera};
use crate::figure::{self, Tinta};
use crate::nomi::{Chiave, campo};
use crate::record::Value;

/// The field that holds the public values.
const VALORI: Chiave = campo::OBIETTIVI_VP;

/// The map of a document with these parts and anchors: what they do not show has no sphere.
pub(super) fn mappa(maker: &mut Maker<'_>, parti: &[Parte], anchors: &BTreeSet<String>) -> Figura {
    let mut parts: Vec<&Parte> = Vec::new();
    visit(parti, |nodo, _| match nodo {
        Nodo::Parte(part) if part.genere == Genere::Sottosezione => parts.push(part),
        _ => {}
    });
    let sottosezioni: Vec<Sfera> = parts.iter().map(|part| sphere(part)).collect();
    let valori: Vec<Sfera> = maker
        .legami
        .valori()
        .filter_map(|nodo| {
            let value = nodo.record;
            let text = |campo: Chiave| Some(value.text(campo)).filter(|t| !t.trim().is_empty());
            let (rinvio, titolo) = maker.named(text(campo::ID)?)?;
            let nome = text(campo::NOME_BREVE).map_or_else(|| titolo.clone(), formato::text);
            anchors.contains(rinvio).then(|| (rinvio.clone(), nome))
        })
        .zip(1..)
        .map(|((rinvio, nome), index)| Sfera {
            rinvio,
            segno: index.to_string(),
            nome,
            tinta: Tinta::Valori,
        })
        .collect();
    let beneficiari: Vec<String> = maker
        .records(campo::STAKEHOLDER)
        .into_iter()
        .filter(|stakeholder| {
            matches!(stakeholder.get(campo::BENEFICIARIO), Some(Value::Bool(true)))
        })
        .map(|stakeholder| formato::text(stakeholder.text(campo::NOME)))
        .collect();
    let id = maker.ancore.unique("mappa");
    let held =
        maker.law.sottosezioni.iter().find(|s| s.campo.iter().any(|c| c.chiave == VALORI.as_str()));
    let numero = held.map_or("", |sottosezione| sottosezione.numero.as_str());
    let first = parts.iter().find(|part| part.schema == numero).or(parts.first());
    let centro = Sfera {
        rinvio: first.map_or_else(|| id.clone(), |part| part.id.clone()),
        segno: count(valori.len()),
        nome: if valori.is_empty() { "Il piano".into() } else { "Valore pubblico".into() },
        tinta: Tinta::Neutra,
    };
    let altri = Sfera {
        rinvio: centro.rinvio.clone(),
        segno: String::new(),
        nome: parole::MAPPA_ALTRI.into(),
        tinta: Tinta::Valori,
    };
    let mappa = Mappa { centro, beneficiari, valori, altri, sottosezioni };
    Figura {
        id,
        titolo: "La mappa del piano".into(),
        alternativa: describe(&mappa),
        dati: String::new(),
        righe: rows(&mappa),
        disegno: figure::mappa::draw(&mappa, figure::LARGHEZZA),
    }
}

/// What the map shows, a row for each ring and two for the centre; those that hold nothing are
/// left out.
fn rows(mappa: &Mappa) -> Vec<RigaFigura> {
    let named = |nome: &String| ValoreFigura {
        segno: String::new(),
        nome: nome.clone(),
        rinvio: String::new(),
        tinta: Tinta::Neutra,
    };
    let leading = |sfera: &Sfera| ValoreFigura {
        segno: sfera.segno.clone(),
        nome: sfera.nome.clone(),
        rinvio: sfera.rinvio.clone(),
        tinta: sfera.tinta,
    };
    let row = |nome: &str, etichetta: &str, valori: Vec<ValoreFigura>| RigaFigura {
        nome: nome.into(),
        etichetta: etichetta.into(),
        valori,
    };
    let spheres = |spheres: &[Sfera]| spheres.iter().map(leading).collect();
    let mut rows = vec![
        row("centro", parole::MAPPA_CENTRO, vec![leading(&mappa.centro)]),
        row(
            "beneficiari",
            parole::MAPPA_BENEFICIARI,
            mappa.beneficiari.iter().map(named).collect(),
        ),
        row("valori", parole::MAPPA_VALORI, spheres(&mappa.valori)),
        row("sottosezioni", parole::MAPPA_SOTTOSEZIONI, spheres(&mappa.sottosezioni)),
    ];
    rows.retain(|row| !row.valori.is_empty());
    rows
}

fn count(values: usize) -> String {
    match values {
        0 => String::new(),
        1 => "1 valore".into(),
        many => format!("{many} valori"),
    }
}

/// The sphere of a sub-section.
fn sphere(part: &Parte) -> Sfera {
    Sfera {
        rinvio: part.id.clone(),
        segno: part.numero.clone(),
        nome: part.titolo.clone(),
        tinta: Tinta::Sezione(part.sezione),
    }
}

fn describe(mappa: &Mappa) -> String {
    let names = |spheres: &[Sfera]| {
        spheres.iter().map(|sfera| sfera.nome.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut text = format!("Al centro «{}»", mappa.centro.nome);
    if !mappa.beneficiari.is_empty() {
        text += &format!(" con chi ne beneficia: {}", mappa.beneficiari.join(", "));
    }
    if !mappa.valori.is_empty() {
        text += &format!(". Intorno, i valori pubblici: {}", names(&mappa.valori));
    }
    text + &format!(". All’esterno, le parti del piano: {}.", names(&mappa.sottosezioni))
}
