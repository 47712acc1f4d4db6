//! `plan/`: what a jurist writes there holds together.

use std::collections::BTreeSet;

use piao::diag::Severity;
use piao::law::{Law, LawError};
use piao::norma::{self, Fiducia, Rango};

use crate::support::{repo, tree};

/// The heaviest finding that a rank and a confidence may back.
pub fn heaviest(rank: Rango, fiducia: Fiducia) -> Severity {
    rank.heaviest().min(fiducia.heaviest())
}

#[test]
fn every_duty_weighs_no_more_than_its_source() {
    let law = Law::embedded();
    for (_, dovere) in law.doveri() {
        let ranks = dovere.norma.iter().map(|citation| law.norme[norma::split(citation).0].rango);
        let rank = ranks.max().unwrap_or_else(|| panic!("{} cites nothing", dovere.regola));
        let severity = dovere.severity();
        assert!(severity <= heaviest(rank, dovere.fiducia), "{} weighs too much", dovere.regola);
    }
}

/// A law made as the embedded one, one file changed: the first `from` of it is `to`.
fn changed(file: &str, from: &str, to: &str) -> Result<Law, LawError> {
    let read = |(name, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).expect("plan/ is text");
        if name != file {
            return (name, text);
        }
        assert!(text.contains(from), "«{from}» is not in {file}");
        (name, text.replacen(from, to, 1))
    };
    Law::read(tree(&repo("plan")).into_iter().map(read))
}

const PERFORMANCE: &str = "2.2-performance.toml";

#[test]
fn a_law_may_add_to_the_embedded_one() {
    let atto = "frase = \"{titolo}[, {estremi}][ ({data})]\"\ncampi = [";
    let field = "{ chiave = \"registro\", forma = \"riga\", etichetta = \"Registro\" },";
    let law = changed(PERFORMANCE, atto, &format!("{atto}{field}"));
    assert!(law.expect("a law may add").record["atto"].campo("registro").is_some());
}

/// The path of a duty, with the quotation mark that closes it.
const FILTER: &str = "obiettivi_performance[ambiti = semplificazione]\"";

