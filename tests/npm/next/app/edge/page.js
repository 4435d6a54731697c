import { said } from "../said.js";

export const runtime = "edge";

export default function EdgeComponent() {
  return <pre>{said()}</pre>;
}
