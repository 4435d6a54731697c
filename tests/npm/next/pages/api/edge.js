import { output } from "../../app/output.js";

export const config = { runtime: "edge" };

export default function handler() {
  return new Response(output());
}
