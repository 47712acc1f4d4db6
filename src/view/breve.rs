//! The plan in short: on one page, then by the questions of its readers. Whatever it counts is
//! computed from the records.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::apertura::unnumbered;
use super::document::{Allinea, Blocco, Figura, Genere, Parte, RigaTabella, Tabella, Tratto};
use super::maker::Maker;
use super::risultato::{self, Risultato};
use super::tavole::EMPTY;
use super::valori::plain;
use super::{colonne, formato, parole};
use crate::figure::{self, pagina};
use crate::legami::Nodo;
use crate::nomi::{Chiave, campo};
use crate::record::Record;

/// The parts of the opening, each only when the plan has what it says.
pub(super) fn parts(maker: &mut Maker<'_>) -> Vec<Parte> {
    let pagina = pagina(maker);
    let questions = [per_chi(maker), chi(maker), numeri(maker)];
    let questions: Vec<Parte> = questions.into_iter().flatten().collect();
    let mut parts = Vec::from_iter(pagina);
    if !questions.is_empty() {
        let id = maker.ancore.unique("per-domande");
        parts.push(Parte { parti: questions, ..part(&id, parole::DOMANDE, 1, Vec::new()) });
    }
    parts
}

fn part(id: &str, titolo: &str, livello: u8, blocchi: Vec<Blocco>) -> Parte {
    Parte { genere: Genere::Breve, blocchi, ..unnumbered(id, titolo, livello) }
}

/// A public value in short.
struct Valore {
    rinvio: String,
    nome: String,
    risultato: Option<Risultato>,
    obiettivi: usize,
    per_chi: usize,
    risorse: Decimal,
}

/// What a public value is, from the records that are tied to it.
fn valore(maker: &Maker<'_>, record: &Record<'_>) -> Option<Valore> {
    let (rinvio, titolo) = maker.named(record.id())?.clone();
    let nome = Some(formato::text(record.text(campo::NOME_BREVE))).filter(|nome| !nome.is_empty());
    let (legami, own) = (&maker.legami, record.luogo);
    let serving = |nodo: &&Nodo<'_>| {
        nodo.campo.chiave == campo::OBIETTIVI_PERFORMANCE.as_str()
            && legami.serves(nodo.luogo()).iter().any(|valore| valore.luogo() == own)
    };
    let strategie = record.records(campo::STRATEGIE).into_iter();
    let years = [campo::PRIMO_ANNO, campo::SECONDO_ANNO, campo::TERZO_ANNO];
    let risorse = maker.records(campo::RISORSE).into_iter();
    let own_money = risorse.filter(|risorsa| risorsa.text(campo::OBIETTIVO) == record.id());
    let amounts = own_money.flat_map(|risorsa| {
        years.iter().filter_map(|year| risorsa.get(*year)?.as_number()).collect::<Vec<_>>()
    });
    Some(Valore {
        nome: nome.unwrap_or(titolo),
        rinvio,
        risultato: std::iter::once(record).chain(strategie).find_map(risultato::of),
        obiettivi: legami.nodi().iter().filter(serving).count(),
        per_chi: legami.stakeholders_of(own).len(),
        risorse: amounts.sum(),
    })
}

/// The plan on one page: the drawing, and the table of what it draws.
fn pagina(maker: &mut Maker<'_>) -> Option<Parte> {
    let values = maker.records(campo::OBIETTIVI_VP);
    let values: Vec<Valore> = values.iter().filter_map(|record| valore(maker, record)).collect();
    if values.is_empty() {
        return None;
    }
    let id = maker.ancore.unique("in-una-pagina");
    let table = maker.ancore.unique(&format!("{id}-tabella"));
    let figura = Figura {
        id: maker.ancore.unique(&format!("{id}-figura")),
        titolo: parole::PAGINA_FIGURA.into(),
        alternativa: alternative(&values),
        dati: table.clone(),
        righe: Vec::new(),
        disegno: pagina::draw(&rows(&values), figure::IN_PARTE),
    };
    let blocchi = vec![Blocco::Figura(figura), Blocco::Tabella(data(table, &values))];
    Some(part(&id, parole::PAGINA, 1, blocchi))
}

fn alternative(values: &[Valore]) -> String {
    let moving = values.iter().filter(|value| value.risultato.is_some()).count();
    let count = counted(values.len(), "valore pubblico", "valori pubblici");
    let results = counted(moving, "ha un traguardo misurato", "hanno un traguardo misurato");
    format!(
        "{count}, una riga ciascuno: traguardo, obiettivi e risorse. {results}. \
         Gli stessi dati sono nella tabella che segue."
    )
}

fn rows(values: &[Valore]) -> Vec<pagina::Voce> {
    let most = values.iter().map(|value| value.risorse).max().unwrap_or_default();
    let quota = |own: Decimal| {
        let share = own.checked_mul(Decimal::ONE_THOUSAND).and_then(|own| own.checked_div(most));
        share.and_then(|share| share.to_i32()).unwrap_or(0)
    };
    let row = |(index, value): (usize, &Valore)| pagina::Voce {
        segno: (index + 1).to_string(),
        nome: value.nome.clone(),
        risultato: value.risultato.as_ref().map(Risultato::path).unwrap_or_default(),
        indicatore: value.risultato.as_ref().map(|r| r.indicatore.clone()).unwrap_or_default(),
        obiettivi: counted(value.obiettivi, "obiettivo", "obiettivi"),
        risorse: euro(value.risorse).map_or_else(String::new, |euro| format!("{euro}\u{a0}€")),
        quota: quota(value.risorse),
    };
    values.iter().enumerate().map(row).collect()
}

