/** The recipe for axum. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { REPOSITORY } from "../js/paths.js";
import { testJson } from "./json.js";

/** The crates of the repository in place of those of the registry. */
const CONFIG = `[patch.crates-io]
fintoc-preflight = { path = ${JSON.stringify(REPOSITORY)} }
fintoc-preflight-tower = { path = ${JSON.stringify(join(REPOSITORY, "integrations/tower"))} }
`;

testJson("axum", {
  isStrict: true,
  prepare(folder) {
    mkdirSync(join(folder, ".cargo"));
    writeFileSync(join(folder, ".cargo/config.toml"), CONFIG);
  },
  env: { CARGO_TARGET_DIR: join(REPOSITORY, "target/recipe-axum"), CARGO_PROFILE_DEV_DEBUG: "0", CARGO_TERM_QUIET: "true" },
});
