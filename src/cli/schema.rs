//! `piao schema`.

use super::exit;
use super::output::Output;
use crate::law::Law;
use crate::schema_json;

pub(super) fn run() -> anyhow::Result<u8> {
    let schema = schema_json::of(Law::embedded());
    Output::line(&serde_json::to_string_pretty(&schema)?)?;
    Ok(exit::FINE)
}
