/** Generated amounts: whatever is typed, nothing throws, and an accepted amount has the digits that were typed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { amountReadings, formatAmount, parseAmount } from "../../src/form/money.js";

const TEXTS = 200_000;

const PIECES = [
  ..."0123456789".split(""),
  ...["00", "000", "350", "350.000", "350,000", "1.234.567", "1,234,567.89", "3500.5", "9007199254740993", ""],
  ...[".", ",", "'", "’", " ", "\u00a0", "\u202f", "-", "\u2212", "(", ")", "+", ".-", ",00", ".00", ".5"],
  ...["$", "CLP", "MXN", "pesos", "US$", "€", "UF", "e", "x", "\u0661", "\u200b", "\u{1f4a9}", "\n", "\0"],
];

/** Numbers of a linear congruential generator: the same texts in every run. */
function* numbers(seed) {
  for (let state = seed; ; yield state >>> 8) state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
}

test("generated texts of amounts", (t) => {
  const random = numbers(1);
  const next = (most) => random.next().value % most;
  let accepted = 0;
  for (let count = 0; count < TEXTS; count++) {
    const text = Array.from({ length: 1 + next(6) }, () => PIECES[next(PIECES.length)]).join("");
    for (const currency of ["CLP", "MXN"]) {
      const options = { currency, locale: ["es-CL", "es-MX", "en"][next(3)] };
      const parsed = parseAmount(text, options);
      const readings = amountReadings(text, options);
      const what = `${JSON.stringify(text)} of ${currency} in ${options.locale}`;
      assert.ok(readings.every(Number.isSafeInteger), what);
      assert.deepEqual(readings, [...new Set(readings)].sort((a, b) => b - a), what);
      if (!parsed.ok) {
        assert.equal(typeof parsed.reason, "string", what);
        continue;
      }
      accepted++;
      assert.deepEqual(readings, [parsed.amount], what);
      assert.ok(hasDigitsOf(text, parsed.amount, currency), `${what}: ${parsed.amount}`);
      const written = formatAmount(parsed.amount, options);
      assert.deepEqual(parseAmount(written, options), parsed, `${what}: ${written}`);
    }
  }
  assert.ok(accepted > TEXTS / 20, `${accepted} accepted`);
  t.diagnostic(`${accepted} of ${2 * TEXTS} accepted`);
});

/** True if an amount is the digits of a text, of which at most two are decimals, in the smallest unit. */
function hasDigitsOf(text, amount, currency) {
  const digits = BigInt(text.replace(/\D/g, ""));
  const decimals = currency === "CLP" ? 0 : 2;
  const found = BigInt(Math.abs(amount));
  return [0n, 1n, 2n].some((of) => found * 10n ** of === digits * 10n ** BigInt(decimals));
}
