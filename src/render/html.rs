//! The site and the accessible single file: one set of templates, two heads.

mod places;
mod scarica;

use std::error::Error as _;
use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, context};
use sha2::{Digest, Sha256};

use self::places::{HOME, Places, Title, pages};
use self::scarica::SCARICA;
use super::layout::once;
use super::{Artifact, Kind, Layout, LayoutError, Output, Work};
use crate::view::document::Documento;

/// The folder of the site.
const CARTELLA: &str = "sito/";

/// Files that the site carries as they are, and what each is.
const CARRIED: &[(&str, &str)] = &[
    ("caratteri/OFL.txt", "licenza dei caratteri del sito"),
    ("caratteri/TitilliumWeb-600.woff2", "carattere del sito"),
    ("caratteri/TitilliumWeb-700.woff2", "carattere del sito"),
    ("caratteri/TitilliumWeb-italic.woff2", "carattere del sito"),
    ("caratteri/TitilliumWeb-regular.woff2", "carattere del sito"),
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
        let home = templates.print("html/home.html", HOME, 0, context! {})?;
        let mut made = vec![artifact(Kind::Home, HOME, home.into_bytes(), "pagina del sito")];
        let pages = pages(work.document);
        for (i, page) in pages.iter().enumerate() {
            let near = |i: usize| pages.get(i).map(|near| Title::of(near.part));
            let around = context! {
                pagina => Serde(page.part),
                sentiero => Serde(&page.above),
                precedente => Serde(i.checked_sub(1).and_then(near)),
                successiva => Serde(near(i + 1)),
            };
            let text = templates.print("html/page.html", &page.file, page.part.livello, around)?;
            made.push(artifact(Kind::Page, &page.file, text.into_bytes(), "pagina del sito"));
        }
        let downloads = templates.print("html/scarica.html", SCARICA, 0, scarica::context(work))?;
        made.push(artifact(Kind::Page, SCARICA, downloads.into_bytes(), "pagina del sito"));
        let asset = |name: &str, bytes, what| artifact(Kind::Asset, name, bytes, what);
        let style =
            format!("{}{}", layout.text("html/caratteri.css")?, layout.text("html/stile.css")?);
        made.push(asset("stile.css", style.into_bytes(), "foglio di stile del sito"));
        let script = layout.text("html/preferenze.js")?.into_owned();
        made.push(asset("preferenze.js", script.into_bytes(), "preferenze di lettura del sito"));
        for (name, what) in CARRIED {
            made.push(asset(name, layout.bytes(name)?.to_vec(), what));
        }
        Ok(made)
    }
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
        Some(format!("piao-{}.html", document.triennio))
    }

    fn draw(&self, work: &Work<'_>) -> Result<Vec<Artifact>, LayoutError> {
        let style = inline(work.layout, "html/stile.css", "</style")?;
        let script = inline(work.layout, "html/preferenze.js", "</script")?;
        let policy = format!(
            "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
            hash(&style),
            hash(&script)
        );
        let inside = context! { politica => policy, stile => style, programma => script };
        let text = Templates::new(work, true)?.print("html/single.html", "", 0, inside)?;
        Ok(vec![Artifact {
            kind: Kind::File,
            path: format!("piao-{}.html", work.document.triennio),
            bytes: text.into_bytes(),
            what: "file unico accessibile",
        }])
    }
}

/// A text that goes inside an element, which it must not close.
fn inline(layout: &Layout, name: &str, end: &str) -> Result<String, LayoutError> {
    let text = layout.text(name)?.into_owned();
    match text.to_ascii_lowercase().find(end) {
        None => Ok(text),
        Some(at) => {
            let line = 1 + text[..at].matches('\n').count();
            Err(LayoutError::new(name, Some(line), format!("il testo `{end}` non è ammesso qui")))
        }
    }
}

/// The source expression that lets exactly this text in.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The templates, ready to draw one page of a document after the other.
struct Templates {
    env: Environment<'static>,
    places: Arc<Places>,
}

impl Templates {
    fn new(work: &Work<'_>, single: bool) -> Result<Self, LayoutError> {
        let mut env = once(&work.layout.templates, || compile(work.layout))?;
        let places = Arc::new(Places::of(work.document));
        env.add_global("d", Serde(work.document));
        env.add_global("unico", single);
        env.add_global("accanto", scarica::beside(work, if single { "" } else { "../" }));
        let notes = Arc::clone(&places);
        env.add_function("note_di", move |id: String| Value::from(Serde(notes.notes(&id))));
        Ok(Self { env, places })
    }

    /// Draws a page whose level-`base` heading is its first; below 1 stands the document's title.
    fn print(
        &mut self,
        template: &str,
        here: &str,
        base: u8,
        more: Value,
    ) -> Result<String, LayoutError> {
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
    for name in Layout::names().filter(|name| name.strip_suffix(".html").is_some()) {
        env.add_template_owned(name, layout.text(name)?.into_owned()).map_err(italian)?;
    }
    env.add_global("home", HOME);
    env.add_global("scarica", SCARICA);
    env.add_function("ignoto", unknown);
    Ok(env)
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
