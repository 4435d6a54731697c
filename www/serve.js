/** Serves a folder on this machine alone, under the strictest policy that the playground runs with, and opens it. */

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";

const USUAL_PORT = 4173;

/** @returns {Promise<{ url: string, close(): void }>} */
export async function serve(/** @type {string} */ folder, port = 0) {
  const server = createServer(async ({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    // The folder holds files alone.
    const file = /^[\w.-]+$/.test(name) && (await readFile(join(folder, name)).catch(() => undefined));
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": TYPES[extname(name)], "content-security-policy": POLICY }).end(file);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Opens an address as the machine does; where it cannot, the address that was printed is enough. */
function open(url) {
  const [program, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start"] }[process.platform] ?? ["xdg-open"];
  spawn(program, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/** Serves a folder at the usual port, or at any other where a program has taken that. A `PORT` that is set is kept to. */
async function serveSomewhere(folder) {
  const { PORT } = process.env;
  try {
    return await serve(folder, Number(PORT ?? USUAL_PORT));
  } catch (error) {
    if (error.code !== "EADDRINUSE" || PORT !== undefined) throw error;
    console.log(`Another program has taken port ${USUAL_PORT}.`);
    return serve(folder);
  }
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const { url } = await serveSomewhere(process.argv[2]);
  console.log(`The playground is at ${url}`);
  open(url);
}
