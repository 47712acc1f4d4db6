//! The path of whoever has never written a plan: a new one, and each line that is offered, typed, in
//! order, until nothing is wrong.

use std::collections::BTreeSet;

use piao::Plan;
use piao::cause::Cause;
use piao::diag::{Finding, Severity};
use piao::law::Law;

/// Texts to complete end so; the officer completes them.
const OPEN: &str = " …";

/// The files of a plan being written.
struct Desk {
    files: Vec<(String, String)>,
}

impl Desk {
    fn plan(&self) -> Plan {
        let texts: Vec<(&str, &str)> =
            self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        Plan::from_texts(&texts)
    }

    /// Types what a help offers; false when it offers nothing to type.
    fn write(&mut self, finding: &Finding, file: &str, plan: &Plan) -> bool {
        let Some((table, lines)) =
            finding.help.as_deref().and_then(|help| help.rsplit_once("scrivi:"))
        else {
            return false;
        };
        let lines = lines.trim().replace(OPEN, " di prova").replace('…', "Testo di prova");
        // The number of her own colleagues, all of them in one office.
        let lines = lines.replace("\ndipendenti = 12", "\ndipendenti = 22");
        let table = table
            .trim_end()
            .strip_suffix(']')
            .and_then(|table| table.rsplit_once("in ["))
            .map(|(_, table)| format!("[{table}]"));
        let Some(table) = table else {
            let (_, text) = self.file(file);
            text.push_str(&format!("\n{lines}\n"));
            return true;
        };
        let written = &plan.source.files[finding.span.file as usize];
        let (start, name) = (finding.span.start as usize, written.name.clone());
        let (_, text) = self.file(&name);
        if text[start..].starts_with(&table) {
            let end = text[start..].find('\n').map_or(text.len(), |end| start + end + 1);
            text.insert_str(end, &format!("{lines}\n"));
        } else if let Some(at) = text.find(&format!("\n{table}\n")) {
            text.insert_str(at + table.len() + 2, &format!("{lines}\n"));
        } else {
            text.push_str(&format!("\n{table}\n{lines}\n"));
        }
        true
    }

    fn file(&mut self, name: &str) -> &mut (String, String) {
        let at = self.files.iter().position(|(own, _)| own == name).expect("the file is there");
        &mut self.files[at]
    }
}

fn is_error(finding: &Finding) -> bool {
    finding.severity == Severity::Errore
}

/// The errors, as an officer reads them.
fn errors(causes: &[Cause]) -> Vec<String> {
    let errors = causes.iter().map(|cause| &cause.finding).filter(|finding| is_error(finding));
    errors.map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
}

/// The rules that something written breaks: not those that something is still to be written for.
fn broken(findings: &[Finding]) -> BTreeSet<&str> {
    let errors = findings.iter().filter(|finding| is_error(finding));
    let written = errors.filter(|finding| finding.about.absent.is_none());
    written.map(|finding| finding.code.as_str()).collect()
}

#[test]
fn each_line_that_is_offered_leads_to_a_plan_without_errors() {
    let law = Law::embedded();
    let mut desk = Desk { files: piao::scaffold::files(law, &law.enti["comune"], Some(22), 2027) };
    for (_, text) in &mut desk.files {
        *text = text.replace("Comune di …", "Comune di Prova");
    }
    for step in 0..400 {
        let plan = desk.plan();
        let checked = plan.check(law);
        let causes = checked.causes();
        if errors(&causes).is_empty() {
            assert!(step > 50, "only {step} steps");
            return;
        }
        let instances =
            causes.iter().flat_map(|cause| &cause.instances).filter(|finding| is_error(finding));
        let mut typed = None;
        for finding in instances {
            let part = finding.about.part.unwrap_or_default();
            let file = &law.sottosezioni[part].file;
            if desk.write(finding, file, &plan) {
                typed = Some(finding);
                break;
            }
        }
        let Some(typed) = typed else {
            panic!("step {step}: nothing to type: {:#?}", errors(&causes))
        };
        let after = desk.plan();
        let after = after.check(law);
        let (before, after) = (broken(&checked.findings), broken(&after.findings));
        let new: Vec<&&str> = after.difference(&before).collect();
        assert!(new.is_empty(), "step {step}: {} «{}» leads to {new:?}", typed.code, typed.message);
    }
    panic!("it does not end");
}
