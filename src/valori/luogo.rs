//! Which record of a plan.

use serde::Deserialize;

/// A record of a plan: an opaque number, given when the record is read and turned back into a
/// place by whoever holds the places. Zero is no record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Luogo(pub u32);

impl Luogo {
    /// Name under which a record tells the typed plan which one it is: no field is called so.
    pub const CHIAVE: &'static str = "luogo";
}
