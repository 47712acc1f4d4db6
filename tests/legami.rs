//! How the records of a plan hang together: the edges, and what they lead to.

use std::collections::{BTreeMap, BTreeSet};

use piao::law::{Base, Law};
use piao::legami::{Legami, Nodo};
use piao::record::{Record, Value};
use piao::valori::Luogo;

use crate::support::scritto::written;
use crate::support::{check_text, example};

/// The records below one, each with the one that holds it, in no order that matters.
fn below<'a>(
    record: &'a Record<'a>,
    holder: Option<&'a Record<'a>>,
    out: &mut Vec<(&'a Record<'a>, Option<&'a Record<'a>>)>,
) {
    for (_, value) in &record.fields {
        for inner in value.records() {
            out.push((inner, holder.map(|_| record)));
            below(inner, Some(record), out);
        }
    }
}

/// The pairs of a record and a value to which edges lead from it, found by adding pairs until
/// there are no more.
fn naive(root: &Record<'_>) -> BTreeSet<(Luogo, Luogo)> {
    let mut all = Vec::new();
    for (_, value) in &root.fields {
        for record in value.records() {
            all.push((record, None));
            below(record, Some(record), &mut all);
        }
    }
    let codes: BTreeMap<&str, &Record<'_>> = all.iter().map(|(r, _)| (r.id(), *r)).rev().collect();
    let mut steps: BTreeSet<(Luogo, Luogo)> = BTreeSet::new();
    let mut pairs: BTreeSet<(Luogo, Luogo)> = BTreeSet::new();
    for (record, holder) in &all {
        if record.kind.chiave == "obiettivo_vp" {
            pairs.insert((record.luogo, record.luogo));
        }
        steps.extend(holder.map(|holder| (record.luogo, holder.luogo)));
        for (campo, value) in &record.fields {
            for item in value.items() {
                if let (Value::Reference(id), Base::Riferimento(kind)) = (item, &campo.forma.base)
                    && let Some(other) = codes.get(id.as_str())
                    && other.kind.chiave == *kind
                    && !["unita", "stakeholder"].contains(&kind.as_str())
                {
                    steps.insert((record.luogo, other.luogo));
                }
            }
        }
    }
    loop {
        let more: Vec<(Luogo, Luogo)> = steps
            .iter()
            .flat_map(|(from, to)| {
                let led = pairs.range((*to, Luogo(0))..=(*to, Luogo(u32::MAX)));
                led.map(move |(_, value)| (*from, *value))
            })
            .filter(|pair| !pairs.contains(pair))
            .collect();
        if more.is_empty() {
            return pairs;
        }
        pairs.extend(more);
    }
}

