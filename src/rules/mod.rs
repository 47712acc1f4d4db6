//! The rules that need judgement: a page each, and a check beside it.
//!
//! A page says in its head what the rule weighs, whom it binds, on what it stands; then why, and a
//! wrong and a right example. `piao explain` prints it, and its examples are the rule's tests. The
//! check, `name.rs` beside `name.md`, reads the typed plan and the profile of the administration;
//! it never says which kind of administration it is about.

mod assunzioni;
mod conteggi;
mod finalita;
mod limiti;
mod missing;
mod pagamenti;
mod page;
mod parole;
mod pending;
mod prosa;
mod registry;
mod report;
mod rule;
mod sigle;
mod soglie;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::{iter, panic, thread};

use crate::diag::{Finding, Findings, Phase, Places};
use crate::law::{Law, Profilo, Vocabolario};
use crate::model::Piano;
use crate::model::scelta::Scelta;

pub use missing::Missing;
pub use pending::Pending;
pub use registry::RULES;
pub use report::Report;
pub use rule::{Check, Function, Rule};

/// What a check may read.
pub struct Contesto<'a> {
    /// The plan.
    pub piano: &'a Piano,
    /// The administration.
    pub profilo: &'a Profilo,
    /// The law: closed lists and calendar.
    pub law: &'a Law,
}

impl<'a> Contesto<'a> {
    /// A closed list.
    #[must_use]
    pub fn elenco<T: Scelta>(&self) -> Option<&'a Vocabolario> {
        self.law.vocabolari.get(T::LISTA)
    }

    /// A value of a closed list, as printed.
    #[must_use]
    pub fn etichetta<T: Scelta>(&self, value: T) -> &'a str {
        self.law.etichetta(T::LISTA, value.chiave()).unwrap_or_else(|| value.chiave())
    }
}

/// Runs every rule that applies to the administration, on two threads that take the next one each:
/// no finding shows it, for they are put in order when all are known.
pub fn check(
    piano: &Piano,
    profilo: &Profilo,
    law: &Law,
    places: &Places,
    findings: &mut Findings,
) {
    let contesto = Contesto { piano, profilo, law };
    let next = AtomicUsize::new(0);
    let run = |findings: &mut Findings| {
        let speaks = |rule: &&Rule| rule.binds(profilo) && rule.is_founded(piano, places);
        let taken = iter::from_fn(|| RULES.get(next.fetch_add(1, Ordering::Relaxed)));
        for rule in taken.filter(speaks) {
            if let Check::Piano(check) = rule.check {
                check(&contesto, &mut Report::new(rule, law, profilo, places, findings));
            }
        }
    };
    let beside = thread::scope(|scope| {
        let beside = scope.spawn(|| {
            let mut found = Findings::default();
            run(&mut found);
            found
        });
        run(findings);
        beside.join().unwrap_or_else(|cause| panic::resume_unwind(cause))
    });
    findings.append(beside);
}

/// Gives the findings that the phases before the model made in the name of a rule what its page
/// says: they know its code alone.
pub fn sign(profilo: &Profilo, law: &Law, findings: &mut Findings) {
    sign_as(&RULES, profilo, law, findings);
}

/// Signs by some rules, in the order of their codes.
fn sign_as(rules: &[Rule], profilo: &Profilo, law: &Law, findings: &mut Findings) {
    let is_before =
        |finding: &&mut Finding| matches!(finding.phase, Phase::Form | Phase::Reference);
    for finding in findings.iter_mut().filter(is_before) {
        if let Ok(at) = rules.binary_search_by(|rule| rule.code.cmp(&finding.code)) {
            rules[at].sign(finding, law, profilo);
        }
    }
}