fn euro(amount: Decimal) -> Option<String> {
    (!amount.is_zero()).then(|| formato::number(amount, formato::cents([amount].into_iter())))
}

/// `3 obiettivi`; nothing for none.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", formato::number(Decimal::from(count), 0)),
    }
}

fn data(id: String, values: &[Valore]) -> Tabella {
    let number = |count: usize| formato::number(Decimal::from(count), 0);
    let cells = |value: &Valore| {
        let result = |said: fn(&Risultato) -> String| {
            let said = value.risultato.as_ref().map(said).filter(|said| !said.is_empty());
            said.unwrap_or_else(|| EMPTY.into())
        };
        let name = vec![plain(value.nome.clone())];
        let mut cells = vec![vec![Tratto::Rinvio { id: value.rinvio.clone(), tratti: name }]];
        let rest = [
            result(|result| result.indicatore.clone()),
            result(Risultato::start),
            result(Risultato::end),
            number(value.obiettivi),
            number(value.per_chi),
            euro(value.risorse).unwrap_or_else(|| EMPTY.into()),
        ];
        cells.extend(rest.into_iter().map(|text| vec![plain(text)]));
        cells
    };
    let row = |value: &Valore| RigaTabella::new(String::new(), cells(value));
    let column = |(titolo, allinea, larghezza): &(&str, Allinea, u8)| {
        colonne::column(*titolo, *allinea, *larghezza)
    };
    Tabella::new(
        id,
        parole::PAGINA_TABELLA,
        parole::PAGINA_COLONNE.iter().map(column).collect(),
        values.iter().map(row).collect(),
    )
}

/// Whom the plan serves: each with the public values that are for them.
fn per_chi(maker: &mut Maker<'_>) -> Option<Parte> {
    links(maker, campo::STAKEHOLDER, "per-chi", parole::PER_CHI, |maker, record| {
        let values = maker.legami.touches(record.luogo).len();
        vec![
            counted(values, "valore pubblico", "valori pubblici"),
            citing(maker, record, campo::OBIETTIVI_PERFORMANCE, "obiettivo", "obiettivi"),
        ]
    })
}

/// Who answers: each unit with its head and what it answers for.
fn chi(maker: &mut Maker<'_>) -> Option<Parte> {
    links(maker, campo::UNITA, "chi-risponde", parole::CHI_RISPONDE, |maker, record| {
        vec![
            formato::text(record.text(campo::RESPONSABILE)),
            citing(maker, record, campo::OBIETTIVI_PERFORMANCE, "obiettivo", "obiettivi"),
            citing(maker, record, campo::MISURE, "misura di prevenzione", "misure di prevenzione"),
        ]
    })
}

/// How many records of a list name a record, in words.
fn citing(maker: &Maker<'_>, record: &Record<'_>, list: Chiave, one: &str, many: &str) -> String {
    let cited = maker.legami.cited_by(record.luogo).into_iter();
    let mut own: Vec<_> = cited
        .filter(|(_, nodo)| nodo.is_in(list))
        .filter_map(|(_, nodo)| maker.legami.voce(nodo.luogo()).map(Nodo::luogo))
        .collect();
    own.sort_unstable();
    own.dedup();
    counted(own.len(), one, many)
}

/// A link to each record of a list, with what is said of it.
fn links(
    maker: &mut Maker<'_>,
    list: Chiave,
    id: &str,
    titolo: &str,
    said: impl Fn(&Maker<'_>, &Record<'_>) -> Vec<String>,
) -> Option<Parte> {
    let records = maker.records(list);
    let named = records.into_iter().filter(|record| maker.named(record.id()).is_some());
    let lines: Vec<(String, Vec<Tratto>)> = named
        .map(|record| {
            let mut line = maker.reference(record.id());
            let said = said(maker, record).into_iter().filter(|words| !words.is_empty());
            let said: Vec<String> = said.collect();
            if !said.is_empty() {
                line.push(plain(format!(": {}", said.join(", "))));
            }
            (formato::slug(record.id()), line)
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let id = maker.ancore.unique(id);
    let item = |(own, line)| vec![maker.paragraph(&format!("{id}-{own}"), line)];
    let voci = lines.into_iter().map(item).collect();
    let elenco = maker.ancore.unique(&format!("{id}-elenco"));
    let block = Blocco::Elenco { id: elenco, ordinato: false, inizio: 1, voci };
    Some(part(&id, titolo, 2, vec![block]))
}

/// The numbers of the plan: how many records the lists hold that the law counts.
fn numeri(maker: &mut Maker<'_>) -> Option<Parte> {
    let law = maker.law;
    let mut rows = Vec::new();
    for part in &law.sottosezioni {
        for campo in part.campo.iter().filter(|campo| campo.conta) {
            let count = maker.records(campo).len();
            if count > 0 {
                let list =
                    format!("{}-{}", formato::slug(&part.chiave), formato::slug(&campo.chiave));
                let name = vec![plain(campo.etichetta.clone())];
                let count = formato::number(Decimal::from(count), 0);
                let celle =
                    vec![vec![Tratto::Rinvio { id: list, tratti: name }], vec![plain(count)]];
                rows.push(RigaTabella::new(String::new(), celle));
            }
        }
    }
    if rows.is_empty() {
        return None;
    }
    let id = maker.ancore.unique("i-numeri");
    let columns = vec![
        colonne::column(parole::VOCE, Allinea::Inizio, 4),
        colonne::column(parole::QUANTI, Allinea::Fine, 1),
    ];
    let table = maker.ancore.unique(&format!("{id}-tabella"));
    let table = Tabella::new(table, parole::NUMERI_TABELLA, columns, rows);
    Some(part(&id, parole::NUMERI, 2, vec![Blocco::Tabella(table)]))
}
