//! The plan to begin from: every field that the law asks of a kind of administration, as a
//! comment that says what it is and which article asks for it.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::law::profilo::Dati;
use crate::law::{Base, Campo, Ente, Law, Profilo, Sottosezione, proprieta};
use crate::nomi::campo;
use crate::nomi::scelte::{Nature, Organi, Regimi, Stati};

/// The files of a new plan: name and text.
pub fn files(
    law: &Law,
    ente: &Ente,
    dipendenti: Option<u32>,
    inizio: i16,
) -> Vec<(String, String)> {
    let profilo = Profilo::new(Dati {
        ente: Some(ente.clone()),
        dipendenti: dipendenti.map(i64::from),
        stato: Some(Stati::Bozza),
        data: Date::new(inizio, 1, 31).ok(),
        ..Dati::default()
    });
    let simplified = profilo.has(proprieta::SEMPLIFICATO);
    let regime = if simplified { Regimi::Semplificato } else { Regimi::Ordinario };
    law.sottosezioni
        .iter()
        .filter(|sottosezione| sottosezione.binds(&profilo))
        .map(|sottosezione| {
            let mut text = heading(law, sottosezione);
            for campo in &sottosezione.campo {
                match campo.chiave.as_str() {
                    key if key == campo::PIAO.as_str() => text += &act(law, ente, regime, inizio),
                    key if key == campo::ANAGRAFICA.as_str() => {
                        text += &identity(law, ente, dipendenti, inizio);
                    }
                    _ => field(law, campo, &mut text),
                }
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

fn act(law: &Law, ente: &Ente, regime: Regimi, inizio: i16) -> String {
    let organo = ente.adozione.organi.first().map_or(Organi::Altro.as_str(), String::as_str);
    let tipo = ente.adozione.atti.first().map_or("", String::as_str);
    let mut text = format!(
        "\n[piao]\ntriennio = {{ inizio = {inizio}, fine = {} }}\nregime = \"{}\"\n\
         natura = \"{}\"\nstato = \"{}\"\n",
        inizio + 2,
        regime.as_str(),
        Nature::Nuovo.as_str(),
        Stati::Bozza.as_str()
    );
    let written = ["triennio", "regime", "natura", "stato", "adozione"];
    keys(law, "piao", "piao", &written, &mut text);
    text += &format!("\n[piao.adozione]\norgano = \"{organo}\"\ntipo = \"{tipo}\"\n");
    keys(law, "adozione", "piao.adozione", &["organo", "tipo"], &mut text);
    text
}

fn identity(law: &Law, ente: &Ente, dipendenti: Option<u32>, inizio: i16) -> String {
    let staff = dipendenti.map_or(String::new(), |count| {
        format!("dipendenti = {{ numero = {count}, data = {}-12-31 }}\n", inizio - 1)
    });
    let mut text = format!(
        "\n[anagrafica]\ndenominazione = \"{} di …\"\ntipologia = \"{}\"\n{staff}",
        ente.nome, ente.chiave
    );
    let mut written = vec!["denominazione", "tipologia"];
    written.extend(dipendenti.map(|_| "dipendenti"));
    keys(law, "anagrafica", "anagrafica", &written, &mut text);
    text
}

/// A field at the top level, as comments.
fn field(law: &Law, campo: &Campo, text: &mut String) {
    let Base::Record(kind) = &campo.forma.base else { return };
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
    keys(law, kind, &campo.chiave, &[], text);
}

/// The fields of a record that are still to be written, as comments, each with its article.
fn keys(law: &Law, kind: &str, path: &str, written: &[&str], text: &mut String) {
    let fields = &law.record[kind].campi;
    let left: Vec<&Campo> =
        fields.iter().filter(|campo| !written.contains(&campo.chiave.as_str())).collect();
    let width = left.iter().map(|campo| campo.chiave.len()).max().unwrap_or(0);
    for campo in left {
        let path = format!("{path}.{}", campo.chiave);
        let asked = law.doveri().find(|(_, dovere)| dovere.campo.chiavi() == path);
        let fonte = campo.norma.first().or_else(|| asked.and_then(|(_, d)| d.norma.first()));
        let fonte = fonte.map(|citation| format!(" ({})", law.cite(citation, None).testo));
        let (example, fonte) = (example(law, campo), fonte.unwrap_or_default());
        _ = writeln!(text, "# {:width$} = {example}  # {}{fonte}", campo.chiave, campo.etichetta);
    }
}

/// What a value of the field looks like.
fn example(law: &Law, campo: &Campo) -> String {
    let one = match &campo.forma.base {
        Base::Riga => "\"…\"".into(),
        Base::Testo => "\"\"\"…\"\"\"".into(),
        Base::Id => "\"codice-1\"".into(),
        Base::Intero | Base::Conteggio | Base::Numero => "0".into(),
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