fn luoghi(nodi: &[&Nodo<'_>]) -> BTreeSet<Luogo> {
    nodi.iter().map(|nodo| nodo.luogo()).collect()
}

fn names(nodi: &[&Nodo<'_>]) -> Vec<String> {
    nodi.iter().map(|nodo| nodo.record.id().to_owned()).collect()
}

/// Every answer, against the pairs found the slow way.
fn compare(legami: &Legami<'_>, root: &Record<'_>) -> usize {
    let slow = naive(root);
    let fast: BTreeSet<(Luogo, Luogo)> = legami
        .nodi()
        .iter()
        .flat_map(|nodo| {
            legami.serves(nodo.luogo()).into_iter().map(|value| (nodo.luogo(), value.luogo()))
        })
        .collect();
    assert_eq!(fast, slow);
    for value in legami.valori() {
        let serving: BTreeSet<Luogo> =
            slow.iter().filter(|(_, to)| *to == value.luogo()).map(|(from, _)| *from).collect();
        let named: BTreeSet<Luogo> = legami
            .archi()
            .filter(|arco| serving.contains(&arco.da.luogo()))
            .map(|arco| arco.a.luogo())
            .collect();
        let tied = serving.union(&named).map(|luogo| legami.voce(*luogo).expect("a node").luogo());
        let tied: BTreeSet<Luogo> = tied.collect();
        assert_eq!(luoghi(&legami.tied_to(value.luogo())), tied);
        for nodo in legami.nodi() {
            let touched = luoghi(&legami.touches(nodo.luogo())).contains(&value.luogo());
            assert_eq!(touched, tied.contains(&nodo.luogo()));
            let between = luoghi(&legami.between(nodo.luogo(), value.luogo()));
            let naming = legami.archi().filter(|arco| arco.a.luogo() == nodo.luogo());
            let naming = naming.map(|arco| arco.da.luogo()).filter(|from| serving.contains(from));
            assert_eq!(between, naming.collect());
        }
    }
    slow.len()
}

#[test]
fn what_serves_a_value_is_what_edges_lead_from() {
    let law = Law::embedded();
    let mut pairs = 0;
    for seed in 0..80 {
        let plan = written(seed, law);
        let checked = plan.check(law);
        pairs += compare(&Legami::of(&checked.radice, law), &checked.radice);
    }
    assert!(pairs > 300, "only {pairs} pairs");
    for name in ["provincia-di-esempio", "comune-piccolo", "provincia-di-lucca"] {
        let plan = example(name);
        let checked = plan.check(law);
        let pairs = compare(&Legami::of(&checked.radice, law), &checked.radice);
        let simplified = checked.piano.obiettivi_vp.is_empty();
        assert_eq!(pairs == 0, simplified, "{name}: {pairs} pairs");
    }
}

#[test]
fn every_reference_is_an_edge_both_ways() {
    let law = Law::embedded();
    let plan = example("provincia-di-esempio");
    let checked = plan.check(law);
    let legami = Legami::of(&checked.radice, law);
    let mut arcs = 0;
    for arco in legami.archi() {
        let (da, a) = (arco.da.luogo(), arco.a.luogo());
        let said = arco.da.record.get(arco.campo).expect("the field is there");
        let id = arco.a.record.id();
        assert!(said.items().iter().any(|item| item.as_str() == Some(id)), "{id}");
        let there = legami
            .cites(da)
            .iter()
            .any(|(campo, to)| campo.chiave == arco.campo.chiave && to.luogo() == a);
        let back = legami
            .cited_by(a)
            .iter()
            .any(|(campo, from)| campo.chiave == arco.campo.chiave && from.luogo() == da);
        assert!(there && back, "{id}");
        arcs += 1;
    }
    let mut written = 0;
    for nodo in legami.nodi() {
        for (_, value) in &nodo.record.fields {
            let references =
                value.items().iter().filter(|item| matches!(item, Value::Reference(_)));
            written += references.count();
        }
        assert_eq!(legami.nodo(nodo.luogo()).expect("itself").luogo(), nodo.luogo());
    }
    assert_eq!(arcs, written, "a complete plan has no reference that leads nowhere");
}

#[test]
fn a_measure_serves_the_value_of_the_process_that_it_guards() {
    let (_, checked) = check_text(
        "obiettivi_vp = [{ id = 'vp-1', stakeholder = ['s-1'] }, { id = 'vp-2' }]\n\
         stakeholder = [{ id = 's-1' }, { id = 's-2' }]\n\
         unita = [{ id = 'u-1' }, { id = 'u-2', padre = 'u-1' }, { id = 'u-3' }]\n\
         obiettivi_performance = [\n\
           { id = 'op-1', valore = 'vp-1', responsabile = 'u-2', stakeholder = ['s-2'], fasi = [{ nome = 'Una' }] },\n\
           { id = 'op-2', responsabile = 'u-2' },\n\
           { id = 'op-3', organizzativo = 'op-1' },\n\
         ]\n\
         processi = [{ id = 'p-1', unita = 'u-3', obiettivo = 'op-1', eventi_rischiosi = [{ id = 'e-1' }] }]\n\
         misure = [{ id = 'm-1', eventi = ['e-1', 'e-1'] }, { id = 'm-2', eventi = ['op-1'] }]\n",
    );
    let legami = Legami::of(&checked.radice, Law::embedded());
    let at = |id: &str| legami.by_id(id).expect("a record").luogo();
    let serves = |id: &str| names(&legami.serves(at(id)));
    assert_eq!(serves("m-1"), ["vp-1"], "by its event, inside the process, by the objective");
    assert_eq!(serves("op-3"), ["vp-1"]);
    assert_eq!(serves("op-2"), [""; 0], "another objective of the same unit is another thing");
    assert_eq!(serves("m-2"), [""; 0], "an objective is no event");
    assert_eq!(serves("u-2"), [""; 0]);
    assert_eq!(names(&legami.touches(at("u-2"))), ["vp-1"]);
    assert_eq!(names(&legami.touches(at("u-1"))), [""; 0], "nobody names it");
    assert_eq!(names(&legami.stakeholders_of(at("vp-1"))), ["s-1", "s-2"]);
    assert_eq!(names(&legami.units_of(at("vp-1"))), ["u-2", "u-3"]);
    assert_eq!(names(&legami.tied_to(at("vp-2"))), ["vp-2"]);
    assert_eq!(names(&legami.between(at("s-2"), at("vp-1"))), ["op-1"]);
    assert_eq!(legami.cites(at("m-1")).len(), 1, "said twice, it is one edge");
    assert_eq!(names(&legami.ancestors(at("e-1"))), ["p-1"]);
    assert_eq!(legami.voce(at("e-1")).map(Nodo::luogo), Some(at("p-1")));
    let tied = legami.tied_to(at("vp-1"));
    let parts: BTreeSet<&str> =
        tied.iter().map(|nodo| Law::embedded().sottosezioni[nodo.parte].numero.as_str()).collect();
    assert_eq!(parts, BTreeSet::from(["1", "2.1", "2.2", "2.3", "3.1"]));
}
