//! What a rule's page has no room for: its other defects, and what it has to leave alone.
//!
//! `casi/` holds a page a rule: fragments laid over the smallest valid plan, each followed by
//! what the rule says of it. An empty block is a rule that has to be silent.

use std::fs;

use piao::diag::Finding;
use piao::law::Law;
use piao::rules::RULES;
use piao::source::Source;
use toml::Table;

use crate::support::fragment::{fences, plan as laid};
use crate::support::{check_text, codes, repo, smallest};

/// What a rule says of a plan, with the place that it points at.
fn own(code: &str, text: &str) -> String {
    let (source, checked) = check_text(text);
    let own = checked.findings.iter().filter(|finding| finding.code == code);
    own.map(|finding| told(finding, source)).collect()
}

fn told(finding: &Finding, source: &Source) -> String {
    let file = &source.files[finding.span.file as usize];
    let place = &file.text[finding.span.start as usize..finding.span.end as usize];
    let place = place.lines().next().unwrap_or_default();
    let mut out = format!("{}: {}\n", finding.severity.name(), finding.message);
    out += &format!("  | {place}\n");
    for line in [&finding.label].into_iter().chain(finding.context.iter().map(|(_, text)| text)) {
        if !line.is_empty() {
            out += &format!("  - {line}\n");
        }
    }
    if let Some(help) = &finding.help {
        out += &format!("  = {help}\n");
    }
    out
}

#[test]
fn every_case_is_told_as_its_page_says() {
    let law = Law::embedded();
    let mut defects = String::new();
    for entry in fs::read_dir(repo("tests/casi")).expect("the cases are there").flatten() {
        let path = entry.path();
        let code = path.file_stem().expect("a page has a name").to_string_lossy().into_owned();
        let page = fs::read_to_string(&path).expect("a page can be read");
        let blocks = fences(&page);
        assert!(RULES.iter().any(|rule| rule.code == code), "{code} is no rule");
        assert!(!blocks.is_empty(), "{code} has no case");
        let mut accepted = page.clone();
        for pair in blocks.chunks(2).rev() {
            let [fragment, text] = pair else { panic!("{code}: a fragment has no outcome") };
            assert!(fragment.info.starts_with("toml") && text.info == "text", "{code}: odd blocks");
            let found = own(&code, &laid(fragment, law));
            if found != text.text {
                defects += &format!("{code}:\n{}gives:\n{found}", fragment.text);
                accepted.replace_range(text.start..text.end, &found);
            }
        }
        if accepted != page && std::env::var_os("ACCEPT").is_some() {
            fs::write(&path, accepted).expect("the page can be written");
        }
    }
    assert!(defects.is_empty() || std::env::var_os("ACCEPT").is_some(), "{defects}");
}

/// The smallest plan of a regime after some replacements, with a fragment at its end.
pub fn plan(regime: &str, changes: &[(&str, &str)], fragment: &str) -> String {
    let mut text = smallest(regime);
    for (from, to) in changes {
        assert!(text.contains(from), "the smallest plan has no «{from}»");
        text = text.replacen(from, to, 1);
    }
    text + "\n" + fragment
}

/// The codes found, after being sure that the plan is TOML.
fn found(text: &str) -> Vec<String> {
    let _: Table = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let (_, checked) = check_text(text);
    codes(&checked).into_iter().map(str::to_owned).collect()
}

/// A sentence laid where a plan speaks freely.
fn said(sentence: &str) -> Vec<String> {
    found(&plan(
        "ordinario",
        &[],
        &format!(
            "[[sottosezioni_libere]]\nid = \"l-1\"\ntitolo = \"T\"\ntesto = '''\n{sentence}\n'''"
        ),
    ))
}

#[test]
fn the_other_defects_of_the_act() {
    let late = ("data = 2027-01-28", "data = 2030-01-28");
    for (code, regime, changes, fragment) in [
        ("GEN-002", "ordinario", vec![], "[[sottosezioni]]\nchiave = \"2.2\"\nnumero = \"2.1\""),
        (
            "GEN-002",
            "ordinario",
            vec![],
            "[[sottosezioni]]\nchiave = \"4\"\nomessa = { motivo = \"m\" }",
        ),
        (
            "GEN-009",
            "ordinario",
            vec![],
            "[piao.adozione.differimento]\natto = \"a\"\ndata = 2026-12-01\ntermine_bilancio = 2026-12-31",
        ),
        ("GEN-020", "semplificato", vec![("\"nucleo_valutazione\"", "\"cug\"")], ""),
        (
            "GEN-022",
            "ordinario",
            vec![("\"adottato\"", "\"bozza\""), ("data = 2027-01-28", "")],
            "",
        ),
        ("SEM-004", "semplificato", vec![("\"nuovo\"", "\"conferma_annuale\"")], ""),
        ("SEM-005", "semplificato", vec![], "[piao.conferma]\ndisfunzioni = true"),
        ("SEM-006", "semplificato", vec![late], ""),
        ("PUB-008", "ordinario", vec![("\"adottato\"", "\"pubblicato\"")], ""),
    ] {
        let codes = found(&plan(regime, &changes, fragment));
        assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
    }
}

