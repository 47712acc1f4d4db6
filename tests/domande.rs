//! Five readers, a question each: the answer is at most two links from the home, and no link that
//! leads to it is in a drawing.

use piao::model::{ObiettivoPerformance, ObiettivoVp, Piano};
use piao::record::Record;
use piao::render::{Artifact, Kind};
use piao::view::document::Blocco;
use piao::view::visita::Nodo;

use crate::support::{self, Built, built};

/// A page of a site: its name and its text, drawings apart.
struct Page<'a> {
    name: &'a str,
    html: String,
}

/// A page, without its drawings and without the index that every page carries.
fn page<'a>(example: &'a Built, name: &str) -> Page<'a> {
    let is_it = |artifact: &&Artifact| artifact.path == format!("sito/{name}");
    let found = example.artifacts.iter().find(is_it).unwrap_or_else(|| panic!("no page {name}"));
    let html = std::str::from_utf8(&found.bytes).expect("a page is text");
    let name = found.path.trim_start_matches("sito/");
    Page { name, html: without(&without(html, "svg"), "nav") }
}

/// A text without the elements with a name.
fn without(html: &str, element: &str) -> String {
    let (open, close) = (format!("<{element} "), format!("</{element}>"));
    let mut out = String::new();
    let mut rest = html;
    while let Some(start) = rest.find(&open) {
        out += &rest[..start];
        let end = rest[start..].find(&close).expect("the element is closed");
        rest = &rest[start + end + close.len()..];
    }
    out + rest
}

/// The words that a reader meets.
fn words(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        let text = piece.split_once('>').map_or(piece, |(_, text)| text);
        out += text;
        out.push(' ');
    }
    let out = out.replace("&#x27;", "'").replace("&#x2f;", "/").replace('\u{a0}', " ");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page<'_> {
    /// Where the first link leads whose words hold some others.
    fn follow(&self, label: &str) -> String {
        let mut links = self.html.split("<a ").skip(1).map(|link| {
            let (head, rest) = link.split_once('>').expect("a tag is closed");
            let (_, href) = head.split_once("href=\"").expect("a link leads somewhere");
            let href = href.split('"').next().unwrap_or_default();
            (href, words(rest.split("</a>").next().unwrap_or_default()))
        });
        let found = links.find(|(_, words)| words.contains(label));
        let (href, _) = found.unwrap_or_else(|| panic!("{} has no link «{label}»", self.name));
        let file = href.split('#').next().unwrap_or_default();
        if file.is_empty() { self.name.to_owned() } else { file.to_owned() }
    }
}

/// Who asks, the links that are followed from the home, and what the page says at the end.
struct Domanda {
    chi: &'static str,
    via: &'static [&'static str],
    risposta: &'static [&'static str],
}

const DOMANDE: &[Domanda] = &[
    // Che cosa fa la Provincia perché le strade siano più sicure?
    Domanda {
        chi: "una cittadina",
        via: &["Strade sicure"],
        risposta: &[
            "41,2",
            "36",
            "Persone ferite",
            "Nel resto del piano",
            "Obiettivi di performance",
        ],
    },
    // Che cosa c’è per la mia impresa?
    Domanda {
        chi: "un’impresa",
        via: &["Imprese e professionisti"],
        risposta: &["Obiettivi di valore pubblico", "Obiettivi di performance", "Fornitori pagati"],
    },
    // Di che cosa rispondiamo, e come si chiama l’obiettivo?
    Domanda {
        chi: "un ufficio",
        via: &["Settore Viabilità e trasporti", "Strade rifatte dove il rischio è più alto"],
        risposta: &["Settore Viabilità e trasporti", "Entro quando", "Indicatori"],
    },
    // Quante persone entrano ed escono?
    Domanda {
        chi: "una giornalista",
        via: &["Piano triennale dei fabbisogni di personale"],
        risposta: &["Assunzioni", "Cessazioni", "Totale"],
    },
    // Che cosa scade a dicembre, e chi ne risponde?
    Domanda {
        chi: "un lettore che non vede",
        via: &["Scadenze"],
        risposta: &["dicembre 2027", "31/12/2027", "Che cosa", "Chi"],
    },
];

#[test]
fn the_answer_is_at_most_two_links_from_the_home() {
    let example = &built()[0];
    for Domanda { chi, via, risposta } in DOMANDE {
        assert!(via.len() <= 2, "{chi} follows {} links", via.len());
        let mut here = page(example, "index.html");
        for label in *via {
            let next = here.follow(label);
            here = page(example, &next);
        }
        let said = words(&here.html);
        for answer in *risposta {
            assert!(said.contains(answer), "{chi}: «{answer}» is not in {}", here.name);
        }
    }
}

/// Every record that has a page, with those that hold it first.
fn paged<'a>(record: &'a Record<'a>, out: &mut Vec<&'a Record<'a>>) {
    for (_, value) in &record.fields {
        for inner in value.records() {
            if inner.kind.pagina {
                out.push(inner);
            }
            paged(inner, out);
        }
    }
}

