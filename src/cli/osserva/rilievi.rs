//! Findings as they come and go from one turn to the next.

use std::collections::BTreeSet;

use super::giro::Giro;
use crate::cause::{self, Cause};
use crate::cli::output::Console;

/// The findings of the last turn, each as it is known however the lines of its file move.
#[derive(Default)]
pub(super) struct Confronto {
    known: BTreeSet<(String, String)>,
    is_begun: bool,
}

impl Confronto {
    /// Tells which findings are new, which are gone, and how many there are.
    pub(super) fn tell(&mut self, giro: &Giro, output: &Console) -> anyhow::Result<()> {
        let key = |cause: &Cause| (cause.finding.code.clone(), cause.finding.message.clone());
        let now: BTreeSet<_> = giro.causes.iter().map(key).collect();
        let new: Vec<Cause> =
            giro.causes.iter().filter(|cause| !self.known.contains(&key(cause))).cloned().collect();
        output.findings(&new, &giro.source)?;
        let piano = Some(giro.source.name.as_str());
        for (code, message) in self.known.difference(&now) {
            output.remark(piano, &format!("risolto {code}: {message}"))?;
        }
        let is_changed = now != self.known || !self.is_begun;
        if is_changed && !giro.source.files.is_empty() {
            output.remark(piano, &cause::tally(&giro.causes).sentence())?;
        }
        (self.known, self.is_begun) = (now, true);
        Ok(())
    }
}
