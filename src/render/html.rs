//! The site and the accessible single file: one set of templates, two heads.

mod calendario;
mod cerca;
mod dentro;
mod figurati;
mod percorso;
mod places;
mod scarica;
mod scritto;
mod segni;
mod testa;

use std::error::Error as _;
use std::panic;
use std::sync::Arc;
use std::thread;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output as Page, State, UndefinedBehavior, context,
    escape_formatter,
};

use self::calendario::CALENDARIO;
use self::cerca::{CERCA, INDICE};
use self::dentro::{data, fonts, hash, inline};
use self::figurati::Figurati;
use self::places::{HOME, Places, Title, pages};
use self::scarica::SCARICA;
use self::scritto::{breakable, escaped, tight};
use self::testa::{Testa, sitemap};
use super::layout::once;
use super::tema::Tema;
use super::{Artifact, Kind, Layout, LayoutError, Output, Work};
use crate::impronta;
use crate::view::document::Documento;
use crate::view::{ricerca, scadenze};

/// The folder of the site.
const CARTELLA: &str = "sito/";

/// Where every anchor lives, for what stands beside the site and the single file.
#[cfg(feature = "pdf")]
pub(super) struct Links {
    places: Places,
    file: String,
}

#[cfg(feature = "pdf")]
impl Links {
    pub(super) fn of(document: &Documento) -> Self {
        let places = Places::of(document);
        Self { places, file: single(document) }
    }

    /// Address of an anchor: in the site, where one says where that is, or else in the single file.
    pub(super) fn absolute(&self, id: &str, base: &str) -> String {
        let page = self.places.href(id, HOME).unwrap_or_default();
        match base.trim_end_matches('/') {
            "" => format!("{}#{id}", self.file),
            base if page.starts_with('#') => format!("{base}/{HOME}{page}"),
            base => format!("{base}/{page}"),
        }
    }
}

/// Name of the single file.
fn single(document: &Documento) -> String {
    format!("piao-{}.html", document.triennio)
}

/// Files that the site carries as they are, and what each is.
const CARRIED: &[(&str, &str)] = &[
    ("caratteri/OFL.txt", "licenza dei caratteri del sito"),
    ("caratteri/TitilliumWeb-600.woff2", "carattere del sito"),
    ("caratteri/TitilliumWeb-700.woff2", "carattere del sito"),
    ("caratteri/TitilliumWeb-italic.woff2", "carattere del sito"),
    ("caratteri/TitilliumWeb-regular.woff2", "carattere del sito"),
];

/// What answers in the place of a page that is not there.
const ABSENT: &str = "404.html";

/// What the pages of the site may load: files beside them, also where they are read from a folder.
const POLICY: &str = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; font-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'";

/// Scripts of the site, and what each is for.
const SCRIPTS: &[(&str, &str)] = &[
    ("preferenze.js", "preferenze di lettura del sito"),
    ("cita.js", "citazioni del sito"),
    ("ricerca.js", "ricerca nel sito"),
];

/// The site: the home, a page for each part that opens one, styles and fonts.
pub(super) struct Sito;

impl Output for Sito {
    fn name(&self) -> &'static str {
        "sito"
    }

    fn entry(&self, _: &Documento) -> Option<String> {
        Some(format!("{CARTELLA}{HOME}"))
    }

    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        let layout = work.layout;
        let mut templates = Templates::new(work, false)?;
        let document = work.document;
        let head = context! { testa => Serde(Testa::whole(work, "../")) };
        let home = templates.print("html/home.html", HOME, 0, head)?;
        let mut made = vec![artifact(Kind::Home, HOME, home.into_bytes(), "pagina del sito")];
        made.append(&mut parts(&templates)?);
        let downloads = templates.print("html/scarica.html", SCARICA, 0, scarica::context(work))?;
        made.push(artifact(Kind::Page, SCARICA, downloads.into_bytes(), "pagina del sito"));
        let indice = ricerca::indice(document);
        let words = templates.print("html/cerca.html", CERCA, 0, cerca::context(&indice))?;
        made.push(artifact(Kind::Page, CERCA, words.into_bytes(), "pagina del sito"));
        let asset = |name: &str, bytes, what| artifact(Kind::Asset, name, bytes, what);
        let files = made.iter().filter_map(|page| page.path.strip_prefix(CARTELLA));
        if let Some(map) = sitemap(document, files) {
            made.push(asset("sitemap.xml", map.into_bytes(), "indirizzi delle pagine del sito"));
        }
        made.push(absent(layout, &mut templates)?);
        made.push(asset("icona.svg", layout.bytes(ICON)?.to_vec(), "icona del sito"));
        let styles = ["html/caratteri.css", "html/corsivo.css", "html/sito.css", "html/stile.css"];
        let style =
            styles.map(|name| layout.text(name)).into_iter().collect::<Result<String, _>>()?;
        let style = style + &Tema::of(layout)?.css();
        made.push(asset("stile.css", style.into_bytes(), "foglio di stile del sito"));
        for (name, what) in SCRIPTS {
            let script = layout.text(&format!("html/{name}"))?.into_owned();
            made.push(asset(name, script.into_bytes(), what));
        }
        let index = cerca::index(&indice, &templates.places)?;
        made.push(asset(INDICE, index.into_bytes(), "indice per la ricerca nel sito"));
        if let Some(calendar) = calendario::calendar(document) {
            made.push(asset(CALENDARIO, calendar.into_bytes(), "scadenze del piano, iCalendar"));
        }
        for (name, what) in CARRIED {
            made.push(asset(name, layout.bytes(name)?.to_vec(), what));
        }
        let beside = figurati::beside(work);
        made.extend(beside.map(|(name, bytes, what)| asset(&name, bytes, what)));
        Ok(made)
    }
}

