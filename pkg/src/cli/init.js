/** `init`: writes a first request, and a test of it in the language of the project. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import javascript from "../../../cli/src/init/javascript.txt";
import python from "../../../cli/src/init/python.txt";
import request from "../../../cli/src/init/request.txt";
import rust from "../../../cli/src/init/rust.txt";
import typescript from "../../../cli/src/init/typescript.txt";

const NPM = "npm install --save-dev fintoc-preflight && node --test";

/**
 * The languages: the files by which a project of it is known, the test, and the command that runs it. The first one
 * whose sign is in the folder is taken.
 */
const LANGUAGES = [
  {
    signs: ["tsconfig.json"],
    test: ["checkout-request.test.ts", typescript],
    run: `${NPM} checkout-request.test.ts`,
  },
  {
    signs: ["package.json"],
    test: ["checkout-request.test.mjs", javascript],
    run: `${NPM} checkout-request.test.mjs`,
  },
  {
    signs: ["Cargo.toml"],
    test: ["tests/checkout_request.rs", rust],
    run: "cargo add --dev fintoc-preflight && cargo test --test checkout_request",
  },
  {
    signs: ["pyproject.toml", "requirements.txt", "setup.py"],
    test: ["test_checkout_request.py", python],
    run: "python3 test_checkout_request.py",
  },
];

const TRY_IT = { en: "try it", es: "pruébala" };

/**
 * Writes the files; returns whether it did.
 *
 * @param {"en" | "es"} locale
 * @param {{ out: (text: string) => unknown, complain: (name: string, error: Error) => unknown }} streams
 */
export function init(locale, { out, complain }) {
  const language = LANGUAGES.find(({ signs }) => signs.some((sign) => existsSync(sign)));
  const files = [["checkout-request.json", request], ...(language ? [language.test] : [])];
  const taken = files.find(([name]) => existsSync(name));
  if (taken) {
    complain(taken[0], new Error("the file exists; nothing was written"));
    return false;
  }
  for (const [name, content] of files) {
    try {
      mkdirSync(dirname(name), { recursive: true });
      writeFileSync(name, content, { flag: "wx" });
    } catch (error) {
      complain(name, error);
      return false;
    }
    out(`${name}\n`);
  }
  out(`${TRY_IT[locale]}: ${language?.run ?? "fintoc-preflight checkout-request.json"}\n`);
  return true;
}
