//! The official PDF: archival (PDF/A-3a) and accessible (PDF/UA-1) together.

use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::world::TypstWorld;
use super::{Artifact, Kind, LayoutError, Output, Work, pack};
use crate::view::document::Documento;

/// For how many PDFs typst's cache keeps what was of no use to them: a plan built again finds what
/// has not changed, and memory holds no more than two plans however many are built.
const AGE: usize = 1;
/// Name under which the layouts read the document.
const VIEW: &str = "view.json";
/// Name under which the source is attached.
pub const ATTACHMENT: &str = "sorgente.json";

/// The official PDF, with the source of the plan attached.
pub(super) struct Pdf;

impl Output for Pdf {
    fn name(&self) -> &'static str {
        "pdf"
    }

    fn entry(&self, document: &Documento) -> Option<String> {
        Some(format!("piao-{}.pdf", document.triennio))
    }

    /// Fails also if what a layout draws is not archival and accessible.
    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        comemo::evict(AGE);
        let view = serde_json::to_vec(work.document).map_err(|error| {
            LayoutError::new(VIEW, None, "i dati non si scrivono").because(error)
        })?;
        let files = vec![(VIEW, view), (ATTACHMENT, work.source.to_vec())];
        let world = TypstWorld::new(work.layout, files)?;
        let broken = |errors: &[SourceDiagnostic]| broken(&world, errors);
        let paged =
            typst::compile::<PagedDocument>(&world).output.map_err(|errors| broken(&errors))?;
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|why| LayoutError::new("pdf", None, why.message().as_str()))?;
        let options = PdfOptions { standards, ..PdfOptions::default() };
        let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| broken(&errors))?;
        let bytes = pack::pack(&bytes).map_err(|error| {
            LayoutError::new("pdf", None, "il PDF non si rilegge").because(error)
        })?;
        Ok(vec![Artifact {
            kind: Kind::Pdf,
            path: format!("piao-{}.pdf", work.document.triennio),
            bytes,
            what: "documento ufficiale, PDF/A-3a e PDF/UA-1",
        }])
    }
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
