//! Look-ups over a whole plan: records by code, its years, its totals, its indicators.

use std::ops::RangeInclusive;

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::scelte::{AmbitiObiettivo, Nature, Regimi, TipiObiettivo};
use super::{
    Adozione, Baseline, Chiave, Consistenza, Conteggio, DatoAl, DocumentoFinanziario,
    EventoRischioso, FondoEuropeo, Indicatore, Luogo, Misura, ObiettivoPerformance, ObiettivoVp,
    Piano, Revisione, RischiCorruttivi, Strategia, Traguardo, Unita, campo,
};
use crate::organico::teste;
use crate::valori::media_pesata;

/// An indicator of 2.1 or 2.2 with what it measures.
#[derive(Debug, Clone, Copy)]
pub struct Misurazione<'a> {
    /// The indicator.
    pub indicatore: &'a Indicatore,
    /// Where the strategy or the objective that it measures is written.
    pub luogo: Luogo,
    /// The field of that record which sets its time: `orizzonte` or `scadenza`.
    pub campo: Chiave,
    /// Last year of its time, if it is said.
    pub ultimo_anno: Option<i16>,
    /// Whether its targets may fall after the triennium: only impacts last longer.
    pub oltre_il_triennio: bool,
}

impl Piano {
    /// The years of the plan, when they are the three that they have to be.
    #[must_use]
    pub fn anni(&self) -> Option<RangeInclusive<i16>> {
        let triennio = &self.piao.triennio;
        let whole = triennio.inizio > 0 && triennio.fine == triennio.inizio.saturating_add(2);
        whole.then_some(triennio.inizio..=triennio.fine)
    }

    /// The first and the last day of the plan.
    #[must_use]
    pub fn giorni(&self) -> Option<RangeInclusive<Date>> {
        let anni = self.anni()?;
        Some(date(*anni.start(), 1, 1)..=date(*anni.end(), 12, 31))
    }

    /// The projects with European funds that are not over before the plan begins.
    pub fn progetti_aperti(&self) -> impl Iterator<Item = &FondoEuropeo> {
        let first = self.giorni().map(|giorni| *giorni.start());
        let is_over = move |fondo: &FondoEuropeo| {
            fondo.fine.zip(first).is_some_and(|(fine, first)| fine < first)
        };
        self.fondi_europei.iter().filter(move |fondo| !is_over(fondo))
    }

    /// Whether an act confirms a plan already adopted, as the simplified regime allows in the
    /// second and the third year (D.M. 132/2022, art. 6, c. 2).
    #[must_use]
    pub fn is_conferma(&self) -> bool {
        self.piao.natura == Some(Nature::ConfermaAnnuale)
            && self.piao.regime != Some(Regimi::Ordinario)
    }

    /// The act of the first adoption, with its day: what is due is judged on it, whatever updates
    /// the plan later. An update in its place, or a confirmation, is not one.
    #[must_use]
    pub fn prima_adozione(&self) -> Option<(&Adozione, Date)> {
        let adozione = self.piao.adozione.as_ref()?;
        let data = adozione.data?;
        let in_time = data.year() <= self.piao.triennio.inizio;
        let is_first = match self.piao.natura {
            Some(Nature::ConfermaAnnuale) => !self.is_conferma(),
            Some(Nature::AggiornamentoAnnuale) => in_time,
            Some(Nature::AggiornamentoInfrannuale) => {
                in_time && self.revisioni.iter().any(|riga| riga.data.is_some_and(|d| d > data))
            }
            Some(Nature::Nuovo) | None => true,
        };
        is_first.then_some((adozione, data))
    }

    /// The act that confirms a plan, with its day: of the confirmation, or else of the adoption.
    #[must_use]
    pub fn atto_di_conferma(&self) -> Option<(Luogo, Date)> {
        let piao = &self.piao;
        let conferma = piao.conferma.as_ref().and_then(|act| Some((act.luogo, act.data?)));
        let adozione = piao.adozione.as_ref().and_then(|act| Some((act.luogo, act.data?)));
        conferma.or(adozione).filter(|_| self.is_conferma())
    }

