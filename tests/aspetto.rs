//! Layouts and colours of one's own: what they may do, and what stops them.

use std::fs;
use std::time::Duration;

use piao::render::{Layout, LayoutError, Limiti};
use tempfile::TempDir;

use crate::support::program::{path, piao, stderr};
use crate::support::{built, draw, repo, tree};

/// Draws an output of the smallest example with a file of one's own.
fn drawn(name: &str, text: &str, output: &str) -> Result<Vec<u8>, LayoutError> {
    let layout = Layout::embedded().with_override(name.into(), text.into())?;
    let limiti = Limiti { passi: 5_000_000, tempo: Duration::from_mins(1) };
    let made = draw(&built()[1].document, &[], &layout.with_limits(limiti), &[output])?;
    Ok(made.into_iter().next().expect("an output").bytes)
}

#[test]
fn a_colour_that_cannot_be_read_is_refused_where_it_is_written() {
    for (theme, line, what) in [
        ("[tinte.sezione_1]\npieno = \"#88bbff\"\n", 2, "sezione_1"),
        ("[tinte.valori]\n\ntenue = \"#4a3a97\"\n", 3, "valori"),
        ("[colori]\n\n\ntesto = \"#999999\"\n", 4, "testo"),
    ] {
        let error = drawn("tema.toml", theme, "file").expect_err("it cannot be read");
        assert_eq!((error.file.as_str(), error.line), ("tema.toml", Some(line)), "{error}");
        assert!(error.message.contains(what) && error.message.contains("4,5:1"), "{error}");
    }
    for (theme, what) in [
        ("[colori]\ntesto = \"rosso\"\n", "«rosso» non è un colore"),
        ("[colori]\nrosso = \"#000000\"\n", "«rosso» non è un colore del tema"),
        ("[colori]\ntesto = 3\n", "[colori]"),
        ("[colori\n", "[colori]"),
    ] {
        let error = drawn("tema.toml", theme, "file").expect_err("it is wrong");
        assert!(error.message.contains(what) && error.line.is_some(), "{error}");
    }
}

#[test]
fn a_colour_of_ones_own_is_in_every_output() {
    let theme = "[tinte.sezione_2]\npieno = \"#123456\"\n[colori]\ncollegamenti = \"#654321\"\n";
    for output in ["file", "sito"] {
        let layout = Layout::embedded().with_override("tema.toml".into(), theme.into());
        let made = draw(&built()[1].document, &[], &layout.expect("known"), &[output]);
        let made = made.expect("it is drawn");
        let text: String = made
            .iter()
            .filter(|file| file.path.ends_with(".html") || file.path.ends_with(".css"))
            .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
            .collect();
        assert!(text.contains("--f:#123456") && text.contains("light-dark(#654321"), "{output}");
    }
    #[cfg(feature = "pdf")]
    for output in ["pdf", "mappa"] {
        let own = drawn("tema.toml", theme, output).expect("it is drawn");
        let made = draw(&built()[1].document, &[], &Layout::embedded(), &[output]);
        assert!(own != made.expect("it is drawn")[0].bytes, "{output}");
    }
}

#[test]
fn a_template_that_does_not_end_is_stopped_by_name() {
    let endless =
        "{% for a in range(9999) %}{% for b in range(9999) %}{{ a * b }}{% endfor %}{% endfor %}";
    let error = drawn("html/home.html", endless, "sito").map(drop).expect_err("it does not end");
    assert_eq!(error.file, "html/home.html");
    assert!(error.message.contains("non finisce"), "{error}");
    let sound = Layout::embedded().text("html/home.html").expect("text").into_owned();
    assert!(drawn("html/home.html", &sound, "sito").is_ok(), "a sound one ends in time");
}