/// What may be wrong with a law: the file, a text of it, what it becomes, and what is said then.
const WRONG: &[(&str, &str, &str, &str)] = &[
    // Forms and fields.
    (PERFORMANCE, "forma = \"baseline\"", "forma = \"nessuna\"", "la forma non porta a nulla"),
    (PERFORMANCE, "scelta da polarita", "scelta da nulla", "la forma non porta a nulla"),
    (PERFORMANCE, "riferimento a unita", "riferimento a nessuno", "la forma non porta a nulla"),
    (PERFORMANCE, "figura = \"gantt\"", "figura = \"torta\"", "torta"),
    (PERFORMANCE, "figura = \"gantt\"", "figura = \"denaro\"", "vuole elementi con un importo"),
    (
        PERFORMANCE,
        "etichetta = \"Tipo\"",
        "figura = \"gantt\", etichetta = \"Tipo\"",
        "vuole un elenco",
    ),
    ("2.3-rischi-corruttivi.toml", "figura = \"griglia\"", "figura = \"gantt\"", "con una data"),
    ("2.1-valore-pubblico.toml", "figura = \"denaro\"", "figura = \"griglia\"", "eventi rischiosi"),
    ("3.3-fabbisogni.toml", "figura = \"persone\"", "figura = \"flusso\"", "anno e numero"),
    ("3.3-fabbisogni.toml", "figura = \"flusso\"", "figura = \"persone\"", "donne e uomini"),
    ("3.3-fabbisogni.toml", "figura = \"persone\"", "figura = \"quote\"", "parte di qualcosa"),
    ("3.3-fabbisogni.toml", "quota_di = \"tetto\"", "quota_di = \"tetta\"", "campo è «tetta»"),
    ("2.3-rischi-corruttivi.toml", "corruttivi.scala\"", "corruttivi.metodo\"", "è una scala"),
    (PERFORMANCE, "chiave = \"scadenza\"", "chiave = \"luogo\"", "chiamare «luogo»"),
    (PERFORMANCE, "chiave = \"scadenza\"", "chiave = \"titolo\"", "«titolo» c’è due volte"),
    (PERFORMANCE, "titolo = \"titolo\"\n", "titolo = \"titolone\"\n", "campo è «titolone»"),
    (PERFORMANCE, "media = \"peso\"", "media = \"pesi\"", "campo è «pesi»"),
    (PERFORMANCE, "\"PER-032\"", "\"PER-999\"", "nessuna regola sui valori è PER-999"),
    (
        PERFORMANCE,
        "\"data\", etichetta = \"Entro quando\"",
        "\"data\", etichetta = \"Entro quando\", regola = \"VP-013\"",
        "non lo riguarda",
    ),
    (PERFORMANCE, "fiducia = \"alta\"", "fiducia = \"altissima\"", "altissima"),
    // What the rules read.
    (
        PERFORMANCE,
        "chiave = \"scadenza\", forma = \"data\"",
        "chiave = \"scadenza\", forma = \"anno\"",
        "«obiettivo_performance.scadenza» manca o ha un’altra forma",
    ),
    ("piao.toml", "chiave = \"allegati\"", "chiave = \"annessi\"", "il campo «allegati» manca"),
    (PERFORMANCE, "chiave = \"smvp\"", "chiave = \"sistema\"", "smvp"),
    // Duties and their paths.
    (
        PERFORMANCE,
        "campo = \"obiettivi_performance.",
        "campo = \"obiettivi_inesistenti.",
        "nessun campo è «obiettivi_inesistenti.",
    ),
    (PERFORMANCE, FILTER, "obiettivi_performance[ambiti=semplificazione]\"", "non è un percorso"),
    (PERFORMANCE, FILTER, "obiettivi_performance[ambiti = semplificazione\"", "non è un percorso"),
    (PERFORMANCE, FILTER, "obiettivi_performance[ambiti]\"", "non è un percorso"),
    (
        PERFORMANCE,
        FILTER,
        "obiettivi_performance[ambiti = semplificazione]]\"",
        "non è un percorso",
    ),
    (PERFORMANCE, FILTER, "obiettivi_performance..titolo\"", "non è un percorso"),
    (
        PERFORMANCE,
        FILTER,
        "obiettivi_performance[ambito = semplificazione]\"",
        "campo di «obiettivi_performance» è «ambito»",
    ),
    (
        PERFORMANCE,
        FILTER,
        "obiettivi_performance[ambiti = semplificazioni]\"",
        "«ambiti» non può valere «semplificazioni»",
    ),
    (
        PERFORMANCE,
        FILTER,
        "obiettivi_performance.ambiti[chiave = semplificazione]\"",
        "«ambiti» non ha campi da filtrare",
    ),
    (
        PERFORMANCE,
        FILTER,
        "obiettivi_performance[titolo = semplificazione]\"",
        "«titolo» non è una scelta",
    ),
    (
        "3.2-lavoro-agile.toml",
        "[presente = true]",
        "[presente = forse]",
        "«presente» non può valere «forse»",
    ),
    (
        PERFORMANCE,
        "sedi = [\n  { campo = \"obiettivi_vp.indicatori\"",
        "sedi = [\n  { campo = \"obiettivi_vp.strategie\"",
        "non c’è nessun «indicatore»",
    ),
    (
        PERFORMANCE,
        "sedi = [\n  { campo = \"obiettivi_vp.",
        "sedi = [\n  { campo = \"obiettivi.",
        "nessun campo è «obiettivi.",
    ),
    (
        PERFORMANCE,
        "\nper = [\"ordinario\"",
        "\nper = [\"straordinario\"",
        "nessuna proprietà è «straordinario»",
    ),
    // Citations.
    (PERFORMANCE, "\nnorma = [\"", "\nnorma = [\"rd-1-1900", "non cita un atto"),
    (
        PERFORMANCE,
        "fiducia = \"alta\", norma = [\"",
        "fiducia = \"alta\", norma = [\"rd-1-1900",
        "non cita un atto",
    ),
    (
        "2.1-valore-pubblico.toml",
        "\"XRF-005\", norma = [\"",
        "\"XRF-005\", norma = [\"rd-1-1900",
        "non cita un atto",
    ),
    ("sezioni.toml", "norma = [\"", "norma = [\"rd-1-1900", "non cita un atto"),
    ("calendario.toml", "norma = [\"", "norma = [\"rd-1-1900", "non cita un atto"),
    ("calendario.toml", "per = [\"", "per = [\"non_", "nessuna proprietà è «non_"),
    (
        "calendario.toml",
        "per = [\"ente_locale\"]",
        "per = [\"ente_remoto\"]",
        "nessuna proprietà è «ente_remoto»",
    ),
    (
        "calendario.toml",
        "regioni = [\"calabria\"",
        "regioni = [\"calabra\"",
        "«calabra» non è in vocabolari/regioni.toml",
    ),
    (
        "4-monitoraggio.toml",
        "anche = [{ per = [\"",
        "anche = [{ per = [\"non_",
        "nessuna proprietà è «non_",
    ),
    (
        "4-monitoraggio.toml",
        "norma = [\"tuel art. 147, c. 2",
        "norma = [\"rd-1-1900 art. 147, c. 2",
        "non cita un atto",
    ),
    ("abrogate.toml", "fonte = [\"", "fonte = [\"rd-1-1900", "non cita un atto"),
    ("soglie/comuni.toml", "norma = [\"", "norma = [\"rd-1-1900", "non cita un atto"),
    (
        "soglie/comuni.toml",
        "norma = [\"dl-34-2019 art. 33, c. 2",
        "norma = [\"rd-1-1900",
        "non cita un atto",
    ),
    ("soglie/comuni.toml", "\"dl-34-2019 art. 33\"", "\"rd-1-1900\"", "non cita un atto"),
    (
        "soglie/comuni.toml",
        "\"valle_d_aosta\"",
        "\"savoia\"",
        "«savoia» non è in vocabolari/regioni.toml",
    ),
    // Kinds of administration.
    ("enti/comune.toml", "norma = [\"", "norma = [\"rd-1-1900", "non cita un atto"),
    ("enti/comune.toml", "\"dup\"", "\"dopo\"", "nessuna proprietà è «dopo»"),
    (
        "enti/comune.toml",
        "\"funzioni_locali\"",
        "\"funzioni\"",
        "«funzioni» non è in vocabolari/comparti.toml",
    ),
    ("enti/comune.toml", "soglie = \"comuni\"", "soglie = \"paesi\"", "soglie/paesi.toml non c’è"),
    (
        "enti/comune.toml",
        "\"giunta_comunale\"",
        "\"giunta\"",
        "«giunta» non è in vocabolari/organi.toml",
    ),
    (
        "enti/comune.toml",
        "\"deliberazione\"",
        "\"delibera\"",
        "«delibera» non è in vocabolari/atti.toml",
    ),
    // What is said twice, and what nobody reads.
    (
        "enti/provincia.toml",
        "chiave = \"provincia\"",
        "chiave = \"comune\"",
        "«comune» c’è due volte",
    ),
    (
        PERFORMANCE,
        "[record.atto]",
        "[record.unita]\nnome = \"U\"\ncampi = []\n[record.atto]",
        "plan/3.1-struttura-organizzativa.toml: «unita» c’è due volte",
    ),
    (
        "1-anagrafica.toml",
        "chiave = \"stakeholder\"",
        "chiave = \"obiettivi_performance\"",
        "plan/2.2-performance.toml: «obiettivi_performance» c’è due volte: anche in 1-anag",
    ),
    (
        "vocabolari/organi.toml",
        "chiave = \"giunta_comunale\"",
        "chiave = \"commissario\"",
        "«commissario» c’è due volte",
    ),
    ("vocabolari/pareri.toml", "chiave = \"altro\"", "chiave = \"altri\"", "ha la voce «altro»"),
    (
        "vocabolari/programmi.toml",
        "missione = \"01\"",
        "missione = \"010\"",
        "vocabolari/missioni.toml",
    ),
    ("norme.toml", "rango = \"legge\"", "rango = \"legge\"\nrnago = \"legge\"", "rnago"),
    (
        "norme.toml",
        "chiave = \"dpr-81-2022\"",
        "chiave = \"dm-132-2022\"",
        "«dm-132-2022» c’è due volte",
    ),
    ("norme.toml", "letti_il", "anno = 1\nletti_il", "anno"),
    ("vocabolari/sottosezioni_trasparenza.toml", "sezione = \"1\"", "sezione = \"99\"", "«99»"),
    ("vocabolari/amministrazione_trasparente.toml", "[\"regione\"", "[\"regioni\"", "«regioni»"),
    ("norme.toml", "\"art. 60-ter\"", "\"art. 60-bis\"", "«art. 60-bis» c’è due volte"),
    ("norme.toml", "stato = \"letto\"", "stato = \"detto\"", "detto"),
    ("norme.toml", "stato = \"letto\"", "stato = \"citato\"", "di un testo letto"),
    ("norme.toml", "testo_al = \"2013\"", "testo_al = \"ieri\"", "«ieri» non è un anno"),
    ("norme.toml", "il = 2026-11-25\ntesto_al", "testo_al", "un giorno e una fonte"),
    ("glossario.toml", "estesa = ", "nota = \"\"\nestesa = ", "nota"),
    ("glossario.toml", "[[voce]]", "[[voci]]\n[[voce]]", "voci"),
    (PERFORMANCE, "[{formula}]", "[{formole}]", "nessun campo è «formole»"),
    (PERFORMANCE, "[{formula}]", "[{formula}", "una parentesi non si apre o non si chiude"),
    (PERFORMANCE, "{diversi responsabile}", "{diversi capi}", "non sa che cosa è «diversi capi»"),
    (PERFORMANCE, "{quanti} obiettivi", "{molti} obiettivi", "non sa che cosa è «molti»"),
    (
        "3.3-fabbisogni.toml",
        "al = \"fabbisogni.data_riferimento\"",
        "al = \"fabbisogni.introduzione\"",
        "non è una data",
    ),
    (PERFORMANCE, "ruolo = \"quando\"", "ruolo = \"quanto\"", "quanto"),
    (PERFORMANCE, "ruolo = \"quando\"", "ruolo = \"frase\"", "«scadenza»: il suo ruolo non è"),
    (PERFORMANCE, "ruolo = \"contabile\"", "ruolo = \"risultato\"", "il suo ruolo non è"),
    (
        PERFORMANCE,
        "etichetta = \"Obiettivo\",",
        "etichetta = \"Obiettivo\", ruolo = \"scopo\",",
        "«titolo»: il suo ruolo non è",
    ),
    (
        "proprieta.toml",
        "chiave = \"oltre_50\"",
        "chiave = \"ordinario\"",
        "«ordinario» c’è due volte",
    ),
];