/// The pages of the parts of the document, drawn side by side: as many at a time as there are processors.
fn parts(templates: &Templates<'_>) -> Result<Vec<Artifact>, LayoutError> {
    let document = templates.document;
    let pages = pages(document);
    let one = |templates: &mut Templates<'_>, i: usize| {
        let page = &pages[i];
        let near = |i: usize| pages.get(i).map(|near| Title::of(near.part));
        let around = context! {
            testa => Serde(Testa::page(document, page)),
            pagina => Serde(page.part),
            sentiero => Serde(&page.above),
            precedente => Serde(i.checked_sub(1).and_then(near)),
            successiva => Serde(near(i + 1)),
            calendario => (page.part.id == scadenze::ANCORA).then_some(CALENDARIO),
        };
        let text = templates.print("html/page.html", &page.file, page.part.livello, around)?;
        Ok(artifact(Kind::Page, &page.file, text.into_bytes(), "pagina del sito"))
    };
    let hands = thread::available_parallelism().map_or(1, usize::from);
    let share = pages.len().div_ceil(hands).max(1);
    thread::scope(|scope| {
        let shares = (0..pages.len()).step_by(share).map(|from| {
            let mut templates = templates.clone();
            let own = from..(from + share).min(pages.len());
            let one = &one;
            scope.spawn(move || own.map(|i| one(&mut templates, i)).collect::<Result<Vec<_>, _>>())
        });
        let running: Vec<_> = shares.collect();
        let mut made = Vec::with_capacity(pages.len());
        for share in running {
            made.append(&mut share.join().unwrap_or_else(|cause| panic::resume_unwind(cause))?);
        }
        Ok(made)
    })
}

/// The icon of the site and of the single file.
const ICON: &str = "html/icona.svg";

/// The page for addresses that lead nowhere: asked for from any folder, it loads nothing.
fn absent(layout: &Layout, templates: &mut Templates<'_>) -> Result<Artifact, LayoutError> {
    let style = inline(layout, "html/stile.css", "</style")?;
    let policy = format!("default-src 'none'; style-src {}; base-uri 'none'", hash(&style));
    let root = templates.document.metadati.sito.clone();
    let inside = context! { politica => policy, stile => style, radice => root, emblema => false };
    let text = templates.print("html/404.html", ABSENT, 0, inside)?;
    Ok(artifact(Kind::Page, ABSENT, text.into_bytes(), "pagina per gli indirizzi sbagliati"))
}

fn artifact(kind: Kind, name: &str, bytes: Vec<u8>, what: &'static str) -> Artifact {
    Artifact { kind, path: format!("{CARTELLA}{name}"), bytes, what }
}

/// The single file: everything inside, nothing asked of the network.
pub(super) struct File;

impl Output for File {
    fn name(&self) -> &'static str {
        "file"
    }

    fn entry(&self, document: &Documento) -> Option<String> {
        Some(single(document))
    }

    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        let layout = work.layout;
        let style = inline(layout, "html/stile.css", "</style")?;
        let style = format!("{}{style}{}", fonts(layout)?, Tema::of(layout)?.css());
        let script = inline(layout, "html/preferenze.js", "</script")?;
        let policy = format!(
            "default-src 'none'; style-src {}; script-src {}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'",
            hash(&style),
            hash(&script)
        );
        let inside = context! {
            testa => Serde(Testa::whole(work, "")),
            politica => policy,
            icona => data("image/svg+xml", layout.bytes(ICON)?),
            stile => style,
            programma => script,
        };
        let text = Templates::new(work, true)?.print("html/single.html", "", 0, inside)?;
        Ok(vec![Artifact {
            kind: Kind::File,
            path: format!("piao-{}.html", work.document.triennio),
            bytes: tight(&text).into_bytes(),
            what: "file unico accessibile",
        }])
    }
}

/// The templates, ready to draw one page of a document after the other.
#[derive(Clone)]
struct Templates<'a> {
    env: Environment<'static>,
    document: &'a Documento,
    places: Arc<Places>,
}