#[test]
fn whoever_has_a_page_is_found_there_and_from_the_page_that_lists_it() {
    for example in built() {
        let mut records = Vec::new();
        paged(&example.checked.radice, &mut records);
        assert!(!records.is_empty(), "{}", example.name);
        let home = page(example, "index.html");
        for record in records {
            let name = piao::view::formato::text(record.title());
            let file = format!("scheda-{}.html", piao::view::formato::slug(record.id()));
            let own = page(example, &file);
            assert!(words(&own.html).contains(&words(&name)), "{file} does not say «{name}»");
            let others = example.artifacts.iter().filter(|a| matches!(a.kind, Kind::Page));
            let linking = others.filter(|page| {
                let html = std::str::from_utf8(&page.bytes).expect("a page is text");
                let html = without(&without(html, "svg"), "nav");
                page.path != format!("sito/{file}") && html.contains(&format!("href=\"{file}"))
            });
            assert!(linking.count() > 0 || home.html.contains(&file), "nothing leads to {file}");
        }
    }
}

/// Whether an objective serves a public value: by itself, by its strategy, by the objective that it
/// is part of or by the one of prevention that it carries out.
fn serves(piano: &Piano, obiettivo: &ObiettivoPerformance, valore: &ObiettivoVp) -> bool {
    let direct = |own: Option<&String>, strategia: Option<&String>| {
        own == Some(&valore.id) || valore.strategie.iter().any(|s| strategia == Some(&s.id))
    };
    let above = obiettivo.organizzativo.as_ref();
    let above = piano.obiettivi_performance.iter().find(|other| Some(&other.id) == above);
    let carried = obiettivo.prevenzione.as_ref();
    let mut carried = piano.obiettivi_prevenzione.iter().filter(|own| Some(&own.id) == carried);
    direct(obiettivo.valore.as_ref(), obiettivo.strategia.as_ref())
        || above.is_some_and(|above| serves(piano, above, valore))
        || carried.any(|own| direct(own.valore.as_ref(), own.strategia.as_ref()))
}

#[test]
fn what_the_opening_counts_is_what_the_records_say() {
    for example in built() {
        let piano = &example.checked.piano;
        let home = words(&page(example, "index.html").html);
        for valore in &piano.obiettivi_vp {
            let serving =
                piano.obiettivi_performance.iter().filter(|o| serves(piano, o, valore)).count();
            let title = piao::view::formato::slug(&valore.id);
            // In the column of the objectives.
            let blocks = example.document.inizio.iter().flat_map(|part| &part.blocchi);
            let table = blocks.filter_map(|block| match block {
                piao::view::document::Blocco::Tabella(table) => Some(table),
                _ => None,
            });
            let table = { table }.next().expect("the opening has its table");
            let column = table.colonne.iter().position(|own| own.titolo == "Obiettivi");
            let column = column.expect("the objectives have their column");
            let rows = table.righe.iter();
            let cells = rows
                .clone()
                .find(|row| format!("{:?}", row.celle[0]).contains(&format!("id: {title:?}")))
                .unwrap_or_else(|| panic!("{}: no row for «{title}»", example.name));
            let count = format!("{:?}", cells.celle[column]);
            assert!(count.contains(&format!("\"{serving}\"")), "«{title}»: {count}, not {serving}");
        }
        for (label, count) in [
            ("Obiettivi di performance", piano.obiettivi_performance.len()),
            ("Portatori di interessi", piano.stakeholder.len()),
        ] {
            if count > 0 {
                let said = format!("{label} {count}");
                assert!(home.contains(&said), "{}: not «{said}»", example.name);
            }
        }
    }
}

#[test]
fn a_unit_is_said_to_answer_for_what_names_it_and_not_for_what_it_helps_with() {
    let example = &built()[0];
    let (piano, mut told) = (&example.checked.piano, Vec::new());
    example.document.visit(|nodo, _| {
        if let Nodo::Blocco(Blocco::Paragrafo { id, testo, .. }) = nodo
            && id.starts_with("chi-risponde-")
        {
            told.push((id.clone(), support::words(testo)));
        }
    });
    assert_eq!(told.len(), piano.unita.len());
    for (unita, (id, line)) in piano.unita.iter().zip(&told) {
        let own =
            |obiettivo: &&ObiettivoPerformance| obiettivo.responsabile.as_ref() == Some(&unita.id);
        let said = match piano.obiettivi_performance.iter().filter(own).count() {
            0 => String::new(),
            1 => ", 1 obiettivo".into(),
            many => format!(", {many} obiettivi"),
        };
        assert!(id.ends_with(&unita.id.to_lowercase()), "{id} is not {}", unita.id);
        assert!(line.contains(&said) && (said.len() > 1) == line.contains(" obiettiv"), "{line}");
    }
}
