import { execFileSync, spawnSync } from "node:child_process";

/** The program, from Debian's package of its name unless it is there. */
export function installed(name) {
  const find = () => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim();
  if (!find()) {
    const apt = (...apt) => execFileSync("apt-get", ["-qq", ...apt], { stdio: ["ignore", "ignore", "inherit"] });
    apt("update");
    apt("install", "--no-install-recommends", "--yes", name);
  }
  return find();
}
