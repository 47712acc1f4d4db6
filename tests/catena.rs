//! The chain from public value to budget, counted.

use piao::catena::{Catena, Quota, catene};
use piao::law::Law;
use piao::legami::Legami;
use toml::Table;

use crate::support::{check_text, example, smallest};

fn of(text: &str) -> Vec<Catena> {
    let (_, checked) = check_text(text);
    catene(&checked.radice, &checked.piano, &checked.profilo, Law::embedded())
}

fn smallest_table() -> Table {
    toml::from_str(&smallest("ordinario")).expect("the plan is TOML")
}

fn quota(con: usize, su: usize) -> Quota {
    Quota { con, su }
}

#[test]
fn a_complete_plan_has_every_link() {
    let law = Law::embedded();
    let plan = example("provincia-di-esempio");
    let checked = plan.check(law);
    let catene = catene(&checked.radice, &checked.piano, &checked.profilo, law);
    assert_eq!(catene.len(), checked.piano.obiettivi_vp.len());
    for catena in catene {
        for Quota { con, su } in
            [catena.strategie, catena.obiettivi, catena.indicatori, catena.unita, catena.bilancio]
        {
            assert!(su > 0 && con == su, "{}: {con} of {su}", catena.titolo);
        }
    }
}

#[test]
fn a_broken_link_is_counted_where_it_breaks() {
    let objective = "[[obiettivi_performance]]\nid = \"op-90\"\ntitolo = \"Contare le buche\"\n";
    let more = |fields: &str| of(&format!("{}\n{objective}{fields}", smallest("ordinario")));
    let whole = &of(&smallest("ordinario"))[0];
    let served = &more("valore = \"vp-1\"\nmissione = \"10\"\nresponsabile = \"u-9\"")[0];
    let one_more = |part: Quota, con: usize| quota(part.con + con, part.su + 1);
    assert_eq!(served.strategie, whole.strategie);
    assert_eq!(served.obiettivi, one_more(whole.obiettivi, 0));
    assert_eq!(served.indicatori, one_more(whole.indicatori, 0));
    assert_eq!(served.unita, one_more(whole.unita, 0), "u-9 is nowhere in the chart");
    assert_eq!(served.bilancio, one_more(whole.bilancio, 1));
    assert_eq!(more("valore = \"vp-1\"")[0].unita, one_more(whole.unita, 0));
    assert_eq!(more("valore = \"vp-1\"")[0].bilancio, one_more(whole.bilancio, 0));
    let lost = &more("valore = \"vp-1\"\nstrategia = \"st-99\"\nmissione = \"10\"")[0];
    assert_eq!(lost.obiettivi, one_more(whole.obiettivi, 0), "st-99 is nowhere");
    let alone = more("responsabile = \"u-1\"");
    let alone = alone.last().expect("a row for those that serve no value");
    assert_eq!((alone.valore.as_deref(), alone.obiettivi), (None, quota(0, 1)));
    assert_eq!((alone.unita, alone.bilancio), (quota(1, 1), quota(0, 1)));
    assert_eq!(alone.strategie, quota(0, 0));
}

#[test]
fn an_objective_holds_the_chain_only_with_every_link() {
    let whole = &of(&smallest("ordinario"))[0];
    for link in ["strategia", "indicatori", "responsabile", "missione"] {
        let mut plan = smallest_table();
        let objective = plan["obiettivi_performance"][0].as_table_mut().expect("a record");
        assert!(objective.remove(link).is_some(), "{link}");
        // The objective of prevention that it carries out leads to the same strategy.
        objective.remove("prevenzione");
        let broken = of(&toml::to_string(&plan).expect("a table is TOML"));
        // What is part of it reaches the strategy through it.
        let lost = if link == "strategia" { 2 } else { 1 };
        let left = quota(whole.obiettivi.con - lost, whole.obiettivi.su);
        assert_eq!(broken[0].obiettivi, left, "{link}");
    }
    let mut plan = smallest_table();
    let objective = plan["obiettivi_performance"][0].as_table_mut().expect("a record");
    for link in ["valore", "strategia", "prevenzione"] {
        objective.remove(link);
    }
    let alone = of(&toml::to_string(&plan).expect("a table is TOML"));
    assert_eq!(alone.last().expect("a row").obiettivi, quota(0, 1));
}

#[test]
fn who_has_no_missions_reaches_the_budget_by_the_resources_of_the_value() {
    let ministry = |resources: &str| {
        let mut plan = smallest_table();
        plan.remove("risorse");
        plan["anagrafica"]["tipologia"] = "ministero".into();
        for objective in plan["obiettivi_performance"].as_array_mut().expect("a list") {
            objective.as_table_mut().expect("a record").remove("missione");
        }
        of(&(resources.to_owned() + &toml::to_string(&plan).expect("a table is TOML")))
    };
    assert_eq!(ministry("")[0].bilancio.con, 0);
    for (resource, reached) in [
        ("obiettivo = \"vp-1\", fonte = \"Bilancio\"", true),
        ("obiettivo = \"vp-1\", missione = \"10\"", true),
        ("obiettivo = \"vp-1\", programma = \"10.05\"", true),
        ("obiettivo = \"vp-1\", primo_anno = 1000", false),
        ("missione = \"10\"", false),
    ] {
        let row = format!("risorse = [{{ iniziativa = \"I\", {resource} }}]\n");
        let Quota { con, su } = ministry(&row)[0].bilancio;
        assert_eq!(con, if reached { su } else { 0 }, "{resource}");
    }
}

#[test]
fn what_an_objective_carries_out_leads_it_to_the_value_as_in_the_map() {
    let more = "[[obiettivi_performance]]\nid = \"op-90\"\ntitolo = \"Contare le buche\"\n\
                organizzativo = \"op-1\"\n";
    let plan = format!("{}\n{more}", smallest("ordinario"));
    let whole = of(&smallest("ordinario"));
    let chain = of(&plan);
    assert_eq!(chain.len(), whole.len(), "it serves a value through op-1");
    assert_eq!(chain[0].obiettivi.su, whole[0].obiettivi.su + 1);
    let law = Law::embedded();
    for name in ["provincia-di-esempio", "provincia-di-lucca", "comune-piccolo"] {
        let plan = example(name);
        let checked = plan.check(law);
        let legami = Legami::of(&checked.radice, law);
        for catena in catene(&checked.radice, &checked.piano, &checked.profilo, law) {
            let Some(value) = catena.valore.as_deref().and_then(|id| legami.by_id(id)) else {
                continue;
            };
            let tied = legami.tied_to(value.luogo());
            let objectives = tied.iter().filter(|nodo| nodo.kind() == "obiettivo_performance");
            let serving = objectives.filter(|nodo| {
                legami.serves(nodo.luogo()).iter().any(|own| own.luogo() == value.luogo())
            });
            assert_eq!(catena.obiettivi.su, serving.count(), "{name}: {}", catena.titolo);
        }
    }
}
