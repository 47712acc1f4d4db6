//! Typst alone, as a whole process: what a build is held against. It makes of a document, as `piao view` writes it, the
//! PDF that the layouts of a folder draw, and neither attaches, packs nor reads back anything:
//! `solo_typst DOCUMENTO.json layouts PIANO.pdf`.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde_json::json;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What the layouts read beside the document: nothing is attached.
const EMPTY: &[(&str, &str)] = &[("immagini.json", "{}"), ("allegati.json", "[]")];

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    let [view, layouts, pdf] = words.as_slice() else { return Ok(()) };
    let world = Alone::new(fs::read(view)?, Path::new(layouts))?;
    let paged = typst::compile::<PagedDocument>(&world).output.map_err(|why| format!("{why:?}"))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
    let standards = standards.map_err(|why| why.message().to_string())?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    fs::write(pdf, typst_pdf::pdf(&paged, &options).map_err(|why| format!("{why:?}"))?)?;
    Ok(())
}

/// A document, and the layouts of a folder.
struct Alone {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    files: Vec<(FileId, Bytes)>,
}

impl Alone {
    fn new(view: Vec<u8>, layouts: &Path) -> Result<Self, Box<dyn Error>> {
        let (mut fonts, mut sources) = (Vec::new(), Vec::new());
        let mut paths = Vec::new();
        for folder in ["caratteri", "pdf"] {
            for entry in fs::read_dir(layouts.join(folder))? {
                paths.push((folder, entry?.path()));
            }
        }
        paths.sort();
        for (folder, path) in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            match path.extension().and_then(|extension| extension.to_str()) {
                Some("ttf") => fonts.extend(Font::iter(Bytes::new(fs::read(&path)?))),
                Some("typ") => {
                    let text = fs::read_to_string(&path)?;
                    sources.push(Source::new(id(&format!("{folder}/{name}")), text));
                }
                _ => {}
            }
        }
        let mut files: Vec<_> =
            EMPTY.iter().map(|(name, text)| (id(name), Bytes::from_string(*text))).collect();
        files.push((id("view.json"), Bytes::new(view)));
        let tema: toml::Table = fs::read_to_string(layouts.join("tema.toml"))?.parse()?;
        let tinte = tema["tinte"].as_table().ok_or("«tinte» is a table")?.values();
        let tema = json!({ "colori": tema["colori"], "tinte": tinte.collect::<Vec<_>>() });
        files.push((id("tema.json"), Bytes::from_string(tema.to_string())));
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        let library = LazyHash::new(Library::builder().with_features(features).build());
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Ok(Self { library, book, fonts, sources, files })
    }
}

/// The identity of a virtual file.
fn id(name: &str) -> FileId {
    let path = VirtualPath::new(format!("/{name}")).expect("virtual names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Alone {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        id("pdf/piao.typ")
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.sources.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(known, _)| *known == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
