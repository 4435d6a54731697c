//! Unified diffs of texts that differ within lines: no line is added or removed.
//!
//! So each line is compared with the one in its place, and a diff of any length is written as it is read.

use std::collections::VecDeque;
use std::io::{self, Write};

/// The number of unchanged lines around a change, as `diff -u` writes.
const CONTEXT: usize = 3;

/// A line of both texts, with its LF.
struct Line {
    old: Vec<u8>,
    /// The line in the new text; `None` if it is the same.
    new: Option<Vec<u8>>,
}

/// Writes the diff of one file, hunk by hunk.
pub(crate) struct Diff<W> {
    out: W,
    /// The name of the file, until the header is written.
    name: Option<String>,
    /// The number of lines so far.
    count: usize,
    /// The last unchanged lines, which begin the next hunk.
    before: VecDeque<Line>,
    /// The hunk that has not ended; empty if there is none.
    hunk: Vec<Line>,
    /// The number of unchanged lines at the end of `hunk`.
    unchanged: usize,
}

impl<W: Write> Diff<W> {
    pub(crate) fn new(name: &str, out: W) -> Self {
        // A tab ends a name with blanks, as git writes it.
        let end = if name.contains(' ') { "\t" } else { "" };
        let name = Some(format!("{name}{end}"));
        Self { out, name, count: 0, before: VecDeque::new(), hunk: Vec::new(), unchanged: 0 }
    }

    /// Adds texts of whole lines; the last may lack its LF.
    pub(crate) fn add(&mut self, old: &[u8], new: Option<&[u8]>) -> io::Result<()> {
        let mut new_lines = new.unwrap_or(old).split_inclusive(|byte| *byte == b'\n');
        for old in old.split_inclusive(|byte| *byte == b'\n') {
            let new = new_lines.next().filter(|new| *new != old);
            self.line(Line { old: old.to_vec(), new: new.map(<[u8]>::to_vec) })?;
        }
        Ok(())
    }

    fn line(&mut self, line: Line) -> io::Result<()> {
        self.count += 1;
        match (&line.new, self.hunk.is_empty()) {
            (None, true) => {
                self.before.push_back(line);
                if self.before.len() > CONTEXT {
                    self.before.pop_front();
                }
            }
            (None, false) => {
                self.hunk.push(line);
                self.unchanged += 1;
                // With one line less, the context after this change and that before the next would touch.
                if self.unchanged > 2 * CONTEXT {
                    self.end_hunk(self.unchanged - CONTEXT)?;
                }
            }
            (Some(_), _) => {
                self.hunk.extend(self.before.drain(..));
                self.hunk.push(line);
                self.unchanged = 0;
            }
        }
        Ok(())
    }

    /// Writes the hunk without its last `spare` lines, the last of which may begin the next hunk.
    fn end_hunk(&mut self, spare: usize) -> io::Result<()> {
        let first = self.count - self.hunk.len() + 1;
        let rest = self.hunk.split_off(self.hunk.len() - spare);
        let hunk = std::mem::take(&mut self.hunk);
        self.unchanged = 0;
        self.before = rest.into_iter().skip(spare.saturating_sub(CONTEXT)).collect();
        if let Some(name) = self.name.take() {
            write!(self.out, "--- {name}\n+++ {name}\n")?;
        }
        let range = if hunk.len() == 1 { first.to_string() } else { format!("{first},{}", hunk.len()) };
        writeln!(self.out, "@@ -{range} +{range} @@")?;
        for lines in hunk.chunk_by(|one, other| one.new.is_some() == other.new.is_some()) {
            for line in lines {
                self.write(if line.new.is_some() { b"-" } else { b" " }, &line.old)?;
            }
            for new in lines.iter().filter_map(|line| line.new.as_ref()) {
                self.write(b"+", new)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, sign: &[u8], line: &[u8]) -> io::Result<()> {
        self.out.write_all(sign)?;
        self.out.write_all(line)?;
        if line.ends_with(b"\n") { Ok(()) } else { self.out.write_all(b"\n\\ No newline at end of file\n") }
    }

    /// Writes the last hunk.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        if self.hunk.is_empty() { Ok(()) } else { self.end_hunk(self.unchanged.saturating_sub(CONTEXT)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(old: &str, new: &str) -> String {
        let mut out = Vec::new();
        let mut diff = Diff::new("a b", &mut out);
        diff.add(old.as_bytes(), Some(new.as_bytes())).unwrap();
        diff.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn equal_texts_have_no_diff() {
        assert_eq!(diff("", ""), "");
        assert_eq!(diff("a\nb", "a\nb"), "");
    }

    #[test]
    fn a_change_has_three_lines_around_it() {
        let (old, new) = ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n");
        assert_eq!(diff(old, new), "--- a b\t\n+++ a b\t\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
        assert_eq!(
            diff("a", "b"),
            "--- a b\t\n+++ a b\t\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
        );
    }

    #[test]
    fn changes_are_in_one_hunk_if_six_lines_or_fewer_are_between_them() {
        let text = |between: usize, mark: &str| format!("{mark}\n{}{mark}\n", "-\n".repeat(between));
        let hunks = |between| diff(&text(between, "a"), &text(between, "b")).matches("@@ -").count();
        assert_eq!((hunks(0), hunks(6), hunks(7)), (1, 1, 2));
        let far = diff(&text(20, "a"), &text(20, "b"));
        assert!(far.contains("@@ -1,4 +1,4 @@") && far.contains("@@ -19,4 +19,4 @@"), "{far}");
    }
}
