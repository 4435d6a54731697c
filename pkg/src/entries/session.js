/**
 * The exports of the session entries. The build makes each of this file and of one of `cores/`, which it puts in the
 * place of `entry:core`.
 */

import { init, instantiate } from "entry:core";

import { createSessionApi } from "../session.js";

const api = /* @__PURE__ */ createSessionApi(instantiate);

export const parseCheckoutSession = (session, options) => api.parseCheckoutSession(session, options);
export const parseEvent = (event, options) => api.parseEvent(event, options);
export const compareSession = (request, session, options) => api.compareSession(request, session, options);
export { PreflightError } from "../error.js";
export { parseFintocError } from "../fintoc-error.js";
export { init };
