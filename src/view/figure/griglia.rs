//! The events of the processes at risk: by likelihood and impact where the plan says how the two
//! make a level, else how many of each level.

use rust_decimal::Decimal;

use super::{Lista, Parole};
use crate::figure::barre::{Barre, Quanto, Riga};
use crate::figure::griglia::{Cella, Evento, Griglia};
use crate::law::Vista;
use crate::nomi::{Chiave, campo};
use crate::record::Record;
use crate::view::colonne::column;
use crate::view::document::{Allinea, Blocco, RigaTabella, Tabella, Tratto};
use crate::view::maker::{Maker, title};
use crate::view::scala::{Scala, word};
use crate::view::tavole::EMPTY;
use crate::view::valori::plain;
use crate::view::{calcoli, formato, parole};

/// Events that are worth a figure.
const ENOUGH: usize = 2;

/// The scales of a plan: levels from the least, and the level of each likelihood and impact.
struct Scale<'r> {
    livelli: Scala,
    combinazioni: Vec<&'r Record<'r>>,
}

impl<'r> Scale<'r> {
    fn of(maker: &Maker<'r>, events: &[&Record<'_>]) -> Option<Self> {
        let livello = events.first()?.kind.campo(campo::LIVELLO.as_str())?;
        let rischi = maker.root.record(campo::RISCHI_CORRUTTIVI)?;
        let mut combinazioni = rischi.records(campo::COMBINAZIONI);
        combinazioni.retain(|row| {
            let fields = [campo::PROBABILITA, campo::IMPATTO, campo::LIVELLO];
            fields.iter().all(|campo| row.filled(*campo).is_some())
        });
        Some(Self { livelli: Scala::of(maker, livello), combinazioni })
    }

    /// The words of a field of the combinations, the least first.
    fn words(&self, campo: Chiave) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for row in &self.combinazioni {
            let own = word(row.text(campo));
            if !words.contains(&own) {
                words.push(own);
            }
        }
        let weight = |wanted: &String| -> i32 {
            let rows = self.combinazioni.iter().filter(|row| word(row.text(campo)) == *wanted);
            rows.map(|row| self.livelli.degree(row.text(campo::LIVELLO)).0).sum()
        };
        if words.first().map(weight) > words.last().map(weight) {
            words.reverse();
        }
        words
    }
}

/// The grid of the events with its table, or the count of their levels with its own.
pub(super) fn blocks(maker: &mut Maker<'_>, lista: Lista<'_, '_>) -> Vec<Blocco> {
    let events: Vec<&Record<'_>> =
        lista.items.iter().flat_map(|item| item.records(campo::EVENTI_RISCHIOSI)).collect();
    let Some(scale) = Scale::of(maker, &events) else { return Vec::new() };
    grid(maker, lista, &scale, &events)
        .or_else(|| levels(maker, lista, &scale, &events))
        .unwrap_or_default()
}

fn grid(
    maker: &mut Maker<'_>,
    lista: Lista<'_, '_>,
    scale: &Scale<'_>,
    events: &[&Record<'_>],
) -> Option<Vec<Blocco>> {
    let [righe, colonne] = [campo::PROBABILITA, campo::IMPATTO].map(|campo| scale.words(campo));
    let mut celle: Vec<Vec<Cella>> = vec![vec![Cella::default(); colonne.len()]; righe.len()];
    let place = |record: &Record<'_>| {
        let at = |words: &[String], campo: Chiave| {
            words.iter().position(|own| *own == word(record.text(campo)))
        };
        Some((at(&righe, campo::PROBABILITA)?, at(&colonne, campo::IMPATTO)?))
    };
    for row in &scale.combinazioni {
        let (y, x) = place(row)?;
        let livello = word(row.text(campo::LIVELLO));
        celle[y][x].grado = scale.livelli.degree(&livello);
        celle[y][x].livello = livello;
    }
    let mut placed = 0;
    for event in events {
        let Some((y, x)) = place(event).filter(|_| !event.id().is_empty()) else { continue };
        let cards = event_cards(maker, lista);
        let anchor = maker.named(event.id()).map(|(anchor, _)| anchor.clone());
        celle[y][x].eventi.push(Evento {
            codice: event.id().into(),
            nome: title(event),
            rinvio: anchor.filter(|_| cards).unwrap_or_default(),
        });
        placed += 1;
    }
    if placed < ENOUGH {
        return None;
    }
    let kind = events.first()?.kind;
    let label = |campo: Chiave| {
        kind.campo(campo.as_str()).map_or_else(String::new, |own| formato::text(&own.etichetta))
    };
    let assi = [label(campo::PROBABILITA), label(campo::IMPATTO)];
    let tinta = maker.hue(lista.at);
    let griglia = Griglia { assi, righe, colonne, celle, tinta };
    let disegno = griglia.draw(Maker::room(lista.at))?;
    let table = grid_table(maker, lista, &griglia);
    let words = grid_words(scale, &griglia, placed, events.len());
    let dati = table.id.clone();
    let mut blocks = maker.figures(lista, &dati, &words, vec![disegno]);
    blocks.push(Blocco::Tabella(table));
    Some(blocks)
}

/// Whether events have cards, to which a link may lead.
fn event_cards(maker: &Maker<'_>, lista: Lista<'_, '_>) -> bool {
    let kind = lista.items.first().map(|item| item.kind);
    let campo = kind.and_then(|kind| kind.campo(campo::EVENTI_RISCHIOSI.as_str()));
    let own = maker.law.record.get("evento_rischioso").map(|kind| kind.vista);
    let vista = campo.and_then(|campo| campo.vista).or(own);
    !matches!(vista, None | Some(Vista::Tabella | Vista::Indicatori))
}

