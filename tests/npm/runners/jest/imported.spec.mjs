import * as api from "fintoc-preflight";
import * as js from "fintoc-preflight/js";
import * as slim from "fintoc-preflight/slim";

import suite from "../suite.cjs";

suite({ api, js, slim });