    /// The year after the first that an act is about: in December it looks at the one that comes.
    #[must_use]
    pub fn anno_di(&self, atto: Date) -> i16 {
        let anno = atto.year().saturating_add(i16::from(atto.month() == 12));
        anno.max(self.piao.triennio.inizio.saturating_add(1))
    }

    /// The last act that adopted or updated the plan: its record, and its day.
    #[must_use]
    pub fn ultimo_atto(&self) -> Option<(Luogo, Date)> {
        let adozione = self.piao.adozione.as_ref()?;
        let first = (adozione.luogo, adozione.data?);
        let updates = self.revisioni.iter().filter(|riga| riga.is_atto());
        let updates = updates.filter_map(|riga| Some((riga.luogo, riga.data?)));
        updates.chain([first]).max_by_key(|(_, data)| *data)
    }

    /// The day on which staff is counted: 31 December of the year before adoption, or before the
    /// first of the triennium as long as the plan is not adopted (D.M. 132/2022, art. 4, c. 1,
    /// lett. c). A confirmation keeps the count of the plan that it confirms: the threshold holds
    /// for the triennium.
    #[must_use]
    pub fn data_consistenza(&self) -> Option<Date> {
        let adozione = self.piao.adozione.as_ref().filter(|_| !self.is_conferma());
        let adozione = adozione.and_then(|adozione| adozione.data);
        let anno = adozione.map_or(self.piao.triennio.inizio, Date::year);
        (anno > 0).then(|| date(anno - 1, 12, 31))
    }

    /// Whether the plan leaves out a sub-section, with a reason.
    #[must_use]
    pub fn is_omessa(&self, numero: &str) -> bool {
        self.sottosezioni.iter().any(|s| s.chiave == numero && s.omessa.is_some())
    }

    /// The financial document with this code.
    #[must_use]
    pub fn documento(&self, id: &str) -> Option<&DocumentoFinanziario> {
        self.documenti_finanziari.iter().find(|documento| documento.id == id)
    }

    /// The unit with this code.
    #[must_use]
    pub fn unita_by_id(&self, id: &str) -> Option<&Unita> {
        self.unita.iter().find(|unita| unita.id == id)
    }

    /// The objective of public value with this code.
    #[must_use]
    pub fn obiettivo_vp(&self, id: &str) -> Option<&ObiettivoVp> {
        self.obiettivi_vp.iter().find(|obiettivo| obiettivo.id == id)
    }

    /// The objective of performance with this code.
    #[must_use]
    pub fn obiettivo_performance(&self, id: &str) -> Option<&ObiettivoPerformance> {
        self.obiettivi_performance.iter().find(|obiettivo| obiettivo.id == id)
    }

    /// Every strategy, with the objective of public value that it serves.
    pub fn strategie(&self) -> impl Iterator<Item = (&ObiettivoVp, &Strategia)> {
        self.obiettivi_vp.iter().flat_map(|o| o.strategie.iter().map(move |s| (o, s)))
    }

    /// The strategy with this code, with the objective of public value that it serves.
    #[must_use]
    pub fn strategia(&self, id: &str) -> Option<(&ObiettivoVp, &Strategia)> {
        self.strategie().find(|(_, strategia)| strategia.id == id)
    }

    /// Every risk event of every process.
    pub fn eventi_rischiosi(&self) -> impl Iterator<Item = &EventoRischioso> {
        self.processi.iter().flat_map(|processo| &processo.eventi_rischiosi)
    }

