//! What the map of spheres shows: for whom the plan is, the public values, the parts of the plan,
//! and the records that tie them. The opening says the same in words.

use std::collections::{BTreeMap, BTreeSet};

use super::breve::Breve;
use super::document::{Figura, Genere, Parte, RigaFigura, ValoreFigura};
use super::maker::Maker;
use super::visita::{Nodo, visit};
use super::{formato, parole};
use crate::figure::Tinta;
pub(super) use crate::figure::mappa::Sfera;
use crate::figure::mappa::{self as figura, Capo, Colonna, Filo};
use crate::legami;
use crate::nomi::campo;
use crate::record::Value;
use crate::valori::Luogo;

/// The records of the map, each with its sphere.
pub(super) struct Voci {
    chi: Vec<(Luogo, Sfera)>,
    valori: Vec<(Luogo, Sfera)>,
    parti: Vec<(Option<usize>, Sfera)>,
    /// The sphere above the values.
    centro: Option<Sfera>,
    fili: Vec<Filo>,
}

/// The drawing of the map; its data are in the opening.
pub(super) fn figura(maker: &mut Maker<'_>, voci: &Voci, breve: &Breve) -> Figura {
    let id = maker.ancore.unique("mappa");
    let to = |anchor: &Option<String>| anchor.clone().unwrap_or_else(|| id.clone());
    let altri = [to(&breve.per_chi), to(&breve.valori), id.clone()];
    let dati = breve.valori.as_ref().or(breve.per_chi.as_ref());
    Figura {
        titolo: parole::MAPPA.into(),
        alternativa: describe(voci),
        dati: dati.filter(|_| !voci.fili.is_empty()).cloned().unwrap_or_default(),
        righe: rows(voci),
        disegno: figura::draw(&drawn(maker, voci, altri)),
        id,
    }
}

/// The public values that the document shows.
fn valori(maker: &Maker<'_>, anchors: &BTreeSet<String>) -> Vec<(Luogo, Sfera)> {
    let sphere = |nodo: &legami::Nodo<'_>| {
        let (rinvio, titolo) = shown(maker, nodo, anchors)?;
        let short = nodo.record.text(campo::NOME_BREVE).trim();
        let nome = if short.is_empty() { titolo } else { formato::text(short) };
        Some((nodo.luogo(), sfera(rinvio, "", nome, Tinta::Valori)))
    };
    maker.legami.valori().filter_map(sphere).collect()
}

/// Anchor and title of the record that a code stands for, when the document shows it.
fn shown(
    maker: &Maker<'_>,
    nodo: &legami::Nodo<'_>,
    anchors: &BTreeSet<String>,
) -> Option<(String, String)> {
    let id = nodo.record.id();
    let own = maker.legami.by_id(id).filter(|first| first.luogo() == nodo.luogo())?;
    let (anchor, title) = maker.named(own.record.id())?;
    anchors.contains(anchor).then(|| (anchor.clone(), title.clone()))
}

/// Who benefits of the plan, or is tied to something of the map: those who are tied first.
fn stakeholders(maker: &Maker<'_>, anchors: &BTreeSet<String>, voci: &Voci) -> Vec<(Luogo, Sfera)> {
    let legami = &maker.legami;
    let mut found = Vec::new();
    let all = legami.nodi().iter().filter(|nodo| nodo.is_in(campo::STAKEHOLDER));
    for nodo in all {
        let Some((rinvio, nome)) = shown(maker, nodo, anchors) else { continue };
        let tied = if voci.valori.is_empty() {
            legami.cited_by(nodo.luogo()).len()
        } else {
            legami.touches(nodo.luogo()).len()
        };
        let benefits = matches!(nodo.record.get(campo::BENEFICIARIO), Some(Value::Bool(true)));
        if tied > 0 || benefits {
            found.push((tied == 0, nodo.luogo(), sfera(rinvio, "", nome, Tinta::Neutra)));
        }
    }
    found.sort_by_key(|(alone, ..)| *alone);
    found.into_iter().map(|(_, luogo, sfera)| (luogo, sfera)).collect()
}

