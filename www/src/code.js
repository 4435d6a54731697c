/** Generates code that sends a request. */

const KEY = "YOUR_TEST_SECRET_API_KEY";

/**
 * Returns a program, or a command for `curl`.
 *
 * @param {"curl" | "node" | "python" | "rust"} language
 * @param {string} text the request, as JSON text
 * @param {"v1" | "v2"} version
 */
export function codeFor(language, text, version) {
  return WRITERS[language](text.trim(), version);
}

const WRITERS = {
  curl: (text, version) => `curl --request POST "https://api.fintoc.com/${version}/checkout_sessions" \\
  --header "Authorization: ${KEY}" \\
  --header "Content-Type: application/json" \\
  --data-raw '${text.replaceAll("'", String.raw`'\''`)}'
`,
  node: (text, version) => `import { Fintoc } from "fintoc";
import { parse } from "fintoc-preflight";

const fintoc = new Fintoc("${KEY}");

const request = parse(${text}, { version: "${version}" });
const session = await fintoc.${version === "v2" ? "v2." : ""}checkoutSessions.create(request);
`,
  python: (text, version) => `import json

from fintoc import Fintoc

client = Fintoc("${KEY}")

request = json.loads(r"""${text}""")
session = client.${version === "v2" ? "v2." : ""}checkout_sessions.create(**request)
`,
  rust: (text, version) => `use fintoc_preflight::{Options, Version, validate_json};

let request = r###"${text}"###;
let options = Options { version: Version::${version.toUpperCase()}, ..Options::new(chrono::Utc::now().into()) };
let report = validate_json(request, &options);
assert!(report.is_valid(), "{report}");

let session = reqwest::Client::new()
    .post("https://api.fintoc.com/${version}/checkout_sessions")
    .header("Authorization", "${KEY}")
    .header("Content-Type", "application/json")
    .body(request)
    .send()
    .await?;
`,
};
