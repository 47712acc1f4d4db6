//! A colour, and how well it is read on another.

use std::fmt;

use serde::{Serialize, Serializer};

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Colore(pub(in crate::render) [u8; 3]);

/// The ground of what is read by night, and the contrast that hues have there, in hundredths.
const NOTTE: Colore = Colore([0x11, 0x18, 0x1f]);
const DI_NOTTE: u32 = 700;

impl Colore {
    pub(in crate::render) const BIANCO: Self = Self([255; 3]);
    pub(in crate::render) const NERO: Self = Self([0; 3]);

    /// Reads `#00529e`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits =
            text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// The same colour with a share of white, in hundredths.
    pub(super) fn with_white(self, share: u32) -> Self {
        let mixed = |part: u8| {
            let sum = u32::from(part) * (100 - share) + 255 * share;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(self.0.map(mixed))
    }

    /// The first of its shades, from full to white, that is well read by night.
    pub(super) fn on_dark(self) -> Self {
        let shades = (0..=100).map(|share| self.with_white(share));
        shades.into_iter().find(|shade| shade.contrast(NOTTE) >= DI_NOTTE).unwrap_or(Self::BIANCO)
    }

    /// Contrast with another colour, in hundredths, never more than it is (WCAG 2.2).
    pub(super) fn contrast(self, other: Self) -> u32 {
        let (one, two) = (self.luminance(), other.luminance());
        let (light, dark) = if one > two { (one, two) } else { (two, one) };
        let ratio = (light + 0.05) / (dark + 0.05) * 100.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "100 to 2100")]
        let hundredths = (ratio + 1e-9).floor() as u32;
        hundredths
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Serialize for Colore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let grey = Colore::read("#767676").expect("a colour");
        assert_eq!(Colore::NERO.contrast(Colore::BIANCO), 2100);
        assert_eq!(grey.contrast(Colore::BIANCO), 454);
        assert_eq!(Colore::read("#777777").expect("a colour").contrast(Colore::BIANCO), 447);
        assert!(grey.on_dark().contrast(NOTTE) >= DI_NOTTE);
    }

    #[test]
    fn what_is_no_colour_is_not_read() {
        for text in ["", "#fff", "00529e0", "#00529g", "#00529eff", "#èèè"] {
            assert_eq!(Colore::read(text), None, "{text}");
        }
        assert_eq!(Colore::read("#00529E").map(|own| own.to_string()), Some("#00529e".into()));
    }
}
