import { bindForm } from "fintoc-preflight/form";

const bound = bindForm(document.forms[0], {
  onSubmit: (request) => fetch("/checkout", { method: "POST", body: JSON.stringify(request) }),
});
