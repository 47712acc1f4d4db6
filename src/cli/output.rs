//! Where words go: results on standard output, everything else on standard error. In JSON all of
//! them are one stream, on standard output.

use std::io::{self, IsTerminal, Write};

use super::args::{Color, Common, Format};
use super::exit;
use super::flusso::{self, Avviso, Errore, Evento};
use super::pagina;
use super::terminale::{self, Stream};
use crate::cause::Cause;
use crate::diag::righe::wrap;
use crate::diag::{json, short, terminal};
use crate::source::{self, Source};
use crate::write::WriteError;

/// Writes results and remarks in the way the user asked for.
pub(super) struct Console {
    pub(super) format: Format,
    color: Color,
    quiet: bool,
}

impl Console {
    pub(super) fn new(common: &Common) -> Self {
        Self { format: common.format, color: common.color, quiet: common.quiet }
    }

    /// Writes nothing but errors, as the format asks.
    pub(super) fn bare(format: Format) -> Self {
        Self { format, color: Color::Auto, quiet: true }
    }

    /// A line of results.
    pub(super) fn line(text: &str) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{text}")
    }

    /// Results in words, in lines that fit the terminal.
    pub(super) fn text(&self, text: &str) -> io::Result<()> {
        match self.page_width() {
            Some(width) => Self::line(&wrap(text, width, 0).join("\n")),
            None => Self::line(text),
        }
    }

    /// Results in words after a head, below which they do not go.
    pub(super) fn hanging(&self, head: &str, text: &str) -> io::Result<()> {
        let inside = head.chars().count();
        match self.page_width() {
            Some(width) => {
                let lines = wrap(text, width.saturating_sub(inside), 0);
                Self::line(&format!("{head}{}", lines.join(&format!("\n{:inside$}", ""))))
            }
            None => Self::line(&format!("{head}{text}")),
        }
    }

    /// Results in Markdown: drawn at a terminal, as they are elsewhere.
    pub(super) fn page(&self, text: &str) -> io::Result<()> {
        match self.page_width() {
            Some(width) => Self::line(&pagina::render(text, width, self.is_colored())),
            None => Self::line(text),
        }
    }

    /// Letters on a line of results, when a person reads them at a terminal.
    fn page_width(&self) -> Option<usize> {
        Stream::Out.width().filter(|_| self.format == Format::Human)
    }

    /// A line of the stream that programs read.
    pub(super) fn event(evento: Evento<'_>) -> io::Result<()> {
        Self::line(&flusso::line(evento)?)
    }

    /// Words for whoever reads the terminal, as they are.
    pub(super) fn error(text: &str) {
        // Standard error that cannot be written leaves nobody to tell.
        _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Why something goes no further, and what to do; gives back its exit code.
    pub(super) fn fail(
        &self,
        piano: Option<&str>,
        esito: u8,
        message: &str,
        helps: &[String],
    ) -> u8 {
        if self.format == Format::Json {
            let errore = Errore { piano, esito, messaggio: message, aiuti: helps };
            let lost = Self::event(Evento::Errore(errore)).err();
            // Whoever reads no more is told nothing; where nothing can be written, standard error is left.
            if lost.is_none_or(|error| error.kind() == io::ErrorKind::BrokenPipe) {
                return esito;
            }
        }
        say(&format!("errore: {message}"));
        for help in helps {
            say(help);
        }
        esito
    }

    /// Something worth knowing, that stops nothing.
    pub(super) fn remark(&self, piano: Option<&str>, message: &str) -> io::Result<()> {
        if self.format == Format::Json {
            return Self::event(Evento::Avviso(Avviso { piano, messaggio: message }));
        }
        if !self.quiet {
            say(message);
        }
        Ok(())
    }

    /// Words that sum up, or say what to do next: those that `--quiet` leaves out.
    pub(super) fn closing(&self, text: &str) {
        if !self.quiet {
            say(text);
        }
    }

    /// Why files were not written, and where those that stood in their place are.
    pub(super) fn unwritten(&self, piano: Option<&str>, error: &WriteError) -> u8 {
        let cause = source::io_message(&error.cause);
        let message = format!("non riesco a scrivere {}: {cause}", error.path.display());
        let kept = error.kept.iter();
        let kept =
            kept.map(|kept| format!("quello che c’era prima è intero in {}", kept.display()));
        self.fail(piano, exit::DISK, &message, &kept.collect::<Vec<_>>())
    }

    /// Says what is being done, to a person at a terminal.
    pub(super) fn progress(&self, text: &str) {
        let is_read = self.format == Format::Human && !self.quiet && io::stderr().is_terminal();
        if is_read && !terminale::is_dumb() {
            _ = write!(io::stderr().lock(), "\r\x1b[2K{text}");
            _ = io::stderr().flush();
        }
    }

    /// Clears what [`Console::progress`] said.
    pub(super) fn done(&self) {
        self.progress("");
    }

    /// Findings.
    pub(super) fn findings(&self, causes: &[Cause], source: &Source) -> io::Result<()> {
        if self.format == Format::Human {
            let told: Vec<_> =
                causes.iter().map(|cause| (&cause.finding, cause.instances.as_slice())).collect();
            let text = terminal::draw(&told, source, self.is_colored(), Stream::Out.width());
            return if text.is_empty() { Ok(()) } else { Self::line(&text) };
        }
        for Cause { finding, instances } in causes {
            if self.format == Format::Json {
                Self::event(Evento::Rilievo(json::line(finding, instances, source)))?;
            } else {
                Self::line(&short::line(finding, source))?;
            }
        }
        Ok(())
    }

    /// Whether results are in colours.
    pub(super) fn is_colored(&self) -> bool {
        terminale::is_colored(self.color, io::stdout().is_terminal())
    }

    /// Whether sums and tables are for a person who wants them.
    pub(super) fn is_told(&self) -> bool {
        self.format == Format::Human && !self.quiet
    }
}

/// Words on standard error, in lines that fit its terminal.
fn say(text: &str) {
    match Stream::Err.width() {
        Some(width) => Console::error(&wrap(text, width, 0).join("\n")),
        None => Console::error(text),
    }
}

/// Whether nobody is reading any more, as when `head` has had enough.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    cause(error).is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// What the system said, when it is the system that refused.
pub(super) fn cause(error: &anyhow::Error) -> Option<&io::Error> {
    error.chain().find_map(|cause| cause.downcast_ref())
}
