import { output } from "./output.js";

export default function ServerComponent() {
  return <pre>{output()}</pre>;
}
