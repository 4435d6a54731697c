/** A recipe as its users run it: copied, installed and started by the commands of its README, with the mock as Fintoc. */

import assert from "node:assert/strict";
import { exec, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify, stripVTControlCharacters } from "node:util";

import { BUILT, CONSUMER, NEWEST_NODE, REPOSITORY, packageFolder } from "../js/paths.js";

/** The folder of the recipes. */
export const RECIPES = join(REPOSITORY, "docs/recipes");

/** Where recipes are copied to. Each is installed anew by its lock file, which is a second or two from npm's cache. */
const COPIES = join(REPOSITORY, "target/recipes");

/** The package that was packed here. */
export const TARBALL = join(BUILT, "fintoc-preflight.tgz");

/** What the commands of a recipe install or build. */
const INSTALLED = ["node_modules", ".venv", "target", ".wrangler", ".next", ".astro", "dist"];

/** Settings of npm and pip, which then print errors alone. */
const QUIET = {
  npm_config_audit: "false",
  npm_config_fund: "false",
  npm_config_ignore_scripts: "true",
  npm_config_loglevel: "error",
  PIP_DISABLE_PIP_VERSION_CHECK: "1",
};

/** In milliseconds: a command that has not printed its address by then is stopped. */
const DEADLINE = 5 * 60 * 1000;

/** The key of every test; no output may have it. */
const KEY = "sk_test_mock";

/** `PATH` with a Node.js that is new enough for wrangler and Astro: one that other tests have installed. */
export const NODE_PATH = `${newNode()}:${process.env.PATH}`;

function newNode() {
  try {
    return join(packageFolder("node-26", new URL("../../../integrations/worker/package.json", import.meta.url)), "bin");
  } catch {
    return dirname(NEWEST_NODE);
  }
}

/**
 * Returns the commands of a README: those to install, and each other with the first line that it prints.
 *
 * @param {string} readme
 */
export function commandsOf(readme) {
  const install = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, lines]) => lines.trimEnd().split("\n"));
  const shown = [...readme.matchAll(/^\$ (.*)\n(.*)$/gm)].map(([, command, printed]) => ({ command, printed }));
  const requests = shown.filter(({ command }) => command.startsWith("curl "));
  const [mock, server] = shown.filter((each) => !requests.includes(each));
  return { install, mock, server, requests };
}

/**
 * Copies a recipe, and installs it by the command of its README, with the package that was packed here.
 *
 * @param {string} name
 * @param {object} options
 * @param {Record<string, string>} [options.replacements] in the commands, of what is not published yet
 * @param {(folder: string) => void} [options.prepare] changes the copy before that
 * @param {Record<string, string>} [options.env]
 */
