//! Files and standard input.

use std::fmt::Write;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::visible::visible_text;

/// A source of requests.
pub(crate) enum Input<'a> {
    File(&'a Path),
    Stdin,
}

/// The reason why a file was not read or reported on to its end.
pub(crate) enum Failure {
    /// The file cannot be read; the command continues with the next.
    Input(io::Error),
    /// The output cannot be written; the command stops.
    Output(io::Error),
}

impl<'a> Input<'a> {
    /// Returns the input for a FILE of the command line: `-` is standard input.
    pub(crate) fn of(file: &'a Path) -> Self {
        if file == Path::new("-") { Self::Stdin } else { Self::File(file) }
    }

    /// Returns the name, safe for a terminal.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) => visible_text(&path.to_string_lossy()),
            Self::Stdin => "<stdin>".to_owned(),
        }
    }

    /// Returns the name as a relative reference of RFC 3986; a `file:` URI if it is absolute.
    pub(crate) fn uri(&self) -> String {
        let Self::File(path) = self else { return "stdin".to_owned() };
        let path = path.to_string_lossy().replace('\\', "/");
        let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
        for byte in path.bytes() {
            match byte {
                b'A'..=b'Z'
                | b'a'..=b'z'
                | b'0'..=b'9'
                | b'/'
                | b'-'
                | b'_'
                | b'.'
                | b'!'
                | b'~'
                | b'*'
                | b'\''
                | b'('
                | b')' => {
                    uri.push(byte.into());
                }
                _ => {
                    let _ = write!(uri, "%{byte:02X}");
                }
            }
        }
        uri
    }

    /// Opens the input for reading.
    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Stdin => Box::new(io::stdin()),
        })
    }

    /// Returns the content of what was read of a file: decompressed if its name ends in `.gz` or `.zst`.
    pub(crate) fn decoded(&self, reader: impl Read + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
        let ending = match self {
            Self::File(path) => path.extension().and_then(|ending| ending.to_str()).unwrap_or_default(),
            Self::Stdin => "",
        };
        Ok(match ending {
            "gz" => Box::new(flate2::read::MultiGzDecoder::new(reader)),
            "zst" => Box::new(zstd::Decoder::new(reader)?),
            _ => Box::new(reader),
        })
    }

    /// Returns the path of a file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdin => None,
        }
    }

    /// Returns the size in bytes; `None` if it is unknown.
    pub(crate) fn size(&self) -> Option<u64> {
        match self {
            Self::File(path) => path.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len()),
            Self::Stdin => None,
        }
    }

    /// Reads one request: at most `limit` bytes and one more, which shows that it is too long.
    pub(crate) fn read(&self, limit: usize) -> io::Result<Vec<u8>> {
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let mut body = Vec::new();
        self.decoded(self.open()?)?.take(most).read_to_end(&mut body)?;
        Ok(body)
    }
}

/// True if standard input is a terminal, so that a person would have to type a request.
pub(crate) fn stdin_is_terminal() -> bool {
    io::stdin().is_terminal()
}
