//! Packs the objects of a PDF into compressed streams: the tag tree of an accessible document is
//! four fifths of its size, and shrinks to a tenth.
//!
//! It reads what typst writes and nothing else: objects one after the other, then a table of their
//! places. Objects are moved as they are, without a look at what they say: the second reader reads
//! them all, with a parser that shares nothing with this one.
//!
//! PDF/A wants the length of a stream to be exactly that of its data. Data that end with a
//! carriage return cannot be told from the line end that follows, so no stream is left with any.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rayon::prelude::*;

/// Objects for each stream: more are smaller, but whoever wants one of them unpacks them all.
const OBJECTS: usize = 100;
/// Bytes of the place of an object: its kind, where it is or in which stream, its rank there.
const PLACE: usize = 1 + 4 + 2;

/// The bytes are not laid out as typst lays them out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unknown;

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the PDF is not laid out as typst lays it out")
    }
}

impl Error for Unknown {}

/// The same document, packed, its metadata rewritten. The same bytes come out for the same bytes in.
pub(super) fn pack(bytes: &[u8], rewrite: &dyn Fn(&str) -> String) -> Result<Vec<u8>, Unknown> {
    let Written { head, objects, trailer } = Written::read(bytes).ok_or(Unknown)?;
    let (streams, plain): (Vec<_>, Vec<_>) =
        objects.iter().partition(|(_, body)| body.ends_with(b"\nendstream"));
    let groups: Vec<&[&Object<'_>]> = plain.chunks(OBJECTS).collect();
    let packed: Vec<Vec<u8>> = groups.par_iter().map(|group| together(group)).collect();
    let mut out = Out::new(head, objects.len());
    for (id, body) in streams {
        out.place(*id)?;
        out.object(*id, &fit(body, rewrite).ok_or(Unknown)?);
    }
    for (group, packed) in groups.iter().zip(&packed) {
        let id = out.next()?;
        for (rank, (own, _)) in group.iter().enumerate() {
            out.places.set(*own, 2, id, rank)?;
        }
        out.object(id, packed);
    }
    out.end(trailer)
}

/// An object: its number, and what stands between its `obj` and its `endobj`.
type Object<'a> = (usize, &'a [u8]);

/// A PDF as typst writes it.
struct Written<'a> {
    /// What stands before the objects.
    head: &'a [u8],
    /// The objects, by number from 1.
    objects: Vec<Object<'a>>,
    /// What its trailer says, its size apart.
    trailer: &'a [u8],
}

impl<'a> Written<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        /// Bytes of a row of the table.
        const ROW: usize = 20;
        let mut lines = bytes.rsplit(|byte| *byte == b'\n');
        let mut line = || lines.next();
        let (end, table, start, trailer) = (line()?, number(line()?)?, line()?, line()?);
        if end != b"%%EOF" || start != b"startxref" {
            return None;
        }
        let rest = bytes.get(table..)?.strip_prefix(b"xref\n0 ")?;
        let digits = rest.iter().position(|byte| *byte == b'\n')?;
        let count = number(&rest[..digits])?;
        let rows = rest.get(digits + 1..)?.get(..count.checked_mul(ROW)?)?.chunks(ROW);
        // The first row is of no object.
        let starts: Vec<usize> =
            rows.skip(1).map(|row| number(&row[..10])).collect::<Option<_>>()?;
        let mut ends = starts.clone();
        ends.push(table);
        ends.sort_unstable();
        let object = |(id, start): (usize, &usize)| {
            let end = ends[ends.partition_point(|end| end <= start)..].first()?;
            let body = bytes.get(*start..*end)?.strip_prefix(format!("{id} 0 obj\n").as_bytes())?;
            Some((id, body.trim_ascii_end().strip_suffix(b"\nendobj")?))
        };
        let objects = (1..).zip(&starts).map(object).collect::<Option<_>>()?;
        let size = format!("<</Size {count}");
        let trailer = trailer.strip_prefix(size.as_bytes())?.strip_suffix(b">>")?;
        Some(Self { head: &bytes[..*ends.first()?], objects, trailer })
    }
}

/// A whole number, in figures alone.
fn number(figures: &[u8]) -> Option<usize> {
    str::from_utf8(figures).ok()?.parse().ok()
}

/// A stream whose data do not end with a carriage return, for whatever follows the end of compressed
/// data is not read; that of the metadata, rewritten.
fn fit<'a>(body: &'a [u8], rewrite: &dyn Fn(&str) -> String) -> Option<Cow<'a, [u8]>> {
    const BEGIN: &[u8] = b">>\nstream\n";
    const END: &[u8] = b"\nendstream";
    let begin = body.windows(BEGIN.len()).position(|window| window == BEGIN)?;
    let (dict, data) = body.strip_suffix(END)?.split_at_checked(begin + BEGIN.len())?;
    let dict = str::from_utf8(dict).ok()?;
    let new = if dict.contains("/Type/Metadata") {
        rewrite(str::from_utf8(data).ok()?).into_bytes()
    } else if data.ends_with(b"\r") {
        [data, b"\0"].concat()
    } else {
        return Some(body.into());
    };
    let (before, after) = dict.split_once(&format!("/Length {}", data.len()))?;
    let dict = format!("{before}/Length {}{after}", new.len());
    Some([dict.as_bytes(), &new, END].concat().into())
}

