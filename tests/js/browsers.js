/** The browsers that pages are tried in. */

import { execFileSync, spawnSync } from "node:child_process";

import { launch } from "puppeteer-core";

const BROWSERS = {
  chromium: { browser: "chrome", program: "chromium", args: ["--no-sandbox"] },
  firefox: { browser: "firefox", program: "firefox-esr", args: [] },
};

/** @param {"chromium" | "firefox"} name */
export function launchBrowser(name) {
  const { program, ...options } = BROWSERS[name];
  return launch({ ...options, executablePath: installed(program), headless: true });
}

/** The program, from Debian's package of its name unless it is there. */
function installed(name) {
  const find = () => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim();
  if (!find()) {
    const apt = (...apt) => execFileSync("apt-get", ["-qq", ...apt], { stdio: ["ignore", "ignore", "inherit"] });
    apt("update");
    apt("install", "--no-install-recommends", "--yes", name);
  }
  return find();
}
