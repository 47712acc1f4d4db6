//! What can be looked for in a document by its name: parts, cards, rows of tables, abbreviations; each
//! with the words that stand under it.

use super::document::{Blocco, Documento, Genere, Parte, Tabella, Tratto};
use super::visita::{self, Nodo};
use super::{markdown, parole};

/// Something that has a name and a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voce {
    /// Anchor of the block that shows it: of the table, for a row.
    pub id: String,
    /// Its name.
    pub nome: String,
    /// Its code, as written in the plan, or its number; may be empty.
    pub codice: String,
    /// What it is.
    pub genere: String,
    /// What it stands in; may be empty.
    pub dove: String,
    /// The section that gives the hue, 0 outside the sections.
    pub sezione: u8,
    /// The words that stand under its name.
    pub testo: String,
}

/// Everything that has a name, in reading order.
#[must_use]
pub fn voci(document: &Documento) -> Vec<Voce> {
    let mut voci: Vec<Voce> = Vec::new();
    document.visit(|nodo, above| match nodo {
        // The card of such a part has its name.
        Nodo::Parte(part) if part.genere == Genere::Elemento => {}
        Nodo::Parte(part) => voci.push(part_entry(part, above)),
        Nodo::Blocco(Blocco::Scheda(card)) => {
            let own = card.gruppi().flatten().filter(|block| !has_entries(block));
            let testo = words(own);
            voci.push(Voce {
                id: card.id.clone(),
                nome: card.titolo.clone(),
                codice: card.codice.clone(),
                genere: card.etichetta.clone(),
                testo,
                ..standing(above)
            });
        }
        Nodo::Blocco(Blocco::Tabella(table)) => rows(table, above, &mut voci),
        Nodo::Voce(voce) => voci.push(Voce {
            id: voce.id.clone(),
            nome: voce.termine.clone(),
            genere: parole::SIGLA.into(),
            testo: voce.definizione.clone(),
            ..standing(above)
        }),
        Nodo::Blocco(_) | Nodo::Riga(_) | Nodo::Tratto(_) => {}
    });
    voci
}

fn part_entry(part: &Parte, above: &[&Parte]) -> Voce {
    let own = part.blocchi.iter().filter(|block| !has_entries(block));
    Voce {
        id: part.id.clone(),
        nome: part.titolo.clone(),
        codice: part.numero.clone(),
        genere: genere(part).into(),
        sezione: part.sezione,
        testo: words(own),
        ..standing(above)
    }
}

/// Whether what a block says is found under the names inside it.
fn has_entries(block: &Blocco) -> bool {
    match block {
        Blocco::Scheda(_) | Blocco::Glossario { .. } => true,
        Blocco::Tabella(table) => table.righe.iter().any(|row| !row.id.is_empty()),
        _ => false,
    }
}

/// The records that the rows of a table show.
fn rows(table: &Tabella, above: &[&Parte], voci: &mut Vec<Voce>) {
    for row in table.righe.iter().filter(|row| !row.id.is_empty()) {
        let Some((name, cells)) = row.celle.split_first() else { continue };
        let testo: Vec<String> =
            cells.iter().chain([&row.dettaglio]).map(|cell| markdown::plain(cell)).collect();
        voci.push(Voce {
            id: table.id.clone(),
            nome: markdown::plain(name),
            codice: code(cells.iter().chain([&row.dettaglio])),
            genere: table.titolo.clone(),
            testo: testo.join(" "),
            ..standing(above)
        });
    }
}

/// The code among the cells of a row.
fn code<'a>(mut cells: impl Iterator<Item = &'a Vec<Tratto>>) -> String {
    let code = cells.find_map(|cell| {
        cell.iter().find_map(|run| match run {
            Tratto::Codice { testo } => Some(testo.clone()),
            _ => None,
        })
    });
    code.unwrap_or_default()
}

/// Where something stands: in the nearest part that has a name of its own.
fn standing(above: &[&Parte]) -> Voce {
    let part = above.iter().rfind(|part| part.genere != Genere::Elemento);
    let dove = part.map(|part| format!("{} {}", part.numero, part.titolo).trim().to_owned());
    let sezione = above.last().map_or(0, |part| part.sezione);
    Voce { dove: dove.unwrap_or_default(), sezione, ..Voce::default() }
}

fn genere(part: &Parte) -> &'static str {
    match part.genere {
        Genere::Sezione => parole::SEZIONE,
        Genere::Allegato => parole::ALLEGATO,
        Genere::Sottosezione | Genere::Libera => parole::SOTTOSEZIONE,
        Genere::Breve | Genere::Atto | Genere::Chiusura | Genere::Elemento | Genere::Interna => "",
    }
}

/// The words of some blocks, those of their cards and tables too.
fn words<'a>(blocks: impl Iterator<Item = &'a Blocco>) -> String {
    let mut out = String::new();
    for block in blocks {
        visita::visit_blocks(std::slice::from_ref(block), |nodo| {
            let said: &str = match nodo {
                Nodo::Tratto(Tratto::Testo { testo } | Tratto::Codice { testo }) => testo.as_str(),
                Nodo::Blocco(Blocco::Codice { testo, .. }) => testo,
                Nodo::Blocco(Blocco::Scheda(card)) => &card.titolo,
                Nodo::Blocco(_) | Nodo::Riga(_) | Nodo::Tratto(Tratto::Acapo) => " ",
                Nodo::Parte(_) | Nodo::Voce(_) | Nodo::Tratto(_) => "",
            };
            out.push_str(said);
        });
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
