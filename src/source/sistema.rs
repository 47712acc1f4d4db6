//! What the operating system says, in Italian.

use std::io;

/// What an error of the operating system means, in Italian.
#[must_use]
pub fn io_message(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "non esiste".into(),
        io::ErrorKind::PermissionDenied => "non ho il permesso".into(),
        io::ErrorKind::AlreadyExists => "esiste già".into(),
        io::ErrorKind::NotADirectory => "non è una cartella".into(),
        io::ErrorKind::IsADirectory => "è una cartella".into(),
        io::ErrorKind::StorageFull => "il disco è pieno".into(),
        io::ErrorKind::ReadOnlyFilesystem => "il disco è di sola lettura".into(),
        io::ErrorKind::QuotaExceeded => "lo spazio assegnato è finito".into(),
        io::ErrorKind::FileTooLarge => "il file è troppo grande per il disco".into(),
        io::ErrorKind::InvalidFilename => "il nome non va bene, o è troppo lungo".into(),
        io::ErrorKind::DirectoryNotEmpty => "la cartella non è vuota".into(),
        io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy => {
            "un altro programma lo sta usando".into()
        }
        io::ErrorKind::CrossesDevices => "è su un altro disco".into(),
        io::ErrorKind::TooManyLinks => "ha troppi collegamenti".into(),
        io::ErrorKind::TimedOut => "il disco non risponde in tempo".into(),
        io::ErrorKind::Interrupted => "l’operazione è stata interrotta".into(),
        io::ErrorKind::OutOfMemory => "la memoria è finita".into(),
        io::ErrorKind::BrokenPipe => "nessuno legge più".into(),
        io::ErrorKind::InvalidInput => "non è un file comune, o è troppo grande".into(),
        io::ErrorKind::InvalidData => "non è testo UTF-8".into(),
        io::ErrorKind::UnexpectedEof => "finisce prima del previsto".into(),
        _ => match error.raw_os_error() {
            // What the standard library has no name for.
            Some(5) if cfg!(unix) => "il disco ha un guasto".into(),
            Some(23 | 24) if cfg!(unix) => "ci sono troppi file aperti".into(),
            Some(40) if cfg!(target_os = "linux") => "i collegamenti girano in tondo".into(),
            Some(number) => format!("il sistema dà l’errore {number}"),
            None => "il sistema non dice perché".into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::io_message;

    #[test]
    fn no_error_of_the_system_is_in_english() {
        assert_eq!(io_message(&ErrorKind::StorageFull.into()), "il disco è pieno");
        assert_eq!(io_message(&Error::from_raw_os_error(9999)), "il sistema dà l’errore 9999");
        assert_eq!(io_message(&Error::other("oops")), "il sistema non dice perché");
        #[cfg(target_os = "linux")]
        assert_eq!(io_message(&Error::from_raw_os_error(40)), "i collegamenti girano in tondo");
    }
}
