//! `piao schema`.

use super::args::Schema;
use super::exit;
use super::flusso;
use super::output::Console;
use crate::law::Law;
use crate::schema_json;
use crate::view::document;

pub(super) fn run(args: &Schema) -> anyhow::Result<u8> {
    let schema = match (args.documento, args.flusso) {
        (true, _) => document::schema(),
        (_, true) => flusso::schema(),
        _ => schema_json::of(Law::embedded()),
    };
    Console::line(&serde_json::to_string_pretty(&schema)?)?;
    Ok(exit::FINE)
}
