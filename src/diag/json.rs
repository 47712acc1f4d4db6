//! One finding a line, as JSON, for programs.

use std::borrow::Cow;

use serde::Serialize;

use super::{Finding, Severity};
use crate::norma::Citazione;
use crate::source::{Source, Span};

/// A finding as programs read it. Lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    piano: &'a str,
    codice: &'a str,
    gravita: Severity,
    messaggio: &'a str,
    dettaglio: &'a str,
    luogo: Place<'a>,
    altri_luoghi: Vec<Place<'a>>,
    aiuto: Option<Cow<'a, str>>,
    fonti: &'a [Citazione],
    da_rileggere: bool,
    deroga: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    file: &'a str,
    riga: usize,
    colonna: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    testo: &'a str,
}

/// A finding as one line of JSON.
///
/// # Panics
///
/// Never: the record holds nothing that JSON lacks.
#[must_use]
pub fn line(finding: &Finding, source: &Source) -> String {
    let record = Line {
        piano: &source.name,
        codice: &finding.code,
        gravita: finding.severity,
        messaggio: &finding.message,
        dettaglio: &finding.label,
        luogo: place(source, finding.span, ""),
        altri_luoghi: finding
            .context
            .iter()
            .map(|(span, text)| place(source, *span, text))
            .collect(),
        aiuto: finding.advice(),
        fonti: &finding.norma,
        da_rileggere: finding.unsure,
        deroga: finding.deroga.as_deref(),
    };
    serde_json::to_string(&record).expect("a record of strings and numbers is JSON")
}

fn place<'a>(source: &'a Source, span: Span, testo: &'a str) -> Place<'a> {
    let (riga, colonna) = source.position(span);
    let file = source.files.get(span.file as usize).map_or("", |file| &file.name);
    Place { file, riga, colonna, testo }
}
