//! What the plan to begin from says already: lines and blocks of TOML, by the keys that lead to them.

use std::collections::BTreeMap;

/// What is written of a plan before anybody begins.
#[derive(Debug, Clone, Default)]
pub struct Scritto {
    righe: BTreeMap<String, String>,
    blocchi: BTreeMap<String, String>,
    sciolte: BTreeMap<String, Vec<String>>,
}

impl Scritto {
    /// Says a key in a line, or in more; a line that begins with `#` says it as a comment. What is
    /// said of a key already stays, and a line that is no comment comes before those that are.
    pub fn riga(&mut self, path: &str, text: &str) {
        match self.righe.get(path) {
            Some(there) if !is_comment(there) || is_comment(text) => {}
            _ => {
                self.righe.insert(path.into(), text.into());
            }
        }
    }

    /// Says records in blocks of their own.
    pub fn blocchi(&mut self, path: &str, text: &str) {
        self.blocchi.entry(path.into()).or_default().push_str(text);
    }

    /// Says something at the head of a file, to whoever goes on writing it.
    pub fn sciolta(&mut self, file: &str, text: &str) {
        self.sciolte.entry(file.into()).or_default().push(text.into());
    }

    /// Whether a key is said, as a comment at least.
    #[must_use]
    pub fn dice(&self, path: &str) -> bool {
        self.righe.contains_key(path) || self.blocchi.contains_key(path)
    }

    /// The line of a key.
    pub(super) fn linea(&self, path: &str) -> Option<&str> {
        self.righe.get(path).map(String::as_str)
    }

    /// The blocks of a key.
    pub(super) fn blocco(&self, path: &str) -> Option<&str> {
        self.blocchi.get(path).map(String::as_str)
    }

    /// The lines at the head of a file.
    pub(super) fn testa(&self, file: &str) -> &[String] {
        self.sciolte.get(file).map_or(&[], Vec::as_slice)
    }

    /// Whether something is said below a key.
    pub(super) fn dice_sotto(&self, path: &str) -> bool {
        let below = format!("{path}.");
        self.righe.keys().chain(self.blocchi.keys()).any(|own| own.starts_with(&below))
    }

    /// Whether something is said right below a key that is no comment.
    pub(super) fn vive(&self, path: &str) -> bool {
        let below = format!("{path}.");
        let direct = |own: &str| own.strip_prefix(&below).is_some_and(|rest| !rest.contains('.'));
        self.righe.iter().any(|(own, text)| direct(own) && !is_comment(text))
    }
}

fn is_comment(text: &str) -> bool {
    text.lines().all(|line| line.starts_with('#'))
}
