//! `piao explain` of a key: what is written there, with its article and an example.

use super::output::Console;
use crate::law::{Base, Campo, Law, Posto, Record};

/// What a field is: its form, its closed list, its article, an example; then every field of the
/// records that it holds.
pub(super) fn print(posto: &Posto<'_>, law: &Law, output: &Console) -> anyhow::Result<()> {
    let campo = posto.campo();
    output.text(&format!("{} ({})", posto.percorso(), campo.etichetta))?;
    let Some(inner) = law.kind_of(campo) else {
        if let Some(table) = posto.tabella() {
            output.text(&format!("Si scrive in {table}"))?;
        }
        return field(campo, posto.kind, law, output);
    };
    output.text(&format!("Si scrive come {}", posto.intestazione()))?;
    guide(campo, law, output)?;
    for own in &inner.campi {
        Console::line("")?;
        let needed = if own.obbligo { ", senza la quale non è un elemento" } else { "" };
        output.text(&format!("{} ({}{needed})", own.chiave, own.etichetta))?;
        field(own, inner, law, output)?;
    }
    Ok(())
}

fn field(campo: &Campo, kind: &Record, law: &Law, output: &Console) -> anyhow::Result<()> {
    output.text(&format!("  Vuole {}", campo.forma.describe()))?;
    guide(campo, law, output)?;
    if let Base::Scelta(list) = &campo.forma.base {
        for voce in law.vocabolari.get(list).into_iter().flat_map(|list| &list.voci) {
            output.text(&format!("  - \"{}\": {}", voce.chiave, voce.etichetta))?;
        }
    }
    Console::line(&format!("  Esempio: {}", law.esempio(None).riga(kind, campo)))?;
    Ok(())
}

/// The advice of a field and its articles.
fn guide(campo: &Campo, law: &Law, output: &Console) -> anyhow::Result<()> {
    if !campo.guida.is_empty() {
        output.text(&format!("  {}", campo.guida))?;
    }
    for citation in &campo.norma {
        output.text(&format!("  Fonte: {}", law.cite(citation, None).testo))?;
    }
    Ok(())
}
