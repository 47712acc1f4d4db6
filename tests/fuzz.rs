//! Plans and files of offices that were changed at random, byte by byte and line by line: what holds of
//! all holds of them. A short run each time; `PIAO_FUZZ=1200` goes on for so many seconds.

use std::fs;
use std::io::{Cursor, Read as _};
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

use crate::support::{read, repo, smallest, tree};

#[path = "../fuzz/bersagli.rs"]
mod bersagli;

/// How many texts a short run tries.
const SHORT: u32 = 25;
/// What is written in the place of something else.
const ODD: &[&str] = &[
    "",
    "\"\"",
    "0",
    "-1",
    "9223372036854775807",
    "1e308",
    "nan",
    "true",
    "[]",
    "{}",
    "[[]]",
    "2027-02-30",
    "2027-12-31",
    "\"≥ 95 %\"",
    "\"31/12/2027\"",
    "\"u-1\"",
    "\"\"\"\n# a\n\n| b |\n|---|\n| c |\n\"\"\"",
    "\"[x](https://x.it) [^1]\\n\\n[^1]: y\"",
    "{ file = \"testi/x.md\" }",
    "{ file = \"../x\" }",
    "{ altro = \"x\" }",
    "\"\\u0000\"",
    "\"\\u202E\"",
    "\"𝕏\"",
    "\u{feff}",
    "\r",
    "'''",
    "#",
    "=",
    "[",
    "]",
    "//// a.md\n",
];

/// Numbers that follow from a seed (xorshift): the same at every run.
struct Caso(u64);

impl Caso {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).expect("53 bits") % limit.max(1)
    }

    /// A place of a text where a letter begins.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    /// The stretch of a line of a text.
    fn line(&mut self, text: &str) -> std::ops::Range<usize> {
        let at = self.place(text);
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        start..text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
    }

    /// A text with one change.
    fn changed(&mut self, text: &mut String, other: &str) {
        match self.below(7) {
            0 => drop(text.drain(self.line(text))),
            1 => {
                let line = text[self.line(text)].to_owned();
                text.insert_str(self.line(text).start, &line);
            }
            2 => text.insert_str(self.line(text).start, &other[self.line(other)]),
            3 => {
                let line = self.line(text);
                let value =
                    text[line.clone()].find('=').map_or(line.start, |at| line.start + at + 1);
                text.replace_range(value..line.end, &format!(" {}\n", ODD[self.below(ODD.len())]));
            }
            4 => {
                let (a, b) = (self.place(text), self.place(text));
                let end = text.floor_char_boundary((a.min(b) + 40).min(a.max(b)));
                text.replace_range(a.min(b)..end, ODD[self.below(ODD.len())]);
            }
            5 => text.truncate(self.place(text)),
            _ => {
                let (from, to) = (self.place(other), self.place(other));
                let piece = &other
                    [from.min(to)..other.floor_char_boundary(from.max(to).min(from.min(to) + 400))];
                text.insert_str(self.place(text), piece);
            }
        }
    }
}

/// Whole plans, each in one text.
fn corpus() -> Vec<String> {
    let joined = |name: &str| {
        let files = tree(&repo(&format!("examples/{name}"))).into_iter();
        let texts = files.filter_map(|(name, bytes)| Some((name, String::from_utf8(bytes).ok()?)));
        let texts = texts.filter(|(name, _)| !name.starts_with("dist/"));
        texts
            .map(|(name, text)| ["//// ", &name, "\n", &text, "\n"].concat())
            .collect::<Vec<_>>()
            .concat()
    };
    let kept = tree(&repo("fuzz/semi")).into_iter();
    let kept = kept.map(|(name, _)| read(&format!("fuzz/semi/{name}")));
    let plans = [smallest("ordinario"), smallest("semplificato"), joined("comune-piccolo")];
    plans.into_iter().chain([joined("provincia-di-esempio")]).chain(kept).collect()
}

/// Files as offices have them, each in one text; of one that is an archive, its parts, a tag a line.
fn offices() -> Vec<String> {
    let archive = |name: &str, bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut parts = String::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).ok()?;
            let (inside, mut text) = (part.name().ok()?.into_owned(), String::new());
            if part.read_to_string(&mut text).is_ok() {
                let text = text.replace("><", ">\n<");
                parts.push_str(&["//// ", name, "/", &inside, "\n", &text, "\n"].concat());
            }
        }
        Some(parts)
    };
    let kept = tree(&repo("fuzz/semi/uffici")).into_iter();
    let kept = kept.filter_map(|(_, bytes)| String::from_utf8(bytes).ok());
    let folders = ["tests/fogli", "tests/importazione", "examples/comune-piccolo"];
    let files = folders.iter().flat_map(|folder| tree(&repo(folder)));
    let texts = files.filter_map(|(name, bytes)| {
        let plain = || Some(["//// ", &name, "\n", std::str::from_utf8(&bytes).ok()?].concat());
        match name.rsplit('.').next()? {
            "xlsx" | "ods" | "docx" => archive(&name, &bytes),
            "csv" | "md" => plain(),
            _ => None,
        }
    });
    texts.chain(kept).collect()
}

/// Tries a target on texts changed from those of a corpus; one that it does not bear is kept.
#[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
fn run(name: &str, corpus: &[String], target: impl Fn(&str)) {
    let seconds = std::env::var("PIAO_FUZZ").ok().and_then(|seconds| seconds.parse().ok());
    let (begin, length) = (Instant::now(), seconds.map(Duration::from_secs));
    let seed = std::env::var("PIAO_FUZZ_SEME").ok().and_then(|seed| seed.parse().ok());
    let mut caso = Caso(seed.unwrap_or(0x9e37_79b9_7f4a_7c15));
    let mut tried = 0;
    while length.map_or(tried < SHORT, |length| begin.elapsed() < length) {
        let mut text = corpus[caso.below(corpus.len())].clone();
        let other = corpus[caso.below(corpus.len())].clone();
        for _ in 0..=caso.below(6) {
            caso.changed(&mut text, &other);
        }
        let bears = panic::catch_unwind(AssertUnwindSafe(|| target(&text))).is_ok();
        if !bears {
            let kept = std::env::temp_dir().join(format!("piao-{name}-{tried}.txt"));
            fs::write(&kept, &text).expect("a temporary folder");
            panic!("{name}: does not bear {} (put it in fuzz/semi)", kept.display());
        }
        tried += 1;
    }
    println!("{name}: {tried} texts in {:?}", begin.elapsed());
}

#[test]
fn what_is_kept_is_borne() {
    for text in corpus() {
        bersagli::check(&text);
        bersagli::draw(&text, &["file"]);
    }
}

#[test]
fn any_plan_is_checked() {
    run("check", &corpus(), bersagli::check);
}

#[test]
fn any_plan_is_drawn() {
    run("draw", &corpus(), |text| bersagli::draw(text, &["file", "sito"]));
}

#[cfg(feature = "pdf")]
#[test]
fn any_plan_that_is_drawn_is_verified() {
    run("pdf", &corpus(), |text| bersagli::draw(text, &["pdf"]));
}

#[test]
fn any_file_of_an_office_is_imported() {
    let offices = offices();
    for text in &offices {
        bersagli::office(text);
    }
    run("office", &offices, bersagli::office);
}
