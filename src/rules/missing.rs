//! What a record lacks of what a rule asks of it.

use crate::model::Chiave;

/// What a record lacks.
pub struct Missing {
    /// The first field that is not there.
    pub first: Chiave,
    /// The names of all of them, in the order in which they were asked for.
    pub names: Vec<&'static str>,
}
