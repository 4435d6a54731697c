//! Lines of a stream, a batch at a time, in bounded memory.

use std::io::{self, BufRead, BufReader, Read};

/// A batch is full when it holds this much.
const BATCH_BYTES: usize = 1024 * 1024;
const BATCH_LINES: usize = 4096;

/// Some lines that follow one another.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    text: Vec<u8>,
    /// Where each line ends in the text.
    ends: Vec<usize>,
}

impl Batch {
    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// The line at an index, without its end.
    pub(crate) fn line(&self, index: usize) -> &[u8] {
        let end_of = |index: usize| self.ends.get(index).copied().unwrap_or_default();
        let start = index.checked_sub(1).map_or(0, end_of);
        self.text.get(start..end_of(index)).unwrap_or_default()
    }

    const fn is_full(&self) -> bool {
        self.text.len() >= BATCH_BYTES || self.ends.len() >= BATCH_LINES
    }
}

/// Reads lines in batches. Of a line that is longer than the limit, only so much is kept that it can be seen to be.
pub(crate) struct Batches<R> {
    reader: BufReader<R>,
    limit: usize,
    /// Why there are no more lines, once they have been handed out.
    end: Option<io::Result<()>>,
}

impl<R: Read> Batches<R> {
    pub(crate) fn new(reader: R, limit: usize) -> Self {
        Self { reader: BufReader::with_capacity(256 * 1024, reader), limit, end: None }
    }

    /// Reads a line into the batch; false when there is none.
    fn read_line(&mut self, batch: &mut Batch) -> io::Result<bool> {
        // A line as long as the limit, and its end: CR LF.
        let most = u64::try_from(self.limit).unwrap_or(u64::MAX).saturating_add(2);
        let start = batch.text.len();
        let read = (&mut self.reader).take(most).read_until(b'\n', &mut batch.text);
        let read = read.inspect_err(|_| batch.text.truncate(start))?;
        if batch.text.ends_with(b"\n") {
            batch.text.pop();
            if batch.text.len() > start && batch.text.ends_with(b"\r") {
                batch.text.pop();
            }
        } else if u64::try_from(read).is_ok_and(|read| read == most) {
            self.reader.skip_until(b'\n').inspect_err(|_| batch.text.truncate(start))?;
        }
        batch.ends.extend((read > 0).then_some(batch.text.len()));
        Ok(read > 0)
    }
}

impl<R: Read> Iterator for Batches<R> {
    type Item = io::Result<Batch>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut batch = Batch::default();
        while self.end.is_none() && !batch.is_full() {
            // What has arrived is not kept waiting for what has not.
            if batch.len() > 0 && self.reader.buffer().is_empty() {
                break;
            }
            match self.read_line(&mut batch) {
                Ok(true) => {}
                Ok(false) => self.end = Some(Ok(())),
                Err(error) => self.end = Some(Err(error)),
            }
        }
        if batch.len() > 0 {
            return Some(Ok(batch));
        }
        match self.end.replace(Ok(())) {
            Some(Err(error)) => Some(Err(error)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every line of a stream, however it is cut into batches.
    fn lines(reader: impl Read, limit: usize) -> Vec<Result<String, io::ErrorKind>> {
        let of_batch = |batch: io::Result<Batch>| match batch {
            Ok(batch) => (0..batch.len()).map(|index| Ok(String::from_utf8_lossy(batch.line(index)).into())).collect(),
            Err(error) => vec![Err(error.kind())],
        };
        Batches::new(reader, limit).flat_map(of_batch).collect()
    }

    fn text(lines: &[&str]) -> Vec<Result<String, io::ErrorKind>> {
        lines.iter().map(|line| Ok((*line).to_owned())).collect()
    }

    #[test]
    fn a_line_ends_with_lf_or_cr_lf_and_the_last_needs_no_end() {
        assert_eq!(lines(&b""[..], 9), text(&[]));
        assert_eq!(lines(&b"a\nb\r\nc"[..], 9), text(&["a", "b", "c"]));
        assert_eq!(lines(&b"a\n\n\r\n"[..], 9), text(&["a", "", ""]));
        assert_eq!(lines(&b"a\rb\r"[..], 9), text(&["a\rb\r"]));
    }

    #[test]
    fn a_line_over_the_limit_is_cut_and_the_next_is_whole() {
        let long = "x".repeat(1000);
        for end in ["\n", "\r\n"] {
            assert_eq!(lines(format!("1234{end}{long}{end}b").as_bytes(), 4), text(&["1234", "xxxxxx", "b"]));
            assert_eq!(lines(format!("12345{end}b").as_bytes(), 4)[1..], text(&["b"]));
        }
        assert_eq!(lines(long.as_bytes(), 4), text(&["xxxxxx"]));
        assert_eq!(lines(&b"12345\r\n"[..], 4)[0].as_ref().map(String::len), Ok(6), "still over the limit");
    }

    #[test]
    fn an_error_comes_after_the_lines_before_it() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let mut expected = text(&["a", "b"]);
        expected.push(Err(io::ErrorKind::ConnectionReset));
        assert_eq!(lines((&b"a\nb\nhalf a l"[..]).chain(Broken), 9), expected);
        assert_eq!(lines((&b"a\nb\nmore than the limit"[..]).chain(Broken), 9), expected);
    }

    #[test]
    fn what_has_arrived_is_not_kept_waiting() {
        /// Hands out one part at each read, and counts them.
        struct Parts<'p>(std::slice::Iter<'p, &'static str>);
        impl Read for Parts<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let part = self.0.next().copied().unwrap_or_default();
                buffer[..part.len()].copy_from_slice(part.as_bytes());
                Ok(part.len())
            }
        }
        let parts = ["a\nb\n", "c", "\nd\n"];
        let sizes: Vec<usize> = Batches::new(Parts(parts.iter()), 9).map(|batch| batch.unwrap().len()).collect();
        assert_eq!(sizes, [2, 2]);
    }

    #[test]
    fn batches_are_bounded() {
        let stream = "12345678\n".repeat(1_000_000);
        let mut count = 0;
        for batch in Batches::new(stream.as_bytes(), 9) {
            let batch = batch.unwrap();
            assert!(batch.len() <= BATCH_LINES);
            count += batch.len();
        }
        assert_eq!(count, 1_000_000);
    }
}
