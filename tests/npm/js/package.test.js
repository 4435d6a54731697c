/** The contents of the package, and its behaviour when it is imported and bundled. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

import { encode } from "../../../pkg/src/inline.js";
import { BUILT, CONSUMER, REPOSITORY, packageFolder } from "./paths.js";
import { run } from "./program.js";

const PACKAGE = join(CONSUMER, "node_modules/fintoc-preflight");

const file = (name) => readFileSync(join(PACKAGE, name));
const manifest = JSON.parse(file("package.json"));

/** Bundles a program that uses the package with esbuild. */
async function bundle(contents, options) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: CONSUMER },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    ...options,
  });
  return outputFiles[0].text;
}

test("the package contains the built files, and nothing else", () => {
  assert.deepEqual(readdirSync(PACKAGE).sort(), ["LICENSE-APACHE", "LICENSE-MIT", "README.es.md", "README.md", "dist", "package.json"]);
  assert.deepEqual(readdirSync(join(PACKAGE, "dist")).sort(), [
    "SHA256SUMS",
    "browser.cjs",
    "browser.js",
    "catalogue.cjs",
    "catalogue.js",
    "cli.js",
    "client-browser.cjs",
    "client-browser.js",
    "client-edge-light.js",
    "client-workerd.js",
    "client.cjs",
    "client.d.cts",
    "client.d.ts",
    "client.js",
    "core-small.wasm",
    "core.wasm",
    "edge-light.js",
    "fixtures.cjs",
    "fixtures.d.cts",
    "fixtures.d.ts",
    "fixtures.js",
    "form-browser.cjs",
    "form-browser.js",
    "form-core.cjs",
    "form-core.d.cts",
    "form-core.d.ts",
    "form-core.js",
    "form-js.cjs",
    "form-js.js",
    "form-tools.cjs",
    "form-tools.js",
    "form.cjs",
    "form.d.cts",
    "form.d.ts",
    "form.js",
    "index.cjs",
    "index.d.cts",
    "index.d.ts",
    "index.js",
    "inlined-core-small.cjs",
    "inlined-core-small.js",
    "inlined-core.cjs",
    "inlined-core.js",
    "inlined-session.cjs",
    "inlined-session.js",
    "jest.cjs",
    "jest.d.cts",
    "jest.d.ts",
    "jest.js",
    "js.cjs",
    "js.d.cts",
    "js.d.ts",
    "js.js",
    "matchers.d.cts",
    "matchers.d.ts",
    "react-browser.cjs",
    "react-browser.js",
    "react-core.cjs",
    "react-core.d.cts",
    "react-core.d.ts",
    "react-core.js",
    "react.cjs",
    "react.d.cts",
    "react.d.ts",
    "react.js",
    "schema",
    "schema.cjs",
    "schema.js",
    "script-core.cjs",
    "script-core.js",
    "session-edge-light.js",
    "session-workerd.js",
    "session.cjs",
    "session.d.cts",
    "session.d.ts",
    "session.js",
    "session.wasm",
    "shared.cjs",
    "shared.js",
    "slim.cjs",
    "slim.d.cts",
    "slim.d.ts",
    "slim.js",
    "vitest.cjs",
    "vitest.d.cts",
    "vitest.d.ts",
    "vitest.js",
    "wasm.d.cts",
    "wasm.d.ts",
    "webhook-node.cjs",
    "webhook-node.js",
    "webhook.cjs",
    "webhook.d.cts",
    "webhook.d.ts",
    "webhook.js",
    "workerd.js",
  ]);
  const schemas = ["openapi.json"];
  for (const version of ["v1", "v2"]) {
    for (const target of ["draft-07", "draft-2020-12", "openapi-3.0"]) schemas.push(`${version}.${target}.json`);
  }
  assert.deepEqual(readdirSync(join(PACKAGE, "dist/schema")).sort(), schemas);
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.optionalDependencies, undefined);
  // Nothing runs when it is installed.
  assert.equal(manifest.scripts, undefined);
  assert.ok(!readdirSync(PACKAGE).includes("binding.gyp"));
});

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: PACKAGE, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, manifest)),
    [],
  );
});

