import { said } from "./said.js";

export default function ServerComponent() {
  return <pre>{said()}</pre>;
}
