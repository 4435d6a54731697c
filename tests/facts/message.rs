//! Writes the English message of a violation as an integrator could: from the rule, the path, the facts and the
//! suggestion of its JSON.

use serde_json::Value;

/// Returns the message.
pub(crate) fn message(violation: &Value) -> String {
    let of = Parts { violation, facts: &violation["facts"] };
    match of.text("rule") {
        rule @ ("json-syntax" | "body-size" | "not-serializable" | "duplicate-key" | "type" | "enum")
            if of.facts.get("body").is_some() =>
        {
            of.answer(rule)
        }
        rule => of.shape(rule).or_else(|| of.format(rule)).or_else(|| of.amount(rule)).unwrap_or_else(|| of.rest(rule)),
    }
}

struct Parts<'v> {
    violation: &'v Value,
    facts: &'v Value,
}

impl Parts<'_> {
    fn answer(&self, rule: &str) -> String {
        let it = self.it();
        match rule {
            "json-syntax" => format!("{it} is not valid JSON at {}.", self.syntax()),
            "body-size" => format!("{it} must be at most {} bytes long.", self.number("limit")),
            "duplicate-key" if self.is("is_documented") => {
                format!("{it} occurs more than once: the first value counts.")
            }
            "duplicate-key" => format!("a name occurs more than once in {it}: the first value counts."),
            "enum" if self.fact("body") == "api_error" => {
                format!("this is an error of the API: {} was expected.", self.list("allowed"))
            }
            "enum" => format!("{it} must be {}.", self.list("allowed")),
            "type" if self.fact("expected") == "integer" && self.fact("found") == "number" => {
                format!("{it} is documented as an integer, but has decimals or is beyond 9007199254740991.")
            }
            "type" if self.names().is_empty() => format!("{it} must be {}, but is {}.", self.expected(), self.found()),
            "type" => format!("{it} is documented as {}, but is {}.", self.expected(), self.found()),
            other => panic!("{other}"),
        }
    }

    fn shape(&self, rule: &str) -> Option<String> {
        let it = self.it();
        let field = self.names().last().copied().unwrap_or_default();
        Some(match rule {
            "json-syntax" if !self.names().is_empty() => format!(
                "{it} has half of a character (a lone surrogate), which JSON cannot hold: cut texts between characters."
            ),
            "json-syntax" => format!("the request body is not valid JSON at {}.", self.syntax()),
            "body-size" => format!("the request body must be at most {} bytes long.", self.number("limit")),
            "lost-in-json" if self.is("is_documented") => format!("{it} is {}.", self.loss()),
            "lost-in-json" => format!("a value in {it} is {}.", self.loss()),
            "duplicate-key" if self.is("is_documented") => {
                format!("{it} occurs more than once in its object, and JSON leaves open which value counts.")
            }
            "duplicate-key" => {
                format!("a name occurs more than once in {it}, and JSON leaves open which value counts.")
            }
            "type" if self.text("param").is_empty() && self.fact("found") == "string" => format!(
                "{it} must be an object, but is a string, perhaps encoded twice (validateJson takes JSON text)."
            ),
            "type" => match (self.fact("expected"), self.fact("found"), self.facts.get("correction")) {
                ("string", "object", _) if self.text("param") == "customer" => {
                    "customer must be the id of a customer, \
                    a string, but is an object: send the id of one that exists, or else the data of a new one in \
                    customer_data."
                        .to_owned()
                }
                _ if self.is("has_decimals") && ["amount", "unit_amount"].contains(&field) => format!(
                    "{it} must be a whole number, in the smallest unit of the currency (pesos for CLP, centavos for \
                     MXN), but has decimals."
                ),
                _ if self.is("has_decimals") => format!("{it} must be a whole number, but has decimals."),
                ("integer", "number", _) => format!(
                    "{it} must be an integer from -9007199254740991 to 9007199254740991, but is out of that range."
                ),
                (_, _, Some(correction)) if correction == "integer" => {
                    format!("{it} must be an integer, but is a string: leave out the quotes.")
                }
                (_, _, Some(correction)) if correction == "array" => {
                    format!("{it} must be an array, but is a string: put it in brackets.")
                }
                (_, "number", _) if field == "expires_at" => format!(
                    "{it} must be a string with a date, a time and a time zone, such as 2030-12-31T23:59:59Z, but is a \
                     number."
                ),
                _ => format!("{it} must be {}, but is {}.", self.expected(), self.found()),
            },
            "required" => format!("{it} is missing."),
            "empty-string" => format!("{it} must not be empty or only white space."),
            "enum" if self.facts["allowed"] == serde_json::json!(["payment"]) => format!(
                "version 1 of the API has only the payment flow: use version 2 for subscription and setup{}",
                self.perhaps()
            ),
            "enum" => format!("{it} must be {}{}", self.list("allowed"), self.perhaps()),
            "unknown-field" => self.unknown_field(),
            _ => return None,
        })
    }

    fn loss(&self) -> &str {
        match self.fact("cause") {
            "function" => "a function, which is not sent",
            "symbol" => "a symbol, which is not sent",
            "undefined" => "undefined, which an array sends as null",
            "not_finite" => "NaN or infinite, which is sent as null",
            "invalid_date" => "an invalid Date, which is sent as null",
            "map" => "a Map, whose entries are not sent; Object.fromEntries makes an object of it",
            "set" => "a Set, whose values are not sent; use an array",
            "promise" => "a Promise, whose value is not sent; await it",
            "form_data" => "a FormData, whose fields are not sent; readForm makes a request of it",
            "url_search_params" => "a URLSearchParams, whose fields are not sent; readForm makes a request of it",
            "request" => "a Request, whose body is not sent; await its json()",
            "response" => "a Response, whose body is not sent; await its json()",
            other => panic!("{other}"),
        }
    }

    fn unknown_field(&self) -> String {
        let it = self.it();
        let start = format!("{it} has no documented field of this name:");
        match self.fact("elsewhere") {
            "version2" => format!("{} is a field of version 2 of the API, not of version 1.", self.fact("name")),
            "new_customer" => {
                format!("{start} the API calls it {}, and takes customer_data in place of customer.", self.fact("name"))
            }
            "inside" => format!("{start} it belongs in {}.", self.list("objects")),
            "called" => format!("{start} the API calls it {}.", self.fact("name")),
            "metadata" => format!("{start} the merchant's own data goes into metadata."),
            "header" => format!("{start} {} is a header of the request.", self.fact("name")),
            "wrapper" => "the request body has no documented field of this name: its fields are sent by themselves, \
                without an object around them."
                .to_owned(),
            "old_name" => "payment_methods is the name that payment_method_types had before version 2026-02-01 of the \
                API."
                .to_owned(),
            "duration" => format!(
                "{start} in place of a duration, expires_at takes a date and time, such as 2030-12-31T23:59:59Z."
            ),
            _ => format!("{start} the API may ignore or refuse it{}", self.perhaps()),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one message a rule")]
    fn format(&self, rule: &str) -> Option<String> {
        let it = self.it();
        let url = "must be an absolute URL";
        let digits = "has a check digit that does not match its other digits: check for a typing error";
        Some(match (rule, self.fact("fault")) {
            ("email-format", "invisible") => {
                format!("{it} holds a character that cannot be seen: type it anew, such as name@example.com.")
            }
            ("email-format", _) => format!("{it} must be an e-mail address, such as name@example.com."),
            ("email-domain", _) => format!("{it} has a domain without a dot: no receipt arrives there."),
            ("url-format", "no_scheme") => format!("{it} {url}, such as https://example.com/path, but has no scheme."),
            ("url-format", "host_without_scheme") => {
                format!("{it} {url}, but https:// is missing before the host and port.")
            }
            ("url-format", "no_slashes") => {
                format!("{it} {url}, such as https://example.com/path, but has no // after its scheme.")
            }
            ("url-format", "unusable_scheme") => format!(
                "{it} must be a URL to which someone can be sent, such as https://example.com/path: nobody can be sent \
                 to its scheme."
            ),
            ("url-format", "space") => format!("{it} {url}, but holds white space or a control character."),
            ("url-format", "invisible") => {
                format!("{it} {url}, but holds a character that cannot be seen: type it anew.")
            }
            ("url-format", "host") => {
                format!("{it} {url}, such as https://example.com/path, but its host is missing or cannot be one.")
            }
            ("url-format", "port") => format!("{it} {url}, but its port is no number from 0 to 65535."),
            ("redirect-url-http", _) => format!(
                "{it} must begin with https://: Fintoc was seen to refuse http://, in test mode and at localhost too."
            ),
            ("url-https", _) => format!("{it} should begin with https://: the API may refuse any other scheme."),
            ("image-url-https", _) => format!("{it} must begin with https://."),
            ("url-placeholder", _) => {
                format!("{it} holds a placeholder: a template that was not filled, or a variable that is not set.")
            }
            ("expires-at-format", fault) => {
                let fault = match fault {
                    "no_such_day" => ", but that day does not exist",
                    "date_only" => ", but has no time",
                    "no_t" => ", but has no T between date and time",
                    "digits" => ", but one of its numbers has too few or too many digits",
                    "time_range" => ", but that time does not exist",
                    _ => "",
                };
                let date = if self.is("takes_date") { ", or a date, such as 2030-12-31" } else { "" };
                format!(
                    "expires_at must be a valid date and time with a time zone, such as 2030-12-31T23:59:59Z{date}{fault}."
                )
            }
            ("expires-at-rfc3339", _) => "expires_at should be written as RFC 3339 has it, in UTC, such as \
                2030-12-31T23:59:59Z: the API may refuse other spellings."
                .to_owned(),
            ("expires-at-utc", _) => "expires_at should be in UTC, ending in Z.".to_owned(),
            ("tax-id-type", _) => format!("tax_id.type should be {}{}", self.list("allowed"), self.perhaps()),
            ("tax-id-format", _) if self.fact("expected") == "cl_rut" => "tax_id.value must be a RUT: 1 to 8 digits \
                and a check digit, 0 to 9 or K, such as 11.111.111-1."
                .to_owned(),
            ("tax-id-format", _) => "tax_id.value must be an RFC: 3 or 4 letters, a date as YYMMDD, and 3 letters or \
                digits, such as XAXX010101000."
                .to_owned(),
            ("rut-check-digit", _) if self.is("is_zeros") => format!("{it} holds zeros alone, which are nobody's RUT."),
            ("rut-check-digit", _) => format!("{it} {digits}, or a missing check digit (0 to 9 or K)."),
            ("holder-id-format", _) if self.fact("currency") == "CLP" => {
                format!("{it} should be a RUT when currency is CLP.")
            }
            ("holder-id-format", _) => format!("{it} should be an RFC or a CURP when currency is MXN."),
            ("account-number-format", _) if self.fact("currency") == "MXN" => {
                format!("{it} should be 18 digits (a CLABE), 16 (a card) or 10 (a telephone) when currency is MXN.")
            }
            ("account-number-format", _) => {
                format!("{it} should have only digits (no hyphens), and no zeros in front unless currency is MXN.")
            }
            ("clabe-check-digit", _) => {
                format!("{it} is a CLABE whose check digit does not match its other digits: check for a typing error.")
            }
            ("account-type-unlisted" | "card-type-unlisted", _) => {
                format!("{it} should be {}{}", self.list("allowed"), self.perhaps())
            }
            ("business-category", _) => {
                "business_profile.category should be an activity code of 6 digits when currency is CLP.".to_owned()
            }
            ("business-tax-id", _) => "business_profile.tax_id should be a RUT when currency is CLP.".to_owned(),
            ("id-prefix", _) => format!(
                "{it} should begin with {}, but begins with the prefix of another kind of object.",
                self.fact("expected")
            ),
            ("id-form", "white_space") => format!("{it} should be an id, but holds white space."),
            ("id-form", "at") => format!("{it} should be an id, but holds an @, as e-mail addresses do."),
            ("id-form", "bare_prefix") => format!("{it} should be an id, but has nothing after its prefix."),
            ("id-form", "capital") => {
                format!("{it} should be an id in lower case, such as cl_banco_estado, but holds a capital letter.")
            }
            ("product-name-size", _) => format!("product_data.name should have at most {}.", self.length()),
            ("metadata-count", _) => {
                format!("{it} should have at most {} keys, but has {}.", self.number("limit"), self.number("count"))
            }
            ("metadata-key-size", _) => format!("a key of {it} should have at most {}.", self.length()),
            ("metadata-value-size", _) => format!("a value of {it} should have at most {}.", self.length()),
            ("metadata-flat", _) => format!("a value of {it} should not be an object or an array."),
            _ => return None,
        })
    }

    fn amount(&self, rule: &str) -> Option<String> {
        let it = self.it();
        let sum = if self.text("param") == "line_items" { "the total of line_items" } else { "amount" };
        Some(match rule {
            "amount-positive" => format!("{sum} must be at least 1, but is {}.", self.number("amount")),
            "amount-limit" => format!(
                "in version 1 of the API {sum} must be less than {}, but is {}.",
                grouped(self.number("limit")),
                grouped(self.number("amount"))
            ),
            "amount-int32" => format!(
                "{sum} should be at most {}, but is {}: the API's amounts are 32-bit integers elsewhere.",
                grouped(self.number("limit")),
                grouped(self.number("amount"))
            ),
            "amount-or-line-items" => "amount is missing: the payment flow needs amount or line_items.".to_owned(),
            "amount-with-line-items" => {
                "amount must be left out when line_items is sent: it is calculated from the items.".to_owned()
            }
            "amount-required-in-subscription" => format!(
                "amount is missing: the subscription flow needs it, equal to the total of line_items{}.",
                self.facts["total"].as_i64().map(|total| format!(", {total}")).unwrap_or_default()
            ),
            "line-items-required-in-subscription" => {
                "line_items is missing or empty: the subscription flow needs at least one item.".to_owned()
            }
            "amount-forbidden-in-setup" => "amount must be left out: nothing is charged in the setup flow.".to_owned(),
            "line-items-in-setup" => "line_items should be left out: nothing is charged in the setup flow.".to_owned(),
            "line-items-empty" => "line_items should be left out or hold at least one item, but is empty.".to_owned(),
            "amount-equals-total" => format!(
                "amount must be the total of line_items, {}, but is {}.",
                self.number("total"),
                self.number("amount")
            ),
            "total-range" => "the total of line_items must be at most 9007199254740991, but is greater.".to_owned(),
            "quantity-positive" => format!("{it} must be at least 1, but is {}.", self.number("quantity")),
            "interval-count-positive" => format!("{it} must be at least 1, but is {}.", self.number("interval_count")),
            "recurring-only-in-subscription" => format!(
                "{it} should be left out in the {} flow: only a subscription charges an item again.",
                self.fact("flow")
            ),
            "recurring-expected" => format!("{it} is missing: nothing says how often the item is charged."),
            "price-xor-price-data" => {
                "price_data should be left out when the item has price: an item has one of the two.".to_owned()
            }
            "product-xor-product-data" => {
                "product_data should be left out when price_data has product: it has one of the two.".to_owned()
            }
            "unit-amount-negative" => format!("{it} must be at least 0, but is {}.", self.number("unit_amount")),
            "unit-amount-zero" => format!("{it} is 0: the API may refuse an item that costs 0."),
            "currency-matches-session" => {
                format!("{it} must be that of the session, {}, but is {}.", self.fact("session"), self.fact("item"))
            }
            "currency-case" => format!("{it} should be {}, in upper case.", self.fact("currency")),
            _ => return None,
        })
    }

    #[expect(clippy::too_many_lines, reason = "one message a rule")]
    fn rest(&self, rule: &str) -> String {
        let it = self.it();
        let of_flow = |text: &str| text.replace("{flow}", self.fact("flow"));
        let choose = "to choose the kind of payment,";
        match (rule, self.is("is_saved_method")) {
            ("customer-xor-customer-data", _) => {
                "customer_data must be left out when customer is sent: a session has one of the two.".to_owned()
            }
            ("customer-identified", _) => "customer_data must have email or tax_id, but has neither.".to_owned(),
            ("tax-id-complete", _) => format!("{it} is missing: a tax_id needs type and value."),
            ("customer-required", _) if self.is("takes_data") => {
                of_flow("customer is missing: the {flow} flow should have customer or customer_data.")
            }
            ("customer-required", _) => of_flow("customer is missing: the {flow} flow should have customer."),
            ("subscription-only-in-setup", _) => of_flow(
                "subscription should be left out in the {flow} flow: a setup uses it to renew the payment method of a \
                 subscription.",
            ),
            ("payment-method-types-for-flow", _) => {
                let flow = self.facts["flow"].as_str().map(|flow| format!(" in the {flow} flow")).unwrap_or_default();
                format!("{it} must be {}{flow}{}{}", self.list("allowed"), self.known_in(), self.perhaps())
            }
            ("direct-debit-unlisted", _) => "the API may refuse direct_debit: Fintoc's page on the session object \
                lists it, the page on creating a session does not."
                .to_owned(),
            ("payment-method-types-empty", _) => {
                "payment_method_types must be left out or hold at least one type, but is empty.".to_owned()
            }
            ("payment-method-types-unique", _) => format!("{it} should not repeat an earlier one."),
            ("type-currency", _) => format!(
                "payment_method_types should not hold {} when currency is {}.",
                self.fact("method"),
                self.fact("currency")
            ),
            ("options-match-types", _) => {
                let key = if self.is("is_documented") { it } else { format!("a key of {it}") };
                match self.facts["flow"].as_str() {
                    Some(flow) => format!(
                        "{key} is no payment method of the {flow} flow ({}){}{}",
                        self.list("allowed"),
                        self.known_in(),
                        self.perhaps()
                    ),
                    None => format!(
                        "{key} must be listed in payment_method_types to have options, but is not{}",
                        self.perhaps()
                    ),
                }
            }
            ("options-incomplete", _) => {
                format!("{it} is missing or empty: without it, the options of the payment method say nothing.")
            }
            ("recipient-account-complete", _) => {
                let parts = "should have holder_id, institution_id, number and, unless currency is MXN, type";
                if self.is("is_empty") {
                    format!("recipient_account {parts}, but has none of them.")
                } else {
                    format!("{it} is missing: a recipient_account {parts}.")
                }
            }
            ("sender-account-form", _) if self.is("is_plain") => {
                format!("{it} should be sent as {{\"value\": \"...\"}}: a plain string is the form of responses.")
            }
            ("sender-account-form", _) => format!("{it} is missing: the field is sent as {{\"value\": \"...\"}}."),
            ("institution-currency", _) if self.fact("currency") == "CLP" => {
                format!("{it} should be of Chile when currency is CLP, but begins with mx_.")
            }
            ("institution-currency", _) => {
                format!("{it} should be of Mexico when currency is MXN, but begins with cl_.")
            }
            ("payment-method-needs-customer", true) => "customer is missing: payment_method needs the id of the \
                customer that it belongs to (customer_data does not do)."
                .to_owned(),
            ("payment-method-needs-customer", false) => format!(
                "customer is missing: payment_method is the id of a saved payment method of a customer (customer_data \
                 does not do); {choose} send payment_method_types instead."
            ),
            ("payment-method-needs-bank-transfer", true) => {
                "payment_method_types must be exactly [\"bank_transfer\"] when payment_method is sent.".to_owned()
            }
            ("payment-method-needs-bank-transfer", false) => format!(
                "payment_method_types must be exactly [\"bank_transfer\"] when payment_method is sent, which is the id \
                 of a saved payment method; {choose} leave payment_method out."
            ),
            ("payment-method-in-subscription", true) => "payment_method must be left out: it requires bank_transfer, \
                which a subscription does not take."
                .to_owned(),
            ("payment-method-in-subscription", false) => format!(
                "payment_method must be left out of a subscription: it is the id of a saved payment method; {choose} \
                 use payment_method_types."
            ),
            ("payment-method-in-setup", true) => {
                "payment_method should be left out: nothing is charged in the setup flow.".to_owned()
            }
            ("payment-method-in-setup", false) => format!(
                "payment_method should be left out of a setup: it is the id of a saved payment method; {choose} use \
                 payment_method_types."
            ),
            ("save-payment-method-only-in-payment", _) => {
                "save_payment_method must be left out: it is only for the payment flow.".to_owned()
            }
            ("save-payment-method-needs-customer", _) => "customer is missing: save_payment_method needs customer or \
                customer_data when it is enabled."
                .to_owned(),
            ("ui-mode-only-in-payment", _) => "ui_mode should be left out: it is only for the payment flow.".to_owned(),
            ("redirect-urls-required", _) => format!(
                "{it} is missing: the payment flow needs success_url and cancel_url unless ui_mode is embedded."
            ),
            ("redirect-urls-expected", _) => {
                format!("{it} is missing: the subscription and setup flows should have success_url and cancel_url.")
            }
            ("redirect-urls-together", _) => {
                format!("{it} is missing: success_url and cancel_url should be sent together.")
            }
            ("expires-at-lead", _) if self.number("minutes") == 0 => "expires_at must be later than now.".to_owned(),
            ("expires-at-lead", _) => {
                format!("expires_at must be at least {} minutes in the future.", self.number("minutes"))
            }
            ("expires-at-tight", _) => "expires_at should be at least 11 minutes in the future: the API needs 10 when \
                the request arrives."
                .to_owned(),
            (other, _) => panic!("no message for {other}"),
        }
    }

    fn text(&self, member: &str) -> &str {
        self.violation[member].as_str().unwrap_or_else(|| panic!("no {member}: {}", self.violation))
    }

    /// Returns a string of the facts; empty if there is none.
    fn fact(&self, name: &str) -> &str {
        self.facts[name].as_str().unwrap_or_default()
    }

    fn is(&self, name: &str) -> bool {
        self.facts[name].as_bool().unwrap_or_default()
    }

    fn number(&self, name: &str) -> i64 {
        self.facts[name].as_i64().unwrap_or_else(|| panic!("no {name}: {}", self.violation))
    }

    fn list(&self, name: &str) -> String {
        let words: Vec<&str> = self.facts[name].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
        match words.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }

    fn length(&self) -> String {
        format!("{} characters, but has {}", self.number("limit"), self.number("length"))
    }

    fn perhaps(&self) -> String {
        match self.violation.get("suggestion") {
            Some(suggestion) => format!("; did you mean {}?", suggestion.as_str().unwrap()),
            None => ".".to_owned(),
        }
    }

    fn known_in(&self) -> String {
        match self.fact("known_in") {
            "flows" => format!("; this type is for the {} flow", self.list("flows")),
            "older_version" => "; this is the name before API version 2026-02-01".to_owned(),
            _ => String::new(),
        }
    }

    fn expected(&self) -> String {
        match self.fact("expected") {
            "integer" => "an integer".to_owned(),
            "string" if self.facts.get("allowed").is_some() => format!("a string ({})", self.list("allowed")),
            "string_or_object" => "a string or an object".to_owned(),
            "array" => "an array".to_owned(),
            "object" => "an object".to_owned(),
            other => format!("a {other}"),
        }
    }

    fn found(&self) -> String {
        match self.fact("found") {
            "null" => "null".to_owned(),
            found @ ("array" | "object") => format!("an {found}"),
            found => format!("a {found}"),
        }
    }

    fn syntax(&self) -> String {
        let fault = match self.fact("fault") {
            "end" => "it ends too early",
            "unexpected" => "there is an unexpected character",
            "extra_comma" => "there is a comma too many",
            "missing_comma" => "a comma is missing here",
            "single_quote" => "strings and names take double quotes, not single ones",
            "unquoted_name" => "a name is not in double quotes",
            "comment" => "JSON has no comments",
            "word" => "there is a word that JSON does not have, such as NaN, undefined or True",
            "control_character" => "a string holds a control character without an escape",
            "escape" => "a string holds an escape that JSON does not have",
            "lone_surrogate" => "a \\u escape is half of a surrogate pair",
            "number_range" => "a number is beyond every 64-bit float",
            "depth" => "arrays and objects are nested deeper than 127 levels",
            "trailing" => "there is text after the value",
            "byte_order_mark" => "there is a byte order mark",
            "encoding" => "there are bytes that are not UTF-8",
            other => panic!("{other}"),
        };
        format!("line {}, column {}: {fault}", self.number("line"), self.number("column"))
    }

    /// Returns the names of the API in the path, without indexes.
    fn names(&self) -> Vec<&str> {
        let path = self.violation["path"].as_array().unwrap();
        let own_name = match self.text("rule") {
            "unknown-field" | "metadata-key-size" | "metadata-value-size" | "metadata-flat" => true,
            "duplicate-key" | "options-match-types" | "lost-in-json" => !self.is("is_documented"),
            _ => false,
        };
        path.iter().take(path.len() - usize::from(own_name)).filter_map(Value::as_str).collect()
    }

    /// Returns the subject: a field with its object, an element or the body.
    fn it(&self) -> String {
        let path: Vec<&Value> = self.violation["path"].as_array().unwrap().iter().collect();
        let names = self.names();
        let is_element = path.get(names.len()).is_some_and(|_| {
            path.iter().rposition(|segment| segment.is_number())
                > path.iter().rposition(|segment| Some(&segment.as_str().unwrap_or_default()) == names.last())
        });
        let field = match names.as_slice() {
            [] => {
                return match self.fact("body") {
                    "session" => "the session".to_owned(),
                    "event" | "api_error" => "the event".to_owned(),
                    _ => "the request body".to_owned(),
                };
            }
            [field] => (*field).to_owned(),
            [.., "price_data", "currency"] => "the item's currency".to_owned(),
            [.., "line_items", field] => format!("the item's {field}"),
            [.., object, field] => format!("{object}.{field}"),
        };
        if is_element { format!("an element of {field}") } else { field }
    }
}

/// Returns a number with its digits in groups of three.
fn grouped(number: i64) -> String {
    let digits = number.abs().to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    format!("{}{}", if number < 0 { "-" } else { "" }, groups.join(","))
}
