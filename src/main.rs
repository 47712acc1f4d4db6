//! `piao`, from the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    piao::cli::main()
}
