//! The README's commands print the output below them.

mod common;

use common::{command, output};

/// Returns the arguments of each `cargo run --`, and the output below it.
fn printed(page: &str) -> Vec<(&str, &str)> {
    page.split("```console\n$ cargo run -- ")
        .skip(1)
        .map(|rest| rest.split_once("\n```").unwrap().0.split_once('\n').unwrap())
        .collect()
}

#[test]
fn the_output_in_the_readme_is_printed() {
    let page = std::fs::read_to_string("../README.md").unwrap();
    let printed = printed(&page);
    assert!(printed.len() >= 2);
    for (args, expected) in printed {
        let run = output(command().current_dir("..").args(args.split(' ')));
        assert_eq!(run.stdout.trim_end(), expected, "{args}");
    }
}
