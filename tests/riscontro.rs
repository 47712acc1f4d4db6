//! `piao verify`: what is intact is said to be, and each alteration is found.

use std::fs;
use std::path::Path;

use lopdf::{Document as Raw, IncrementalDocument, Object};
use piao::law::Law;
use piao::riscontro::{self, Con, Riscontro, Termini};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::support::program::{lines, path, piao, stderr, stdout};
use crate::support::{built, example};

/// The PDF that is altered.
fn pdf() -> &'static [u8] {
    built()[1].pdf()
}

fn look(bytes: &[u8], termini: &Termini<'_>) -> Riscontro {
    riscontro::of(Path::new("piao-2027-2029.pdf"), bytes, termini).expect("it can be read")
}

/// With what some bytes do not agree.
fn differ(found: &Riscontro) -> Vec<Con> {
    found.confronti.iter().filter(|own| !own.uguale).map(|own| own.con).collect()
}

/// The PDF after a change of its objects.
fn changed(change: impl FnOnce(&mut Raw)) -> Vec<u8> {
    let mut raw = Raw::load_mem(pdf()).expect("ours is a PDF");
    change(&mut raw);
    let mut bytes = Vec::new();
    raw.save_to(&mut bytes).expect("memory takes everything");
    bytes
}

/// The same, sealed again by somebody who knows how.
fn forged(change: impl FnOnce(&mut Raw)) -> Vec<u8> {
    let mut bytes = changed(change);
    let open = b"<piao:impronta>";
    let at = bytes.windows(open.len()).position(|part| part == open).expect("a seal") + open.len();
    bytes[at..at + 64].fill(b'0');
    let hash = Sha256::digest(&bytes);
    let hash = hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    bytes[at..at + 64].copy_from_slice(hash.as_bytes());
    bytes
}

/// Writes something else in the place of a text of the metadata.
fn say(raw: &mut Raw, old: &str, new: &str) {
    let id = raw.catalog().and_then(|own| own.get(b"Metadata")?.as_reference()).expect("metadata");
    let stream = raw.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream");
    let text = String::from_utf8(stream.content.clone()).expect("text");
    assert!(text.contains(old), "{old} is not there");
    stream.set_plain_content(text.replacen(old, new, 1).into_bytes());
}

/// The attached file of some name.
fn attached<'a>(raw: &'a mut Raw, name: &str) -> &'a mut lopdf::Stream {
    let file = raw.objects.values().find_map(|object| {
        let file = object.as_dict().ok()?;
        let own = file.get(b"UF").and_then(lopdf::decode_text_string).ok()?;
        (own == name)
            .then(|| file.get(b"EF")?.as_dict()?.get(b"F")?.as_reference())
            .transpose()
            .ok()?
    });
    let id = file.unwrap_or_else(|| panic!("{name} is not attached"));
    raw.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream")
}

/// Draws another word at the head of the first page.
fn draw(raw: &mut Raw) {
    let page = raw.get_pages()[&1];
    let mut content = raw.get_page_content(page);
    content.extend(b"\n0 0 10 10 re f\n");
    raw.change_page_content(page, content).expect("a page");
}

fn attach(raw: &mut Raw) {
    let stream = raw.add_object(lopdf::Stream::new(lopdf::Dictionary::new(), b"altro".to_vec()));
    let mut files = lopdf::Dictionary::new();
    files.set("F", stream);
    let mut file = lopdf::Dictionary::new();
    file.set("Type", "Filespec");
    file.set("UF", Object::string_literal("sorgente/altro.toml"));
    file.set("EF", files);
    let file = raw.add_object(file);
    files_of(raw).push(file.into());
}

/// The files that the document declares.
fn files_of(raw: &mut Raw) -> &mut Vec<Object> {
    let catalog = raw.catalog().expect("a catalogue").get(b"AF").expect("files");
    if let Ok(id) = catalog.as_reference() {
        return raw.get_object_mut(id).and_then(Object::as_array_mut).expect("a list");
    }
    let catalog = raw.catalog_mut().expect("a catalogue");
    catalog.get_mut(b"AF").and_then(Object::as_array_mut).expect("a list")
}

