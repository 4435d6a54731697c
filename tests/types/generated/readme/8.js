import { parse, PreflightError } from "fintoc-preflight";

export async function createSession(fintoc, request) {
  try {
    return await fintoc.v2.checkoutSessions.create(parse(request));
  } catch (error) {
    if (error instanceof PreflightError) console.error(error.report.errors);
    throw error;
  }
}
