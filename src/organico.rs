//! Who comes and goes: what the exits and the hires of a plan do to the staff of a year.

use rust_decimal::Decimal;

use crate::nomi::scelte::ModalitaAssunzione as Modo;

/// People who leave: from which area, in which year, how many. A year that is not said is zero.
#[derive(Debug, Clone)]
pub struct Uscita<A> {
    /// The year.
    pub anno: i16,
    /// The area that they leave.
    pub area: Option<A>,
    /// How many.
    pub numero: Option<Decimal>,
}

/// People who come, or pass from an area to another.
#[derive(Debug, Clone)]
pub struct Entrata<A> {
    /// The year.
    pub anno: i16,
    /// The area that they come to.
    pub area: Option<A>,
    /// The area that they come from, when they were there already.
    pub da_area: Option<A>,
    /// How they are taken on.
    pub modalita: Option<Modo>,
    /// How many.
    pub numero: Option<Decimal>,
}

/// All the exits and the hires of a plan.
#[derive(Debug, Clone)]
pub struct Movimenti<A> {
    /// Who leaves.
    pub uscite: Vec<Uscita<A>>,
    /// Who comes.
    pub entrate: Vec<Entrata<A>>,
}

/// Who comes and goes in a year; what cannot be told apart, or has no year, is tolerance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flusso {
    /// Who comes in.
    pub entrate: Decimal,
    /// Who goes out.
    pub uscite: Decimal,
    /// Who may change the number of people, or not.
    pub incerti: Decimal,
}

impl Flusso {
    /// The people at the end of a year that began with so many.
    #[must_use]
    pub fn after(&self, before: Decimal) -> Decimal {
        before.saturating_sub(self.uscite).saturating_add(self.entrate)
    }

    /// Whether a year can begin with so many and end with so many others: a part of a person is
    /// no difference between heads.
    #[must_use]
    pub fn leads(&self, before: Decimal, after: Decimal) -> bool {
        let gap = after.saturating_sub(self.after(before)).abs();
        gap < self.incerti.saturating_add(Decimal::ONE)
    }
}

/// What a hire is to whom it is counted for.
enum Verso {
    Dentro,
    Fuori,
    Incerto,
    Nessuno,
}

impl<A: PartialEq> Movimenti<A> {
    /// The flow of an area in a year; nothing when a row does not say how many.
    #[must_use]
    pub fn of_area(&self, area: &A, anno: i16) -> Option<Flusso> {
        let leaves = |own: &Option<A>| match own {
            Some(own) if own != area => Verso::Nessuno,
            Some(_) => Verso::Fuori,
            None => Verso::Incerto,
        };
        self.sum(anno, leaves, |hire| match (&hire.area, hire.modalita) {
            (None, _) => Verso::Incerto,
            (Some(into), _) if into == area => Verso::Dentro,
            (_, Some(Modo::ProgressioneTraAree | Modo::ProgressioneInDeroga)) => {
                leaves(&hire.da_area)
            }
            _ => Verso::Nessuno,
        })
    }

    /// The flow of everybody in a year: whoever passes from an area to another stays. Nothing when
    /// a row does not say how many.
    #[must_use]
    pub fn of_all(&self, anno: i16) -> Option<Flusso> {
        self.sum(
            anno,
            |_| Verso::Fuori,
            |hire| match hire.modalita {
                Some(Modo::ProgressioneTraAree | Modo::ProgressioneInDeroga) => Verso::Nessuno,
                _ => Verso::Dentro,
            },
        )
    }

    fn sum(
        &self,
        anno: i16,
        exit: impl Fn(&Option<A>) -> Verso,
        hire: impl Fn(&Entrata<A>) -> Verso,
    ) -> Option<Flusso> {
        let mut flow = Flusso::default();
        let mut add = |verso: Verso, count: Decimal| {
            let sum = match verso {
                Verso::Dentro => &mut flow.entrate,
                Verso::Fuori => &mut flow.uscite,
                Verso::Incerto => &mut flow.incerti,
                Verso::Nessuno => return,
            };
            *sum = sum.saturating_add(count);
        };
        let is_near = |year: i16| year == anno || year == 0;
        for uscita in self.uscite.iter().filter(|uscita| is_near(uscita.anno)) {
            let verso = match exit(&uscita.area) {
                Verso::Fuori if uscita.anno != anno => Verso::Incerto,
                verso => verso,
            };
            add(verso, uscita.numero?);
        }
        for entrata in self.entrate.iter().filter(|entrata| is_near(entrata.anno)) {
            let verso = match entrata.modalita {
                _ if entrata.anno == 0 => Verso::Incerto,
                Some(Modo::MobilitaInterna | Modo::RiqualificazioneInterna) => Verso::Nessuno,
                None
                | Some(
                    Modo::Stabilizzazione
                    | Modo::ComandoDistacco
                    | Modo::Convenzione
                    | Modo::Somministrazione,
                ) => Verso::Incerto,
                _ => hire(entrata),
            };
            add(verso, entrata.numero?);
        }
        Some(flow)
    }
}

/// Heads of some staff: their total, or else what their parts add up to, told apart in one way or
/// in another.
#[must_use]
pub fn teste(totale: Option<i64>, parti: [(Option<i64>, Option<i64>); 2]) -> Option<i64> {
    let sum = |(a, b): (Option<i64>, Option<i64>)| Some(a?.saturating_add(b?));
    totale.or_else(|| parti.into_iter().find_map(sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hire(anno: i16, da_area: Option<char>, modalita: Option<Modo>) -> Entrata<char> {
        let (area, numero) = (Some('a'), Some(Decimal::TWO));
        Entrata { anno, area, da_area, modalita, numero }
    }

    #[test]
    fn who_passes_between_areas_stays() {
        let movimenti = Movimenti {
            uscite: vec![Uscita { anno: 2027, area: Some('b'), numero: Some(Decimal::ONE) }],
            entrate: vec![
                hire(2027, None, Some(Modo::Concorso)),
                hire(2027, Some('b'), Some(Modo::ProgressioneTraAree)),
                hire(2027, None, Some(Modo::Stabilizzazione)),
                hire(2027, None, Some(Modo::MobilitaInterna)),
                hire(2028, None, Some(Modo::Concorso)),
                hire(0, None, Some(Modo::Concorso)),
            ],
        };
        let flow = |into: i64, out: i64, unsure: i64| {
            let (entrate, uscite, incerti) = (into.into(), out.into(), unsure.into());
            Some(Flusso { entrate, uscite, incerti })
        };
        assert_eq!(movimenti.of_all(2027), flow(2, 1, 4));
        assert_eq!(movimenti.of_area(&'a', 2027), flow(4, 0, 4));
        assert_eq!(movimenti.of_area(&'b', 2027), flow(0, 3, 4));
        let all = movimenti.of_all(2027).expect("a flow");
        assert!(all.leads(10.into(), 11.into()) && all.leads(10.into(), 15.into()));
        assert!(!all.leads(10.into(), 16.into()));
    }

    #[test]
    fn nothing_is_summed_where_a_row_does_not_say_how_many() {
        let mut movimenti = Movimenti { uscite: Vec::new(), entrate: Vec::new() };
        assert_eq!(movimenti.of_all(2027), Some(Flusso::default()));
        movimenti.uscite.push(Uscita { anno: 2027, area: Some('a'), numero: None });
        assert_eq!(movimenti.of_all(2027), None);
        assert_eq!(movimenti.of_area(&'b', 2027), None);
        assert_eq!(movimenti.of_all(2028), Some(Flusso::default()));
    }
}
