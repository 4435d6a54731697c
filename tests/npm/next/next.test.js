/** An app with the packed package, built by Next, prints the same in every runtime as in Node. */

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { EXPECTED } from "../js/expected.js";
import { NEWEST_NODE, VISIT } from "../js/paths.js";

const NEXT = "node_modules/next/dist/bin/next";
const OPTIONS = {
  cwd: fileURLToPath(new URL(".", import.meta.url)),
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
};

const run = promisify(execFile);

for (const bundler of ["turbopack", "webpack"]) {
  describe(bundler, () => {
    let server;
    let address;

    before(async () => {
      rmSync(new URL(".next", import.meta.url), { recursive: true, force: true });
      await run(process.execPath, [NEXT, "build", `--${bundler}`], OPTIONS);
      server = spawn(process.execPath, [NEXT, "start", "--hostname", "127.0.0.1", "--port", "0"], OPTIONS);
      address = await addressOf(server);
    });

    after(async () => {
      server.kill();
      await once(server, "exit");
    });

    const textOf = async (path) => {
      const response = await fetch(address + path);
      assert.equal(response.status, 200);
      return response.text();
    };

    for (const [name, path] of [
      ["a server component", "/"],
      ["a client component, rendered on the server", "/client"],
      ["a component of the edge runtime", "/edge"],
    ]) {
      test(name, async () => {
        const [, shown] = /<pre>(.*?)<\/pre>/s.exec(await textOf(path));
        assert.equal(shown, escaped(EXPECTED));
      });
    }

    test("a client component, in Chromium", async () => {
      const { stdout } = await run(NEWEST_NODE, [VISIT, `${address}/client`]);
      assert.equal(stdout.trimEnd(), EXPECTED);
    });

    test("a server route", async () => assert.equal(await textOf("/node"), EXPECTED));

    test("an edge route", async () => assert.equal(await textOf("/api/edge"), EXPECTED));

    // `next start` only emulates the edge runtime, and would compile the core; the real one refuses.
    test("edge functions have the core as a module", () => {
      const { functions } = JSON.parse(readFileSync(new URL(".next/server/middleware-manifest.json", import.meta.url)));
      const modules = Object.values(functions).map(({ wasm }) => wasm.length);
      assert.deepEqual(modules, [1, 1]);
    });
  });
}

/** Returns the address that a server prints. */
async function addressOf(server) {
  for await (const line of createInterface({ input: server.stdout })) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("the server has stopped");
}

/** Returns the text as React escapes it in a page. */
function escaped(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
