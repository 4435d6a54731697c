//! `--resume`: the files that have been counted, and the counts, in a file that the next run continues from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::{Value, json};

use crate::args::CheckArgs;
use crate::summary::Summary;

/// The files that have been counted to their end, and their counts.
pub(crate) struct Progress {
    /// The file that keeps this; `None` without `--resume`.
    file: Option<PathBuf>,
    /// The options that the counts depend on.
    options: String,
    /// The size of each counted file, by its path.
    counted: BTreeMap<String, u64>,
    pub(crate) summary: Summary,
}

impl Progress {
    /// Reads the progress of an earlier run, if there was one.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is of a run with other options, or of something else.
    pub(crate) fn read(args: &CheckArgs) -> io::Result<Self> {
        let CheckArgs { api, now, strict, levels, group_by, .. } = args;
        let options = format!("{api:?} {now:?} {strict} {levels:?} {group_by:?}");
        let mut progress =
            Self { file: args.resume.clone(), options, counted: BTreeMap::new(), summary: Summary::default() };
        let Some(file) = progress.file.as_ref().filter(|file| file.exists()) else { return Ok(progress) };
        let value: Value =
            serde_json::from_slice(&fs::read(file)?).map_err(|_| other("it has no progress of this command"))?;
        let counted = value.get("counted").and_then(Value::as_object);
        let summary = value.get("summary").and_then(Summary::from_value);
        let (Some(counted), Some(summary)) = (counted, summary) else {
            return Err(other("it has no progress of this command"));
        };
        if value.get("options").and_then(Value::as_str) != Some(&progress.options) {
            return Err(other("it is of a run with other options"));
        }
        progress.counted = counted.iter().filter_map(|(path, size)| Some((path.clone(), size.as_u64()?))).collect();
        progress.summary = summary;
        Ok(progress)
    }

    /// True if a file has been counted.
    ///
    /// # Errors
    ///
    /// It has another size than then: counting it again would count its first lines twice.
    pub(crate) fn has(&self, path: &Path) -> io::Result<bool> {
        match self.counted.get(&*path.to_string_lossy()) {
            Some(size) if *size == path.metadata()?.len() => Ok(true),
            Some(_) => Err(other("it has changed since it was counted")),
            None => Ok(false),
        }
    }

    /// Adds the counts of a file that was read to its end; `None` for standard input.
    pub(crate) fn add(&mut self, path: Option<&Path>, summary: &Summary) -> io::Result<()> {
        self.summary.merge(summary);
        let Some(path) = path else { return Ok(()) };
        self.counted.insert(path.to_string_lossy().into_owned(), path.metadata()?.len());
        let Some(file) = &self.file else { return Ok(()) };
        let value = json!({"options": self.options, "counted": self.counted, "summary": self.summary.to_value()});
        // Renamed, so that a run that is stopped leaves the old file or the new one.
        let mut new = file.clone().into_os_string();
        new.push(".new");
        fs::write(&new, value.to_string())?;
        fs::rename(new, file)
    }
}

fn other(message: &'static str) -> io::Error {
    io::Error::other(message)
}
