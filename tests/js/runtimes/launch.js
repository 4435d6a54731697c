/** Starts a browser. */

import { execFileSync, spawnSync } from "node:child_process";

import { launch } from "puppeteer-core";

const BROWSERS = {
  chromium: { browser: "chrome", program: "chromium", args: ["--no-sandbox"] },
  firefox: { browser: "firefox", program: "firefox-esr", args: [] },
};

/** @param {"chromium" | "firefox"} name */
export function launchBrowser(name) {
  const { browser, program, args } = BROWSERS[name];
  return launch({ browser, executablePath: installed(program), args, headless: true });
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
