//! Values of closed lists.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

/// A closed list, as a type.
pub trait Scelta: Copy + 'static {
    /// Its name in `plan/vocabolari/`.
    const LISTA: &'static str;

    /// All its values, in the order of the list.
    const TUTTE: &'static [Self];

    /// The key, as a plan writes it.
    fn chiave(self) -> &'static str;

    /// The value with this key; none when only a law other than the embedded one knows it.
    fn read(chiave: &str) -> Option<Self> {
        Self::TUTTE.iter().copied().find(|value| value.chiave() == chiave)
    }
}

/// Reads one value; an unknown one is as none.
pub(crate) fn una<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Scelta,
{
    Ok(Option::<Cow<'_, str>>::deserialize(deserializer)?.and_then(|key| T::read(&key)))
}

/// Reads several values, without the unknown ones.
pub(crate) fn molte<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Scelta,
{
    let keys = Vec::<Cow<'_, str>>::deserialize(deserializer)?;
    Ok(keys.iter().filter_map(|key| T::read(key)).collect())
}

/// Makes a type of each list.
macro_rules! scelte {
    ($($(#[$doc:meta])* $name:ident = $lista:literal { $($value:ident = $key:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "`.")] $value,)*
        }

        impl $crate::nomi::scelta::Scelta for $name {
            const LISTA: &'static str = $lista;
            const TUTTE: &'static [Self] = &[$(Self::$value,)*];

            fn chiave(self) -> &'static str {
                match self { $(Self::$value => $key,)* }
            }
        }

        impl $name {
            /// The key, as a plan writes it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                $crate::nomi::scelta::Scelta::chiave(self)
            }
        }
    )*};
}

pub(in crate::nomi) use scelte;
