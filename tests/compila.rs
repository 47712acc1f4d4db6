//! `piao build` as a script meets it: files written, kept or refused.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::program::{lines, path, piao, plan, stderr, stdout};
use crate::support::tree;

#[test]
fn a_plan_with_errors_writes_nothing_unless_it_is_a_draft() {
    let folder = plan("stato = \"adottato\"", "stato = \"bozza\"");
    let file = folder.path().join("piao.toml");
    let text = fs::read_to_string(&file).expect("ours").replacen("fine = 2029", "fine = 2030", 1);
    fs::write(&file, text).expect("ours");
    let output = piao(&["build", path(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("--bozza"));
    assert_eq!(tree(folder.path()).len(), 1, "something was written");
}

#[test]
fn an_adopted_plan_is_not_built_as_a_draft() {
    let folder = plan("natura", "natura");
    let output = piao(&["build", "--bozza", path(folder.path())]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(tree(folder.path()).len(), 1);
}

#[test]
fn an_output_that_cannot_be_written_leaves_nothing() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("file");
    fs::write(&file, "x").expect("ours");
    let output = piao(&["build", "examples/comune-piccolo", "--out", path(&file)]);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert_eq!(fs::read_to_string(&file).expect("ours"), "x");

    let foreign = folder.path().join("altro");
    fs::create_dir(&foreign).expect("ours");
    fs::write(foreign.join("tesi.doc"), "x").expect("ours");
    let output = piao(&["build", "examples/comune-piccolo", "--out", path(&foreign)]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("tesi.doc"));
    assert_eq!(tree(&foreign).len(), 1);

    let closed = folder.path().join("chiusa");
    fs::create_dir(&closed).expect("ours");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("ours");
    if fs::write(closed.join("prova"), "x").is_err() {
        let output =
            piao(&["build", "examples/comune-piccolo", "--out", path(&closed.join("dist"))]);
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(tree(&closed).len(), 0);
    }
}

#[test]
fn only_the_outputs_that_are_asked_for_are_written() {
    let folder = TempDir::new().expect("a temporary folder");
    let out = folder.path().join("o");
    let build = |solo: &str| {
        piao(&["build", "examples/comune-piccolo", "--solo", solo, "--out", path(&out)])
    };
    let output = build("file");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let names: Vec<String> = tree(&out).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["manifest.json", "piao-2027-2029.html"]);
    assert_eq!(stdout(&output).lines().count(), 1);
    let output = build("sito,file");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).ends_with("sito/index.html\n"), "{}", stdout(&output));
    let refused = build("docx");
    assert_eq!(refused.status.code(), Some(2));
    let text = stderr(&refused);
    assert!(text.contains("l’uscita «docx» non esiste"), "{text}");
    assert!(text.contains("file, sito"), "{text}");
}

#[test]
fn a_broken_layout_is_said_with_its_place() {
    let folder = plan("natura", "natura");
    let layouts = folder.path().join("layouts/html");
    fs::create_dir_all(&layouts).expect("ours");
    fs::write(layouts.join("home.html"), "{{ d.non_esiste }}").expect("ours");
    let output = piao(&["build", path(folder.path()), "--out", path(&folder.path().join("o"))]);
    assert_eq!(output.status.code(), Some(4), "{}", stderr(&output));
    assert!(stderr(&output).contains("html/home.html"));
    fs::rename(layouts.join("home.html"), layouts.join("casa.html")).expect("ours");
    let output = piao(&["build", path(folder.path()), "--out", path(&folder.path().join("o"))]);
    assert_eq!(output.status.code(), Some(4));
    assert!(!folder.path().join("o").exists());
}

#[test]
fn a_plan_adopted_with_errors_is_built_as_it_is() {
    let folder = plan("fine = 2029", "fine = 2030");
    let out = folder.path().join("o");
    let build = |more: &[&str]| {
        let fixed = ["build", "--solo", "sito,file", "--out", path(&out), path(folder.path())];
        piao(&[&fixed[..], more].concat())
    };
    let refused = build(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("«--con-rilievi»"), "{}", stderr(&refused));
    assert!(stderr(&build(&["--bozza"])).contains("«--con-rilievi»"));
    assert!(!out.exists());
    let edition = |more: &[&str], edizione: &str, is_listed: bool| {
        let output = build(more);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let said = stderr(&output);
        assert!(said.contains("compilato com’è, adottato, con 1 errore"), "{said}");
        let manifest: Value =
            serde_json::from_slice(&fs::read(out.join("manifest.json")).expect("there"))
                .expect("JSON");
        assert_eq!(
            (&manifest["edizione"], &manifest["stato"]),
            (&edizione.into(), &"adottato".into())
        );
        let page = fs::read_to_string(out.join("piao-2027-2030.html")).expect("there");
        assert!(!page.contains("BOZZA") && !page.contains("bozza-avviso"));
        assert_eq!(page.contains("id=\"rilievi\""), is_listed);
        assert_eq!(page.contains("GEN-001"), is_listed);
        assert_eq!(out.join("sito/rilievi.html").exists(), is_listed);
    };
    edition(&["--con-rilievi"], "con i suoi rilievi", true);
    edition(&["--con-rilievi", "--senza-elenco"], "con i suoi rilievi, non elencati", false);
    assert_eq!(build(&["--senza-elenco"]).status.code(), Some(2));
    assert_eq!(build(&["--con-rilievi", "--bozza"]).status.code(), Some(2));
    let file = folder.path().join("piao.toml");
    let text = fs::read_to_string(&file).expect("ours");
    fs::write(&file, text.replacen("stato = \"adottato\"", "stato = \"bozza\"", 1)).expect("ours");
    let draft = build(&["--con-rilievi"]);
    assert_eq!(draft.status.code(), Some(2));
    assert!(stderr(&draft).contains("«--bozza»"), "{}", stderr(&draft));
    fs::write(&file, text + "\n[[risorse").expect("ours");
    let broken = build(&["--con-rilievi"]);
    assert_eq!(broken.status.code(), Some(1), "what cannot be read is not published");
    assert!(stderr(&broken).contains("non si legge"), "{}", stderr(&broken));
}

