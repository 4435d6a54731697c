/** Advice on the API key of a client, for its developer. It never contains the key. */

const ADVICE = {
  missing: {
    en: "the client has no API key. Is the environment variable set?",
    es: "el cliente no tiene llave de API. ¿Está definida la variable de entorno?",
  },
  unclean: {
    en: "the API key has blanks or quotes, so Fintoc will not accept it. Remove them where the key is set.",
    es: "la llave de API tiene espacios o comillas, así que Fintoc no la aceptará. Quítalos donde se define la llave.",
  },
  public: {
    en: "the API key is a public one (pk_…). Sessions are created with the secret key (sk_…).",
    es: "la llave de API es pública (pk_…). Las sesiones se crean con la llave secreta (sk_…).",
  },
  exposed: {
    en: "a secret API key (sk_…) is in a browser, where anyone can read it. Create sessions on a server, and revoke this key.",
    es: "hay una llave de API secreta (sk_…) en un navegador, donde cualquiera puede leerla. Crea las sesiones en un servidor, y revoca esta llave.",
  },
};

/** The advice that was written in this program already. */
const written = new Set();

/**
 * Writes what is wrong with the key of a client: each advice once in a program.
 *
 * @param {object[]} managers the client's objects, which lead to its key
 * @param {"en" | "es"} locale
 */
export function adviseOnKey(managers, locale) {
  for (const advice of adviceOn(managers.find(hasKey)?._client.apiKey, managers.some(hasKey))) {
    if (!written.has(advice)) console.warn(`fintoc-preflight: ${ADVICE[advice][locale]}`);
    written.add(advice);
  }
}

const hasKey = ({ _client: client }) => typeof client === "object" && client !== null && "apiKey" in client;

/** Returns the names of the advice on a key; none if the client keeps its key where it cannot be seen. */
function adviceOn(key, isVisible) {
  if (!isVisible) return [];
  if (typeof key !== "string" || key === "") return ["missing"];
  const advice = /[\s"'`]/.test(key) ? ["unclean"] : [];
  const [kind] = /^[ps]k_/.exec(key.replace(/[\s"'`]/g, "")) ?? [];
  if (kind === "pk_") advice.push("public");
  if (kind === "sk_" && isBrowser()) advice.push("exposed");
  return advice;
}

/** True in a page; false in Node with a document, as in tests. */
const isBrowser = () => typeof globalThis.document === "object" && !globalThis.process?.versions?.node;
