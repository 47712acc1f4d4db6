//! `piao schema`.

use super::args::Schema;
use super::exit;
use super::flusso;
use super::lotto::resoconto;
use super::output::Console;
use crate::law::Law;
use crate::schema_json;
use crate::view::document;

pub(super) fn run(args: &Schema) -> anyhow::Result<u8> {
    let schema = match args {
        Schema { documento: true, .. } => document::schema(),
        Schema { flusso: true, .. } => flusso::schema(),
        Schema { resoconto: true, .. } => resoconto::schema(),
        _ => schema_json::of(Law::embedded()),
    };
    Console::line(&serde_json::to_string_pretty(&schema)?)?;
    Ok(exit::FINE)
}
