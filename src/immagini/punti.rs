//! Images made of points: what they say of themselves, and whether they open to their end.

use std::io::Cursor;
use std::panic::{self, AssertUnwindSafe};

use png::{Decoder, Limits, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::{Guasto, within};
use crate::valori::Misure;

/// Bytes that opening a PNG may take: four for each point, twice for those of sixteen bits.
const MEMORIA: usize = 256 << 20;

pub(super) fn png(bytes: &[u8]) -> Result<Misure, Guasto> {
    whole(|| {
        let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MEMORIA });
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().ok()?;
        let (width, height) = reader.info().size();
        let sides = match within(width.into(), height.into()) {
            Ok(sides) => sides,
            Err(guasto) => return Some(Err(guasto)),
        };
        let mut points = vec![0; reader.output_buffer_size()?];
        reader.next_frame(&mut points).ok()?;
        reader.finish().ok()?;
        Some(Ok(sides))
    })
}

pub(super) fn jpeg(bytes: &[u8]) -> Result<Misure, Guasto> {
    whole(|| {
        let options = DecoderOptions::default().set_strict_mode(true);
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
        decoder.decode_headers().ok()?;
        let info = decoder.info()?;
        let sides = match within(info.width.into(), info.height.into()) {
            Ok(sides) => sides,
            Err(guasto) => return Some(Err(guasto)),
        };
        if matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK)) {
            return Some(Err(Guasto::Quadricromia));
        }
        decoder.decode().ok()?;
        Some(Ok(sides))
    })
}

/// What an opened image measures. Whatever a file holds, it is the file that is wrong.
fn whole(open: impl FnOnce() -> Option<Result<(u32, u32), Guasto>>) -> Result<Misure, Guasto> {
    let opened = panic::catch_unwind(AssertUnwindSafe(open)).ok().flatten();
    let (larghezza, altezza) = opened.unwrap_or(Err(Guasto::Rotta))?;
    Ok(Misure { larghezza, altezza, disegno: false })
}
