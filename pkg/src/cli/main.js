#!/usr/bin/env node
/** `npx fintoc-preflight request.json`: the Rust command's check of requests, in JavaScript. */

import { once } from "node:events";
import { isatty } from "node:tty";

import { HELP, readArguments } from "./arguments.js";
import { check } from "./check.js";
import { init } from "./init.js";
import { readMockArguments, runMock } from "./mock.js";
import { visible } from "./text.js";

/** The exit code for a wrong argument, or a file that cannot be read or written. */
const TROUBLE = 2;

/** The exit code when the reader of the output has closed it: 128 + SIGPIPE, as shells report it. */
const BROKEN_PIPE = 141;

/** The exit code if the output cannot be written. */
let broken;

process.stdout.on("error", (error) => {
  broken ??= error.code === "EPIPE" ? BROKEN_PIPE : complain("<stdout>", error);
  process.exitCode = broken;
});

process.exitCode = await run(process.argv.slice(2));

async function run(args) {
  let settings;
  try {
    settings = args[0] === "mock" ? readMockArguments(args.slice(1)) : readArguments(args);
  } catch (error) {
    process.stderr.write(`error: ${visible(error.message)}\n\nFor more information, try '--help'.\n`);
    return TROUBLE;
  }
  if (settings.print) return print(`${settings.print}\n`);
  if (settings.init) return init(settings.init, { out: print, complain }) ? 0 : TROUBLE;
  if (settings.port !== undefined) return serve(settings);
  if (settings.files.length === 0 && isatty(0)) {
    process.stderr.write(`${HELP}\n`);
    return TROUBLE;
  }
  if (settings.files.length === 0) settings.files = ["-"];
  return checkAll(settings);
}

/** Starts the mock, which keeps the process alive. */
async function serve(settings) {
  try {
    await runMock(settings, print);
    return 0;
  } catch (error) {
    return complain("mock", error);
  }
}

/** Checks all files, and returns the exit code. */
async function checkAll(settings) {
  let trouble = 0;
  const streams = {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    complain: (name, error) => (trouble = complain(name, error)),
    async ready() {
      if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
      if (broken !== undefined) throw new Error("the output was closed");
    },
  };
  try {
    const isGood = await check(settings, streams);
    return broken ?? (trouble || (isGood ? 0 : 1));
  } catch (error) {
    if (broken !== undefined) return broken;
    throw error;
  }
}

function print(text) {
  process.stdout.write(text);
  return 0;
}

function complain(name, error) {
  process.stderr.write(`fintoc-preflight: ${name}: ${visible(error.message)}\n`);
  return TROUBLE;
}
