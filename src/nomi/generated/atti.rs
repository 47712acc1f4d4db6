//! The acts that citations name.
//!
//! Generated: `ACCEPT=1 cargo test --no-default-features generated` writes it anew.

/// `Delibera ANAC 1310/2016`.
pub const ANAC_1310_2016: &str = "anac-1310-2016";

/// `ANAC, indicazioni 23 luglio 2025`.
pub const ANAC_23_7_2025: &str = "anac-23-7-2025";

/// `Delibera ANAC 481/2025`.
pub const ANAC_481_2025: &str = "anac-481-2025";

/// `Delibera ANAC 495/2024`.
pub const ANAC_495_2024: &str = "anac-495-2024";

/// `Delibera ANAC 497/2025`.
pub const ANAC_497_2025: &str = "anac-497-2025";

/// `ANAC, linee guida sull’accesso civico`.
pub const ANAC_ACCESSO: &str = "anac-accesso";

/// `CAD`.
pub const CAD: &str = "cad";

/// `CCNL`.
pub const CCNL: &str = "ccnl";

/// `Circolare DFP 2/2022`.
pub const CIRC_DFP_2_2022: &str = "circ-dfp-2-2022";

/// `Circolare RGS 1/2024`.
pub const CIRC_RGS_1_2024: &str = "circ-rgs-1-2024";

/// `Direttiva 14 gennaio 2025`.
pub const DIRETTIVA_14_1_2025: &str = "direttiva-14-1-2025";

/// `D.L. 13/2023`.
pub const DL_13_2023: &str = "dl-13-2023";

/// `D.L. 25/2025`.
pub const DL_25_2025: &str = "dl-25-2025";

/// `D.L. 34/2019`.
pub const DL_34_2019: &str = "dl-34-2019";

/// `D.L. 78/2010`.
pub const DL_78_2010: &str = "dl-78-2010";

/// `D.L. 80/2021`.
pub const DL_80_2021: &str = "dl-80-2021";

/// `D.Lgs. 118/2011`.
pub const DLGS_118_2011: &str = "dlgs-118-2011";

/// `D.Lgs. 150/2009`.
pub const DLGS_150_2009: &str = "dlgs-150-2009";

/// `D.Lgs. 165/2001`.
pub const DLGS_165_2001: &str = "dlgs-165-2001";

/// `D.Lgs. 198/2006`.
pub const DLGS_198_2006: &str = "dlgs-198-2006";

/// `D.Lgs. 198/2009`.
pub const DLGS_198_2009: &str = "dlgs-198-2009";

/// `D.Lgs. 222/2023`.
pub const DLGS_222_2023: &str = "dlgs-222-2023";

/// `D.Lgs. 33/2013`.
pub const DLGS_33_2013: &str = "dlgs-33-2013";

/// `D.Lgs. 36/2023`.
pub const DLGS_36_2023: &str = "dlgs-36-2023";

/// `D.M. 11 gennaio 2022`.
pub const DM_11_1_2022: &str = "dm-11-1-2022";

/// `D.M. 132/2022`.
pub const DM_132_2022: &str = "dm-132-2022";

/// `D.M. 17 marzo 2020`.
pub const DM_17_3_2020: &str = "dm-17-3-2020";

/// `D.M. 22 luglio 2022`.
pub const DM_22_7_2022: &str = "dm-22-7-2022";

/// `D.M. 8 maggio 2018`.
pub const DM_8_5_2018: &str = "dm-8-5-2018";

/// `D.P.R. 81/2022`.
pub const DPR_81_2022: &str = "dpr-81-2022";

/// `Regolamento (UE) 2016/679`.
pub const GDPR: &str = "gdpr";

/// `Integrità del piano`.
pub const INTEGRITA: &str = "integrita";

/// `L. 114/2024`.
pub const L_114_2024: &str = "l-114-2024";

/// `L. 124/2015`.
pub const L_124_2015: &str = "l-124-2015";

/// `L. 145/2018`.
pub const L_145_2018: &str = "l-145-2018";

/// `L. 190/2012`.
pub const L_190_2012: &str = "l-190-2012";

/// `L. 227/2021`.
pub const L_227_2021: &str = "l-227-2021";

/// `L. 296/2006`.
pub const L_296_2006: &str = "l-296-2006";

/// `L. 4/2004`.
pub const L_4_2004: &str = "l-4-2004";

/// `L. 448/2001`.
pub const L_448_2001: &str = "l-448-2001";

/// `L. 56/2014`.
pub const L_56_2014: &str = "l-56-2014";

/// `L. 68/1999`.
pub const L_68_1999: &str = "l-68-1999";

/// `Linee guida PIAO 2025`.
pub const LINEE_GUIDA_2025: &str = "linee-guida-2025";

/// `Linee guida AgID`.
pub const LINEE_GUIDA_AGID: &str = "linee-guida-agid";

/// `Piano-tipo`.
pub const PIANO_TIPO: &str = "piano-tipo";

/// `PNA 2019`.
pub const PNA_2019: &str = "pna-2019";

/// `PNA 2022`.
pub const PNA_2022: &str = "pna-2022";

/// `PNA 2025`.
pub const PNA_2025: &str = "pna-2025";

/// `Aggiornamento 2023 al PNA`.
pub const PNA_AGG_2023: &str = "pna-agg-2023";

/// `Prassi`.
pub const PRASSI: &str = "prassi";

/// `TUEL`.
pub const TUEL: &str = "tuel";
