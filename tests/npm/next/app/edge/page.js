import { output } from "../output.js";

export const runtime = "edge";

export default function EdgeComponent() {
  return <pre>{output()}</pre>;
}