#[test]
fn what_piao_made_is_intact_and_says_of_which_plan_it_is() {
    for built in built() {
        let plan = example(built.name);
        let found = look(built.pdf(), &Termini { plan: Some(&plan), ..Termini::default() });
        assert_eq!(differ(&found), [], "{}: {found:?}", built.name);
        assert!(found.integro);
        assert_eq!(found.standard, ["PDF/A-3a", "PDF/UA-1"]);
        let documento = found.documento.expect("ours");
        assert_eq!(documento.stato, built.document.stato.chiave);
        assert_eq!(
            (documento.ente, found.titolo),
            (built.document.ente.clone(), built.document.titolo.clone())
        );
        assert!(found.allegati.len() > plan.sorgente().len());
    }
}

#[test]
fn each_alteration_is_found() {
    let one_byte = |at: usize| {
        let mut bytes = pdf().to_vec();
        bytes[at] ^= 1;
        bytes
    };
    let before = Raw::load_mem(pdf()).expect("ours is a PDF");
    let catalog = before.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue");
    let mut update = IncrementalDocument::create_from(pdf().to_vec(), before);
    update.opt_clone_object_to_new_document(catalog).expect("memory");
    let mut updated = Vec::new();
    update.save_to(&mut updated).expect("memory takes everything");
    let half = pdf().len() / 2;
    let altered: [(&str, Vec<u8>); 12] = [
        ("a byte in the middle", one_byte(half)),
        ("a byte of the comment at the head", one_byte(12)),
        ("a byte after the end", [pdf(), b"\n"].concat()),
        ("the last byte", pdf()[..pdf().len() - 1].to_vec()),
        ("an update at the end", updated),
        ("a drawing on a page", changed(draw)),
        ("a page less", changed(|raw| raw.delete_pages(&[2]))),
        ("another title", changed(|raw| say(raw, "Piano integrato", "Piano disintegrato"))),
        ("another state", changed(|raw| say(raw, ">adottato<", ">pubblicato<"))),
        ("another licence", changed(|raw| say(raw, "CC BY 4.0", "CC0 1.0"))),
        (
            "another attached file",
            changed(|raw| {
                attached(raw, "sorgente/piao.toml").set_plain_content(b"[piao]".to_vec());
            }),
        ),
        ("no seal", changed(|raw| say(raw, "<piao:impronta>", "<piao:impronta>x"))),
    ];
    for (what, bytes) in &altered {
        match riscontro::of(Path::new("p.pdf"), bytes, &Termini::default()) {
            Ok(found) => {
                assert!(!found.integro, "{what} is not found");
                assert!(differ(&found).contains(&Con::Impronta), "{what}: {:?}", found.confronti);
            }
            Err(_) => assert_eq!(*what, "a byte in the middle"),
        }
    }
}

#[test]
fn no_changed_byte_of_a_sample_goes_by() {
    for at in (0..pdf().len()).step_by(pdf().len() / 40) {
        let mut bytes = pdf().to_vec();
        bytes[at] = bytes[at].wrapping_add(1);
        let found = riscontro::of(Path::new("p.pdf"), &bytes, &Termini::default());
        assert!(found.is_err() || found.is_ok_and(|found| !found.integro), "at {at}");
    }
}

