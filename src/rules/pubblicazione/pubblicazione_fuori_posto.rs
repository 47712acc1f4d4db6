//! PUB-001.

use crate::rules::parole::{giorno, il_giorno};
use crate::rules::{Contesto, Report};

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    let Some(pubblicazione) = &piano.piao.pubblicazione else { return };
    let anagrafica = &piano.anagrafica;
    if let (Some(indirizzo), Some(sito)) = (&pubblicazione.indirizzo, &anagrafica.sito) {
        let (host, home) = (host(indirizzo), host(sito));
        let is_inside = host
            .strip_suffix(home.as_str())
            .is_some_and(|before| before.is_empty() || before.ends_with('.'));
        if !is_inside {
            let home_at = report.place(anagrafica.luogo, "sito");
            report
                .at(
                    pubblicazione.luogo,
                    "indirizzo",
                    format!(
                        "il piano è pubblicato su «{host}», il sito dell’amministrazione è «{home}»"
                    ),
                )
                .label("il piano si pubblica sul sito istituzionale")
                .see(home_at, "il sito della sezione 1");
        }
    }
    let adozione = piano.piao.adozione.as_ref();
    let adopted = adozione.and_then(|adozione| Some((adozione.luogo, adozione.data?)));
    if let (Some(data), Some((luogo, adottato))) = (pubblicazione.data, adopted)
        && data < adottato
    {
        let adopted_at = report.place(luogo, "data");
        report
            .at(
                pubblicazione.luogo,
                "data",
                format!("il piano è pubblicato {}, prima di essere adottato", il_giorno(data)),
            )
            .see(adopted_at, format!("adottato: {}", giorno(adottato)));
    }
}

/// The host of an address, in lower case, without the port and the `www.` that many put before.
fn host(address: &str) -> String {
    let address = address.to_lowercase();
    let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
