//! Words of other languages in a text: said to be such, so that they are read aloud as they are
//! pronounced. Words that Italian has made its own are left alone.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, Match, MatchKind};

use super::document::{Parte, Tratto};
use super::visita::{NodoMut, visit_mut};

/// The words, by language.
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "accountability",
            "assessment",
            "audit",
            "back office",
            "baseline",
            "benchmarking",
            "bottom-up",
            "change management",
            "compliance",
            "coworking",
            "customer satisfaction",
            "cyber security",
            "cybersecurity",
            "data governance",
            "digital first",
            "digital workplace",
            "disaster recovery",
            "e-government",
            "e-learning",
            "empowerment",
            "feedback",
            "follow-up",
            "front office",
            "governance",
            "green procurement",
            "help desk",
            "internal audit",
            "know-how",
            "lifelong learning",
            "management",
            "mentoring",
            "milestone",
            "once only",
            "open data",
            "outcome",
            "output",
            "peer review",
            "performance management",
            "policy",
            "privacy by design",
            "project management",
            "public procurement",
            "reskilling",
            "risk assessment",
            "risk management",
            "smart working",
            "soft skills",
            "spending review",
            "stakeholder",
            "stakeholders",
            "top-down",
            "turnover",
            "upskilling",
            "webinar",
            "welfare",
            "whistleblower",
            "whistleblowing",
            "workflow",
            "workshop",
        ],
    ),
    ("fr", &["équipe", "pantouflage"]),
    (
        "la",
        &[
            "ad hoc",
            "ad interim",
            "de facto",
            "ex ante",
            "ex lege",
            "ex novo",
            "ex post",
            "in itinere",
            "mutatis mutandis",
            "pro capite",
            "pro rata",
            "una tantum",
        ],
    ),
];

static FINDER: LazyLock<(AhoCorasick, Vec<&str>)> = LazyLock::new(|| {
    let all = WORDS.iter().flat_map(|(lingua, words)| words.iter().map(move |w| (*lingua, *w)));
    let (lingue, words): (Vec<&str>, Vec<&str>) = all.unzip();
    let finder = AhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(words);
    (finder.expect("a few words"), lingue)
});

/// Marks the foreign words of some parts.
pub(super) fn mark(parti: &mut [Parte]) {
    visit_mut(parti, &mut mark_one);
}

fn mark_one(nodo: NodoMut<'_>) {
    let NodoMut::Tratti(tratti) = nodo else { return };
    let foreign = |tratto: &Tratto| match tratto {
        Tratto::Testo { testo } => found(testo).next().is_some(),
        _ => false,
    };
    if tratti.iter().any(foreign) {
        for tratto in std::mem::take(tratti) {
            match tratto {
                Tratto::Testo { testo } => split(&testo, tratti),
                other => tratti.push(other),
            }
        }
    }
}

/// The whole words that are foreign, each with its language.
fn found(text: &str) -> impl Iterator<Item = (Match, &'static str)> {
    let (finder, lingue) = &*FINDER;
    let is_whole = |found: &Match| {
        let before = text[..found.start()].chars().next_back();
        let after = text[found.end()..].chars().next();
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '@' | '/' | '.');
        !before.is_some_and(joins) && !after.is_some_and(|c| c != '.' && joins(c))
    };
    finder.find_iter(text).filter(is_whole).map(|found| (found, lingue[found.pattern()]))
}

fn split(text: &str, out: &mut Vec<Tratto>) {
    let plain = |testo: &str| Tratto::Testo { testo: testo.to_owned() };
    let mut done = 0;
    for (found, lingua) in found(text) {
        if done < found.start() {
            out.push(plain(&text[done..found.start()]));
        }
        out.push(Tratto::Straniero { lingua, testo: text[found.range()].to_owned() });
        done = found.end();
    }
    if done < text.len() {
        out.push(plain(&text[done..]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(text: &str) -> Vec<(&str, &str)> {
        found(text).map(|(found, lingua)| (&text[found.range()], lingua)).collect()
    }

    #[test]
    fn whole_words_of_other_languages_are_known() {
        let text = "Il whistleblowing e gli Stakeholder, una tantum.";
        let known = [("whistleblowing", "en"), ("Stakeholder", "en"), ("una tantum", "la")];
        assert_eq!(languages(text), known);
        assert_eq!(languages("I budgettari, x@audit.it, output-2, computer"), []);
        assert_eq!(languages("risk management"), [("risk management", "en")]);
    }

    #[test]
    fn a_text_is_divided_and_nothing_of_it_is_lost() {
        let mut out = Vec::new();
        split("Un audit ex post", &mut out);
        assert_eq!(crate::view::markdown::plain(&out), "Un audit ex post");
        assert_eq!(out.len(), 4);
    }
}
