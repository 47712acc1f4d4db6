//! Findings as SARIF 2.1.0, for code-review tools.

use serde_json::{Value, json};

use crate::catalogo::Regola;
use crate::diag::{Finding, Severity};
use crate::source::{Source, Span};

/// A log of one run: the rules that the findings stand on, and a result for each finding.
pub(super) fn log(plans: &[(Source, Vec<Finding>)], catalogo: &[Regola]) -> Value {
    let found = |code: &str| plans.iter().any(|(_, f)| f.iter().any(|f| f.code == code));
    let rules: Vec<Value> =
        catalogo.iter().filter(|entry| found(&entry.codice)).map(rule).collect();
    let results: Vec<Value> = plans
        .iter()
        .flat_map(|(source, findings)| findings.iter().map(|finding| result(finding, source)))
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

fn result(finding: &Finding, source: &Source) -> Value {
    let related: Vec<Value> = finding
        .context
        .iter()
        .map(|(span, text)| {
            let mut place = location(source, *span);
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
    let (line, column) = source.position(span);
    let name = source.path(span.file);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": name },
            "region": { "startLine": line, "startColumn": column },
        },
    })
}
