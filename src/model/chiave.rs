//! Names of fields.

/// The name of a field, as a plan writes it. There are those of [`campo`](super::campo), and no
/// other: a name that the schema lacks does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chiave(&'static str);

impl Chiave {
    pub(in crate::model) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// As written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// Makes a constant of each name.
macro_rules! chiavi {
    ($($name:ident = $key:literal,)*) => {$(
        #[doc = concat!("`", $key, "`.")]
        pub const $name: $crate::model::Chiave = $crate::model::Chiave::new($key);
    )*};
}

pub(in crate::model) use chiavi;
