/** Amounts as people write them: read right, or refused; never guessed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  amountReadings,
  formatAmount,
  fromMinorUnits,
  parseAmount,
  parseInteger,
  toMinorUnits,
} from "../../src/form/money.js";

const NBSP = "\u00a0";

const optionsOf = (key) => ({ locale: key.split(" ")[0], currency: key.split(" ")[1] });

const READ = {
  "es-CL CLP": {
    350000: [
      "350000",
      "350.000",
      "$350.000",
      "$ 350.000",
      `$${NBSP}350.000`,
      " 350.000 ",
      "350 000",
      "CLP 350.000",
      "350.000 clp",
    ],
    2350000: ["2.350.000", "2 350 000", `2\u202f350\u202f000`, "$2.350.000.-", "$2.350.000,-", "\u200e$2.350.000"],
    "-3501": ["-3501", "-3.501", "\u22123.501", "$-3.501", "-$3.501", "- 3.501"],
    0: ["0", "-0", "000"],
    9007199254740991: ["9007199254740991", "9.007.199.254.740.991"],
  },
  "es-CL MXN": {
    350050: ["3500,50", "3500,5", "3.500,50", "MXN 3.500,50", `MXN${NBSP}3.500,50`, "$3.500,50", "3 500,50"],
    350000: ["3500", "3.500", "3.500,00"],
  },
  "es-MX MXN": {
    350050: ["3500.50", "3500.5", "3,500.50", "$3,500.50", "MXN 3,500.50", "MX$3,500.50", "3,500.50 MXN"],
    350000: ["3500", "3,500", "3,500.00", "3,500.-"],
    5: ["0.05"],
    "-350050": ["-$3,500.50", "$-3,500.50"],
  },
  "es-MX CLP": { 350000: ["350000", "350,000", "CLP 350,000", "$350,000"] },
  "en CLP": { 350000: ["350000", "350,000", "CLP 350,000"] },
  "en-US MXN": { 350050: ["3500.50", "MX$3,500.50"] },
  // A language alone takes the region of the currency.
  "es CLP": { 350000: ["350.000", "$350.000"] },
  "es MXN": { 350050: ["3,500.50", "$3,500.50"] },
};

/** With a mark before the number, behind it, or both; and with characters that cannot be seen. */
const MARKED = {
  "es-CL CLP": [
    "$350.000 CLP",
    "$ 350.000 CLP",
    "$350.000 (CLP)",
    "$ 350.000.- CLP",
    "$350.000,-- pesos",
    "350.000 clp.",
    "CLP: 350.000",
    "CLP$350.000",
    "350.000 $",
    "Ch$ 350.000",
    "350.000 pesos",
    "350000 Pesos chilenos",
    "pesos 350.000",
    "350.000.",
    "350\u200b000",
    "\u200b350.000",
    "350.000\u2060",
    "350\u00ad.000",
    "\ufeff$350.000",
    "CL$350.000",
    "$350.000 CLP.-",
    "350.000 de pesos",
    "350 mil",
    "$350 mil pesos",
    "350 Mil CLP",
  ],
  "es CLP": ["350 mil"],
  "es-419 CLP": ["350.000", "$350.000 CLP"],
  "es-MX MXN": [
    "$3,500.00 MXN",
    "$3,500.00MXN",
    "$ 3,500 M.N.",
    "3,500.00 MN",
    "3500 pesos",
    "3,500 m.n.",
    "$3,500.00 pesos M.N.",
    "M.N. $3,500.00",
    "$3,500.00 M/N",
    "Mex$3,500",
    "3,500 MX",
  ],
  "es-MX CLP": ["$350,000 CLP"],
  "en-IN MXN": ["3,500.00", "MX$3,500"],
};

for (const [key, texts] of Object.entries(MARKED)) {
  test(`${key}: what is read with marks on either side`, () => {
    for (const text of texts) assert.deepEqual(parseAmount(text, optionsOf(key)), { ok: true, amount: 350_000 }, text);
  });
}

