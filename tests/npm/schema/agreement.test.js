/** ajv refuses with the schemas exactly the requests that violate a rule which the schemas cover. */

import assert from "node:assert/strict";
import { test } from "node:test";

import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import { jsonSchema, validateJson } from "../../../pkg/dist/index.js";
import { generated, vectors } from "./requests.js";

const NOW = "2026-01-13T12:00:00Z";
const GENERATED = 10_000;

/** Rules about the JSON text, which no schema can express. */
const BEYOND = ["json-syntax", "body-size", "duplicate-key"];

/** Throws for a warning of ajv, which is a mistake in the schema. */
const logger = { log() {}, warn: fail, error: fail };
function fail(message) {
  throw new Error(message);
}

const DIALECTS = {
  "draft-2020-12": () => new Ajv2020({ strict: true, strictTypes: true, logger }),
  "draft-07": () => new Ajv({ strict: true, strictTypes: true, logger }),
  // ajv supports `nullable`, and treats the rest as draft 7.
  "openapi-3.0": () => new Ajv({ strict: true, strictTypes: true, logger }).addVocabulary(["x-comment", "example"]),
};

function validatorsOf(version) {
  return Object.entries(DIALECTS).map(([target, create]) => {
    const schema = jsonSchema(version, { target });
    const ajv = create();
    addFormats.default(ajv);
    assert.ok(ajv.validateSchema(schema), JSON.stringify(ajv.errors));
    return { target, accepts: ajv.compile(schema) };
  });
}

/** Characters that patterns accept, though they violate rules which a schema covers in part. */
const TAGS = /[\u{e0000}-\u{e0fff}]/u;

/** Returns the coverage that a schema claims for the rule of a violation. */
function coverageOf(version) {
  const covered = jsonSchema(version).$comment.split("rules: ")[1].split(", ");
  const isWhole = ({ rule, param }) => covered.includes(rule) || covered.includes(`${rule} (at ${param})`);
  const isInPart = ({ rule }) => covered.includes(`${rule} (in part)`);
  return { isWhole, isInPart };
}

/** Compares the first requests that a schema can validate. */
function compare(version, cases, count = Infinity) {
  const validators = validatorsOf(version);
  const { isWhole, isInPart } = coverageOf(version);
  const tally = { compared: 0, refused: 0, beyond: 0, inPart: 0 };
  const disagreements = [];
  for (const { body, now = NOW } of cases) {
    if (tally.compared === count) break;
    const { errors } = validateJson(body, { version, now });
    if (errors.some(({ rule }) => BEYOND.includes(rule))) {
      tally.beyond++;
      continue;
    }
    if (!errors.some(isWhole) && errors.some(isInPart) && TAGS.test(JSON.stringify(JSON.parse(body)))) {
      tally.inPart++;
      continue;
    }
    const rules = errors.filter((error) => isWhole(error) || isInPart(error)).map(({ rule }) => rule);
    tally.compared++;
    if (rules.length > 0) tally.refused++;
    for (const { target, accepts } of validators) {
      if (accepts(JSON.parse(body)) !== (rules.length === 0)) disagreements.push(`${target}: [${rules}] in ${body}`);
    }
  }
  assert.deepEqual(disagreements.slice(0, 10), [], `${disagreements.length} disagreements`);
  return tally;
}

for (const version of ["v1", "v2"]) {
  test(`${version}: every vector`, (context) => {
    const tally = compare(version, vectors.filter((vector) => vector.version === version));
    assert.ok(tally.compared > 50);
    context.diagnostic(`${version}, vectors: ${JSON.stringify(tally)}, 0 disagreements in 3 dialects`);
  });

  test(`${version}: ${GENERATED} generated requests`, (context) => {
    const tally = compare(version, generated(version, 1), GENERATED);
    assert.ok(tally.refused > 1000 && tally.refused < 9000, `${tally.refused} are refused`);
    context.diagnostic(`${version}, generated: ${JSON.stringify(tally)}, 0 disagreements in 3 dialects`);
  });
}
