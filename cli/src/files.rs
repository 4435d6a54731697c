//! Expands each FILE of the command line: a file, a folder, or a pattern.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The endings of files that are looked for in a folder; each may be followed by `.gz` or `.zst`.
const ENDINGS: [&str; 2] = [".ndjson", ".jsonl"];

/// Returns the files of a FILE, in the order of their paths.
///
/// A folder is searched for files that end in `.ndjson` or `.jsonl`, compressed or not, at any depth; links to folders
/// are not followed. `*`, `?` and `[…]` are patterns if there is no file of that name, for shells that expand none.
///
/// # Errors
///
/// A folder that cannot be read, or a pattern that is wrong or matches no file.
pub(crate) fn expand(file: &Path) -> io::Result<Vec<PathBuf>> {
    if file.is_dir() {
        let mut files = Vec::new();
        walk(file, &mut files)?;
        return if files.is_empty() { Err(none("no file in it ends in .ndjson or .jsonl")) } else { Ok(files) };
    }
    let Some(pattern) = file.to_str().filter(|name| name.contains(['*', '?', '[']) && !file.exists()) else {
        return Ok(vec![file.to_owned()]);
    };
    let mut files = Vec::new();
    for found in glob::glob(pattern).map_err(io::Error::other)? {
        files.extend(match found.map_err(io::Error::from)? {
            folder if folder.is_dir() => expand(&folder)?,
            file => vec![file],
        });
    }
    if files.is_empty() {
        return Err(none("no file matches"));
    }
    Ok(files)
}

fn none(message: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, message)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), files)?;
        } else if has_requests(&entry.file_name().to_string_lossy()) {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// True for the name of a file with a request on each line.
fn has_requests(name: &str) -> bool {
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(name);
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}
