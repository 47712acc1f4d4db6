//! The examples that the law gives: what they offer to type is read as it is typed.

use piao::diag::Phase;
use piao::law::{Base, Law, Percorso};
use toml::{Table, Value};

use crate::support::check_text;

/// What is wrong with how a text of a plan is written, references apart.
fn wrong(text: &str) -> Vec<String> {
    let (_, checked) = check_text(text);
    let of_form =
        |phase| matches!(phase, Phase::Reading | Phase::Syntax | Phase::Form | Phase::Text);
    let wrong = checked.findings.iter().filter(|finding| of_form(finding.phase));
    wrong.map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
}

/// What an offer says to type, as the text of a plan.
fn typed(offer: &str) -> String {
    if let Some(lines) = offer.strip_prefix("scrivi:\n") {
        let header = lines.lines().next().expect("a header");
        return format!("{}{lines}", parents(header));
    }
    let (place, line) = offer.split_once(" scrivi: ").unwrap_or_else(|| panic!("«{offer}»"));
    match place.strip_prefix("in ").expect("a place").split_once(" con ") {
        Some((header, filter)) => {
            format!("{}{header}\n{filter}\n{line}", parents(header))
        }
        None if place.starts_with("in [") => {
            let header = &place["in ".len()..];
            format!("{}{header}\n{line}", parents(header))
        }
        None => line.to_owned(),
    }
}

/// The headers of the lists inside which a table is.
fn parents(header: &str) -> String {
    let keys: Vec<&str> = header.trim_matches(['[', ']']).split('.').collect();
    let law = Law::embedded();
    let mut at = &law.radice;
    let mut headers = String::new();
    for (depth, key) in keys.iter().enumerate().take(keys.len() - 1) {
        let campo = at.campo(key).expect("the law has the field");
        if campo.forma.elenco {
            headers += &format!("[[{}]]\n", keys[..=depth].join("."));
        }
        at = law.kind_of(campo).unwrap_or(at);
    }
    headers
}

