interface Report {
  valid: boolean; // there are no errors
  errors: Violation[]; // what makes the request invalid, in the order of its fields
  warnings: Violation[]; // what the API may accept, but a person should look at
  omitted?: { errors: number; warnings: number }; // how many are beyond `maxViolations`, and not listed; absent when all are
}

interface Violation {
  rule: RuleId; // "amount-equals-total": the same in every version of this package
  level: "error" | "warning";
  code: Code; // "invalid_amount": Fintoc's own vocabulary
  path: (string | number)[]; // ["line_items", 0, "quantity"]
  param: string; // "line_items[0].quantity", as Fintoc writes it
  message: string;
  suggestion?: string | number | string[]; // what to put in place, where that is certain
}
