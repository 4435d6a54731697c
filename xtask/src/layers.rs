//! The check that the modules of the core import only downwards.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::Shell;

const SOURCE: &str = "src";

/// The layers of the core from the bottom up. A module is in the layer with the longest name that begins its own, and
/// imports from its layer and those below. docs/design.md draws the same.
const LAYERS: &[&str] = &[
    // Text
    "sort",
    "json",
    "formats",
    "timestamp",
    // What everything names
    "error_code",
    "version",
    // The parsed body, and the model
    "tape",
    "request",
    // The words of a verdict
    "report/level",
    "report/suggestion",
    "report/path",
    "report/violation_kind",
    "report/rule",
    "report/violation",
    "report/facts",
    "report/messages",
    "report",
    // The rules
    "rules/info",
    "rules/diagnostics",
    "rules/elsewhere",
    "rules/context",
    "rules",
    "rules/spanish",
    "rules/catalogue",
    // From text to report
    "options",
    "validate/assemble",
    "validate",
    "locate",
    // What is built on that
    "session",
    "webhook",
    "schema",
    "bindings",
    "lib",
];

/// Fails with every import of a module that is in a layer above.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let source = shell.current_dir().join(SOURCE);
    let modules = modules(&source, &source)?;
    let mut upward = BTreeSet::new();
    for (module, text) in &modules {
        let own = layer(module).with_context(|| format!("{SOURCE}/{module} is in no layer of xtask/src/layers.rs"))?;
        for imported in imports(module, text) {
            let known = known(&imported, &modules);
            if layer(known).is_some_and(|layer| layer > own) {
                upward.insert(format!("{module} imports {known}, which is in a layer above"));
            }
        }
    }
    ensure!(upward.is_empty(), "{}", upward.into_iter().collect::<Vec<_>>().join("\n"));
    Ok(())
}

/// The position of a module's layer.
fn layer(module: &str) -> Option<usize> {
    let is_in = |layer: &str| module.strip_prefix(layer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let layers = LAYERS.iter().enumerate().filter(|(_, layer)| is_in(layer));
    layers.max_by_key(|(_, layer)| layer.len()).map(|(position, _)| position)
}

/// Every module below a folder but those of tests, as its path without `.rs` or `/mod.rs`, with its text.
fn modules(folder: &Path, source: &Path) -> Result<Vec<(String, String)>> {
    let mut modules = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        if path.is_dir() {
            modules.extend(self::modules(&path, source)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            let name = path.strip_prefix(source)?.with_extension("");
            let name = name.to_str().context("a path is text")?.replace('\\', "/");
            let name = name.strip_suffix("/mod").unwrap_or(&name).to_owned();
            modules.push((name, fs::read_to_string(&path)?));
        }
    }
    Ok(modules)
}

/// The paths that a module names, as modules or what is in them. Tests may import anything.
fn imports(module: &str, text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    let mut imports = Vec::new();
    for (start, prefix) in code.match_indices("crate::").chain(code.match_indices("super::")) {
        let is_word = |character: char| character.is_alphanumeric() || character == '_';
        if code[..start].ends_with(|before: char| is_word(before) || before == ':') {
            continue;
        }
        let rest = &code[start..];
        let end = rest.find(|character: char| !is_word(character) && character != ':').unwrap_or(rest.len());
        let path = &rest[..end];
        let names = match rest[end..].strip_prefix('{').and_then(|list| list.split('}').next()) {
            Some(list) => list.split(',').map(|name| format!("{path}{}", name.trim())).collect(),
            None => vec![path.to_owned()],
        };
        let home = if prefix == "crate::" { "" } else { parent(module) };
        imports.extend(names.iter().filter_map(|name| resolve(home, name)));
    }
    imports
}

/// The module that `super` is in a module.
fn parent(module: &str) -> &str {
    module.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// A path from the root of the crate; `None` for one that leaves it.
fn resolve(home: &str, path: &str) -> Option<String> {
    let mut segments: Vec<&str> = home.split('/').filter(|segment| !segment.is_empty()).collect();
    for (index, segment) in path.split("::").enumerate() {
        match segment {
            "crate" => segments.clear(),
            "super" if index == 0 => {}
            "super" => drop(segments.pop()?),
            _ => segments.push(segment),
        }
    }
    Some(segments.join("/"))
}

/// The longest beginning of a path that is a module.
fn known<'p>(path: &'p str, modules: &[(String, String)]) -> &'p str {
    let mut rest = path;
    while !rest.is_empty() && !modules.iter().any(|(module, _)| module == rest) {
        rest = rest.rsplit_once('/').map_or("", |(parent, _)| parent);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_in_the_layer_with_the_longest_name() {
        let position = |name: &str| LAYERS.iter().position(|layer| *layer == name);
        assert_eq!(layer("rules/info"), position("rules/info"));
        assert_eq!(layer("rules/amount"), position("rules"));
        assert_eq!(layer("report/messages/en"), position("report/messages"));
        assert_eq!(layer("reports"), None);
    }

    #[test]
    fn imports_are_found_in_lists_and_in_code() {
        let text = "use crate::report::{Rule, path::Path};\nuse super::level::Level;\nfn f() { crate::sort::sort() }\n// crate::lib\n";
        assert_eq!(
            imports("report/rule", text),
            ["report/Rule", "report/path/Path", "sort/sort", "report/level/Level"]
        );
    }
}
