//! What the PDF says of itself to archives and programs, beside what typst writes: rights, licence,
//! identifier, and in a schema of ours the state of the plan and its hashes.

use super::Sorgente;
use crate::impronta;
use crate::view::document::Documento;

/// The schema of our own properties, as PDF/A wants it told.
pub const NAMESPACE: &str = "urn:piao:documento:1#";
/// Its properties, and what each is.
const PROPERTIES: &[(&str, &str)] = &[
    ("programma", "Programma che ha fatto il documento, con la sua versione"),
    ("triennio", "Triennio del piano"),
    ("stato", "Stato del piano"),
    ("edizione", "Come il piano è mostrato: com’è, in bozza, con i suoi rilievi"),
    ("versione", "Versione del piano"),
    ("sorgente", "SHA-256 di nomi e contenuti dei file della sorgente"),
    ("impronta", "SHA-256 dei byte di questo file, contando zeri al suo posto"),
];
/// Ends of what typst writes.
const SCHEMAS_END: &str = "</rdf:Bag></pdfaExtension:schemas>";
const END: &str = "</rdf:RDF>";

/// The metadata that typst wrote, with ours; the seal is still to be put.
pub(super) fn complete(written: &str, document: &Documento, source: &[Sorgente<'_>]) -> String {
    let own = [schema(), SCHEMAS_END.into()].concat();
    let written = written.replacen(SCHEMAS_END, &own, 1);
    written.replacen(END, &[description(document, source), END.into()].concat(), 1)
}

fn schema() -> String {
    let one = |(name, what): &(&str, &str)| {
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{what}</pdfaProperty:description>\
             <pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>"
        )
    };
    let properties: String = PROPERTIES.iter().map(one).collect();
    format!(
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PIAO</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>\
         <pdfaSchema:prefix>piao</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
}

fn description(document: &Documento, source: &[Sorgente<'_>]) -> String {
    let Documento { identita, stato, triennio, ente, .. } = document;
    let source = source.iter().map(|file| (file.percorso, file.bytes));
    let text = |name: &str, text: &str| match text {
        "" => String::new(),
        text => format!("<{name}>{}</{name}>", escape(text)),
    };
    let alternatives = |name: &str, words: &str| match words {
        "" => String::new(),
        words => format!(
            "<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></{name}>",
            escape(words)
        ),
    };
    let marked = if identita.licenza.is_empty() { "" } else { "True" };
    let own = [
        format!(
            "<dc:publisher><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:publisher>",
            escape(ente)
        ),
        text("dc:identifier", &identita.identificativo),
        alternatives("dc:rights", &identita.diritti),
        text("xmpRights:Marked", marked),
        alternatives("xmpRights:UsageTerms", &identita.licenza),
        text("piao:programma", super::PROGRAMMA),
        text("piao:triennio", triennio),
        text("piao:stato", &stato.chiave),
        text("piao:edizione", identita.edizione.name()),
        text("piao:versione", &identita.versione),
        text("piao:sorgente", &impronta::of_source(source)),
        impronta::room(),
    ];
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" xmlns:piao=\"{NAMESPACE}\">{}\
         </rdf:Description>",
        own.concat()
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
