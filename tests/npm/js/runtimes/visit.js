/** Opens an address, or the page in a folder, in Chromium, and prints the first line that the page logs. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";

import { launchBrowser } from "../browsers.js";

const TYPES = { ".html": "text/html", ".js": "text/javascript" };

const [where] = process.argv.slice(2);
const server = createServer(async ({ url }, response) => {
  const file = join(where, url === "/" ? "index.html" : url);
  const body = await readFile(file).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await launchBrowser("chromium");
try {
  const page = await browser.newPage();
  const logged = new Promise((resolve, reject) => {
    page.on("console", (message) => message.type() === "log" && resolve(message.text()));
    page.on("pageerror", reject);
  });
  const opened = page.goto(URL.canParse(where) ? where : `http://127.0.0.1:${server.address().port}/`);
  console.log((await Promise.all([logged, opened]))[0]);
} finally {
  await browser.close();
  server.close();
}
