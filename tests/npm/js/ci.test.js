/** `action.yml`, `.pre-commit-hooks.yaml` and the workflows run the packed command and the tasks that there are. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { parse } from "yaml";

import { CONSUMER, REPOSITORY } from "./paths.js";

const load = (path) => parse(readFileSync(join(REPOSITORY, path), "utf8"));
const { version } = JSON.parse(readFileSync(join(REPOSITORY, "pkg/package.json"), "utf8"));

/** In the project that has the package, npx runs that instead of the registry's. */
const FOLDER = join(CONSUMER, "requests");
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
writeFileSync(join(FOLDER, "good.json"), '{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}');
writeFileSync(join(FOLDER, "bad one.json"), '{"amount": 0, "currency": "clp", "ui_mode": "embedded"}');

function shell(script, env = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", script], {
    cwd: CONSUMER,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_offline: "true", ...env },
  });
  return { status, stdout, stderr };
}

test("the action checks the files of its patterns", () => {
  const { inputs, runs } = load("action.yml");
  const [{ run, env }] = runs.steps;
  assert.equal(inputs.version.default, version);
  const act = (given) => {
    const values = Object.entries(env).map(([name, value]) => {
      const [, input] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value);
      return [name, given[input] ?? inputs[input].default];
    });
    return shell(run, Object.fromEntries(values));
  };
  const found = act({ files: "requests/*.json" });
  assert.deepEqual([found.status, found.stdout.split("\n").length], [1, 3], found.stderr);
  assert.match(found.stdout, /^::error file=requests\/bad one\.json,line=1,col=12,title=amount-positive \(amount\)::/);
  assert.equal(act({ files: "requests/good.json" }).status, 0);
  assert.equal(act({ files: "none/*.json" }).status, 2);
  assert.equal(act({ files: "requests/good.json", args: "--api v3" }).status, 2);
  // No input is a part of the script.
  assert.equal(act({ files: "requests/good.json", args: "; touch requests/owned; $(touch requests/owned)" }).status, 2);
  assert.ok(!existsSync(join(FOLDER, "owned")));
  act({ files: "requests/*.json", format: "sarif", output: "requests/report.sarif" });
  assert.equal(JSON.parse(readFileSync(join(FOLDER, "report.sarif"), "utf8")).runs[0].results.length, 2);
});

test("the hooks run the packed command", () => {
  const [check, fix] = load(".pre-commit-hooks.yaml");
  for (const { entry, language, files } of [check, fix]) {
    assert.ok(entry.includes(`fintoc-preflight@${version}`));
    assert.deepEqual([language, files], ["system", "^$"]);
  }
  assert.equal(shell(`${check.entry} requests/good.json`).status, 0);
  assert.equal(shell(`${check.entry} requests/good.json "requests/bad one.json"`).status, 1);
  assert.equal(shell(`${fix.entry} "requests/bad one.json"`).status, 1);
  assert.match(readFileSync(join(FOLDER, "bad one.json"), "utf8"), /"CLP"/);
});

test("the workflows call files and tasks of the repository", () => {
  const tasks = readFileSync(join(REPOSITORY, "xtask/src/main.rs"), "utf8");
  for (const name of readdirSync(join(REPOSITORY, ".github/workflows"))) {
    const { jobs, permissions } = load(`.github/workflows/${name}`);
    assert.deepEqual(permissions, { contents: "read" });
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    for (const run of runs) assert.match(run, /^(\.ci\/run|cargo xtask .+)$/);
    // The others run what takes too long for each change.
    const isForEveryChange = !["integrations.yml", "weekly.yml"].includes(name);
    if (isForEveryChange) assert.ok(runs.includes(".ci/run") && existsSync(join(REPOSITORY, ".ci/run")));
    for (const [, task] of runs.join("\n").matchAll(/cargo xtask (\w+)/g)) {
      assert.match(tasks, new RegExp(`^    ${task[0].toUpperCase()}${task.slice(1)}\\b`, "m"));
    }
  }
});

test("the index of the documentation leads to pages and headings that there are", () => {
  const slug = (heading) => heading.toLowerCase().replace(/[^\w\s-]/g, "").trim().replaceAll(" ", "-");
  for (const page of ["docs/README.md", "cli/README.md"]) {
    for (const [, link] of readFileSync(join(REPOSITORY, page), "utf8").matchAll(/\]\(([^)]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path, anchor] = link.split("#");
      const text = readFileSync(join(REPOSITORY, dirname(page), path), "utf8");
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading));
      if (anchor) assert.ok(headings.includes(anchor), link);
    }
  }
});
