//! The theme: the colours of every output, from `tema.toml` and from the plan's own in its place.
//!
//! Whoever changes a colour cannot make a text that is not read: each is held against the grounds
//! on which it is written.

mod colore;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{Layout, LayoutError};
pub(super) use colore::Colore;

/// Name of the theme among the layouts.
pub(super) const TEMA: &str = "tema.toml";
/// The least contrast of a text with its ground, in hundredths: WCAG 2.2, 1.4.3.
const CONTRASTO: u32 = 450;
/// Shares of white in the faint shade and in the thread of a hue that does not say them.
const TENUE: u32 = 90;
const FILO: u32 = 60;
/// The ground of what stands out in a text, and of a warning.
const VELO: Colore = Colore([0xf3, 0xf6, 0xf9]);
const GIALLO: Colore = Colore([0xff, 0xf5, 0xe0]);
/// Inks with no hue, by name, and the grounds on which each is written.
const INCHIOSTRI: &[(&str, &[Colore])] = &[
    ("testo", &[Colore::BIANCO, VELO]),
    ("titoli", &[Colore::BIANCO, VELO]),
    ("secondario", &[Colore::BIANCO, VELO]),
    ("collegamenti", &[Colore::BIANCO, VELO]),
    ("avviso", &[Colore::BIANCO, GIALLO]),
    ("mancante", &[Colore::BIANCO]),
];
/// Hues by name, in the order of their numbers.
const TINTE: &[&str] = &["neutra", "sezione_1", "sezione_2", "sezione_3", "sezione_4", "valori"];
/// Which custom properties of the style hold an ink.
const STILE: &[(&str, &str)] = &[
    ("testo", "--testo"),
    ("secondario", "--tenue"),
    ("collegamenti", "--rinvio"),
    ("avviso", "--ocra"),
    ("mancante", "--manca"),
];

/// The colours of every output.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tema {
    /// Inks, by name.
    colori: BTreeMap<&'static str, Colore>,
    /// Hues, by number.
    tinte: Vec<Tinta>,
    /// Names of the inks and of the hues that a plan changes.
    #[serde(skip)]
    cambiati: Vec<&'static str>,
}

/// A hue: ink and ground, faint ground, thread.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Tinta {
    pub(super) pieno: Colore,
    pub(super) tenue: Colore,
    pub(super) filo: Colore,
}

/// The theme as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Scritto {
    #[serde(default)]
    colori: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    tinte: BTreeMap<Spanned<String>, TintaScritta>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TintaScritta {
    pieno: Option<Spanned<String>>,
    tenue: Option<Spanned<String>>,
    filo: Option<Spanned<String>>,
}

impl Tema {
    /// The theme of a layout.
    pub(super) fn of(layout: &Layout) -> Result<Self, LayoutError> {
        let mut tema = Self { colori: BTreeMap::new(), tinte: Vec::new(), cambiati: Vec::new() };
        tema.read(&Layout::embedded().text(TEMA)?)?;
        let embedded = tema.clone();
        if layout.is_overridden(TEMA) {
            tema.read(&layout.text(TEMA)?)?;
        }
        let mut changed = std::mem::take(&mut tema.cambiati);
        changed.retain(|name| tema.ink(name) != embedded.ink(name));
        Ok(Self { cambiati: changed, ..tema })
    }

    /// What is written with under a name: an ink, or that of a hue.
    fn ink(&self, name: &str) -> Option<Colore> {
        let hue = || self.tinte.get(TINTE.iter().position(|own| *own == name)?);
        self.colori.get(name).copied().or_else(|| hue().map(|hue| hue.pieno))
    }

    /// An ink.
    pub(super) fn colore(&self, name: &str) -> Colore {
        self.colori.get(name).copied().unwrap_or(Colore::NERO)
    }

    /// A hue, by its number.
    #[cfg(feature = "pdf")]
    pub(super) fn tinta(&self, number: u8) -> Tinta {
        let found = self.tinte.get(usize::from(number)).or_else(|| self.tinte.first());
        found.copied().unwrap_or(Tinta::of(Colore::NERO))
    }