#[cfg(feature = "pdf")]
#[test]
fn a_pdf_that_does_not_end_is_stopped() {
    let slow =
        "#let copertina(d) = { for a in range(2500) { for b in range(2500) { let c = a * b } } }";
    let layout = Layout::embedded().with_override("pdf/copertina.typ".into(), slow.into());
    let limiti = Limiti { tempo: Duration::from_millis(100), ..Limiti::default() };
    let layout = layout.expect("known").with_limits(limiti);
    let error = draw(&built()[1].document, &[], &layout, &["pdf"]).expect_err("it takes too long");
    assert!(error.message.contains("non finisce"), "{error}");
    let endless = "#let copertina(d) = { while true { let c = 1 } }";
    let error = drawn("pdf/copertina.typ", endless, "pdf").expect_err("typst stops it");
    assert_eq!((error.file.as_str(), error.line), ("pdf/copertina.typ", Some(1)), "{error}");
}

#[test]
fn a_layout_reads_nothing_but_the_document_and_the_layouts() {
    for place in ["/etc/hostname", "../piao.toml", "../../piao.toml", "file:///etc/hostname"] {
        let text = format!("{{% include \"{place}\" %}}");
        let error = drawn("html/home.html", &text, "sito").expect_err("it is not there");
        assert_eq!(error.file, "html/home.html", "{place}: {error}");
        #[cfg(feature = "pdf")]
        {
            let text = format!("#let copertina(d) = [#read(\"{place}\")]");
            let error = drawn("pdf/copertina.typ", &text, "pdf").expect_err("it is not there");
            assert_eq!(error.file, "pdf/copertina.typ", "{place}: {error}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_plan_is_refused() {
    use std::os::unix::fs::symlink;

    let elsewhere = TempDir::new().expect("a temporary folder");
    fs::write(elsewhere.path().join("stile.css"), "p{}").expect("ours");
    let build = |link: &str, to: &std::path::Path| {
        let folder = TempDir::new().expect("a temporary folder");
        let text = fs::read(repo("examples/comune-piccolo/piao.toml")).expect("there");
        fs::write(folder.path().join("piao.toml"), text).expect("ours");
        let link = folder.path().join(link);
        fs::create_dir_all(link.parent().expect("inside")).expect("ours");
        symlink(to, &link).expect("ours");
        let out = folder.path().join("o");
        let output = piao(&["build", "--solo", "file", "--out", path(&out), path(folder.path())]);
        assert!(!out.exists());
        assert!(stderr(&output).contains("porta altrove"), "{}", stderr(&output));
        output.status.code()
    };
    assert_eq!(build("layouts/html/stile.css", &elsewhere.path().join("stile.css")), Some(3));
    assert_eq!(build("layouts", elsewhere.path()), Some(3));
    assert_eq!(build("layouts/html/ancora", std::path::Path::new("..")), Some(3));
}

#[test]
fn the_layouts_are_copied_as_they_are_and_drawn_with_just_the_same() {
    let folder = TempDir::new().expect("a temporary folder");
    let text = fs::read(repo("examples/comune-piccolo/piao.toml")).expect("there");
    fs::write(folder.path().join("piao.toml"), text).expect("ours");
    let build = |out: &str| {
        let out = folder.path().join(out);
        let output =
            piao(&["build", "--solo", "file,sito", "--out", path(&out), path(folder.path())]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        tree(&out)
    };
    let before = build("prima");
    let layouts = folder.path().join("layouts");
    assert_eq!(piao(&["layouts", "--copy", path(&layouts)]).status.code(), Some(0));
    assert!(layouts.join("tema.toml").exists() && layouts.join("pdf/piao.typ").exists());
    let drawn = |files: Vec<(String, Vec<u8>)>| {
        files.into_iter().filter(|(name, _)| name != "manifest.json").collect::<Vec<_>>()
    };
    assert!(drawn(before) == drawn(build("dopo")), "the same bytes");
    assert_eq!(piao(&["layouts", "--copy", path(&layouts)]).status.code(), Some(3));
}
