//! The examples are plans: what the check says of each.

use piao::diag::Severity;
use piao::law::Law;

use crate::support::{CORPI, codes, example};

#[test]
fn the_complete_examples_have_no_finding() {
    for name in ["provincia-di-esempio", "comune-piccolo"] {
        let plan = example(name);
        let checked = plan.check(Law::embedded());
        assert_eq!(codes(&checked), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn other_bodies_set_rules_aside_and_lack_nothing() {
    for name in CORPI {
        let plan = example(name);
        let checked = plan.check(Law::embedded());
        let aside = |finding: &&piao::diag::Finding| finding.deroga.is_some();
        let (aside, others): (Vec<_>, Vec<_>) = checked.findings.iter().partition(aside);
        assert!(others.is_empty(), "{name}: {}", others[0].message);
        assert!(!aside.is_empty(), "{name} sets no rule aside");
    }
}

#[test]
fn the_real_example_lists_what_it_lacks_each_with_its_article() {
    let plan = example("provincia-di-lucca");
    let checked = plan.check(Law::embedded());
    assert!(checked.is_stopped() && !checked.is_unreadable());
    for finding in &checked.findings {
        assert!(!finding.norma.is_empty(), "{}: {}", finding.code, finding.message);
    }
    let errors = checked.findings.iter().filter(|f| f.severity == Severity::Errore).count();
    assert!(errors > 30, "only {errors} errors");
}

#[test]
fn the_province_has_the_size_of_a_real_plan() {
    let plan = example("provincia-di-esempio");
    let piano = plan.check(Law::embedded()).piano;
    let with_phases = piano.obiettivi_performance.iter().filter(|o| o.fasi.len() > 1).count();
    for (what, count, least) in [
        ("strategies", piano.strategie().count(), 14),
        ("objectives with phases", with_phases, 40),
        ("processes", piano.processi.len(), 60),
        ("events", piano.eventi_rischiosi().count(), 90),
        ("measures", piano.misure.len(), 100),
        ("publications", piano.obblighi_pubblicazione.len(), 150),
        ("units", piano.unita.len(), 25),
        ("courses", piano.interventi_formativi.len(), 30),
        ("results of the year before", piano.obiettivi_precedenti.len(), 20),
    ] {
        assert!(count >= least, "{count} {what}, not {least}");
    }
}
