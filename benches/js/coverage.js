/** Measures coverage: how many of the wrong places in each request each candidate reports. */

import { CANDIDATES, OWN, load } from "./candidates.js";

const ITEM = { quantity: 2, price_data: { currency: "CLP", unit_amount: 4990, product_data: { name: "Silla" } } };

const PAYMENT = {
  amount: 9980,
  currency: "CLP",
  success_url: "https://merchant.com/success",
  cancel_url: "https://merchant.com/cancel",
  line_items: [ITEM],
};

const text = (changes) => JSON.stringify({ ...PAYMENT, ...changes });

/** Invalid requests, each with a description of what is wrong. */
const REQUESTS = [
  { wrong: "the form of two fields", body: text({ customer_email: "ana@", cancel_url: "merchant.com" }) },
  { wrong: "the type of two fields", body: text({ customer_email: 7, line_items: [{ ...ITEM, quantity: "2" }] }) },
  { wrong: "the amount is not the total", body: text({ amount: 9981 }) },
  {
    wrong: "the amount is not the total, and the form of a field",
    body: text({ amount: 9981, customer_email: "ana@" }),
  },
  { wrong: "the amount is not the total, and the type of a field", body: text({ amount: 9981, customer_email: 7 }) },
  {
    wrong: "the amount is not the total, and a missing field of an object",
    body: text({ amount: 9981, customer_data: { tax_id: { type: "cl_rut" } } }),
  },
  {
    wrong: "an item's currency, and another item is null",
    body: text({ line_items: [{ ...ITEM, price_data: { ...ITEM.price_data, currency: "MXN" } }, null] }),
  },
  { wrong: "no redirect addresses, and a currency in lower case", body: '{"amount":1,"currency":"clp"}' },
  {
    wrong: "a redirect over http, and one with a port that cannot be",
    body: text({ success_url: "http://localhost:3000/ok", cancel_url: "https://merchant.com:99999" }),
  },
  { wrong: "a character that cannot be seen in an e-mail address", body: text({ customer_email: "ana@exam\u200bple.com" }) },
  {
    wrong: "items that are all free (an error, and a warning at the price)",
    body: text({ amount: undefined, line_items: [{ ...ITEM, price_data: { ...ITEM.price_data, unit_amount: 0 } }] }),
  },
  {
    wrong: "a saved payment method in a subscription",
    body: text({
      flow: "subscription",
      customer: "cus_1",
      payment_method: "pm_1",
      line_items: [{ ...ITEM, price_data: { ...ITEM.price_data, recurring: { interval: "month", interval_count: 1 } } }],
    }),
  },
  { wrong: "a key that occurs twice", body: '{"amount":1,"amount":2,"currency":"CLP","ui_mode":"embedded"}' },
  {
    wrong: "an integer that JavaScript rounds",
    body: '{"amount":9007199254740993,"currency":"CLP","ui_mode":"embedded"}',
  },
  { wrong: "a misspelt name (a warning)", body: text({ metdata: {} }) },
  {
    wrong: "a check digit of a RUT (a warning)",
    body: text({ customer_data: { tax_id: { type: "cl_rut", value: "11.111.111-2" } } }),
  },
];

/** Returns for each request the number of wrong places, and how many of them each candidate reports. */
export async function measureCoverage() {
  const candidates = await Promise.all(CANDIDATES.map(async ({ id }) => ({ id, ...(await load(id)) })));
  const own = candidates.find(({ id }) => id === OWN);
  return REQUESTS.map(({ wrong, body }) => {
    const { errors, warnings } = own.checkJson(body);
    const places = placesOf([...errors, ...warnings].map(({ path }) => path));
    const named = candidates.map(({ id, check, pathsOf }) => {
      const found = id === OWN ? places : placesOf(pathsOf(check(JSON.parse(body))));
      return [id, [...places].filter((place) => found.has(place)).length];
    });
    return { wrong, places: places.size, named: Object.fromEntries(named) };
  });
}

const placesOf = (paths) => new Set(paths.map((path) => JSON.stringify(path)));
