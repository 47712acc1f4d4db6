//! `plan/`: what a jurist writes there holds together.

use std::collections::BTreeSet;

use piao::diag::Severity;
use piao::law::{Base, Campo, Law};
use piao::norma::{self, Fiducia, Rango};

use crate::support::{repo, tree};

/// The heaviest finding that a rank and a confidence may back.
pub fn heaviest(rank: Rango, fiducia: Fiducia) -> Severity {
    rank.heaviest().min(fiducia.heaviest())
}

fn all_fields(law: &Law) -> impl Iterator<Item = &Campo> {
    let own = law.sottosezioni.iter().flat_map(|s| &s.campo);
    own.chain(law.record.values().flat_map(|record| &record.campi))
}

#[test]
fn every_citation_names_a_registered_act() {
    let law = Law::embedded();
    let fields = law.sottosezioni.iter().flat_map(|s| s.campo.iter().flat_map(|c| &c.norma));
    let own = law.sottosezioni.iter().flat_map(|s| &s.norma);
    let duties = law.doveri().flat_map(|(_, dovere)| &dovere.norma);
    let enti = law.enti.values().flat_map(|ente| &ente.adozione.norma);
    let calendar =
        law.calendario.generale.norma.iter().chain(&law.calendario.dopo_il_bilancio.norma);
    let gone = law.abrogate.iter().flat_map(|norma| &norma.fonte);
    let tables = law.soglie.values().flat_map(|s| std::iter::once(&s.soglia).chain(&s.rientro));
    let tables = tables.flat_map(|tabella| &tabella.norma);
    let all = fields.chain(own).chain(duties).chain(enti).chain(calendar);
    for citation in all.chain(gone).chain(tables) {
        let (key, _) = norma::split(citation);
        assert!(law.norme.contains_key(key), "«{citation}» cites an unregistered act");
    }
}

#[test]
fn every_duty_asks_for_a_field_that_exists_and_weighs_no_more_than_its_source() {
    let law = Law::embedded();
    for (_, dovere) in law.doveri() {
        let ranks = dovere.norma.iter().map(|citation| law.norme[norma::split(citation).0].rango);
        let rank = ranks.max().unwrap_or_else(|| panic!("{} cites nothing", dovere.regola));
        let severity = piao::catalogo::severity(dovere);
        assert!(severity <= heaviest(rank, dovere.fiducia), "{} weighs too much", dovere.regola);
    }
}

#[test]
fn a_law_that_leads_nowhere_says_so() {
    let files = |change: &dyn Fn(&str, String) -> String| {
        let read = |(name, bytes): (String, Vec<u8>)| {
            let text = String::from_utf8(bytes).expect("plan/ is text");
            let text = change(&name, text);
            (name, text)
        };
        let files: Vec<_> = tree(&repo("plan")).into_iter().map(read).collect();
        Law::read(files)
    };
    assert!(files(&|_, text| text).is_ok());
    let wider = files(&|name, text| {
        match name {
        "2.2-performance.toml" => text.replacen(
            "[record.atto]\nnome = \"Atto\"\ncampi = [",
            "[record.atto]\nnome = \"Atto\"\ncampi = [\n  { chiave = \"registro\", forma = \"riga\", etichetta = \"Registro\" },",
            1,
        ),
        _ => text,
    }
    });
    assert!(wider.expect("a law may add").record["atto"].campo("registro").is_some());
    for (from, to) in [
        ("forma = \"baseline\"", "forma = \"nessuna\""),
        ("scelta da polarita", "scelta da nulla"),
        ("riferimento a unita", "riferimento a nessuno"),
        ("campo = \"obiettivi_performance.", "campo = \"obiettivi_inesistenti."),
        ("fiducia = \"alta\"", "fiducia = \"altissima\""),
        ("chiave = \"scadenza\", forma = \"data\"", "chiave = \"scadenza\", forma = \"riga\""),
        ("chiave = \"smvp\"", "chiave = \"sistema\""),
    ] {
        let law = files(&|name, text| match name {
            "2.2-performance.toml" => text.replacen(from, to, 1),
            _ => text,
        });
        assert!(law.is_err(), "«{to}» leads somewhere");
    }
}

#[test]
fn every_field_that_names_a_rule_names_one_that_stands_on_the_same_acts() {
    let law = Law::embedded();
    for campo in all_fields(law) {
        let Some(regola) = &campo.regola else { continue };
        let rule = piao::rules::RULES.iter().find(|rule| rule.code == *regola);
        let rule = rule.unwrap_or_else(|| panic!("«{}»: no rule {regola}", campo.chiave));
        for fonte in campo.fonti() {
            assert!(
                rule.norma.iter().any(|own| own == fonte),
                "{regola} does not stand on «{fonte}»"
            );
        }
        let is_choice = matches!(campo.forma.base, Base::Scelta(_));
        assert!(is_choice || campo.chiave == "id", "«{}» can break no {regola}", campo.chiave);
    }
}

