//! Acts as Italian texts name them: `D.Lgs. 33/2013`, `legge 6 novembre 2012, n. 190`.

use std::collections::BTreeSet;

/// What identifies an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Estremi {
    genere: Genere,
    numero: u32,
    anno: u32,
}

/// Kinds of act that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Genere {
    Legge,
    DecretoLegge,
    DecretoLegislativo,
    DecretoPresidente,
    Decreto,
    Circolare,
    Delibera,
}

/// How a kind is written; where two end in one place, the longer is meant.
const GENERI: &[(&str, Genere)] = &[
    ("decreto del presidente della repubblica", Genere::DecretoPresidente),
    ("decreto legislativo", Genere::DecretoLegislativo),
    ("decreto-legge", Genere::DecretoLegge),
    ("decreto legge", Genere::DecretoLegge),
    ("decreto ministeriale", Genere::Decreto),
    ("decreto", Genere::Decreto),
    ("d.lgs.", Genere::DecretoLegislativo),
    ("d. lgs.", Genere::DecretoLegislativo),
    ("dlgs", Genere::DecretoLegislativo),
    ("d.p.r.", Genere::DecretoPresidente),
    ("dpr", Genere::DecretoPresidente),
    ("d.l.", Genere::DecretoLegge),
    ("d.m.", Genere::Decreto),
    ("dm", Genere::Decreto),
    ("legge", Genere::Legge),
    ("l.", Genere::Legge),
    ("circolare", Genere::Circolare),
    ("delibera", Genere::Delibera),
];

/// Bytes before a number in which the kind of its act stands.
const BEFORE: usize = 48;
/// Bytes after a number in which its year may stand: `n. 190 del 6 novembre 2012`.
const AFTER: usize = 24;

/// Every act that a text names with its number and its year.
pub(super) fn all(text: &str) -> BTreeSet<Estremi> {
    let text = text.to_lowercase().replace('\u{a0}', " ");
    let numbers = numbers(&text);
    let mut out = BTreeSet::new();
    for (index, (at, written)) in numbers.iter().enumerate() {
        let Ok(numero) = written.parse() else { continue };
        let start = text.floor_char_boundary(at.saturating_sub(BEFORE));
        let before = &text[start..*at];
        let before = before.rsplit('\n').next().unwrap_or_default();
        let Some((genere, end)) = genere(before) else { continue };
        let after = &text[at + written.len()..];
        let is_numbered = before.trim_end().ends_with("n.");
        let anno = match numbers.get(index + 1) {
            // 33/2013
            Some((_, year))
                if after.strip_prefix('/').is_some_and(|rest| rest.starts_with(year)) =>
            {
                anno(year)
            }
            // 14 marzo 2013, n. 33
            _ if is_numbered && years(&before[end..]).is_some() => years(&before[end..]),
            // n. 33 del 14 marzo 2013
            _ => {
                let after = &after[..after.floor_char_boundary(AFTER)];
                after.trim_start().strip_prefix("del ").and_then(years)
            }
        };
        out.extend(anno.map(|anno| Estremi { genere, numero, anno }));
    }
    out
}

/// Whether a text has a short name, whole.
pub(super) fn names(text: &str, sigla: &str) -> bool {
    text.match_indices(sigla).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + sigla.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}

/// The kind of act that is named last, and where its name ends.
fn genere(before: &str) -> Option<(Genere, usize)> {
    let found = GENERI.iter().filter_map(|(written, genere)| {
        let whole = |at: &usize| {
            let touches = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
            !before[..*at].ends_with(touches)
                && !before[at + written.len()..].starts_with(char::is_alphanumeric)
        };
        let at = before.match_indices(written).map(|(at, _)| at).filter(whole).last()?;
        Some((at + written.len(), written.len(), *genere))
    });
    found.max_by_key(|(end, length, _)| (*end, *length)).map(|(end, _, genere)| (genere, end))
}

/// The first year of a text.
fn years(text: &str) -> Option<u32> {
    numbers(text).into_iter().find_map(|(_, written)| anno(written))
}

fn anno(written: &str) -> Option<u32> {
    let year = written.parse().ok().filter(|_| written.len() == 4)?;
    (1900..2100).contains(&year).then_some(year)
}

/// The numbers of a text, with their places.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        match runs.last_mut() {
            Some((_, end)) if *end == at => *end += 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs.into_iter().map(|(start, end)| (start, &text[start..end])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Vec<(Genere, u32, u32)> {
        all(text).into_iter().map(|act| (act.genere, act.numero, act.anno)).collect()
    }

    #[test]
    fn an_act_is_known_in_each_way_in_which_it_is_named() {
        let wanted = vec![(Genere::DecretoLegislativo, 33, 2013)];
        for text in [
            "il D.Lgs. 33/2013",
            "il d.lgs. n. 33/2013, art. 10",
            "il decreto legislativo 14 marzo 2013, n. 33",
            "del decreto legislativo 14\u{a0}marzo\u{a0}2013, n.\u{a0}33, e successive",
            "il decreto legislativo n. 33 del 2013",
            "dal decreto legislativo n. 33 del 14 marzo 2013.",
        ] {
            assert_eq!(one(text), wanted, "{text}");
        }
        assert_eq!(one("la L. 190/2012"), [(Genere::Legge, 190, 2012)]);
        assert_eq!(one("legge 6 novembre 2012, n. 190"), [(Genere::Legge, 190, 2012)]);
        assert_eq!(one("decreto-legge 80/2021"), [(Genere::DecretoLegge, 80, 2021)]);
        assert_eq!(one("D.L. 80/2021"), [(Genere::DecretoLegge, 80, 2021)]);
        assert_eq!(one("D.P.R. n. 81/2022"), [(Genere::DecretoPresidente, 81, 2022)]);
    }

    #[test]
    fn what_is_no_act_is_not_taken_for_one() {
        for text in [
            "33 posti nel 2013",
            "nel 2013",
            "la legge del 2012 sui 190 comuni",
            "dal decreto\n33/2013",
            "pari a 33/2013",
        ] {
            assert_eq!(one(text), [], "{text}");
        }
    }

    #[test]
    fn a_short_name_is_found_whole() {
        assert!(names("secondo il TUEL, art. 170", "TUEL"));
        assert!(!names("secondo STUELLO", "TUEL") && !names("il PNA 20221", "PNA 2022"));
    }
}
