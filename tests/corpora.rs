//! Public test data, in `../shared/corpora` when it exists: JSON texts, dates, e-mail addresses, URLs, tokens of
//! fuzzers. Without it every test prints that it was skipped.
//!
//! If the contract of the rules differs from a corpus, the difference is listed here with its reason, and nothing
//! that is listed may agree.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::{fs, io, thread};

use fintoc_preflight::{Options, Rule, Version, Violation, validate_json};
use serde_json::{Value, json};

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];

/// The folder of the data. If it does not exist, reports on the terminal that the test is skipped: standard error would
/// be captured.
fn corpora() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    if folder.is_dir() {
        return Some(folder);
    }
    let test = thread::current().name().unwrap_or_default().to_owned();
    let line = format!("SKIPPED: {test}, as there is no {}\n", folder.display());
    io::stderr().write_all(line.as_bytes()).unwrap();
    None
}

/// The rules that a body violates.
fn rules(body: impl AsRef<[u8]>, version: Version) -> Vec<Rule> {
    let options = Options::new("2026-01-13T12:00:00Z".parse().unwrap()).version(version);
    validate_json(body, &options).iter().map(Violation::rule).collect()
}

/// True if a request with this value in a field does not break a rule.
fn valid(rule: Rule, field: &str, value: &str, version: Version) -> bool {
    !rules(json!({ field: value }).to_string(), version).contains(&rule)
}

/// The strings of a file of JSON-Schema-Test-Suite, and whether each has the format.
fn formats(folder: &Path, name: &str) -> Vec<(String, bool)> {
    let groups: Value = read_json(&folder.join("json-schema-formats").join(name));
    let tests = groups.as_array().unwrap().iter().flat_map(|group| group["tests"].as_array().unwrap());
    let tests: Vec<_> = tests
        .filter_map(|test| Some((test["data"].as_str()?.to_owned(), test["valid"].as_bool().unwrap())))
        .filter(|(text, _)| !text.trim().is_empty()) // That is `empty-string`.
        .collect();
    assert!(!tests.is_empty());
    tests
}

fn read_json(file: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// Asserts that a rule refuses what a corpus refuses, but for the strings that are listed.
fn assert_agrees(tests: &[(String, bool)], differences: &[&str], is_fine: impl Fn(&str) -> bool) {
    for (text, valid) in tests {
        let differs = is_fine(text) != *valid;
        assert_eq!(differs, differences.contains(&text.as_str()), "{text:?} is expected to be valid: {valid}");
    }
    for difference in differences {
        assert!(tests.iter().any(|(text, _)| text == difference), "{difference:?} is not in the corpus");
    }
}

#[test]
fn json_texts() {
    let Some(corpora) = corpora() else { return };
    let files: Vec<PathBuf> =
        fs::read_dir(corpora.join("JSONTestSuite/test_parsing")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() > 300);
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap();
        let text = fs::read(&file).unwrap();
        for version in VERSIONS {
            let rules = rules(&text, version);
            let is_refused = rules == [Rule::JsonSyntax];
            assert_eq!(is_refused, rules.contains(&Rule::JsonSyntax), "{name}: alone in its report");
            match name.split_once('_').unwrap().0 {
                "y" => assert!(!is_refused, "{name}"),
                "n" => assert!(is_refused, "{name}"),
                _ => {}
            }
            // serde_json has the contract's limits: 127 levels, no number beyond every float, no half of a pair.
            assert_eq!(is_refused, serde_json::from_slice::<Value>(&text).is_err(), "{name}");
        }
    }
}

