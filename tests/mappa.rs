//! The map of spheres: every ribbon is an edge of the plan, and every edge between two spheres is a
//! ribbon; the opening says the same.

use std::collections::{BTreeMap, BTreeSet};

use piao::Checked;
use piao::figure::{Nastro, Rinvio, Segno};
use piao::law::Law;
use piao::legami::Legami;
use piao::valori::Luogo;
use piao::view::document::{Blocco, Documento, Figura, Genere, Tratto};
use piao::view::formato;
use piao::view::visita::Nodo;

use crate::support::scritto::written;
use crate::support::{check_text, example, smallest};

/// A sphere of the map: a record by its anchor, or a part of the plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Sphere {
    Record(Luogo),
    Part(String),
}

fn spheres(mappa: &Figura) -> Vec<&Rinvio> {
    let segni = mappa.disegno.segni.iter();
    segni.filter_map(|s| if let Segno::Rinvio(r) = s { Some(r) } else { None }).collect()
}

fn ribbons(mappa: &Figura) -> Vec<&Nastro> {
    let segni = mappa.disegno.segni.iter();
    segni.filter_map(|s| if let Segno::Nastro(n) = s { Some(n) } else { None }).collect()
}

/// What stands at each anchor of the map.
fn places(document: &Documento, legami: &Legami<'_>) -> BTreeMap<String, Sphere> {
    let mut places = BTreeMap::new();
    document.visit(|nodo, _| {
        if let Nodo::Parte(parte) = nodo
            && parte.genere == Genere::Sottosezione
        {
            places.insert(parte.id.clone(), Sphere::Part(parte.schema.clone()));
        }
    });
    for nodo in legami.nodi() {
        let id = nodo.record.id();
        let first = legami.by_id(id).is_some_and(|first| first.luogo() == nodo.luogo());
        if first && (nodo.kind() == "stakeholder" || nodo.kind() == "obiettivo_vp") {
            places.insert(formato::slug(id), Sphere::Record(nodo.luogo()));
        }
    }
    places
}

/// What ties two things, by the references of the plan alone.
fn tied(legami: &Legami<'_>, law: &Law, from: &Sphere, to: &Sphere) -> BTreeSet<Luogo> {
    let of_part = |numero: &str, all: Vec<Luogo>| -> BTreeSet<Luogo> {
        let voci = all.into_iter().filter_map(|luogo| legami.voce(luogo));
        let own = voci.filter(|voce| law.sottosezioni[voce.parte].numero == numero);
        own.map(piao::legami::Nodo::luogo).collect()
    };
    let naming = |whom: Luogo| legami.archi().filter(move |arco| arco.a.luogo() == whom);
    let serves = |luogo: Luogo, value: Luogo| {
        legami.serves(luogo).iter().any(|served| served.luogo() == value)
    };
    match (from, to) {
        (Sphere::Record(whom), Sphere::Record(value)) => {
            let naming = naming(*whom).map(|arco| arco.da.luogo());
            naming.filter(|from| serves(*from, *value)).collect()
        }
        (Sphere::Record(from), Sphere::Part(numero)) => {
            let is_value = legami.valori().any(|value| value.luogo() == *from);
            let all: Vec<Luogo> = if is_value {
                let nodi = legami.nodi().iter().map(piao::legami::Nodo::luogo);
                let named = legami.archi().filter(|arco| serves(arco.da.luogo(), *from));
                let named: Vec<Luogo> = named.map(|arco| arco.a.luogo()).collect();
                nodi.filter(|luogo| serves(*luogo, *from)).chain(named).collect()
            } else {
                naming(*from).map(|arco| arco.da.luogo()).collect()
            };
            of_part(numero, all)
        }
        (Sphere::Part(_), _) => BTreeSet::new(),
    }
}

/// Holds the map of a plan to its edges; says how many ribbons it has.
fn compare(checked: &Checked<'_>) -> usize {
    let law = checked.law;
    let legami = Legami::of(&checked.radice, law);
    let document = checked.document(true).document;
    let places = places(&document, &legami);
    let known = |anchor: &str| places.get(anchor).cloned();
    let mappa = &document.mappa;
    let mut drawn: BTreeMap<(Sphere, Sphere), usize> = BTreeMap::new();
    for ribbon in ribbons(mappa) {
        let [from, to] = &ribbon.capi;
        if let Some(pair) = known(from).zip(known(to)) {
            assert!(drawn.insert(pair, ribbon.elementi).is_none(), "{ribbon:?} is there twice");
        }
    }
    let shown: BTreeSet<Sphere> = spheres(mappa).iter().filter_map(|s| known(&s.rinvio)).collect();
    let is_value = |sphere: &Sphere| legami.valori().any(|v| *sphere == Sphere::Record(v.luogo()));
    let any_value = shown.iter().any(is_value);
    let mut wanted = BTreeMap::new();
    for from in &shown {
        for to in shown.iter().filter(|to| *to != from) {
            let neighbours = match (is_value(from), to) {
                (true, Sphere::Part(_)) => true,
                (false, Sphere::Part(_)) => !any_value && matches!(from, Sphere::Record(_)),
                (false, to) => matches!(from, Sphere::Record(_)) && is_value(to),
                (true, _) => false,
            };
            let records = tied(&legami, law, from, to);
            if neighbours && !records.is_empty() {
                wanted.insert((from.clone(), to.clone()), records.len());
            }
        }
    }
    assert_eq!(drawn, wanted);
    twin(&document, &known, &drawn);
    drawn.len()
}

