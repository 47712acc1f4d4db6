//! A complete plan that was adopted with errors, published as it is: its findings are said.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::program::{path, piao, stderr};
use crate::support::{repo, tree};

/// What is wrong in the plan: file, what it said, what it says, and the rule that finds it.
const ERRORS: [(&str, &str, &str, &str); 3] = [
    ("1-anagrafica.toml", "\"80012345676\"", "\"80012345675\"", "ANA-002"),
    ("2.2-performance.toml", "peso = 60\n", "peso = 70\n", "PER-026"),
    ("piao.toml", "fine = 2029", "fine = 2030", "GEN-001"),
];

/// A complete plan, adopted, with these errors.
fn plan() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in tree(&repo("examples/provincia-di-esempio")) {
        if !name.starts_with("dist/") {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().expect("inside")).expect("ours");
            fs::write(file, bytes).expect("ours");
        }
    }
    for (name, right, wrong, _) in ERRORS {
        let file = folder.path().join(name);
        let text = fs::read_to_string(&file).expect("the file is there");
        assert!(text.contains(right), "{name} does not hold «{right}»");
        fs::write(file, text.replacen(right, wrong, 1)).expect("ours");
    }
    folder
}

#[test]
fn con_rilievi_says_in_every_output_what_is_wrong() {
    let (folder, home) = (plan(), TempDir::new().expect("a temporary folder"));
    let out = home.path().join("o");
    let build = |more: &[&str]| {
        piao(&[&["build", "--out", path(&out), path(folder.path())], more].concat())
    };
    assert_eq!(build(&[]).status.code(), Some(1));
    assert!(!out.exists());
    let output = build(&["--con-rilievi"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));

    let manifest = fs::read(out.join("manifest.json")).expect("there");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    assert_eq!(manifest["stato"], "adottato");
    assert_eq!(manifest["edizione"], "con i suoi rilievi");
    let counted = &manifest["rilievi"];
    assert_eq!((&counted["errori"], &counted["avvisi"]), (&json!(2), &json!(1)), "{counted}");

    let page = |name: &str| fs::read_to_string(out.join(name)).expect("there");
    for (name, whole) in
        [("the file", page("piao-2027-2030.html")), ("the site", page("sito/rilievi.html"))]
    {
        let last = whole.split("id=\"rilievi\"").nth(1).unwrap_or_default();
        assert!(!whole.contains("BOZZA"), "{name} is marked as a draft");
        for (_, _, _, code) in ERRORS {
            assert!(last.contains(code), "{name} does not name {code}");
        }
    }
    #[cfg(feature = "pdf")]
    is_archival(&fs::read(out.join("piao-2027-2030.pdf")).expect("there"));
}

/// Holds a PDF to the standards of the official one, and to the list of what is wrong.
#[cfg(feature = "pdf")]
fn is_archival(pdf: &[u8]) {
    use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(pdf, &options).expect("a PDF");
        assert!(report.is_compliant && report.failures.is_empty(), "{report}");
    }
    let text: String = crate::support::pdf_text::text(pdf).split_whitespace().collect();
    assert!(!text.contains("BOZZA"));
    let last = text.rsplit("Rilievidelcontrollo").next().expect("the PDF has text");
    for (_, _, _, code) in ERRORS {
        assert!(last.contains(code), "the PDF does not name {code}: {last}");
    }
}
