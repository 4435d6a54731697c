/**
 * The content security policy of the pages: the strictest with which they work. Nothing is loaded from elsewhere, and
 * with Trusted Types nothing can turn a text into a script or markup. WebAssembly is compiled from bytes in the script.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");
