import { expect, test } from "vitest";

import { fixture } from "fintoc-preflight/fixtures";
import "fintoc-preflight/vitest";

import suite from "../matchers/suite.cjs";

suite({ expect, fixture, test });
