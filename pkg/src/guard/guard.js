/** Validates the requests of Fintoc's official client before it sends them. */

import { PreflightError } from "../error.js";
import { answerOf } from "./answer.js";
import { adviseOnKey } from "./key.js";
import { readGuardOptions } from "./options.js";
import { refuse } from "./refusal.js";

/** The name under which a guarded `create` keeps the client's own. Files of the package in another format have it too. */
const ORIGINAL = "fintoc-preflight.create";

/** Arguments of `create` that are options of the client, not fields of the request. */
const CLIENT_OPTIONS = ["idempotency_key", "path_"];

/**
 * Returns `guard` over the functions of the default entry and of the session entry.
 *
 * @param {object} functions
 * @param {typeof import("fintoc-preflight").createValidator} functions.createValidator
 * @param {typeof import("fintoc-preflight/session").compareSession} functions.compareSession
 */
export function createGuard({ createValidator, compareSession }) {
  return function guard(client, options = {}) {
    const settings = readGuardOptions(options);
    const managers = managersOf(client);
    const guarded = managers.map(({ version, manager }) => {
      const { validate } = createValidator({ ...settings.validation, version });
      const compare = (request, session) => compareSession(request, session, { version, locale: settings.locale });
      return { version, manager, validate, compare };
    });
    for (const each of guarded) install(each, settings);
    assertInstalled(client, managers);
    adviseOnKey(managers.map(({ manager }) => manager), settings.locale);
    return client;
  };
}

/** Returns the objects of a client that create sessions, with their versions. Older clients have only version 1. */
function managersOf(client) {
  const managers = [
    { version: "v1", manager: client?.checkoutSessions },
    { version: "v2", manager: client?.v2?.checkoutSessions },
  ].filter(({ manager }) => typeof manager?.create === "function");
  if (managers.length === 0) throw new TypeError("guard: the client has no checkoutSessions.create");
  return managers;
}

/**
 * Replaces `create` on the object itself, not on its class: a client that is not guarded stays as it is. If it is
 * guarded already, the new options replace the old ones.
 */
function install({ version, manager, validate, compare }, settings) {
  const original = manager.create[Symbol.for(ORIGINAL)] ?? manager.create;

  function create(...args) {
    const request = requestOf(args[0]);
    const report = validate(request);
    if (!report.valid) return refuse(report, manager);
    try {
      if (report.warnings.length > 0) settings.onWarning(report.warnings, { version, request });
    } catch (error) {
      return Promise.reject(error);
    }
    const answer = Reflect.apply(original, this, args);
    return settings.compare ? answer.then((session) => compared(session, request)) : answer;
  }

  /** Returns the session, after its differences from the request were reported. */
  function compared(session, request) {
    const context = { version, request, session };
    try {
      const { differences } = compare(request, answerOf(session, request));
      if (differences.length > 0) settings.onDifference(differences, context);
    } catch (error) {
      if (!(error instanceof PreflightError)) throw error;
      // The session cannot be compared, for example because it has no id.
      settings.onWarning(error.report.errors, context);
    }
    return session;
  }

  Object.defineProperty(create, Symbol.for(ORIGINAL), { value: original });
  Object.defineProperty(manager, "create", { value: create, writable: true, configurable: true });
}

/** Throws for a client that makes its objects anew at each access: a guard that does nothing must not go unnoticed. */
function assertInstalled(client, managers) {
  const isInstalled = managersOf(client).every(({ manager }, index) => manager === managers[index]?.manager);
  if (!isInstalled) throw new TypeError("guard: this client makes a new checkoutSessions at each access");
}

/** Returns the request in the arguments of `create`, as the client sends it: `{}` for none. */
function requestOf(args) {
  if (typeof args !== "object" || args === null) return args || {};
  if (!CLIENT_OPTIONS.some((name) => Object.hasOwn(args, name))) return args;
  return Object.fromEntries(Object.entries(args).filter(([name]) => !CLIENT_OPTIONS.includes(name)));
}
