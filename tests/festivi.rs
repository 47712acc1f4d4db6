//! The days on which nobody works.

use piao::law::Law;

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