/// The parts of the plan, each with the place of its sub-section in the law when it is one.
fn parts(maker: &Maker<'_>, parti: &[Parte]) -> Vec<(Option<usize>, Sfera)> {
    let mut found = Vec::new();
    visit(parti, |nodo, above| {
        let Nodo::Parte(part) = nodo else { return };
        let own = |part: &Parte| matches!(part.genere, Genere::Libera | Genere::Allegato);
        let is_shown = part.genere == Genere::Sottosezione
            || (own(part) && !above.iter().any(|above| own(above)));
        if is_shown {
            let law = maker.law.sottosezioni.iter();
            let held = law.map(|s| &s.numero).position(|numero| *numero == part.schema);
            let held = held.filter(|_| part.genere == Genere::Sottosezione);
            let (segno, nome) = if part.genere == Genere::Allegato {
                ("", format!("{}: {}", part.numero, part.titolo))
            } else {
                (part.numero.as_str(), part.titolo.clone())
            };
            let tinta = Tinta::Sezione(part.sezione);
            let tinta = if part.sezione == 0 { Tinta::Neutra } else { tinta };
            found.push((held, sfera(part.id.clone(), segno, nome, tinta)));
        }
    });
    found
}

fn sfera(rinvio: String, segno: &str, nome: String, tinta: Tinta) -> Sfera {
    Sfera { rinvio, segno: segno.into(), detto: String::new(), nome, tinta }
}

/// What ties the spheres: the records that serve a value and name a stakeholder, and the cards and
/// rows of a part that are tied to a value. Without values, those that name a stakeholder.
fn fili(maker: &Maker<'_>, voci: &Voci) -> Vec<Filo> {
    let legami = &maker.legami;
    let mut fili = Vec::new();
    let mut tie = |da, a, records: BTreeSet<u32>| {
        if !records.is_empty() {
            fili.push(Filo { da, a, elementi: records });
        }
    };
    let by_part = |nodi: &[&legami::Nodo<'_>]| {
        let mut by_part: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        for nodo in nodi {
            by_part.entry(nodo.parte).or_default().insert(nodo.luogo().0);
        }
        by_part
    };
    let places = |held: &BTreeMap<usize, BTreeSet<u32>>| -> Vec<(Capo, BTreeSet<u32>)> {
        let parts = voci.parti.iter().enumerate();
        let own = |(index, (parte, _)): (usize, &(Option<usize>, Sfera))| {
            Some((Capo::Parte(index), held.get(parte.as_ref()?)?.clone()))
        };
        parts.filter_map(own).collect()
    };
    for (index, (value, _)) in voci.valori.iter().enumerate() {
        for (whom, (luogo, _)) in voci.chi.iter().enumerate() {
            let between = legami.between(*luogo, *value);
            let records = between.into_iter().map(|nodo| nodo.luogo().0).collect();
            tie(Capo::Chi(whom), Capo::Valore(index), records);
        }
        for (part, records) in places(&by_part(&legami.tied_to(*value))) {
            tie(Capo::Valore(index), part, records);
        }
    }
    for (whom, (luogo, _)) in voci.chi.iter().enumerate().filter(|_| voci.valori.is_empty()) {
        let naming = legami.cited_by(*luogo).into_iter();
        let naming: Vec<&legami::Nodo<'_>> =
            naming.filter_map(|(_, nodo)| legami.voce(nodo.luogo())).collect();
        for (part, records) in places(&by_part(&naming)) {
            tie(Capo::Chi(whom), part, records);
        }
    }
    fili
}

impl Voci {
    /// The records of a document with these parts and anchors: what they do not show has no sphere.
    pub(super) fn of(maker: &Maker<'_>, parti: &[Parte], anchors: &BTreeSet<String>) -> Self {
        let mut voci = Self {
            valori: valori(maker, anchors),
            chi: Vec::new(),
            parti: parts(maker, parti),
            centro: None,
            fili: Vec::new(),
        };
        voci.chi = stakeholders(maker, anchors, &voci);
        voci.fili = fili(maker, &voci);
        voci.centro = centro(maker, &voci, anchors);
        voci
    }

    /// The stakeholders of a public value, each with how many records tie the two.
    pub(super) fn stakeholders_of(&self, valore: Luogo) -> Vec<(&Sfera, usize)> {
        let Some(to) = self.valori.iter().position(|(own, _)| *own == valore) else {
            return Vec::new();
        };
        let tied = |index| self.tied(Capo::Chi(index), Capo::Valore(to));
        tied_ones(self.chi.iter().map(|(_, sfera)| sfera), tied)
    }

