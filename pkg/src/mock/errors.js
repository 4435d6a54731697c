/** Returns an answer with an error in Fintoc's form. */
export const errorOf = (status, type, code, message, param = null) => ({
  status,
  body: { error: { type, code, message, param, doc_url: `https://fintoc.com/docs#${type.replaceAll("_", "-")}` } },
});
