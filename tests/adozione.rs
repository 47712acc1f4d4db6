//! The life of a plan, from draft to update: what its state does to the document.

use piao::law::Law;
use piao::view::document::{Blocco, Documento};
use piao::view::visita::{Nodo, visit};
use piao::{Plan, Refusal, Tolerance};

use crate::support::{codes, example, smallest};

/// The smallest plan in a state, with something more in its files.
fn plan(state: &str, more: &str) -> Plan {
    let text =
        smallest("ordinario").replacen("stato = \"adottato\"", &format!("stato = \"{state}\""), 1);
    assert!(text.contains(&format!("\"{state}\"")));
    Plan::from_texts(&[("piao.toml", &text), ("revisioni.toml", more)])
}

fn document(state: &str, more: &str) -> Documento {
    plan(state, more).check(Law::embedded()).document(false).document
}

/// A row of the cover, as text.
fn cover(document: &Documento, label: &str) -> String {
    let row = document.copertina.iter().find(|row| row.etichetta == label);
    row.map(|row| serde_json::to_string(&row.valore).expect("JSON")).unwrap_or_default()
}

const UPDATE: &str = "
[[revisioni]]
versione = \"1.0\"
data = 2027-01-28
descrizione = \"Testo adottato\"

[[revisioni]]
versione = \"1.1\"
data = 2027-09-10
sottosezione = \"3.3\"
descrizione = \"Due assunzioni in più\"
organo = \"presidente_provincia\"
tipo = \"decreto\"
numero = \"77\"
";

#[test]
fn a_draft_alone_is_marked_and_has_no_text_for_the_act() {
    for state in ["bozza", "proposta", "adottato", "pubblicato", "aggiornato"] {
        let document = document(state, UPDATE);
        let is_draft = state == "bozza";
        assert_eq!(document.stato.filigrana.is_empty(), !is_draft, "{state}");
        assert_eq!(document.dispositivo.is_none(), is_draft, "{state}");
        assert_eq!(document.stato.chiave, state);
    }
}

#[test]
fn a_proposal_leaves_room_for_number_and_day() {
    let text = smallest("ordinario").replacen("stato = \"adottato\"", "stato = \"proposta\"", 1);
    let text: Vec<&str> = text.lines().collect();
    let at = text.iter().position(|line| *line == "[piao.adozione]").expect("an act");
    let without: Vec<&str> = text
        .iter()
        .enumerate()
        .filter(|(line, text)| {
            let dated = text.starts_with("numero") || text.starts_with("data");
            !(*line > at && *line < at + 6 && dated)
        })
        .map(|(_, text)| *text)
        .collect();
    assert_eq!(without.len() + 2, text.len(), "number and day are gone");
    let plan = Plan::from_texts(&[("piao.toml", &without.join("\n"))]);
    let checked = plan.check(Law::embedded());
    assert!(!codes(&checked).contains(&"GEN-012"), "{:?}", codes(&checked));
    let document = checked.document(false).document;
    let row = cover(&document, "Adozione");
    assert!(row.contains("decreto n.\u{a0}________ del ________"), "{row}");
    let act = document.dispositivo.expect("a text").text("p.pdf", 2, "PDF/A-3a", "abc");
    assert!(act.contains("DECRETA") && act.contains("abc") && act.contains("________"), "{act}");
    assert!(act.contains("p.pdf") && act.contains("2 pagine"), "{act}");
}

#[test]
fn an_update_says_what_it_changes_and_which_version_it_takes_the_place_of() {
    let mut document = document("aggiornato", UPDATE);
    let (mut rows, mut told) = (Vec::new(), false);
    visit(&document.parti, |nodo, _| match nodo {
        Nodo::Blocco(Blocco::Tabella(table)) if table.id.contains("revisioni") => {
            rows = table
                .righe
                .iter()
                .map(|row| serde_json::to_string(&row.celle).expect("JSON"))
                .collect();
        }
        Nodo::Blocco(Blocco::Paragrafo { testo, .. }) => {
            let text = serde_json::to_string(testo).expect("JSON");
            told |= text
                .contains("Aggiornata con la versione 1.1: Presidente della Provincia, decreto");
        }
        _ => {}
    });
    assert!(told, "the sub-section says that it was changed");
    let last = rows.last().expect("rows");
    for word in [
        "1.1",
        "\"1.0\"",
        "10/09/2027",
        "Due assunzioni in più",
        "Decreto n.\u{a0}77, Presidente della Provincia",
    ] {
        assert!(last.contains(word), "{word} is not in {last}");
    }
    assert!(last.contains("rinvio"), "the sub-section is a link: {last}");
    let act = document.dispositivo.take().expect("a text").text("p.pdf", 1, "PDF/A-3a", "abc");
    assert!(
        act.contains("È approvato l’aggiornamento")
            && act.contains("che sostituisce la versione 1.0"),
        "{act}"
    );
    assert!(cover(&document, "Ultimo aggiornamento").contains("n.\u{a0}77"));
}

#[test]
fn the_text_for_the_act_cites_only_acts_of_the_law() {
    let law = Law::embedded();
    for name in ["provincia-di-esempio", "comune-piccolo"] {
        let plan = example(name);
        let document = plan.check(law).document(false).document;
        let act = document.dispositivo.expect("a text");
        let cited: Vec<&String> = act.prima.iter().filter(|row| row.contains(", art. ")).collect();
        assert!(cited.len() >= 3, "{act:?}");
        for row in cited {
            let row = row.replace('\u{a0}', " ");
            let known = law.norme.values().any(|own| {
                row.contains(&format!("{}, art", own.titolo))
                    || row.contains(&format!("{}, art", own.sigla))
            });
            assert!(known, "{row}");
        }
    }
}

#[test]
fn what_is_not_adopted_may_be_a_draft_and_what_is_may_not() {
    let refusal = |state: &str, tolerance| {
        let text = smallest("ordinario")
            .replacen("stato = \"adottato\"", &format!("stato = \"{state}\""), 1)
            .replacen("fine = 2029", "fine = 2030", 1);
        let plan = Plan::from_texts(&[("piao.toml", &text)]);
        let layout = piao::Layout::embedded();
        let order = piao::Order {
            law: Law::embedded(),
            layout: &layout,
            outputs: &[],
            tolerance,
            strict: false,
            progress: &|_| {},
        };
        match piao::build(&plan, &order).outcome {
            piao::Outcome::Refused(refusal) => Some(refusal),
            _ => None,
        }
    };
    for state in ["bozza", "proposta"] {
        assert_eq!(refusal(state, Tolerance::Draft), None, "{state}");
        let way = Some(Tolerance::Draft);
        assert_eq!(refusal(state, Tolerance::None), Some(Refusal::Errors { way }), "{state}");
        assert_eq!(
            refusal(state, Tolerance::Listed),
            Some(Refusal::NotAdopted(Some(state.into())))
        );
    }
    for state in ["adottato", "pubblicato", "aggiornato"] {
        assert_eq!(refusal(state, Tolerance::Draft), Some(Refusal::NoDraft(state.into())));
        assert_eq!(refusal(state, Tolerance::Listed), None, "{state}");
        let way = Some(Tolerance::Listed);
        assert_eq!(refusal(state, Tolerance::None), Some(Refusal::Errors { way }), "{state}");
    }
}
