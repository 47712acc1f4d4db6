//! The page that stands in the place of a plan that was not drawn: why, and what to mend first.

use super::giro::Giro;
use crate::cause::{self, Cause};
use crate::source::Source;

/// What the page may load: what is served with it.
const POLITICA: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

/// The style of the page.
pub(super) const STILE: &str = "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}\
    :root{color-scheme:light dark}h1{line-height:1.2}li{margin-block:1rem}code{font-size:.95em}\
    .errore strong{color:light-dark(#a3001b,#ff9aa8)}p{margin:.2rem 0}";

/// The page, given why there is no other and whether there was one before.
pub(super) fn page(giro: &Giro, why: &str, has_last: bool) -> String {
    let items: String = giro.causes.iter().map(|cause| item(cause, &giro.source)).collect();
    let last = if has_last { LAST } else { "" };
    let tally = cause::tally(&giro.causes).sentence();
    let (why, tally) = (escaped(why), escaped(&tally));
    format!(
        "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLITICA}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Rilievi – piao</title>\n<link rel=\"stylesheet\" href=\"/-/stile.css\">\n</head>\n<body>\n<main>\n\
         <h1>Il piano non è compilato</h1>\n<p>{why}.</p>\n<p role=\"status\">{tally}</p>\n{last}<ul>\n{items}</ul>\n\
         </main>\n</body>\n</html>\n"
    )
}

/// The way to the last page that was drawn.
const LAST: &str = "<p><a href=\"?ultima\">L’ultima versione compilata</a></p>\n";

fn item(cause: &Cause, source: &Source) -> String {
    let Cause { finding, .. } = cause;
    let name = finding.severity.name();
    let help = finding.advice().map(|help| format!("<p>{}</p>\n", escaped(&help)));
    format!(
        "<li class=\"{name}\"><p><strong>{name} {}</strong>: {}</p>\n<p><code>{}</code></p>\n{}</li>\n",
        escaped(&finding.code),
        escaped(&finding.message),
        escaped(&source.place(finding.span)),
        help.unwrap_or_default(),
    )
}

/// A text in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