#[test]
fn a_law_that_leads_nowhere_says_so() {
    let mut wrong = String::new();
    for (file, from, to, said) in WRONG {
        let error = changed(file, from, to).err().map(|error| error.to_string());
        let at = if said.starts_with("plan/") { "" } else { &format!("plan/{file}: ") };
        if !error.as_ref().is_some_and(|error| error.starts_with(at) && error.contains(said)) {
            wrong += &format!("«{to}» in {file}: {error:?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_field_that_names_a_rule_names_one_that_stands_on_the_same_acts() {
    let law = Law::embedded();
    for (_, campo) in law.campi() {
        let Some(regola) = &campo.regola else { continue };
        let rule = piao::rules::RULES.iter().find(|rule| rule.code == *regola);
        let rule = rule.unwrap_or_else(|| panic!("«{}»: no rule {regola}", campo.chiave));
        for fonte in &campo.norma {
            assert!(rule.norma.contains(fonte), "{regola} does not stand on «{fonte}»");
        }
    }
}

#[test]
fn closed_lists_have_a_source() {
    let law = Law::embedded();
    for (name, list) in &law.vocabolari {
        assert!(!list.fonte.is_empty(), "{name} has no source");
    }
}

#[test]
fn a_kind_that_we_are_not_sure_of_weighs_no_more_than_a_warning() {
    let law = Law::embedded();
    let plan = "[anagrafica]\ndenominazione = \"Ente\"\ntipologia = \"libero_consorzio\"\n\
                [piao.adozione]\norgano = \"giunta_comunale\"\n\
                [[obiettivi_performance]]\nid = \"op-1\"\ntitolo = \"Uno\"\nmissione = \"999\"\n";
    let (_, checked) = crate::support::check_text(plan);
    let kind = &law.enti["libero_consorzio"];
    assert!(kind.adozione.fiducia.is_unsure());
    for code in ["GEN-011", "ANA-008", "XRF-005"] {
        let mut found = checked.findings.iter().filter(|f| f.code == code);
        assert!(
            found.any(|f| f.severity == Severity::Avviso && f.unsure),
            "{code} weighs too much"
        );
    }
}

#[test]
fn every_content_item_of_the_dossier_has_a_field() {
    let law = Law::embedded();
    let have: BTreeSet<&str> = law
        .sottosezioni
        .iter()
        .flat_map(|s| &s.campo)
        .flat_map(|c| &c.contenuto)
        .map(String::as_str)
        .collect();
    let wanted = [
        ("C0", 7),
        ("C1", 13),
        ("C21", 12),
        ("C22", 17),
        ("C31", 8),
        ("C32", 11),
        ("C331", 3),
        ("C332", 6),
        ("C333", 1),
        ("C334", 4),
        ("C335", 7),
        ("C4", 9),
    ];
    for (area, count) in wanted {
        for number in 1..=count {
            let item = format!("{area}-{number}");
            assert!(have.contains(item.as_str()), "no field carries {item}");
        }
    }
    for number in 0..=13 {
        let item = format!("C23-{number}");
        assert!(have.contains(item.as_str()), "no field carries {item}");
    }
}