#[test]
fn what_a_duty_offers_to_type_is_in_the_form_of_the_law() {
    let law = Law::embedded();
    let mut bad = Vec::new();
    for (_, dovere) in law.doveri() {
        let offer = law.esempio(None).dovere(&dovere.campo);
        let text = typed(&offer);
        // A key alone is typed amid those that its record has.
        let alone = !offer.starts_with("scrivi:") || dovere.campo.passi.len() > 1;
        let wrong = wrong(&text);
        let wrong: Vec<_> =
            wrong.iter().filter(|w| !(alone && w.starts_with("FORM-004"))).collect();
        if !wrong.is_empty() {
            bad.push(format!("{} «{}»:\n{text}\n{wrong:?}", dovere.regola, dovere.campo));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n\n"));
}

#[test]
fn the_example_of_every_field_is_in_its_form() {
    let law = Law::embedded();
    let mut bad = Vec::new();
    for sottosezione in &law.sottosezioni {
        for campo in &sottosezione.campo {
            fields(law, &campo.chiave, campo, 0, &mut bad);
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

/// Every field below one, each in a plan that holds it alone.
fn fields(law: &Law, path: &str, holder: &piao::law::Campo, depth: usize, bad: &mut Vec<String>) {
    let Some(kind) = law.kind_of(holder).filter(|_| depth < 4) else { return };
    for campo in &kind.campi {
        let line = law.esempio(None).riga(kind, campo);
        let mut inner: Table =
            toml::from_str(&line).unwrap_or_else(|error| panic!("{path}: {line}: {error}"));
        for needed in kind.campi.iter().filter(|own| own.obbligo && own.chiave != campo.chiave) {
            inner.extend(
                toml::from_str::<Table>(&law.esempio(None).riga(kind, needed)).expect("TOML"),
            );
        }
        let mut value = Value::Table(inner);
        let mut keys: Vec<&str> = path.split('.').collect();
        let mut at = &law.radice;
        let lists: Vec<bool> = keys
            .iter()
            .map(|key| {
                let campo = at.campo(key).expect("there");
                at = law.kind_of(campo).unwrap_or(at);
                campo.forma.elenco
            })
            .collect();
        for list in lists.into_iter().rev() {
            let key = keys.pop().expect("as many").to_owned();
            let held = if list { Value::Array(vec![value]) } else { value };
            value = Value::Table(Table::from_iter([(key, held)]));
        }
        let Value::Table(plan) = value else { unreachable!() };
        let text = toml::to_string(&plan).expect("a table is TOML");
        // A file that is named is not there, nor are those that a table inside another needs.
        let is_file = matches!(campo.forma.base, Base::Immagine | Base::Pdf);
        let missing_outside = |said: &String| {
            depth > 0 && said.starts_with("FORM-004") || is_file && said.starts_with("FILE-004")
        };
        let said: Vec<String> = wrong(&text).into_iter().filter(|w| !missing_outside(w)).collect();
        if !said.is_empty() {
            bad.push(format!("{path}.{}: {line}: {said:?}", campo.chiave));
        }
        if matches!(campo.forma.base, Base::Record(_)) && campo.chiave != "sottosezioni" {
            fields(law, &format!("{path}.{}", campo.chiave), campo, depth + 1, bad);
        }
    }
}

#[test]
fn an_offer_says_where_and_what() {
    let law = Law::embedded();
    let offer = |path: &str| {
        law.esempio(None).dovere(&Percorso::try_from(path.to_owned()).expect("a path"))
    };
    assert_eq!(offer("piao.adozione.numero"), "in [piao.adozione] scrivi: numero = \"12 …\"");
    assert_eq!(
        offer("anagrafica.popolazione"),
        "in [anagrafica] scrivi: popolazione = { numero = 12, data = 2026-12-31 }"
    );
    assert_eq!(
        offer("obiettivi_performance.fasi.fine"),
        "in [[obiettivi_performance.fasi]] scrivi: fine = 2027-06-30"
    );
    assert_eq!(
        offer("pareri[tipo = revisori].atto"),
        "in [[pareri]] con tipo = \"revisori\" scrivi: atto = \"deliberazione n. …\""
    );
    let parere = offer("pareri[tipo = revisori]");
    assert!(parere.contains("\natto = "), "{parere}");
    assert!(parere.contains("\ntipo = \"revisori\"\n"));
    assert!(offer("unita").starts_with("scrivi:\n[[unita]]\nid = \"unita-1\"\nnome = "));
}

#[test]
fn a_rule_is_found_by_a_short_code_or_its_name_and_a_key_by_its_path() {
    let said = |wanted: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_piao"))
            .args(["explain", wanted])
            .output()
            .expect("the program runs");
        String::from_utf8(output.stdout).expect("text")
    };
    assert!(said("vp-1").starts_with("VP-001"));
    assert!(said("segnaposto").starts_with("GEN-021"));
    assert!(said("GEN-012").contains("in [piao.adozione] scrivi: data = "));
    let fasi = said("obiettivi_performance.fasi");
    assert!(fasi.contains("[[obiettivi_performance.fasi]]"), "{fasi}");
    assert!(fasi.contains("Esempio: fine = 2027-06-30"), "{fasi}");
    assert!(said("piao.stato").contains("- \"bozza\": "));
    assert!(said("obiettivi_performance").contains("\nfasi.inizio ("), "records in the record");
    let data = said("piao.adozione.data");
    assert!(data.contains("GEN-012: ") && data.contains("D.M. 132/2022"), "{data}");
}

#[test]
fn a_key_that_is_not_there_is_told_the_near_ones() {
    let said = |wanted: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_piao"))
            .args(["explain", wanted])
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{wanted}");
        String::from_utf8(output.stderr).expect("text")
    };
    assert!(said("obiettivi_performance.fas").contains("«obiettivi_performance.fasi»"));
    assert!(said("tipologa").contains("«anagrafica.tipologia»"));
    assert!(said("fasi").contains("«obiettivi_performance.fasi»"), "a key without its table");
    assert!(said("PER-0012").contains("«PER-012»"));
    assert!(!said("xyzzy").contains("forse"));
}
