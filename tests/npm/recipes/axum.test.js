/** The recipe for axum. */

import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { REPOSITORY } from "../js/paths.js";
import { testJson } from "./json.js";

testJson("axum", {
  isStrict: true,
  prepare(folder) {
    const [, lines] = /^```toml\n(.*?)^```$/ms.exec(readFileSync(join(folder, "README.md"), "utf8"));
    appendFileSync(join(folder, "Cargo.toml"), `\n${lines.replaceAll("/path/to/the/clone", REPOSITORY)}`);
  },
  // Beside the copies, which are made anew.
  env: { CARGO_TARGET_DIR: join(REPOSITORY, "target/recipe-axum"), CARGO_PROFILE_DEV_DEBUG: "0", CARGO_TERM_QUIET: "true" },
});
