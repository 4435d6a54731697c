#!/usr/bin/env node
/** `npx fintoc-preflight request.json`: what the Rust command does for one request. */

import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import { isatty } from "node:tty";

import { validateJson } from "../entries/index.js";
import { MAX_BYTES } from "../serialize.js";
import { HELP, readArguments } from "./arguments.js";
import { formatReport, visible } from "./text.js";

/** The exit code of what could not be done: a file that cannot be read, a wrong argument. */
const TROUBLE = 2;

/** The exit code of a command whose reader went away; a shell says the same of one that the signal SIGPIPE ended. */
const BROKEN_PIPE = 141;

process.stdout.on("error", (error) => {
  process.exitCode = error.code === "EPIPE" ? BROKEN_PIPE : complain("<stdout>", error);
});

process.exitCode = await run(process.argv.slice(2));

async function run(args) {
  let settings;
  try {
    settings = readArguments(args);
  } catch (error) {
    process.stderr.write(`error: ${visible(error.message)}\n\nFor more information, try '--help'.\n`);
    return TROUBLE;
  }
  if (settings.print) return print(`${settings.print}\n`);
  if (settings.file === undefined && isatty(0)) {
    process.stderr.write(`${HELP}\n`);
    return TROUBLE;
  }
  return check(settings);
}

/** Judges one request, and returns the exit code. */
async function check({ file = "-", format, options }) {
  const name = file === "-" ? "<stdin>" : visible(file);
  let body;
  try {
    body = await readBody(file === "-" ? process.stdin : createReadStream(file));
  } catch (error) {
    return complain(name, error);
  }
  const report = validateJson(body, options);
  print(
    format === "json" ? `${JSON.stringify(report)}\n` : formatReport({ name, body, report, locale: options.locale }),
  );
  return report.valid ? 0 : 1;
}

/** A request: all of it, or some bytes more than the limit. */
async function readBody(stream) {
  const chunks = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function print(text) {
  process.stdout.write(text);
  return 0;
}

function complain(name, error) {
  process.stderr.write(`fintoc-preflight: ${name}: ${visible(error.message)}\n`);
  return TROUBLE;
}
