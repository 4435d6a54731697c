/** A Cloudflare Worker that imports the files of the package. */

import core from "fintoc-preflight/core.wasm";
import small from "fintoc-preflight/core-small.wasm";
import openapi from "fintoc-preflight/schema/openapi.json";
import schema from "fintoc-preflight/schema/v2.draft-07.json";
import { init, validate } from "fintoc-preflight/slim";

const modules: WebAssembly.Module[] = [core, small];
const names: string[] = WebAssembly.Module.exports(core).map(({ name }) => name);
const titles: string[] = [schema.title, openapi.info.title];

// @ts-expect-error Type 'Module' is not assignable to type 'string'
const text: string = core;
// @ts-expect-error Property 'colour' does not exist
console.log(schema.colour);

export default {
  async fetch(request): Promise<Response> {
    await init(core);
    const report = validate(await request.json());
    return Response.json({ report, modules, names, titles, text });
  },
} satisfies ExportedHandler;
