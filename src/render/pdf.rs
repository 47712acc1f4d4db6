//! The official PDF: archival (PDF/A-3a) and accessible (PDF/UA-1) together.

use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::desk::Desk;
use super::{Artifact, Layout, LayoutError, pack};
use crate::view::document::Documento;

/// Name under which the layouts read the document.
const VIEW: &str = "view.json";
/// Name under which the source is attached.
pub const ATTACHMENT: &str = "sorgente.json";

/// Draws the official PDF, with the source of the plan attached.
///
/// # Errors
///
/// Fails if a layout does not hold together, or if what it draws is not archival and accessible.
pub fn official(
    document: &Documento,
    source: &[u8],
    layout: &Layout,
) -> Result<Artifact, LayoutError> {
    let view = serde_json::to_vec(document)
        .map_err(|error| LayoutError::new(VIEW, None, "i dati non si scrivono").because(error))?;
    let files = vec![(VIEW, view), (ATTACHMENT, source.to_vec())];
    let desk = Desk::new(layout, files)?;
    let broken = |errors: &[SourceDiagnostic]| broken(&desk, errors);
    let paged = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| broken(&errors))?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|why| LayoutError::new("pdf", None, why.message().as_str()))?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|errors| broken(&errors))?;
    comemo::evict(0);
    let bytes = pack::pack(&bytes)
        .map_err(|error| LayoutError::new("pdf", None, "il PDF non si rilegge").because(error))?;
    Ok(Artifact {
        path: format!("piao-{}.pdf", document.triennio),
        bytes,
        what: "documento ufficiale, PDF/A-3a e PDF/UA-1",
    })
}

/// The first of typst's errors, at its place in a layout. Typst speaks English; what the user did
/// is an override, and the place is what counts.
fn broken(desk: &Desk, errors: &[SourceDiagnostic]) -> LayoutError {
    let Some(first) = errors.first() else {
        return LayoutError::new("pdf/piao.typ", None, "il layout non si compila");
    };
    let (file, line) = desk.place(first.span);
    let hints: Vec<&str> = first.hints.iter().map(|hint| hint.v.as_str()).collect();
    let message = format!("il layout non si compila ({}) {}", first.message, hints.join("; "));
    LayoutError::new(&file, line, message.trim_end())
}
