/** The package is installed beside the projects and Vitest in one of them, so Vitest must resolve its import itself. */

export default { test: { server: { deps: { inline: ["fintoc-preflight"] } } } };
