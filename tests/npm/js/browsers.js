/** The browsers that pages are tried in. */

import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { launch } from "puppeteer-core";

const BROWSERS = {
  chromium: { browser: "chrome", program: "chromium", args: ["--no-sandbox"] },
  firefox: { browser: "firefox", program: "firefox-esr", args: [] },
};

/**
 * Starts a browser. Nothing in it ends for taking long: a busy machine is no failure.
 *
 * @param {"chromium" | "firefox"} name
 */
export async function launchBrowser(name) {
  const { program, ...options } = BROWSERS[name];
  const executablePath = installed(program);
  const browser = await launch({ ...options, executablePath, headless: true, timeout: 0, protocolTimeout: 0 });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async () => {
    const page = await newPage();
    page.setDefaultTimeout(0);
    return page;
  };
  return browser;
}

/**
 * The program, from Debian's package of its name unless it is there. Another process may be installing something: apt
 * waits for it. The lists of packages are fetched first, as a fresh machine has none.
 */
function installed(name) {
  const find = () => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim();
  if (!find()) {
    const apt = (...apt) =>
      execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=-1", ...apt], { stdio: ["ignore", "ignore", "inherit"] });
    console.error(`${name} is installed from Debian's packages`);
    apt("update");
    apt("install", "--no-install-recommends", "--yes", name);
  }
  return find();
}

// `node browsers.js chromium` installs before the tests run, several of which may need the browser at the same moment.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.argv.slice(2)) installed(BROWSERS[name].program);
}
