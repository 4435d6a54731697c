/**
 * Compares the verification with both official clients. The argument is the Python executable that has the client.
 *
 * A webhook must be verified if both clients accept it, with two differences: any of several signatures may match, and
 * headers have a maximum length.
 */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { readCases } from "../consumer/harness.js";
import { WEBHOOKS } from "../paths.js";
import { hasSeveralSignatures, isAcceptedByNpm, isTooLong } from "./npm.js";

const [python] = process.argv.slice(2);
const input = readFileSync(WEBHOOKS, "utf8");
const script = fileURLToPath(new URL("../../../webhook/pypi.py", import.meta.url));
const answers = readCases(execFileSync(python, [script], { input, encoding: "utf8" }));

const counts = { both: 0, npm: 0, pypi: 0, neither: 0, several: 0, tooLong: 0 };
const failures = [];
for (const [index, webhook] of readCases(input).entries()) {
  const [npm, pypi] = [isAcceptedByNpm(webhook), answers[index]];
  const isVerified = webhook.outcome === "verified";
  if (isVerified === (npm && pypi)) counts[npm ? (pypi ? "both" : "npm") : pypi ? "pypi" : "neither"]++;
  else if (isVerified && hasSeveralSignatures(webhook)) counts.several++;
  else if (!isVerified && isTooLong(webhook)) counts.tooLong++;
  else failures.push(`${webhook.name}: ${webhook.outcome}, but npm ${npm}, PyPI ${pypi}: ${JSON.stringify(webhook)}`);
}

const total = answers.length;
console.log(`The official clients, of ${total} webhooks: ${JSON.stringify(counts)}, ${failures.length} disagreements`);
for (const failure of failures.slice(0, 5)) console.log(failure);
// Fails if hardly any was accepted, because then nothing was compared.
process.exitCode = failures.length > 0 || counts.both < total / 10 ? 1 : 0;
