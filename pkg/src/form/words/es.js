/** The sentences of a form in Spanish: `es` in general, `mexican` those that differ in Mexico. */

/** Begins a sentence at a field, if it has a label: `En “Correo”, escribe ...`. */
const at = (label, sentence) => (label ? `En “${label}”, ${sentence}` : sentence[0].toUpperCase() + sentence.slice(1));
const field = (label) => (label ? `“${label}”` : "este campo");
const theAmount = (label) => (label ? `“${label}”` : "El monto");
const such = (example) => (example ? `, por ejemplo ${example}` : "");

const THE_PURCHASE = { payment: "el pago", subscription: "la suscripción", setup: "el registro de tu medio de pago" };
const THIS_PURCHASE = { payment: "este pago", subscription: "esta suscripción", setup: "guardar un medio de pago" };
const thePurchase = (flow) => THE_PURCHASE[flow] ?? THE_PURCHASE.payment;
const thisPurchase = (flow) => THIS_PURCHASE[flow] ?? THIS_PURCHASE.payment;

const fill = ({ label }) => `Completa ${field(label)}.`;
const check = ({ label }) => `Revisa ${field(label)}.`;
const choose = ({ label }) => `Elige una de las opciones${label ? ` de “${label}”` : ""}.`;
const leaveOut = ({ label }) => `Deja ${field(label)} en blanco: no corresponde a lo que elegiste.`;
const url = ({ label }) => at(label, "escribe una dirección completa que comience con https://.");
const item = () => "Agrega al menos un producto.";
const unsendable = ({ flow } = {}) =>
  `No pudimos preparar ${thePurchase(flow)}. Recarga la página o inténtalo más tarde.`;
const failed = ({ flow } = {}) => `No pudimos crear ${thePurchase(flow)}. Inténtalo de nuevo.`;
const amount = ({ label, example }) =>
  !label || /^monto\b/i.test(label)
    ? `Escribe el monto${such(example)}.`
    : `En “${label}”, escribe un monto${such(example)}.`;
const whoPays =
  (email) =>
  ({ asks, taxId = "RUT" }) => {
    if (asks?.taxId && !asks.email) return `Escribe tu ${taxId}.`;
    return `Indica quién paga: escribe ${asks?.email && !asks.taxId ? `tu ${email}` : `un ${email} o un ${taxId}`}.`;
  };
const toSave =
  (method, email) =>
  ({ asks, taxId = "RUT" }) => {
    const [only] = asks && asks.email !== asks.taxId ? [asks.email ? `tu ${email}` : `tu ${taxId}`] : [];
    return `Para guardar el ${method} de pago, ${only ? `escribe ${only}` : `indica quién paga: escribe un ${email} o un ${taxId}`}.`;
  };
const atLeastOne = ({ label }) => at(label, "escribe 1 o más.");
const soon = ({ label }) => at(label, "elige una hora más adelante: al menos 15 minutos desde ahora.");
const rut = "un RUT válido, por ejemplo 11.111.111-1";

/** What a server has answered, by the code of Fintoc's API. */
function answered({ label, code = "", message = "", flow }) {
  if (/taken|already|exist|uniq|duplicat/.test(code) || /\balready\b/i.test(message))
    return label ? `“${label}” ya está registrado.` : failed({ flow });
  if (code === "missing_parameter" || code === "empty_string") return label ? fill({ label }) : failed({ flow });
  if (["currency_mismatch", "invalid_currency", "not_supported_currency"].includes(code))
    return `Esta moneda no está disponible para ${thisPurchase(flow)}.`;
  if (["invalid_enum", "invalid_account_type", "invalid_institution_id"].includes(code) && label)
    return choose({ label });
  if (["invalid_expires_at", "invalid_date"].includes(code) && label) return at(label, "elige otra fecha y hora.");
  if (code === "invalid_string_size" && label) return `Revisa el largo de “${label}”.`;
  return label ? `Revisa “${label}”: no fue aceptado.` : failed({ flow });
}