registry::list! {
    /// Section 1: who the administration is.
    anagrafica {
        codice_fiscale_errato,
    }

    /// The act: years, regime, organ and day of adoption.
    atto {
        adozione_tardiva,
        aggiornamento_senza_atto,
        atto_in_giorno_festivo,
        bilancio_dopo_il_piano,
        conferma_non_consentita,
        contenuto_finanziario_estraneo,
        differimento_senza_atto,
        dipendenti_discordi,
        documento_di_altro_triennio,
        informazione_dopo_il_piano,
        organo_non_competente,
        parere_dopo_il_piano,
        piano_non_dovuto,
        regime_non_dovuto,
        regime_non_motivato,
        schema_non_rispettato,
        sezione_senza_traguardi,
        triennio_non_di_tre_anni,
        valutazione_assente,
    }

    /// Codes and references, between any two parts of the plan.
    coerenza {
        accessibilita_senza_obiettivo,
        catena_del_rischio_interrotta: pagina,
        codice_ripetuto: pagina,
        lavoro_agile_isolato,
        procedura_isolata,
        profili_oltre_i_dipendenti,
        programma_di_altra_missione,
        rinvio_a_nulla: pagina,
        risorse_oltre_il_bilancio,
        strategia_senza_obiettivi,
        ufficio_fuori_organigramma,
    }

    /// Sub-section 3.3: staff of today, capacity, hires.
    fabbisogni {
        anno_senza_cessazioni,
        area_di_altro_contratto,
        assunzioni_oltre_capacita,
        assunzioni_oltre_il_turnover,
        assunzioni_senza_asseverazione,
        capacita_assunzionale_errata,
        comandi_non_assorbiti,
        consistenza_a_data_sbagliata,
        consistenza_prevista_discorde,
        dotazione_che_non_torna,
        lavoro_flessibile_oltre_limite,
        linee_di_indirizzo_superate,
        mobilita_scarsa,
        progressioni_oltre_la_meta,
        quota_riservata_errata,
        riallocazione_che_non_torna,
        risorse_dup_insufficienti,
        soglie_di_altra_regione,
        spesa_oltre_limite_storico,
        spesa_oltre_soglia,
        totali_assunzioni_errati,
        totali_consistenza_errati,
    }

    /// Sub-section 3.3, training.
    formazione {
        alfabetizzazione_digitale_assente,
        finalita_formative_scoperte,
        formazione_sotto_quaranta_ore,
        metodologie_non_dette,
        partecipanti_oltre_dipendenti,
        verifica_non_detta,
    }

    /// Indicators, wherever they are.
    indicatori {
        codice_indicatore_ripetuto: pagina,
        giudizio_e_numero,
        indicatore_senza_partenza,
        nome_indicatore_ripetuto,
        partenza_dopo_il_traguardo,
        tipo_fuori_posto,
        traguardo_contro_polarita,
        traguardo_fuori_triennio,
        traguardo_mancante,
        unita_che_cambia,
        valore_fuori_scala,
    }

    /// Sub-section 3.2: remote work without harm to presence.
    lavoro_agile {
        contratto_superato,
        numeri_agili_impossibili,
        presenza_non_prevalente,
        titolo_agile_cambiato,
    }

    /// Section 4: how the rest of the plan is watched.
    monitoraggio {
        anno_senza_monitoraggio,
        relazione_dopo_giugno,
        sottosezione_senza_monitoraggio,
        ufficio_associato_non_detto,
    }

    /// Sub-section 2.2: objectives, who answers for them, by when, how they are measured.
    performance {
        centro_senza_obiettivo,
        codice_obiettivo_ripetuto: pagina,
        dirigente_senza_formazione,
        dirigenti_senza_obiettivi,
        divario_di_genere,
        fasi_fuori_tempo,
        fasi_lunghe_come_l_obiettivo,
        indicatori_troppi,
        obiettivi_solo_dei_primi_anni,
        obiettivo_copiato,
        obiettivo_di_integrita_isolato,
        obiettivo_individuale_isolato,
        obiettivo_senza_confronto,
        obiettivo_senza_indicatore,
        obiettivo_senza_responsabile,
        obiettivo_senza_risorse,
        obiettivo_senza_strategia,
        pagamenti_senza_obiettivo,
        pagamenti_senza_ritardo_annuale,
        pesi_indicatori_non_a_cento,
        pesi_obiettivi_non_a_cento,
        peso_dei_pagamenti_scarso,
        risultato_che_non_torna,
        scadenza_fuori_triennio,
        solo_indicatori_di_adempimento,
    }

    /// The document as it is published: reachable, readable, without personal data.
    pubblicazione {
        dati_non_aperti: pagina,
        dati_personali,
        documento_non_accessibile: pagina,
        documento_non_digitale: pagina,
        file_oltre_i_limiti_del_portale: pagina,
        parole_oscure,
        pubblicazione_fuori_posto,
        versione_discorde,
    }

    /// Sub-section 2.3: processes, risks, measures.
    rischi_corruttivi {
        area_di_legge_scoperta,
        autovalutazione_incompleta,
        fasi_del_contratto_scoperte,
        fondi_europei_taciuti,
        formazione_anticorruzione_assente,
        livello_diverso_dalla_tabella,
        misura_fuori_tempo,
        misura_generale_taciuta,
        misura_incompleta,
        misura_senza_controllo,
        persona_riconoscibile,
        pna_superato,
        processo_senza_area,
        processo_senza_unita,
        progetto_europeo_senza_processo,
        redazione_esterna,
        rischio_senza_misura,
        unita_senza_processi,
        valutazione_di_soli_numeri,
        verifiche_senza_tempi,
    }

    /// The simplified regime, below fifty employees.
    semplificato {
        area_semplificata_scoperta => rischi_corruttivi::area_di_legge_scoperta::check,
        conferma_senza_aggiornamento,
        conferma_senza_dichiarazioni,
        contenuti_non_dovuti,
        evento_senza_aggiornamento,
        parte_semplificata_omessa,
        piano_oltre_il_triennio,
    }

    /// Sub-section 3.1: the tree of units and those who work in them.
    struttura_organizzativa {
        ampiezza_media_errata,
        dipendenti_delle_unita_discordi,
        organigramma_senza_testo: pagina,
        organigramma_spezzato,
        unita_inesistente: pagina,
    }

    /// What the prose says, wherever it is written.
    testi {
        norma_abrogata,
        piano_assorbito,
        premessa_senza_decreto,
        segnaposto,
        testo_troppo_lungo,
    }

    /// Sub-section 2.3, transparency: who sends and who publishes what.
    trasparenza {
        pubblicazione_senza_responsabile,
        schema_di_pubblicazione_taciuto,
        schemi_ulteriori_non_seguiti: pagina,
        sezione_della_trasparenza_taciuta,
        sottosezione_di_altra_sezione,
        trasparenza_a_meta,
        ufficio_della_trasparenza_inesistente: pagina,
    }

    /// Sub-section 2.1: what well-being, for whom, by which strategy.
    valore_pubblico {
        beneficiari_esclusi,
        benessere_fuori_elenco: pagina,
        commissioni_senza_parita,
        strategia_senza_indicatore_di_impatto,
        utenti_non_consultati,
        valore_pubblico_assente,
        valore_pubblico_senza_dup,
        valore_pubblico_senza_obiettivi,
        valore_pubblico_senza_risorse,
        valori_pubblici_troppi,
    }
}

