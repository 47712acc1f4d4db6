//! Every duty of the piano-tipo, exercised by taking away what it asks for.

use std::collections::BTreeSet;

use piao::law::profilo::Dati;
use piao::law::{Dovere, Ente, Law, Passo, Profilo};
use toml::{Table, Value};

use crate::support::{check_text, codes, smallest};

/// Takes away what a duty asks for; true if there was something to take.
fn take_away(table: &mut Table, path: &[Passo]) -> bool {
    let (step, rest) = path.split_first().expect("a path has a step");
    let key = step.chiave.as_str();
    let filter = step.filtro.as_ref().map(|(key, value)| (key.as_str(), value.as_str()));
    if rest.is_empty() {
        return match (filter, table.get_mut(key)) {
            (Some((name, value)), Some(Value::Array(items))) => {
                for item in items.iter_mut() {
                    unmark(item, name, value);
                }
                items.retain(|item| !fits(item, name, value));
                true
            }
            _ => table.remove(key).is_some(),
        };
    }
    match table.get_mut(key) {
        Some(Value::Table(inner)) => {
            // A record that the duty does not yet bind is made such.
            if let Some((name, value)) = filter {
                let value = value.parse().map_or_else(|_| value.into(), Value::Boolean);
                inner.insert(name.to_owned(), value);
            }
            take_away(inner, rest)
        }
        Some(Value::Array(items)) => {
            let mut taken = false;
            for item in items {
                if let Value::Table(inner) = item {
                    taken |= take_away(inner, rest);
                }
            }
            taken
        }
        _ => false,
    }
}

/// Takes a value out of a list of them, so that the record stays.
fn unmark(item: &mut Value, name: &str, value: &str) {
    if let Some(Value::Array(values)) = item.get_mut(name) {
        values.retain(|v| v.as_str() != Some(value));
        if values.is_empty() {
            values.push(Value::String("altro".into()));
        }
    }
}

fn fits(item: &Value, name: &str, value: &str) -> bool {
    match item.get(name) {
        Some(Value::Boolean(yes)) => yes.to_string() == value,
        Some(found) => found.as_str() == Some(value),
        None => false,
    }
}

/// The smallest plan that a duty binds.
fn base(dovere: &Dovere, law: &Law) -> Table {
    let regime =
        if dovere.per.iter().any(|p| p == "semplificato") { "semplificato" } else { "ordinario" };
    let mut plan: Table = toml::from_str(&smallest(regime)).expect("the smallest plan is TOML");
    if dovere.per.iter().any(|p| p == "oltre_200") {
        plan["anagrafica"]["dipendenti"]["numero"] = 260.into();
    }
    if dovere.per.iter().any(|p| p == "pubblicato") {
        plan["piao"]["stato"] = "pubblicato".into();
    }
    // A duty of some kinds of administration is that of the first which has what it asks for.
    let declares = |ente: &Ente, p: &String| ente.proprieta.contains(p);
    let of_kinds = |p: &&String| law.enti.values().any(|ente| declares(ente, p));
    let asked: Vec<&String> = dovere.per.iter().filter(of_kinds).collect();
    let own = plan["anagrafica"]["tipologia"].as_str().expect("a plan says its kind");
    if !asked.iter().all(|p| declares(&law.enti[own], p)) {
        let ente = law.enti.values().find(|ente| asked.iter().all(|p| declares(ente, p)));
        let ente = ente.expect("a duty binds somebody").chiave.as_str();
        plan["anagrafica"]["tipologia"] = ente.into();
    }
    plan
}

#[test]
fn a_plan_without_what_a_duty_asks_for_is_told_so() {
    let law = Law::embedded();
    let mut silent = Vec::new();
    for (_, dovere) in law.doveri() {
        let mut plan = base(dovere, law);
        if let Some(salvo) = &dovere.salvo {
            take_away(&mut plan, &salvo.passi);
        }
        take_away(&mut plan, &dovere.campo.passi);
        let text = toml::to_string(&plan).expect("a table is TOML");
        let (_, checked) = check_text(&text);
        let said = checked.findings.iter().any(|finding| {
            finding.code == dovere.regola && finding.message.starts_with(&dovere.manca)
        });
        if !said {
            silent.push(format!("{} «{}»: {:?}", dovere.regola, dovere.campo, codes(&checked)));
        }
    }
    assert!(silent.is_empty(), "nothing is said of:\n{}", silent.join("\n"));
}

#[test]
fn the_smallest_plans_are_silent() {
    for regime in ["ordinario", "semplificato"] {
        let (_, checked) = check_text(&smallest(regime));
        assert_eq!(codes(&checked), Vec::<&str>::new(), "{regime}");
    }
}

#[test]
fn an_empty_plan_is_asked_for_everything_that_binds_everybody() {
    let (_, checked) = check_text("");
    let found: BTreeSet<&str> = codes(&checked).into_iter().collect();
    for code in ["ANA-001", "GEN-003", "RCT-006", "ORG-001", "LAV-001", "FAB-013", "VP-001"] {
        assert!(found.contains(code), "{code} is not asked for");
    }
}

/// What a kind of administration with so many employees is asked for: paths of the fields.
fn asked(law: &Law, ente: &Ente, dipendenti: i64) -> BTreeSet<String> {
    let dati = Dati { ente: Some(ente.clone()), dipendenti: Some(dipendenti), ..Dati::default() };
    let profilo = Profilo::new(dati);
    let binding = law.doveri().filter(|(_, dovere)| dovere.binds(&profilo));
    binding.map(|(_, dovere)| dovere.campo.to_string()).collect()
}

#[test]
fn more_employees_are_never_asked_for_less() {
    let law = Law::embedded();
    // Where the objectives are, when not in the plan; on which sample, when not on everything.
    let only_there = ["controlli_misure.campione", "piao.assegnazione_obiettivi"];
    for ente in law.enti.values() {
        let (few, many, more) = (asked(law, ente, 49), asked(law, ente, 51), asked(law, ente, 201));
        let lost = few.difference(&many).find(|campo| !only_there.contains(&campo.as_str()));
        assert_eq!(lost, None, "{}: 51 is asked for less than 49", ente.nome);
        assert!(many.is_subset(&more), "{}: 201 is asked for less than 51", ente.nome);
        assert!(few.len() < many.len(), "{}", ente.nome);
    }
}
