//! Typst's door to the world: layouts, the document, fonts. Nothing else exists.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::layout::{Layout, LayoutError, once};

/// The layout that typst starts from.
const MAIN: &str = "pdf/piao.typ";

/// What a layout may see, by virtual path.
pub(super) struct TypstWorld {
    library: LazyHash<Library>,
    fonts: Fonts,
    main: FileId,
    sources: Sources,
    files: Vec<(FileId, Bytes)>,
}

/// The fonts of a layout, parsed.
#[derive(Clone)]
pub(super) struct Fonts {
    book: Arc<LazyHash<FontBook>>,
    fonts: Arc<[Font]>,
}

impl Fonts {
    fn of(layout: &Layout) -> Result<Self, LayoutError> {
        let mut fonts = Vec::new();
        for name in Layout::names().filter(|name| name.ends_with(".ttf")) {
            fonts.extend(Font::iter(Bytes::new(layout.bytes(name)?.to_vec())));
        }
        let book = Arc::new(LazyHash::new(FontBook::from_fonts(&fonts)));
        Ok(Self { book, fonts: fonts.into() })
    }
}

/// The typst files of a layout, parsed.
pub(super) type Sources = Arc<[(FileId, Source)]>;

fn sources(layout: &Layout) -> Result<Sources, LayoutError> {
    Layout::names()
        .filter(|name| name.ends_with(".typ"))
        .map(|name| Ok((id(name), Source::new(id(name), layout.text(name)?.into_owned()))))
        .collect()
}

/// The identity of a virtual file: the same few names for every plan.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(format!("/{name}")).expect("virtual names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features: Features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

impl TypstWorld {
    /// The layouts and the given files.
    pub(super) fn new(layout: &Layout, files: Vec<(String, Vec<u8>)>) -> Result<Self, LayoutError> {
        Ok(Self {
            library: LIBRARY.clone(),
            fonts: once(&layout.fonts, || Fonts::of(layout))?,
            main: id(MAIN),
            sources: once(&layout.sources, || sources(layout))?,
            files: files.into_iter().map(|(name, bytes)| (id(&name), Bytes::new(bytes))).collect(),
        })
    }

    /// The layout and the line of a place, for an error.
    pub(super) fn place(&self, span: typst::syntax::DiagSpan) -> (String, Option<usize>) {
        let Some(file) = span.id() else { return (MAIN.into(), None) };
        let name = file.vpath().get_without_slash().to_owned();
        let line = self.source(file).ok().and_then(|source| {
            let range = typst::WorldExt::range(self, span)?;
            source.lines().byte_to_line(range.start)
        });
        (name, line.map(|line| line + 1))
    }
}

impl World for TypstWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.sources.iter().find(|(known, _)| *known == id);
        found.map(|(_, source)| source.clone()).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(known, _)| *known == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    /// A plan does not know what day it is.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
