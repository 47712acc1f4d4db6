//! Marks of place.

use serde::Deserialize;

/// Where a record was written: an opaque mark, filled in when the tree becomes a model and
/// turned back into a span by whoever holds the tree. Zero means nowhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Luogo(pub u32);
