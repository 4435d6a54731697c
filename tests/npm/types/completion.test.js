/** Editors complete the names and words of a request: the language service offers them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import ts54 from "typescript-5.4";
import ts59 from "typescript-5.9";

import { FOLDER, writeProject } from "./compiler.js";

const URLS = 'success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel"';
const ITEM = '{ quantity: 1, price_data: { currency: "CLP", unit_amount: 990, product_data: { name: "Pan" } } }';
const PAYMENT = `const request: CheckoutSessionRequest = { amount: 1980, currency: "CLP", ${URLS}, `;

const TAX_ID_TYPES = ["cl_rut", "mx_rfc"];
const CARD_TYPES = ["credit", "debit", "prepaid"];
const INSTITUTIONS = ["cl_banco_de_chile", "cl_banco_estado", "mx_banco_bbva"];
const FIELDS = ["amount", "business_profile", "currency", "customer_email", "expires_at", "flow", "line_items", "metadata"];

/** Programs with the cursor at `|`, and what is offered there among others. */
const OFFERED = [
  // Any value may be validated, but what is written there is a request.
  ["validate({ | });", [...FIELDS, "customer_data", "ui_mode"]],
  ["parse({ | });", [...FIELDS, "customer_data", "ui_mode"]],
  ['parse({ amount: 1, | }, { version: "v2" });', ["currency", "customer_data"]],
  ['validate({ currency: "|" });', ["CLP", "MXN"]],
  ['parse({ currency: "|" });', ["CLP", "MXN"]],
  ['validate({ flow: "|" });', ["payment", "subscription", "setup"]],
  ['validate({ ui_mode: "|" });', ["embedded", "hosted"]],
  ['parse({ save_payment_method: "|" });', ["enabled", "disabled"]],
  ["validate({ line_items: [{ | }] });", ["quantity", "price", "price_data"]],
  ['validate({ line_items: [{ price_data: { currency: "|" } }] });', ["CLP", "MXN"]],
  ["validate({ customer_data: { | } });", ["email", "name", "tax_id", "metadata"]],
  ['parse({ customer_data: { tax_id: { type: "|" } } });', TAX_ID_TYPES],
  ['validate({ payment_method_options: { card: { types: ["|"] } } });', CARD_TYPES],
  ['validate({ payment_method_options: { bank_transfer: { recipient_account: { institution_id: "|" } } } });', INSTITUTIONS],
  ["js.validate({ | });", FIELDS],
  ["slim.parse({ | });", FIELDS],
  // The other version.
  ['parse({ | }, { version: "v1" });', ["amount", "customer", "line_items"]],
  ['validate({ customer: { | } }, { version: "v1" });', ["email", "name", "tax_id"]],
  ["validate({}, { | });", ["version", "now", "locale", "strict", "levels", "maxViolations"]],
  ['validate({}, { levels: { "|" } });', ["enum", "url-https"]],
  ['explain("|");', ["enum", "internal-error"]],
  // Requests.
  [`${PAYMENT}| };`, ["customer", "customer_data", "payment_method_types", "line_items", "metadata", "ui_mode"]],
  ['const request: CheckoutSessionRequest = { flow: "|" };', ["payment", "setup"]],
  ['const request: CheckoutSessionRequest = { amount: 1980, flow: "|" };', ["payment", "subscription"]],
  ['const request: CheckoutSessionRequest = { currency: "|" };', ["CLP", "MXN"]],
  [`${PAYMENT}payment_method_types: ["|"] };`, ["card", "bank_transfer", "installments"]],
  [`${PAYMENT}customer_data: { tax_id: { type: "|" } } };`, TAX_ID_TYPES],
  [`${PAYMENT}payment_method_options: { card: { types: ["|"] } } };`, CARD_TYPES],
  [`${PAYMENT}payment_method_options: { bank_transfer: { recipient_account: { institution_id: "|" } } } };`, INSTITUTIONS],
  [`${PAYMENT}payment_method_options: { bank_transfer: { recipient_account: { type: "|" } } } };`, ["checking_account", "sight_account"]],
  [`${PAYMENT}payment_method_options: { bank_transfer: { sender_account: { institution_id: { value: "|" } } } } };`, INSTITUTIONS],
  [`${PAYMENT}line_items: [{ price_data: { currency: "|" } }] };`, ["CLP", "MXN"]],
  [`${PAYMENT}line_items: [${ITEM}, { price_data: { | } }] };`, ["currency", "unit_amount", "product_data"]],
  ['const request: CheckoutSessionRequest<"CLP"> = { line_items: [{ price_data: { currency: "|" } }] };', ["CLP"]],
  ['const request: CheckoutSessionRequestV1 = { currency: "|" };', ["CLP", "MXN", "clp", "mxn"]],
];

/** Programs with what is not offered there. */
const WITHHELD = [
  [`${PAYMENT}payment_method_types: ["|"] };`, ["pac", "direct_debit"]],
  ['const request: CheckoutSessionRequest<"CLP"> = { currency: "|" };', ["MXN"]],
  ['parse({ | }, { version: "v1" });', ["customer_data", "save_payment_method"]],
];

const IMPORTS = `import { explain, parse, validate, type CheckoutSessionRequest, type CheckoutSessionRequestV1 } from "fintoc-preflight";
import * as js from "fintoc-preflight/js";
import * as slim from "fintoc-preflight/slim";
`;

for (const ts of [ts54, ts59]) {
  test(`${ts.versionMajorMinor}: names and words are completed`, () => {
    const offered = completions(ts);
    for (const [program, names] of OFFERED) {
      const missing = names.filter((name) => !offered(program).includes(name));
      assert.deepEqual(missing, [], `${program}\noffers ${offered(program)}`);
    }
    for (const [program, names] of WITHHELD) {
      assert.deepEqual(names.filter((name) => offered(program).includes(name)), [], program);
    }
  });
}

/** Returns a function that returns the names offered at the cursor of a program. */
function completions(ts) {
  const file = join(writeProject("completion", { "program.mts": IMPORTS }), "program.mts");
  const { config } = ts.readConfigFile(join(FOLDER, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, FOLDER);
  const programs = { text: IMPORTS, version: 0 };
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }),
    getCurrentDirectory: () => FOLDER,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(programs.version) : "0"),
    getScriptSnapshot: (name) => ts.ScriptSnapshot.fromString(name === file ? programs.text : readFileSync(name, "utf8")),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  });
  return (program) => {
    programs.text = IMPORTS + program.replace("|", "");
    programs.version += 1;
    const { entries = [] } = service.getCompletionsAtPosition(file, IMPORTS.length + program.indexOf("|"), {}) ?? {};
    return entries.map(({ name }) => name.replaceAll('"', ""));
  };
}
