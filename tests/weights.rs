//! How much findings weigh: no more than the words of the article that they cite.

use piao::diag::{Finding, Severity};

use crate::casi::plan;
use crate::support::{check_text, codes};

/// Something that the smallest plan of a regime lacks, words of what is said of it, and its weight.
struct Lack<'a> {
    regime: &'a str,
    /// What is replaced, and by what.
    changes: &'a [(&'a str, &'a str)],
    words: &'a str,
    weighs: Severity,
}

impl Lack<'_> {
    fn weight(&self) -> Severity {
        let (_, checked) = check_text(&plan(self.regime, self.changes, ""));
        let about = |finding: &&Finding| finding.message.contains(self.words);
        let found = checked.findings.iter().find(about);
        let words = self.words;
        found.unwrap_or_else(|| panic!("nothing says «{words}»: {:?}", codes(&checked))).severity
    }
}

fn hold(lacks: &[Lack<'_>]) {
    for lack in lacks {
        assert_eq!(lack.weight(), lack.weighs, "{}", lack.words);
    }
}

/// One lack of the ordinary regime that one replacement makes.
fn lack<'a>(changes: &'a [(&'a str, &'a str)], words: &'a str, weighs: Severity) -> Lack<'a> {
    Lack { regime: "ordinario", changes, words, weighs }
}

use Severity::{Avviso, Errore};

#[test]
fn no_finding_on_the_act_and_the_body_is_harsher_than_its_article() {
    let population = "popolazione = { numero = 200000, data = 2026-01-01 }\n";
    let few = "popolazione = { numero = 2000, data = 2026-01-01 }\n";
    let experience = "esperienza = \"Corso nazionale sull’accessibilità\"\n";
    let due = "\"dup\"\norgano = \"Consiglio provinciale\"";
    hold(&[
        lack(&[(population, "")], "manca la popolazione", Errore),
        Lack {
            regime: "semplificato",
            changes: &[(few, "")],
            words: "manca la popolazione",
            weighs: Avviso,
        },
        lack(&[(", data = 2026-01-01 }", " }")], "a quale data si riferisce", Avviso),
        lack(&[("atto = \"Decreto n. 2\"\n", "")], "l’atto di nomina del RPCT", Avviso),
        lack(&[(experience, "")], "non è detta l’esperienza", Avviso),
        lack(
            &[("[anagrafica.responsabile_accessibilita]", "[[altro]]")],
            "le azioni per l’inclusione",
            Avviso,
        ),
        lack(&[("\"adottato\"", "\"pubblicato\"")], "trasmissione al portale", Errore),
        lack(&[(due, "\"dup\"")], "quale organo", Avviso),
    ]);
}

#[test]
fn no_finding_on_value_and_performance_is_harsher_than_its_article() {
    let other_value = "[[obiettivi_vp]]\nid = \"vp-9\"\ntitolo = \"Aria\"\n[[obiettivi_specifici]]";
    let formula = "formula = \"domande concluse in dieci giorni / domande × 100\"\n";
    let hours = "baseline = { valore = 4, anno = 2026 }\ntarget = [{ anno = 2027, valore = 2 }]\n";
    let unit = "unita_misura = \"ore\"\npolarita = \"decrescente\"";
    hold(&[
        lack(&[("[[obiettivi_specifici]]", other_value)], "non ha una strategia", Avviso),
        lack(&[(formula, "")], "non ha formula né definizione", Avviso),
        lack(&[(unit, "polarita = \"decrescente\"")], "non ha unità di misura", Avviso),
        lack(
            &[(&format!("{hours}fonte = \"Gestionale\"\n"), hours)],
            "non dice dove si verificano i dati",
            Avviso,
        ),
        lack(
            &[("descrizione = \"Le domande si presentano e si seguono in rete.\"\n", "")],
            "non dice che cosa si fa",
            Avviso,
        ),
        lack(
            &[("strumento_nazionale = \"Agenda per la semplificazione\"\n", "")],
            "cita lo strumento nazionale",
            Avviso,
        ),
        lack(
            &[
                ("target = 1\nobiettivo = \"op-1\"\n", "target = 1\n"),
                ("target = \"100 %\"\nobiettivo = \"op-1\"\n", "target = \"100 %\"\n"),
            ],
            "non dice con quali strumenti la realizza",
            Avviso,
        ),
        lack(
            &[("impatti_utenti = \"Questionario annuale.\"\n", "")],
            "impatti sugli utenti",
            Errore,
        ),
    ]);
}

#[test]
fn tools_for_accessibility_are_not_material_resources() {
    let tools = ("risorse_strumentali = \"Sportello in rete\"\n", "");
    let (_, checked) = check_text(&plan("ordinario", &[tools], ""));
    assert_eq!(codes(&checked), Vec::<&str>::new());
}

#[test]
fn no_finding_on_risks_and_publication_is_harsher_than_its_article() {
    let term = "termine = \"annuale\"\n";
    let watch = "monitoraggio = \"RPCT, ogni semestre\"\n";
    hold(&[
        lack(&[(term, "")], "l’obbligo di pubblicazione non ha un termine", Avviso),
        lack(&[(&format!("{term}{watch}"), term)], "chi vigila sull’obbligo", Avviso),
        lack(&[("ufficio = \"u-1\"\nrecapito", "recapito")], "a quale ufficio rivolgersi", Avviso),
        lack(&[("recapito = \"accesso@prova.example\"\n", "")], "non ha un recapito", Avviso),
        lack(&[("potere_sostitutivo = \"Segretario\"\n", "")], "il potere sostitutivo", Avviso),
        lack(
            &[("registro = \"Aggiornato ogni sei mesi\"\n", "")],
            "registro degli accessi",
            Avviso,
        ),
    ]);
}

#[test]
fn no_finding_on_staff_and_training_is_harsher_than_its_article() {
    let act = "presenti = false\natto = \"Decreto n. 5\"\n";
    let day = "data = 2027-01-18\n";
    hold(&[
        lack(&[(act, "presenti = false\n")], "eccedenze è senza il suo atto", Avviso),
        lack(&[(&format!("{act}{day}"), act)], "eccedenze è senza la data", Avviso),
        lack(&[("[[formazione.risorse]]", "[[altro]]")], "risorse finanziarie per la form", Errore),
        lack(&[("[[formazione.metodologie]]", "[[altro]]")], "con quali metodologie", Errore),
        lack(&[("[[formazione.formatori]]", "[[altro]]")], "fa da docente o da tutor", Errore),
    ]);
}
