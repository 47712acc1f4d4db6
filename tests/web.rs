//! The pages as programs and phones meet them: heads, feet, addresses, weight.

use std::collections::BTreeSet;

use piao::{Artifact, Kind};

use crate::support::{Built, all_built, built};

/// The pages of a site that stand for parts of the plan, by their file.
fn pages(example: &Built) -> Vec<(&str, &str)> {
    let pages = example.artifacts.iter().filter(|a| matches!(a.kind, Kind::Home | Kind::Page));
    let own = pages.filter(|page| !page.path.ends_with("/404.html"));
    own.map(|page| (page.path.as_str(), text(page))).collect()
}

fn text(artifact: &Artifact) -> &str {
    str::from_utf8(&artifact.bytes).expect("a page is text")
}

fn asset<'a>(example: &'a Built, name: &str) -> Option<&'a Artifact> {
    example.artifacts.iter().find(|artifact| artifact.path == format!("sito/{name}"))
}

/// What stands between two texts, the first time that the first is met.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("no `{from}`")) + from.len();
    &page[start..start + page[start..].find(to).expect("it ends")]
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    for example in all_built() {
        let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
        for (path, page) in pages(example) {
            let title = between(page, "<title>", "</title>");
            assert!(titles.insert(title), "{path}: {title}");
            let description = between(page, "<meta name=\"description\" content=\"", "\"");
            assert!(description.chars().count() > 10, "{path}: {description}");
            assert!(descriptions.insert(description), "{path}: {description}");
            let shared = between(page, "<meta property=\"og:description\" content=\"", "\"");
            assert_eq!(shared, description, "{path}");
        }
        assert!(titles.len() > 10, "{}", example.name);
    }
}

#[test]
fn the_linked_data_name_the_plan_its_body_and_the_page() {
    for example in all_built() {
        for (path, page) in pages(example) {
            let data = between(page, "<script type=\"application/ld+json\">", "</script>");
            let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
            let whole = if data["@type"] == "Report" { &data } else { &data["isPartOf"] };
            assert_eq!(whole["name"], example.document.titolo, "{path}");
            assert_eq!(whole["publisher"]["name"], example.document.ente, "{path}");
            assert_ne!(data["description"], serde_json::Value::Null, "{path}");
        }
    }
}

#[test]
fn the_linked_data_lead_to_the_files_that_stand_beside() {
    for example in all_built() {
        let home = asset(example, "index.html").map(text).expect("a home");
        for (page, up) in [(home, "../"), (example.single(), "")] {
            let data = between(page, "<script type=\"application/ld+json\">", "</script>");
            let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
            let files = [&data["encoding"], &data["hasPart"]["distribution"]];
            let files: Vec<_> =
                files.into_iter().flat_map(|f| f.as_array().expect("a list")).collect();
            assert!(files.len() > 2, "{}", example.name);
            for file in files {
                let url = file["contentUrl"].as_str().expect("an address");
                let path = url.strip_prefix(up).expect("seen from the page");
                let there = example.artifacts.iter().any(|artifact| artifact.path == path);
                assert!(there, "{}: {path}", example.name);
            }
        }
    }
}

#[test]
fn where_the_plan_says_its_address_every_page_has_its_own_and_the_map_lists_them_all() {
    for example in all_built() {
        let sito = example.document.metadati.sito.as_str();
        let map = asset(example, "sitemap.xml").map(text);
        assert_eq!(map.is_some(), !sito.is_empty(), "{}", example.name);
        for (path, page) in pages(example) {
            let file = path.strip_prefix("sito/").expect("of the site");
            let own = format!("{sito}{}", if file == "index.html" { "" } else { file });
            let canonical = format!("<link rel=\"canonical\" href=\"{own}\">");
            assert_eq!(page.contains(&canonical), map.is_some(), "{path}");
            let listed = |map: &str| map.contains(&format!("<loc>{own}</loc>"));
            assert!(map.is_none_or(listed), "{path} is not in the map");
        }
    }
    assert!(built().iter().any(|example| !example.document.metadati.sito.is_empty()));
}

#[test]
fn pages_let_in_files_beside_them_and_nothing_written_inside() {
    for example in all_built() {
        for (path, page) in pages(example) {
            let policy = between(page, "Content-Security-Policy\" content=\"", "\"");
            assert!(policy.starts_with("default-src 'none';"), "{path}: {policy}");
            assert!(!policy.contains("unsafe") && !policy.contains("http"), "{path}: {policy}");
            assert!(!page.contains("<style") && !page.contains(" style="), "{path}");
        }
    }
}

#[test]
fn the_page_for_wrong_addresses_loads_nothing_and_leads_back() {
    for example in all_built() {
        let absent = text(asset(example, "404.html").expect("it is always there"));
        let sito = &example.document.metadati.sito;
        assert!(absent.contains(&format!("href=\"{sito}index.html\"")), "{}", example.name);
        for loads in ["rel=\"stylesheet\"", "rel=\"icon\"", "<script", "<img"] {
            assert!(!absent.contains(loads), "{}: {loads}", example.name);
        }
    }
}

#[test]
fn every_page_says_at_its_foot_what_it_was_made_of_and_where_the_body_answers() {
    let example = &built()[0];
    let foot = |page: &str| page.rsplit("<footer").next().expect("a foot").to_owned();
    let links = &example.document.metadati.servizio;
    assert_eq!(links.len(), 4);
    let hash = |foot: &str| between(foot, "<code>", "</code>").to_owned();
    let made_of = hash(&foot(example.single()));
    assert!(made_of.len() == 64 && made_of != hash(&foot(built()[1].single())));
    let pages = pages(example).into_iter().map(|(_, page)| page);
    for page in pages.chain([example.single()]) {
        let foot = foot(page);
        assert_eq!(hash(&foot), made_of);
        assert!(links.iter().all(|link| foot.contains(&format!("href=\"{}\"", link.indirizzo))));
    }
}

/// The bytes of a page that are in no tag.
fn said(page: &str) -> usize {
    page.split('<').map(|piece| piece.split_once('>').map_or(0, |(_, text)| text.len())).sum()
}

#[test]
fn the_single_file_says_each_table_once_and_stays_light() {
    for example in all_built() {
        assert!(!example.single().contains("gemella\""), "{}", example.name);
        assert!(example.site().contains("gemella\""), "{}", example.name);
        // What is not said is tags and drawings: less than two thirds of the whole.
        let (size, said) = (example.single().len(), said(example.single()));
        assert!(size < 3 * said, "{}: {size} bytes for {said} of text", example.name);
        let is_large = example.name == "provincia-di-esempio";
        assert!(is_large || size < 800_000, "{}: {size} bytes", example.name);
    }
}
