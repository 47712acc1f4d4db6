//! The look: layouts embedded in the program, and the user's own in their place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

use include_dir::{Dir, include_dir};

use crate::caratteri;
use crate::suggest;

/// The look, compiled in.
static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/layouts");

/// How long layouts of one's own may work: past this they are taken not to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limiti {
    /// Steps of an HTML template, for each page.
    pub passi: u64,
    /// Time for the PDF. It is the one thing that depends on the machine, and only whether there is
    /// an outcome depends on it, never which.
    pub tempo: Duration,
}

impl Default for Limiti {
    fn default() -> Self {
        Self { passi: 300_000_000, tempo: Duration::from_mins(5) }
    }
}

/// The layouts: those embedded in the program, and the user's own in their place. They are
/// compiled when first drawn with, once for all plans and for all copies.
#[derive(Clone, Default)]
pub struct Layout {
    overrides: BTreeMap<String, Vec<u8>>,
    limiti: Limiti,
    pub(super) templates: Arc<OnceLock<minijinja::Environment<'static>>>,
    #[cfg(feature = "pdf")]
    pub(super) fonts: Arc<OnceLock<super::world::Fonts>>,
    #[cfg(feature = "pdf")]
    pub(super) sources: Arc<OnceLock<super::world::Sources>>,
}

impl Layout {
    /// The layouts embedded in the program.
    #[must_use]
    pub fn embedded() -> Self {
        static EMBEDDED: LazyLock<Layout> = LazyLock::new(Layout::default);
        EMBEDDED.clone()
    }

    /// Puts a file in the place of the embedded one of the same name.
    ///
    /// # Errors
    ///
    /// Fails if no embedded file has that name, for nothing would ever read it, or if texts are
    /// checked and measured with that file before any layout is known.
    pub fn with_override(mut self, name: String, bytes: Vec<u8>) -> Result<Self, LayoutError> {
        if !Self::names().any(|known| known == name) {
            let near = suggest::by_likeness(&name, Self::names());
            let near: Vec<_> = near.iter().take(3).map(|near| format!("`{near}`")).collect();
            let message =
                format!("nessun layout ha questo nome; i più vicini sono {}", near.join(", "));
            return Err(LayoutError::new(&name, None, message));
        }
        if caratteri::is_measured(&name) {
            let message = "questo carattere non si sostituisce: il controllo e le figure misurano il testo con quello di piao";
            return Err(LayoutError::new(&name, None, message));
        }
        self.overrides.insert(name, bytes);
        Ok(self.uncompiled())
    }

    /// Lets layouts of one's own work for longer, or for less.
    #[must_use]
    pub fn with_limits(mut self, limiti: Limiti) -> Self {
        self.limiti = limiti;
        self.uncompiled()
    }

    /// The same layouts, of which nothing is compiled yet.
    fn uncompiled(self) -> Self {
        Self { overrides: self.overrides, limiti: self.limiti, ..Self::default() }
    }

    /// How long what is drawn with the files of a folder may take; embedded files do end.
    pub(super) fn limits(&self, folder: &str) -> Option<Limiti> {
        self.overrides.keys().any(|name| name.starts_with(folder)).then_some(self.limiti)
    }

    /// Content of a file, by its name below `layouts/`: `html/page.html`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        let embedded = || all().find(|(known, _)| *known == name).map(|(_, bytes)| bytes);
        self.overrides.get(name).map(Vec::as_slice).or_else(embedded)
    }

    /// The user's own that the PDF is drawn with, by their path in the plan's folder.
    #[cfg(feature = "pdf")]
    pub(super) fn own(&self) -> Vec<(String, &[u8])> {
        let own = self.overrides.iter().filter(|(name, _)| !name.starts_with("html/"));
        own.map(|(name, bytes)| (format!("layouts/{name}"), bytes.as_slice())).collect()
    }

    /// Whether a file is the user's own.
    pub(super) fn is_overridden(&self, name: &str) -> bool {
        self.overrides.contains_key(name)
    }

    /// Names of all files, in a fixed order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        all().map(|(name, _)| name)
    }

    /// Content of a file as text, with one kind of line end.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file or if it is not UTF-8.
    pub fn text(&self, name: &str) -> Result<Cow<'_, str>, LayoutError> {
        let bytes = self.bytes(name)?;
        let text = str::from_utf8(bytes).map_err(|bad| {
            let line = bytes[..bad.valid_up_to()].split(|byte| *byte == b'\n').count();
            LayoutError::new(name, Some(line), "il testo non è in UTF-8").because(bad)
        })?;
        Ok(if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() })
    }

    /// Content of a file that must be there.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file.
    pub fn bytes(&self, name: &str) -> Result<&[u8], LayoutError> {
        self.get(name)
            .ok_or_else(|| LayoutError::new(name, None, "il file non fa parte dei layout"))
    }
}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layout").field("overrides", &self.overrides.keys()).finish_non_exhaustive()
    }
}

