/** Filters the page of rules. */

import { byId } from "./dom.js";

const form = /** @type {HTMLFormElement} */ (byId("filters"));
const found = byId("found");
const articles = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article")]);
const texts = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));

function show() {
  const wanted = new FormData(form);
  const text = String(wanted.get("text")).trim().toLowerCase();
  const filters = ["version", "flow", "level", "field"].map((name) => [name, String(wanted.get(name))]).filter(([, value]) => value);
  let count = 0;
  for (const article of articles) {
    const matches = texts.get(article).includes(text) && filters.every(([name, value]) => has(article.dataset[name], name, value));
    article.hidden = !matches;
    if (matches) count++;
  }
  found.textContent = found.dataset.text.replace("#", String(count));
}

/** True if a list contains a value. `*` stands for every field. */
function has(list, name, value) {
  const values = list.split(" ");
  return values.includes(value) || (name === "field" && values.includes("*"));
}

/** Shows the rule of the address, also if a filter hides it. */
function reveal() {
  const article = document.getElementById(location.hash.slice(1));
  if (article instanceof HTMLElement && article.hidden) {
    form.reset();
    show();
    article.scrollIntoView();
  }
  const language = /** @type {HTMLAnchorElement} */ (byId("language"));
  language.hash = location.hash;
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", reveal);
show();
reveal();
