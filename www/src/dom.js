/** Helpers for elements. */

/**
 * Returns a new element.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] set on the element, such as `onclick`; a name with a hyphen, and `for`,
 *   is an attribute
 * @param {(Node | string | undefined | false)[]} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "for") element.setAttribute(name, String(value));
    else if (value !== undefined) element[name] = value;
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * Returns the element with an id. Throws if there is none.
 *
 * @returns {HTMLElement}
 */
export const byId = (/** @type {string} */ id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
};
