//! A plan far larger than real ones, with names as long as they come: 12 public values, 60
//! stakeholders, 80 units in five levels, 400 objectives, 300 processes.

use super::smallest;

/// How many there are of each.
pub const VALORI: usize = 12;
/// See [`VALORI`].
pub const STAKEHOLDER: usize = 60;
/// See [`VALORI`].
pub const UNITA: usize = 80;
/// See [`VALORI`].
pub const OBIETTIVI: usize = 400;
/// See [`VALORI`].
pub const PROCESSI: usize = 300;

/// A name of 120 characters, none like another.
fn name(kind: &str, index: usize) -> String {
    let long = "reingegnerizzazione dei procedimenti amministrativi e digitalizzazione interoperabile \
                dei servizi alle comunità del territorio";
    format!("{kind} {index}: {long}").chars().take(120).collect()
}

/// The plan, in one text: the smallest one of the ordinary regime, and the rest after it.
pub fn plan() -> String {
    let mut text = smallest("ordinario");
    for i in 1..=STAKEHOLDER {
        text += &format!(
            "\n[[stakeholder]]\nid = \"gs-{i}\"\nnome = \"{}\"\nbeneficiario = {}\n",
            name("Portatori di interessi", i),
            i % 3 != 0,
        );
    }
    for i in 1..=VALORI {
        let people: Vec<String> =
            (0..7).map(|k| format!("\"gs-{}\"", (i * 5 + k * 3) % STAKEHOLDER + 1)).collect();
        text += &format!(
            "\n[[obiettivi_vp]]\nid = \"gv-{i}\"\ntitolo = \"{}\"\ndimensioni = [\"sociale\"]\nstakeholder = [{}]\n\
             responsabile_amministrativo = \"gu-{}\"\n\
             [[obiettivi_vp.strategie]]\nid = \"gst-{i}\"\ntitolo = \"{}\"\nresponsabile = \"gu-{}\"\n\
             [[obiettivi_vp.indicatori]]\nnome = \"{}\"\nformula = \"Casi su casi\"\nunita_misura = \"%\"\n\
             baseline = {{ valore = \"{} %\", anno = 2026 }}\ntarget = [{{ anno = 2029, valore = \"{} %\" }}]\n\
             fonte = \"Rilevazione interna\"\n",
            name("Valore pubblico", i),
            people.join(", "),
            i % UNITA + 1,
            name("Strategia", i),
            (i * 7) % UNITA + 1,
            name("Indicatore", i),
            i * 3,
            i * 3 + 20,
        );
        text += &format!(
            "\n[[risorse]]\niniziativa = \"{}\"\nobiettivo = \"gv-{i}\"\nprimo_anno = {}\nsecondo_anno = {}\nterzo_anno = {}\n",
            name("Iniziativa", i),
            i * 100_000,
            i * 120_000,
            i * 90_000,
        );
    }
    for i in 1..=UNITA {
        // Five levels: each unit depends on the one whose number is a third of its own.
        let above =
            if i == 1 { String::new() } else { format!("padre = \"gu-{}\"\n", (i + 1) / 3) };
        text += &format!(
            "\n[[unita]]\nid = \"gu-{i}\"\nnome = \"{}\"\nresponsabile = \"Persona {i} di Prova\"\n{above}",
            name("Unità", i),
        );
    }
    for i in 1..=OBIETTIVI {
        text += &format!(
            "\n[[obiettivi_performance]]\nid = \"go-{i}\"\ntitolo = \"{}\"\ndescrizione = \"Che cosa si fa: {}.\"\n\
             strategia = \"gst-{}\"\nresponsabile = \"gu-{}\"\nstakeholder = [\"gs-{}\"]\nscadenza = 2027-{:02}-15\n\
             [[obiettivi_performance.indicatori]]\nnome = \"{}\"\nbaseline = {{ valore = \"{}\", anno = 2026 }}\n\
             target = [{{ anno = 2027, valore = \"{}\" }}, {{ anno = 2028, valore = \"{}\" }}]\n\
             [[obiettivi_performance.fasi]]\ntitolo = \"Prima fase\"\npeso = 40\ninizio = 2027-01-01\nfine = 2027-06-30\n\
             [[obiettivi_performance.fasi]]\ntitolo = \"Seconda fase\"\npeso = 60\ninizio = 2027-07-01\nfine = 2027-12-31\n",
            name("Obiettivo", i),
            name("azione", i),
            i % VALORI + 1,
            i % UNITA + 1,
            i % STAKEHOLDER + 1,
            i % 12 + 1,
            name("Indicatore dell’obiettivo", i),
            i,
            i * 2,
            i * 3,
        );
    }
    for i in 1..=PROCESSI {
        text += &format!(
            "\n[[processi]]\nid = \"gp-{i}\"\nnome = \"{}\"\nunita = \"gu-{}\"\nobiettivo = \"go-{}\"\n\
             [[processi.eventi_rischiosi]]\nid = \"ge-{i}\"\ndescrizione = \"{}\"\n\
             probabilita = \"{}\"\nimpatto = \"{}\"\nlivello = \"{}\"\n",
            name("Processo", i),
            i % UNITA + 1,
            i % OBIETTIVI + 1,
            name("Evento", i),
            ["bassa", "media", "alta"][i % 3],
            ["basso", "medio", "alto"][i / 3 % 3],
            ["basso", "medio", "alto"][i / 9 % 3],
        );
    }
    text
}