    /// Takes what a text says in the place of what was there.
    fn read(&mut self, text: &str) -> Result<(), LayoutError> {
        self.cambiati.clear();
        let written: Scritto = toml::from_str(text).map_err(|error| {
            let line = error.span().map(|span| line(text, &span));
            let what = "il tema non è scritto come si deve: colori in [colori] e in [tinte.nome]";
            LayoutError::new(TEMA, line, what).because(error)
        })?;
        for (name, value) in &written.colori {
            let known = INCHIOSTRI.iter().find(|(own, _)| own == name.get_ref());
            let (name, grounds) = known.ok_or_else(|| unknown(text, name))?;
            let colore = colour(text, value)?;
            for ground in *grounds {
                legible(text, &value.span(), name, colore, *ground)?;
            }
            self.colori.insert(*name, colore);
            self.cambiati.push(*name);
        }
        for (name, own) in &written.tinte {
            let number = TINTE.iter().position(|known| known == name.get_ref());
            let number = number.ok_or_else(|| unknown(text, name))?;
            let before = self.tinte.get(number).copied();
            let read = |value: &Option<Spanned<String>>| {
                value.as_ref().map(|value| colour(text, value)).transpose()
            };
            let pieno = read(&own.pieno)?;
            let made = pieno.map(Tinta::of).or(before);
            let made = made.unwrap_or(Tinta::of(Colore::NERO));
            let tinta = Tinta {
                pieno: made.pieno,
                tenue: read(&own.tenue)?.unwrap_or(made.tenue),
                filo: read(&own.filo)?.unwrap_or(made.filo),
            };
            let place = [&own.pieno, &own.tenue].into_iter().flatten().next();
            let place = place.map_or_else(|| name.span(), Spanned::span);
            for ground in [Colore::BIANCO, tinta.tenue] {
                legible(text, &place, TINTE[number], tinta.pieno, ground)?;
            }
            if number >= self.tinte.len() {
                self.tinte.resize(number + 1, tinta);
            }
            self.tinte[number] = tinta;
            self.cambiati.push(TINTE[number]);
        }
        Ok(())
    }

    /// What a style has to say after its own colours; nothing when none is changed. On dark ground
    /// the same hues are lighter.
    pub(super) fn css(&self) -> String {
        let mut out = String::new();
        for name in &self.cambiati {
            if let Some((_, property)) = STILE.iter().find(|(own, _)| own == name) {
                let colore = self.colore(name);
                out += &format!(":root{{{property}:{}}}\n", pair(colore));
            }
            if *name == "titoli" {
                out += &format!(":root{{--capo:{}}}\n", self.colore(name));
            }
            let Some(number) = TINTE.iter().position(|own| own == name) else { continue };
            let who = match number {
                0 => ":root,.s0,.t0".to_owned(),
                5 => ".s5,.t5,.scheda-obiettivo_vp".to_owned(),
                number => format!(".s{number},.t{number}"),
            };
            let Tinta { pieno, .. } = self.tinte[number];
            out += &format!("{who}{{--t:{};--f:{pieno}}}\n", pair(pieno));
        }
        out
    }
}

impl Tinta {
    fn of(pieno: Colore) -> Self {
        Self { pieno, tenue: pieno.with_white(TENUE), filo: pieno.with_white(FILO) }
    }
}

fn pair(colore: Colore) -> String {
    format!("light-dark({colore},{})", colore.on_dark())
}

fn unknown(text: &str, name: &Spanned<String>) -> LayoutError {
    let all: Vec<&str> =
        INCHIOSTRI.iter().map(|(name, _)| *name).chain(TINTE.iter().copied()).collect();
    let message =
        format!("«{}» non è un colore del tema: ci sono {}", name.get_ref(), all.join(", "));
    LayoutError::new(TEMA, Some(line(text, &name.span())), message)
}

fn colour(text: &str, value: &Spanned<String>) -> Result<Colore, LayoutError> {
    Colore::read(value.get_ref()).ok_or_else(|| {
        let message = format!("«{}» non è un colore: si scrive come \"#00529e\"", value.get_ref());
        LayoutError::new(TEMA, Some(line(text, &value.span())), message)
    })
}

/// Whether a text of this colour is read on a ground.
fn legible(
    text: &str,
    place: &Range<usize>,
    name: &str,
    ink: Colore,
    ground: Colore,
) -> Result<(), LayoutError> {
    let contrast = ink.contrast(ground);
    if contrast >= CONTRASTO {
        return Ok(());
    }
    let on =
        if ground == Colore::BIANCO { "sul bianco".into() } else { format!("sul fondo {ground}") };
    let message = format!(
        "«{name}» ({ink}) ha contrasto {},{:02}:1 {on}: perché si legga ci vuole almeno 4,5:1",
        contrast / 100,
        contrast % 100
    );
    Err(LayoutError::new(TEMA, Some(line(text, place)), message))
}

fn line(text: &str, place: &Range<usize>) -> usize {
    text.get(..place.start).unwrap_or(text).matches('\n').count() + 1
}
