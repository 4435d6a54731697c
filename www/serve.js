/** Serves a folder on 127.0.0.1 with a strict content security policy, and opens it in the browser. */

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { POLICY } from "./policy.js";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

const USUAL_PORT = 4173;

/**
 * Serves the files directly in a folder. Port 0 is any free port.
 *
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function serve(/** @type {string} */ folder, port = 0) {
  const server = createServer(async ({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    // No slashes: the folder has no subfolders, and no path leads out of it.
    const file = /^[\w.-]+$/.test(name) && (await readFile(join(folder, name)).catch(() => undefined));
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": TYPES[extname(name)], "content-security-policy": POLICY }).end(file);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Opens an address in the default browser. A failure is ignored, because the address is printed too. */
function open(url) {
  const [program, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start"] }[process.platform] ?? ["xdg-open"];
  spawn(program, [...args, url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/** Serves a folder at the port of `PORT`; without it, at the usual port, or at a free one if that is in use. */
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
