//! Figures and words as findings print them, in Italian.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::cifre::{self, number};
pub(super) use crate::cifre::{del_giorno, il_giorno};

/// `31 gennaio 2027`.
pub(super) fn giorno(data: Date) -> String {
    cifre::giorno(data, ' ')
}

/// `del 20 %`, `dell’8 %`.
pub(super) fn del_percento(value: Decimal) -> String {
    let text = numero(value);
    let whole = text.split(',').next().unwrap_or_default();
    let article = if whole.starts_with('8') || whole == "11" { "dell’" } else { "del " };
    format!("{article}{text} %")
}

/// `1.234,5`.
pub(super) fn numero(value: impl Into<Decimal>) -> String {
    number(value.into(), 0)
}

/// `80.000 euro`, `1.234,50 euro`: cents only when there are any.
pub(super) fn euro(value: Decimal) -> String {
    let rounded = value.round_dp(2).normalize();
    let decimals = if rounded.scale() == 0 { 0 } else { 2 };
    format!("{} euro", number(rounded, decimals))
}

/// `1 giorno`, `12 giorni`.
pub(super) fn conta(count: i64, uno: &str, molti: &str) -> String {
    format!("{} {}", numero(count), if count == 1 { uno } else { molti })
}

/// `a`, `a e b`, `a, b e c`.
pub(super) fn elenco<T: AsRef<str>>(items: &[T], last: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// `manca la fonte`, `mancano la formula e la fonte`.
pub(super) fn manca<T: AsRef<str>>(items: &[T]) -> String {
    let verb = if items.len() == 1 { "manca" } else { "mancano" };
    format!("{verb} {}", elenco(items, "e"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn figures_are_italian() {
        assert_eq!(numero(1_234_567), "1.234.567");
        assert_eq!(numero(Decimal::new(-12_345, 1)), "−1.234,5");
        assert_eq!(euro(Decimal::new(1_234_500, 3)), "1.234,50 euro");
        assert_eq!(euro(Decimal::new(1_234_567, 3)), "1.234,57 euro");
        assert_eq!(euro(Decimal::from(80_000)), "80.000 euro");
        assert_eq!(conta(1, "giorno", "giorni"), "1 giorno");
    }

    #[test]
    fn percentages_take_their_article() {
        assert_eq!(del_percento(Decimal::from(20)), "del 20 %");
        assert_eq!(del_percento(Decimal::new(85, 1)), "dell’8,5 %");
        assert_eq!(del_percento(Decimal::from(11)), "dell’11 %");
        assert_eq!(del_percento(Decimal::from(80)), "dell’80 %");
        assert_eq!(del_percento(Decimal::from(110)), "del 110 %");
    }

    #[test]
    fn days_take_their_article() {
        assert_eq!(del_giorno(date(2027, 3, 8)), "dell’8 marzo 2027");
        assert_eq!(il_giorno(date(2027, 1, 1)), "il 1º gennaio 2027");
    }

    #[test]
    fn lists_are_joined_as_in_speech() {
        assert_eq!(elenco(&["a", "b", "c"], "o"), "a, b o c");
        assert_eq!(manca(&["la fonte"]), "manca la fonte");
    }
}
