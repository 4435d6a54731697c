/** Starts the browsers of the tests, and installs them if necessary. */

import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { launch } from "puppeteer-core";

const BROWSERS = {
  chromium: { browser: "chrome", program: "chromium", args: ["--no-sandbox"] },
  firefox: { browser: "firefox", program: "firefox-esr", args: [] },
};

/**
 * Starts a browser without timeouts, because the machine may be busy.
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
 * Returns the path of a program, after installing Debian's package of that name if it is missing. apt waits if another
 * process is installing. The package lists are fetched first, because a fresh machine has none.
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

// `node browsers.js chromium` installs the browser before the tests, several of which may need it at the same time.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of process.argv.slice(2)) installed(BROWSERS[name].program);
}