test("every resolver finds the types of every entry", () => {
  const attw = join(packageFolder("@arethetypeswrong/cli", import.meta.url), "dist/index.js");
  // It finds the entries by itself, but not those of a pattern.
  const schemas = readdirSync(join(PACKAGE, "dist/schema")).map((name) => `schema/${name}`);
  const format = ["--no-emoji", "--no-color", "--format", "ascii"];
  const args = ["fintoc-preflight.tgz", "--profile", "node16", "--include-entrypoints", ...schemas, ...format];
  const { status, stdout, stderr } = spawnSync(process.execPath, [attw, ...args], { cwd: BUILT, encoding: "utf8" });
  assert.equal(status, 0, stdout + stderr);
});

test("no file contains a path of the machine that built it", () => {
  const folders = [REPOSITORY, homedir(), "/root/", "/home/", "/Users/", ".cargo", ".rustup"];
  for (const name of readdirSync(join(PACKAGE, "dist"), { recursive: true }).filter((name) => name.includes("."))) {
    const text = file(join("dist", name)).toString("latin1");
    for (const folder of folders) assert.ok(!text.includes(folder), `${name} names ${folder}`);
  }
});

test("each core imports nothing, and exports what is called", () => {
  const shared = ["input", "memory", "output", "output_length", "refuse"];
  const ofRequests = ["locate", "rule_index", "validate"];
  const ofAnswers = ["compare", "read_event", "read_session"];
  const own = { core: ofRequests, "core-small": ofRequests, session: ofAnswers };
  for (const [name, exports] of Object.entries(own)) {
    const module = new WebAssembly.Module(file(`dist/${name}.wasm`));
    assert.deepEqual(WebAssembly.Module.imports(module), []);
    assert.deepEqual(WebAssembly.Module.exports(module).map(({ name }) => name).sort(), [...shared, ...exports].sort());
  }
});

test("the slim entry throws without a core, and accepts one in every form", () => {
  const output = run(`
    import { readFileSync } from "node:fs";
    import { init, validate } from "fintoc-preflight/slim";
    const print = (error) => console.log(error.message);
    const bytes = readFileSync("node_modules/fintoc-preflight/dist/core.wasm");
    try { validate({}); } catch (error) { print(error); }
    await init().catch(print);
    await init("core.wasm").catch(print);
    await init(new Response("", { status: 404 })).catch(print);
    const forms = [bytes, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), new WebAssembly.Module(bytes),
      new Response(bytes), Promise.resolve(new Response(bytes))];
    for (const form of forms) {
      await init(form);
      console.log(validate({}).valid);
    }
  `).split("\n");
  assert.match(output[0], /call `await init\(core\)` before/);
  assert.match(output[1], /init\(\) takes core\.wasm as/);
  assert.equal(output[2], output[1]);
  assert.match(output[3], /status 404/);
  assert.deepEqual(output.slice(4), ["false", "false", "false", "false", "false", ""]);
});

test("a program that does not use the catalogue does not contain it", async () => {
  const when = JSON.parse(readFileSync(join(BUILT, "catalogue.json"), "utf8"))[0].when;
  const validating = await bundle('import { validate } from "fintoc-preflight"; console.log(validate({}).valid);');
  assert.equal(run(validating), "false\n");
  assert.ok(!validating.includes(when));
  const explaining = await bundle('import { explain } from "fintoc-preflight"; console.log(explain("enum"));');
  assert.ok(explaining.includes(when));
});