#[test]
fn dates_and_times() {
    let Some(corpora) = corpora() else { return };
    let differences = [
        // RFC 3339 has leap seconds; the contract has not.
        "1998-12-31T23:59:60Z",
        "1998-12-31T15:59:60.123-08:00",
        // ISO 8601 has offsets of hours alone, and the contract only warns of them.
        "1985-04-12T23:20:50+01",
    ];
    for version in VERSIONS {
        let is_fine = |text: &str| valid(Rule::ExpiresAtFormat, "expires_at", text, version);
        assert_agrees(&formats(&corpora, "date-time.json"), &differences, is_fine);
    }
    // Version 1 takes a date, and a date-time as well.
    let date_time = ["2020-11-28T23:55:45Z"];
    let is_fine = |text: &str| valid(Rule::ExpiresAtFormat, "expires_at", text, Version::V1);
    assert_agrees(&formats(&corpora, "date.json"), &date_time, is_fine);
    let is_fine = |text: &str| valid(Rule::ExpiresAtFormat, "expires_at", text, Version::V2);
    for (text, _) in formats(&corpora, "date.json") {
        assert_eq!(is_fine(&text), date_time.contains(&text.as_str()), "version 2 takes no date: {text:?}");
    }
}

#[test]
fn email_addresses() {
    let Some(corpora) = corpora() else { return };
    let is_fine = |text: &str| valid(Rule::EmailFormat, "customer_email", text, Version::V2);
    // The corpus has RFC 5321. The HTML standard takes dots anywhere in the local part, and neither quotes nor
    // addresses in brackets.
    let of_html = [
        ".test@example.com",
        "test.@example.com",
        "te..st@example.com",
        "\"joe bloggs\"@example.com",
        "\"joe..bloggs\"@example.com",
        "\"joe@bloggs\"@example.com",
        "joe.bloggs@[127.0.0.1]",
        "joe.bloggs@[IPv6:::1]",
    ];
    assert_agrees(&formats(&corpora, "email.json"), &of_html, is_fine);
    // Of RFC 6531 the HTML standard has the domain, and ASCII before it.
    let tests = formats(&corpora, "idn-email.json");
    let local_parts: Vec<&str> = tests
        .iter()
        .filter(|(text, valid)| *valid && !text.split_once('@').unwrap().0.is_ascii())
        .map(|(text, _)| text.as_str())
        .collect();
    assert!(!local_parts.is_empty());
    assert_agrees(&tests, &local_parts, is_fine);
}

#[test]
fn urls() {
    let Some(corpora) = corpora() else { return };
    let is_fine = |text: &str| valid(Rule::UrlFormat, "success_url", text, Version::V2);
    // The contract asks for a scheme with `//`, for characters that can be seen, and for a host and a port after `http`
    // and `https`. As in browsers, user information, the path and the rest are free.
    let of_the_rest = [
        "https://[@example.org/test.txt",
        "https://example.org/foobar®.txt",
        "https://example.org/foobar\\.txt",
        "https://example.org/foobar\".txt",
        "https://example.org/foobar<>.txt",
        "https://example.org/foobar{}.txt",
        "https://example.org/foobar^.txt",
        "https://example.org/foobar`.txt",
        "https://example.org/foobar|.txt",
        "http://example.com/%6G",
        "http://example.com/%A",
        "http://example.com/%",
        // Nobody is sent to what has no `//`, or to a mail address.
        "mailto:John.Doe@example.com",
        "news:comp.infosystems.www.servers.unix",
        "tel:+1-816-555-1212",
        "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
        // A host that ends in a number is an address; browsers agree.
        "http://087.10.0.1/",
        "http://999.999.999.999/",
    ];
    assert_agrees(&formats(&corpora, "uri.json"), &of_the_rest, is_fine);
    // As above; and an address of a future version, which browsers refuse too.
    let of_iri = ["urn:example:resource", "file:/etc/hosts", "http://[V1.fe]"];
    assert_agrees(&formats(&corpora, "iri.json"), &of_iri, is_fine);
}