impl<'a> Templates<'a> {
    fn new(work: &Work<'a>, single: bool) -> Result<Self, LayoutError> {
        let mut env = once(&work.layout.templates, || compile(work.layout))?;
        let places = Arc::new(Places::of(work.document));
        env.add_global("d", Serde(work.document));
        env.add_global("unico", single);
        let source = work.source.iter().map(|file| (file.percorso, file.bytes));
        env.add_global("impronta", impronta::of_source(source));
        let figurati = Figurati::of(work, single);
        env.add_function("figurato", move |percorso: String| figurati.address(&percorso));
        env.add_global("emblema", work.document.emblema.is_some() && !single);
        env.add_global("accanto", scarica::beside(work, if single { "" } else { "../" }));
        let notes = Arc::clone(&places);
        let anchors = Arc::clone(&places);
        env.add_function("ancora", move |id: String| {
            let told = !single || anchors.is_cited(&id);
            Value::from_safe_string(if told { format!(" id=\"{id}\"") } else { String::new() })
        });
        env.add_function("note_di", move |id: String| Value::from(Serde(notes.notes(&id))));
        Ok(Self { env, document: work.document, places })
    }

    /// Draws a page whose level-`base` heading is its first; below 1 stands the document's title.
    fn print(
        &mut self,
        template: &str,
        here: &str,
        base: u8,
        more: Value,
    ) -> Result<String, LayoutError> {
        self.env.add_global("testa", Serde(Testa::other(self.document, here)));
        let (places, here) = (Arc::clone(&self.places), here.to_owned());
        self.env.add_function("href", move |id: String| places.href(&id, &here));
        self.env.add_function("h", move |level: u8| (level + 1).saturating_sub(base).clamp(1, 6));
        self.env.get_template(template).and_then(|ready| ready.render(more)).map_err(italian)
    }
}

/// The templates of a layout, and what they have whatever the document.
fn compile(layout: &Layout) -> Result<Environment<'static>, LayoutError> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| AutoEscape::Html);
    env.set_syntax(tidy());
    env.set_formatter(escape);
    env.set_fuel(layout.limits("html/").map(|limits| limits.passi));
    for name in Layout::names().filter(|name| name.strip_suffix(".html").is_some()) {
        env.add_template_owned(name, layout.text(name)?.into_owned()).map_err(italian)?;
    }
    env.add_global("home", HOME);
    env.add_global("radice", "");
    env.add_global("politica", POLICY);
    env.add_global("scarica", SCARICA);
    env.add_global("cerca", CERCA);
    env.add_function("ignoto", unknown);
    env.add_filter("spezza", |text: &str| Value::from_safe_string(breakable(text)));
    env.add_filter("uniti", |marks: Vec<Value>| segni::unite(&marks));
    Ok(env)
}

/// What a template prints, as text of a page unless it is known to be HTML.
fn escape(page: &mut Page<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => {
            page.write_str(&escaped(text)).map_err(Error::from)
        }
        _ => escape_formatter(page, state, value),
    }
}

/// What a template does with a kind that it does not draw: silence would lose it.
fn unknown(what: &str, kind: &str) -> Result<Value, Error> {
    let message = format!("il layout non sa disegnare {what} di tipo «{kind}»");
    let ours = LayoutError::new("", None, message);
    Err(Error::new(ErrorKind::InvalidOperation, "").with_source(ours))
}

/// Templates are laid out on lines that leave no trace in the page.
fn tidy() -> SyntaxConfig {
    let built = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    built.expect("the delimiters are the usual ones")
}

/// The innermost place that a template error names, told in Italian.
fn italian(error: Error) -> LayoutError {
    let mut inner = &error;
    while let Some(deeper) = inner.source().and_then(|source| source.downcast_ref::<Error>()) {
        inner = deeper;
    }
    let ours = inner.source().and_then(|source| source.downcast_ref::<LayoutError>());
    let message = match inner.kind() {
        _ if ours.is_some() => ours.map_or("", |ours| &ours.message),
        ErrorKind::OutOfFuel => "il modello non finisce: ha fatto troppi passi",
        ErrorKind::SyntaxError => "la sintassi del modello non è valida",
        ErrorKind::UndefinedError => "il modello chiede un valore che il documento non ha",
        ErrorKind::TemplateNotFound => "il modello richiama un file che non fa parte dei layout",
        ErrorKind::UnknownFilter | ErrorKind::UnknownTest => {
            "il modello usa un filtro che non esiste"
        }
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            "il modello usa una funzione che non esiste"
        }
        ErrorKind::TooManyArguments | ErrorKind::MissingArgument => {
            "il modello chiama una funzione con gli argomenti sbagliati"
        }
        _ => "il modello chiede un'operazione che non si può fare",
    };
    let (file, line) = (inner.name().unwrap_or("html").to_owned(), inner.line());
    LayoutError::new(&file, line, message.to_owned()).because(error)
}

#[cfg(test)]
mod tests;
