//! The next term of the calendar.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::Checked;
use crate::model::scelte::Stati;
use crate::norma::Citazione;
use crate::view::formato;

/// The next term that the law gives to a plan.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Scadenza {
    /// What is due.
    cosa: String,
    /// The day, an ISO date.
    data: String,
    /// Days that are left, below zero when the term has gone by.
    giorni: i32,
    /// Why nobody works on that day; nothing for a working day.
    festa: Option<String>,
    /// On what authority.
    fonti: Vec<Citazione>,
    /// The day as printed.
    #[serde(skip)]
    giorno: String,
}

impl Scadenza {
    /// The term of a plan still to be adopted, or else the first of the plans that follow it.
    pub(super) fn of(checked: &Checked<'_>, oggi: Date) -> Option<Self> {
        let (piao, profilo) = (&checked.piano.piao, &checked.profilo);
        let inizio = piao.triennio.inizio;
        if inizio <= 0 {
            return None;
        }
        let calendario = &checked.law.calendario;
        let adozione = piao.adozione.as_ref();
        let is_adopted = adozione.is_some_and(|act| act.data.is_some())
            || matches!(piao.stato, Some(Stati::Adottato | Stati::Pubblicato | Stati::Aggiornato));
        let bilancio = adozione.and_then(|act| act.differimento.as_ref()?.termine_bilancio);
        let bilancio = bilancio.filter(|_| !is_adopted);
        let following = |year: i16| calendario.termine(year, None, profilo);
        let anno = if is_adopted {
            let mut years = inizio.saturating_add(1).max(oggi.year())..;
            years.find(|year| following(*year) >= oggi)?
        } else {
            inizio
        };
        let data = calendario.termine(anno, bilancio, profilo);
        let general = data == following(anno);
        let norma =
            if general { &calendario.generale.norma } else { &calendario.dopo_il_bilancio.norma };
        Some(Self {
            cosa: format!("adozione del piano {anno}-{}", anno.saturating_add(2)),
            data: data.to_string(),
            giorni: (data - oggi).get_days(),
            festa: calendario.festa(data).map(str::to_owned),
            fonti: checked.law.cite_all(norma.iter().map(String::as_str), profilo),
            giorno: formato::date(data),
        })
    }

    /// `Adozione del piano 2027-2029 entro il 31 gennaio 2027 (domenica): fra 16 giorni`.
    pub(super) fn sentence(&self) -> String {
        let festa = self.festa.as_ref().map(|festa| format!(" ({festa})")).unwrap_or_default();
        let count = match self.giorni.abs() {
            1 => "un giorno".into(),
            days => format!("{days} giorni"),
        };
        let left = match self.giorni {
            0 => "è oggi".into(),
            1.. => format!("fra {count}"),
            _ => format!("scaduta da {count}"),
        };
        let cosa = self.cosa.replacen('a', "A", 1);
        format!("{cosa} entro il {}{festa}: {left}", self.giorno)
    }

    /// The acts that give the term.
    pub(super) fn source(&self) -> String {
        let fonti: Vec<&str> = self.fonti.iter().map(|fonte| fonte.testo.as_str()).collect();
        format!("Fonte: {}", fonti.join("; "))
    }
}
