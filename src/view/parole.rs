//! The fixed words of the document itself; those of the layouts are in [`super::testi`].

/// In a cell: a datum that is due and not given.
pub(super) const MANCA_IN_CELLA: &str = "manca";
/// Title of a list of what is missing, of one thing and of more; the stem of its anchor.
pub(super) const MANCA: &str = "Manca ancora";
pub(super) const MANCANO: &str = "Mancano ancora";
pub(super) const MANCA_ANCORA: &str = "manca";
/// Title and text of the remark that stands for a whole sub-section; its articles follow.
pub(super) const MANCA_SOTTOSEZIONE: &str = "Manca tutta la sottosezione";
pub(super) const MANCA_SEZIONE: &str = "Manca tutta la sezione";
pub(super) const MANCA_PARTE: &str = "Il piano non ne scrive ancora nulla";
/// After articles that are to be read again before trusting them.
pub(super) const DA_RILEGGERE: &str = ", citazione da rileggere)";
/// The row of totals.
pub(super) const TOTALE: &str = "Totale";
/// Beside a mean at the foot of a table.
pub(super) const MEDIA_PESATA: &str = "media pesata";
/// How the document is to be read, a paragraph each.
pub(super) const LETTURA: &[&str] = &[
    "Il piano ha le quattro sezioni dello schema ministeriale: l’amministrazione, il valore \
     pubblico con la performance e la prevenzione della corruzione, l’organizzazione con le \
     persone, il monitoraggio.",
    "Ogni elemento del piano ha un codice: chi lo cita altrove rimanda sempre allo stesso punto. \
     La mappa delle sfere porta ai valori pubblici e a ogni parte del piano; gli stessi \
     collegamenti sono nell’elenco che la segue.",
];
/// Added to [`LETTURA`] when the document is a draft.
pub(super) const LETTURA_BOZZA: &str = "Questa è una bozza: ciò che la legge chiede e che il piano \
     non dice ancora è elencato dove manca, con l’articolo che lo chiede.";
/// Added to [`LETTURA`] when a plan in force lists its findings.
pub(super) const LETTURA_RILIEVI: &str = "In fondo c’è l’elenco di ciò che, secondo il controllo \
     automatico, in questo piano manca o non torna.";
/// Header of the labels of a table of labels and values.
pub(super) const VOCE: &str = "Voce";
/// Header of its values.
pub(super) const VALORE: &str = "Dato";
/// Labels of the rows of the map of spheres.
pub(super) const MAPPA_CENTRO: &str = "Al centro";
pub(super) const MAPPA_BENEFICIARI: &str = "Chi ne beneficia";
pub(super) const MAPPA_VALORI: &str = "I valori pubblici";
pub(super) const MAPPA_SOTTOSEZIONI: &str = "Le parti del piano";
/// Name of the sphere that stands for the values that have none.
pub(super) const MAPPA_ALTRI: &str = "altri valori";
/// Mark of an annex.
pub(super) const ALLEGATO: &str = "Allegato";
