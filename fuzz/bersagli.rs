//! What has to hold of any plan at all: the same functions for the fuzzer and for the tests.

use piao::diag::Finding;
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
    let plan = Plan::from_texts(&files(text));
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
