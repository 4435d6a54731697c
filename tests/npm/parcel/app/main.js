import { explain, validate } from "fintoc-preflight";

import { OPTIONS, REQUESTS } from "../../js/requests.js";

console.log(JSON.stringify([REQUESTS.map((request) => validate(request, OPTIONS)), explain("enum")]));
