import { said } from "../said.js";

export const dynamic = "force-dynamic";

export const GET = () => new Response(said());
