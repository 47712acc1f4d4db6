//! A table of what is done and what is not, in columns that fit a page or a terminal.

use super::status::Conto;

/// Longest name of a row: the table then fits 80 columns, unless a file has a longer name than usual.
const LONGEST: usize = 30;
/// Heads of the numbers.
const HEADS: [&str; 3] = ["fatto", "da fare", "errato"];

/// A row.
#[derive(Debug)]
pub(super) struct Riga {
    /// Its name.
    pub(super) nome: String,
    /// Its numbers.
    pub(super) conto: Conto,
    /// Files.
    pub(super) dove: Vec<String>,
}

/// The lines of a table.
pub(super) fn lines(head: &str, rows: &[Riga]) -> Vec<String> {
    let names: Vec<String> = rows.iter().map(|row| cut(&row.nome)).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let width = width.max(head.chars().count());
    let line = |name: &str, cells: [String; 3], dove: &str| {
        let cells = cells.iter().zip(HEADS);
        let line = cells.fold(format!("{name:width$}"), |line, (cell, head)| {
            line + &format!("  {cell:>0$}", head.chars().count().max(7))
        });
        format!("{line}  {dove}").trim_end().to_owned()
    };
    let mut lines = vec![line(head, HEADS.map(str::to_owned), "dove")];
    for (name, Riga { conto, dove, .. }) in names.iter().zip(rows) {
        let done = format!("{}/{}", conto.fatti, conto.dovuti);
        let number = |count: usize| if count == 0 { "–".into() } else { count.to_string() };
        let more = match dove.len() {
            0 | 1 => String::new(),
            many => format!(" e altri {}", many - 1),
        };
        let dove = dove.first().map_or_else(String::new, |first| format!("{first}{more}"));
        lines.push(line(name, [done, number(conto.da_fare), number(conto.da_correggere)], &dove));
    }
    lines
}

/// A name cut to fit.
fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.trim_end().to_owned();
    }
    let cut: String = name.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Conto, Riga, lines};

    #[test]
    fn columns_are_aligned_whatever_the_names() {
        let conto = Conto { dovuti: 12, fatti: 9, da_fare: 3, da_correggere: 0 };
        let row = |nome: &str, dove: &[&str]| Riga {
            nome: nome.into(),
            conto,
            dove: dove.iter().map(|file| (*file).to_owned()).collect(),
        };
        let long = "Servizio per la prevenzione della corruzione e la trasparenza";
        let drawn = lines("Ufficio", &[row("Città", &["a.toml", "b.toml"]), row(long, &[])]);
        assert_eq!(
            drawn,
            [
                "Ufficio                           fatto  da fare   errato  dove",
                "Città                              9/12        3        –  a.toml e altri 1",
                "Servizio per la prevenzione d…     9/12        3        –",
            ]
        );
    }
}
