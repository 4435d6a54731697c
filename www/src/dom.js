/** A few words for making elements. */

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] of the element; listeners as `onclick`, attributes with a hyphen as they are
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

/** @returns {HTMLElement} the one element of the page with an id */
export const byId = (/** @type {string} */ id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
};
