//! What was understood of the files of an office, what is unsure, what was left aside and where.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

/// Letters of a text that the summary quotes.
const CITATE: usize = 160;

/// The report of an import.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Resoconto {
    /// What was understood.
    pub capito: Vec<Nota>,
    /// What is written as a comment, to be confirmed.
    pub incerto: Vec<Nota>,
    /// What was left aside.
    pub da_parte: Vec<Nota>,
}

/// A line of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Nota {
    /// Where it was: the file, and what of it.
    pub luogo: String,
    /// What it is, or why it was left aside.
    pub che: String,
    /// Where it went in the plan; empty where it did not go.
    pub dove: String,
    /// Its words, where they are not in the plan.
    pub testo: String,
}

impl Resoconto {
    pub(super) fn capisce(&mut self, luogo: &str, che: impl Into<String>, dove: impl Into<String>) {
        self.capito.push(nota(luogo, che, dove, ""));
    }

    pub(super) fn dubita(&mut self, luogo: &str, che: impl Into<String>, dove: impl Into<String>) {
        self.incerto.push(nota(luogo, che, dove, ""));
    }

    pub(super) fn lascia(&mut self, luogo: &str, che: impl Into<String>, testo: &str) {
        self.da_parte.push(nota(luogo, che, "", testo));
    }

    /// Says once what is to be confirmed of many records, and of how many.
    pub(super) fn raduna(&mut self) {
        let mut counted: Vec<(Nota, usize)> = Vec::new();
        for own in self.incerto.drain(..) {
            match counted.iter_mut().find(|(other, _)| *other == own) {
                Some((_, count)) => *count += 1,
                None => counted.push((own, 1)),
            }
        }
        self.incerto.extend(counted.into_iter().map(|(mut own, count)| {
            if count > 1 {
                own.che += &format!(" ({count} volte)");
            }
            own
        }));
    }

    /// The report as Markdown, each text whole.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::from("# Che cosa è stato importato\n");
        let parts = [
            ("Capito", &self.capito, "Niente."),
            ("Da confermare: nel piano è un commento", &self.incerto, "Niente."),
            ("Lasciato da parte", &self.da_parte, "Niente: tutto è nel piano."),
        ];
        for (title, note, none) in parts {
            _ = write!(out, "\n## {title}\n\n");
            if note.is_empty() {
                _ = writeln!(out, "{none}");
            }
            let mut luoghi: Vec<&str> = Vec::new();
            for own in note.iter().filter(|own| !own.luogo.is_empty()) {
                if !luoghi.contains(&own.luogo.as_str()) {
                    luoghi.push(&own.luogo);
                }
            }
            for (index, luogo) in luoghi.iter().enumerate() {
                _ = write!(out, "{}### {luogo}\n\n", if index == 0 { "" } else { "\n" });
                for own in note.iter().filter(|own| own.luogo == *luogo) {
                    _ = writeln!(out, "- {}", own.detta());
                    for line in own.testo.lines() {
                        _ = writeln!(out, "{}", format!("  > {line}").trim_end());
                    }
                }
            }
        }
        out
    }

    /// The report in words, a line each: of what was understood, only how much.
    #[must_use]
    pub fn righe(&self) -> Vec<String> {
        let mut files: Vec<(&str, usize)> = Vec::new();
        for own in &self.capito {
            let file = own.luogo.split(" › ").next().unwrap_or_default();
            match files.iter_mut().find(|(name, _)| *name == file) {
                Some((_, count)) => *count += 1,
                None => files.push((file, 1)),
            }
        }
        let things = |count: usize| if count == 1 { "cosa" } else { "cose" };
        let told =
            |(file, count): (&str, usize)| format!("capito: {file}: {count} {}", things(count));
        let mut out: Vec<String> = files.into_iter().map(told).collect();
        for (title, note) in
            [("da confermare", &self.incerto), ("lasciato da parte", &self.da_parte)]
        {
            for own in note {
                let quoted = own.testo.split_whitespace().collect::<Vec<_>>().join(" ");
                let short: String = quoted.chars().take(CITATE).collect();
                let dots = if short.len() < quoted.len() { "…" } else { "" };
                let quoted =
                    if short.is_empty() { String::new() } else { format!(" «{short}{dots}»") };
                out.push(format!("{title}: {}: {}{quoted}", own.luogo, own.detta()));
            }
        }
        out
    }
}

impl Nota {
    fn detta(&self) -> String {
        if self.dove.is_empty() {
            self.che.clone()
        } else {
            format!("{} → {}", self.che, self.dove)
        }
    }
}

fn nota(luogo: &str, che: impl Into<String>, dove: impl Into<String>, testo: &str) -> Nota {
    Nota { luogo: luogo.into(), che: che.into(), dove: dove.into(), testo: testo.into() }
}
