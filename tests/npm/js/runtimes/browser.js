/** Chromium or Firefox: each entry in its own page, with and without a content security policy. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import { build } from "esbuild";

import { launchBrowser } from "../browsers.js";
import { CASES, CONSUMER, SESSIONS, WEBHOOKS } from "../paths.js";
import { summary } from "../consumer/harness.js";

const STRICT = "default-src 'self'";
const WITH_WASM = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const PAGES = [
  { name: "default", script: 'import * as api from "fintoc-preflight"; runPage(api);' },
  { name: "default after init()", script: 'import * as api from "fintoc-preflight"; runPage(api, { prepare: api.init, isRepeated: true });' },
  {
    name: "default under a policy for it",
    script: 'import * as api from "fintoc-preflight"; runPage(api, { isRepeated: true });',
    csp: WITH_WASM,
  },
  {
    name: "slim",
    script: 'import * as api from "fintoc-preflight/slim"; runPage(api, { prepare: () => api.init(fetch("/core.wasm")) });',
  },
  {
    name: "js under a strict policy",
    script: 'import * as api from "fintoc-preflight/js"; runPage(api);',
    csp: STRICT,
  },
  {
    name: "session under a policy for it",
    script: 'import * as api from "fintoc-preflight/session"; runSessionPage(api);',
    csp: WITH_WASM,
  },
  {
    name: "webhook under a strict policy",
    script: 'import * as api from "fintoc-preflight/webhook"; runWebhookPage(api);',
    csp: STRICT,
  },
];

/** Checks that the error of the default entry names the fix if WebAssembly is forbidden. */
const REFUSED = {
  csp: STRICT,
  script: `
    import { init, validate } from "fintoc-preflight";
    globalThis.result = init().then(String, () => { try { return validate({}); } catch (error) { return String(error); } });
  `,
};

const served = new Map([
  ["/cases.jsonl", { type: "text/plain", body: readFileSync(CASES) }],
  ["/sessions.jsonl", { type: "text/plain", body: readFileSync(SESSIONS) }],
  ["/webhooks.jsonl", { type: "text/plain", body: readFileSync(WEBHOOKS) }],
  // With a type that `compileStreaming` rejects.
  [
    "/core.wasm",
    { type: "text/plain", body: readFileSync(join(CONSUMER, "node_modules/fintoc-preflight/dist/core-small.wasm")) },
  ],
]);
for (const [index, page] of [...PAGES, REFUSED].entries()) await addPage(index, page);

const server = createServer(({ url }, response) => {
  const file = served.get(url);
  if (!file) return response.writeHead(404).end();
  const policy = file.csp ? { "content-security-policy": file.csp } : {};
  return response.writeHead(200, { "content-type": file.type, ...policy }).end(file.body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await launchBrowser(process.argv[2]);
try {
  for (const [index, { name }] of PAGES.entries()) report(name, await resultOf(index));
  const message = await resultOf(PAGES.length);
  const isClear = /init\(\).*"fintoc-preflight\/js"/.test(message);
  report("default under a strict policy", isClear ? { passed: 1, failures: [] } : { passed: 0, failures: [message] });
} finally {
  await browser.close();
  server.close();
}

async function addPage(index, { script, csp }) {
  const { outputFiles } = await build({
    stdin: { contents: `import { runPage, runSessionPage, runWebhookPage } from "./page.js";\n${script}`, resolveDir: CONSUMER },
    bundle: true,
    write: false,
    format: "esm",
  });
  const html = `<!doctype html><meta charset="utf-8"><script type="module" src="/${index}.js"></script>`;
  served.set(`/${index}.html`, { type: "text/html", body: html, csp });
  served.set(`/${index}.js`, { type: "text/javascript", body: outputFiles[0].text });
}

async function resultOf(index) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/${index}.html`);
  await page.waitForFunction("globalThis.result !== undefined");
  const result = await page.evaluate("globalThis.result");
  await page.close();
  return result;
}

function report(name, result) {
  console.log(summary(name, result));
  if (result.failures.length > 0) process.exitCode = 1;
}
