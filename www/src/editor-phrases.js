/** The editor's own texts, in Spanish; CodeMirror's are in English. */

const ES = {
  // The search
  Find: "Buscar",
  Replace: "Reemplazar",
  next: "siguiente",
  previous: "anterior",
  all: "todos",
  "match case": "mayúsculas y minúsculas",
  "by word": "palabra completa",
  regexp: "expresión regular",
  replace: "reemplazar",
  "replace all": "reemplazar todo",
  close: "cerrar",
  "current match": "resultado actual",
  "replaced $ matches": "$ resultados reemplazados",
  "replaced match on line $": "resultado de la línea $ reemplazado",
  "on line": "en la línea",
  "Go to line": "Ir a la línea",
  go: "ir",
  // The diagnostics
  Diagnostics: "Problemas",
  "No diagnostics": "No hay problemas",
  // The editor
  "Control character": "Carácter de control",
  "Selection deleted": "Selección borrada",
};

/** Returns the texts that differ from CodeMirror's. */
export const phrasesOf = (/** @type {string} */ locale) => (locale.startsWith("es") ? ES : {});