fn all() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    static ALL: LazyLock<Vec<(&str, &[u8])>> = LazyLock::new(|| {
        let mut files = Vec::new();
        gather(&FILES, &mut files);
        files.sort_unstable();
        files
    });
    ALL.iter().copied()
}

fn gather(folder: &'static Dir<'static>, files: &mut Vec<(&'static str, &'static [u8])>) {
    let own = folder.files().filter_map(|file| Some((file.path().to_str()?, file.contents())));
    files.extend(own);
    folder.dirs().for_each(|inner| gather(inner, files));
}

/// What was made before, or what `make` makes now for whoever comes after.
pub(super) fn once<T: Clone>(
    made: &OnceLock<T>,
    make: impl FnOnce() -> Result<T, LayoutError>,
) -> Result<T, LayoutError> {
    match made.get() {
        Some(made) => Ok(made.clone()),
        None => make().map(|new| made.get_or_init(|| new).clone()),
    }
}

/// A layout that does not hold together.
#[derive(Debug)]
pub struct LayoutError {
    /// Name of the layout file.
    pub file: String,
    /// Line, where it is known.
    pub line: Option<usize>,
    /// What is wrong, in Italian.
    pub message: String,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl LayoutError {
    /// An error in a place of a layout.
    #[must_use]
    pub fn new(file: &str, line: Option<usize>, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into(), cause: None }
    }

    /// Adds what the error comes from, as its source.
    #[must_use]
    pub fn because(mut self, cause: impl Error + Send + Sync + 'static) -> Self {
        self.cause = Some(Box::new(cause));
        self
    }
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "layout `{}`", self.file)?;
        if let Some(line) = self.line {
            write!(f, ", riga {line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl Error for LayoutError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_takes_the_place_of_its_namesake() {
        let layout =
            Layout::embedded().with_override("html/stile.css".to_owned(), b"p{}\r\n".to_vec());
        assert_eq!(
            layout.expect("the name is known").text("html/stile.css").expect("the style is text"),
            "p{}\n"
        );
    }

    #[test]
    fn an_override_of_nothing_is_refused_with_the_nearest_names() {
        let refused = Layout::embedded().with_override("html/pagina.html".to_owned(), Vec::new());
        let message = refused.expect_err("no layout has that name").to_string();
        assert!(message.starts_with("layout `html/pagina.html`: nessun layout"), "{message}");
        assert!(message.contains("`html/page.html`"), "{message}");
    }

    #[test]
    fn a_font_that_texts_are_measured_with_is_not_overridden() {
        let fonts: Vec<_> = Layout::names().filter(|name| caratteri::is_measured(name)).collect();
        assert_eq!(fonts.len(), 3);
        for font in fonts {
            let refused = Layout::embedded().with_override(font.to_owned(), Vec::new());
            assert!(refused.expect_err("it is measured with").to_string().contains("misurano"));
        }
    }

    #[test]
    fn a_text_that_is_not_utf8_names_its_line() {
        let layout =
            Layout::embedded().with_override("html/stile.css".to_owned(), b"a\nb\xff".to_vec());
        let error =
            layout.expect("the name is known").text("html/stile.css").expect_err("not UTF-8");
        assert_eq!(error.line, Some(2));
    }
}
