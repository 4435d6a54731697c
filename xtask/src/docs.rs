//! `cargo xtask docs`: generates pages from the catalogue.

use anyhow::{Result, ensure};
use fintoc_preflight::Locale;
use xshell::Shell;

use crate::rules_page::rules_page;

const PAGES: [(&str, Locale); 2] = [("docs/rules.md", Locale::En), ("docs/rules.es.md", Locale::Es)];

pub(crate) fn write(shell: &Shell) -> Result<()> {
    for (path, locale) in PAGES {
        shell.write_file(path, rules_page(locale))?;
    }
    Ok(())
}

pub(crate) fn check(shell: &Shell) -> Result<()> {
    for (path, locale) in PAGES {
        let is_fresh = shell.read_file(path).is_ok_and(|page| page == rules_page(locale));
        ensure!(is_fresh, "{path} is stale: run `cargo xtask docs`");
    }
    Ok(())
}
