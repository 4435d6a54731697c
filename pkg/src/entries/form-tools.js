/** Amounts and identifiers: a file of their own, so that a program that uses only these loads nothing else of forms. */

export * from "../form/money.js";
export * from "../form/tax-id.js";
