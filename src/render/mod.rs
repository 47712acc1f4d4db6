//! Turns the document into bytes: it draws what it is given and decides nothing.
//!
//! The look lives in `layouts/`, embedded in the program and open to be overridden file by
//! file; this module only feeds the layouts and names what comes out. Each output is drawn from
//! the document alone, beside the others.

#[cfg(feature = "pdf")]
mod allegati;
mod dati;
mod figurati;
mod html;
mod layout;
#[cfg(feature = "pdf")]
mod pack;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod poster;
mod tema;
#[cfg(feature = "pdf")]
mod world;
#[cfg(feature = "pdf")]
mod xmp;

use std::error::Error;
use std::fmt;
use std::iter;
use std::panic;
use std::thread;

pub use layout::{Layout, LayoutError, Limiti};
#[cfg(feature = "pdf")]
pub use {
    allegati::{ATTACHMENT, FOLDER},
    xmp::NAMESPACE,
};

use crate::suggest;
use crate::view::document::Documento;

/// Something that a document becomes.
pub trait Output: Sync {
    /// Its name on the command line.
    fn name(&self) -> &'static str;

    /// The file from which it is read, below the output folder: what other outputs of the same
    /// build lead to. Nothing where they do not.
    fn entry(&self, _document: &Documento) -> Option<String> {
        None
    }

    /// Draws it.
    ///
    /// # Errors
    ///
    /// Fails if a layout does not hold together.
    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError>;
}

/// What there is to draw, with what, and as what.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// The document.
    pub document: &'a Documento,
    /// The files of the plan, as the PDF carries them.
    pub source: &'a [Sorgente<'a>],
    /// The layouts.
    pub layout: &'a Layout,
    /// The outputs, that stand beside one another.
    pub outputs: &'a [&'static dyn Output],
}

impl Work<'_> {
    /// The file from which the output with a name is read, when it is among those that are drawn.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<String> {
        let output = self.outputs.iter().find(|output| output.name() == name);
        output.and_then(|output| output.entry(self.document))
    }
}

/// A file of the plan.
#[derive(Debug, Clone, Copy)]
pub struct Sorgente<'a> {
    /// Path inside the plan's folder, with `/`.
    pub percorso: &'a str,
    /// Content.
    pub bytes: &'a [u8],
}

/// The program, as what it makes names it.
#[cfg(feature = "pdf")]
const PROGRAMMA: &str = concat!("piao ", env!("CARGO_PKG_VERSION"));

/// For which archives the official PDF is made; it is PDF/UA-1 in any case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Archivio {
    /// PDF/A-3a: the source is attached.
    #[default]
    A3a,
    /// PDF/A-2a: nothing is attached.
    A2a,
}

/// Some outputs, the PDF among them being the one for these archives.
#[must_use]
pub fn for_archive(
    outputs: Vec<&'static dyn Output>,
    archivio: Archivio,
) -> Vec<&'static dyn Output> {
    #[cfg(feature = "pdf")]
    if archivio == Archivio::A2a {
        let replaced = |output: &'static dyn Output| match output.name() {
            pdf::NAME => &pdf::Pdf(Archivio::A2a),
            _ => output,
        };
        return outputs.into_iter().map(replaced).collect();
    }
    _ = archivio;
    outputs
}

/// Every output, in the order in which they are told: the heaviest first.
pub static OUTPUTS: &[&dyn Output] = &[
    #[cfg(feature = "pdf")]
    &pdf::Pdf(Archivio::A3a),
    &html::File,
    &html::Sito,
    &dati::Aperti,
    #[cfg(feature = "pdf")]
    &poster::Mappa,
];

/// Outputs that another build of the program has.
const ABSENT: &[&str] = &[
    #[cfg(not(feature = "pdf"))]
    "pdf",
    #[cfg(not(feature = "pdf"))]
    "mappa",
];

/// Whether a file is of an output that this build of the program lacks, and could not make again.
#[must_use]
pub fn is_beyond(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| ABSENT.contains(&extension))
}

/// A name that no output has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputError {
    /// The name.
    pub name: String,
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name } = self;
        if ABSENT.contains(&name.as_str()) {
            return write!(f, "piao è compilato senza l’uscita «{name}»");
        }
        write!(f, "l’uscita «{name}» non esiste")?;
        let names: Vec<&str> = OUTPUTS.iter().map(|output| output.name()).collect();
        match suggest::nearest(name, names.iter().copied()) {
            Some(near) => write!(f, ": forse intendevi «{near}»"),
            None => write!(f, ": ci sono {}", names.join(", ")),
        }
    }
}

impl Error for OutputError {}

/// The outputs that have one of these names; all of them where no name is given.
///
/// # Errors
///
/// When a name is of no output, or of one that this build of the program lacks.
pub fn outputs(names: &[impl AsRef<str>]) -> Result<Vec<&'static dyn Output>, OutputError> {
    let has = |name: &str| OUTPUTS.iter().any(|output| output.name() == name);
    if let Some(unknown) = names.iter().map(AsRef::as_ref).find(|name| !has(name)) {
        return Err(OutputError { name: unknown.into() });
    }
    let wanted = |output: &dyn Output| names.iter().any(|name| name.as_ref() == output.name());
    Ok(OUTPUTS.iter().copied().filter(|output| names.is_empty() || wanted(*output)).collect())
}

/// A file made by the program, not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// What it is to whoever opens it.
    pub kind: Kind,
    /// Path below the output folder, with `/` between its steps.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// What it is, in a word or two for the manifest.
    pub what: &'static str,
}

/// What a file is to whoever opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The official PDF.
    Pdf,
    /// The accessible single file.
    File,
    /// The page from which the site is read.
    Home,
    /// Another page of the site.
    Page,
    /// What the pages of the site are drawn with: styles, fonts.
    Asset,
    /// Data for other programs.
    Data,
    /// The text for the act that adopts the plan.
    Act,
    /// The map of spheres as a page to hang.
    Poster,
}

impl Kind {
    /// Whether one begins to read from here.
    #[must_use]
    pub fn opens(self) -> bool {
        matches!(self, Self::Pdf | Self::File | Self::Home | Self::Poster)
    }
}

/// Room for the deepest of documents, in a thread of ours as in the program's own.
const STACK: usize = 8 << 20;

/// Draws the outputs of a document, side by side.
///
/// # Errors
///
/// The first that an output says, in their order: a layout does not hold together.
///
/// # Panics
///
/// When an output does, which is a bug of ours.
pub fn draw(work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
    let Some((first, others)) = work.outputs.split_first() else { return Ok(Vec::new()) };
    let drawn: Vec<_> = thread::scope(|scope| {
        let start = |output: &&'static dyn Output| {
            let output = *output;
            let thread = thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, move || output.draw(work)).expect("a thread starts")
        };
        let threads: Vec<_> = others.iter().map(start).collect();
        let end = |thread: thread::ScopedJoinHandle<'_, _>| {
            thread.join().unwrap_or_else(|cause| panic::resume_unwind(cause))
        };
        // The heaviest is drawn here: memory that other threads ask for is given back less.
        iter::once(first.draw(work)).chain(threads.into_iter().map(end)).collect()
    });
    let mut artifacts = Vec::new();
    for made in drawn {
        artifacts.extend(made?);
    }
    Ok(artifacts)
}
