//! The outputs of the last turn, shown to this machine alone: from memory, so that nothing half made
//! is ever seen. What makes a page load itself again is added here, and is in no output.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, Server};

use super::giro::{Esito, Giro};
use super::pagina;
use crate::render::{Artifact, Kind};

/// How long a page is left waiting for a new turn, before it asks again.
const ATTESA: Duration = Duration::from_secs(20);
/// Most pages that wait at the same time.
const IN_ATTESA: usize = 64;
/// Where what the outputs do not hold is.
const NOSTRO: &str = "-/";
/// The folder of the pages that load themselves again, and the one that answers for all others.
const SITO: &str = "sito/";
const ASSENTE: &str = "sito/404.html";

/// Asks for the next turn with scripts that the policy of the pages lets in: they come from where the
/// pages do.
const RICARICA: &str = "\"use strict\";(()=>{\
    const giro=new URL(document.currentScript.src).searchParams.get(\"giro\");\
    const chiedi=()=>{const s=document.createElement(\"script\");\
    s.src=\"/-/attesa.js?giro=\"+giro+\"&n=\"+Date.now();\
    s.onload=()=>{s.remove();if(!window.piaoNuovo)chiedi()};\
    s.onerror=()=>{s.remove();setTimeout(chiedi,1000)};\
    document.head.append(s)};\
    addEventListener(\"load\",()=>setTimeout(chiedi,50))})();\n";
/// Loads the page again; without asking for the last one that was drawn.
const NUOVO: &str = "window.piaoNuovo=true;\
    if(location.search)location.replace(location.pathname+location.hash);else location.reload();\n";

/// What is shown.
#[derive(Default)]
struct Stato {
    giro: u64,
    files: BTreeMap<String, Vec<u8>>,
    home: String,
    /// The page that stands in the place of every other.
    guasto: Option<String>,
    waiting: usize,
}

/// Who shows it.
pub(super) struct Servizio {
    address: String,
    stato: Arc<(Mutex<Stato>, Condvar)>,
}

impl Servizio {
    /// Listens to this machine alone, at a port of it; at one that the system chooses when it is 0.
    pub(super) fn open(porta: u16) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let server = Server::http((Ipv4Addr::LOCALHOST, porta))?;
        let porta = server.server_addr().to_ip().map_or(porta, |address| address.port());
        let stato = Arc::new((Mutex::new(Stato::default()), Condvar::new()));
        let shared = Arc::clone(&stato);
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, porta, &shared);
            }
        });
        Ok(Self { address: format!("http://{}:{porta}/", Ipv4Addr::LOCALHOST), stato })
    }

    /// Where to look.
    pub(super) fn address(&self) -> String {
        self.address.clone()
    }

    /// Shows another turn, and tells those who wait.
    pub(super) fn show(&self, giro: Giro) {
        let mut stato = held(&self.stato.0);
        stato.giro += 1;
        match &giro.esito {
            Esito::Fermo(why) => {
                stato.guasto = Some(pagina::page(&giro, why, !stato.files.is_empty()));
            }
            Esito::Fatto { .. } => {
                stato.guasto = None;
                if let Esito::Fatto { artifacts, .. } = giro.esito {
                    stato.home = home(&artifacts);
                    let files = artifacts.into_iter();
                    stato.files = files.map(|artifact| (artifact.path, artifact.bytes)).collect();
                }
            }
        }
        drop(stato);
        self.stato.1.notify_all();
    }
}

/// The state, whoever has panicked while it held it.
fn held(stato: &Mutex<Stato>) -> MutexGuard<'_, Stato> {
    stato.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The file from which one begins to read.
fn home(artifacts: &[Artifact]) -> String {
    let home = artifacts.iter().find(|artifact| artifact.kind == Kind::Home);
    let first = home.or_else(|| artifacts.iter().find(|artifact| artifact.kind.opens()));
    first.or(artifacts.first()).map(|artifact| artifact.path.clone()).unwrap_or_default()
}

/// What is answered: status, what it is, content, and where to go instead.
struct Risposta {
    stato: u16,
    mime: &'static str,
    corpo: Vec<u8>,
    altrove: Option<String>,
}

impl Risposta {
    fn new(stato: u16, mime: &'static str, corpo: impl Into<Vec<u8>>) -> Self {
        Self { stato, mime, corpo: corpo.into(), altrove: None }
    }
}

fn answer(request: Request, porta: u16, shared: &Arc<(Mutex<Stato>, Condvar)>) {
    let (path, query) = match request.url().split_once('?') {
        Some((path, query)) => (decoded(path), query.to_owned()),
        None => (decoded(request.url()), String::new()),
    };
    if !is_from_here(&request, porta) {
        return send(request, Risposta::new(403, TESTO, "solo da questa macchina\n"));
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, Risposta::new(405, TESTO, "solo GET e HEAD\n"));
    }
    if path == format!("{NOSTRO}attesa.js") {
        return wait(request, &query, shared);
    }
    let answer = found(&path, &query, &held(&shared.0));
    send(request, answer);
}

/// Whether a request names this machine: a page from elsewhere that has its name changed does not.
fn is_from_here(request: &Request, porta: u16) -> bool {
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    let host = host.map(|header| header.value.as_str()).unwrap_or_default();
    [format!("127.0.0.1:{porta}"), format!("localhost:{porta}")].iter().any(|own| own == host)
}

