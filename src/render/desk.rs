//! Typst's door to the world: layouts, the document, the map, fonts. Nothing else exists.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::{Layout, LayoutError};

/// The layout that typst starts from.
const MAIN: &str = "pdf/piao.typ";

/// What a layout may see, by virtual path.
pub(super) struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    sources: Vec<(FileId, Source)>,
    files: Vec<(FileId, Bytes)>,
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

impl Desk {
    /// Lays the layouts and the given files on the desk.
    pub(super) fn new(layout: &Layout, files: Vec<(&str, Vec<u8>)>) -> Result<Self, LayoutError> {
        let mut fonts = Vec::new();
        let mut sources = Vec::new();
        for name in Layout::names() {
            if name.ends_with(".ttf") {
                fonts.extend(Font::iter(Bytes::new(layout.bytes(name)?.to_vec())));
            } else if name.ends_with(".typ") {
                let text = layout.text(name)?.into_owned();
                sources.push((id(name), Source::new(id(name), text)));
            }
        }
        Ok(Self {
            library: LIBRARY.clone(),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: id(MAIN),
            sources,
            files: files.into_iter().map(|(name, bytes)| (id(name), Bytes::new(bytes))).collect(),
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

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
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
        self.fonts.get(index).cloned()
    }

    /// A plan does not know what day it is.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
