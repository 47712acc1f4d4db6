//! What this program is: its version, its commit, what it can write.

use std::sync::LazyLock;

/// What the program is for.
pub(super) const ABOUT: &str = if cfg!(feature = "pdf") {
    "Compila il PIAO: dal testo al PDF ufficiale, al sito e al file unico accessibile"
} else {
    "Compila il PIAO: dal testo al sito e al file unico accessibile (senza PDF)"
};
/// What `build` is for.
pub(super) const BUILD: &str = if cfg!(feature = "pdf") {
    "Scrive il PDF ufficiale, il sito, il file unico accessibile, i dati aperti e la mappa da appendere"
} else {
    "Scrive il sito, il file unico accessibile e i dati aperti; questo piao è compilato senza PDF"
};
/// What `--solo` chooses among.
pub(super) const SOLO: &str = if cfg!(feature = "pdf") {
    "Solo queste uscite: pdf, sito, file, dati, mappa (predefinite: tutte)"
} else {
    "Solo queste uscite: sito, file, dati (predefinite: tutte)"
};
/// What there is to say of a program that lacks an output.
const LACKS: &str = if cfg!(feature = "pdf") { "" } else { ", senza PDF" };

/// The version, the commit where it is known, and what is lacking.
pub(super) fn testo() -> &'static str {
    static TESTO: LazyLock<String> =
        LazyLock::new(|| said(option_env!("PIAO_COMMIT").unwrap_or_default(), LACKS));
    &TESTO
}

fn said(commit: &str, lacks: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let commit = if commit.is_empty() { String::new() } else { format!(" ({commit})") };
    format!("{version}{commit}{lacks}")
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn a_version_says_its_commit_and_what_it_lacks() {
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(said("", ""), version);
        assert_eq!(said("1a2b3c", ", senza PDF"), format!("{version} (1a2b3c), senza PDF"));
    }
}
