//! Sub-section 3.3: what its rules say in the cases that their pages do not show.

use piao::diag::Severity;
use toml::{Table, Value};

use crate::support::{check_text, smallest};

/// Lays a fragment over the smallest plan: tables merge, the rest is replaced.
fn merge(base: &mut Table, over: Table) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => merge(old, new),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

/// What a rule says of the smallest plan with a fragment laid over it.
fn said(code: &str, fragment: &str) -> Vec<(Severity, String)> {
    let mut plan: Table = toml::from_str(&smallest("ordinario")).expect("the plan is TOML");
    merge(&mut plan, toml::from_str(fragment).expect("the fragment is TOML"));
    let (_, checked) = check_text(&toml::to_string(&plan).expect("a table is TOML"));
    let own = checked.findings.into_iter().filter(|finding| finding.code == code);
    own.map(|finding| (finding.severity, finding.message)).collect()
}

/// Revenues of three years whose mean is ten millions.
const ENTRATE: &str = "fcde = 500000\nentrate = [{ anno = 2023, importo = 9800000 }, \
                       { anno = 2024, importo = 10000000 }, { anno = 2025, importo = 10200000 }]\n";

#[test]
fn capacity_asks_for_all_its_data_and_for_three_years() {
    let part = said("FAB-008", "[fabbisogni.capacita]\nspesa_personale = 1500000\n");
    assert!(
        part[0].1.ends_with("mancano le entrate correnti e il fondo crediti di dubbia esigibilità")
    );
    let short = "[fabbisogni.capacita]\nspesa_personale = 1\nfcde = 0\n\
                 entrate = [{ anno = 2025, importo = 0 }]\n";
    assert_eq!(said("FAB-008", short)[0].1, "la media delle entrate è su 1 rendiconto");
    let zero = "[fabbisogni.capacita]\nspesa_personale = 0\nfcde = 0\nrapporto = 3\nentrate = \
                [{ anno = 2023, importo = 0 }, { anno = 2024, importo = 0 }, { anno = 2025, importo = 0 }]\n";
    assert_eq!(said("FAB-008", zero), []);
}

#[test]
fn a_ratio_may_be_rounded_or_cut() {
    for (written, wrong) in [("15.8", false), ("15.7", false), ("15.79", false), ("15.6", true)] {
        let text = format!(
            "[fabbisogni.capacita]\nspesa_personale = 1500000\nrapporto = {written}\n{ENTRATE}"
        );
        assert_eq!(!said("FAB-008", &text).is_empty(), wrong, "{written}");
    }
}

#[test]
fn above_the_threshold_expenditure_may_not_grow() {
    let plan = |spent: i64, planned: i64| {
        said(
            "FAB-009",
            &format!(
                "[fabbisogni.capacita]\nspesa_personale = {spent}\n{ENTRATE}\
                 prevista = [{{ anno = 2027, importo = {planned} }}]\n"
            ),
        )
    };
    assert_eq!(plan(1_500_000, 1_976_000), []);
    assert_eq!(plan(1_500_000, 1_976_001)[0].0, Severity::Errore);
    assert_eq!(plan(2_100_000, 2_100_000), []);
    assert_eq!(plan(2_100_000, 2_100_001)[0].0, Severity::Avviso);
    let most =
        format!("[fabbisogni.capacita]\nspesa_personale = 1\nspesa_massima = 2000000\n{ENTRATE}");
    assert_eq!(
        said("FAB-009", &most)[0].1,
        "la spesa massima è di 1.976.000 euro, non di 2.000.000 euro"
    );
    let limit = format!(
        "[fabbisogni.capacita]\nspesa_personale = 1\n{ENTRATE}[[fabbisogni.limiti]]\n\
         limite = \"Soglia\"\ntipo = \"valore_soglia\"\nterzo_anno = 2000000\n"
    );
    assert!(said("FAB-009", &limit)[0].1.starts_with("nel 2029 "));
}

