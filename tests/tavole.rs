//! What a plan says of its tables: where their data come from, of which day they are, how they are to
//! be read.

use piao::Checked;
use piao::law::{Base, Campo, Law};
use piao::view::document::{Blocco, Tabella};
use piao::view::visita::Nodo;

use crate::support::{built, check_text, smallest, words};

/// The lists of records that stand at the top of a sub-section, or inside single records of it.
fn lists(law: &Law, campo: &Campo, above: &str, out: &mut Vec<String>) {
    let path = format!("{above}{}", campo.chiave);
    let Base::Record(kind) = &campo.forma.base else { return };
    if campo.forma.elenco {
        return out.push(path);
    }
    for inner in &law.record[kind].campi {
        lists(law, inner, &format!("{path}."), out);
    }
}

#[test]
fn the_source_of_every_list_of_a_sub_section_may_be_said() {
    let law = Law::embedded();
    let mut all = Vec::new();
    for part in law.sottosezioni.iter().filter(|part| !part.numero.is_empty()) {
        part.campo.iter().for_each(|campo| lists(law, campo, "", &mut all));
    }
    let known = law.vocabolari["tavole"].voci.iter().map(|voce| voce.chiave.clone());
    assert_eq!(known.collect::<Vec<_>>(), all);
}

/// The tables of a document whose anchor begins in some way.
fn tables(document: &piao::Documento, anchor: &str) -> Vec<Tabella> {
    let mut found = Vec::new();
    document.visit(|nodo, _| {
        if let Nodo::Blocco(Blocco::Tabella(table)) = nodo
            && table.id.starts_with(anchor)
        {
            found.push(table.clone());
        }
    });
    found
}

fn note(table: &Tabella) -> String {
    words(&table.note)
}

#[test]
fn a_table_says_its_source_its_day_and_its_notes_and_no_other_does() {
    let document = &built()[0].document;
    let staff = &tables(document, "fabbisogni-consistenza-tabella")[0];
    let said = note(staff);
    assert!(said.starts_with("Fonte: Archivio del personale"), "{said}");
    assert!(said.contains("Note: Chi lavora a tempo parziale è contato per intero."), "{said}");
    assert!(said.ends_with("I totali sono calcolati."), "{said}");
    let limits = &tables(document, "fabbisogni-limiti-tabella")[0];
    assert_eq!(note(limits), "Fonte: Rendiconti e bilancio di previsione 2027-2029");
    let agile = &tables(document, "lavoro-agile-stato-agile-tabella")[0];
    assert!(agile.didascalia.ends_with("dati del 31 dicembre 2026"), "{}", agile.didascalia);
    let sourced = tables(document, "").into_iter().filter(|table| note(table).contains("Fonte: "));
    assert_eq!(sourced.count(), 3);
}

#[test]
fn a_table_that_the_plan_does_not_have_is_no_table() {
    let of = |elenco: &str| {
        let row = format!("\n[[tavole]]\nelenco = \"{elenco}\"\nfonte = \"Registro\"\n");
        let (_, checked): (_, Checked<'_>) = check_text(&(smallest("ordinario") + &row));
        checked.findings.iter().filter(|finding| finding.code == "FORM-003").count()
    };
    assert_eq!([of("consistenza"), of("consistenze")], [0, 1]);
}