    /// Every indicator of the public values and of their strategies, in 2.1, and of the objectives
    /// of 2.2.
    pub fn indicatori(&self) -> impl Iterator<Item = Misurazione<'_>> {
        let valori = self.obiettivi_vp.iter().flat_map(|valore| {
            valore.indicatori.iter().map(|indicatore| Misurazione {
                indicatore,
                luogo: valore.luogo,
                campo: campo::ORIZZONTE,
                ultimo_anno: valore.orizzonte,
                oltre_il_triennio: true,
            })
        });
        let impatti = self.strategie().flat_map(|(_, strategia)| {
            strategia.indicatori.iter().map(|indicatore| Misurazione {
                indicatore,
                luogo: strategia.luogo,
                campo: campo::ORIZZONTE,
                ultimo_anno: strategia.orizzonte,
                oltre_il_triennio: true,
            })
        });
        let risultati = self.obiettivi_performance.iter().flat_map(|obiettivo| {
            obiettivo.indicatori.iter().map(|indicatore| Misurazione {
                indicatore,
                luogo: obiettivo.luogo,
                campo: campo::SCADENZA,
                ultimo_anno: obiettivo.scadenza.map(Date::year),
                oltre_il_triennio: false,
            })
        });
        valori.chain(impatti).chain(risultati)
    }

    /// Every list of indicators of the plan, with the title of the record that they measure.
    pub fn gruppi_di_indicatori(&self) -> impl Iterator<Item = (&str, &[Indicatore])> {
        let valori = self.obiettivi_vp.iter().map(|o| (o.titolo.as_str(), o.indicatori.as_slice()));
        let strategie = self.strategie().map(|(_, s)| (s.titolo.as_str(), s.indicatori.as_slice()));
        let obiettivi = &self.obiettivi_performance;
        let obiettivi = obiettivi.iter().map(|o| (o.titolo.as_str(), o.indicatori.as_slice()));
        let prevenzione = &self.obiettivi_prevenzione;
        let prevenzione = prevenzione.iter().map(|o| (o.titolo.as_str(), o.indicatori.as_slice()));
        let agile = self.obiettivi_agile.iter();
        let agile = agile.map(|o| (o.titolo.as_str(), o.indicatori.as_slice()));
        let others = [
            ("Lavoro agile", self.lavoro_agile.contributi.as_slice()),
            ("Formazione", self.formazione.indicatori.as_slice()),
        ];
        valori.chain(strategie).chain(obiettivi).chain(prevenzione).chain(agile).chain(others)
    }

    /// The objectives of performance that serve an objective of public value: they name it, or
    /// one of its strategies.
    pub fn obiettivi_che_servono<'a>(
        &'a self,
        valore: &'a ObiettivoVp,
    ) -> impl Iterator<Item = &'a ObiettivoPerformance> {
        self.obiettivi_performance.iter().filter(move |obiettivo| {
            let strategia = obiettivo.strategia.as_ref();
            obiettivo.valore.as_ref() == Some(&valore.id)
                || valore.strategie.iter().any(|s| strategia == Some(&s.id))
        })
    }

    /// Whether an objective of performance serves this objective of public value.
    #[must_use]
    pub fn is_raggiunto(&self, valore: &ObiettivoVp) -> bool {
        self.obiettivi_che_servono(valore).next().is_some()
    }

    /// The objectives on the terms of payment.
    pub fn obiettivi_sui_pagamenti(&self) -> impl Iterator<Item = &ObiettivoPerformance> {
        let is_payment =
            |o: &&ObiettivoPerformance| o.ambiti.contains(&AmbitiObiettivo::TempiPagamento);
        self.obiettivi_performance.iter().filter(is_payment)
    }

    /// Heads in service by the table of 3.3; nothing when it is empty or a row does not say.
    #[must_use]
    pub fn totale_consistenza(&self) -> Option<i64> {
        if self.consistenza.is_empty() {
            return None;
        }
        self.consistenza
            .iter()
            .try_fold(0, |sum: i64, riga| Some(sum.saturating_add(riga.teste()?)))
    }
}

impl ObiettivoPerformance {
    /// Whether the objective is of organisational performance, as it is when nothing is said.
    #[must_use]
    pub fn is_organizzativo(&self) -> bool {
        self.tipo.is_none_or(|tipo| tipo == TipiObiettivo::Organizzativa)
    }

    /// Whether the objective is assigned to who manages: it is individual, or says to whom.
    #[must_use]
    pub fn is_assegnato(&self) -> bool {
        !self.is_organizzativo() || !self.assegnatari.is_empty()
    }

