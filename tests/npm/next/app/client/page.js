"use client";

import { useEffect } from "react";

import { output } from "../output.js";

export default function ClientComponent() {
  useEffect(() => console.log(output()), []);
  return <pre>{output()}</pre>;
}