/// Some objects as the body of one: a stream that begins with their numbers and places.
fn together(objects: &[&Object<'_>]) -> Vec<u8> {
    let (mut index, mut bodies) = (String::new(), Vec::new());
    for (id, body) in objects {
        index += &format!("{id} {} ", bodies.len());
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let (count, first) = (objects.len(), index.len());
    let said = format!("/Type/ObjStm/N {count}/First {first}");
    stream(&said, &[index.as_bytes(), &bodies].concat())
}

/// The body of a compressed stream.
fn stream(said: &str, data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    let data = encoder.write_all(data).and_then(|()| encoder.finish());
    let mut data = data.expect("memory takes everything");
    if data.ends_with(b"\r") {
        data.push(0);
    }
    let head = format!("<<{said}/Filter/FlateDecode/Length {}>>\nstream\n", data.len());
    [head.as_bytes(), &data, b"\nendstream"].concat()
}

/// Where each object is.
struct Places(Vec<[u8; PLACE]>);

impl Places {
    fn set(&mut self, id: usize, kind: u8, place: usize, rank: usize) -> Result<(), Unknown> {
        let place = u32::try_from(place).map_err(|_| Unknown)?.to_be_bytes();
        let rank = u16::try_from(rank).map_err(|_| Unknown)?.to_be_bytes();
        let row = [&[kind][..], &place, &rank].concat();
        self.0[id].copy_from_slice(&row);
        Ok(())
    }

    /// Each row but for what it has in common with the row above, which compresses to a tenth.
    fn differences(&self) -> Vec<u8> {
        /// The filter of a row that says how it differs from the one above.
        const UP: u8 = 2;
        let mut above = [0; PLACE];
        let mut bytes = Vec::new();
        for row in &self.0 {
            bytes.push(UP);
            bytes.extend(row.iter().zip(above).map(|(own, above)| own.wrapping_sub(above)));
            above = *row;
        }
        bytes
    }
}

/// A PDF that is being written.
struct Out {
    bytes: Vec<u8>,
    places: Places,
}

impl Out {
    fn new(head: &[u8], objects: usize) -> Self {
        Self { bytes: head.to_vec(), places: Places(vec![[0; PLACE]; objects + 1]) }
    }

    /// The number of a new object, which comes next.
    fn next(&mut self) -> Result<usize, Unknown> {
        let id = self.places.0.len();
        self.places.0.push([0; PLACE]);
        self.place(id)?;
        Ok(id)
    }

    /// Says that an object comes next.
    fn place(&mut self, id: usize) -> Result<(), Unknown> {
        self.places.set(id, 1, self.bytes.len(), 0)
    }

    fn object(&mut self, id: usize, body: &[u8]) {
        self.bytes.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n\n");
    }

    /// The whole, with the places of the objects and what the trailer said.
    fn end(mut self, trailer: &[u8]) -> Result<Vec<u8>, Unknown> {
        let start = self.bytes.len();
        let id = self.next()?;
        let trailer = str::from_utf8(trailer).map_err(|_| Unknown)?;
        let said = format!(
            "/Type/XRef/Size {}/W[1 4 2]{trailer}/DecodeParms<</Predictor 12/Columns {PLACE}>>",
            id + 1,
        );
        let body = stream(&said, &self.places.differences());
        self.object(id, &body);
        self.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
        Ok(self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of some objects, laid out as typst lays it out.
    fn written(bodies: &[&[u8]]) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n\n".to_vec();
        let mut rows = String::from("0000000000 65535 f\r\n");
        for (id, body) in (1..).zip(bodies) {
            rows += &format!("{:010} 00000 n\r\n", bytes.len());
            bytes.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
            bytes.extend_from_slice(body);
            bytes.extend_from_slice(b"\nendobj\n\n");
        }
        let (table, count) = (bytes.len(), bodies.len() + 1);
        let end = format!(
            "xref\n0 {count}\n{rows}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF",
        );
        bytes.extend_from_slice(end.as_bytes());
        bytes
    }

    fn holds(bytes: &[u8], what: &[u8]) -> bool {
        bytes.windows(what.len()).any(|window| window == what)
    }

    #[test]
    fn no_data_end_with_a_carriage_return() {
        let data = b"<</Length 5>>\nstream\nabcd\r\nendstream";
        let packed =
            pack(&written(&[b"<</Type/Catalog>>", data]), &str::to_owned).expect("typst's");
        assert!(holds(&packed, b"<</Length 6>>\nstream\nabcd\r\0\nendstream"));
        let wrong = b"<</Length 9>>\nstream\nabcd\r\nendstream";
        assert_eq!(pack(&written(&[wrong]), &str::to_owned), Err(Unknown));
    }

    #[test]
    fn the_metadata_alone_are_rewritten() {
        let metadata = b"<</Length 3/Type/Metadata>>\nstream\none\nendstream";
        let other = b"<</Length 3>>\nstream\none\nendstream";
        let packed = pack(&written(&[metadata, other]), &|text| text.replace("one", "three"));
        let packed = packed.expect("typst's");
        assert!(holds(&packed, b"<</Length 5/Type/Metadata>>\nstream\nthree\nendstream"));
        assert!(holds(&packed, other));
    }

    #[test]
    fn what_typst_does_not_write_is_refused() {
        let good = written(&[b"<</Type/Catalog>>"]);
        assert!(pack(&good, &str::to_owned).is_ok());
        for length in [0, 1, 20, good.len() / 2, good.len() - 1] {
            assert_eq!(pack(&good[..length], &str::to_owned), Err(Unknown), "{length} bytes");
        }
        let text = String::from_utf8(good).expect("no stream, no bytes");
        for (says, said) in
            [("1 0 obj", "2 0 obj"), ("/Size 2", "/Size 3"), ("0000000010", "0000000011")]
        {
            assert!(text.contains(says), "{says}");
            assert_eq!(
                pack(text.replace(says, said).as_bytes(), &str::to_owned),
                Err(Unknown),
                "{said}"
            );
        }
    }
}