#[test]
fn closed_lists_have_no_repetition_and_a_source() {
    let law = Law::embedded();
    for (name, list) in &law.vocabolari {
        assert!(!list.fonte.is_empty(), "{name} has no source");
        let keys: BTreeSet<&str> = list.voci.iter().map(|voce| voce.chiave.as_str()).collect();
        assert_eq!(keys.len(), list.voci.len(), "{name} repeats a key");
    }
    for voce in &law.vocabolari["programmi"].voci {
        let missione = voce.missione.as_deref().unwrap_or_default();
        assert!(law.vocabolari["missioni"].get(missione).is_some(), "{}: no mission", voce.chiave);
    }
}

#[test]
fn kinds_of_administration_use_the_closed_lists() {
    let law = Law::embedded();
    for ente in law.enti.values() {
        for organo in &ente.adozione.organi {
            assert!(law.vocabolari["organi"].get(organo).is_some(), "{}: {organo}", ente.chiave);
        }
        for atto in &ente.adozione.atti {
            assert!(law.vocabolari["atti"].get(atto).is_some(), "{}: {atto}", ente.chiave);
        }
    }
}

#[test]
fn kinds_of_administration_name_a_sector_and_thresholds_that_exist() {
    let law = Law::embedded();
    for ente in law.enti.values() {
        let comparto = law.vocabolari["comparti"].get(&ente.comparto);
        assert!(comparto.is_some(), "{}: no sector «{}»", ente.chiave, ente.comparto);
        let named = law.soglie.contains_key(&ente.soglie);
        let asked = ente.proprieta.iter().any(|p| p == "capacita_per_soglia");
        assert_eq!(asked, named, "{}: thresholds «{}»", ente.chiave, ente.soglie);
    }
    for voce in &law.vocabolari["aree_contratto"].voci {
        for comparto in &voce.comparti {
            assert!(law.vocabolari["comparti"].get(comparto).is_some(), "{}", voce.chiave);
        }
    }
}

#[test]
fn bands_of_population_follow_one_another_and_leave_nobody_out() {
    let law = Law::embedded();
    for (name, soglie) in &law.soglie {
        for tabella in std::iter::once(&soglie.soglia).chain(&soglie.rientro) {
            let ends: Vec<i64> =
                tabella.fasce.iter().map(|f| f.fino_a.unwrap_or(i64::MAX)).collect();
            assert!(ends.is_sorted_by(|a, b| a < b), "{name}: bands are not in order");
            assert_eq!(ends.last(), Some(&i64::MAX), "{name}: the last band has an end");
        }
    }
    let provincia = &law.soglie["province"].soglia;
    for (people, percent) in [(249_999, "20.8"), (250_000, "19.1"), (700_000, "13.9")] {
        assert_eq!(provincia.valore(people).map(|v| v.to_string()).as_deref(), Some(percent));
    }
}

#[test]
fn a_kind_that_we_are_not_sure_of_weighs_no_more_than_a_warning() {
    let law = Law::embedded();
    let plan = "[anagrafica]\ndenominazione = \"Ente\"\ntipologia = \"libero_consorzio\"\n\
                [piao.adozione]\norgano = \"giunta_comunale\"\n";
    let (_, checked) = crate::support::check_text(plan);
    let kind = &law.enti["libero_consorzio"];
    assert!(kind.adozione.fiducia.is_unsure());
    for code in ["GEN-011", "ANA-008"] {
        let mut found = checked.findings.iter().filter(|f| f.code == code);
        assert!(
            found.any(|f| f.severity == Severity::Avviso && f.unsure),
            "{code} weighs too much"
        );
    }
}

#[test]
fn every_content_item_of_the_dossier_has_a_field() {
    let law = Law::embedded();
    let have: BTreeSet<&str> = law
        .sottosezioni
        .iter()
        .flat_map(|s| &s.campo)
        .flat_map(|c| &c.contenuto)
        .map(String::as_str)
        .collect();
    let wanted = [
        ("C0", 7),
        ("C1", 13),
        ("C21", 12),
        ("C22", 17),
        ("C31", 8),
        ("C32", 11),
        ("C331", 3),
        ("C332", 6),
        ("C333", 1),
        ("C334", 4),
        ("C335", 7),
        ("C4", 9),
    ];
    for (area, count) in wanted {
        for number in 1..=count {
            let item = format!("{area}-{number}");
            assert!(have.contains(item.as_str()), "no field carries {item}");
        }
    }
    for number in 0..=13 {
        let item = format!("C23-{number}");
        assert!(have.contains(item.as_str()), "no field carries {item}");
    }
}

#[test]
fn nobody_works_on_a_holiday() {
    let law = Law::embedded();
    let festa = |day: &str| law.calendario.festa(day.parse().expect("a day"));
    assert_eq!(festa("2027-01-31"), Some("domenica"));
    assert_eq!(festa("2027-03-29"), Some("lunedì dell’Angelo"));
    assert_eq!(festa("2028-04-17"), Some("lunedì dell’Angelo"));
    assert_eq!(festa("2027-10-04"), Some("San Francesco"));
    assert_eq!(festa("2026-10-04"), Some("San Francesco"), "the first, on a Sunday");
    assert_eq!(festa("2025-10-04"), None, "a Saturday, a year too early");
    assert_eq!(festa("2027-02-01"), None);
}
