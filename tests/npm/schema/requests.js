/** Requests for the schemas: every vector, and requests generated from them. */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDERS = ["../../conformance/", "../../../../shared/conformance-2nd/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** The vectors, each with the text of its request. */
export const vectors = FOLDERS.flatMap((folder) => filesOf(folder)).flatMap((file) =>
  JSON.parse(readFileSync(file, "utf8")).cases.map(({ name, version, now, request, body = JSON.stringify(request) }) => ({
    name,
    version,
    now,
    body,
  })),
);

function filesOf(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => join(folder, name));
  } catch {
    // The second folder may be missing.
    return [];
  }
}

/** Generates requests without end: vectors in which a few values are removed or replaced. */
export function* generated(version, seed) {
  const random = randomNumbers(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const requests = vectors.filter((vector) => vector.version === version).flatMap(({ body }) => parsed(body));
  const paths = [...new Set(requests.flatMap((request) => pathsIn(request)))];
  const values = [...new Set(requests.flatMap((request) => valuesOf(request).map((value) => JSON.stringify(value))))];
  for (;;) {
    const request = structuredClone(pick(requests));
    for (let changes = Math.floor(random() * 4); changes > 0; changes--) {
      change(request, JSON.parse(pick(paths)), random() < 0.25 ? undefined : JSON.parse(pick(values)));
    }
    yield { body: JSON.stringify(request) };
  }
}

function parsed(body) {
  try {
    const value = JSON.parse(body);
    return typeof value === "object" && value !== null && body.length < 5000 ? [value] : [];
  } catch {
    return [];
  }
}

/** Returns the paths of all values in a value, as JSON texts. */
function pathsIn(value, path = []) {
  if (typeof value !== "object" || value === null || path.length > 6) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = [...path, Array.isArray(value) ? Number(name) : name];
    return [JSON.stringify(place), ...pathsIn(inner, place)];
  });
}

function valuesOf(value) {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(valuesOf)] : [value];
}

/** Sets or removes the value at a path; does nothing if its parent is missing. */
function change(request, place, value) {
  const last = place.pop();
  const parent = place.reduce((inner, name) => (Object.hasOwn(inner ?? {}, name) ? inner[name] : undefined), request);
  if (typeof parent !== "object" || parent === null) return;
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}

/** Returns a generator of numbers in [0, 1), determined by the seed (mulberry32). */
function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