/// Holds what the opening says of values and stakeholders to the ribbons.
fn twin(
    document: &Documento,
    known: &impl Fn(&str) -> Option<Sphere>,
    drawn: &BTreeMap<(Sphere, Sphere), usize>,
) {
    // Each link, and the number in brackets after it.
    let links = |runs: &[Tratto]| -> Vec<(Sphere, String)> {
        let pairs = runs.iter().zip(runs.iter().skip(1));
        let link = |(run, after): (&Tratto, &Tratto)| match (run, after) {
            (Tratto::Rinvio { id, .. }, Tratto::Testo { testo }) => {
                let many = testo.trim_matches(|c: char| !c.is_ascii_digit());
                Some((known(id)?, many.to_owned()))
            }
            _ => None,
        };
        pairs.filter_map(link).collect()
    };
    let mut said = BTreeSet::new();
    let mut say = |own: &Sphere, runs: &[Tratto]| {
        for (other, many) in links(runs) {
            let pairs = [(own.clone(), other.clone()), (other, own.clone())];
            let Some(pair) = pairs.into_iter().find(|pair| drawn.contains_key(pair)) else {
                panic!("{own:?} has no ribbon that the opening says: {runs:?}")
            };
            assert_eq!(drawn[&pair].to_string(), many, "{pair:?}");
            said.insert(pair);
        }
    };
    let first = |runs: &[Tratto]| {
        runs.iter().find_map(|run| match run {
            Tratto::Rinvio { id, .. } => known(id),
            _ => None,
        })
    };
    for parte in &document.inizio {
        for blocco in &parte.blocchi {
            let Blocco::Tabella(tabella) = blocco else { continue };
            for riga in &tabella.righe {
                let own = riga.celle[0].iter().find_map(|run| first(run.tratti()));
                if let Some(own) = own {
                    say(&own, &riga.dettaglio);
                }
            }
        }
        let whom = parte.parti.iter().find(|part| part.id == "per-chi");
        for blocco in whom.iter().flat_map(|part| &part.blocchi) {
            let Blocco::Elenco { voci, .. } = blocco else { panic!("{blocco:?} is no list") };
            for voce in voci {
                let Blocco::Paragrafo { testo, .. } = &voce[0] else { panic!("a line") };
                if let Some(own) = first(testo) {
                    say(&own, &testo[1..]);
                }
            }
        }
    }
    assert_eq!(said, drawn.keys().cloned().collect());
}

#[test]
fn every_ribbon_is_an_edge_and_every_edge_a_ribbon() {
    let law = Law::embedded();
    for (name, least) in
        [("provincia-di-esempio", 50), ("comune-piccolo", 0), ("provincia-di-lucca", 3)]
    {
        let plan = example(name);
        let drawn = compare(&plan.check(law));
        assert!(drawn >= least, "{name}: {drawn} ribbons");
    }
    let mut drawn = 0;
    for seed in 0..60 {
        drawn += compare(&written(seed, law).check(law));
    }
    assert!(drawn > 40, "{drawn} ribbons");
}

#[test]
fn a_plan_without_values_ties_whom_it_names_to_the_parts_that_name_them() {
    let plan = "[[stakeholder]]\nid = \"s-1\"\nnome = \"Cittadini\"\n\
                [[obiettivi_performance]]\nid = \"op-1\"\ntitolo = \"Uno\"\nstakeholder = [\"s-1\"]\n";
    let (_, checked) = check_text(plan);
    assert_eq!(compare(&checked), 1);
    let mappa = checked.document(true).document.mappa;
    let row = |nome: &str| mappa.righe.iter().find(|row| row.nome == nome);
    assert!(row("valori").is_none());
    assert_eq!(row("chi").expect("a row").valori[0].nota, "1 parte del piano");
    let parts = &row("parti").expect("a row").valori;
    let named = parts.iter().find(|part| part.segno == "2.2").expect("the part");
    assert_eq!(named.nota, "1 portatore di interessi");
}

#[test]
fn spheres_lead_to_what_they_name_and_say_what_they_are_tied_to() {
    let (_, checked) = check_text(&smallest("ordinario"));
    let document = checked.document(false).document;
    let spheres = spheres(&document.mappa);
    let said: Vec<&str> = spheres.iter().map(|sphere| sphere.nome.as_str()).collect();
    assert!(said[0].starts_with("Valore pubblico: 1 valore"), "{said:?}");
    assert!(said.iter().any(|s| s.starts_with("2.2 ") && s.ends_with(": serve 1 valore pubblico")));
    let value = spheres.iter().find(|sphere| sphere.rinvio == "vp-1").expect("the value");
    assert!(value.nome.ends_with("parti del piano"), "{}", value.nome);
    let mut anchors = BTreeSet::new();
    document.visit(|nodo, _| {
        anchors.insert(nodo.id().to_owned());
    });
    assert!(spheres.iter().all(|sphere| anchors.contains(&sphere.rinvio)));
}