#[cfg(test)]
mod tests {
    use super::page::Page;
    use super::sign_as;
    use crate::diag::{Finding, Findings, Phase, Severity};
    use crate::law::{Law, Profilo};
    use crate::source::Span;

    #[test]
    fn a_finding_made_before_the_rules_weighs_what_the_page_says() {
        let head = r#"{"codice": "XRF-002", "gravita": "avviso", "fiducia": "da_rileggere",
            "norma": ["dm-132-2022 art. 8, c. 1"], "chiede": "", "verifica": "prima"}"#;
        let rules = [Page { stem: "rinvio_a_nulla", head, text: "", check: None }.read()];
        let made = |code, phase| {
            let mut finding = Finding::new(code, Severity::Errore, Span::default(), "");
            finding.phase = phase;
            finding
        };
        let mut findings = Findings::default();
        findings.push(made("XRF-002", Phase::Reference));
        findings.push(made("XRF-002", Phase::Duty { part: 0 }));
        findings.push(made("FORM-003", Phase::Form));
        sign_as(&rules, &Profilo::default(), Law::embedded(), &mut findings);
        let [signed, duty, form] = findings.as_slice() else { panic!("three findings") };
        assert_eq!((signed.severity, signed.unsure), (Severity::Avviso, true));
        assert_eq!(signed.norma[0].testo, "D.M. 132/2022, art. 8, c. 1");
        assert_eq!(*duty, made("XRF-002", Phase::Duty { part: 0 }));
        assert_eq!(*form, made("FORM-003", Phase::Form));
    }

    #[test]
    #[should_panic(expected = "nome.md binds everybody")]
    fn what_is_found_before_the_model_is_found_of_everybody() {
        let head = r#"{"codice": "XRF-002", "gravita": "avviso", "fiducia": "alta", "norma": [],
            "per": ["ordinario"], "chiede": "", "verifica": "prima"}"#;
        Page { stem: "nome", head, text: "", check: None }.read();
    }
}
