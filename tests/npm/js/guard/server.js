/** A local server in the place of Fintoc's, which records the requests that it receives. */

import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/**
 * @param {(request: { path: string, headers: object, body: any }) => { status: number, body: unknown }} answer
 * @returns {Promise<{ url: string, received: object[], close: () => void }>}
 */
export async function startServer(answer) {
  const received = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const each = { method: request.method, path: request.url, headers: request.headers, body: body && JSON.parse(body) };
    received.push(each);
    const { status, body: answered } = answer(each);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(answered));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${server.address().port}`, received, close: () => server.close() };
}
