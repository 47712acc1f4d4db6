//! Findings as SARIF 2.1.0, for code-review tools.

use serde_json::{Value, json};

use crate::catalogo::Regola;
use crate::cause::Cause;
use crate::diag::Severity;
use crate::source::{Source, Span};

/// A log of one run: the rules that the findings stand on, and a result for each finding.
pub(super) fn log(plans: &[(Source, Vec<Cause>)], catalogo: &[Regola]) -> Value {
    let found =
        |code: &str| plans.iter().any(|(_, c)| c.iter().any(|cause| cause.finding.code == code));
    let rules: Vec<Value> =
        catalogo.iter().filter(|entry| found(&entry.codice)).map(rule).collect();
    let results: Vec<Value> = plans
        .iter()
        .flat_map(|(source, causes)| causes.iter().map(|cause| result(cause, source)))
        .collect();
    json!({
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": "it",
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(entry: &Regola) -> Value {
    let fonti: Vec<&str> = entry.fonti.iter().map(|fonte| fonte.testo.as_str()).collect();
    let mut rule = json!({
        "id": entry.codice,
        "shortDescription": { "text": entry.chiede },
        "defaultConfiguration": { "level": level(entry.gravita) },
        "help": { "text": fonti.join("; ") },
    });
    if let Some(url) = entry.fonti.iter().find_map(|fonte| fonte.indirizzo.as_ref()) {
        rule["helpUri"] = json!(url);
    }
    rule
}

fn result(Cause { finding, instances }: &Cause, source: &Source) -> Value {
    let context = finding.context.iter().map(|(span, text)| (*span, text));
    let others = instances.iter().filter(|one| one.message != finding.message);
    let others = others.map(|one| (one.span, &one.message));
    let related: Vec<Value> = context
        .chain(others)
        .map(|(span, text)| {
            let mut place = location(source, span);
            place["message"] = json!({ "text": text });
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location(source, finding.span)],
        "relatedLocations": related,
    });
    if let Some(reason) = &finding.deroga {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Errore => "error",
        Severity::Avviso => "warning",
        Severity::Consiglio => "note",
    }
}

fn location(source: &Source, span: Span) -> Value {
    let (uri, _) = source.on_disk(span.file);
    let mut place = json!({ "physicalLocation": { "artifactLocation": { "uri": uri } } });
    if source.cell(span).is_some() {
        // A workbook has no lines.
        place["logicalLocations"] = json!([{ "fullyQualifiedName": source.place(span) }]);
    } else {
        let (line, column) = source.position(span);
        place["physicalLocation"]["region"] = json!({ "startLine": line, "startColumn": column });
    }
    place
}
