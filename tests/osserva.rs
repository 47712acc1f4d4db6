//! `piao watch` and `piao serve`: what changes in a plan is seen at once, and nothing half made is.

use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::support::figurati::TORRE;
use crate::support::program::{command, path};
use crate::support::{repo, tree};

/// Longer than any turn, on any machine.
const LONG: Duration = Duration::from_mins(2);

/// The program at work on a copy of an example, stopped with the test.
struct Running {
    folder: TempDir,
    child: Child,
    said: Receiver<String>,
    /// What was said and nobody has waited for yet.
    heard: RefCell<Vec<String>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

impl Running {
    fn start(args: &[&str]) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        for (name, bytes) in tree(&repo("examples/comune-piccolo")) {
            if !name.starts_with("dist/") {
                fs::write(folder.path().join(name), bytes).expect("the folder is ours");
            }
        }
        let mut child = command(args)
            .arg(path(folder.path()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let (tell, said) = mpsc::channel();
        let (out, err) =
            (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
        let other = tell.clone();
        thread::spawn(move || listen(out, &tell));
        thread::spawn(move || listen(err, &other));
        Self { folder, child, said, heard: RefCell::default() }
    }

    /// Waits for a line that holds some words: results and remarks come in any order.
    fn until(&self, words: &str) -> String {
        let mut heard = self.heard.borrow_mut();
        loop {
            if let Some(at) = heard.iter().position(|line| line.contains(words)) {
                return heard.remove(at);
            }
            let line = self.said.recv_timeout(LONG);
            let line = line.unwrap_or_else(|_| panic!("nobody says «{words}»: {heard:?}"));
            heard.push(line);
        }
    }

    /// Writes a text in the place of another in the plan.
    fn change(&self, from: &str, to: &str) {
        let file = self.folder.path().join("piao.toml");
        let text = fs::read_to_string(&file).expect("the plan is there");
        assert!(text.contains(from), "«{from}»");
        fs::write(file, text.replacen(from, to, 1)).expect("the folder is ours");
    }
}

fn listen(pipe: impl Read, tell: &mpsc::Sender<String>) {
    for line in BufReader::new(pipe).lines().map_while(Result::ok) {
        if tell.send(line).is_err() {
            return;
        }
    }
}

/// Asks a server for something: the head of the answer, and its body.
fn ask(address: &str, request: &str) -> (String, String) {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).expect("it listens");
    stream.set_read_timeout(Some(LONG)).expect("a limit");
    let request = request.replace("HOST", host);
    stream
        .write_all(format!("{request}\r\nConnection: close\r\n\r\n").as_bytes())
        .expect("it reads");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("it answers");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
    (head.to_owned(), body.to_owned())
}

fn get(address: &str, path: &str) -> (String, String) {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: HOST"))
}

const NAME: &str = "Comune di Borgo Esempio";

#[test]
fn whoever_watches_finds_the_new_pages_whole_and_the_old_ones_when_there_are_no_new() {
    let run = Running::start(&["watch", "--solo", "sito"]);
    run.until("scritto in");
    let home =
        || fs::read_to_string(run.folder.path().join("dist/sito/index.html")).expect("there");
    assert!(home().contains(NAME));
    run.change(&format!("denominazione = \"{NAME}\""), "denominazione = \"Comune di Borgo Nuovo\"");
    run.until("scritto in");
    assert!(home().contains("Comune di Borgo Nuovo"));
    run.change("fine = 2029", "fine = 2030");
    run.until("GEN-001");
    run.until("resta ciò che c’era");
    assert!(home().contains("Comune di Borgo Nuovo"));
    run.change("fine = 2030", "fine = 2029");
    run.until("risolto GEN-001");
    run.until("scritto in");
    // What is written is what a build would write, and it says so.
    let again = command(&["build", "--solo", "sito", path(run.folder.path())]).output();
    let said = String::from_utf8_lossy(&again.expect("the program runs").stderr).into_owned();
    assert!(said.contains("niente è cambiato"), "{said}");
}

#[test]
fn a_page_is_shown_as_it_is_and_loads_itself_again() {
    let run = Running::start(&["serve", "--porta", "0"]);
    let address = run.until("http://127.0.0.1:");
    let (head, _) = get(&address, "/");
    assert!(head.starts_with("HTTP/1.1 302") && head.contains("/sito/index.html"), "{head}");
    let (head, page) = get(&address, "/sito/index.html");
    assert!(
        head.starts_with("HTTP/1.1 200") && head.contains("text/html; charset=utf-8"),
        "{head}"
    );
    assert!(page.contains(NAME) && page.contains("ricarica.js?giro=1"), "{page}");
    assert!(page.contains("Content-Security-Policy"), "its policy stays");
    for (path, kind) in [
        ("stile.css", "text/css"),
        ("icona.svg", "image/svg+xml"),
        ("ricerca.js", "text/javascript"),
    ] {
        let (head, body) = get(&address, &format!("/sito/{path}"));
        assert!(head.contains(kind) && head.contains("nosniff") && !body.is_empty(), "{head}");
    }
    let (head, _) = get(&address, "/sito/../../etc/passwd");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    let (head, _) = ask(&address, "GET / HTTP/1.1\r\nHost: altrove.example");
    assert!(head.starts_with("HTTP/1.1 403"), "{head}");
    let (head, _) = ask(&address, "POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0");
    assert!(head.starts_with("HTTP/1.1 405"), "{head}");
    let waiting = address.clone();
    let waiting = thread::spawn(move || get(&waiting, "/-/attesa.js?giro=1").1);
    run.change("fine = 2029", "fine = 2030");
    assert!(waiting.join().expect("answered").contains("location.reload"));
    let (_, page) = get(&address, "/sito/index.html");
    assert!(page.contains("GEN-001") && page.contains("giro=2"), "{page}");
    let (_, last) = get(&address, "/sito/index.html?ultima");
    assert!(last.contains(NAME));
    fs::write(run.folder.path().join("torre.svg"), TORRE).expect("the folder is ours");
    run.change("fine = 2030", "fine = 2029");
    run.change(
        "superficie = ",
        "emblema = { file = \"torre.svg\", alternativa = \"Una torre azzurra\" }\nsuperficie = ",
    );
    run.until("risolto GEN-001");
    let shown = (0..200).any(|_| {
        thread::sleep(Duration::from_millis(50));
        get(&address, "/sito/index.html").1.contains("Una torre azzurra")
    });
    assert!(shown, "the emblem is on the home");
    let (head, body) = get(&address, "/sito/materiali/torre.svg");
    assert!(head.contains("image/svg+xml") && body.contains("<path"), "{head}");
    assert!(!run.folder.path().join("dist").exists(), "nothing is written");
}

#[test]
fn what_cannot_be_watched_is_said() {
    let refused = |args: &[&str], code: i32| {
        let output = command(args).stdin(Stdio::null()).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(code), "{args:?}");
    };
    refused(&["watch", "-"], 2);
    refused(&["serve", "non-esiste"], 3);
    refused(&["watch", "--solo", "carta", "examples/comune-piccolo"], 2);
}
