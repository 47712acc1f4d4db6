//! The poster: one sheet, and every sphere leads where the same map in words leads.

use lopdf::{Document as Raw, Object};
use piao::Plan;
use piao::figure::Segno;
use piao::law::Law;
use piao::render::{Kind, Layout};

use crate::support::{built, draw, smallest};

/// Addresses and names of the links of a page.
fn links(pdf: &Raw) -> Vec<(String, String)> {
    let page = pdf.get_pages()[&1];
    let page = pdf.get_dictionary(page).expect("a page");
    let links = page.get(b"Annots").and_then(Object::as_array).expect("links");
    let one = |link: &Object| {
        let link = link.as_dict().expect("a link");
        let uri = link.get(b"A").and_then(Object::as_dict).and_then(|action| action.get(b"URI"));
        let uri = uri.and_then(Object::as_str).expect("an address");
        let name = link.get(b"Contents").and_then(lopdf::decode_text_string).expect("a name");
        (String::from_utf8(uri.to_vec()).expect("text"), name)
    };
    links.iter().map(one).collect()
}

#[test]
fn it_is_one_sheet_whose_links_lead_into_the_single_file() {
    for built in built() {
        let pdf = Raw::load_mem(built.file(Kind::Poster)).expect("ours is a PDF");
        assert_eq!(pdf.get_pages().len(), 1, "{}", built.name);
        let page = pdf.get_dictionary(pdf.get_pages()[&1]).expect("a page");
        let sides = page.get(b"MediaBox").and_then(Object::as_array).expect("sides");
        let length = |own: &Object| format!("{:.0}", own.as_float().expect("a length"));
        let mut sides: Vec<String> = sides[2..].iter().map(length).collect();
        sides.sort_unstable();
        assert_eq!(sides, ["1191", "842"], "A3");
        let marks = &built.document.mappa.disegno.segni;
        let spheres = marks.iter().filter(|own| matches!(own, Segno::Rinvio(_))).count();
        let links = links(&pdf);
        assert_eq!(links.len(), spheres + 1, "{}", built.name);
        let file = format!("piao-{}.html#", built.document.triennio);
        for (uri, name) in links {
            assert!(!name.is_empty());
            if let Some(id) = uri.strip_prefix(&file) {
                assert!(built.single().contains(&format!("id=\"{id}\"")), "{uri} leads nowhere");
                continue;
            }
            let base = built.document.identita.sito.trim_end_matches('/');
            let page = uri.strip_prefix(base).filter(|_| !base.is_empty()).expect("in the site");
            let (page, id) = page.split_once('#').unwrap_or((page, ""));
            let page = format!("sito{page}");
            let page = built.artifacts.iter().find(|own| own.path == page);
            let page = page.unwrap_or_else(|| panic!("{uri} leads nowhere"));
            let text = String::from_utf8_lossy(&page.bytes);
            assert!(id.is_empty() || text.contains(&format!("id=\"{id}\"")), "{uri} leads nowhere");
        }
    }
}

#[test]
fn a_plan_with_a_site_has_a_code_that_leads_there_and_one_without_has_none() {
    let squares = |base: &str| {
        let text = smallest("ordinario").replacen("[piao]\n", &format!("[piao]\n{base}\n"), 1);
        let plan = Plan::from_texts(&[("piao.toml", &text)]);
        let document = plan.check(Law::embedded()).document(false).document;
        let drawn = draw(&document, &[], &Layout::embedded(), &["mappa"]).expect("it is drawn");
        let pdf = Raw::load_mem(&drawn[0].bytes).expect("ours is a PDF");
        let content = pdf.get_page_content(pdf.get_pages()[&1]);
        (String::from_utf8_lossy(&content).matches("\nf").count(), links(&pdf))
    };
    let (without, _) = squares("");
    let (with, links) = squares("sito_base = \"https://www.ente.example/piao/\"");
    assert!(with > without + 200, "{without} and {with}");
    assert!(
        links.iter().all(|(uri, _)| uri.starts_with("https://www.ente.example/piao/")),
        "{links:?}"
    );
}
