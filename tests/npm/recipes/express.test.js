/** The recipe for Express. */

import { testJson } from "./json.js";

testJson("express");
