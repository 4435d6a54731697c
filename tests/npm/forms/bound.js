/** The program of a page with one form that is bound. */

const URLS = '{ success_url: "https://merchant.com/success", cancel_url: "https://merchant.com/cancel" }';

/**
 * Returns a program that binds the form of a page. `globalThis.sent` has the requests that were submitted.
 *
 * @param {string} [more] options, as text
 * @param {{ before?: string, after?: string, defaults?: string }} [parts] code before and after `bindForm`
 */
export const bound = (more = "", { before = "", after = "", defaults = URLS } = {}) => `
  import { bindForm } from "fintoc-preflight/form";
  globalThis.sent = [];
  ${before}
  const usual = { defaults: ${defaults}, onSubmit: (request) => void globalThis.sent.push(request) };
  globalThis.bound = bindForm(document.forms[0], { ...usual, ${more} });
  ${after}
  globalThis.ready = true;
`;