test("thousands and millions in words are read behind a plain number, in Spanish alone", () => {
  const read = (text, key = "es-CL CLP") => parseAmount(text, optionsOf(key));
  for (const text of ["2 millones", "2 millones de pesos", "$2 mill\u00f3n", "2 Millones CLP"])
    assert.deepEqual(read(text), { ok: true, amount: 2_000_000 }, text);
  assert.deepEqual(read("3 mil", "es-MX MXN"), { ok: true, amount: 300_000 });
  assert.deepEqual(read("-350 mil"), { ok: true, amount: -350_000 });
  for (const text of ["1.5 mil", "1,5 millones", "1.500 mil", "1500 mil", "0 mil", "350 milla", "350 mil mil", "350 milpesos"])
    assert.equal(read(text).ok, false, text);
  assert.equal(read("350 mil", "en CLP").ok, false);
  assert.equal(parseInteger("2 mil", "es-CL"), undefined);
});

test("a Mexican number may have an apostrophe at its millions, of any form", () => {
  for (const text of ["1'234,567.89", "$1\u2019234,567.89", "1\u00b4234,567.89 M.N."])
    assert.deepEqual(parseAmount(text, optionsOf("es-MX MXN")), { ok: true, amount: 123_456_789 }, text);
  for (const text of ["1'234", "1'234'567.00", "1,234'567.00", "1'23,456.00", "1'234.567,00"])
    assert.equal(parseAmount(text, optionsOf("es-MX MXN")).ok, false, text);
  assert.deepEqual(amountReadings("3\u2019500.50", optionsOf("es-MX MXN")), [350050]);
});

test("an amount without whole pesos may begin with its dot, and with nothing else", () => {
  const read = (text, key) => parseAmount(text, optionsOf(key));
  for (const text of [".50", "$.50", "$ .5", "0.50"])
    assert.deepEqual(read(text, "es-MX MXN"), { ok: true, amount: 50 }, text);
  assert.deepEqual(read(",50", "es-CL MXN"), { ok: true, amount: 50 });
  for (const text of ["M.N.50", "..50", "MXN.50", ",50", ".500"]) assert.equal(read(text, "es-MX MXN").ok, false, text);
  for (const text of [".350", ".50", "CLP.350"]) assert.equal(read(text, "es-CL CLP").ok, false, text);
});

test("marks of other currencies and of accountants are not passed over", () => {
  for (const text of [
    "US$ 350 CLP",
    "$350 USD",
    "CLF 10",
    "10 UF",
    "350 MXN",
    "350 M.N.",
    "350 d\u00f3lares",
    "S/ 350",
  ]) {
    assert.deepEqual(parseAmount(text, optionsOf("es-CL CLP")), { ok: false, reason: "currency" }, text);
  }
  for (const text of ["(350)", "350,", "350-", "5 -", "350 x CLP", "$350 CLP abc"]) {
    assert.equal(parseAmount(text, optionsOf("es-CL CLP")).ok, false, text);
  }
});

test("an amount that is refused has the readings that it may have", () => {
  const readings = {
    "es-CL CLP": {
      "350,000": [350000, 350],
      "350.000": [350000],
      "350.000,00": [350000],
      "350,000.00": [350000],
      "350.00": [350],
      "1'000": [1000],
      1.5: [],
      "350,50": [],
      abc: [],
      "US$ 350": [],
      "-350,000": [-350, -350000],
    },
    "es-MX MXN": { "1,00": [100], "3.500": [350000, 350], "3.500,50": [350050], "3,500.505": [] },
    "es-CL MXN": { "3,500": [350000, 350], "3,500.50": [350050] },
  };
  for (const [key, texts] of Object.entries(readings)) {
    for (const [text, amounts] of Object.entries(texts))
      assert.deepEqual(amountReadings(text, optionsOf(key)), amounts, text);
  }
});

