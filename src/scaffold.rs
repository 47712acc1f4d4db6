//! The plan to begin from: every field that the law asks of a kind of administration, as a
//! comment that says what it is and which article asks for it.

use std::fmt::Write as _;

use crate::law::profilo::Dati;
use crate::law::{Base, Campo, Ente, Law, Profilo, Record, Sottosezione};

/// The files of a new plan: name and text.
pub(crate) fn files(
    law: &Law,
    ente: &Ente,
    dipendenti: Option<u32>,
    inizio: i16,
) -> Vec<(String, String)> {
    let profilo = Profilo::new(Dati {
        ente: Some(ente.clone()),
        dipendenti: dipendenti.map(i64::from),
        stato: Some("bozza"),
        data: Some(format!("{inizio:04}-01-31")),
        ..Dati::default()
    });
    let regime = if profilo.has("semplificato") { "semplificato" } else { "ordinario" };
    law.sottosezioni
        .iter()
        .filter(|sottosezione| sottosezione.binds(&profilo))
        .map(|sottosezione| {
            let mut text = heading(law, sottosezione);
            match sottosezione.numero.as_str() {
                "" => text += &act(ente, regime, inizio),
                "1" => text += &identity(ente, dipendenti, inizio),
                _ => {}
            }
            for campo in &sottosezione.campo {
                field(law, campo, &mut text);
            }
            (sottosezione.file.clone(), text)
        })
        .collect()
}

fn heading(law: &Law, sottosezione: &Sottosezione) -> String {
    let fonti: Vec<String> =
        sottosezione.norma.iter().map(|citation| law.cite(citation, None).testo).collect();
    let title = format!("{} {}", sottosezione.numero, sottosezione.titolo);
    format!(
        "# {}\n# Fonte: {}.\n# Togli «#» alle righe che scrivi; «piao check» dice che cosa manca.\n",
        title.trim(),
        fonti.join("; ")
    )
}

fn act(ente: &Ente, regime: &str, inizio: i16) -> String {
    let organo = ente.adozione.organi.first().map_or("altro", String::as_str);
    let tipo = ente.adozione.atti.first().map_or("", String::as_str);
    format!(
        "\n[piao]\ntriennio = {{ inizio = {inizio}, fine = {} }}\nregime = \"{regime}\"\n\
         natura = \"nuovo\"\nstato = \"bozza\"\n\n[piao.adozione]\norgano = \"{organo}\"\n\
         tipo = \"{tipo}\"\n",
        inizio + 2
    )
}

fn identity(ente: &Ente, dipendenti: Option<u32>, inizio: i16) -> String {
    let staff = dipendenti.map_or(String::new(), |count| {
        format!("dipendenti = {{ numero = {count}, data = {}-12-31 }}\n", inizio - 1)
    });
    format!(
        "\n[anagrafica]\ndenominazione = \"{} di …\"\ntipologia = \"{}\"\n{staff}",
        ente.nome, ente.chiave
    )
}

/// A field at the top level, as comments.
fn field(law: &Law, campo: &Campo, text: &mut String) {
    let Base::Record(kind) = &campo.forma.base else { return };
    let record = &law.record[kind];
    let fonti: Vec<String> =
        campo.norma.iter().map(|citation| law.cite(citation, None).testo).collect();
    _ = write!(text, "\n# {}", campo.etichetta);
    if !fonti.is_empty() {
        _ = write!(text, " ({})", fonti.join("; "));
    }
    text.push('\n');
    if !campo.guida.is_empty() {
        _ = writeln!(text, "# {}", campo.guida);
    }
    let brackets = if campo.forma.elenco { ("[[", "]]") } else { ("[", "]") };
    _ = writeln!(text, "# {}{}{}", brackets.0, campo.chiave, brackets.1);
    keys(law, record, text);
}

fn keys(law: &Law, record: &Record, text: &mut String) {
    let width = record.campi.iter().map(|campo| campo.chiave.len()).max().unwrap_or(0);
    for campo in &record.campi {
        let example = example(law, campo);
        let _ = writeln!(text, "# {:width$} = {example}  # {}", campo.chiave, campo.etichetta);
    }
}

/// What a value of the field looks like.
fn example(law: &Law, campo: &Campo) -> String {
    let one = match &campo.forma.base {
        Base::Riga => "\"…\"".into(),
        Base::Testo => "\"\"\"…\"\"\"".into(),
        Base::Id => "\"codice-1\"".into(),
        Base::Intero | Base::Numero => "0".into(),
        Base::Euro => "0.00".into(),
        Base::Percento => "50".into(),
        Base::Anno => "2027".into(),
        Base::Data => "2027-12-31".into(),
        Base::SiNo => "true".into(),
        Base::Misura => "\"≥ 95 %\"".into(),
        Base::Url => "\"https://www.esempio.it\"".into(),
        Base::Email => "\"nome@esempio.it\"".into(),
        Base::Scelta(list) => {
            law.chiavi(list).first().map_or_else(String::new, |key| format!("\"{key}\""))
        }
        Base::Riferimento(_) => "\"codice\"".into(),
        Base::Record(kind) => {
            let inner = law.record.get(kind);
            let first = inner.and_then(|record| record.campi.first());
            first.map_or_else(
                || "{}".into(),
                |campo| format!("{{ {} = {} }}", campo.chiave, example(law, campo)),
            )
        }
    };
    if campo.forma.elenco { format!("[{one}]") } else { one }
}
