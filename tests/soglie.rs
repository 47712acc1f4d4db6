//! Thresholds of hiring capacity: whom they bind, and how much they allow.

use piao::law::Law;

#[test]
fn kinds_of_administration_have_thresholds_when_their_capacity_is_measured_on_them() {
    let law = Law::embedded();
    for ente in law.enti.values() {
        let asked = ente.proprieta.iter().any(|p| p == "capacita_per_soglia");
        assert_eq!(asked, !ente.soglie.is_empty(), "{}: «{}»", ente.chiave, ente.soglie);
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
