//! `init`: writes a first request, and a test of it in the language of the project.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::args::InitArgs;
use crate::output::{TROUBLE, complain, stdout};
use crate::words;

/// A language: the files by which a project of it is known, the test, and the command that runs it.
struct Language {
    signs: &'static [&'static str],
    test: &'static str,
    content: &'static str,
    run: &'static str,
}

const REQUEST: (&str, &str) = ("checkout-request.json", include_str!("init/request.txt"));

/// The languages. The first one whose sign is in the folder is taken.
const LANGUAGES: [Language; 4] = [
    Language {
        signs: &["tsconfig.json"],
        test: "checkout-request.test.ts",
        content: include_str!("init/typescript.txt"),
        run: "npm install --save-dev fintoc-preflight && node --test checkout-request.test.ts",
    },
    Language {
        signs: &["package.json"],
        test: "checkout-request.test.mjs",
        content: include_str!("init/javascript.txt"),
        run: "npm install --save-dev fintoc-preflight && node --test checkout-request.test.mjs",
    },
    Language {
        signs: &["Cargo.toml"],
        test: "tests/checkout_request.rs",
        content: include_str!("init/rust.txt"),
        run: "cargo add --dev fintoc-preflight && cargo test --test checkout_request",
    },
    Language {
        signs: &["pyproject.toml", "requirements.txt", "setup.py"],
        test: "test_checkout_request.py",
        content: include_str!("init/python.txt"),
        run: "python3 test_checkout_request.py",
    },
];

pub(crate) fn run(args: &InitArgs) -> io::Result<ExitCode> {
    let language = LANGUAGES.iter().find(|language| language.signs.iter().any(|sign| Path::new(sign).exists()));
    let test = language.map(|language| (language.test, language.content));
    let files: Vec<(&str, &str)> = [REQUEST].into_iter().chain(test).collect();
    if let Some((name, _)) = files.iter().find(|(name, _)| Path::new(name).exists()) {
        complain(name, &"the file exists; nothing was written");
        return Ok(TROUBLE.into());
    }
    let mut out = stdout();
    for (name, content) in files {
        if let Err(error) = write_new(Path::new(name), content) {
            complain(name, &error);
            return Ok(TROUBLE.into());
        }
        writeln!(out, "{name}")?;
    }
    let run = language.map_or("fintoc-preflight checkout-request.json", |language| language.run);
    writeln!(out, "{}: {run}", words::try_it(args.language.locale()))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that does not exist.
fn write_new(path: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    File::create_new(path)?.write_all(content.as_bytes())
}