    /// The parts of the plan that are tied to a public value, each with how many records of it are.
    pub(super) fn parts_of(&self, valore: Luogo) -> Vec<(&Sfera, usize)> {
        let Some(from) = self.valori.iter().position(|(own, _)| *own == valore) else {
            return Vec::new();
        };
        let tied = |index| self.tied(Capo::Valore(from), Capo::Parte(index));
        tied_ones(self.parti.iter().map(|(_, sfera)| sfera), tied)
    }

    /// The parts that name a stakeholder, where there are no public values between the two.
    pub(super) fn parts_naming(&self, chi: Luogo) -> Vec<(&Sfera, usize)> {
        let Some(from) = self.chi.iter().position(|(own, _)| *own == chi) else {
            return Vec::new();
        };
        let tied = |index| self.tied(Capo::Chi(from), Capo::Parte(index));
        tied_ones(self.parti.iter().map(|(_, sfera)| sfera), tied)
    }

    /// How many records tie two spheres.
    fn tied(&self, da: Capo, a: Capo) -> usize {
        let own = self.fili.iter().find(|filo| filo.da == da && filo.a == a);
        own.map_or(0, |filo| filo.elementi.len())
    }

    /// How many values a sphere is tied to; parts, where it is one or there are no values.
    fn ties(&self, capo: Capo) -> usize {
        let is_counted = |filo: &&Filo| match capo {
            Capo::Chi(_) | Capo::Valore(_) => filo.da == capo,
            Capo::Parte(_) => filo.a == capo,
        };
        self.fili.iter().filter(is_counted).count()
    }

    /// What is said of a sphere: how much it is tied to.
    fn said(&self, capo: Capo) -> String {
        let parts = |many| counted(many, "parte del piano", "parti del piano");
        let values = |many| counted(many, "valore pubblico", "valori pubblici");
        match (capo, self.ties(capo)) {
            (_, 0) => String::new(),
            (Capo::Valore(_), many) => parts(many),
            (Capo::Chi(_), many) if self.valori.is_empty() => parts(many),
            (Capo::Chi(_), many) => values(many),
            (Capo::Parte(_), many) if self.valori.is_empty() => {
                counted(many, "portatore di interessi", "portatori di interessi")
            }
            (Capo::Parte(_), many) => format!("serve {}", values(many)),
        }
    }
}

/// The spheres that something ties.
fn tied_ones<'s>(
    sfere: impl Iterator<Item = &'s Sfera>,
    tied: impl Fn(usize) -> usize,
) -> Vec<(&'s Sfera, usize)> {
    let all = sfere.enumerate().map(|(index, sfera)| (sfera, tied(index)));
    all.filter(|(_, many)| *many > 0).collect()
}

fn counted(many: usize, one: &str, more: &str) -> String {
    format!("{many} {}", if many == 1 { one } else { more })
}

/// What is drawn: every sphere says what it is tied to.
fn drawn(maker: &Maker<'_>, voci: &Voci, altri: [String; 3]) -> figura::Mappa {
    let [altri_chi, altri_valori, altre_parti] = altri;
    let column = |sfere: Vec<Sfera>, rinvio: String, tinta| Colonna {
        sfere,
        altri: sfera(rinvio, "", parole::MAPPA_ALTRI.into(), tinta),
    };
    let telling = |sfera: &Sfera, capo: Capo| {
        let named = [sfera.segno.as_str(), &sfera.nome].join(" ");
        let parts = [named.trim().to_owned(), voci.said(capo)];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        Sfera { detto: parts.collect::<Vec<_>>().join(": "), ..sfera.clone() }
    };
    let list = |sfere: &[(Luogo, Sfera)], capo: fn(usize) -> Capo| -> Vec<Sfera> {
        sfere.iter().zip(0..).map(|((_, sfera), index)| telling(sfera, capo(index))).collect()
    };
    let valori = list(&voci.valori, Capo::Valore)
        .into_iter()
        .zip(1..)
        .map(|(sfera, index)| Sfera { segno: format!("{index}"), ..sfera });
    let parti = voci.parti.iter().zip(0..);
    let parti = parti.map(|((_, sfera), index)| telling(sfera, Capo::Parte(index))).collect();
    figura::Mappa {
        titoli: [parole::MAPPA_CHI.into(), parole::MAPPA_PARTI.into()],
        centro: voci.centro.clone(),
        chi: column(list(&voci.chi, Capo::Chi), altri_chi, Tinta::Neutra),
        valori: column(valori.collect(), altri_valori, Tinta::Valori),
        parti: column(parti, altre_parti, Tinta::Neutra),
        fili: voci.fili.clone(),
        chiave: chiave(maker, voci),
        nota: parole::MAPPA_NASTRI.into(),
    }
}