#[test]
fn posts_are_those_held_and_those_vacant() {
    let row = |held: &str, vacant: i64, posts: i64| {
        said(
            "FAB-005",
            &format!(
                "[[consistenza]]\narea = \"istruttori\"\n{held}\nvacanti = {vacant}\nposti = {posts}\n"
            ),
        )
    };
    assert_eq!(row("totale = 60", 2, 62), []);
    assert_eq!(row("totale = 60\ntempo_indeterminato = 58\ntempo_determinato = 2", 2, 60), []);
    assert_eq!(row("totale = 60\ncomandati_out = 1", 2, 63), []);
    let wrong = row("totale = 60", 1, 62);
    assert_eq!(
        wrong[0].1,
        "alla riga «Area degli istruttori» 60 persone e 1 posto vacante non fanno 62"
    );
    let areas = "[[consistenza]]\narea = \"istruttori\"\ntotale = 60\nposti = 62\n\
                 [[dotazione]]\narea = \"istruttori\"\nposti = 61\n";
    assert_eq!(
        said("FAB-005", areas)[0].1,
        "i posti di «Area degli istruttori» sono 61, nella consistenza 62"
    );
}

#[test]
fn a_progression_moves_people_from_one_area_to_the_other() {
    let plan = |from: &str, left: i64| {
        said(
            "FAB-019",
            &format!(
                "cessazioni = []\nassunzioni = [{{ id = \"a\", profilo = \"F\", anno = 2027, \
                 area = \"funzionari_eq\", numero = 2, modalita = \"progressione_tra_aree\"{from} }}]\n\
                 [fabbisogni]\nproiezione = [{{ area = \"istruttori\", anno = 2027, numero = {left} }}]\n"
            ),
        )
    };
    assert_eq!(plan(", da_area = \"istruttori\"", 38), []);
    assert_eq!(plan(", da_area = \"istruttori\"", 40).len(), 1);
    assert_eq!(plan("", 40), []);
    assert_eq!(plan("", 38), []);
    assert_eq!(plan("", 37).len(), 1);
}

#[test]
fn nobody_gives_more_people_than_there_are() {
    let moved = |count: i64| {
        said(
            "FAB-023",
            &format!(
                "riallocazione = [{{ motivo = \"M\", da = \"u-1\", verso = \"u-2\", numero = {count} }}]\n"
            ),
        )
    };
    assert_eq!(moved(20), []);
    assert_eq!(moved(21)[0].1, "«Direzione» cede 21 persone");
    let still = "riallocazione = [{ motivo = \"M\", da = \"u-1\", verso = \"u-1\", numero = 1 }]\n";
    assert_eq!(said("FAB-023", still)[0].1, "«M»: le persone restano dove sono");
}

#[test]
fn training_is_for_those_whom_it_is_for() {
    let plan = |whom: &str, count: i64| {
        said(
            "FOR-010",
            &format!(
                "assunzioni = []\nconsistenza = [{{ area = \"dirigenti\", totale = 4 }}, \
                 {{ area = \"istruttori\", totale = 56, comandati_in = 1 }}]\n\
                 interventi_formativi = [{{ id = \"i\", titolo = \"T\", anno = 2027, \
                 destinatari = \"{whom}\", partecipanti = {count} }}]\n"
            ),
        )
    };
    assert_eq!(plan("dirigenti", 4), []);
    assert_eq!(plan("dirigenti", 5)[0].1, "«T» ha 5 partecipanti, ma i dirigenti sono 4");
    assert_eq!(plan("non_dirigenti", 57), []);
    assert_eq!(plan("non_dirigenti", 58).len(), 1);
    assert_eq!(plan("tutti", 61), []);
    assert_eq!(plan("tutti", 62).len(), 1);
}

#[test]
fn reserved_posts_that_are_free_are_covered_somehow() {
    let plan = |fields: &str| {
        said("FAB-022", &format!("[fabbisogni.categorie_protette]\nbase = 60\n{fields}\n"))
    };
    assert_eq!(plan("quota = 5\nin_servizio = 5"), []);
    assert_eq!(plan("quota = 4\nin_servizio = 6\nscoperti = 0"), []);
    let free = plan("quota = 4\nin_servizio = 2\nscoperti = 1");
    assert_eq!(free.len(), 2);
    assert_eq!(free[0].1, "non è detto come si coprono i 2 posti riservati scoperti");
    assert_eq!(free[1].1, "i posti scoperti sono 2, non 1");
}