test("an amount of a program is converted exactly, and back", () => {
  for (const [amount, currency, units] of [
    ["19.99", "MXN", 1999],
    [19.99, "MXN", 1999],
    [1.15, "MXN", 115],
    [4.35, "MXN", 435],
    ["0.01", "MXN", 1],
    ["-19.9", "MXN", -1990],
    ["19", "MXN", 1900],
    [1000n, "MXN", 100000],
    [350000, "CLP", 350000],
    ["350000", "CLP", 350000],
    [-0, "CLP", 0],
    ["90071992547409.91", "MXN", 9007199254740991],
  ]) {
    assert.equal(toMinorUnits(amount, currency), units, `${amount}`);
  }
  for (const cents of amounts()) {
    for (const signed of [cents, -cents]) {
      for (const currency of ["CLP", "MXN"]) {
        assert.equal(toMinorUnits(fromMinorUnits(signed, currency), currency), signed || 0);
      }
    }
  }
  for (let cents = 0; cents < 100_000; cents++) assert.equal(toMinorUnits(cents / 100, "MXN"), cents);
  assert.equal(fromMinorUnits(1999, "MXN"), "19.99");
  assert.equal(fromMinorUnits(-5, "MXN"), "-0.05");
  assert.equal(fromMinorUnits(350000, "CLP"), "350000");
});

test("an amount that has no exact units is refused", () => {
  for (const [amount, currency] of [
    ["19.99", "CLP"],
    [350.5, "CLP"],
    ["350.000", "CLP"],
    ["350000.00", "CLP"],
    ["1.005", "MXN"],
    [0.1 + 0.2, "MXN"],
    ["90071992547409.92", "MXN"],
    [2 ** 53, "CLP"],
  ]) {
    assert.throws(() => toMinorUnits(amount, currency), RangeError, `${amount}`);
  }
  for (const amount of [
    "19,99",
    "1,999.00",
    "$19.99",
    "",
    " 1",
    "1e3",
    "0x10",
    NaN,
    Infinity,
    1e21,
    null,
    undefined,
    {},
    [1],
    true,
  ]) {
    assert.throws(() => toMinorUnits(amount, "MXN"), TypeError, `${String(amount)}`);
  }
  assert.throws(() => toMinorUnits(1, "USD"), TypeError);
  for (const units of [1.5, NaN, "1", 2 ** 53]) assert.throws(() => fromMinorUnits(units, "MXN"), TypeError);
});

const REFUSED = {
  "es-CL CLP": {
    empty: ["", " ", NBSP, "\u200e"],
    ambiguous: [
      "350,000",
      "1.5",
      "1.50",
      "0.350",
      "350.00",
      "3.50.000",
      "1.000.00",
      "350.0000",
      "350,000.00",
      "1.000 000",
      "1'000",
      "1,5,0",
    ],
    decimals: ["350,5", "350,50", "350.000,00", "350.000,5", "1.350,000"],
    "not-a-number": [
      "abc",
      "1e5",
      "0x10",
      "$",
      "-",
      "--5",
      "5-",
      "5 -5",
      "350000 o 400000",
      "\u0663\u0665\u0660",
      "Infinity",
      "NaN",
    ],
    currency: ["US$ 350", "350 USD", "MXN 350", "\u20ac350", "UF 12"],
    "too-large": ["9007199254740992", "9007199254740993", "99999999999999999999999999999999999999"],
  },
  "es-CL MXN": {
    ambiguous: ["3,500", "3,500.50", "3500.50", "0,500"],
    decimals: ["3.500,505", "3500,505"],
    currency: ["CLP 3.500"],
  },
  "es-MX MXN": {
    ambiguous: ["3.500", "3.500,50", "3500,50", "0.500", "1'000,00.00"],
    decimals: ["3,500.505", "3500.5000"],
  },
  "es-MX CLP": { ambiguous: ["350.000", "350.000.000"], decimals: ["350.00", "350.5"] },
  "en CLP": { ambiguous: ["350.000"], decimals: ["350.50"] },
};

for (const [key, amounts] of Object.entries(READ)) {
  test(`${key}: what is read`, () => {
    for (const [amount, texts] of Object.entries(amounts)) {
      for (const text of texts)
        assert.deepEqual(parseAmount(text, optionsOf(key)), { ok: true, amount: Number(amount) }, text);
    }
  });
}

