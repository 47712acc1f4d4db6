//! The one integration binary: each test binary would link typst again.

#![cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "what only tests of the PDF use"))]
#![allow(unreachable_pub, reason = "a test binary is reached by nobody")]

mod adozione;
mod ancore;
mod architecture;
mod aspetto;
mod bad_input;
mod build;
mod calcoli;
mod casi;
mod catena;
mod cli;
mod compila;
mod con_errori;
mod con_rilievi;
mod dati;
mod domande;
mod duties;
mod elenchi_aperti;
mod esempi;
mod examples;
mod festivi;
mod figurati;
mod figure;
mod flusso;
mod fogli;
mod forme;
mod fuzz;
mod generated;
mod grande;
mod gruppi;
mod guida;
mod import;
mod law;
mod ledger;
mod legami;
mod letture;
#[cfg(feature = "pdf")]
mod libro;
#[cfg(feature = "pdf")]
mod libro_guasto;
#[cfg(feature = "pdf")]
mod lotto;
mod mancanze;
mod manuale;
mod mappa;
mod model;
mod no_cascades;
mod nothing_lost;
mod officer;
mod organigramma;
mod osserva;
mod ostile;
mod outputs;
mod parity;
mod persone;
#[cfg(feature = "pdf")]
mod poster;
mod properties;
mod ricerca;
#[cfg(feature = "pdf")]
mod riscontro;
mod risultati;
mod rules;
mod scadenze;
mod scaffold;
mod schemas;
mod scrittura;
#[cfg(feature = "pdf")]
mod second_reader;
mod segni;
mod soglie;
mod stato;
mod support;
mod tavole;
mod web;
mod weights;
