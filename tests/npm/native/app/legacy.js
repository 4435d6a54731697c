/** A program for a Metro without `exports`, which takes the member `react-native` of the manifest. */

import { validate } from "fintoc-preflight";

print(JSON.stringify(validate({}, { now: 0 })));
