//! FAB-032.

use rust_decimal::Decimal;

use crate::model::{Assunzione, Chiave, TotaleAssunzioni, campo};
use crate::rules::parole::{euro, numero};
use crate::rules::{Contesto, Report};

/// What is summed: its field, what the message calls it, where it is said, how it is printed.
struct Colonna {
    campo: Chiave,
    nome: &'static str,
    hire: fn(&Assunzione) -> Option<Decimal>,
    total: fn(&TotaleAssunzioni) -> Option<Decimal>,
    print: fn(Decimal) -> String,
}

const COLONNE: [Colonna; 4] = [
    Colonna {
        campo: campo::NUMERO,
        nome: "il totale delle assunzioni",
        hire: |a| a.numero,
        total: |t| t.numero,
        print: numero,
    },
    Colonna {
        campo: campo::FTE,
        nome: "il totale degli equivalenti a tempo pieno",
        hire: |a| a.fte,
        total: |t| t.fte,
        print: numero,
    },
    Colonna {
        campo: campo::PUNTI_ORGANICO,
        nome: "il totale dei punti organico",
        hire: |a| a.punti_organico,
        total: |t| t.punti_organico,
        print: numero,
    },
    Colonna {
        campo: campo::COSTO,
        nome: "il costo delle assunzioni",
        hire: |a| a.costo,
        total: |t| t.costo,
        print: euro,
    },
];

pub(in crate::rules) fn check(contesto: &Contesto<'_>, report: &mut Report<'_>) {
    let piano = contesto.piano;
    for assunzione in &piano.assunzioni {
        check_row(assunzione, report);
    }
    // A row without its year may be of any.
    if piano.assunzioni.iter().any(|a| a.anno == 0) {
        return;
    }
    let rows_at = report.place(piano.luogo, campo::ASSUNZIONI);
    for totale in piano.fabbisogni.totali_assunzioni.iter().filter(|t| t.anno != 0) {
        let anno = totale.anno;
        for colonna in &COLONNE {
            let mut rows = piano.assunzioni.iter().filter(|a| a.anno == anno);
            let sum =
                rows.try_fold(Decimal::ZERO, |sum, a| Some(sum.saturating_add((colonna.hire)(a)?)));
            let (Some(declared), Some(sum)) = ((colonna.total)(totale), sum) else { continue };
            if declared != sum {
                let (nome, said, due) =
                    (colonna.nome, (colonna.print)(declared), (colonna.print)(sum));
                let message = format!("{nome} del {anno} è scritto {said}, le righe fanno {due}");
                let mut finding = report.at(totale.luogo, colonna.campo, message);
                finding.label("il totale non torna").see(rows_at, "le assunzioni");
            }
        }
    }
}

fn check_row(assunzione: &Assunzione, report: &mut Report<'_>) {
    let Some(people) = assunzione.numero else { return };
    let name = &assunzione.profilo;
    if people < Decimal::ZERO {
        let message = format!("le assunzioni di «{name}» sono {}", numero(people));
        report
            .at(assunzione.luogo, campo::NUMERO, message)
            .label("non possono essere meno di zero");
        return;
    }
    let people_at = report.place(assunzione.luogo, campo::NUMERO);
    if let Some(fte) = assunzione.fte.filter(|fte| *fte > people) {
        let message = format!(
            "le assunzioni di «{name}» sono {}, gli equivalenti a tempo pieno {}",
            numero(people),
            numero(fte)
        );
        let mut finding = report.at(assunzione.luogo, campo::FTE, message);
        finding.label("non possono essere più delle persone").see(people_at, "le persone");
    }
    for parte in &assunzione.di_cui {
        let Some(count) = parte.numero.filter(|count| *count > people) else { continue };
        let message = format!(
            "le assunzioni di «{name}» sono {}, di cui {} «{}»",
            numero(people),
            numero(count),
            parte.voce
        );
        let mut finding = report.at(parte.luogo, campo::NUMERO, message);
        finding.label("una parte non può superare il tutto").see(people_at, "le persone");
    }
}
