/** The values in Node, by the entries of servers. */

import { printAll } from "./values.js";

printAll(console.log);
