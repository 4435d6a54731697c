const api = require("fintoc-preflight");
const js = require("fintoc-preflight/js");
const slim = require("fintoc-preflight/slim");

require("../suite.cjs")({ api, js, slim });

test("a page of Jest has no TextEncoder and no TextDecoder", () => {
  const isPage = typeof window === "object";
  expect([typeof TextEncoder, typeof TextDecoder]).toEqual(Array(2).fill(isPage ? "undefined" : "function"));
});
