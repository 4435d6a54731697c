/** The sentences of a form in Spanish: `es` in general, `esMX` with those that differ in Mexico. */

const fill = ({ label }) => `Completa “${label}”.`;
const check = ({ label }) => `Revisa “${label}”.`;
const choose = ({ label }) => `Elige una de las opciones de “${label}”.`;
const leaveOut = ({ label }) => `Deja “${label}” en blanco: no corresponde a lo que elegiste.`;
const url = ({ label }) => `En “${label}”, escribe una dirección completa que comience con https://.`;
const item = () => "Agrega al menos un producto.";
const unsendable = () => "Este formulario no se puede enviar así. Recarga la página e inténtalo de nuevo.";
const amount = ({ label, example }) => `En “${label}”, escribe un monto, por ejemplo ${example}.`;
const customer = () => "Indica quién paga: escribe un correo o un RUT.";
const atLeastOne = ({ label }) => `En “${label}”, escribe 1 o más.`;
const soon = ({ label }) => `En “${label}”, elige una hora más adelante: al menos 15 minutos desde ahora.`;
const rut = "un RUT válido, por ejemplo 11.111.111-1";

export const es = {
  "json-syntax": unsendable,
  "body-size": () => "Este formulario lleva demasiado texto. Acórtalo e inténtalo de nuevo.",
  "not-serializable": unsendable,
  "lost-in-json": () => "Una parte de este formulario no se puede enviar. Recarga la página e inténtalo de nuevo.",
  "duplicate-key": unsendable,
  type: ({ label, code }) =>
    code === "invalid_integer" ? `En “${label}”, escribe un número entero.` : `Revisa “${label}”.`,
  required: fill,
  "empty-string": fill,
  enum: choose,
  "unknown-field": check,

  "email-format": ({ label }) => `En “${label}”, escribe un correo, por ejemplo nombre@ejemplo.cl.`,
  "email-domain": ({ label }) => `Revisa “${label}”: lo que va después de la @ está incompleto.`,
  "url-format": url,
  "redirect-url-http": url,
  "url-https": url,
  "image-url-https": url,
  "url-placeholder": ({ label }) => `Revisa “${label}”: una parte de la dirección quedó sin completar.`,
  "expires-at-format": ({ label }) => `En “${label}”, elige una fecha y una hora.`,
  "expires-at-rfc3339": check,
  "expires-at-utc": check,
  "tax-id-type": choose,
  "tax-id-format": ({ taxId }) =>
    taxId === "RFC" ? "Escribe un RFC válido, por ejemplo GODE561231GR8." : `Escribe ${rut}.`,
  "rut-check-digit": ({ label }) => `Revisa “${label}”: el dígito verificador del RUT no corresponde.`,
  "holder-id-format": ({ label, taxId }) =>
    `En “${label}”, escribe ${taxId === "RFC" ? "un RFC o una CURP válidos" : rut}.`,
  "account-number-format": ({ label, taxId }) =>
    taxId === "RFC"
      ? `En “${label}”, escribe los 18 dígitos de la CLABE.`
      : `En “${label}”, escribe solo los dígitos de la cuenta, sin ceros al comienzo.`,
  "clabe-check-digit": ({ label }) => `Revisa “${label}”: el último dígito de la CLABE no corresponde a los demás.`,
  "account-type-unlisted": choose,
  "business-category": ({ label }) => `En “${label}”, escribe un código de 6 dígitos.`,
  "business-tax-id": () => "Escribe un RUT válido del comercio, por ejemplo 11.111.111-1.",
  "id-prefix": check,
  "id-form": check,
  "product-name-size": ({ label }) => `Acorta “${label}” a 100 caracteres.`,
  "metadata-count": () => "Este formulario lleva demasiados datos: puede llevar 50.",
  "metadata-key-size": check,
  "metadata-value-size": ({ label }) => `Acorta “${label}” a 500 caracteres.`,
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
  "unit-amount-negative": ({ label }) => `En “${label}”, escribe un monto que no sea negativo.`,
  "unit-amount-zero": ({ label }) => `“${label}” es cero. Revísalo.`,
  "currency-matches-session": () => "Todos los productos deben estar en la moneda del pago.",
  "currency-case": choose,

  "customer-xor-customer-data": () => "Elige un cliente o escribe los datos de uno nuevo, pero no ambos.",
  "customer-identified": customer,
  "tax-id-complete": () => "Elige un tipo de identificación y escribe su número.",
  "customer-required": customer,
  "subscription-only-in-setup": () => "Una suscripción que ya existe solo corresponde al guardar un medio de pago.",

  "payment-method-types-for-flow": ({ label }) => `Elige otra opción de “${label}”: esta no corresponde a este pago.`,
  "direct-debit-unlisted": ({ label }) => `Una opción de “${label}” podría no estar disponible.`,
  "payment-method-types-empty": () => "Elige al menos un medio de pago.",
  "payment-method-types-unique": () => "Un medio de pago está elegido dos veces.",
  "type-currency": ({ label }) => `Una opción de “${label}” no está disponible en esta moneda.`,
  "options-match-types": () => "Hay datos de un medio de pago que no está elegido.",
  "options-incomplete": () => "Faltan datos del medio de pago.",
  "recipient-account-complete": fill,
  "sender-account-form": check,
  "institution-currency": ({ label }) => `En “${label}”, elige un banco del país de la moneda.`,
  "card-type-unlisted": choose,
  "payment-method-needs-customer": () => "Un medio de pago guardado necesita su cliente.",
  "payment-method-needs-bank-transfer": () => "Un medio de pago guardado necesita una transferencia, y nada más.",
  "payment-method-in-subscription": () => "Un medio de pago guardado no corresponde en una suscripción.",
  "payment-method-in-setup": leaveOut,
  "save-payment-method-only-in-payment": leaveOut,
  "save-payment-method-needs-customer": () =>
    "Para guardar el medio de pago, indica quién paga: escribe un correo o un RUT.",

  "ui-mode-only-in-payment": leaveOut,
  "redirect-urls-required": url,
  "redirect-urls-expected": url,
  "redirect-urls-together": url,
  "expires-at-lead": soon,
  "expires-at-tight": soon,

  "internal-error": () => "No se pudo revisar este formulario. Recarga la página e inténtalo de nuevo.",
  unlabelled: ({ code }) => (code === "missing_parameter" ? "Completa este campo." : "Revisa este campo."),
  unseen: ({ level }) => (level === "warning" ? "Es posible que algo de este formulario esté mal." : unsendable()),
  browser: ({ label, code }) => (code === "missing_parameter" ? fill({ label }) : check({ label })),
  server: ({ label, message }) => message || `Revisa “${label}”: no fue aceptado.`,
  "amount-not-a-number": amount,
  "amount-currency": ({ label, currency, example }) =>
    currency
      ? `En “${label}”, escribe un monto en ${currency}, por ejemplo ${example}.`
      : `Elige una moneda antes de escribir “${label}”.`,
  "amount-decimals": ({ label, currency, example }) =>
    currency === "MXN"
      ? `En “${label}”, escribe a lo más dos decimales, por ejemplo ${example}.`
      : `En “${label}”, escribe un monto sin decimales, por ejemplo ${example}.`,
  "amount-ambiguous": ({ label, example }) => `“${label}” se puede leer de dos maneras. Escríbelo como ${example}.`,
  "amount-too-large": ({ label }) => `“${label}” es demasiado grande.`,

  summary: ({ count }) => `${count} ${count === 1 ? "problema" : "problemas"} por corregir`,
  row: ({ row }) => `Producto ${row}`,
};

