//! What is written inside a page instead of standing beside it, and what lets exactly this in.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::CARRIED;
use crate::render::{Layout, LayoutError};

/// The faces of the style sheet that carries the fonts, each font written inside it.
pub(super) fn fonts(layout: &Layout) -> Result<String, LayoutError> {
    let mut faces = inline(layout, "html/caratteri.css", "</style")?;
    for (name, _) in CARRIED {
        let place = format!("url({name})");
        if faces.contains(&place) {
            let inside = format!("url({})", data("font/woff2", layout.bytes(name)?));
            faces = faces.replace(&place, &inside);
        }
    }
    Ok(faces)
}

/// A file as an address that holds it.
pub(super) fn data(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// A text that goes inside an element, which it must not close.
pub(super) fn inline(layout: &Layout, name: &str, end: &str) -> Result<String, LayoutError> {
    let text = layout.text(name)?.into_owned();
    match text.to_ascii_lowercase().find(end) {
        None => Ok(text),
        Some(at) => {
            let line = 1 + text[..at].matches('\n').count();
            Err(LayoutError::new(name, Some(line), format!("il testo `{end}` non è ammesso qui")))
        }
    }
}

/// The source expression that lets exactly this text in.
pub(super) fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
