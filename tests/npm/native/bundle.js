/**
 * Bundles with Metro, by the default configuration of React Native:
 *
 *     node bundle.js ENTRY PLATFORM OUTPUT [--bare] [--legacy]
 *
 * `--bare` for a program without React Native, run by a Hermes before version 1; `--legacy` as before React Native 0.79,
 * without `exports`.
 */

import { join } from "node:path";
import { parseArgs } from "node:util";

import { getDefaultConfig, mergeConfig } from "@react-native/metro-config";
import Metro from "metro";

const FOLDER = import.meta.dirname;

const { values, positionals } = parseArgs({
  options: { bare: { type: "boolean" }, legacy: { type: "boolean" } },
  allowPositionals: true,
});
const [entry, platform, out] = positionals;

const bare = {
  serializer: { getModulesRunBeforeMainModule: () => [], getPolyfills: () => [] },
};
const config = await Metro.loadConfig({ cwd: FOLDER }, mergeConfig(getDefaultConfig(FOLDER), {
  projectRoot: FOLDER,
  cacheStores: [],
  maxWorkers: 1,
  reporter: { update() {} },
  resolver: values.legacy ? { unstable_enablePackageExports: false } : {},
  ...(values.bare && bare),
}));
await Metro.runBuild(config, {
  entry: join(FOLDER, entry),
  platform,
  out,
  dev: false,
  minify: true,
  unstable_transformProfile: values.bare ? "default" : "hermes-stable",
});
