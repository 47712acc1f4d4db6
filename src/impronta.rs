//! Hashes: of a file, of a plan's source, and the one that a PDF carries of itself.
//!
//! The seal of a PDF is the hash of all its bytes, written among them: where it stands, zeros are
//! counted. Whoever changes a byte breaks it. Whoever knows how it is made can make it again: what
//! proves that a document is the one adopted is the hash in the act.

use sha2::{Digest, Sha256};

/// Around the seal, in the metadata: text of a plan cannot hold it, for there `<` is escaped.
#[cfg(feature = "pdf")]
const OPEN: &str = "<piao:impronta>";
#[cfg(feature = "pdf")]
const CLOSE: &str = "</piao:impronta>";
/// Digits of a hash.
#[cfg(feature = "pdf")]
const DIGITS: usize = 64;

/// The hash of some bytes, in hexadecimal.
pub(crate) fn of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The hash of a source: names and contents of its files, in order.
pub(crate) fn of_source<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = Sha256::new();
    for (name, content) in files {
        for piece in [name.as_bytes(), content] {
            hash.update((piece.len() as u64).to_be_bytes());
            hash.update(piece);
        }
    }
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The room for a seal, to be written once in a document whose bytes are not compressed there.
#[cfg(feature = "pdf")]
pub(crate) fn room() -> String {
    format!("{OPEN}{}{CLOSE}", "0".repeat(DIGITS))
}

/// Seals a document; says whether there was room for it.
#[cfg(feature = "pdf")]
pub(crate) fn seal(bytes: &mut [u8]) -> bool {
    let Some(at) = place(bytes) else { return false };
    let hash = of(bytes);
    bytes[at..at + DIGITS].copy_from_slice(hash.as_bytes());
    true
}

/// What the seal of a document says.
#[cfg(feature = "pdf")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seal {
    /// It has none, or more than one.
    None,
    /// Its bytes are those that were sealed.
    Whole,
    /// They are not.
    Broken,
}

#[cfg(feature = "pdf")]
impl Seal {
    /// The seal of a document.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let Some(at) = place(bytes) else { return Self::None };
        let mut sealed = bytes.to_vec();
        let written = sealed[at..at + DIGITS].to_vec();
        sealed[at..at + DIGITS].fill(b'0');
        if of(&sealed).as_bytes() == written { Self::Whole } else { Self::Broken }
    }
}

/// Where the digits of the only seal of a document are.
#[cfg(feature = "pdf")]
fn place(bytes: &[u8]) -> Option<usize> {
    let mut found =
        bytes.windows(OPEN.len()).enumerate().filter(|(_, part)| *part == OPEN.as_bytes());
    let (at, _) = found.next()?;
    let at = at + OPEN.len();
    let is_closed = bytes.get(at + DIGITS..)?.starts_with(CLOSE.as_bytes());
    (is_closed && found.next().is_none()).then_some(at)
}

#[cfg(all(test, feature = "pdf"))]
mod tests {
    use super::*;

    #[test]
    fn every_changed_byte_breaks_the_seal() {
        let mut bytes = format!("prima {} dopo", room()).into_bytes();
        assert!(seal(&mut bytes));
        assert_eq!(Seal::of(&bytes), Seal::Whole);
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert_ne!(Seal::of(&other), Seal::Whole, "byte {at}");
        }
        assert_eq!(Seal::of(&[&bytes[..], b" "].concat()), Seal::Broken);
        assert_eq!(Seal::of(&[&bytes[..], &bytes[..]].concat()), Seal::None);
        assert!(!seal(&mut b"senza posto".to_vec()));
    }
}
