/** The expected output of a program that imports the packed package: its output in Node. */

import { createRequire } from "node:module";
import { join } from "node:path";

import { CONSUMER } from "./paths.js";
import { OPTIONS, REQUESTS } from "./requests.js";

const { explain, validate } = createRequire(join(CONSUMER, "main.js"))("fintoc-preflight");

const reports = REQUESTS.map((request) => validate(request, OPTIONS));
if (reports.map(({ valid }) => valid).join() !== "true,false") throw new Error("one must be valid, and the other not");

export const EXPECTED = JSON.stringify([reports, explain("enum")]);
