import { said } from "../../app/said.js";

export const config = { runtime: "edge" };

export default function handler() {
  return new Response(said());
}
