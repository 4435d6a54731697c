//! Turns what rustc makes of the binding into a WebAssembly module, as the command `wasm-bindgen` would.
//!
//! A program apart from xtask, because the library takes minutes to build, and only `cargo xtask build` needs it.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let input = arguments.next().context("the module that rustc has made")?;
    let folder = arguments.next().context("the folder to write to")?;
    Bindgen::new().input_path(input).bundler(true)?.typescript(false).remove_producers_section(true).generate(folder)
}
