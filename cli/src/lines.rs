//! Lines of a stream, a block at a time, in bounded memory.

use std::io::{self, ErrorKind, Read};
use std::iter::once;

use memchr::{memchr, memchr_iter};

/// The number of bytes in a read: few enough to be in a core's cache until they are validated.
const READ_BYTES: usize = 256 * 1024;

/// Successive lines of a stream. Reused for each read, since fresh memory costs time.
///
/// ```text
/// text  |skipped|first line\n|second line\n|start of the next|free|
///                ^start    ^ends[0]      ^ends[1]             ^filled
/// ```
#[derive(Debug, Default)]
pub(crate) struct Block {
    text: Vec<u8>,
    /// The number of bytes of `text` that have been read.
    filled: usize,
    /// The offset of the first line in `text`.
    start: usize,
    /// The offset of each line's LF in `text`; of an unfinished line, that of its last byte plus one.
    ends: Vec<usize>,
    /// The number of lines before this block.
    before: usize,
}

impl Block {
    pub(crate) const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Iterates over the lines without their LF or CR LF, each with its number in the stream, from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let starts = once(self.start).chain(self.ends.iter().map(|end| end + 1));
        let lines = starts.zip(&self.ends).map(|(start, end)| {
            let line = self.text.get(start..*end).unwrap_or_default();
            line.strip_suffix(b"\r").unwrap_or(line)
        });
        (self.before + 1..).zip(lines)
    }

    /// Empties the block, and starts it with `rest`, the bytes already read of its first line.
    fn begin(&mut self, rest: &[u8], before: usize) {
        self.ends.clear();
        (self.filled, self.start, self.before) = (0, 0, before);
        self.room(rest.len()).copy_from_slice(rest);
        self.filled = rest.len();
    }

    /// Returns the `size` bytes of `text` after those read, and grows it if necessary.
    fn room(&mut self, size: usize) -> &mut [u8] {
        let end = self.filled + size;
        if self.text.len() < end {
            self.text.resize(end, 0);
        }
        self.text.get_mut(self.filled..end).unwrap_or_default()
    }

    /// Returns the bytes read after the last complete line.
    fn rest(&self) -> &[u8] {
        let start = self.ends.last().map_or(self.start, |end| end + 1);
        self.text.get(start..self.filled).unwrap_or_default()
    }

    /// Appends `read` bytes of [`room`](Self::room), and records the ends of lines in them.
    fn add(&mut self, read: usize) {
        let from = self.filled;
        self.filled += read;
        let added = self.text.get(from..self.filled).unwrap_or_default();
        self.ends.extend(memchr_iter(b'\n', added).map(|index| from + index));
    }

    /// Discards `read` bytes of [`room`](Self::room) up to the first LF, and appends the rest. Returns false, and
    /// discards all, if there is no LF.
    fn skip(&mut self, read: usize) -> bool {
        let from = self.filled;
        let end = memchr(b'\n', self.text.get(from..from + read).unwrap_or_default());
        if let Some(end) = end {
            self.filled += end + 1;
            self.start = self.filled;
            self.add(read - end - 1);
        }
        end.is_some()
    }

    /// Ends a line at the last byte read, without an LF.
    fn end(&mut self) {
        self.ends.push(self.filled);
    }
}

/// Reads a stream in blocks of lines. Keeps at most `limit` bytes of a line and one read more: enough to report it as
/// too long.
pub(crate) struct Lines<R> {
    /// The stream; `None` after its end, or an error.
    reader: Option<R>,
    limit: usize,
    /// The number of lines so far.
    count: usize,
    /// The bytes read of the next line.
    rest: Vec<u8>,
    /// True while the rest of a line over the limit is discarded.
    skips: bool,
}

impl<R: Read> Lines<R> {
    pub(crate) const fn new(reader: R, limit: usize) -> Self {
        Self { reader: Some(reader), limit, count: 0, rest: Vec::new(), skips: false }
    }

