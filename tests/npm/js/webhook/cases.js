/**
 * Writes webhooks to verify, one line of JSON each: the vectors, and generated ones with headers of valid and nearly
 * valid parts. `cargo xtask test` adds the outcome of the native core.
 */

import { createHmac } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { BUILT, WEBHOOKS } from "../paths.js";

const COUNT = 10_000;

const vectors = JSON.parse(readFileSync(new URL("../../../webhook/vectors.json", import.meta.url), "utf8"));
const pick = choices(20260113);
const generated = Array.from({ length: COUNT }, (_, index) => ({ name: `generated ${index}`, ...generate() }));
mkdirSync(BUILT, { recursive: true });
writeFileSync(WEBHOOKS, [...vectors, ...generated].map((each) => `${JSON.stringify(each)}\n`).join(""));

function generate() {
  const body = pick(["", "{}", '{"type": "checkout_session.finished"}', '{"name": "Ñandú 𝒳"}', "\ufeff{}\r\n"]);
  const secret = pick(["whsec_test", "s", "clave ñ", "s".repeat(100)]);
  const tolerance = pick([undefined, undefined, undefined, 0, 1, 3600]);
  const seconds = 1_768_305_600 + pick([0, 1, 999_999]);
  const offset = pick([0, 0, 0, 1, -1, 299, 300, 301, -300, -301, 3600, 3601, -3601]);
  const now = new Date((seconds + offset) * 1000 + pick([0, 1, 999])).toISOString();
  return { body, header: header({ body, secret, seconds }), secret, now, tolerance };
}

function header({ body, secret, seconds }) {
  const hmac = (text) => createHmac("sha256", secret).update(text).digest("hex");
  const right = hmac(`${seconds}.${body}`);
  const time = mostly(String(seconds), [
    `0${seconds}`, `+${seconds}`, ` ${seconds}`, `${seconds}\t`, `+ ${seconds}`, `++${seconds}`, `-${seconds}`,
    `${seconds}x`, `${seconds}.0`, `${seconds}e0`, `${seconds}_0`, `1_${seconds}`, `0x${seconds.toString(16)}`,
    `${seconds} 0`, `${seconds}=`, "", " ", "x", "0", "NaN", "Infinity", "٣٤", "9".repeat(30),
  ]);
  const signature = mostly(right, [
    right.toUpperCase(), right.slice(1), `${right}0`, `${right}=`, `${right}=x`, ` ${right}`, `${right} `, `"${right}"`,
    hmac(`${time}.${body}`), hmac(`${seconds}.${body} `), hmac(body), "0".repeat(64), "ñ".repeat(64), "", "=",
  ]);
  const pairs = mostly(
    [`${mostly("t", ["T", " t", "", "v1"])}=${time}`, `${mostly("v1", ["V1", " v1", "v0", "t"])}=${signature}`],
    [[`t=${time}`], [`v1=${signature}`], []],
  );
  const extra = mostly(undefined, [
    "v0=0", "v2=", "=", "", "x", "t", `v1=${right}`, "v1=0", `t=${seconds}`, "t=0", "__proto__=0", ` t=${seconds}`,
  ]);
  const all = extra === undefined ? pairs : [pick([0, pairs.length])].flatMap((at) => pairs.toSpliced(at, 0, extra));
  return pick([all, all, all.toReversed()]).join(mostly(",", [", ", ",,", ";", " ,", "&"]));
}

/** Returns the valid part three times out of four. */
function mostly(right, others) {
  return pick([true, true, true, false]) ? right : pick(others);
}

/** Returns a function that picks one of several choices, determined by the seed (mulberry32). */
function choices(seed) {
  let state = seed;
  return (choices) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return choices[((mixed ^ (mixed >>> 14)) >>> 0) % choices.length];
  };
}