#[test]
fn what_is_sealed_again_is_given_away_by_something_else() {
    let plan = example("comune-piccolo");
    let hash = look(pdf(), &Termini::default()).sha256;
    let manifest =
        format!("{{\"file\":[{{\"percorso\":\"piao-2027-2029.pdf\",\"sha256\":\"{hash}\"}}]}}");
    let termini =
        Termini { plan: Some(&plan), atto: Some(&hash), manifesto: Some(&manifest), rebuild: true };
    assert_eq!(differ(&look(pdf(), &termini)), []);
    let always = [Con::Manifesto, Con::Atto, Con::Ricompilazione];
    let source = "sorgente/piao.toml";
    let other = |raw: &mut Raw| {
        let text = attached(raw, source).decompressed_content().expect("text");
        let text = String::from_utf8(text).expect("text").replacen("18", "19", 1);
        attached(raw, source).set_plain_content(text.into_bytes());
    };
    let forgeries: [(&str, Vec<u8>, &[Con]); 4] = [
        ("a drawing on a page", forged(draw), &[]),
        ("another state", forged(|raw| say(raw, ">adottato<", ">pubblicato<")), &[]),
        ("a file more", forged(attach), &[Con::Allegati, Con::Sorgente, Con::Piano]),
        ("another source", forged(other), &[Con::Allegati, Con::Sorgente, Con::Piano]),
    ];
    for (what, bytes, more) in &forgeries {
        let found = look(bytes, &termini);
        assert!(!differ(&found).contains(&Con::Impronta), "{what}: sealed again");
        for con in always.iter().chain(*more) {
            assert!(differ(&found).contains(con), "{what}: {con:?} in {:?}", found.confronti);
        }
    }
    let gone = forged(|raw| drop(files_of(raw).pop()));
    assert!(!look(&gone, &Termini { rebuild: true, ..Termini::default() }).integro);
}

#[test]
fn a_foreign_pdf_is_not_ours_and_what_is_no_pdf_cannot_be_read() {
    let foreign = changed(|raw| say(raw, "piao:programma>", "piao:altro>"));
    let found = riscontro::of(Path::new("p.pdf"), &foreign, &Termini::default());
    assert!(found.is_err() || found.is_ok_and(|found| !found.integro && found.documento.is_none()));
    for bytes in [&b""[..], b"%PDF-1.7", b"una lettera", &pdf()[..100]] {
        assert!(riscontro::of(Path::new("p.pdf"), bytes, &Termini::default()).is_err());
    }
}

#[test]
fn the_command_gives_its_exit_codes_and_a_line_to_programs() {
    let home = TempDir::new().expect("a temporary folder");
    let (good, bad) = (home.path().join("buono.pdf"), home.path().join("cambiato.pdf"));
    fs::write(&good, pdf()).expect("ours");
    fs::write(&bad, [pdf(), b" "].concat()).expect("ours");
    let verify = |more: &[&str]| piao(&[&["verify"], more].concat());
    let plan = "examples/comune-piccolo";
    let output = verify(&[path(&good), plan]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).ends_with("intatto\n"), "{}", stdout(&output));
    let output = verify(&[path(&good), "examples/provincia-di-lucca", "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).ends_with("non torna: piano\n"), "{}", stdout(&output));
    let output = verify(&[path(&bad), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = lines(&output);
    assert_eq!((&said[0]["tipo"], &said[0]["integro"]), (&"riscontro".into(), &false.into()));
    assert_eq!(verify(&[path(&good), "--sha256", "00"]).status.code(), Some(1));
    assert_eq!(verify(&[plan]).status.code(), Some(3));
    assert_eq!(verify(&["non-esiste.pdf"]).status.code(), Some(3));
    assert_eq!(verify(&["examples/comune-piccolo/piao.toml"]).status.code(), Some(3));
    assert_eq!(verify(&[]).status.code(), Some(2));
}

#[test]
fn a_plan_with_a_layout_of_its_own_is_compiled_anew_with_it() {
    let plan = example("comune-piccolo");
    let theme =
        piao::Layout::embedded().text("pdf/tema.typ").expect("text").replace("#17324d", "#222222");
    let layout = piao::Layout::embedded().with_override("pdf/tema.typ".into(), theme.into_bytes());
    let checked = plan.check(Law::embedded());
    let outputs = piao::outputs(&["pdf"]).expect("there is a PDF");
    let drawn = checked.document(false).outputs(&layout.expect("known"), &outputs).expect("drawn");
    let found =
        look(&drawn[0].bytes, &Termini { rebuild: true, plan: Some(&plan), ..Termini::default() });
    assert_eq!(differ(&found), [], "{:?}", found.confronti);
    assert!(found.allegati.iter().any(|file| file.nome == "sorgente/layouts/pdf/tema.typ"));
}
