//! Replaces files at once, so that a failure leaves the old content whole.

use std::fs::{self, Metadata, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// A new content of a file, beside it until [`commit`](Self::commit).
pub(crate) struct Replacement {
    /// The file, without symbolic links, which stay.
    path: PathBuf,
    /// The metadata of the file before it was read.
    before: Metadata,
    file: NamedTempFile,
}

impl Replacement {
    /// Starts a new content for a file, before that is read.
    ///
    /// # Errors
    ///
    /// The path is not a regular file, the file is write-protected, or its folder is.
    pub(crate) fn new(path: &Path) -> io::Result<Self> {
        let path = path.canonicalize()?;
        let before = path.metadata()?;
        if !before.is_file() {
            return Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file, which --fix needs"));
        }
        if before.permissions().readonly() {
            return Err(io::Error::new(ErrorKind::PermissionDenied, "the file is write-protected"));
        }
        let folder = path.parent().unwrap_or(&path);
        let file = Builder::new().prefix(".fintoc-preflight-").tempfile_in(folder)?;
        Ok(Self { path, before, file })
    }

    /// Puts the new content in place of the file, with its permissions.
    ///
    /// # Errors
    ///
    /// Also if the file was written to meanwhile: that would be lost.
    pub(crate) fn commit(mut self) -> io::Result<()> {
        self.file.flush()?;
        let permissions: Permissions = self.before.permissions();
        keep_owner(&self.before, self.file.path());
        fs::set_permissions(self.file.path(), permissions)?;
        self.file.as_file().sync_all()?;
        let now = self.path.metadata()?;
        if (now.len(), now.modified()?) != (self.before.len(), self.before.modified()?) {
            return Err(io::Error::other("the file was changed while it was read; it is left as it is"));
        }
        self.file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

impl Write for Replacement {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.file.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Gives a new file the owner and group of the old one. Only the superuser may; for others they are mostly the same.
#[cfg(unix)]
fn keep_owner(old: &Metadata, new: &Path) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(new, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &Metadata, _: &Path) {}
