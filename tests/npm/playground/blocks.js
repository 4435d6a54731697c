/**
 * Counts the blocks of JavaScript that are run: a measure of work that does not depend on the load of the machine. It
 * must be imported before what it counts, as V8 counts in functions that it has not compiled before.
 */

import { Session } from "node:inspector";

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** Returns the sum of the counts of all blocks of the files whose address matches. */
export const sumOf = (/** @type {import("node:inspector").Profiler.ScriptCoverage[]} */ scripts, /** @type {RegExp} */ file) =>
  scripts
    .filter(({ url }) => file.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);

/** Returns how many blocks of the files whose address matches `act` has run. */
export function blocksOf(/** @type {() => unknown} */ act, /** @type {RegExp} */ file) {
  take();
  act();
  return sumOf(take(), file);
}

/** Returns the counts since the last call. The inspector answers at once. */
function take() {
  let scripts = [];
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error) throw error;
    scripts = result;
  });
  return scripts;
}
