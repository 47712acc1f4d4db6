//! PDFs that a plan carries: whether they open, and how many pages they have.

use std::panic::{self, AssertUnwindSafe};

use hayro_syntax::Pdf;

/// How the file begins, and what it says when it is locked.
const HEAD: &[u8] = b"%PDF-";
const LOCK: &[u8] = b"/Encrypt";
/// Bytes among which the head of a PDF may stand.
const FIRST: usize = 1024;

/// Why a PDF is not carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guasto {
    /// It is no PDF.
    Altro,
    /// It asks for a password, or forbids something to who has none.
    Protetto,
    /// It cannot be read.
    Rotto,
}

/// The pages of a PDF.
///
/// # Errors
///
/// When it is none, or it cannot be read by everybody.
pub fn read(bytes: &[u8]) -> Result<usize, Guasto> {
    let first = &bytes[..bytes.len().min(FIRST)];
    if !first.windows(HEAD.len()).any(|window| window == HEAD) {
        return Err(Guasto::Altro);
    }
    if is_locked(bytes) {
        return Err(Guasto::Protetto);
    }
    // Whatever the file holds, it is the file that is wrong.
    let pages = || Pdf::new(bytes.to_vec()).ok().map(|pdf| pdf.pages().len());
    let pages = panic::catch_unwind(AssertUnwindSafe(pages)).ok().flatten();
    pages.filter(|pages| *pages > 0).ok_or(Guasto::Rotto)
}

/// Whether its trailer names how it is locked: a dictionary, or the number of one.
fn is_locked(bytes: &[u8]) -> bool {
    bytes.windows(LOCK.len()).enumerate().filter(|(_, window)| *window == LOCK).any(|(at, _)| {
        let mut after =
            bytes[at + LOCK.len()..].iter().skip_while(|byte| byte.is_ascii_whitespace());
        after.next().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'<')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
                       2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                       3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>endobj\n\
                       trailer<</Root 1 0 R>>\n%%EOF\n";

    #[test]
    fn a_pdf_that_everybody_reads_has_pages() {
        assert_eq!(read(ONE.as_bytes()), Ok(1));
        let locked = ONE.replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R");
        assert_eq!(read(locked.as_bytes()), Err(Guasto::Protetto));
        assert_eq!(read(b"%PDF-1.7\n%%EOF"), Err(Guasto::Rotto));
        assert_eq!(read(b"PK\x03\x04"), Err(Guasto::Altro));
    }
}
