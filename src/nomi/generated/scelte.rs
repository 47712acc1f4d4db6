//! The closed lists that fields choose from.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

crate::nomi::scelta::scelte! {
    /// Accessibilità.
    Accessibilita = "accessibilita" {
        Fisica = "fisica",
        Digitale = "digitale",
    }
    /// Ambiti di competenza.
    AmbitiFormazione = "ambiti_formazione" {
        Leadership = "leadership",
        Amministrativa = "amministrativa",
        Digitale = "digitale",
        Ecologica = "ecologica",
        Valori = "valori",
        Altro = "altro",
    }
    /// Ambiti degli obiettivi di performance.
    AmbitiObiettivo = "ambiti_obiettivo" {
        Semplificazione = "semplificazione",
        Digitalizzazione = "digitalizzazione",
        Accessibilita = "accessibilita",
        PariOpportunita = "pari_opportunita",
        Tempi = "tempi",
        Qualita = "qualita",
        TempiPagamento = "tempi_pagamento",
        Formazione = "formazione",
        Inclusione = "inclusione",
        Trasparenza = "trasparenza",
        Anticorruzione = "anticorruzione",
        Altro = "altro",
    }
    /// Ambiti della performance organizzativa.
    AmbitiOrganizzativi = "ambiti_organizzativi" {
        A = "a",
        B = "b",
        C = "c",
        D = "d",
        E = "e",
        F = "f",
        G = "g",
        H = "h",
    }
    /// Ambiti degli obiettivi strategici.
    AmbitiPrevenzione = "ambiti_prevenzione" {
        Anticorruzione = "anticorruzione",
        Trasparenza = "trasparenza",
    }
    /// Aree dei contratti collettivi.
    AreeContratto = "aree_contratto" {
        Operatori = "operatori",
        OperatoriEsperti = "operatori_esperti",
        Istruttori = "istruttori",
        FunzionariEq = "funzionari_eq",
        Assistenti = "assistenti",
        Collaboratori = "collaboratori",
        Funzionari = "funzionari",
        ElevateProfessionalita = "elevate_professionalita",
        Supporto = "supporto",
        ProfessionistiSalute = "professionisti_salute",
        ElevataQualificazione = "elevata_qualificazione",
        Dirigenti = "dirigenti",
        DirigentiPrimaFascia = "dirigenti_prima_fascia",
        DirigentiSecondaFascia = "dirigenti_seconda_fascia",
        DirigenzaSanitaria = "dirigenza_sanitaria",
        DirigenzaPta = "dirigenza_pta",
        Segretario = "segretario",
    }
    /// Atti di adozione.
    Atti = "atti" {
        Deliberazione = "deliberazione",
        Decreto = "decreto",
        DecretoDeliberativo = "decreto_deliberativo",
        DecretoMinisteriale = "decreto_ministeriale",
        Determinazione = "determinazione",
        Altro = "altro",
    }
    /// Beneficiari della piena accessibilità.
    BeneficiariAccessibilita = "beneficiari_accessibilita" {
        Over65 = "over_65",
        Disabilita = "disabilita",
        Dipendenti = "dipendenti",
        Tutti = "tutti",
    }
    /// Destinatari della formazione.
    DestinatariFormazione = "destinatari_formazione" {
        Dirigenti = "dirigenti",
        NonDirigenti = "non_dirigenti",
        Tutti = "tutti",
    }
    /// Dimensioni del benessere.
    Dimensioni = "dimensioni" {
        Economico = "economico",
        Sociale = "sociale",
        Educativo = "educativo",
        Assistenziale = "assistenziale",
        Ambientale = "ambientale",
        Sanitario = "sanitario",
        Culturale = "culturale",
        Altro = "altro",
    }
    /// Documenti di programmazione finanziaria.
    DocumentiFinanziari = "documenti_finanziari" {
        Dup = "dup",
        Bilancio = "bilancio",
        Peg = "peg",
        NotaIntegrativa = "nota_integrativa",
        Defr = "defr",
        Budget = "budget",
    }
    /// Fasi del contratto pubblico.
    FasiContratto = "fasi_contratto" {
        Programmazione = "programmazione",
        Progettazione = "progettazione",
        Selezione = "selezione",
        Aggiudicazione = "aggiudicazione",
        Esecuzione = "esecuzione",
    }
    /// Fattori abilitanti del rischio.
    FattoriAbilitanti = "fattori_abilitanti" {
        Controlli = "controlli",
        Trasparenza = "trasparenza",
        Regolamentazione = "regolamentazione",
        Esclusivita = "esclusivita",
        Responsabilizzazione = "responsabilizzazione",
        Competenze = "competenze",
        Legalita = "legalita",
        Politica = "politica",
    }
    /// Fattori di evoluzione dei fabbisogni.
    FattoriEvoluzione = "fattori_evoluzione" {
        Digitalizzazione = "digitalizzazione",
        SicurezzaInformatica = "sicurezza_informatica",
        Esternalizzazioni = "esternalizzazioni",
        Internalizzazioni = "internalizzazioni",
        Dismissioni = "dismissioni",
        Potenziamento = "potenziamento",
        Nessuno = "nessuno",
    }
    /// Risorse delle assunzioni.
    FondiAssunzione = "fondi_assunzione" {
        Capacita = "capacita",
        LavoroFlessibile = "lavoro_flessibile",
        Pnrr = "pnrr",
        AltriEnti = "altri_enti",
        QuotaObbligo = "quota_obbligo",
        MonteSalari2018 = "monte_salari_2018",
    }
    /// Funzioni fondamentali.
    FunzioniFondamentali = "funzioni_fondamentali" {
        TerritorioAmbiente = "territorio_ambiente",
        TrasportiStrade = "trasporti_strade",
        ReteScolastica = "rete_scolastica",
        AssistenzaEntiLocali = "assistenza_enti_locali",
        EdiliziaScolastica = "edilizia_scolastica",
        PariOpportunita = "pari_opportunita",
    }
    /// Incarichi e organi di garanzia.
    Incarichi = "incarichi" {
        Rpd = "rpd",
        Rasa = "rasa",
        Antiriciclaggio = "antiriciclaggio",
        Oiv = "oiv",
        NucleoValutazione = "nucleo_valutazione",
        Cug = "cug",
        Revisori = "revisori",
        Altro = "altro",
    }
    /// Interventi sulle competenze.
    InterventiCompetenze = "interventi_competenze" {
        Potenziamento = "potenziamento",
        Riqualificazione = "riqualificazione",
    }
    /// Misure generali.
    MisureGenerali = "misure_generali" {
        CodiceComportamento = "codice_comportamento",
        RotazioneOrdinaria = "rotazione_ordinaria",
        RotazioneStraordinaria = "rotazione_straordinaria",
        Inconferibilita = "inconferibilita",
        IncarichiExtra = "incarichi_extra",
        ConflittoInteressi = "conflitto_interessi",
        Whistleblowing = "whistleblowing",
        Pantouflage = "pantouflage",
        Formazione = "formazione",
        Commissioni = "commissioni",
        PattiIntegrita = "patti_integrita",
        Rasa = "rasa",
        Antiriciclaggio = "antiriciclaggio",
    }
    /// Modalità di assunzione.
    ModalitaAssunzione = "modalita_assunzione" {
        Concorso = "concorso",
        CorsoConcorso = "corso_concorso",
        ScorrimentoGraduatoria = "scorrimento_graduatoria",
        MobilitaVolontaria = "mobilita_volontaria",
        ImmissioneComandati = "immissione_comandati",
        Interpello = "interpello",
        MobilitaInterna = "mobilita_interna",
        ComandoDistacco = "comando_distacco",
        ProgressioneTraAree = "progressione_tra_aree",
        ProgressioneInDeroga = "progressione_in_deroga",
        Stabilizzazione = "stabilizzazione",
        ChiamataDirettaCategorieProtette = "chiamata_diretta_categorie_protette",
        AvviamentoSelettivo = "avviamento_selettivo",
        ApprendistatoCfl = "apprendistato_cfl",
        TempoDeterminato = "tempo_determinato",
        Art90Tuel = "art_90_tuel",
        Art110Tuel = "art_110_tuel",
        Convenzione = "convenzione",
        Somministrazione = "somministrazione",
        RiqualificazioneInterna = "riqualificazione_interna",
        Altro = "altro",
    }
    /// Modalità della formazione.
    ModalitaFormazione = "modalita_formazione" {
        Aula = "aula",
        RemotoSincrona = "remoto_sincrona",
        RemotoAsincrona = "remoto_asincrona",
        Ibrida = "ibrida",
        Comunita = "comunita",
        Mentoring = "mentoring",
        Stage = "stage",
        Seminari = "seminari",
        Altro = "altro",
    }
    /// Motivi di cessazione.
    MotiviCessazione = "motivi_cessazione" {
        Pensionamento = "pensionamento",
        Dimissioni = "dimissioni",
        Mobilita = "mobilita",
        Scadenza = "scadenza",
        Altro = "altro",
    }
    /// Natura del piano.
    Nature = "nature" {
        Nuovo = "nuovo",
        AggiornamentoAnnuale = "aggiornamento_annuale",
        AggiornamentoInfrannuale = "aggiornamento_infrannuale",
        ConfermaAnnuale = "conferma_annuale",
    }
    /// Natura delle misure.
    NatureMisura = "nature_misura" {
        Generale = "generale",
        Specifica = "specifica",
    }
    /// Organi che adottano il piano.
    Organi = "organi" {
        GiuntaComunale = "giunta_comunale",
        GiuntaUnione = "giunta_unione",
        PresidenteProvincia = "presidente_provincia",
        SindacoMetropolitano = "sindaco_metropolitano",
        GiuntaRegionale = "giunta_regionale",
        Ministro = "ministro",
        ConsiglioAmministrazione = "consiglio_amministrazione",
        DirettoreGenerale = "direttore_generale",
        GiuntaCamerale = "giunta_camerale",
        GiuntaProvinciale = "giunta_provinciale",
        OrganoEsecutivo = "organo_esecutivo",
        PresidenteLiberoConsorzio = "presidente_libero_consorzio",
        PresidenteConsiglio = "presidente_consiglio",
        Presidente = "presidente",
        Direttore = "direttore",
        ConsiglioDirettivo = "consiglio_direttivo",
        ComitatoGestione = "comitato_gestione",
        ConsiglioComunale = "consiglio_comunale",
        ConsiglioProvinciale = "consiglio_provinciale",
        ConsiglioMetropolitano = "consiglio_metropolitano",
        Commissario = "commissario",
        Altro = "altro",
    }
    /// Pareri e passaggi.
    Pareri = "pareri" {
        Revisori = "revisori",
        Sindacati = "sindacati",
        Oiv = "oiv",
        Cug = "cug",
        Consultazione = "consultazione",
        ConsiglieraParita = "consigliera_parita",
        AssociazioniDisabilita = "associazioni_disabilita",
        Altro = "altro",
    }
    /// Periodi di riferimento.
    Periodi = "periodi" {
        Settimana = "settimana",
        Mese = "mese",
        Trimestre = "trimestre",
        Semestre = "semestre",
        Anno = "anno",
    }
    /// Periodicità.
    Periodicita = "periodicita" {
        Mensile = "mensile",
        Trimestrale = "trimestrale",
        Quadrimestrale = "quadrimestrale",
        Semestrale = "semestrale",
        Annuale = "annuale",
        Triennale = "triennale",
        Continua = "continua",
        Altro = "altro",
    }
    /// Polarità degli indicatori.
    Polarita = "polarita" {
        Crescente = "crescente",
        Decrescente = "decrescente",
        Mantenimento = "mantenimento",
    }
    /// Provenienza delle risorse.
    Provenienze = "provenienze" {
        Interna = "interna",
        Esterna = "esterna",
        Altro = "altro",
    }
    /// Regimi del piano.
    Regimi = "regimi" {
        Ordinario = "ordinario",
        Semplificato = "semplificato",
    }
    /// Regioni.
    Regioni = "regioni" {
        Abruzzo = "abruzzo",
        Basilicata = "basilicata",
        Calabria = "calabria",
        Campania = "campania",
        EmiliaRomagna = "emilia_romagna",
        FriuliVeneziaGiulia = "friuli_venezia_giulia",
        Lazio = "lazio",
        Liguria = "liguria",
        Lombardia = "lombardia",
        Marche = "marche",
        Molise = "molise",
        Piemonte = "piemonte",
        Puglia = "puglia",
        Sardegna = "sardegna",
        Sicilia = "sicilia",
        Toscana = "toscana",
        TrentinoAltoAdige = "trentino_alto_adige",
        Umbria = "umbria",
        ValleDAosta = "valle_d_aosta",
        Veneto = "veneto",
    }
    /// Sottosezioni di Amministrazione trasparente.
    SottosezioniTrasparenza = "sottosezioni_trasparenza" {
        PianoPrevenzione = "piano_prevenzione",
        AttiGenerali = "atti_generali",
        OneriInformativi = "oneri_informativi",
        IncarichiPolitici = "incarichi_politici",
        SanzioniMancataComunicazione = "sanzioni_mancata_comunicazione",
        GruppiConsiliari = "gruppi_consiliari",
        ArticolazioneUffici = "articolazione_uffici",
        TelefonoPosta = "telefono_posta",
        IncarichiVertice = "incarichi_vertice",
        Dirigenti = "dirigenti",
        DirigentiCessati = "dirigenti_cessati",
        SanzioniDirigenti = "sanzioni_dirigenti",
        PosizioniOrganizzative = "posizioni_organizzative",
        DotazioneOrganica = "dotazione_organica",
        PersonaleNonIndeterminato = "personale_non_indeterminato",
        TassiAssenza = "tassi_assenza",
        IncarichiConferiti = "incarichi_conferiti",
        ContrattazioneCollettiva = "contrattazione_collettiva",
        ContrattazioneIntegrativa = "contrattazione_integrativa",
        Oiv = "oiv",
        Smvp = "smvp",
        PianoPerformance = "piano_performance",
        RelazionePerformance = "relazione_performance",
        AmmontarePremi = "ammontare_premi",
        DatiPremi = "dati_premi",
        EntiVigilati = "enti_vigilati",
        Societa = "societa",
        EntiDirittoPrivato = "enti_diritto_privato",
        RappresentazioneGrafica = "rappresentazione_grafica",
        TipologieProcedimento = "tipologie_procedimento",
        DichiarazioniSostitutive = "dichiarazioni_sostitutive",
        ProvvedimentiOrgani = "provvedimenti_organi",
        ProvvedimentiDirigenti = "provvedimenti_dirigenti",
        CriteriModalita = "criteri_modalita",
        AttiConcessione = "atti_concessione",
        Bilanci = "bilanci",
        PianoIndicatori = "piano_indicatori",
        ControlliOiv = "controlli_oiv",
        Revisori = "revisori",
        CorteDeiConti = "corte_dei_conti",
        CartaServizi = "carta_servizi",
        ClassAction = "class_action",
        CostiServizi = "costi_servizi",
        ListeAttesa = "liste_attesa",
        ServiziInRete = "servizi_in_rete",
        DatiPagamenti = "dati_pagamenti",
        Tempestivita = "tempestivita",
        Iban = "iban",
        PrevenzioneCorruzione = "prevenzione_corruzione",
        AccessoCivico = "accesso_civico",
        Accessibilita = "accessibilita",
        DatiUlteriori = "dati_ulteriori",
        Altro = "altro",
    }
    /// Stati del piano.
    Stati = "stati" {
        Bozza = "bozza",
        Proposta = "proposta",
        Adottato = "adottato",
        Pubblicato = "pubblicato",
        Aggiornato = "aggiornato",
    }
    /// Stati di una sottosezione.
    StatiSottosezione = "stati_sottosezione" {
        Parziale = "parziale",
        Superata = "superata",
    }
    /// Temi della formazione.
    TemiFormazione = "temi_formazione" {
        Digitale = "digitale",
        ProjectManagement = "project_management",
        Tecnico = "tecnico",
        Trasversale = "trasversale",
        Manageriale = "manageriale",
        Culturale = "culturale",
        AnticorruzioneEtica = "anticorruzione_etica",
        Sicurezza = "sicurezza",
        Privacy = "privacy",
        Inclusione = "inclusione",
        Altro = "altro",
    }
    /// Termini di pubblicazione.
    TerminiPubblicazione = "termini_pubblicazione" {
        Tempestivo = "tempestivo",
        Mensile = "mensile",
        Trimestrale = "trimestrale",
        Semestrale = "semestrale",
        Annuale = "annuale",
        Entro3Mesi = "entro_3_mesi",
    }
    /// Tipi di indicatore.
    TipiIndicatore = "tipi_indicatore" {
        Impatto = "impatto",
        Efficacia = "efficacia",
        Efficienza = "efficienza",
        Qualita = "qualita",
        StatoAttuazione = "stato_attuazione",
        Salute = "salute",
        Altro = "altro",
    }
    /// Limiti alla spesa di personale.
    TipiLimite = "tipi_limite" {
        ValoreSoglia = "valore_soglia",
        Media20112013 = "media_2011_2013",
        Comma562 = "comma_562",
        LavoroFlessibile = "lavoro_flessibile",
        Altro = "altro",
    }
    /// Tipi di misura.
    TipiMisura = "tipi_misura" {
        Controllo = "controllo",
        Trasparenza = "trasparenza",
        Etica = "etica",
        Regolamentazione = "regolamentazione",
        Semplificazione = "semplificazione",
        Formazione = "formazione",
        Partecipazione = "partecipazione",
        Rotazione = "rotazione",
        Segnalazione = "segnalazione",
        ConflittoInteressi = "conflitto_interessi",
        Lobby = "lobby",
    }
    /// Tipi di obiettivo di performance.
    TipiObiettivo = "tipi_obiettivo" {
        Organizzativa = "organizzativa",
        Individuale = "individuale",
    }
    /// Tipi di unità organizzativa.
    TipiUnita = "tipi_unita" {
        Vertice = "vertice",
        Direzione = "direzione",
        Segreteria = "segreteria",
        Settore = "settore",
        Servizio = "servizio",
        Ufficio = "ufficio",
        Staff = "staff",
        Altro = "altro",
    }
    /// Chi verifica.
    Valutatori = "valutatori" {
        Oiv = "oiv",
        NucleoValutazione = "nucleo_valutazione",
    }
}
