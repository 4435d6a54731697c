// Many projects do this in their test setup: these globals are from another realm than the page.
const { TextDecoder, TextEncoder } = require("node:util");

Object.assign(globalThis, { TextDecoder, TextEncoder });

const api = require("fintoc-preflight");
const js = require("fintoc-preflight/js");
const slim = require("fintoc-preflight/slim");

require("../suite.cjs")({ api, js, slim });
