//! The files of an office, each read by what it is.

use csv::ReaderBuilder;

use super::brano::{Brano, Cosa, Paragrafo, Tabella};
use super::docx;
use crate::fogli::{Contenuto, Guasto, nome};
use crate::schema::separatore;
use crate::source::{File, Griglia, Refusal, Source};
use crate::valori::cella;

/// A file of an office.
#[derive(Debug, Clone)]
pub struct Portato {
    /// Its name.
    pub nome: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that was read: its pieces, or its text whole where it is one of a plan already.
#[derive(Debug)]
pub(super) struct Letto {
    /// Its name without what says its kind.
    pub(super) nome: String,
    pub(super) brani: Vec<Brano>,
    /// The text, of a file that is Markdown already.
    pub(super) markdown: Option<String>,
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Illeggibile {
    /// The file.
    pub file: String,
    /// Why.
    pub perche: String,
    /// What to do.
    pub aiuto: String,
}

/// Reads a file.
pub(super) fn read(portato: &Portato) -> Result<Letto, Illeggibile> {
    let Portato { nome: file, bytes } = portato;
    let bare = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let (stem, kind) = bare.rsplit_once('.').unwrap_or((bare, ""));
    let refuse = |perche: &str, aiuto: &str| Illeggibile {
        file: file.clone(),
        perche: perche.into(),
        aiuto: aiuto.into(),
    };
    let kind = kind.to_lowercase();
    let letto = |brani, markdown| Letto { nome: stem.into(), brani, markdown };
    match kind.as_str() {
        "docx" => {
            let brani =
                docx::read(bare, bytes).map_err(|guasto| shut(file, &guasto, "documento"))?;
            Ok(letto(brani, None))
        }
        "csv" | "xlsx" | "ods" | "md" => {
            let name = format!("file.{kind}");
            let mut source = Source::from_files([(name.as_str(), bytes.as_slice())]);
            source.open(&[name].into());
            let refused = source.files.iter().find_map(|own| own.refused.as_ref());
            match refused {
                None => {}
                Some(Refusal::Shut(guasto)) => return Err(shut(file, guasto, "foglio di calcolo")),
                Some(Refusal::Workbook) => {
                    return Err(refuse(
                        "è un foglio di calcolo con il nome di un CSV",
                        "dagli il nome .xlsx, o salvalo come CSV",
                    ));
                }
                Some(_) => {
                    return Err(refuse("non è testo UTF-8", "salvalo di nuovo come testo UTF-8"));
                }
            }
            let sheets = source.files.iter().filter(|own| own.griglia.is_some());
            Ok(match kind.as_str() {
                "md" => {
                    let text = source.files[0].text.clone();
                    letto(markdown(bare, &text), Some(text))
                }
                "csv" => letto(vec![csv(bare, stem, &source.files[0].text)], None),
                _ => letto(sheets.filter_map(|own| sheet(bare, own)).collect(), None),
            })
        }
        "pdf" => Err(refuse(
            "di un PDF resta l’aspetto, non quali parole sono titoli e quali celle",
            "importa il documento da cui viene; se non c’è più, apri il PDF con Word o LibreOffice e \
             salvalo come DOCX",
        )),
        "doc" | "rtf" | "odt" => {
            Err(refuse("è un documento in un altro formato", "salvalo come DOCX"))
        }
        "xls" => Err(refuse("è un foglio di calcolo come una volta", "salvalo come XLSX")),
        _ => Err(refuse(
            "non è di un tipo che si importa",
            "si importano DOCX, XLSX, ODS, CSV e testi Markdown (.md)",
        )),
    }
}

fn shut(file: &str, guasto: &Guasto, what: &str) -> Illeggibile {
    let (perche, aiuto) = match guasto {
        Guasto::Protetta => (
            "chiede una parola d’ordine, o è di un formato di una volta".to_owned(),
            "toglila, e salva il file di nuovo",
        ),
        Guasto::Smisurata => (
            "una volta aperto occupa troppo".to_owned(),
            "togli ciò che non serve, o dividilo in più file",
        ),
        Guasto::Rotta => (
            format!("è rotto, o non è un {what}"),
            "aprilo con il programma con cui è stato scritto e salvalo di nuovo",
        ),
    };
    Illeggibile { file: file.into(), perche, aiuto: aiuto.into() }
}

fn csv(file: &str, stem: &str, text: &str) -> Brano {
    let (separator, start) = separatore(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(&text.as_bytes()[start..]);
    let rows = reader.byte_records().flatten().map(|row| {
        let cell = |cell: &[u8]| cella::read(String::from_utf8_lossy(cell).trim()).to_owned();
        row.iter().map(cell).collect()
    });
    let tabella = Tabella::new(stem, rows.collect());
    Brano { luogo: file.into(), cosa: Cosa::Tabella(tabella) }
}

fn sheet(file: &str, own: &File) -> Option<Brano> {
    let griglia = own.griglia.as_ref()?;
    let name = griglia.foglio.nome.clone();
    let mut note = Vec::new();
    let width = griglia.foglio.celle.iter().map(|((_, column), _)| *column).max().unwrap_or(0);
    let rows = griglia.righe().map(|(row, cells)| {
        let mut out = vec![String::new(); width as usize];
        for cell in cells {
            let at = cell.colonna as usize - 1;
            match cell.contenuto {
                Contenuto::Testo(text) => out[at].clone_from(text),
                Contenuto::Errore(error) => {
                    note.push(format!("{}: l’errore {error}", nome((row, cell.colonna))));
                }
                Contenuto::Formula => {
                    let at = nome((row, cell.colonna));
                    note.push(format!("{at}: una formula che nessuno ha ancora calcolato"));
                }
            }
        }
        (row, out)
    });
    let mut rows: Vec<(u32, Vec<String>)> = rows.collect();
    note.extend(spread(griglia, &mut rows));
    let foglio = &griglia.foglio;
    if !foglio.righe_nascoste.is_empty() || !foglio.colonne_nascoste.is_empty() {
        note.push("il foglio ha righe o colonne nascoste: sono lette come le altre".into());
    }
    let mut tabella = Tabella::new(&name, rows.into_iter().map(|(_, row)| row).collect());
    tabella.note = note;
    let luogo = format!("{file} › {name}");
    (!tabella.righe.is_empty()).then_some(Brano { luogo, cosa: Cosa::Tabella(tabella) })
}

/// Says again in each row what cells that are one say once, from top to bottom.
fn spread(griglia: &Griglia, rows: &mut [(u32, Vec<String>)]) -> Vec<String> {
    let mut note = Vec::new();
    for (from, to) in griglia.foglio.unite.iter().filter(|(from, to)| to.0 > from.0) {
        let column = from.1 as usize - 1;
        let first = rows.iter().find(|(row, _)| *row == from.0);
        let Some(text) = first.and_then(|(_, cells)| cells.get(column)).cloned() else { continue };
        if text.is_empty() {
            continue;
        }
        for (_, cells) in rows.iter_mut().filter(|(row, _)| (from.0 + 1..=to.0).contains(row)) {
            if let Some(cell) = cells.get_mut(column) {
                cell.clone_from(&text);
            }
        }
        note.push(format!(
            "le celle da {} a {} erano unite: «{text}» è scritto in ogni riga",
            nome(*from),
            nome(*to)
        ));
    }
    note
}

/// The pieces of a text in Markdown: its headings, and what stands between them.
fn markdown(file: &str, text: &str) -> Vec<Brano> {
    let mut brani = Vec::new();
    let mut block = String::new();
    let (mut fenced, mut title) = (false, String::new());
    let place = |title: &str| match title {
        "" => file.to_owned(),
        title => format!("{file} › {title}"),
    };
    let shut = |block: &mut String, title: &str, brani: &mut Vec<Brano>| {
        let text = block.trim_matches('\n').to_owned();
        block.clear();
        if !text.trim().is_empty() {
            let paragrafo =
                Paragrafo { parole: text.clone(), markdown: text, ..Paragrafo::default() };
            brani.push(Brano { luogo: place(title), cosa: Cosa::Testo(paragrafo) });
        }
    };
    for line in text.lines() {
        fenced ^= line.trim_start().starts_with("```");
        let level = line.chars().take_while(|c| *c == '#').count();
        let heading =
            line[level..].strip_prefix(' ').filter(|_| (1..=6).contains(&level) && !fenced);
        if let Some(heading) = heading {
            shut(&mut block, &title, &mut brani);
            heading.trim().trim_end_matches('#').trim().clone_into(&mut title);
            brani.push(Brano { luogo: place(&title), cosa: Cosa::Titolo(level, title.clone()) });
        } else if line.trim().is_empty() && !fenced {
            shut(&mut block, &title, &mut brani);
        } else {
            block += line;
            block.push('\n');
        }
    }
    shut(&mut block, &title, &mut brani);
    brani
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        for (name, bytes, aiuto) in [
            ("piano.pdf", &b"%PDF-1.7"[..], "DOCX"),
            ("piano.docx", b"PK\x03\x04 rotto", "salvalo di nuovo"),
            ("piano.docx", b"\xd0\xcf\x11\xe0", "toglila"),
            ("piano.doc", b"", "DOCX"),
            ("dati.csv", b"PK\x03\x04", ".xlsx"),
            ("foto.png", b"", "si importano"),
        ] {
            let portato = Portato { nome: name.into(), bytes: bytes.to_vec() };
            let Err(error) = read(&portato) else { panic!("{name} is read") };
            assert!(error.aiuto.contains(aiuto), "{name}: {error:?}");
        }
    }
}
