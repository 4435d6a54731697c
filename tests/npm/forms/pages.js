/** The pages: each a program, bundled with the package as it is installed, in a document, and with a policy. */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { CONSUMER } from "../js/paths.js";

const PAGES = fileURLToPath(new URL("pages/", import.meta.url));

/** A content security policy that forbids WebAssembly, and one that allows it. */
const STRICT = "default-src 'self'";
const WITH_WASM = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const checkout = (more = "") => `import { start } from "./checkout.js"; start({ ${more} });`;

const PAGE = `<!doctype html>
<html lang="LANG">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pago</title>
<main>BODY</main>
<script type="module" src="SCRIPT"></script>`;

const FILES = {
  chile: { html: "checkout.html", lang: "es-CL", script: checkout(), csp: WITH_WASM },
  mexico: { html: "checkout.html", lang: "es-MX", script: checkout(), csp: WITH_WASM },
  english: { html: "checkout.html", lang: "en", script: checkout('timing: "submit"'), csp: WITH_WASM },
  strict: {
    html: "checkout.html",
    lang: "es-CL",
    script: `import { validate } from "fintoc-preflight/js"; ${checkout("validate").replace("./checkout.js", "./checkout-core.js")}`,
    csp: STRICT,
  },
  posting: { html: "checkout.html", lang: "es-CL", script: checkout("onSubmit: undefined") },
  large: { html: "large.html", lang: "es-CL", script: 'import "./large.js";' },
  "react-hook-form": { html: "app.html", lang: "es-CL", script: 'import "./react-hook-form.jsx";' },
  conform: { html: "app.html", lang: "es-CL", script: 'import "./conform.jsx";' },
  hook: { html: "app.html", lang: "es-CL", script: 'import "./hook.jsx";' },
  "tanstack-form": { html: "app.html", lang: "es-CL", script: 'import "./tanstack-form.jsx";' },
};

/** Adds a page, and returns its name. */
export function addPage(page) {
  const name = `page-${Object.keys(FILES).length}`;
  FILES[name] = page;
  return name;
}

const ELSEWHERE = { type: "text/html", body: "<!doctype html><title>Otra</title><p>Otra página" };

/** Serves the pages on this machine; `posted` is what forms have sent there. */
export async function servePages() {
  const posted = [];
  const server = createServer(async (request, response) => {
    if (request.url === "/action") return answer(request, response);
    if (request.method === "POST") posted.push(await textOf(request));
    const file = await fileAt(request.url);
    if (!file) return response.writeHead(404).end();
    const policy = file.csp ? { "content-security-policy": file.csp } : {};
    return response.writeHead(200, { "content-type": `${file.type}; charset=utf-8`, ...policy }).end(file.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, posted, close: () => server.close() };
}

/** Runs the server action, bundled as the pages are, so that it has the package as it is installed. */
async function answer(request, response) {
  const script = await bundle('export { checkout } from "./action.js";', { platform: "node" });
  const { checkout } = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
  const result = checkout(new URLSearchParams(await textOf(request)));
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result));
}

async function fileAt(url) {
  if (url === "/elsewhere" || url === "/posted") return ELSEWHERE;
  const name = url.slice(1).replace(/\.js$/, "");
  if (!Object.hasOwn(FILES, name)) return undefined;
  const { html, body, lang = "es-CL", script, csp } = FILES[name];
  if (url.endsWith(".js")) return { type: "text/javascript", body: await bundle(script) };
  const text = html ? readFileSync(join(PAGES, html), "utf8") : PAGE.replace("BODY", () => body);
  return { type: "text/html", body: text.replace("LANG", lang).replace("SCRIPT", `/${name}.js`), csp };
}

async function bundle(contents, options) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: PAGES },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    // The second folder has the React that the package leaves to the page.
    nodePaths: [join(CONSUMER, "node_modules"), fileURLToPath(new URL("node_modules", import.meta.url))],
    ...options,
  });
  return outputFiles[0].text;
}

async function textOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
