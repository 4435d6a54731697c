#!/usr/bin/env node
/** `npx fintoc-preflight request.json`: the Rust command's check of one request, in JavaScript. */

import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import { isatty } from "node:tty";

import { locateAll, validateJson } from "../entries/index.js";
import { MAX_BYTES } from "../serialize.js";
import { HELP, readArguments } from "./arguments.js";
import { readMockArguments, runMock } from "./mock.js";
import { formatReport, visible } from "./text.js";

/** The exit code for a wrong argument, or a file that cannot be read. */
const TROUBLE = 2;

/** The exit code when the reader of the output has closed it: 128 + SIGPIPE, as shells report it. */
const BROKEN_PIPE = 141;

process.stdout.on("error", (error) => {
  process.exitCode = error.code === "EPIPE" ? BROKEN_PIPE : complain("<stdout>", error);
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
  if (settings.port !== undefined) return serve(settings);
  if (settings.file === undefined && isatty(0)) {
    process.stderr.write(`${HELP}\n`);
    return TROUBLE;
  }
  return check(settings);
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

/** Validates one request, prints the report, and returns the exit code. */
async function check({ file = "-", format, options }) {
  const name = file === "-" ? "<stdin>" : visible(file);
  let body;
  try {
    body = await readBody(file === "-" ? process.stdin : createReadStream(file));
  } catch (error) {
    return complain(name, error);
  }
  const report = validateJson(body, options);
  const { locale } = options;
  print(format === "json" ? `${JSON.stringify(report)}\n` : formatReport({ name, body, report, locale, locateAll }));
  return report.valid ? 0 : 1;
}

/** Reads a request to its end, or until it is longer than the limit, which is enough to report it. */
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
