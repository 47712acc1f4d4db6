//! What a hire uses: hiring capacity, a permanent post.

use rust_decimal::Decimal;

use super::Contesto;
use crate::law::Voce;
use crate::model::Assunzione;
use crate::model::scelte::{FondiAssunzione, ModalitaAssunzione};

/// Whether the hire uses hiring capacity: what pays for it says so, or else the way in which it is
/// made.
pub(super) fn usa_capacita(contesto: &Contesto<'_>, assunzione: &Assunzione) -> bool {
    let fondo = assunzione.fondo.and_then(|fondo| {
        contesto.elenco::<FondiAssunzione>().and_then(|list| list.get(fondo.as_str()))
    });
    let voce = fondo.or_else(|| modo(contesto, assunzione));
    voce.is_none_or(|voce| !voce.fuori_capacita)
}

/// Whether the hire covers a permanent post that outsiders could have.
pub(super) fn copre_un_posto(contesto: &Contesto<'_>, assunzione: &Assunzione) -> bool {
    modo(contesto, assunzione).is_none_or(|voce| !voce.senza_posto)
}

/// Whether the hire is there at all: a row may say that nobody is hired.
pub(super) fn assume(assunzione: &Assunzione) -> bool {
    assunzione.numero.is_none_or(|count| !count.is_zero())
}

/// The cost of the hire; nothing when it is not said or is zero.
pub(super) fn costo(assunzione: &Assunzione) -> Option<Decimal> {
    assunzione.costo.filter(|costo| !costo.is_zero())
}

fn modo<'a>(contesto: &Contesto<'a>, assunzione: &Assunzione) -> Option<&'a Voce> {
    let modalita = assunzione.modalita?;
    contesto.elenco::<ModalitaAssunzione>()?.get(modalita.as_str())
}
