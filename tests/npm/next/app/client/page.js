"use client";

import { useEffect } from "react";

import { said } from "../said.js";

export default function ClientComponent() {
  useEffect(() => console.log(said()), []);
  return <pre>{said()}</pre>;
}
