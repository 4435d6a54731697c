//! The command's reader of lines, which must split as the whole text is split, whatever is read at once.
#![no_main]

#[path = "../../cli/src/lines.rs"]
mod lines;

use std::io::{self, Read};

use lines::{Block, Lines};

/// A reader that returns at most a number of bytes from each read.
struct Parts<'a>(&'a [u8], usize);

impl Read for Parts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.1.min(buffer.len());
        self.0.read(&mut buffer[..size])
    }
}

libfuzzer_sys::fuzz_target!(|input: (u8, u8, &[u8])| {
    let (size, limit, text) = (usize::from(input.0) + 1, usize::from(input.1 % 32), input.2);
    let mut stream = Lines::new(Parts(text, size), limit);
    let mut block = Block::default();
    let mut found: Vec<Vec<u8>> = Vec::new();
    loop {
        stream.read(&mut block).expect("no error");
        if block.is_empty() {
            break;
        }
        for (number, line) in block.lines() {
            found.push(line.to_vec());
            assert_eq!(number, found.len());
        }
    }
    let text = text.strip_suffix(b"\n").unwrap_or(text);
    let lines = text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let expected: Vec<&[u8]> = if input.2.is_empty() { Vec::new() } else { lines.collect() };
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        // A line over the limit is cut, and stays over it.
        assert!(expected.starts_with(found) && (found.len() == expected.len() || found.len() > limit));
    }
});