    /// Fills a block with the next lines, at least one; with none at the end. Returns as soon as it has a line, without
    /// waiting for more input.
    pub(crate) fn read(&mut self, block: &mut Block) -> io::Result<()> {
        block.begin(&self.rest, self.count);
        self.rest.clear();
        while let Some(reader) = self.reader.as_mut().filter(|_| block.is_empty()) {
            match reader.read(block.room(READ_BYTES)) {
                Ok(0) => self.finish(block),
                Ok(read) => self.add(read, block),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    self.reader = None;
                    return Err(error);
                }
            }
        }
        self.count += block.ends.len();
        self.rest.extend_from_slice(block.rest());
        Ok(())
    }

    fn add(&mut self, read: usize, block: &mut Block) {
        if self.skips {
            self.skips = !block.skip(read);
        } else {
            block.add(read);
        }
        // A line of `limit` bytes may be followed by a CR.
        if block.is_empty() && block.rest().len() > self.limit.saturating_add(1) {
            block.end();
            self.skips = true;
        }
    }

    /// Ends the last line, which needs no LF.
    fn finish(&mut self, block: &mut Block) {
        self.reader = None;
        if !block.rest().is_empty() {
            block.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that returns at most this number of bytes from each read.
    struct Parts<R>(R, usize);

    impl<R: Read> Read for Parts<R> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let size = self.1.min(buffer.len());
            self.0.read(&mut buffer[..size])
        }
    }

    /// Returns every line of a stream, independent of the blocks it is read in.
    fn lines(reader: impl Read, limit: usize) -> Vec<Result<String, ErrorKind>> {
        let (mut stream, mut block, mut lines) = (Lines::new(reader, limit), Block::default(), Vec::new());
        loop {
            match stream.read(&mut block) {
                Ok(()) if block.is_empty() => return lines,
                Ok(()) => {}
                Err(error) => lines.push(Err(error.kind())),
            }
            for (number, line) in block.lines() {
                lines.push(Ok(String::from_utf8_lossy(line).into()));
                assert_eq!(number, lines.len());
            }
        }
    }

    fn text(lines: &[&str]) -> Vec<Result<String, ErrorKind>> {
        lines.iter().map(|line| Ok((*line).to_owned())).collect()
    }

    #[test]
    fn a_line_ends_with_lf_or_cr_lf_and_the_last_needs_no_end() {
        for size in [1, 2, 3, 100] {
            let lines = |stream: &str| lines(Parts(stream.as_bytes(), size), 9);
            assert_eq!(lines(""), text(&[]));
            assert_eq!(lines("a\nb\r\nc"), text(&["a", "b", "c"]));
            assert_eq!(lines("a\n\n\r\n"), text(&["a", "", ""]));
            assert_eq!(lines("a\rb\n\rc"), text(&["a\rb", "\rc"]));
        }
    }

    #[test]
    fn a_line_over_the_limit_stays_over_it_and_the_next_is_whole() {
        let long = "x".repeat(1000);
        for (size, end) in [(1, "\n"), (1, "\r\n"), (7, "\n"), (7, "\r\n"), (2000, "\n"), (2000, "\r\n")] {
            let lines = |stream: &str| lines(Parts(stream.as_bytes(), size), 4);
            assert_eq!(lines(&format!("1234{end}5678{end}")), text(&["1234", "5678"]));
            for over in ["12345", "1234\rx", &long] {
                let lines = lines(&format!("1234{end}{over}{end}b{end}{over}"));
                let lengths: Vec<usize> = lines.iter().map(|line| line.as_ref().unwrap().len().min(5)).collect();
                assert_eq!(lengths, [4, 5, 1, 5], "{size}, {over}");
            }
        }
    }

    #[test]
    fn of_a_line_over_the_limit_little_is_kept() {
        let mut stream = Lines::new(io::repeat(b'x').take(100 * 1024 * 1024).chain(&b"\nb"[..]), 1024 * 1024);
        let mut block = Block::default();
        for _ in 0..2 {
            stream.read(&mut block).unwrap();
            assert_eq!(block.lines().count(), 1);
            assert!(block.text.len() < 2 * 1024 * 1024, "{}", block.text.len());
        }
        assert_eq!(block.lines().next(), Some((2, &b"b"[..])));
    }

    #[test]
    fn an_error_comes_after_the_lines_before_it() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(ErrorKind::ConnectionReset.into())
            }
        }
        let mut expected = text(&["a", "b"]);
        expected.push(Err(ErrorKind::ConnectionReset));
        assert_eq!(lines((&b"a\nb\nhalf a l"[..]).chain(Broken), 9), expected);
        assert_eq!(lines((&b"a\nb\n"[..]).chain(Broken), 9), expected);
    }

    #[test]
    fn a_complete_line_is_read_without_waiting_for_more() {
        let mut stream = Lines::new((&b"a\nb\n"[..]).chain(&b"c"[..]).chain(&b"\nd\n"[..]), 9);
        let mut block = Block::default();
        let sizes = [(); 3].map(|()| {
            stream.read(&mut block).unwrap();
            block.lines().count()
        });
        assert_eq!(sizes, [2, 2, 0]);
    }

    #[test]
    fn blocks_are_bounded() {
        let text = "12345678\n".repeat(1_000_000);
        let (mut stream, mut block, mut count) = (Lines::new(text.as_bytes(), 9), Block::default(), 0);
        loop {
            stream.read(&mut block).unwrap();
            if block.is_empty() {
                break;
            }
            assert!(block.text.len() < READ_BYTES + 9);
            count += block.lines().count();
        }
        assert_eq!(count, 1_000_000);
    }
}
