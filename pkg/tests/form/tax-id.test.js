/** Identifiers: parsed as the core does, and never guessed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { formatRut, isClabe, isCurp, isRfc, isRut, parseRut, readTaxId, tidyNumber } from "../../src/form/tax-id.js";
import { validate } from "../../dist/index.js";

const ZWSP = "\u200b";

/** Returns the rules that the core reports on texts, by text: many in one request, as the items of a list are checked. */
const rulesOf = (body) => {
  const { errors, warnings } = validate({ currency: "CLP", ui_mode: "embedded", amount: 1, ...body });
  return [...errors, ...warnings].map(({ rule }) => rule);
};

const isRutOfCore = (value) =>
  !rulesOf({ customer_data: { tax_id: { type: "cl_rut", value } } }).some((rule) =>
    ["tax-id-format", "rut-check-digit", "empty-string"].includes(rule),
  );

const isRfcOfCore = (value) =>
  !rulesOf({ customer_data: { tax_id: { type: "mx_rfc", value } } }).some((rule) =>
    ["tax-id-format", "empty-string"].includes(rule),
  );

const account = (value) => ({
  currency: "MXN",
  payment_method_options: { bank_transfer: { recipient_account: value } },
});

/** The core takes an RFC or a CURP as the holder in Mexico. */
const isHolderOfCore = (holder_id) =>
  !rulesOf(
    account({ holder_id, number: "012969100000000026", type: "checking_account", institution_id: "mx_stp" }),
  ).some((rule) => ["holder-id-format", "empty-string"].includes(rule));

const isClabeOfCore = (number) =>
  !rulesOf(account({ holder_id: "GODE561231GR8", number, type: "checking_account", institution_id: "mx_stp" })).some(
    (rule) => ["account-number-format", "clabe-check-digit", "empty-string"].includes(rule),
  );

/** The same numbers below a bound at every run. */
function* numbers(count, bound) {
  let state = 20260113;
  for (let i = 0; i < count; i++) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield Math.floor((state / 2 ** 31) * bound);
  }
}

const CHECKS = [..."0123456789Kk"];

test("isRut is the core's check, for bodies of every length with every check character, in every way to write them", () => {
  const bodies = [0, 1, 5, 6, 9, 10, 99, 999, 1000, 99_999_999, 100_000_000];
  for (const digits of [2, 4, 6, 7, 8]) bodies.push(...numbers(25, 10 ** digits));
  const dotted = (body) => String(body).replace(/\B(?=(?:\d{3})+$)/g, ".");
  for (const body of bodies) {
    for (const check of CHECKS) {
      for (const text of [`${body}-${check}`, `${body}${check}`, `${dotted(body)}-${check}`, `0${body}-${check}`]) {
        assert.equal(isRut(text), isRutOfCore(text), text);
      }
    }
  }
});

test("exactly one check character fits each of a hundred thousand bodies", () => {
  let state = 0;
  for (let body = 1; body < 100_000_000; body += 997) {
    const fitting = "0123456789K".split("").filter((check) => isRut(`${body}-${check}`));
    assert.equal(fitting.length, 1, String(body));
    state++;
  }
  assert.ok(state > 100_000);
});

test("texts that the core refuses as a RUT are refused, and no text is accepted that it refuses", () => {
  const alphabet = [..."0123456789.-kK X"];
  const letters = [...numbers(60_000, alphabet.length)];
  const core = new Map();
  for (let at = 0; at + 11 < letters.length; at += 12) {
    const text = letters
      .slice(at, at + 6 + (at % 6))
      .map((index) => alphabet[index])
      .join("");
    core.set(text, isRutOfCore(text));
  }
  let lacking = 0;
  for (const [text, isOfCore] of core) {
    const parsed = parseRut(text);
    // The core passes over marks; a form does not where they show that the check digit is missing.
    if (parsed.reason === "no-check-digit") lacking++;
    else assert.equal(parsed.ok, isOfCore, text);
  }
  assert.ok(lacking > 0 && lacking < core.size / 5, `${lacking} of ${core.size}`);
});

