/** The recipe for Fastify. */

import { testJson } from "./json.js";

testJson("fastify", { currency: /^currency debe ser CLP o MXN; ¿quisiste decir CLP\?$/ });
