import { verifySignature } from "fintoc-preflight/webhook";

const webhook = {
  body: '{"type": "checkout_session.finished"}', // or bytes
  header: "t=1768305600,v1=1b2410a4f97bc64afb254348adbca11de43f83bf65477e29160e7c930d7b4f2f",
  secret: "whsec_example",
};
await verifySignature({ ...webhook, now: new Date("2026-01-13T12:00:30Z") }); // or milliseconds; else the clock's time

const { reason } = await verifySignature(webhook).catch((error) => error);
console.log(reason); // outside-tolerance