test("isRfc, isCurp and isClabe are the core's checks", () => {
  const changes = (text) => [
    text,
    text.toLowerCase(),
    ...[..."0AÑñ&-. KMHX\u017f\u212a"].flatMap((character) =>
      Array.from(text, (_, at) => text.slice(0, at) + character + text.slice(at + 1)),
    ),
    ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1)),
    `${text}0`,
    ` ${text}`,
  ];
  for (const text of [...changes("GODE561231GR8"), ...changes("ABC010203XY1"), ...changes("GODE-561231-GR8")]) {
    assert.equal(isRfc(text), isRfcOfCore(text), `RFC ${text}`);
  }
  for (const text of changes("GODE561231HDFRRN09")) {
    assert.equal(isCurp(text) || isRfc(text), isHolderOfCore(text), `CURP ${text}`);
  }
  for (const body of [
    "01296910000000002",
    "03218000011835971",
    ...[...numbers(40, 10 ** 9)].map((n) => `12345678${String(n).padStart(9, "0")}`),
  ]) {
    for (let digit = 0; digit < 10; digit++)
      assert.equal(isClabe(`${body}${digit}`), isClabeOfCore(`${body}${digit}`), `${body}${digit}`);
  }
  for (const text of ["", "12345", "01296910000000002 ", "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧", "0129691000000000266"])
    assert.equal(isClabe(text), false, text);
});

test("a number whose separators show that its check digit is missing is refused", () => {
  for (const text of [
    "76.543.216",
    "12.345.678",
    "20.961.605",
    "1.234.567",
    "76 543 216",
    "76\u00a0543\u00a0216",
    "76.543 216",
    "76.543.216.",
    ` 76.543.216${ZWSP}`,
    "RUT 76.543.216",
    "11.111.111-",
    "11.111.111 -",
    "11.111.111\u2013",
    "76-543-216",
    "76\u2013543\u2013216",
    "76.543-216",
    "11.111.11-11",
  ]) {
    assert.deepEqual(parseRut(text), { ok: false, reason: "no-check-digit" }, text);
    assert.equal(isRut(text), false, text);
    assert.equal(formatRut(text), text);
    assert.equal(readTaxId(text).refusal, "no-check-digit", text);
  }
});

test("a RUT is read however people write it", () => {
  for (const text of [
    "11.111.111-1",
    "11111111-1",
    "111111111",
    "11111111 1",
    "11 111 111 1",
    "11-111-111-1",
    "11.111.111 - 1",
    "11.111.111.1",
    "11.111.1111",
    "11.111.111\u20111",
    "11.111.111\u22121",
    ` ${ZWSP}11.111.111-1${ZWSP}`,
    "\ufeff11.111.111-1",
    "11.111.111\u00ad-1",
    "RUT: 11.111.111-1",
    "R.U.T. 11.111.111-1",
    "rut 111111111",
    "RUN 11.111.111-1",
    "011.111.111-1",
  ]) {
    assert.deepEqual(parseRut(text), { ok: true, rut: "11.111.111-1" }, text);
    assert.deepEqual(readTaxId(text), { value: "11.111.111-1" }, text);
  }
  assert.equal(formatRut("9007920k"), "9.007.920-K");
  assert.equal(formatRut("11.111.111-2"), "11.111.111-2");
});

test("what is no RUT has a reason", () => {
  const reasons = {
    "": "empty",
    [ZWSP]: "empty",
    abc: "format",
    "123456789-2": "format",
    "11.111.111-2": "check-digit",
    "0-0": "check-digit",
    5: "format",
  };
  for (const [text, reason] of Object.entries(reasons)) assert.deepEqual(parseRut(text), { ok: false, reason }, text);
  for (const value of [undefined, null, 111111111, {}]) {
    assert.throws(() => parseRut(value), TypeError);
    assert.deepEqual([isRut(value), isRfc(value), isCurp(value), isClabe(value)], [false, false, false, false]);
  }
});

test("an RFC, a CURP and a CLABE are written as the documentation does", () => {
  for (const text of [
    "gode561231gr8",
    "GODE-561231-GR8",
    "GODE 561231 GR8",
    "GODE.561231.GR8",
    `${ZWSP}gode561231gr8 `,
  ]) {
    assert.deepEqual(readTaxId(text), { value: "GODE561231GR8" }, text);
  }
  assert.deepEqual(readTaxId("gode561231hdfrrn09"), { value: "GODE561231HDFRRN09" });
  assert.deepEqual(readTaxId("Ana"), { value: "Ana" });
  assert.equal(tidyNumber("012 969 1000 0000 0026"), "012969100000000026");
  assert.equal(tidyNumber("12-345"), "12345");
  assert.equal(tidyNumber("cuenta 12"), "cuenta 12");
});

test("hostile text is refused at once", () => {
  for (const text of [
    "1".repeat(1e6),
    "1.".repeat(1e6),
    " ".repeat(1e6),
    "-".repeat(1e6),
    `${" ".repeat(1e6)}x${" ".repeat(1e6)}x`,
  ]) {
    assert.equal(parseRut(text).ok, false);
    assert.equal(isRfc(text), false);
  }
});