/// The sphere above the values: it leads to where the plan lists them.
fn centro(maker: &Maker<'_>, voci: &Voci, anchors: &BTreeSet<String>) -> Option<Sfera> {
    let held = maker.law.part_of(campo::OBIETTIVI_VP.as_str())?;
    let (_, part) = voci.parti.iter().find(|(own, _)| *own == Some(held))?;
    let list = format!("{}-{}", part.rinvio, formato::slug(campo::OBIETTIVI_VP.as_str()));
    let rinvio = if anchors.contains(&list) { list } else { part.rinvio.clone() };
    let segno = counted(voci.valori.len(), "valore", "valori");
    let nome = parole::MAPPA_CENTRO.to_owned();
    let detto = format!("{nome}: {segno}");
    let centro = Sfera { rinvio, segno, nome, detto, tinta: Tinta::Neutra };
    Some(centro).filter(|_| !voci.valori.is_empty())
}

/// What the hues of the map are.
fn chiave(maker: &Maker<'_>, voci: &Voci) -> Vec<(Tinta, String)> {
    let hues: BTreeSet<u8> = voci.parti.iter().map(|(_, sfera)| sfera.tinta.into()).collect();
    let mut key = Vec::new();
    if !voci.chi.is_empty() {
        key.push((Tinta::Neutra, parole::MAPPA_PORTATORI.into()));
    }
    if !voci.valori.is_empty() {
        key.push((Tinta::Valori, parole::MAPPA_VALORI.into()));
    }
    for sezione in maker.law.sezioni.iter().filter(|sezione| hues.contains(&sezione.numero)) {
        let titolo = format!("{} {}", sezione.numero, formato::text(&sezione.titolo));
        key.push((Tinta::Sezione(sezione.numero), titolo));
    }
    if hues.contains(&0) {
        key.push((Tinta::Neutra, parole::MAPPA_FUORI.into()));
    }
    key
}

/// The columns of the map as lists; those that hold nothing are left out.
fn rows(voci: &Voci) -> Vec<RigaFigura> {
    let value = |sfera: &Sfera, capo: Capo| ValoreFigura {
        segno: sfera.segno.clone(),
        nome: sfera.nome.clone(),
        nota: voci.said(capo),
        rinvio: sfera.rinvio.clone(),
        tinta: sfera.tinta,
    };
    let row = |nome: &str, etichetta: &str, valori: Vec<ValoreFigura>| RigaFigura {
        nome: nome.into(),
        etichetta: etichetta.into(),
        valori,
    };
    let chi = voci.chi.iter().zip(0..).map(|((_, s), index)| value(s, Capo::Chi(index)));
    let valori = voci.valori.iter().zip(0..).map(|((_, s), index)| value(s, Capo::Valore(index)));
    let parti = voci.parti.iter().zip(0..).map(|((_, s), index)| value(s, Capo::Parte(index)));
    let mut rows = vec![
        row("chi", parole::MAPPA_CHI, chi.collect()),
        row("valori", parole::MAPPA_VALORI, valori.collect()),
        row("parti", parole::MAPPA_PARTI, parti.collect()),
    ];
    rows.retain(|row| !row.valori.is_empty());
    rows
}

/// What whoever does not see the map has to know.
fn describe(voci: &Voci) -> String {
    let columns = [
        (voci.chi.len(), "portatore di interessi", "portatori di interessi"),
        (voci.valori.len(), "valore pubblico", "valori pubblici"),
        (voci.parti.len(), "parte del piano", "parti del piano"),
    ];
    let columns = columns.into_iter().filter(|(many, ..)| *many > 0);
    let names: Vec<String> = columns.map(|(many, one, more)| counted(many, one, more)).collect();
    let names = match names.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} e {last}", before.join(", ")),
        names => names.concat(),
    };
    if voci.fili.is_empty() {
        return format!("Ogni sfera porta a una pagina del piano: {names}.");
    }
    format!("{names}, uniti da nastri tanto più larghi quanti più elementi del piano li legano.")
}
