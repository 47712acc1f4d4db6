#![no_main]

#[path = "../bersagli.rs"]
mod bersagli;

libfuzzer_sys::fuzz_target!(|text: &str| bersagli::office(text));