#[test]
fn urls_of_browsers() {
    let Some(corpora) = corpora() else { return };
    let is_fine = |text: &str| valid(Rule::UrlFormat, "success_url", text, Version::V2);
    let tests = read_json(&corpora.join("url/urltestdata.json"));
    let inputs =
        tests.as_array().unwrap().iter().filter_map(|test| Some((test["input"].as_str()?, test["failure"] == true)));
    let (mut accepted, mut refused) = (Vec::new(), Vec::new());
    let (mut read, mut failed) = (0, 0);
    for (input, must_fail) in inputs.filter(|(input, _)| is_absolute(input)) {
        match (must_fail, is_fine(input)) {
            (true, true) => accepted.push(input),
            (true, false) => failed += 1,
            (false, true) => read += 1,
            (false, false) => refused.push(input),
        }
    }
    assert!(failed > 100 && read > 100, "{failed} {read}");
    // The tables of IDNA say which characters no domain has; the contract names ranges of them. A noncharacter is in
    // none.
    assert_eq!(accepted, ["http://\u{fdd0}zyx.com"]);
    // Browsers pass over white space, and encode it and what cannot be seen; the contract refuses both.
    refused.retain(|input| !input.contains(|character| is_space_or_control(character) || is_invisible(character)));
    assert_eq!(refused, NORMALISED);
}

/// True for `http` and `https` with their slashes. Browsers also find a host without them.
fn is_absolute(input: &str) -> bool {
    let input = input.to_ascii_lowercase();
    ["http://", "https://"].iter().any(|scheme| input.starts_with(scheme))
}

fn is_space_or_control(character: char) -> bool {
    character.is_whitespace() || character.is_control()
}

/// Of the characters that the contract calls invisible, those in the corpus.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{202d}' | '\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{fffd}')
}

/// URLs that browsers normalise, and the contract refuses.
const NORMALISED: [&str; 21] = [
    // A port of more than five digits.
    "http://f:00000000000000/c",
    "http://f:00000000000000000000080/c",
    // A number for several of an IPv4 address, in other bases.
    "http://192.0x00A80001",
    // A dot of another script.
    "http://www.foo。bar.com",
    // An encoded host, wide signs, and signs that no name has.
    "http://%30%78%63%30%2e%30%32%35%30.01",
    "http://%30%78%63%30%2e%30%32%35%30.01%2e",
    "http://０Ｘｃ０．０２５０．０１",
    "http://!\"$&'()*+,-.;=_`{}~/",
    "https://%e2%98%83",
    // More such addresses.
    "http://192.168.257",
    "http://192.168.257.",
    "http://256",
    "http://999999999",
    "http://999999999.",
    "http://4294967295",
    "http://0xffffffff",
    "https://0x.0x.0",
    "https://0x.0x.0x.0x",
    "https://00.00.00.00",
    "https://0000000000000000000000000000000000000000177.0.0.1",
    // An encoded soft hyphen.
    "https://a%C2%ADb/",
];

/// The tokens of a libFuzzer dictionary: the text between quotes in each line.
fn tokens(dictionary: &str) -> Vec<Vec<u8>> {
    let lines = dictionary.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| Some(unescape(line.split_once('"')?.1.strip_suffix('"')?))).collect()
}

/// A token with the bytes that it writes as `\xNN`, and the characters that follow a backslash.
fn unescape(token: &str) -> Vec<u8> {
    let mut parts = token.split('\\');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let byte = part.strip_prefix('x').and_then(|digits| u8::from_str_radix(digits.get(..2)?, 16).ok());
        bytes.extend(byte);
        bytes.extend(part.bytes().skip(if byte.is_some() { 3 } else { 0 }));
    }
    bytes
}

#[test]
fn tokens_of_fuzzers() {
    let Some(corpora) = corpora() else { return };
    for name in ["json.dict", "url.dict", "utf8.dict"] {
        let tokens = tokens(&fs::read_to_string(corpora.join("fuzz-dicts").join(name)).unwrap());
        assert!(tokens.len() > 20, "{name}");
        for one in &tokens {
            for other in &tokens {
                let soup = [one.as_slice(), other].concat();
                let in_a_string =
                    [b"{\"success_url\":\"", soup.as_slice(), b"\",\"metadata\":{\"", &soup, b"\":1}}"].concat();
                for version in VERSIONS {
                    for body in [&soup, &in_a_string] {
                        let is_refused = rules(body, version) == [Rule::JsonSyntax];
                        assert_eq!(is_refused, serde_json::from_slice::<Value>(body).is_err(), "{body:?}");
                    }
                }
            }
        }
    }
}
