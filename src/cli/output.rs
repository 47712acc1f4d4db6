//! Where words go: results on standard output, everything else on standard error.

use std::io::{self, IsTerminal, Write};

use super::args::{Color, Format};
use crate::diag::{Finding, json, short, terminal};
use crate::source::{self, Source};
use crate::write::WriteError;

/// Writes results and remarks in the way the user asked for.
pub(super) struct Console {
    pub(super) format: Format,
    color: Color,
}

impl Console {
    pub(super) fn new(format: Format, color: Color) -> Self {
        Self { format, color }
    }

    /// A line of results.
    pub(super) fn line(text: &str) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{text}")
    }

    /// A remark, or the reason of a failure.
    pub(super) fn error(text: &str) {
        // Standard error that cannot be written leaves nobody to tell.
        _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Why files were not written, and where those that stood in their place are.
    pub(super) fn unwritten(error: &WriteError) {
        let cause = source::io_message(&error.cause);
        Self::error(&format!("errore: non riesco a scrivere {}: {cause}", error.path.display()));
        if let Some(kept) = &error.kept {
            Self::error(&format!("quello che c’era prima è intero in {}", kept.display()));
        }
    }

    /// Says what is being done, to a person at a terminal.
    pub(super) fn progress(&self, text: &str) {
        if self.format == Format::Human && io::stderr().is_terminal() {
            _ = write!(io::stderr().lock(), "\r\x1b[2K{text}");
            _ = io::stderr().flush();
        }
    }

    /// Clears what [`Console::progress`] said.
    pub(super) fn done(&self) {
        self.progress("");
    }

    /// A finding: a result for `check`, a remark for the commands that make something else.
    pub(super) fn finding(
        &self,
        finding: &Finding,
        source: &Source,
        result: bool,
    ) -> io::Result<()> {
        let text = match self.format {
            Format::Human => terminal::draw(finding, source, self.is_colored(result)) + "\n",
            Format::Short | Format::Sarif => short::line(finding, source),
            Format::Json => json::line(finding, source),
        };
        if result || self.format == Format::Json {
            Self::line(&text)
        } else {
            Self::error(&text);
            Ok(())
        }
    }

    fn is_colored(&self, result: bool) -> bool {
        let terminal = if result { io::stdout().is_terminal() } else { io::stderr().is_terminal() };
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !no_color(),
        }
    }
}

/// Whether the user asked every program for no colours.
fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether nobody is reading any more, as when `head` has had enough.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
