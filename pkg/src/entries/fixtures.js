/** The entry for valid requests in tests. */

export { fixture } from "../testing/fixtures.js";
