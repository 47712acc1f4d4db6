//! The official PDF: archival (PDF/A-3a, or PDF/A-2a) and accessible (PDF/UA-1) together.

use std::collections::BTreeMap;
use std::panic;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::figurati::{self, Usati};
use super::tema::Tema;
use super::world::TypstWorld;
use super::{
    Archivio, Artifact, Kind, LayoutError, Output, PROGRAMMA, STACK, Sorgente, Work, allegati,
    pack, xmp,
};
use crate::immagini::Formato;
use crate::impronta;
use crate::view::document::Documento;

/// For how many PDFs typst's cache keeps what was of no use to them: a plan built again finds what
/// has not changed, and memory holds no more than two plans however many are built.
const AGE: usize = 1;
/// Name of the output.
pub(super) const NAME: &str = "pdf";
/// Names under which the layouts read the document, what they attach, and the colours.
const VIEW: &str = "view.json";
const ATTACHED: &str = "allegati.json";
const THEME: &str = "tema.json";
/// Where the layouts find each image of the plan, by its path there.
const IMAGES: &str = "immagini.json";
/// The text for the act.
const ACT: &str = "dispositivo.txt";

/// The official PDF, and beside it the text for the act that adopts it.
pub(super) struct Pdf(pub(super) Archivio);

impl Output for Pdf {
    fn name(&self) -> &'static str {
        NAME
    }

    fn entry(&self, document: &Documento) -> Option<String> {
        Some(path(document))
    }

    /// Fails also if what a layout draws is not archival and accessible.
    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        let Work { document, source, layout, .. } = work;
        comemo::evict(AGE);
        let (attached, mut files) = match self.0 {
            Archivio::A3a => {
                let own = layout.own();
                let own = own.iter().map(|(percorso, bytes)| Sorgente { percorso, bytes });
                allegati::all(&source.iter().copied().chain(own).collect::<Vec<_>>())
            }
            Archivio::A2a => (Vec::new(), Vec::new()),
        };
        files.push((VIEW.into(), json(VIEW, document)?));
        files.push((ATTACHED.into(), json(ATTACHED, &attached)?));
        files.push((THEME.into(), json(THEME, &Tema::of(layout)?)?));
        let images = images(work, &mut files);
        files.push((IMAGES.into(), json(IMAGES, &images)?));
        let world = TypstWorld::new(layout, files)?;
        let (archival, kept, what) = match self.0 {
            Archivio::A3a => (
                PdfStandard::A_3a,
                "PDF/A-3a e PDF/UA-1",
                "documento ufficiale, PDF/A-3a e PDF/UA-1",
            ),
            Archivio::A2a => (
                PdfStandard::A_2a,
                "PDF/A-2a e PDF/UA-1",
                "documento ufficiale, PDF/A-2a e PDF/UA-1",
            ),
        };
        let (bytes, pages) = match layout.limits("pdf/") {
            None => compile(&world, archival)?,
            Some(limits) => within(limits.tempo, move || compile(&world, archival))?,
        };
        let complete = |written: &str| xmp::complete(written, document, source);
        let mut bytes = pack::pack(&bytes, &complete).map_err(|error| {
            LayoutError::new("pdf", None, "il PDF non si rilegge").because(error)
        })?;
        if !impronta::seal(&mut bytes) {
            return Err(LayoutError::new("pdf", None, "il PDF non ha posto per la sua impronta"));
        }
        let path = path(document);
        let act = document.dispositivo.as_ref().map(|act| Artifact {
            kind: Kind::Act,
            path: ACT.into(),
            bytes: act.text(&path, pages, kept, &impronta::of(&bytes)).into_bytes(),
            what: "testo per l’atto di adozione",
        });
        let pdf = Artifact { kind: Kind::Pdf, path, bytes, what };
        Ok([pdf].into_iter().chain(act).collect())
    }
}

/// Name of the file.
fn path(document: &Documento) -> String {
    format!("piao-{}.pdf", document.triennio)
}

/// Gives each image of the document a virtual file, and says which by its path in the plan.
fn images(work: &Work<'_>, files: &mut Vec<(String, Vec<u8>)>) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    for (number, percorso) in Usati::of(work).immagini.into_iter().enumerate() {
        let bytes = figurati::bytes(work, percorso).unwrap_or_default();
        let Some(formato) = Formato::of(bytes) else { continue };
        let name = format!("immagini/{number}.{}", formato.fine());
        places.insert(percorso.to_owned(), format!("/{name}"));
        files.push((name, bytes.to_vec()));
    }
    places
}

/// Lays out and exports; gives also how many pages there are.
fn compile(world: &TypstWorld, archival: PdfStandard) -> Result<(Vec<u8>, usize), LayoutError> {
    let broken = |errors: &[SourceDiagnostic]| broken(world, errors);
    let paged = typst::compile::<PagedDocument>(world).output.map_err(|errors| broken(&errors))?;
    let standards = PdfStandards::new(&[archival, PdfStandard::Ua_1])
        .map_err(|why| LayoutError::new("pdf", None, why.message().as_str()))?;
    let creator = Smart::Custom(Some(PROGRAMMA.into()));
    let options = PdfOptions { standards, creator, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| broken(&errors))?;
    Ok((bytes, paged.pages().len()))
}

/// What some work gives within a time. Nothing can stop a thread: one that goes past it is left
/// behind, and ends with the program.
fn within<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> Result<T, LayoutError> + Send + 'static,
) -> Result<T, LayoutError> {
    let (done, wait) = mpsc::channel();
    let thread = thread::Builder::new().stack_size(STACK);
    let thread = thread.spawn(move || done.send(work())).expect("a thread starts");
    match wait.recv_timeout(time) {
        Ok(made) => made,
        // Nothing was sent: the thread stopped, and says why.
        Err(RecvTimeoutError::Disconnected) => {
            panic::resume_unwind(thread.join().err().unwrap_or_else(|| Box::new("typst")))
        }
        Err(RecvTimeoutError::Timeout) => {
            let seconds = time.as_secs();
            let message =
                format!("il layout non finisce: dopo {seconds} secondi non ha ancora fatto il PDF");
            Err(LayoutError::new("pdf/piao.typ", None, message))
        }
    }
}

/// What the layouts read.
fn json(name: &str, data: &impl Serialize) -> Result<Vec<u8>, LayoutError> {
    serde_json::to_vec(data)
        .map_err(|error| LayoutError::new(name, None, "i dati non si scrivono").because(error))
}

/// The first of typst's errors, at its place in a layout. Typst speaks English; what the user did
/// is an override, and the place is what counts.
fn broken(world: &TypstWorld, errors: &[SourceDiagnostic]) -> LayoutError {
    let Some(first) = errors.first() else {
        return LayoutError::new("pdf/piao.typ", None, "il layout non si compila");
    };
    let (file, line) = world.place(first.span);
    let hints: Vec<&str> = first.hints.iter().map(|hint| hint.v.as_str()).collect();
    let message = format!("il layout non si compila ({}) {}", first.message, hints.join("; "));
    LayoutError::new(&file, line, message.trim_end())
}
