//! What has to hold of any plan at all: the same functions for the fuzzer and for the tests.

use std::io::{Cursor, Write as _};

use piao::diag::Finding;
use piao::import::{self, Portato, Scelte};
use piao::{Build, Law, Layout, Order, Outcome, Plan, Refusal, Tolerance, build};

/// The files of a plan in one text: a line that begins with `//// ` names the next.
pub fn files(text: &str) -> Vec<(&str, &str)> {
    let mut files = Vec::new();
    for (at, piece) in text.split("//// ").enumerate() {
        if at == 0 && !piece.is_empty() {
            files.push(("piao.toml", piece));
        } else if let Some((name, text)) = piece.split_once('\n') {
            files.push((name.trim(), text));
        }
    }
    files
}

/// A plan is read and checked: each finding is at a place of its text, all are in order, and twice
/// the same.
pub fn check(text: &str) {
    judged(&Plan::from_texts(&files(text)));
}

fn judged(plan: &Plan) {
    let one = plan.check(Law::embedded());
    for finding in &one.findings {
        let spans = finding.context.iter().map(|(span, _)| *span).chain([finding.span]);
        for span in spans {
            let Some(file) = plan.source.files.get(span.file as usize) else {
                assert!(plan.source.files.is_empty(), "{}: a place in no file", finding.code);
                continue;
            };
            let (start, end) = (span.start as usize, span.end as usize);
            assert!(start <= end && end <= file.text.len(), "{}: outside its file", finding.code);
            assert!(file.text.is_char_boundary(start), "{}: inside a letter", finding.code);
            assert!(file.text.is_char_boundary(end), "{}: inside a letter", finding.code);
        }
    }
    let key = |finding: &Finding| (finding.span, finding.code.clone());
    assert!(one.findings.is_sorted_by_key(key), "findings out of order");
    assert_eq!(
        one.findings,
        plan.check(Law::embedded()).findings,
        "judged otherwise the second time"
    );
    let told: usize = one.causes().iter().map(|cause| cause.instances.len()).sum();
    assert_eq!(told, one.findings.len(), "a finding is lost by being told");
}

/// A plan is built as it is, or as a draft if it has errors: whatever is not refused is drawn, twice
/// the same.
pub fn draw(text: &str, outputs: &[&str]) {
    let plan = Plan::from_texts(&files(text));
    let layout = Layout::embedded();
    let outputs = piao::outputs(outputs).expect("they are there");
    let run = |tolerance| {
        let law = Law::embedded();
        let order = Order {
            law,
            layout: &layout,
            outputs: &outputs,
            tolerance,
            strict: false,
            progress: &|_| {},
        };
        build(&plan, &order)
    };
    for tolerance in [Tolerance::None, Tolerance::Draft, Tolerance::Listed] {
        match run(tolerance).outcome {
            Outcome::Refused(Refusal::Unreadable) => return,
            Outcome::Refused(_) => {}
            Outcome::Drawn { artifacts, .. } => {
                let Build { outcome: Outcome::Drawn { artifacts: again, .. }, .. } = run(tolerance)
                else {
                    panic!("refused the second time");
                };
                let same = |(one, two): (&piao::Artifact, &piao::Artifact)| {
                    one.path == two.path && one.bytes == two.bytes
                };
                assert!(artifacts.iter().zip(&again).all(same), "drawn otherwise the second time");
                return;
            }
            Outcome::Layout(error) => panic!("{error}"),
            Outcome::Bug(bug) => panic!("{bug:?}"),
        }
    }
}

/// The files of an office in one text, as those of a plan; a name such as `rischi.xlsx/xl/workbook.xml` is a part of
/// a file that is an archive.
fn carried(text: &str) -> Vec<Portato> {
    let mut plain = Vec::new();
    let mut packed: Vec<(&str, zip::ZipWriter<Cursor<Vec<u8>>>)> = Vec::new();
    for (name, text) in files(text) {
        let archive = ["xlsx", "ods", "docx"].iter().find_map(|kind| {
            let (stem, part) = name.split_once(&format!(".{kind}/"))?;
            Some((&name[..=stem.len() + kind.len()], part))
        });
        let Some((archive, part)) = archive else {
            plain.push(Portato { nome: name.into(), bytes: text.into() });
            continue;
        };
        let at = packed.iter().position(|(own, _)| *own == archive).unwrap_or_else(|| {
            packed.push((archive, zip::ZipWriter::new(Cursor::default())));
            packed.len() - 1
        });
        let (_, writer) = &mut packed[at];
        // A part that is there already, or a name that no archive takes: left out.
        if writer.start_file(part, zip::write::SimpleFileOptions::default()).is_ok() {
            writer.write_all(text.as_bytes()).expect("memory takes everything");
        }
    }
    let packed = packed.into_iter().map(|(name, writer)| {
        let bytes = writer.finish().expect("memory takes everything").into_inner();
        Portato { nome: name.into(), bytes }
    });
    plain.into_iter().chain(packed).collect()
}

/// The files of an office are imported, each alone: twice the same, and what they make is read as a plan. A table is
/// borne as the list of a plan, too.
pub fn office(text: &str) {
    let law = Law::embedded();
    let ente = law.enti.values().next().expect("there are administrations");
    for file in carried(text) {
        let scelte = Scelte { ente, dipendenti: None, inizio: None, predefinito: 2027 };
        let run = || import::import(std::slice::from_ref(&file), law, scelte);
        match (run(), run()) {
            (Ok(one), Ok(two)) => {
                assert_eq!(one.files, two.files, "imported otherwise the second time");
                let files = one.files.iter();
                let plan = Plan::from_files(files.map(|(name, bytes)| (&**name, &**bytes)));
                judged(&plan);
                let findings = plan.check(law).findings;
                let broken = findings.iter().find(|own| own.code.starts_with("TOML-"));
                assert!(broken.is_none(), "what was made is no plan: {broken:?}");
            }
            (Err(one), Err(two)) => assert_eq!(one, two, "refused otherwise the second time"),
            _ => panic!("imported once, refused once"),
        }
        let list = format!("processi = {{ file = {:?} }}\n", file.nome);
        let files = [("piao.toml", list.as_bytes()), (&*file.nome, &*file.bytes)];
        judged(&Plan::from_files(files));
    }
}
