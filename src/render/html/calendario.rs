//! What falls due as a calendar that other programs subscribe to (RFC 5545).

use crate::view::dati::Scadenza;
use crate::view::document::Documento;
use crate::view::formato;

/// The file.
pub(super) const CALENDARIO: &str = "scadenze.ics";
/// Longest line, in bytes, its end left out.
const RIGA: usize = 75;

/// The calendar of a document; nothing where nothing falls due.
pub(super) fn calendar(document: &Documento) -> Option<String> {
    let Documento { ente, titolo_breve, triennio, data, dati, .. } = document;
    if dati.scadenze.is_empty() {
        return None;
    }
    let mut out = String::new();
    let of = formato::slug(ente);
    // The stamp is the day of the plan: the same source gives the same bytes.
    let stamp = data.replace('-', "");
    for line in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".into(),
        "PRODID:-//piao//PIAO//IT".into(),
        "CALSCALE:GREGORIAN".into(),
        format!("NAME:{}", escape(&format!("Scadenze del {titolo_breve}, {ente}"))),
    ] {
        fold(&line, &mut out);
    }
    for Scadenza { giorno, chiave, titolo, chi } in &dati.scadenze {
        fold("BEGIN:VEVENT", &mut out);
        fold(&format!("UID:{chiave}@piao-{triennio}.{of}"), &mut out);
        fold(&format!("DTSTAMP:{stamp}T000000Z"), &mut out);
        fold(&format!("DTSTART;VALUE=DATE:{}", giorno.strftime("%Y%m%d")), &mut out);
        fold(&format!("SUMMARY:{}", escape(titolo)), &mut out);
        if !chi.is_empty() {
            fold(&format!("DESCRIPTION:{}", escape(chi)), &mut out);
        }
        fold("TRANSP:TRANSPARENT", &mut out);
        fold("END:VEVENT", &mut out);
    }
    fold("END:VCALENDAR", &mut out);
    Some(out)
}

/// A text as a value: signs that would end it are marked.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line, and those that continue it, none longer than the standard admits.
fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = RIGA;
    while rest.len() > room {
        let (first, after) = rest.split_at(rest.floor_char_boundary(room));
        out.push_str(first);
        out.push_str("\r\n ");
        rest = after;
        room = RIGA - 1;
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_and_says_the_same() {
        let line = "SUMMARY:".to_owned() + &"è già così, più in là ".repeat(20);
        let mut folded = String::new();
        fold(&line, &mut folded);
        assert!(folded.split("\r\n").all(|line| line.len() <= RIGA), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn signs_do_not_end_a_value() {
        assert_eq!(escape("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
