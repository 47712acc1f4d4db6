//! One walk over a document: every part, block, row and run, in reading order, with its anchor.
//!
//! Whoever looks for something in a document asks here, so that a new kind of block is reached
//! by everybody, or by nobody: leaving it out does not compile.

use super::document::{Blocco, Documento, Parte, RigaTabella, Tabella, Tratto, VoceGlossario};

/// What a walk meets.
#[derive(Debug, Clone, Copy)]
pub enum Nodo<'a> {
    /// A part, before what it holds.
    Parte(&'a Parte),
    /// A block, before what it holds.
    Blocco(&'a Blocco),
    /// A row of a table, before its cells.
    Riga(&'a RigaTabella),
    /// An entry of the glossary.
    Voce(&'a VoceGlossario),
    /// A run of text, before the runs inside it.
    Tratto(&'a Tratto),
}

impl<'a> Nodo<'a> {
    /// The anchor that stands here; empty where there is none.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Parte(parte) => &parte.id,
            Self::Blocco(blocco) => blocco.id(),
            Self::Riga(riga) => &riga.id,
            Self::Voce(voce) => &voce.id,
            Self::Tratto(Tratto::Nota { id, .. }) => id,
            Self::Tratto(_) => "",
        }
    }
}

/// What a walk that changes things meets.
#[derive(Debug)]
pub enum NodoMut<'a> {
    /// A block, before what it holds.
    Blocco(&'a mut Blocco),
    /// The runs of a text, before the runs inside each.
    Tratti(&'a mut Vec<Tratto>),
}

/// Who walks: it is told what is met, and the parts that this stands in, the outermost first.
type Visitor<'v, 'a> = dyn FnMut(Nodo<'a>, &[&'a Parte]) + 'v;

impl Documento {
    /// Walks over the cover's rows and the opening, then over every part.
    pub fn visit<'a>(&'a self, mut visitor: impl FnMut(Nodo<'a>, &[&'a Parte])) {
        let mut walk = Walk { above: Vec::new(), visitor: &mut visitor };
        self.copertina.iter().for_each(|riga| walk.runs(&riga.valore));
        self.inizio.iter().chain(&self.parti).for_each(|parte| walk.part(parte));
    }
}

/// Walks over some parts.
pub fn visit<'a>(parti: &'a [Parte], mut visitor: impl FnMut(Nodo<'a>, &[&'a Parte])) {
    let mut walk = Walk { above: Vec::new(), visitor: &mut visitor };
    for parte in parti {
        walk.part(parte);
    }
}

/// Walks over some blocks.
pub(super) fn visit_blocks<'a>(blocchi: &'a [Blocco], mut visitor: impl FnMut(Nodo<'a>)) {
    let mut visitor = |nodo: Nodo<'a>, _: &[&'a Parte]| visitor(nodo);
    Walk { above: Vec::new(), visitor: &mut visitor }.blocks(blocchi);
}

struct Walk<'v, 'a> {
    above: Vec<&'a Parte>,
    visitor: &'v mut Visitor<'v, 'a>,
}

impl<'a> Walk<'_, 'a> {
    fn meet(&mut self, nodo: Nodo<'a>) {
        (self.visitor)(nodo, &self.above);
    }

    fn part(&mut self, parte: &'a Parte) {
        self.meet(Nodo::Parte(parte));
        self.above.push(parte);
        self.blocks(&parte.blocchi);
        parte.parti.iter().for_each(|inner| self.part(inner));
        self.above.pop();
    }

    fn blocks(&mut self, blocchi: &'a [Blocco]) {
        for blocco in blocchi {
            self.meet(Nodo::Blocco(blocco));
            match blocco {
                Blocco::Paragrafo { testo, .. } | Blocco::Intestazione { testo, .. } => {
                    self.runs(testo);
                }
                Blocco::Elenco { voci, .. } => voci.iter().for_each(|voce| self.blocks(voce)),
                Blocco::Tabella(Tabella { righe, note, .. }) => {
                    for riga in righe {
                        self.meet(Nodo::Riga(riga));
                        riga.celle.iter().for_each(|cella| self.runs(cella));
                        self.runs(&riga.dettaglio);
                    }
                    self.runs(note);
                }
                Blocco::Scheda(scheda) => scheda.gruppi().for_each(|group| self.blocks(group)),
                Blocco::Nota { blocchi, .. } | Blocco::Citazione { blocchi, .. } => {
                    self.blocks(blocchi);
                }
                Blocco::Glossario { voci, .. } => {
                    for voce in voci {
                        self.meet(Nodo::Voce(voce));
                    }
                }
                Blocco::Immagine(immagine) => self.runs(&immagine.didascalia),
                Blocco::Codice { .. } | Blocco::Figura(_) | Blocco::Fascicolo(_) => {}
            }
        }
    }

    fn runs(&mut self, tratti: &'a [Tratto]) {
        for tratto in tratti {
            self.meet(Nodo::Tratto(tratto));
            self.runs(tratto.tratti());
        }
    }
}

/// Walks over some parts, to change what they hold.
pub(super) fn visit_mut(parti: &mut [Parte], visitor: &mut impl FnMut(NodoMut<'_>)) {
    for parte in parti {
        blocks_mut(&mut parte.blocchi, visitor);
        visit_mut(&mut parte.parti, visitor);
    }
}

/// Walks over some blocks, to change them.
fn blocks_mut(blocchi: &mut [Blocco], visitor: &mut impl FnMut(NodoMut<'_>)) {
    for blocco in blocchi {
        visitor(NodoMut::Blocco(blocco));
        match blocco {
            Blocco::Paragrafo { testo, .. } | Blocco::Intestazione { testo, .. } => {
                runs_mut(testo, visitor);
            }
            Blocco::Elenco { voci, .. } => {
                for voce in voci {
                    blocks_mut(voce, visitor);
                }
            }
            Blocco::Tabella(Tabella { righe, note, .. }) => {
                for riga in righe {
                    riga.celle.iter_mut().for_each(|cella| runs_mut(cella, visitor));
                    runs_mut(&mut riga.dettaglio, visitor);
                }
                runs_mut(note, visitor);
            }
            Blocco::Scheda(scheda) => {
                scheda.gruppi_mut().for_each(|group| blocks_mut(group, visitor));
            }
            Blocco::Nota { blocchi, .. } | Blocco::Citazione { blocchi, .. } => {
                blocks_mut(blocchi, visitor);
            }
            Blocco::Immagine(immagine) => runs_mut(&mut immagine.didascalia, visitor),
            Blocco::Codice { .. }
            | Blocco::Glossario { .. }
            | Blocco::Figura(_)
            | Blocco::Fascicolo(_) => {}
        }
    }
}

fn runs_mut(tratti: &mut Vec<Tratto>, visitor: &mut impl FnMut(NodoMut<'_>)) {
    visitor(NodoMut::Tratti(tratti));
    tratti.iter_mut().filter_map(Tratto::tratti_mut).for_each(|inner| runs_mut(inner, visitor));
}
