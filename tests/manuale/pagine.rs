//! A page of the guide for each file of a plan, made of what `piao explain` says of its keys.

use std::collections::BTreeMap;
use std::fmt::Write;

use piao::law::{Law, Sottosezione};
use serde_json::Value;

use crate::support::program::{lines, piao};

/// Rows of a closed list that a page shows; longer ones are asked of the program.
const VOCI: usize = 12;

/// The pages, by name of their file.
pub(super) fn all(law: &Law) -> BTreeMap<String, String> {
    let page = |own: &Sottosezione| (own.file.replace(".toml", ".md"), page(own, law));
    law.sottosezioni.iter().map(page).collect()
}

fn page(own: &Sottosezione, law: &Law) -> String {
    let title = format!("{} {}", own.numero, own.titolo);
    let mut out = format!("# {}\n\nSi scrive in `{}`.", title.trim(), own.file);
    let fonti: Vec<_> = own.norma.iter().map(|norma| law.cite(norma, None).testo).collect();
    if !fonti.is_empty() {
        write!(out, " Fonte: {}.", fonti.join("; ")).expect("a string");
    }
    out.push('\n');
    for campo in &own.campo {
        let explained = lines(&piao(&["explain", &campo.chiave, "--format", "json"]));
        key(&explained[0], &mut out);
    }
    let used = |sigla: &str| out.split(|c: char| !c.is_alphanumeric()).any(|word| word == sigla);
    let sigle: Vec<_> = law.glossario.iter().filter(|sigla| used(&sigla.sigla)).collect();
    if !sigle.is_empty() {
        out += "\n## Le sigle di questa pagina\n\n";
        for sigla in sigle {
            writeln!(out, "- **{}**: {}", sigla.sigla, sigla.estesa).expect("a string");
        }
    }
    out
}

/// A key at the top of a plan, and the fields of the records that it holds.
fn key(key: &Value, out: &mut String) {
    let header = text(&key["intestazione"]);
    let written = if header.is_empty() { text(&key["percorso"]) } else { header };
    write!(out, "\n## {}\n\n`{written}`", text(&key["etichetta"])).expect("a string");
    if header.is_empty() {
        write!(out, ": {}", text(&key["vuole"])).expect("a string");
    }
    out.push('\n');
    said(key, "", out);
    if key["campi"].as_array().is_none_or(Vec::is_empty) {
        return;
    }
    out.push('\n');
    let path = text(&key["percorso"]);
    fields(key, path.len() + 1, out);
}

/// The fields, those inside them after each, named from where the reader is.
fn fields(key: &Value, from: usize, out: &mut String) {
    for own in key["campi"].as_array().into_iter().flatten() {
        let name = &text(&own["percorso"])[from..];
        let needed = if own["obbligo"] == true { ", sempre" } else { "" };
        writeln!(
            out,
            "- `{name}` – **{}**{needed}: {}",
            text(&own["etichetta"]),
            text(&own["vuole"])
        )
        .expect("a string");
        said(own, "  ", out);
        fields(own, from, out);
    }
}

/// Advice, closed list, sources, and what the check says when it is missing.
fn said(key: &Value, inside: &str, out: &mut String) {
    let mut gap = if inside.is_empty() { "\n" } else { "" };
    let mut line = |text: String| {
        writeln!(out, "{gap}{inside}- {text}").expect("a string");
        gap = "";
    };
    let guida = text(&key["guida"]);
    if !guida.is_empty() {
        line(guida.to_owned());
    }
    let voci: Vec<_> = key["valori"].as_array().into_iter().flatten().collect();
    if voci.len() > VOCI {
        line(format!(
            "Uno fra {} valori: li elenca `piao explain {}`.  ",
            voci.len(),
            text(&key["percorso"])
        ));
    } else if !voci.is_empty() {
        let voci =
            voci.iter().map(|v| format!("`{}` ({})", text(&v["chiave"]), text(&v["etichetta"])));
        line(format!("Uno fra: {}.  ", voci.collect::<Vec<_>>().join(", ")));
    }
    let fonti = sources(&key["fonti"]);
    if !fonti.is_empty() {
        line(format!("Fonte: {fonti}."));
    }
    for dovere in key["doveri"].as_array().into_iter().flatten() {
        let unsure = if dovere["da_rileggere"] == true { ", da rileggere" } else { "" };
        let fonti = sources(&dovere["fonti"]);
        line(format!(
            "{}: {} ({fonti}{unsure}).  ",
            text(&dovere["regola"]),
            text(&dovere["manca"])
        ));
    }
}

fn sources(fonti: &Value) -> String {
    let fonti = fonti.as_array().into_iter().flatten().map(|fonte| text(&fonte["testo"]));
    fonti.collect::<Vec<_>>().join("; ")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