function install(name, { replacements = { "npm install fintoc-preflight": `npm install ${TARBALL}` }, prepare, env }) {
  const folder = join(COPIES, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(COPIES, { recursive: true });
  cpSync(join(RECIPES, name), folder, { recursive: true, filter: (path) => !INSTALLED.includes(basename(path)) });
  prepare?.(folder);
  const commands = commandsOf(readFileSync(join(folder, "README.md"), "utf8"));
  for (const command of commands.install) {
    const here = Object.entries(replacements).reduce((text, [from, to]) => text.replace(from, to), command);
    const stdio = ["ignore", "ignore", "inherit"];
    execFileSync("bash", ["-c", here], { cwd: folder, env: { ...process.env, ...QUIET, ...env }, stdio });
  }
  return { folder, commands };
}

/** Starts the mock, and reads the line that it writes for each request. */
async function startMock({ command }, cwd) {
  const mock = await start(`${command} --port 0`, { cwd, ready: /^mock: (http:\S+)$/ });
  const { lines } = mock;
  lines.length = 0;
  let count = 0;
  const get = (path) => fetch(mock.url + path, { headers: { authorization: KEY } });
  return {
    ...mock,
    /** Returns the lines of the requests to create a session since the last call. */
    async requests() {
      // A line is written after its answer. Once that of a later request is here, so are all before it.
      const last = `/last/${++count}`;
      await get(last);
      await mock.written(new RegExp(`^GET ${last} `));
      return lines.splice(0).filter((line) => line.startsWith("POST "));
    },
    session: async (id) => (await get(`/v2/checkout_sessions/${id}`)).json(),
  };
}

/**
 * Starts a command, and returns once it has printed the address in `ready`.
 *
 * @param {string} command
 * @param {{ cwd: string, ready: RegExp, env?: Record<string, string> }} options
 */
async function start(command, { cwd, ready, env }) {
  const child = spawn("bash", ["-c", command], { cwd, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise((resolve) => child.on("exit", resolve));
  const lines = [];
  let arrived = () => {};
  const stop = () => process.kill(-child.pid);
  const deadline = setTimeout(stop, DEADLINE);
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        arrived();
        const [, address] = ready.exec(line) ?? [];
        if (!address) return;
        clearTimeout(deadline);
        resolve(address);
      });
    }
    exited.then((code) => {
      clearTimeout(deadline);
      reject(new Error(`${command} has exited with ${code}:\n${lines.join("\n")}`));
    });
  });
  return {
    url,
    lines,
    /** Resolves once a line matches. */
    async written(pattern) {
      while (!lines.some((line) => pattern.test(line))) await new Promise((resolve) => (arrived = resolve));
    },
    stop() {
      stop();
      return exited;
    },
  };
}

/**
 * Installs a recipe, and starts the mock and the server as its README says, on free ports.
 *
 * @param {string} name
 * @param {object} [options]
 * @param {Record<string, string>} [options.replacements] in the commands to install
 * @param {(folder: string) => void} [options.prepare] changes the copy before that
 * @param {(command: string) => string} [options.localize] changes the command of the server
 * @param {RegExp} [options.ready] the line of the server with its address
 * @param {Record<string, string>} [options.env]
 */
export async function startRecipe(name, { localize = (command) => command, ready = /(http:\/\/\S+:\d+)/, ...options } = {}) {
  const { folder, commands } = install(name, options);
  const mock = await startMock(commands.mock, existsSync(join(folder, "node_modules/fintoc-preflight")) ? folder : CONSUMER);
  const command = localize(commands.server.command.replace("http://127.0.0.1:4010", mock.url));
  const server = await start(command, { cwd: folder, ready, env: { PORT: "0", ...options.env } }).catch(async (error) => {
    await mock.stop();
    throw error;
  });
  return {
    folder,
    mock,
    commands,
    url: server.url,
    /** What the server has printed. */
    output: () => server.lines.join("\n"),
    written: server.written,
    async stop() {
      await Promise.all([mock.stop(), server.stop()]);
      assert.ok(!server.lines.join("\n").includes(KEY), "the key was logged");
    },
  };
}

/** Returns a line without its ports, colours and columns. */
const withoutPort = (line) => stripVTControlCharacters(line).replaceAll(/:\d+\b/g, ":").replaceAll(/\s+/g, " ").trim();

/**
 * Runs the requests of a README, and compares what they and the server print with what is shown there, up to "…".
 *
 * @param {Awaited<ReturnType<typeof startRecipe>>} recipe
 */
export async function checkPrinted({ commands: { server, requests }, url, output }) {
  assert.ok(output().split("\n").some((line) => withoutPort(line).endsWith(withoutPort(server.printed))), output());
  for (const { command, printed } of requests) {
    const local = command.replaceAll(/localhost:\d+/g, new URL(url).host).replace(/^curl /, "curl --silent ");
    const { stdout } = await promisify(exec)(local);
    const [expected, rest] = printed.split("…");
    assert.ok(rest === undefined ? stdout.trimEnd() === expected : stdout.startsWith(expected), stdout);
  }
}