export const es = {
  "json-syntax": unsendable,
  "body-size": () => "Este formulario lleva demasiado texto. Acórtalo e inténtalo de nuevo.",
  "not-serializable": unsendable,
  "lost-in-json": () => "Una parte de este formulario no se puede enviar. Recarga la página e inténtalo de nuevo.",
  "duplicate-key": unsendable,
  type: ({ label, code }) => (code === "invalid_integer" ? at(label, "escribe un número entero.") : check({ label })),
  required: fill,
  "empty-string": fill,
  enum: choose,
  "unknown-field": check,

  "email-format": ({ label }) => at(label, "escribe un correo válido, por ejemplo nombre@ejemplo.cl."),
  "email-domain": ({ label }) => `Revisa ${field(label)}: lo que va después de la @ está incompleto.`,
  "url-format": url,
  "redirect-url-http": url,
  "url-https": url,
  "image-url-https": url,
  "url-placeholder": ({ label }) => `Revisa ${field(label)}: una parte de la dirección quedó sin completar.`,
  "expires-at-format": ({ label }) => at(label, "elige una fecha y una hora."),
  "expires-at-rfc3339": check,
  "expires-at-utc": check,
  "tax-id-type": choose,
  "tax-id-format": ({ taxId }) =>
    taxId === "RFC" ? "Escribe un RFC válido, por ejemplo GODE561231GR8." : `Escribe ${rut}.`,
  "rut-check-digit": () => "El RUT no es válido: revisa el dígito verificador.",
  "tax-id-no-check-digit": () => "Falta el dígito verificador del RUT. Escríbelo como 11.111.111-1.",
  "holder-id-format": ({ label, taxId }) =>
    at(label, `escribe ${taxId === "RFC" ? "un RFC o una CURP válidos" : rut}.`),
  "account-number-format": ({ label, taxId }) =>
    taxId === "RFC"
      ? at(label, "escribe los 18 dígitos de la CLABE.")
      : at(label, "escribe solo los dígitos de la cuenta, sin ceros al comienzo."),
  "clabe-check-digit": () => "La CLABE no es válida: revisa sus 18 dígitos.",
  "account-type-unlisted": choose,
  "business-category": ({ label }) => at(label, "escribe un código de 6 dígitos."),
  "business-tax-id": () => "Escribe un RUT válido del comercio, por ejemplo 11.111.111-1.",
  "id-prefix": check,
  "id-form": check,
  "product-name-size": ({ label }) => `Acorta ${field(label)} a 100 caracteres.`,
  "metadata-count": () => "Este formulario lleva demasiados datos: puede llevar 50.",
  "metadata-key-size": check,
  "metadata-value-size": ({ label }) => `Acorta ${field(label)} a 500 caracteres.`,
  "metadata-flat": check,

  "amount-positive": () => "El monto debe ser mayor que cero.",
  "amount-limit": () => "El total es demasiado alto: debe ser menor que 7.000.000.",
  "amount-int32": () => "El total es muy alto. Revísalo.",
  "amount-or-line-items": amount,
  "amount-with-line-items": leaveOut,
  "amount-required-in-subscription": amount,
  "line-items-required-in-subscription": item,
  "amount-forbidden-in-setup": leaveOut,
  "line-items-in-setup": () => "Quita los productos: ahora no se cobra nada.",
  "line-items-empty": item,
  "amount-equals-total": ({ total }) =>
    `El monto y los productos no cuadran${total ? `: los productos suman ${total}` : ""}.`,
  "total-range": () => "El total de los productos es demasiado alto.",
  "quantity-positive": atLeastOne,
  "interval-count-positive": atLeastOne,
  "recurring-only-in-subscription": () => "Los productos solo se cobran cada cierto tiempo en una suscripción.",
  "recurring-expected": () => "Elige cada cuánto se cobra el producto.",
  "price-xor-price-data": () => "Elige un precio guardado o escribe uno nuevo, pero no ambos.",
  "product-xor-product-data": () => "Elige un producto guardado o describe uno nuevo, pero no ambos.",
  "unit-amount-negative": ({ label }) => at(label, "escribe un monto que no sea negativo."),
  "unit-amount-zero": ({ label }) => `${theAmount(label)} es cero. Revísalo.`,
  "currency-matches-session": () => "Todos los productos deben estar en la moneda del pago.",
  "currency-case": choose,

  "customer-xor-customer-data": () => "Elige un cliente o escribe los datos de uno nuevo, pero no ambos.",
  "customer-identified": whoPays("correo"),
  "tax-id-complete": ({ label, part, taxId = "RUT" }) => (part === "type" ? choose({ label }) : `Escribe tu ${taxId}.`),
  "customer-required": whoPays("correo"),
  "subscription-only-in-setup": () => "Una suscripción que ya existe solo corresponde al guardar un medio de pago.",

  "payment-method-types-for-flow": ({ label, option, flow }) =>
    option
      ? `“${option}” no sirve para ${thisPurchase(flow)}: elige otra opción.`
      : `Elige otra opción${label ? ` de “${label}”` : ""}: esta no sirve para ${thisPurchase(flow)}.`,
  "direct-debit-unlisted": ({ option }) => `${option ? `“${option}”` : "Una opción"} podría no estar disponible.`,
  "payment-method-types-empty": () => "Elige al menos un medio de pago.",
  "payment-method-types-unique": ({ option }) =>
    `Elegiste dos veces ${option ? `“${option}”` : "el mismo medio de pago"}.`,
  "type-currency": ({ option }) =>
    `${option ? `“${option}”` : "Una opción"} no está disponible en esta moneda: elige otra.`,
  "options-match-types": ({ option }) =>
    `Hay datos de ${option ? `“${option}”, que no elegiste` : "un medio de pago que no elegiste"}.`,
  "options-incomplete": ({ option }) => `Faltan datos ${option ? `de “${option}”` : "del medio de pago"}.`,
  "recipient-account-complete": fill,
  "sender-account-form": check,
  "institution-currency": ({ label }) => at(label, "elige un banco del país de la moneda."),
  "card-type-unlisted": choose,
  "payment-method-needs-customer": () => "Para pagar con un medio de pago guardado, indica de quién es.",
  "payment-method-needs-bank-transfer": () => "Con un medio de pago guardado solo se puede pagar por transferencia.",
  "payment-method-in-subscription": () => "Un medio de pago guardado no corresponde en una suscripción.",
  "payment-method-in-setup": leaveOut,
  "save-payment-method-only-in-payment": leaveOut,
  "save-payment-method-needs-customer": toSave("medio", "correo"),

  "ui-mode-only-in-payment": leaveOut,
  "redirect-urls-required": url,
  "redirect-urls-expected": url,
  "redirect-urls-together": url,
  "expires-at-lead": soon,
  "expires-at-tight": soon,

  "internal-error": () => "No se pudo revisar este formulario. Recarga la página e inténtalo de nuevo.",
  unseen: ({ level, flow }) =>
    level === "warning" ? "Es posible que algo de este formulario esté mal." : unsendable({ flow }),
  browser: ({ label, code }) => (code === "missing_parameter" ? fill({ label }) : check({ label })),
  server: ({ message, ...facts }) => (message && !isEnglish(message) ? message : answered({ message, ...facts })),
  pending: () => "Enviando…",
  "amount-not-a-number": amount,
  "amount-currency": ({ label, currency, example }) =>
    currency
      ? at(label, `escribe un monto en ${currency}${such(example)}.`)
      : `Elige una moneda antes de escribir ${label ? `“${label}”` : "el monto"}.`,
  "amount-decimals": ({ label, currency, example, readings: [reading] = [] }) => {
    if (reading) return `${theAmount(label)} va sin decimales. ¿Quisiste decir ${reading}?`;
    return at(
      label,
      `escribe ${currency === "MXN" ? "a lo más dos decimales" : "un monto sin decimales"}${such(example)}.`,
    );
  },
  "amount-ambiguous": ({ label, example, readings: [one, other] = [] }) => {
    if (other) return `${theAmount(label)} se puede leer de dos maneras. ¿Quisiste decir ${one} o ${other}?`;
    if (one) return `${theAmount(label)} no está claro. ¿Quisiste decir ${one}?`;
    return `${theAmount(label)} no está claro.${example ? ` Escríbelo como ${example}.` : ""}`;
  },
  "amount-repeated": ({ label }) => `${theAmount(label)} aparece dos veces, con valores distintos.`,
  "amount-too-large": ({ label }) => `${theAmount(label)} es demasiado grande.`,
  "time-no-zone": unsendable,

  summary: ({ count }) => `${count} ${count === 1 ? "problema" : "problemas"} por corregir`,
  row: ({ row }) => `Producto ${row}`,
};