/// Answers when there is another turn, or when it has taken too long.
fn wait(request: Request, query: &str, shared: &Arc<(Mutex<Stato>, Condvar)>) {
    let seen = query.split('&').find_map(|pair| pair.strip_prefix("giro=")?.parse::<u64>().ok());
    let mut stato = held(&shared.0);
    if stato.waiting >= IN_ATTESA {
        drop(stato);
        return send(request, Risposta::new(503, TESTO, "troppe pagine in attesa\n"));
    }
    stato.waiting += 1;
    drop(stato);
    let shared = Arc::clone(shared);
    thread::spawn(move || {
        let stato = held(&shared.0);
        let is_same = |stato: &mut Stato| Some(stato.giro) == seen;
        let (mut stato, _) = shared
            .1
            .wait_timeout_while(stato, ATTESA, is_same)
            .unwrap_or_else(PoisonError::into_inner);
        stato.waiting -= 1;
        let script = if Some(stato.giro) == seen { "" } else { NUOVO };
        drop(stato);
        send(request, Risposta::new(200, SCRIPT, script));
    });
}

fn found(path: &str, query: &str, stato: &Stato) -> Risposta {
    match path.strip_prefix(NOSTRO) {
        Some("stile.css") => return Risposta::new(200, "text/css; charset=utf-8", pagina::STILE),
        Some("ricarica.js") => return Risposta::new(200, SCRIPT, RICARICA),
        Some(_) => return Risposta::new(404, TESTO, "non c’è\n"),
        None => {}
    }
    let is_page = path.is_empty() || path.ends_with('/') || path.ends_with(".html");
    if let Some(page) = stato.guasto.as_deref().filter(|_| is_page && query != "ultima") {
        return Risposta::new(200, PAGINA, reloading(page.as_bytes(), stato.giro));
    }
    if path.is_empty() || path == SITO.trim_end_matches('/') || path == SITO {
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        let altrove = Some(format!("/{}{query}", stato.home));
        return Risposta { altrove, ..Risposta::new(302, TESTO, "") };
    }
    let Some(bytes) = stato.files.get(path) else {
        return match stato.files.get(ASSENTE) {
            Some(page) => Risposta::new(404, PAGINA, page.clone()),
            None => Risposta::new(404, TESTO, "non c’è\n"),
        };
    };
    let mime = mime(path);
    let is_ours = mime == PAGINA && path.starts_with(SITO) && path != ASSENTE;
    let body = if is_ours { reloading(bytes, stato.giro) } else { bytes.clone() };
    Risposta::new(200, mime, body)
}

/// A page that loads itself again when there is another turn.
fn reloading(page: &[u8], giro: u64) -> Vec<u8> {
    const END: &str = "</head>";
    let page = String::from_utf8_lossy(page);
    let script = format!("<script src=\"/-/ricarica.js?giro={giro}\"></script>\n{END}");
    page.replacen(END, &script, 1).into_bytes()
}

const PAGINA: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const TESTO: &str = "text/plain; charset=utf-8";

/// What a file is, by its name.
fn mime(path: &str) -> &'static str {
    let end = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match end.as_str() {
        "html" => PAGINA,
        "css" => "text/css; charset=utf-8",
        "js" => SCRIPT,
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "txt" | "md" | "toml" => TESTO,
        _ => "application/octet-stream",
    }
}

/// The path of an address, without the slash that it begins with.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.trim_start_matches('/').as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|_| *first == b'%');
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What is said of every answer: it is for the page that asked, and for now. The policy of a page is
/// inside it.
const HEADERS: &[(&str, &str)] = &[
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
];

fn send(request: Request, risposta: Risposta) {
    let Risposta { stato, mime, corpo, altrove } = risposta;
    let mut response = Response::from_data(corpo).with_status_code(stato);
    let altrove = altrove.iter().map(|to| ("Location", to.as_str()));
    for (name, value) in HEADERS.iter().copied().chain([("Content-Type", mime)]).chain(altrove) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // Who asked may have gone.
    _ = request.respond(response);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_browsers_write_them() {
        assert_eq!(decoded("/sito/foto%20di%20piazza.png"), "sito/foto di piazza.png");
        assert_eq!(decoded("/a%zz%"), "a%zz%");
        assert_eq!(decoded("//"), "");
    }

    #[test]
    fn nothing_but_the_outputs_is_shown() {
        let mut stato = Stato { home: "sito/index.html".into(), giro: 3, ..Stato::default() };
        let page = "<head>\n</head>".as_bytes().to_vec();
        stato.files.insert("sito/index.html".into(), page);
        assert_eq!(found("", "", &stato).altrove.as_deref(), Some("/sito/index.html"));
        let shown = found("sito/index.html", "", &stato);
        assert!(String::from_utf8_lossy(&shown.corpo).contains("ricarica.js?giro=3"));
        assert_eq!(found("../etc/passwd", "", &stato).stato, 404);
        stato.guasto = Some("<head></head>rilievi".into());
        let shown = found("sito/index.html", "", &stato);
        assert!(String::from_utf8_lossy(&shown.corpo).contains("rilievi"));
        assert!(
            !String::from_utf8_lossy(&found("sito/index.html", "ultima", &stato).corpo)
                .contains("rilievi")
        );
    }
}
