import { output } from "../output.js";

export const dynamic = "force-dynamic";

export const GET = () => new Response(output());
