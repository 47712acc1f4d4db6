//! Names of fields and of properties.

/// The name of a field, as a plan writes it. There are those of [`campo`](super::campo), and no
/// other: a name that the schema lacks does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chiave(&'static str);

impl Chiave {
    pub(in crate::nomi) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// As written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// What tells the name of a field: one of [`campo`](super::campo), or the field itself.
pub trait Nome: Copy {
    /// As a plan writes it.
    fn nome(&self) -> &str;
}

impl Nome for Chiave {
    fn nome(&self) -> &str {
        self.0
    }
}

/// A property that a check may ask an administration for. There are those of `plan/proprieta.toml`,
/// and no other: a name that nobody declares does not compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proprieta(pub(in crate::nomi) &'static str);

impl Proprieta {
    /// The key, as `plan/` writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// Makes a constant of each name.
macro_rules! chiavi {
    ($($name:ident = $key:literal,)*) => {$(
        #[doc = concat!("`", $key, "`.")]
        pub const $name: $crate::nomi::Chiave = $crate::nomi::Chiave::new($key);
    )*};
}

pub(in crate::nomi) use chiavi;