for (const [key, reasons] of Object.entries(REFUSED)) {
  test(`${key}: what is refused`, () => {
    for (const [reason, texts] of Object.entries(reasons)) {
      for (const text of texts) assert.deepEqual(parseAmount(text, optionsOf(key)), { ok: false, reason }, text);
    }
  });
}

test("an amount is written as Intl does", () => {
  const format = (amount, key) => formatAmount(amount, optionsOf(key)).replaceAll(NBSP, " ");
  assert.equal(format(350000, "es-CL CLP"), "$350.000");
  assert.equal(format(350050, "es-CL MXN"), "MXN 3.500,50");
  assert.equal(format(350050, "es-MX MXN"), "$3,500.50");
  assert.equal(format(350000, "es-MX CLP"), "CLP 350,000");
  assert.equal(format(-5, "es-MX MXN"), "-$0.05");
});

/** The same numbers at every run: whole ones of every size, and those around the bounds. */
function* amounts() {
  const bounds = [
    0,
    1,
    9,
    10,
    99,
    100,
    101,
    999,
    1000,
    99_999,
    100_000,
    2 ** 31,
    Number.MAX_SAFE_INTEGER - 1,
    Number.MAX_SAFE_INTEGER,
  ];
  yield* bounds;
  let state = 12345;
  for (let i = 0; i < 2000; i++) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield Math.floor((state / 2 ** 31) * 10 ** (1 + (i % 15)));
  }
}

test("whatever is written is read as the same amount, in every locale and currency", () => {
  for (const locale of ["es-CL", "es-MX", "es", "es-419", "es-AR", "es-ES", "en", "en-US", "en-GB", "en-IN", "en-ZA"]) {
    for (const currency of ["CLP", "MXN"]) {
      for (const amount of amounts()) {
        for (const signed of [amount, -amount]) {
          const text = formatAmount(signed, { currency, locale });
          assert.deepEqual(
            parseAmount(text, { currency, locale }),
            { ok: true, amount: signed || 0 },
            `${text} ${locale}`,
          );
        }
      }
    }
  }
});

test("no text is read as two amounts by two locales", () => {
  const texts = [
    "1.000",
    "1,000",
    "12.345",
    "12,345",
    "350.000",
    "350,000",
    "1.234.567",
    "1,234,567",
    "3.500,50",
    "3,500.50",
    "100",
  ];
  for (const text of texts) {
    for (const currency of ["CLP", "MXN"]) {
      const read = ["es-CL", "es-MX", "en"]
        .map((locale) => parseAmount(text, { currency, locale }))
        .filter(({ ok }) => ok);
      assert.ok(new Set(read.map(({ amount }) => amount)).size <= 1, text);
    }
  }
});

test("hostile text is refused at once", () => {
  for (const text of ["1".repeat(1e6), "1.".repeat(1e6), " ".repeat(1e6), "$".repeat(1e6), "-".repeat(65)]) {
    assert.equal(parseAmount(text, { currency: "CLP", locale: "es-CL" }).ok, false);
  }
});

test("a wrong option is a mistake in the program", () => {
  assert.throws(() => parseAmount("1", { currency: "USD" }), /"currency" must be "CLP" or "MXN"/);
  assert.throws(() => parseAmount("1"), /"currency"/);
  assert.throws(() => parseAmount("1", { currency: "toString" }), /"currency"/);
  assert.throws(() => parseAmount("1", { currency: "CLP", locale: "fr" }), /"locale"/);
  assert.throws(() => parseAmount(1, { currency: "CLP" }), TypeError);
  for (const amount of [1.5, NaN, 2 ** 53, "1", undefined])
    assert.throws(() => formatAmount(amount, { currency: "CLP" }), TypeError);
});

test("integers have no currency and no fraction", () => {
  for (const [text, expected] of [
    ["2", 2],
    [" 2 ", 2],
    ["1.000", 1000],
    ["-1", -1],
    ["0", 0],
    ["$2", undefined],
    ["2,5", undefined],
    ["2,000", undefined],
    ["dos", undefined],
    ["CLP 2", undefined],
  ]) {
    assert.equal(parseInteger(text, "es-CL"), expected, text);
  }
});
