//! The archive that a workbook is, weighed before anything in it is trusted.

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Guasto;

/// Most parts that a workbook may have.
const MAX_PARTS: usize = 4096;
/// Most bytes of all parts, opened.
const MAX_BYTES: u64 = 96 * 1024 * 1024;
/// How many times its own size a workbook may be, once it is opened; the tables that offices keep
/// are ten to thirty times as large.
const MAX_RATIO: u64 = 250;
/// Below this size the ratio says nothing: an empty sheet of many rows is mostly repetition.
const SMALL: u64 = 8 * 1024 * 1024;

/// A workbook, or a document, that is no larger than it may be.
pub(crate) struct Archivio<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archivio<'a> {
    /// Opens an archive and measures each of its parts: what the archive says of their size may be
    /// false.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Guasto> {
        // How a workbook with a password is kept: not as an archive.
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Err(Guasto::Protetta);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Guasto::Rotta)?;
        if archive.len() > MAX_PARTS {
            return Err(Guasto::Smisurata);
        }
        let most = MAX_BYTES.min(SMALL.max(bytes.len() as u64 * MAX_RATIO));
        let mut total = 0;
        for index in 0..archive.len() {
            let part = archive.by_index(index).map_err(|error| refused(&error))?;
            let read = copy(&mut part.take(most - total + 1), &mut sink());
            total += read.map_err(|_| Guasto::Rotta)?;
            if total > most {
                return Err(Guasto::Smisurata);
            }
        }
        Ok(Self(archive))
    }

    /// A part as text; nothing when there is none of this name.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Guasto> {
        let mut part = match self.0.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(refused(&error)),
        };
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(|_| Guasto::Rotta)?;
        Ok(Some(text))
    }
}

fn refused(error: &ZipError) -> Guasto {
    match error {
        ZipError::InvalidPassword => Guasto::Protetta,
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            Guasto::Protetta
        }
        _ => Guasto::Rotta,
    }
}