fn grid_words(scale: &Scale<'_>, griglia: &Griglia, placed: usize, total: usize) -> Parole {
    let top = scale.livelli.livelli.last();
    let high = griglia.celle.iter().flatten().filter(|cell| Some(&cell.livello) == top);
    let claim = claim(top, high.map(|cell| cell.eventi.len()).sum(), placed);
    let others = match total - placed {
        0 => String::new(),
        1 => "; uno non ha probabilità e impatto della scala".into(),
        many => format!("; {many} non hanno probabilità e impatto della scala"),
    };
    Parole {
        titolo: format!("{claim}{others}"),
        alternativa: format!(
            "Griglia di probabilità e impatto, con i codici degli eventi: {claim}.",
        ),
    }
}

/// How many of some events are of the highest level.
fn claim(top: Option<&String>, high: usize, total: usize) -> String {
    let Some(top) = top else { return format!("Dove stanno {total} eventi rischiosi") };
    match high {
        0 => format!("Nessuno di {total} eventi rischiosi è di livello {top}"),
        1 => format!("Un evento rischioso su {total} è di livello {top}"),
        many => format!("{many} eventi rischiosi su {total} sono di livello {top}"),
    }
}

fn grid_table(maker: &mut Maker<'_>, lista: Lista<'_, '_>, griglia: &Griglia) -> Tabella {
    let cell = |cell: &Cella| {
        let mut runs = Vec::new();
        if !cell.livello.is_empty() {
            runs.extend([plain(cell.livello.clone()), Tratto::Acapo]);
        }
        for (index, evento) in cell.eventi.iter().enumerate() {
            if index > 0 {
                runs.push(plain(", "));
            }
            let code = plain(evento.codice.clone());
            runs.push(if evento.rinvio.is_empty() {
                code
            } else {
                Tratto::rinvio(evento.rinvio.clone(), vec![code])
            });
        }
        if cell.eventi.is_empty() {
            runs.push(plain(EMPTY));
        }
        runs
    };
    let rows = griglia.righe.iter().zip(&griglia.celle).rev().map(|(name, cells)| {
        let name = vec![Tratto::Forte { tratti: vec![plain(name.clone())] }];
        let celle = std::iter::once(name).chain(cells.iter().map(cell)).collect();
        RigaTabella::new(String::new(), celle)
    });
    let [down, across] = &griglia.assi;
    let others =
        griglia.colonne.iter().map(|name| column(format!("{across}: {name}"), Allinea::Inizio, 3));
    let id = maker.ancore.unique(&format!("{}-griglia", lista.at.ancora));
    let colonne = std::iter::once(column(down.clone(), Allinea::Inizio, 2)).chain(others).collect();
    Tabella::new(id, parole::GRIGLIA, colonne, rows.collect())
}

fn levels(
    maker: &mut Maker<'_>,
    lista: Lista<'_, '_>,
    scale: &Scale<'_>,
    events: &[&Record<'_>],
) -> Option<Vec<Blocco>> {
    let of = |livello: &String| {
        events.iter().filter(|event| word(event.text(campo::LIVELLO)) == *livello).count()
    };
    let counts: Vec<(&String, usize)> =
        scale.livelli.livelli.iter().rev().map(|livello| (livello, of(livello))).collect();
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let most = counts.iter().map(|(_, count)| *count).max().filter(|_| total >= ENOUGH)?;
    let written = |count: usize| formato::number(Decimal::from(count), 0);
    let righe = counts.iter().map(|(livello, count)| Riga {
        nome: (*livello).clone(),
        nota: String::new(),
        grado: scale.livelli.degree(livello),
        quanti: vec![Quanto {
            scritto: written(*count),
            quota: i32::try_from(count * 1000 / most.max(1)).unwrap_or(0),
            tutto: 0,
        }],
    });
    let tinta = maker.hue(lista.at);
    let barre = Barre { colonne: Vec::new(), righe: righe.collect(), tinta };
    let disegni = barre.draw(Maker::room(lista.at));
    let kind = events.first()?.kind;
    let label = kind.campo(campo::LIVELLO.as_str()).map_or("", |own| own.etichetta.as_str());
    let row = |name: &str, count: usize, totale: bool| {
        let name = vec![Tratto::Forte { tratti: vec![plain(name)] }];
        let celle = vec![name, vec![plain(written(count))]];
        RigaTabella { totale, ..RigaTabella::new(String::new(), celle) }
    };
    let mut righe: Vec<RigaTabella> =
        counts.iter().map(|(livello, count)| row(livello, *count, false)).collect();
    righe.push(row(parole::TOTALE, total, true));
    let id = maker.ancore.unique(&format!("{}-livelli", lista.at.ancora));
    let colonne = vec![
        column(formato::text(label), Allinea::Inizio, 3),
        column(parole::EVENTI, Allinea::Fine, 2),
    ];
    let note = calcoli::computed();
    let table = Tabella { note, ..Tabella::new(id, parole::LIVELLI, colonne, righe) };
    let top = counts.first()?;
    let claim = claim(Some(top.0), top.1, total);
    let words = Parole {
        alternativa: format!(
            "Barre di {} livelli di rischio, lunghe quanto i loro eventi: {claim}.",
            counts.len()
        ),
        titolo: claim,
    };
    let dati = table.id.clone();
    let mut blocks = maker.figures(lista, &dati, &words, disegni);
    blocks.push(Blocco::Tabella(table));
    Some(blocks)
}