    /// How much of the objective is reached, by its phases and their weights; nothing when one of
    /// them does not say, or the weights do not make a hundred.
    #[must_use]
    pub fn raggiungimento_pesato(&self) -> Option<Decimal> {
        let media = media_pesata(self.fasi.iter().map(|fase| fase.peso.zip(fase.raggiungimento)))?;
        (media.pesi == Decimal::ONE_HUNDRED).then_some(media.valore)
    }
}

impl Indicatore {
    /// What the indicator lacks of what the piano-tipo asks, as a finding says it.
    #[must_use]
    pub fn mancanze(&self) -> Vec<&'static str> {
        let is_written = |text: &Option<String>| text.as_ref().is_some_and(|t| !t.is_empty());
        [
            (is_written(&self.formula), "la formula"),
            (is_written(&self.unita_misura), "l’unità di misura"),
            (self.baseline.as_ref().is_some_and(Baseline::is_complete), "il valore di partenza"),
            (self.target.iter().any(Traguardo::is_noto), "il traguardo"),
            (is_written(&self.fonte), "la fonte"),
        ]
        .into_iter()
        .filter_map(|(present, name)| (!present).then_some(name))
        .collect()
    }

    /// Its values, where it starts and then its targets, each with the record that says it.
    #[must_use]
    pub fn valori(&self) -> Vec<(Luogo, &Misura)> {
        let baseline = self.baseline.iter().map(|b| (b.luogo, b.valore.as_ref()));
        let targets = self.target.iter().map(|t| (t.luogo, t.valore.as_ref()));
        baseline.chain(targets).filter_map(|(luogo, misura)| Some((luogo, misura?))).collect()
    }

    /// Whether the indicator holds all that the piano-tipo asks.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.mancanze().is_empty()
    }
}

impl Traguardo {
    /// Whether it says what is aimed at; a value that is not there is said to be missing elsewhere.
    #[must_use]
    pub fn is_noto(&self) -> bool {
        self.valore.as_ref().is_none_or(Misura::is_nota)
    }
}

impl Baseline {
    /// Whether it says a value, known.
    #[must_use]
    pub fn has_value(&self) -> bool {
        self.valore.as_ref().is_some_and(Misura::is_nota)
    }

    /// Whether it says a value with its year, or by when there will be one.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.disponibile_dal.is_some() || (self.has_value() && self.anno.is_some())
    }
}

impl Revisione {
    /// Whether an act approves it: it says one of its organ, kind and number.
    #[must_use]
    pub fn is_atto(&self) -> bool {
        self.organo.is_some() || self.tipo.is_some() || self.numero.is_some()
    }
}

impl DatoAl {
    /// How many, when they were counted; nothing when it is not said, when the number is
    /// approximate, or when there are none.
    #[must_use]
    pub fn quanti(&self) -> Option<i64> {
        self.conteggio()?.esatto()
    }

    /// How many, exact or not; nothing when it is not said, or there are none.
    #[must_use]
    pub fn conteggio(&self) -> Option<&Conteggio> {
        self.numero.as_ref().filter(|count| count.numero > 0)
    }
}

impl Consistenza {
    /// Heads of the row: its total, or else what its parts add up to.
    #[must_use]
    pub fn teste(&self) -> Option<i64> {
        let contratti = (self.tempo_indeterminato, self.tempo_determinato);
        teste(self.totale, [contratti, (self.uomini, self.donne)])
    }
}

impl RischiCorruttivi {
    /// The long texts that tell of facts and of the method, with their field.
    #[must_use]
    pub fn testi(&self) -> Vec<(Chiave, &str)> {
        [
            (campo::INTRODUZIONE, &self.introduzione),
            (campo::CONTESTO_ESTERNO, &self.contesto_esterno),
            (campo::CONTESTO_INTERNO, &self.contesto_interno),
            (campo::METODO, &self.metodo),
            (campo::ROTAZIONE, &self.rotazione),
            (campo::IDONEITA, &self.idoneita),
            (campo::CONSULTAZIONE, &self.consultazione),
        ]
        .into_iter()
        .filter_map(|(campo, text)| Some((campo, text.as_deref()?)))
        .collect()
    }
}
