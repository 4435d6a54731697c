/** Every type, function and field has its documentation, as an editor shows it. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import ts from "typescript-5.4";

const require = createRequire(import.meta.url);

test("every export and every field is documented", () => {
  const files = ["fintoc-preflight", "fintoc-preflight/form", "fintoc-preflight/session", "fintoc-preflight/client", "fintoc-preflight/fixtures", "fintoc-preflight/jest"].map((entry) => require.resolve(entry).replace(/\.cjs$/, ".d.cts"));
  const program = ts.createProgram(files, { strict: true, exactOptionalPropertyTypes: true });
  const checker = program.getTypeChecker();
  const names = [];
  const undocumented = [];

  const check = (symbol, name) => {
    names.push(name);
    // The members of `Levels` and `Words` are the rules, which `explain` documents; `stack` is that of every error.
    if (symbol.getDocumentationComment(checker).length === 0 && !/^(Levels|Words)\.|\.stack$/.test(name)) undocumented.push(name);
  };
  const checkExports = (container, prefix) => {
    for (const exported of checker.getExportsOfModule(container)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const name = prefix + symbol.name;
      check(symbol, name);
      if (symbol.flags & ts.SymbolFlags.Namespace) checkExports(symbol, `${name}.`);
      if (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
        checkFields(checker.getDeclaredTypeOfSymbol(symbol), name);
      }
    }
  };
  const checkFields = (type, name) => {
    const objects = (type.isUnion() ? type.types : [type]).filter(({ flags }) => flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
    for (const object of objects) {
      // A word of an open vocabulary, `string & {}`, has the methods of strings.
      if (checker.isTypeAssignableTo(object, checker.getStringType())) continue;
      for (const field of checker.getPropertiesOfType(object)) check(field, `${name}.${field.name}`);
    }
  };

  for (const file of files) checkExports(checker.getSymbolAtLocation(program.getSourceFile(file)), "");
  assert.deepEqual(undocumented, []);
  for (const name of ["validate", "Report.valid", "Draft.LineItem.quantity", "CheckoutSessionRequest.amount", "FormOptions.onSubmit", "CheckoutSession.status", "Answer.LineItem.quantity"]) {
    assert.ok(names.includes(name), name);
  }
});
