//! From the list of the rules to the rules: module, page and function come of one line each.

use std::sync::LazyLock;

use super::page::Page;
use super::rule::Rule;

/// Every rule, by code.
///
/// # Panics
///
/// At the first use, when a page of the list is wrong: the tests read them before any release.
pub static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules: Vec<Rule> = super::PAGES.iter().map(Page::read).collect();
    rules.sort_by(|a, b| a.code.cmp(&b.code));
    rules
});

/// Makes modules and pages of a list of areas, each with the names of its rules.
///
/// A name alone has a `.rs` with its `check` beside the page; `name: pagina` has the page only,
/// which says who carries the rule out; `name => path` shares the check of another rule.
macro_rules! list {
    ($($(#[$doc:meta])* $area:ident {
        $($stem:ident $(: $page:ident)? $(=> $check:path)?,)*
    })*) => {
        $($(#[$doc])* mod $area {
            $($crate::rules::registry::list!(@module $stem $(: $page)? $(=> $check)?);)*
        })*

        /// The page of every rule, with its check.
        static PAGES: &[$crate::rules::page::Page] = &[$($($crate::rules::page::Page {
            stem: stringify!($stem),
            head: $crate::rules::registry::list!(@written $area $stem ".json"),
            text: $crate::rules::registry::list!(@written $area $stem ".md"),
            check: $crate::rules::registry::list!(@check $area $stem $(: $page)? $(=> $check)?),
        },)*)*];
    };
    (@module $stem:ident) => { pub(super) mod $stem; };
    (@module $stem:ident : pagina) => {};
    (@module $stem:ident => $check:path) => {};
    (@written $area:ident $stem:ident $extension:literal) => {
        include_str!(concat!(
            env!("OUT_DIR"), "/rules/", stringify!($area), "/", stringify!($stem), $extension,
        ))
    };
    (@check $area:ident $stem:ident) => { Some($area::$stem::check) };
    (@check $area:ident $stem:ident : pagina) => { None };
    (@check $area:ident $stem:ident => $check:path) => { Some($check) };
}

pub(super) use list;