const customerInMexico = () => "Indica quién paga: escribe un correo electrónico o un RFC.";

export const esMX = {
  ...es,
  "email-format": ({ label }) => `En “${label}”, escribe un correo electrónico, por ejemplo nombre@ejemplo.mx.`,
  "amount-limit": () => "El total es demasiado alto: debe ser menor que 7,000,000.",
  "customer-identified": customerInMexico,
  "customer-required": customerInMexico,
  "save-payment-method-needs-customer": () =>
    "Para guardar el método de pago, indica quién paga: escribe un correo electrónico o un RFC.",
  "subscription-only-in-setup": () => "Una suscripción que ya existe solo corresponde al guardar un método de pago.",
  "payment-method-types-empty": () => "Elige al menos un método de pago.",
  "payment-method-types-unique": () => "Un método de pago está elegido dos veces.",
  "options-match-types": () => "Hay datos de un método de pago que no está elegido.",
  "options-incomplete": () => "Faltan datos del método de pago.",
  "payment-method-in-subscription": () => "Un método de pago guardado no corresponde en una suscripción.",
  "payment-method-needs-customer": () => "Un método de pago guardado necesita su cliente.",
  "payment-method-needs-bank-transfer": () => "Un método de pago guardado necesita una transferencia, y nada más.",
};