/** A part of an inlined core that is written alike in every kind of string. */
const partOf = (name) => /[^\\$`]{200}/.exec(encode(file(`dist/${name}.wasm`)))[0];

test("pages take the core for pages, once, and servers the other", async () => {
  const program = `
    import { validate } from "fintoc-preflight";
    import { bindForm } from "fintoc-preflight/form";
    console.log(validate({}).valid, typeof bindForm);
  `;
  for (const [platform, own, other] of [
    ["browser", "core-small", "core"],
    ["node", "core", "core-small"],
  ]) {
    for (const format of ["esm", "cjs"]) {
      const asked = format === "esm" ? program : program.replace(/import (.*) from (.*);/g, "const $1 = require($2);");
      const bundled = await bundle(asked, { platform, format });
      assert.equal(bundled.split(partOf(own)).length, 2);
      assert.ok(!bundled.includes(partOf(other)));
      assert.equal(run(format === "esm" ? bundled : `new Function(${JSON.stringify(bundled)})()`), "false function\n");
    }
  }
});

test("a program carries no core that it does not use", async () => {
  const programs = [
    'import { readForm } from "fintoc-preflight/form"; console.log(readForm([]).request);',
    'import { explain } from "fintoc-preflight"; console.log(explain("enum").level);',
    'import { PreflightError } from "fintoc-preflight"; console.log(PreflightError.name);',
    'import { jsonSchema } from "fintoc-preflight"; console.log(jsonSchema().title);',
    'import { PreflightError } from "fintoc-preflight/session"; console.log(PreflightError.name);',
    ...["js", "slim"].map(
      (other) => `
        import { validate } from "fintoc-preflight/${other}";
        import { bindForm, formSchema } from "fintoc-preflight/form/core";
        import { useCheckoutForm } from "fintoc-preflight/react/core";
        console.log(validate, bindForm, formSchema, useCheckoutForm);
      `,
    ),
  ];
  for (const program of programs) {
    for (const platform of ["browser", "node"]) {
      const bundled = await bundle(program, { platform, external: ["react"] });
      for (const core of ["core", "core-small", "session"]) assert.ok(!bundled.includes(partOf(core)), `${core}: ${program}`);
    }
  }
});

test("React Native takes the entries without WebAssembly", async () => {
  const program = `
    import { validate } from "fintoc-preflight";
    import { formSchema } from "fintoc-preflight/form";
    const schema = formSchema({ locale: "es-CL", defaults: { ui_mode: "embedded" } });
    console.log(validate({}).valid, schema["~standard"].validate({ amount: "$350.000", currency: "CLP" }).value.amount);
  `;
  for (const format of ["esm", "cjs"]) {
    const asked = format === "esm" ? program : program.replace(/import (.*) from (.*);/g, "const $1 = require($2);");
    const bundled = await bundle(asked, { conditions: ["react-native"], format });
    for (const core of ["core", "core-small", "session"]) assert.ok(!bundled.includes(partOf(core)), core);
    const isolated = `delete globalThis.WebAssembly; new Function(${JSON.stringify(bundled)})()`;
    assert.equal(run(isolated), "false 350000\n");
  }
});

test("a program that only checks a RUT is small", async () => {
  const checking = 'import { isRut } from "fintoc-preflight/form"; console.log(isRut("12.345.678-5"));';
  const bytes = (await bundle(checking)).length;
  assert.ok(bytes < 4000, `a program that only checks a RUT takes ${bytes} bytes`);
});

test("each module has its hash", () => {
  const sums = file("dist/SHA256SUMS").toString().trimEnd().split("\n");
  const expected = ["core.wasm", "core-small.wasm", "session.wasm"].map(
    (name) => `${createHash("sha256").update(file(`dist/${name}`)).digest("hex")}  ${name}`,
  );
  assert.deepEqual(sums, expected);
});

test("a program that only validates contains no schema; the schema files can be imported", async () => {
  const comment = "Made by fintoc-preflight";
  const validating = await bundle('import { parse } from "fintoc-preflight"; console.log(parse({}));');
  assert.ok(!validating.includes(comment));
  for (const use of ["jsonSchema()", "checkoutSession"]) {
    const name = use.replace("()", "");
    assert.ok((await bundle(`import { ${name} } from "fintoc-preflight"; console.log(${use});`)).includes(comment));
  }
  const program = 'import schema from "fintoc-preflight/schema/v2.draft-07.json"; console.log(schema.title);';
  assert.equal(run(await bundle(program)), "CheckoutSessionRequest\n");
});

test("bundlers resolve the entry of the edge runtime, and its module", async () => {
  const bytes = file("dist/core.wasm").toString("base64");
  const module = {
    name: "module",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /core\.wasm\?module$/ }, ({ path }) => ({ path, namespace: "module" }));
      onLoad({ filter: /.*/, namespace: "module" }, () => ({
        contents: `export default new WebAssembly.Module(Buffer.from("${bytes}", "base64"));`,
      }));
    },
  };
  const program = 'import { init, validate } from "fintoc-preflight"; await init(); console.log(validate({}).valid);';
  assert.equal(run(await bundle(program, { conditions: ["edge-light"], plugins: [module] })), "false\n");
});

test("no lock file names a registry", () => {
  const names = execFileSync("git", ["ls-files", "*package-lock.json"], { cwd: REPOSITORY, encoding: "utf8" });
  for (const name of names.trim().split("\n")) {
    const lock = readFileSync(join(REPOSITORY, name), "utf8");
    assert.deepEqual(lock.match(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)\w+:[^"]*"/g), null);
  }
});

test("lock files hold the hash of everything that is installed, and manifests exact versions", () => {
  const tracked = (pattern) =>
    execFileSync("git", ["ls-files", pattern], { cwd: REPOSITORY, encoding: "utf8" }).trim().split("\n");
  const json = (name) => JSON.parse(readFileSync(join(REPOSITORY, name), "utf8"));
  for (const name of tracked("*package-lock.json")) {
    for (const [folder, entry] of Object.entries(json(name).packages)) {
      // Without an address: the project itself, a workspace, or the link to one.
      const isOwn = !folder.includes("node_modules/") || entry.link;
      assert.ok(isOwn || entry.inBundle || /^sha512-/.test(entry.integrity), `${name}: ${folder}`);
    }
  }
  for (const name of tracked("*package.json")) {
    const { dependencies, devDependencies } = json(name);
    for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(version, /^(file:.*|(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?)$/, `${name}: ${dependency}`);
    }
  }
});

/** The largest size of programs for pages, in bytes after gzip; the README has the sizes. */
const BUDGETS = [
  [65_300, 'import { validate } from "fintoc-preflight"; console.log(validate);'],
  [85_500, 'import { bindForm } from "fintoc-preflight/form"; console.log(bindForm);'],
  [27_300, 'import { validate } from "fintoc-preflight/slim"; import { bindForm } from "fintoc-preflight/form/core"; console.log(validate, bindForm);'],
  [106_300, 'import { validate } from "fintoc-preflight/js"; import { bindForm } from "fintoc-preflight/form/core"; console.log(validate, bindForm);'],
  [16_200, 'import { explain } from "fintoc-preflight"; console.log(explain);'],
  [9_600, 'import { jsonSchema } from "fintoc-preflight"; console.log(jsonSchema);'],
  [63_200, 'import { parseEvent } from "fintoc-preflight/session"; console.log(parseEvent);'],
];

/** The largest size of the packed package, in bytes: each core in three forms, for all that cannot take another. */
const PACKED = 1_035_000;

test("it is small", async () => {
  assert.ok(statSync(join(BUILT, "fintoc-preflight.tgz")).size <= PACKED);
  for (const [budget, program] of BUDGETS) {
    const size = gzipSync(await bundle(program, { platform: "browser" }), { level: 9 }).length;
    assert.ok(size <= budget, `${size} of ${budget} bytes: ${program}`);
  }
});
