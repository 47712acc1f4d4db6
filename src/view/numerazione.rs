//! The numbers of tables, by which they are cited, and their captions, which never repeat the
//! heading above.

use std::collections::BTreeMap;

use super::document::{Blocco, Genere, Parte, Tabella};
use super::{markdown, parole};

/// Stands for the parts that have no number.
const UNNUMBERED: &str = "0";

/// How many tables each part has had, by its number.
type Counts = BTreeMap<String, u32>;

/// Numbers every table within its sub-section, and writes its caption.
pub(super) fn number(parti: &mut [Parte]) {
    let mut counts = BTreeMap::new();
    for parte in parti {
        walk(parte, UNNUMBERED, &mut counts);
    }
}

fn walk(parte: &mut Parte, above: &str, counts: &mut Counts) {
    // Of `Allegato A`, the letter.
    let own = parte.numero.rsplit(' ').next().filter(|own| !own.is_empty());
    let prefix = own.filter(|_| parte.genere != Genere::Interna).unwrap_or(above).to_owned();
    let mut captions = Captions { prefix: &prefix, title: &parte.titolo, counts };
    captions.blocks(&mut parte.blocchi, &mut parte.titolo.clone());
    for inner in &mut parte.parti {
        walk(inner, &prefix, counts);
    }
}

struct Captions<'a> {
    prefix: &'a str,
    title: &'a str,
    counts: &'a mut Counts,
}

impl Captions<'_> {
    fn blocks(&mut self, blocchi: &mut [Blocco], heading: &mut String) {
        for blocco in blocchi {
            match blocco {
                Blocco::Intestazione { testo, .. } => *heading = markdown::plain(testo),
                Blocco::Tabella(table) => self.caption(table, heading),
                Blocco::Scheda(scheda) => {
                    let mut own = scheda.titolo.clone();
                    scheda.gruppi_mut().for_each(|group| self.blocks(group, &mut own));
                    heading.clone_from(&scheda.titolo);
                }
                Blocco::Elenco { voci, .. } => {
                    for voce in voci {
                        self.blocks(voce, heading);
                    }
                }
                Blocco::Nota { blocchi, .. } | Blocco::Citazione { blocchi, .. } => {
                    self.blocks(blocchi, heading);
                }
                Blocco::Paragrafo { .. }
                | Blocco::Codice { .. }
                | Blocco::Glossario { .. }
                | Blocco::Figura(_)
                | Blocco::Immagine(_)
                | Blocco::Fascicolo(_) => {}
            }
        }
    }

    fn caption(&mut self, table: &mut Tabella, heading: &str) {
        let count = self.counts.entry(self.prefix.to_owned()).or_insert(0);
        *count += 1;
        table.numero = format!("{}-{count}", self.prefix);
        let is_own = |title: &str| table.didascalia.to_lowercase() == title.to_lowercase();
        let said = is_own(heading) || is_own(self.title);
        let own = if said { "" } else { &*table.didascalia };
        let al = match table.al.as_str() {
            "" => String::new(),
            day => format!("{} {day}", parole::DATI),
        };
        let number = format!("{}\u{a0}{}", parole::TAVOLA, table.numero);
        let words = [&*number, own, &*table.unita, &*al];
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        table.didascalia = words.join(" · ");
    }
}
