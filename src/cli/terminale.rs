//! What a terminal can show: colours, and how many letters on a line.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};

use terminal_size::{Width, terminal_size_of};

use super::args::Color;

/// Longest line that is still easy to read.
const LONGEST: usize = 100;
/// The width of a terminal that does not say its own.
const USUAL: usize = 80;
/// Shortest line worth breaking a text for.
const SHORTEST: usize = 40;

/// A stream of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output: results.
    Out,
    /// Standard error: everything else.
    Err,
}

impl Stream {
    /// Letters on a line, when a terminal reads the stream.
    pub(super) fn width(self) -> Option<usize> {
        let (is_terminal, size) = match self {
            Self::Out => (io::stdout().is_terminal(), terminal_size_of(io::stdout())),
            Self::Err => (io::stderr().is_terminal(), terminal_size_of(io::stderr())),
        };
        let width = size.map_or(USUAL, |(Width(width), _)| usize::from(width));
        is_terminal.then(|| width.clamp(SHORTEST, LONGEST))
    }
}

/// Whether to use colours: what the command says, else what the environment asks of every program,
/// else whether a terminal that knows colours is reading.
pub(super) fn is_colored(asked: Color, is_terminal: bool) -> bool {
    chosen(asked, is_terminal, |name| env::var_os(name))
}

/// Whether the terminal can go back on a line that it has shown.
pub(super) fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn chosen(asked: Color, is_terminal: bool, var: impl Fn(&str) -> Option<OsString>) -> bool {
    match asked {
        Color::Always => return true,
        Color::Never => return false,
        Color::Auto => {}
    }
    let said = |name: &str| var(name).is_some_and(|value| !value.is_empty());
    let forced = |name: &str| said(name) && var(name).is_some_and(|value| value != "0");
    if said("NO_COLOR") {
        return false;
    }
    if forced("FORCE_COLOR") || forced("CLICOLOR_FORCE") {
        return true;
    }
    let is_off = |name: &str| var(name).is_some_and(|value| value == "0");
    let is_dumb = var("TERM").is_some_and(|term| term == "dumb");
    is_terminal && !is_dumb && !is_off("CLICOLOR") && !is_off("FORCE_COLOR")
}

#[cfg(test)]
mod tests {
    use super::{Color, chosen};

    fn with(asked: Color, is_terminal: bool, vars: &[(&str, &str)]) -> bool {
        chosen(asked, is_terminal, |name| {
            vars.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).into())
        })
    }

    #[test]
    fn the_command_line_wins_then_the_environment_then_the_terminal() {
        let auto = |is_terminal, vars: &[(&str, &str)]| with(Color::Auto, is_terminal, vars);
        assert!(auto(true, &[]) && !auto(false, &[]));
        assert!(auto(true, &[("NO_COLOR", "")]) && !auto(true, &[("NO_COLOR", "1")]));
        assert!(with(Color::Always, false, &[("NO_COLOR", "1")]));
        assert!(!with(Color::Never, true, &[("FORCE_COLOR", "1")]));
        for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
            assert!(auto(false, &[(name, "1")]), "{name}");
            assert!(!auto(false, &[(name, "0")]) && !auto(false, &[(name, "")]), "{name}");
            assert!(!auto(false, &[(name, "1"), ("NO_COLOR", "1")]), "{name}");
        }
        assert!(!auto(true, &[("FORCE_COLOR", "0")]) && !auto(true, &[("CLICOLOR", "0")]));
        assert!(!auto(true, &[("TERM", "dumb")]) && auto(true, &[("TERM", "xterm")]));
        assert!(auto(true, &[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")]));
    }
}
