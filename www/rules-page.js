/** Generates the page of rules from the catalogue: static HTML, which a script filters. */

import { rules } from "fintoc-preflight";

import { POLICY } from "./policy.js";
import { toFragment } from "./src/permalink.js";
import { DEFAULTS } from "./src/store.js";
import { rulesPage, wordsOf } from "./src/words.js";

/** The time for which the examples of the catalogue are written. */
const NOW = "2026-01-13T12:00:00.000Z";

/** The locale of links to the playground, by the language of the page. */
const LOCALES = { en: "en", es: "es-CL" };

/** A text that is HTML already. */
class Html extends String {}

/** Returns HTML. Values are escaped, unless they are HTML; lists are joined, and `undefined` and `false` are empty. */
function html(strings, ...values) {
  return new Html(String.raw({ raw: strings.raw ?? strings }, ...values.map(escaped)));
}

function escaped(value) {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value;
  if (Array.isArray(value)) return value.map(escaped).join("");
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Returns a text of the catalogue, in which names between backquotes are code. */
const prose = (text) => text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

/**
 * Returns the page.
 *
 * @param {"en" | "es"} language
 */
export async function rulesHtml(language) {
  const words = wordsOf(language);
  const catalogue = rules({ locale: language });
  const fields = [...new Set(catalogue.flatMap(({ fields }) => fields))].filter((field) => !["", "*"].includes(field)).sort();
  const articles = await Promise.all(catalogue.map((info) => article(info, language, words)));
  return `${html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="${words["rules.description"]}" />
    <meta name="color-scheme" content="light dark" />
    <title>fintoc-preflight: ${words["rules.page"]}</title>
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="style.css" />
    <script src="rules.js" defer></script>
  </head>
  <body class="document">
    <header>
      <h1><img src="icon.svg" alt="" width="26" height="26" /><span>fintoc-preflight</span></h1>
      <nav class="tools" aria-label="${words["rules.pages"]}">
        <a href="index.html">${words["rules.playground"]}</a>
        ${["en", "es"].filter((other) => other !== language).map((other) => html`<a id="language" href="${rulesPage(other)}" hreflang="${other}" lang="${other}">${{ en: "English", es: "Español" }[other]}</a>`)}
      </nav>
    </header>
    <main>
      <h2>${words["rules.page"]}</h2>
      <p>${words["rules.description"]}</p>
      <form id="filters" role="search" hidden>
        <label class="field"><span>${words["rules.search"]}</span><input type="search" name="text" /></label>
        ${filter("version", words.version, ["v1", "v2"], words)}
        ${filter("flow", words.flow, ["payment", "subscription", "setup"], words)}
        ${filter("level", words["level.short"], ["error", "warning"], words, (value) => words[value])}
        ${filter("field", words.place, fields, words)}
        <p id="found" role="status" data-all="${catalogue.length}" data-text="${words["rules.found"]("#", catalogue.length)}"></p>
      </form>
      ${articles}
    </main>
    <footer><p>${words["rules.footer"]}</p></footer>
  </body>
</html>
`}`;
}

/** Returns a control of the filters. */
function filter(name, label, values, words, textOf = (value) => value) {
  const options = values.map((value) => html`<option value="${value}">${textOf(value)}</option>`);
  return html`<label class="field narrow"><span>${label}</span><select name="${name}"><option value="">${words["rules.any"]}</option>${options}</select></label>`;
}

async function article(info, language, words) {
  const { rule, level, fixed, codes, scope, versions, flows, when, at, note, fields, depends_on, sources, invalid, valid } = info;
  const names = (list) => list.map((name, index) => html`${index > 0 && ", "}<code>${name}</code>`);
  const row = (term, description) => html`<dt>${term}</dt><dd>${description}</dd>`;
  return html`
      <article id="${rule}" class="${level}" data-level="${level}" data-version="${versions.join(" ")}" data-flow="${flows.join(" ")}" data-field="${fields.join(" ")}">
        <h3><a href="#${rule}" aria-label="${words["rules.link"](rule)}">#</a> <code>${rule}</code> <span class="badge">${words[level]}</span></h3>
        <p>${words["rules.when"]} ${prose(when)}.</p>
        ${note && html`<p class="note">${prose(note)}.</p>`}
        <dl>
          ${fixed && row(words["level.short"], words["rules.fixed"])}
          ${row(words["rules.code"], names(codes))}
          ${row(words["rules.scope"], scope)}
          ${row(words["rules.at"], prose(at))}
          ${depends_on.length > 0 && row(words["rules.depends"], names(depends_on))}
          ${row(words.source, sources.map(({ title, part }, index) => html`${index > 0 && html`<br />`}${title}${part && ` (${part})`}`))}
        </dl>
        <div class="examples">${await example(words["rules.invalid"], invalid, language, words)}${await example(words["rules.valid"], valid, language, words)}</div>
      </article>`;
}

/** Returns an example: a request with a link to the playground, or words. */
async function example(title, { version, body, words: text }, language, words) {
  if (body === undefined) return html`<figure><figcaption>${title}</figcaption><pre tabindex="0">${text}</pre></figure>`;
  const fragment = await toFragment({ ...DEFAULTS, text: body, version, locale: LOCALES[language], now: NOW });
  const label = `${title}${version === "v1" ? ", v1" : ""}`;
  return html`<figure><figcaption>${label} <a href="index.html${fragment}">${words["issue.open"]}</a></figcaption><pre tabindex="0">${pretty(body)}</pre></figure>`;
}

/** Returns a body on several lines, if it is JSON of a size that a person reads. */
function pretty(body) {
  try {
    return body.length < 2000 ? JSON.stringify(JSON.parse(body), null, 2) : `${body.slice(0, 2000)}…`;
  } catch {
    return body;
  }
}
