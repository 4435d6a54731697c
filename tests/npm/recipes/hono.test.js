/** The recipe for Hono. */

import { testJson } from "./json.js";

testJson("hono", { isStrict: true });
