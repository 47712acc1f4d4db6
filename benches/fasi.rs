//! The phases of a build, one by one, on the complete example: `cargo bench --bench fasi`.

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use piao::{Law, Layout, Plan, Source, outputs};

/// The complete example.
const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/provincia-di-esempio");

fn main() {
    divan::main();
}

fn plan() -> Plan {
    Plan::read(PLAN).expect("the example is there")
}

#[divan::bench]
fn leggi(bencher: Bencher<'_, '_>) {
    bencher.bench(|| Source::load(Path::new(PLAN)));
}

#[divan::bench]
fn leggi_e_analizza(bencher: Bencher<'_, '_>) {
    bencher.bench(plan);
}

#[divan::bench]
fn controlla(bencher: Bencher<'_, '_>) {
    let (plan, law) = (plan(), Law::embedded());
    bencher.bench(|| drop(black_box(plan.check(law))));
}

#[divan::bench]
fn documento(bencher: Bencher<'_, '_>) {
    let plan = plan();
    let checked = plan.check(Law::embedded());
    bencher.bench(|| drop(black_box(checked.document(false))));
}

#[divan::bench(args = ["file", "sito"])]
fn disegna(bencher: Bencher<'_, '_>, name: &str) {
    let plan = plan();
    let checked = plan.check(Law::embedded());
    let edition = checked.document(false);
    let (layout, output) = (Layout::embedded(), outputs(&[name]).expect("the output is there"));
    bencher.bench(|| edition.outputs(&layout, &output));
}