#[test]
fn prose_is_caught() {
    for (code, sentence) in [
        ("GEN-021", "Il costo è di XXX euro."),
        ("GEN-021", "La nomina è del [data]."),
        ("GEN-021", "TODO: numeri"),
        ("GEN-021", "L’importo è DA DEFINIRE."),
        ("GEN-021", "Deliberazione n. ____ del 2027."),
        ("GEN-021", "I Comuni sono …"),
        ("GEN-023", "Si veda il PTPCT 2027/2029, adottato a gennaio."),
        ("GEN-024", "Il delitto dell’art. 323 c.p. è un rischio."),
        ("GEN-024", "La matrice è quella dell’allegato 5 del PNA 2013."),
        ("PUB-005", "Il bilancio si legge [a questo link](https://a.example)."),
        ("PUB-006", "Cessa dal servizio RSSMRA80A01H501U."),
    ] {
        assert_eq!(said(sentence), [code], "{sentence}");
    }
}

#[test]
fn sound_prose_is_left_alone() {
    for sentence in [
        "Il decreto dice che «la Provincia […] approva il piano».",
        "> La Provincia [...] approva il piano.",
        "Il voto va da uno a cinque [da 1 a 5], come nel XXI secolo.",
        "VERIFICARE LE DICHIARAZIONI",
        "Tutto il metodo, e così via...",
        "Sopra.\n\n____\n\nSotto.",
        "Le opere da completare sono tre; i dati da inserire, dieci.",
        "Il piano della performance 2024-2026, approvato nel 2024, è concluso.",
        "Il PTPCT 2027-2029, già adottato, è confluito in questa sottosezione.",
        "L’art. 323 c.p. è stato abrogato nel 2024.",
        "Per le gare bandite allora vale ancora il D.Lgs. 50/2016.",
        "La popolazione residente a gennaio è di duecentomila persone.",
        "Il bilancio si legge nella [pagina dei bilanci](https://a.example).",
    ] {
        assert_eq!(said(sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn why_a_section_has_no_targets_is_shown() {
    let fragment = "[[sottosezioni]]\nchiave = \"4\"\nsenza_traguardi = \"Si verifica alla fine\"";
    let (_, checked) = check_text(&plan("ordinario", &[], fragment));
    assert_eq!(codes(&checked), Vec::<&str>::new());
    let document = checked.document(false).document;
    let shown = serde_json::to_string(&document).expect("a document is JSON");
    assert!(shown.contains("Si verifica alla fine"));
}

#[test]
fn counts_in_prose_are_held_to_the_lists() {
    assert_eq!(said("I nove valori pubblici nascono dal DUP."), ["XRF-010"]);
    assert_eq!(said("Si parte dai 12 obiettivi di performance."), ["XRF-010"]);
    assert_eq!(said("Le sei azioni positive sono annuali."), ["XRF-010"]);
    assert_eq!(said("Nove valori pubblici altrove, uno qui."), Vec::<String>::new());
    for whole in ["I dieci interventi formativi.", "Le tre azioni positive del piano precedente."] {
        assert_eq!(said(whole), Vec::<String>::new(), "{whole}");
    }
}

#[test]
fn small_local_bodies_are_not_asked_for_the_mission_of_each_objective() {
    let (missing, people) = ("missione = \"10\"\nprogramma", "numero = 200000");
    for (count, asked) in
        [("4999", false), ("5000", true), ("\"circa 5.200\"", false), ("\"circa 6.000\"", true)]
    {
        let count = format!("numero = {count}");
        // That of an objective alone: its resources follow.
        let plan =
            smallest("ordinario").replace(&format!("{missing} = \"10.05\"\nrisorse"), "risorse");
        let plan = plan.replacen(people, &count, 1);
        assert!(plan.contains(&count) && plan != smallest("ordinario"));
        let is_asked = found(&plan).iter().any(|code| code == "PER-029");
        assert_eq!(is_asked, asked, "{count}");
    }
    let unsaid = smallest("ordinario")
        .replace("popolazione = { numero = 200000, data = 2026-01-01 }", "")
        .replace(&format!("{missing} = \"10.05\"\nrisorse"), "risorse");
    assert!(found(&unsaid).iter().any(|code| code == "PER-029"), "nobody knows");
}

#[test]
fn a_deferred_term_has_two_readings() {
    let deferral = "[piao.adozione.differimento]\natto = \"Decreto\"\ndata = 2026-12-20\n\
                    termine_bilancio = 2027-02-28\n[[documenti_finanziari]]\nid = \"df-9\"\n\
                    titolo = \"Bilancio\"\ntipo = \"bilancio\"\natto = \"Delibera\"\ndata = 2027-02-01";
    let late = ("data = 2027-01-28", "data = 2027-03-20");
    let text = plan("ordinario", &[late], deferral);
    assert!(found(&text).contains(&"GEN-008".to_owned()), "the second reading is passed");
    let in_time = plan("ordinario", &[], deferral);
    assert!(!found(&in_time).contains(&"GEN-008".to_owned()));
}

#[test]
fn a_plan_is_judged_by_the_guidelines_of_its_day() {
    let without = [("[[stakeholder]]", "[[priorita]]")];
    let text = plan("ordinario", &without, "").replace("stakeholder = [\"sh-1\"]", "");
    let asked = |text: &str| codes(&check_text(text).1).contains(&"ANA-012");
    assert!(asked(&text));
    let older = text
        .replace("inizio = 2027, fine = 2029", "inizio = 2025, fine = 2027")
        .replace("data = 2027-01-28", "data = 2025-01-28");
    assert!(!asked(&older));
}

#[test]
fn the_state_of_a_part_and_the_last_update_are_shown() {
    let fragment = "[[sottosezioni]]\nchiave = \"3.2\"\nstato = \"superata\"\nnota = \"Dal regolamento 9\"\n\
                    [[sottosezioni]]\nchiave = \"2\"\nstato = \"parziale\"\n\
                    [[revisioni]]\nversione = \"1.1\"\ndata = 2027-09-10\ndescrizione = \"d\"\n\
                    organo = \"presidente_provincia\"\ntipo = \"decreto\"\nnumero = \"77\"\n\
                    [[allegati]]\nid = \"al-9\"\nnumero = \"B-bis\"\ntitolo = \"Tabelle\"\n";
    let (_, checked) = check_text(&plan("ordinario", &[], fragment));
    let document = checked.document(false).document;
    let shown = serde_json::to_string(&document).expect("a document is JSON");
    for words in [
        "Superata da un atto successivo",
        "Dal regolamento 9",
        "Parziale: sarà completata",
        "Ultimo aggiornamento",
        "decreto n.\u{a0}77",
        "Allegato B-bis",
    ] {
        assert!(shown.contains(words), "«{words}» is not shown");
    }
}

#[test]
fn each_part_that_a_small_body_owes_cites_who_asks_for_it() {
    for (part, comma) in [("1", "art. 2, c. 1"), ("2.3", "art. 6, c. 1"), ("3.1", "art. 6, c. 3")] {
        let fragment =
            format!("[[sottosezioni]]\nchiave = \"{part}\"\nomessa = {{ motivo = \"m\" }}");
        let (_, checked) = check_text(&plan("semplificato", &[], &fragment));
        let finding = checked.findings.iter().find(|finding| finding.code == "SEM-001");
        let norma = &finding.expect("a part is left out").norma;
        let cited: Vec<&str> = norma.iter().map(|citation| citation.testo.as_str()).collect();
        assert_eq!(cited, [format!("D.M. 132/2022, {comma}")], "{part}");
    }
}

#[test]
fn satisfaction_is_asked_by_the_law_of_local_bodies_too_where_they_are_large() {
    let survey = ("[[soddisfazione_utenti]]", "[[altro]]");
    for (people, cites) in [("15000", false), ("15001", true)] {
        let changes = [("numero = 200000", &*format!("numero = {people}")), survey];
        let (_, checked) = check_text(&plan("ordinario", &changes, ""));
        let missing = checked.findings.iter().find(|finding| finding.code == "MON-002");
        let norma = &missing.expect("nobody asks the users").norma;
        assert_eq!(norma.iter().any(|citation| citation.chiave == "tuel"), cites, "{people}");
    }
}
