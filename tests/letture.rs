//! What was read of the acts: how a citation is known, how sure the rules are of it, and by which
//! acts a plan of another year is judged.

use piao::catalogo::{self, Riscontro};
use piao::diag::Severity;
use piao::law::Law;
use piao::norma::{self, Fiducia, Lettura, Rango, Stato};
use piao::rules::RULES;

use crate::support::{check_text, smallest};

/// What is wrong with saying to be so sure of what these citations say.
fn contradiction(law: &Law, fiducia: Fiducia, citations: &[String]) -> Option<&'static str> {
    let known: Vec<Lettura> =
        citations.iter().filter_map(|citation| law.cite(citation, None).lettura).collect();
    if known.is_empty() {
        return None;
    }
    let is_in_force = |lettura: &Lettura| lettura.is_read() && lettura.testo_al.is_none();
    match fiducia {
        Fiducia::Vista if !known.iter().any(Lettura::is_seen) => Some("nothing of it was seen"),
        Fiducia::Alta if known.iter().all(is_in_force) => Some("all of it was read, in force"),
        Fiducia::DaRileggere | Fiducia::Dubbia if known.iter().all(Lettura::is_read) => {
            Some("all of it was read")
        }
        _ => None,
    }
}

#[test]
fn nothing_is_more_or_less_sure_than_what_was_read() {
    let law = Law::embedded();
    let rules = RULES.iter().map(|rule| (rule.code.as_str(), rule.fiducia, &rule.norma));
    let duties = law.doveri().map(|(_, d)| (d.regola.as_str(), d.fiducia, &d.norma));
    let norms = law.abrogate.iter().map(|a| (a.norma.as_str(), a.fiducia, &a.fonte));
    let tables = law.soglie.iter().flat_map(|(name, soglie)| {
        let tables = std::iter::once(&soglie.soglia).chain(&soglie.rientro);
        tables.map(move |table| (name.as_str(), table.fiducia, &table.norma))
    });
    let (term, after) = (&law.calendario.generale, &law.calendario.dopo_il_bilancio);
    let terms = [
        ("calendario, generale", term.fiducia, &term.norma),
        ("calendario, dopo il bilancio", after.fiducia, &after.norma),
    ];
    let mut wrong = String::new();
    for (name, fiducia, norma) in rules.chain(duties).chain(norms).chain(tables).chain(terms) {
        if let Some(why) = contradiction(law, fiducia, norma) {
            wrong += &format!("{name}, {fiducia:?} ({}): {why}\n", norma.join("; "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_citation_says_how_its_place_is_known() {
    let law = Law::embedded();
    let known = |citation: &str| law.cite(citation, None).lettura;
    let state = |citation: &str| known(citation).map(|lettura| lettura.stato);
    for (citation, stato) in [
        ("dm-132-2022 art. 5, c. 2", Some(Stato::Letto)),
        ("dm-132-2022 art. 3, c. 1, lett. c), n. 5", Some(Stato::AMemoria)),
        ("dm-132-2022 art. 4, c. 1, lett. a)", Some(Stato::Letto)),
        ("dm-132-2022 art. 4, c. 1, lett. c), n. 2", Some(Stato::AMemoria)),
        ("dl-80-2021 art. 6, c. 2, lett. d)", Some(Stato::Letto)),
        ("dl-80-2021 art. 6, c. 7-ter", Some(Stato::Citato)),
        ("pna-2025", Some(Stato::Citato)),
        ("pna-2025 allegato 1", Some(Stato::AMemoria)),
        ("piano-tipo sottosezione 3.1", Some(Stato::AMemoria)),
        ("integrita", None),
        ("prassi", None),
    ] {
        assert_eq!(state(citation), stato, "{citation}");
    }
    let old = known("dlgs-33-2013 art. 10, c. 3").expect("it has words");
    assert_eq!(old.testo_al.as_deref(), Some("2013"));
    assert!(!old.is_read(), "the words of 2013 have changed");
}

#[test]
fn guidelines_bind_nobody_before_their_first_day() {
    let law = Law::embedded();
    let rules = RULES.iter().map(|rule| (rule.code.as_str(), rule.dal, &rule.norma));
    let duties = law.doveri().map(|(_, d)| (d.regola.as_str(), d.dal, &d.norma));
    for (name, dal, norma) in rules.chain(duties) {
        let acts = || norma.iter().map(|citation| &law.norme[norma::split(citation).0]);
        if acts().any(|act| act.rango > Rango::LineeGuida) {
            continue;
        }
        let first: Option<Vec<_>> = acts().map(|act| act.in_vigore_dal).collect();
        let first = first.and_then(|days| days.into_iter().min());
        assert!(dal >= first, "{name} binds plans that are older than {}", norma.join("; "));
    }
}

#[test]
fn a_plan_is_told_of_no_act_that_came_after_it() {
    let taken = "misure = [\"rotazione_straordinaria\"";
    for (day, cites) in [("2024-01-30", false), ("2026-01-28", true)] {
        let plan = smallest("ordinario").replace("data = 2027-01-28", &format!("data = {day}"));
        assert!(plan.contains(taken));
        let (_, checked) = check_text(&plan.replace(taken, "misure = [\"inconferibilita\""));
        let found = checked.findings.iter().find(|finding| finding.code == "RCT-020");
        let acts: Vec<&str> =
            found.expect("a measure is missing").norma.iter().map(|n| n.chiave.as_str()).collect();
        assert_eq!(acts.contains(&"pna-2025"), cites, "{day}: {acts:?}");
        assert!(acts.contains(&"l-190-2012") && acts.contains(&"pna-2022"), "{day}: {acts:?}");
    }
}

#[test]
fn transparency_weighs_no_more_than_what_the_law_asks_of_it() {
    let law = Law::embedded();
    let weight = |field: &str| {
        let of = law.doveri().find(|(_, dovere)| dovere.campo.to_string() == field);
        of.unwrap_or_else(|| panic!("nothing asks for {field}")).1.severity()
    };
    for (field, severity) in [
        ("obblighi_pubblicazione", Severity::Errore),
        ("obblighi_pubblicazione.termine", Severity::Avviso),
        ("obblighi_pubblicazione.monitoraggio", Severity::Avviso),
        ("rischi_corruttivi.accesso_civico.semplice", Severity::Errore),
        ("rischi_corruttivi.accesso_civico.generalizzato", Severity::Avviso),
        ("rischi_corruttivi.accesso_civico.ufficio", Severity::Avviso),
        ("rischi_corruttivi.accesso_civico.recapito", Severity::Avviso),
        ("rischi_corruttivi.accesso_civico.potere_sostitutivo", Severity::Avviso),
        ("rischi_corruttivi.accesso_civico.registro", Severity::Avviso),
    ] {
        assert_eq!(weight(field), severity, "{field}");
    }
}

#[test]
fn the_smallest_administrations_are_told_of_the_decree_that_says_their_areas() {
    for (regime, area, cites) in [("ordinario", "C", false), ("semplificato", "A", true)] {
        let area = format!("area = \"{area}\"\nunita");
        let plan = smallest(regime);
        assert!(plan.contains(&area), "{regime}: no {area}");
        let (_, checked) = check_text(&plan.replacen(&area, "unita", 1));
        let found = checked.findings.iter().find(|finding| finding.code == "RCT-007");
        let acts = &found.expect("a process has no area").norma;
        assert_eq!(acts.iter().any(|act| act.chiave == "dm-132-2022"), cites, "{regime}");
    }
}

#[test]
fn a_rule_says_how_its_sources_are_known_together() {
    let rules = catalogo::all(Law::embedded());
    for (code, riscontro) in [
        ("RCT-008", Some(Riscontro::Citato)),
        ("SEM-005", Some(Riscontro::Letto)),
        ("RCT-021", Some(Riscontro::InParte)),
        ("TRA-009", Some(Riscontro::InParte)),
        ("RCT-016", Some(Riscontro::AMemoria)),
        ("RCT-018", None),
    ] {
        let found = rules.iter().find(|rule| rule.codice == code).expect("the rule is there");
        assert_eq!(found.riscontro, riscontro, "{code}");
    }
}