/// Two plans in folders of the same name.
fn twins() -> (TempDir, [String; 2]) {
    let home = TempDir::new().expect("a temporary folder");
    let text = fs::read(crate::support::repo("examples/comune-piccolo/piao.toml")).expect("there");
    let plans = ["a", "b"].map(|name| {
        let folder = home.path().join(name).join("piano");
        fs::create_dir_all(&folder).expect("ours");
        fs::write(folder.join("piao.toml"), &text).expect("ours");
        path(&folder).to_owned()
    });
    (home, plans)
}

#[test]
fn no_plan_is_written_over_another() {
    let (home, [one, two]) = twins();
    let out = home.path().join("X");
    let output = piao(&["build", "--solo", "file", "--out", path(&out), &one, &two]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("X/piano"), "{}", stderr(&output));
    assert!(!out.exists());
    let same = format!("{one}/../piano");
    assert_eq!(piao(&["build", "--solo", "file", &one, &same]).status.code(), Some(2));
    assert_eq!(piao(&["build", "--solo", "file", &one, &two]).status.code(), Some(0));
    assert!(Path::new(&two).join("dist/manifest.json").exists());
}

#[test]
fn what_an_earlier_build_wrote_goes_with_a_word() {
    let (home, [one, _]) = twins();
    let out = home.path().join("X");
    let build = |solo: &str| piao(&["build", "--solo", solo, "--out", path(&out), &one]);
    assert_eq!(build("sito,file").status.code(), Some(0));
    let fewer = build("sito");
    assert!(stderr(&fewer).contains("X non c’è più «piao-2027-2029.html»"), "{}", stderr(&fewer));
    let page = out.join("sito/index.html");
    fs::write(&page, "a mano").expect("ours");
    let refused = build("sito");
    assert_eq!(refused.status.code(), Some(3));
    assert!(stderr(&refused).contains("«sito/index.html», che è cambiato"), "{}", stderr(&refused));
    assert_eq!(fs::read_to_string(&page).expect("ours"), "a mano");
}

#[test]
fn a_folder_that_is_a_link_stays_one() {
    let (home, [one, _]) = twins();
    let (real, link) = (home.path().join("vera"), home.path().join("collegata"));
    fs::create_dir(&real).expect("ours");
    std::os::unix::fs::symlink(&real, &link).expect("ours");
    let output = piao(&["build", "--solo", "file", "--out", path(&link), &one]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(link.is_symlink() && real.join("manifest.json").exists());
}

#[cfg(not(feature = "pdf"))]
#[test]
fn a_program_that_makes_no_pdf_takes_none_away() {
    use sha2::{Digest, Sha256};

    let (home, [one, _]) = twins();
    let out = home.path().join("X");
    let build = || piao(&["build", "--out", path(&out), &one]);
    let first = build();
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    assert!(stderr(&first).contains("senza PDF"), "{}", stderr(&first));
    let hash = Sha256::digest(b"un PDF");
    let hash = hash.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    fs::write(out.join("piao-2027-2029.pdf"), "un PDF").expect("ours");
    let manifest = out.join("manifest.json");
    let mut told: Value =
        serde_json::from_slice(&fs::read(&manifest).expect("there")).expect("JSON");
    let file = serde_json::json!({ "percorso": "piao-2027-2029.pdf", "byte": 6, "sha256": hash });
    told["impronta"] = "di un programma che fa il PDF".into();
    told["file"].as_array_mut().expect("a list").push(file);
    fs::write(&manifest, told.to_string()).expect("ours");
    let refused = build();
    assert_eq!(refused.status.code(), Some(3));
    assert!(
        stderr(&refused).contains("«piao-2027-2029.pdf», che questo piao non sa rifare"),
        "{}",
        stderr(&refused)
    );
    assert!(out.join("piao-2027-2029.pdf").exists());
}

#[test]
fn every_file_is_told_to_programs() {
    let (home, [one, _]) = twins();
    let out = home.path().join("X");
    let output = piao(&["build", "--solo", "sito", "--format", "json", "--out", path(&out), &one]);
    let told: Vec<String> = lines(&output)
        .iter()
        .filter(|line| line["tipo"] == "file")
        .map(|line| line["percorso"].as_str().expect("a path").to_owned())
        .collect();
    let mut told: Vec<&str> =
        told.iter().map(|name| name.strip_prefix(path(&out)).expect("inside")).collect();
    told.sort_unstable();
    let there: Vec<String> = tree(&out).into_iter().map(|(name, _)| format!("/{name}")).collect();
    assert_eq!(told, there);
}
