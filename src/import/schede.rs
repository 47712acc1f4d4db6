//! Tables of two columns, a name and what it is: the card of the administration.

use super::brano::Tabella;
use super::raccolta::Raccolta;
use super::voci::{Valore, Voce, letterale, stringa};
use crate::law::colonna::titolo;
use crate::law::{Base, Campo, Law, Record};
use crate::nomi::campo;
use crate::schema;

/// Fewest names of fields that a table has to hold.
const NOMI: usize = 2;

/// Reads a table as the card of the record that opens its sub-section, or of the administration;
/// false when it is none.
pub(super) fn leggi(
    tabella: &Tabella,
    part: Option<usize>,
    law: &Law,
    luogo: &str,
    raccolta: &mut Raccolta,
) -> bool {
    let pairs: Option<Vec<(&str, String)>> = tabella.righe.iter().map(|riga| pair(riga)).collect();
    let Some(pairs) = pairs else { return false };
    let first = part.and_then(|part| law.sottosezioni[part].campo.first());
    let own = law.radice.campo(campo::ANAGRAFICA.as_str());
    let candidates = [first, own].into_iter().flatten();
    let best = candidates.filter_map(|campo| {
        let kind = law.kind_of(campo).filter(|_| !campo.forma.elenco)?;
        let found = pairs.iter().filter(|(name, _)| field(name, kind, law).is_some()).count();
        (found >= NOMI && found * 2 >= pairs.len()).then_some((found, campo, kind))
    });
    let Some((_, holder, kind)) = best.max_by_key(|(found, ..)| *found) else { return false };
    let path = &holder.chiave;
    for (name, text) in &pairs {
        let Some(campo) = field(name, kind, law) else {
            raccolta.scarta(
                luogo,
                "riga di una scheda che non è un campo",
                &format!("{name}: {text}"),
            );
            continue;
        };
        if text.is_empty() {
            continue;
        }
        let voce = voce(campo, text, law);
        let dove = format!("{path}.{}", campo.chiave);
        if voce.certa {
            raccolta.resoconto.capisce(luogo, format!("«{name}»"), dove);
        } else {
            raccolta.resoconto.dubita(luogo, format!("«{name}»: «{text}» {}", voce.nota), dove);
        }
        raccolta.valori.push((path.clone(), voce));
    }
    true
}

/// The name and the value of a row; nothing when it holds more.
fn pair(riga: &[String]) -> Option<(&str, String)> {
    let (first, rest) = riga.split_first()?;
    let mut said = rest.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let value = said.next().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
    (!first.trim().is_empty() && said.next().is_none() && riga.len() > 1).then_some((first, value))
}

fn field<'a>(name: &str, kind: &'a Record, law: &Law) -> Option<&'a Campo> {
    let name = name.trim().trim_end_matches(':');
    law.campo_detto(name, kind).filter(|own| own.sta_in_cella()).or_else(|| {
        let named = |own: &&Campo| {
            let path = format!("{}.{}", kind.chiave, own.chiave);
            let words = law.importazione.colonne.get(&path).into_iter().flatten();
            words.into_iter().any(|word| titolo(word) == titolo(name))
        };
        kind.campi.iter().find(named)
    })
}

/// What a cell says of a field: as the field wants it, or as a comment that says why not.
pub(super) fn voce(campo: &Campo, text: &str, law: &Law) -> Voce {
    if let Some(valore) = valore(campo, text, law) {
        return Voce::certa(&campo.chiave, valore);
    }
    let why = format!("non è {}", campo.forma.describe());
    Voce::commento(&campo.chiave, Valore::Letterale(stringa(text)), why)
}

fn valore(campo: &Campo, text: &str, law: &Law) -> Option<Valore> {
    let base = &campo.forma.base;
    if *base == Base::Testo {
        return Some(Valore::Letterale(stringa(text)));
    }
    let one = |text: &str| schema::cella(text, base, law).map(|value| letterale(&value));
    if !campo.forma.elenco {
        return one(text);
    }
    let items: Option<Vec<String>> = crate::valori::cella::items(text)
        .iter()
        .map(|item| match one(item)? {
            Valore::Letterale(text) => Some(text),
            _ => None,
        })
        .collect();
    items.map(|items| Valore::Letterale(super::voci::lista(&items)))
}