/** True for a message of Fintoc's own, which are in English, and not for one that a merchant has written. */
const isEnglish = (message) => ENGLISH.test(message) && !SPANISH.test(message);

const ENGLISH =
  /\b(?:the|is|are|was|has|have|been|must|not|cannot|already|should|with|this|that|already|taken|missing|required|invalid|wrong|failed|bad|request|unauthorized|forbidden|conflict|unknown|internal|too|of|or|and|to)\b/i;
const SPANISH = /[áéíóúñ¿¡]|\b(?:el|la|los|las|un|una|es|son|del|que|por|para|en|ya|ese|este|esta|tu|su|con)\b/i;

const whoPaysInMexico = ({ taxId = "RFC", ...facts }) => whoPays("correo electrónico")({ taxId, ...facts });

export const mexican = {
  "email-format": ({ label }) => at(label, "escribe un correo electrónico válido, por ejemplo nombre@ejemplo.mx."),
  "amount-limit": () => "El total es demasiado alto: debe ser menor que 7,000,000.",
  "customer-identified": whoPaysInMexico,
  "customer-required": whoPaysInMexico,
  "save-payment-method-needs-customer": ({ taxId = "RFC", ...facts }) =>
    toSave("método", "correo electrónico")({ taxId, ...facts }),
  "subscription-only-in-setup": () => "Una suscripción que ya existe solo corresponde al guardar un método de pago.",
  "payment-method-types-empty": () => "Elige al menos un método de pago.",
  "payment-method-types-unique": ({ option }) =>
    `Elegiste dos veces ${option ? `“${option}”` : "el mismo método de pago"}.`,
  "options-match-types": ({ option }) =>
    `Hay datos de ${option ? `“${option}”, que no elegiste` : "un método de pago que no elegiste"}.`,
  "options-incomplete": ({ option }) => `Faltan datos ${option ? `de “${option}”` : "del método de pago"}.`,
  "payment-method-in-subscription": () => "Un método de pago guardado no corresponde en una suscripción.",
  "payment-method-needs-customer": () => "Para pagar con un método de pago guardado, indica de quién es.",
  "payment-method-needs-bank-transfer": () => "Con un método de pago guardado solo se puede pagar por transferencia.",
};
