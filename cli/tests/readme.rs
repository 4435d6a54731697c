//! The commands of the READMEs print the output below them.

mod common;

use std::fs;

use common::{command, output};

/// Returns the arguments of each `cargo run --`, and the output below it.
fn printed(page: &str) -> Vec<(&str, &str)> {
    page.split("```console\n$ cargo run -- ")
        .skip(1)
        .map(|rest| rest.split_once("\n```").unwrap().0.split_once('\n').unwrap())
        .collect()
}

#[test]
fn the_output_in_the_readmes_is_printed() {
    for path in ["../README.md", "../README.es.md"] {
        let page = fs::read_to_string(path).unwrap();
        let printed = printed(&page);
        assert!(printed.len() >= 2, "{path}");
        for (args, expected) in printed {
            let run = output(command().current_dir("..").args(args.split(' ')));
            assert_eq!(run.stdout.trim_end(), expected, "{path}: {args}");
        }
    }
}
