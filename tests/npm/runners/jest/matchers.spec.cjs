require("fintoc-preflight/jest");
const { fixture } = require("fintoc-preflight/fixtures");

require("../matchers/suite.cjs")({ expect, fixture, test });
