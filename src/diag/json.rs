//! A finding as programs read it.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Finding, Severity};
use crate::norma::Citazione;
use crate::source::{Source, Span};

/// A finding as programs read it. Lines and columns count from 1, columns in characters.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Rilievo")]
pub struct Line<'a> {
    /// The plan, as it was called.
    piano: &'a str,
    /// Code of the rule.
    codice: &'a str,
    /// Weight.
    gravita: Severity,
    /// The fact, in one sentence.
    messaggio: &'a str,
    /// The consequence, at the place itself; may be empty.
    dettaglio: &'a str,
    /// Where.
    luogo: Place<'a>,
    /// Other places that explain this one.
    altri_luoghi: Vec<Place<'a>>,
    /// What to do next.
    aiuto: Option<Cow<'a, str>>,
    /// On what authority.
    fonti: &'a [Citazione],
    /// Whether a citation is to be read again before trusting it.
    da_rileggere: bool,
    /// The reason for which the plan sets the rule aside, if it does.
    deroga: Option<&'a str>,
    /// Each thing that the finding stands for; absent where it is one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    casi: Vec<Case<'a>>,
}

/// One of the things that a finding stands for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Caso")]
struct Case<'a> {
    /// Code of the rule.
    codice: &'a str,
    /// Weight.
    gravita: Severity,
    /// The fact, in one sentence.
    messaggio: &'a str,
    /// Where.
    luogo: Place<'a>,
}

/// A place in a file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Luogo")]
struct Place<'a> {
    /// The file, as whoever called the plan finds it.
    file: String,
    /// The sheet of the workbook that the file is.
    #[serde(skip_serializing_if = "Option::is_none")]
    foglio: Option<&'a str>,
    /// The cell of the sheet, as a spreadsheet calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    cella: Option<String>,
    /// Line; row of the sheet.
    riga: usize,
    /// Column, in characters; of the sheet, in cells.
    colonna: usize,
    /// What is said of it; absent where nothing is.
    #[serde(skip_serializing_if = "str::is_empty")]
    testo: &'a str,
}

/// A finding as programs read it, with each thing that it stands for.
#[must_use]
pub fn line<'a>(finding: &'a Finding, instances: &'a [Finding], source: &'a Source) -> Line<'a> {
    let many = Some(instances).filter(|instances| instances.len() > 1);
    Line {
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
        casi: many.into_iter().flatten().map(|one| case(one, source)).collect(),
    }
}

fn case<'a>(finding: &'a Finding, source: &'a Source) -> Case<'a> {
    Case {
        codice: &finding.code,
        gravita: finding.severity,
        messaggio: &finding.message,
        luogo: place(source, finding.span, ""),
    }
}

fn place<'a>(source: &'a Source, span: Span, testo: &'a str) -> Place<'a> {
    let (riga, colonna) = source.position(span);
    let (file, foglio) = source.on_disk(span.file);
    Place { file, foglio, cella: source.cell(span), riga, colonna, testo }
}
