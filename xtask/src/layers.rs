//! The check that the modules of the core and of the command import only downwards, and not in circles.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::Shell;

/// The layers of a crate from the bottom up. A module is in the layer with the longest name that begins its own, and
/// imports from its layer and those below.
type Layers = &'static [&'static str];

/// The layers of the core, as docs/design.md draws them.
const CORE: Layers = &[
    // Enums of strings
    "enums",
    // Text
    "sort",
    "json",
    "formats",
    "timestamp",
    "expires_at",
    // Terms that all layers use
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
    "rules/scope",
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
    "apply",
    // Features built on validation
    "session",
    "webhook",
    "schema",
    "bindings",
    "lib",
];

/// The layers of the command.
const COMMAND: Layers = &[
    "visible",
    "request",
    "summary",
    "args",
    "output",
    "files",
    "input",
    "lines",
    "progress",
    "words",
    "excerpt",
    "fix",
    "diff",
    "replace",
    "findings",
    "text",
    "github",
    "junit",
    "sarif",
    "checker",
    "fixer",
    "ndjson",
    "check",
    "catalogue",
    "init",
    "main",
];

/// Fails with every import of a module that is in a layer above, and with the modules that import each other in
/// circles.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let mut faults = BTreeSet::new();
    for (source, layers) in [("src", CORE), ("cli/src", COMMAND)] {
        let folder = shell.current_dir().join(source);
        let imports = imports_by_module(&modules(&folder, &folder)?);
        for (module, imported) in &imports {
            let own = layer(module, layers)
                .with_context(|| format!("{source}/{module} is in no layer of xtask/src/layers.rs"))?;
            let above = imported.iter().filter(|imported| layer(imported, layers).is_some_and(|layer| layer > own));
            faults.extend(above.map(|above| format!("{source}/{module} imports {above}, which is in a layer above")));
        }
        let circles = in_circles(imports);
        if !circles.is_empty() {
            faults.insert(format!("these modules of {source} import each other in circles: {}", circles.join(", ")));
        }
    }
    ensure!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
    Ok(())
}

/// The other modules that each module imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

fn imports_by_module(modules: &[(String, String)]) -> Imports {
    let of = |(module, text): &(String, String)| {
        let imported =
            imports(module, text).iter().map(|path| known(path, modules).to_owned()).collect::<BTreeSet<_>>();
        (module.clone(), imported.into_iter().filter(|imported| imported != module).collect())
    };
    modules.iter().map(of).collect()
}

/// The modules that are in a circle of imports or between two: those left after repeatedly taking away each module that
/// imports no other that is left, or that no other imports.
fn in_circles(mut left: Imports) -> Vec<String> {
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        for imports in left.values_mut() {
            imports.retain(|module| names.contains(module));
        }
        let imported: BTreeSet<String> = left.values().flatten().cloned().collect();
        left.retain(|module, imports| !imports.is_empty() && imported.contains(module));
        if left.len() == names.len() {
            return names.into_iter().collect();
        }
    }
}

/// The position of a module's layer.
fn layer(module: &str, layers: Layers) -> Option<usize> {
    let is_in = |layer: &str| module.strip_prefix(layer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let layers = layers.iter().enumerate().filter(|(_, layer)| is_in(layer));
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
        let position = |name: &str| CORE.iter().position(|layer| *layer == name);
        assert_eq!(layer("rules/info", CORE), position("rules/info"));
        assert_eq!(layer("rules/amount", CORE), position("rules"));
        assert_eq!(layer("report/messages/en", CORE), position("report/messages"));
        assert_eq!(layer("reports", CORE), None);
    }

    #[test]
    fn imports_are_found_in_lists_and_in_code() {
        let text = "use crate::report::{Rule, path::Path};\nuse super::level::Level;\nfn f() { crate::sort::sort() }\n// crate::lib\n";
        assert_eq!(
            imports("report/rule", text),
            ["report/Rule", "report/path/Path", "sort/sort", "report/level/Level"]
        );
    }

    #[test]
    fn a_circle_is_found_with_nothing_above_or_below_it() {
        let modules = |texts: &[(&str, &str)]| {
            texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Vec<_>>()
        };
        let mut texts =
            vec![("top", "use crate::a;"), ("a", "use crate::b::B;"), ("b", "use crate::low;"), ("low", "")];
        assert_eq!(in_circles(imports_by_module(&modules(&texts))), [""; 0]);
        texts[2].1 = "use crate::{a, low};";
        assert_eq!(in_circles(imports_by_module(&modules(&texts))), ["a", "b"]);
    }
}
