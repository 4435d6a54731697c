import { expect, test } from "vitest";

import { fixture } from "fintoc-preflight/fixtures";
import "fintoc-preflight/vitest";

import suite from "./suite.cjs";

suite({ expect, fixture, test });
