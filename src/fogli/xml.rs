//! The markup that workbooks and documents are made of.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::Guasto;

/// Goes through the elements of a text, an empty one as one that begins and ends.
pub(crate) fn elements(text: &str, mut visit: impl FnMut(&Event<'_>)) -> Result<(), Guasto> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader.read_event().map_err(|_| Guasto::Rotta)? {
            Event::Eof => return Ok(()),
            event => visit(&event),
        }
    }
}

/// An attribute; empty when it is not there, or is not well formed.
pub(crate) fn value(own: &BytesStart<'_>, name: &str) -> String {
    let found = own.try_get_attribute(name).ok().flatten();
    let text = found.and_then(|own| own.normalized_value(XmlVersion::Implicit1_0).ok());
    text.map(Cow::into_owned).unwrap_or_default()
}
