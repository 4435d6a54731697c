use super::*;
use crate::json::SyntaxError;

/// Reads `text` as one number.
fn number(text: &str) -> Result<Option<i64>, SyntaxFault> {
    let mut reader = Reader::new(text);
    reader.number().and_then(|number| reader.end().map(|()| number))
}

/// Reads `text` as one string.
fn string(text: &str) -> Result<String, SyntaxFault> {
    let mut reader = Reader::new(text);
    let string = reader.string().and_then(|string| reader.end().map(|()| string));
    string.map(Cow::into_owned)
}

/// Reads `text` as one value of any type.
fn skip(text: &str) -> Result<&str, SyntaxError> {
    let mut reader = Reader::new(text);
    reader.peek();
    let start = reader.offset();
    let end = reader.skip().map(|()| reader.offset());
    let end = end.and_then(|end| reader.end().map(|()| end));
    end.map(|end| text.get(start..end).unwrap()).map_err(|fault| SyntaxError { fault, offset: reader.offset() })
}

fn nested(depth: usize) -> String {
    format!("{}{}", "[".repeat(depth), "]".repeat(depth))
}

#[test]
fn an_integer_is_the_same_in_every_spelling() {
    for text in ["1000", "1000.0", "1000.000", "1e3", "1E3", "1e+3", "1e03", "10e2", "0.1e4", "100000e-2", "1.0e3"] {
        assert_eq!(number(text), Ok(Some(1000)), "{text}");
    }
    for text in ["0", "-0", "0.0", "-0.0", "0e9", "0E-9", "0e999", "1e-400", "-1e-400"] {
        assert_eq!(number(text), Ok(Some(0)), "{text}");
    }
    assert_eq!(number("-350000"), Ok(Some(-350_000)));
}

#[test]
fn integers_end_at_2_to_the_53() {
    for text in ["9007199254740991", "9007199254740991.0", "9.007199254740991e15", "90071992547409910e-1"] {
        assert_eq!(number(text), Ok(Some(MAX_SAFE_INTEGER)), "{text}");
        assert_eq!(number(&format!("-{text}")), Ok(Some(-MAX_SAFE_INTEGER)), "-{text}");
    }
    let beyond = ["9007199254740992", "9007199254740992.0", "9007199254740993", "9223372036854775808", "1e16", "1e308"];
    for text in beyond {
        assert_eq!(number(text), Ok(None), "{text}");
        assert_eq!(number(&format!("-{text}")), Ok(None), "-{text}");
    }
}

#[test]
fn a_fraction_is_no_integer_unless_a_float_cannot_tell_it_from_one() {
    for text in ["0.5", "-0.5", "350000.5", "35e-1", "1e-1", "1.0000000000000002", "4503599627370495.5"] {
        assert_eq!(number(text), Ok(None), "{text}");
    }
    assert_eq!(number("1.00000000000000000001"), Ok(Some(1)));
    assert_eq!(number("0.99999999999999999999"), Ok(Some(1)));
    // Halves between 2^52 and 2^53 have no float of their own; they round to the even neighbour.
    assert_eq!(number("4503599627370496.5"), Ok(Some(4_503_599_627_370_496)));
    assert_eq!(number("9007199254740991.5"), Ok(None));
}

#[test]
fn a_number_beyond_every_float_is_refused() {
    let digits = |count: usize| "9".repeat(count);
    for text in ["1e308", "1.7976931348623157e308", "-1.7976931348623157e308", &digits(17), &digits(308)] {
        assert_eq!(number(text), Ok(None), "{text}");
    }
    // 309 digits may be within the largest float, about 1.8e308, or beyond it.
    assert_eq!(number(&format!("1{}", "0".repeat(308))), Ok(None));
    for text in ["1e309", "-1e309", "1e999999999999999999999", "1.8e308", &digits(309), &digits(400)] {
        assert_eq!(number(text), Err(SyntaxFault::NumberRange), "{text}");
        assert_eq!(skip(&format!("[{text}]")), Err(SyntaxError { fault: SyntaxFault::NumberRange, offset: 1 }));
    }
}

#[test]
fn an_invalid_number_is_refused() {
    for text in ["01", "-01", "00", "1a", "1.5.5", "1e5.5", "0x10", "1_000", "1,5"] {
        assert_eq!(number(text), Err(SyntaxFault::Trailing), "{text}");
    }
    for text in ["+1", ".5", "-.5", "1.e5", "1.x", "e5", "--1", "1e+-1", "- 1", "Infinity", "NaN", "\u{661}"] {
        assert_eq!(number(text), Err(SyntaxFault::Unexpected), "{text}");
    }
    for text in ["", "-", "1.", "1e", "1e-"] {
        assert_eq!(number(text), Err(SyntaxFault::End), "{text}");
    }
}

#[test]
fn strings_are_unescaped() {
    assert_eq!(string(r#""""#).as_deref(), Ok(""));
    assert_eq!(string(r#""plain ñ 😀""#).as_deref(), Ok("plain ñ 😀"));
    assert_eq!(string(r#""\"\\\/\b\f\n\r\t""#).as_deref(), Ok("\"\\/\u{8}\u{c}\n\r\t"));
    assert_eq!(string(r#""\u0000\u00f1\u00F1\uffff""#).as_deref(), Ok("\0ññ\u{ffff}"));
    assert_eq!(string(r#""a\nb\nc""#).as_deref(), Ok("a\nb\nc"));
    // Only U+0000 to U+001F must be escaped.
    assert_eq!(string("\"\u{7f}\u{80}\u{2028}\u{feff}\"").as_deref(), Ok("\u{7f}\u{80}\u{2028}\u{feff}"));
}

#[test]
fn a_string_ends_wherever_it_ends() {
    // Neighbours of the bytes that end a string or a run of plain characters, and characters of several bytes.
    for filler in ["a", " ", "!", "#", "[", "]", "\u{7f}", "\u{80}", "¢", "€", "😀"] {
        for length in 0..20 {
            let plain = filler.repeat(length);
            assert_eq!(string(&format!("\"{plain}\"")), Ok(plain.clone()));
            assert_eq!(string(&format!("\"{plain}\\n{plain}\"")), Ok(format!("{plain}\n{plain}")));
            assert_eq!(string(&format!("\"{plain}\"{plain}x")), Err(SyntaxFault::Trailing));
            for control in ["\0", "\u{1f}"] {
                assert_eq!(string(&format!("\"{plain}{control}{plain}\"")), Err(SyntaxFault::ControlCharacter));
            }
            assert_eq!(string(&format!("\"{plain}")), Err(SyntaxFault::End));
        }
    }
}

#[test]
fn only_a_string_with_escapes_is_copied() {
    assert!(matches!(Reader::new(r#""plain""#).string(), Ok(Cow::Borrowed("plain"))));
    assert!(matches!(Reader::new(r#""\u0070lain""#).string(), Ok(Cow::Owned(_))));
}

#[test]
fn surrogates_come_in_pairs() {
    assert_eq!(string(r#""\ud83d\ude00 \uD83D\uDE00""#).as_deref(), Ok("😀 😀"));
    assert_eq!(string(r#""\ud800\udc00\udbff\udfff""#).as_deref(), Ok("\u{10000}\u{10ffff}"));
    assert_eq!(string(r#""\ud7ff\ue000""#).as_deref(), Ok("\u{d7ff}\u{e000}"));
    for text in [
        r#""\ud800""#,
        r#""\udbff""#,
        r#""\udc00""#,
        r#""\udfff""#,
        r#""\ud83dx""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\ud83d\ud83d\ude00""#,
        r#""\ude00\ud83d""#,
    ] {
        assert_eq!(string(text), Err(SyntaxFault::LoneSurrogate), "{text}");
    }
}

#[test]
fn an_invalid_escape_is_refused() {
    for text in [r#""\x41""#, r#""\'""#, r#""\a""#, r#""\U0041""#, r#""\u12g4""#, r#""\u+041""#, r#""\u""#, r#""\ñ""#]
    {
        assert_eq!(string(text), Err(SyntaxFault::Escape), "{text}");
    }
    for text in ["\"", "\"a", "\"a\\", "\"\\u", "\"\\u00", "\"\\ud83d\\u"] {
        assert_eq!(string(text), Err(SyntaxFault::End), "{text}");
    }
    for control in '\0'..=' ' {
        let expected = if control == ' ' { Ok(" ".to_owned()) } else { Err(SyntaxFault::ControlCharacter) };
        assert_eq!(string(&format!("\"{control}\"")), expected, "{control:?}");
        assert_eq!(string(&format!("\"\\n{control}\"")).is_ok(), expected.is_ok(), "{control:?} after an escape");
    }
}

#[test]
fn nesting_ends_at_127_levels() {
    assert!(skip(&nested(127)).is_ok());
    assert_eq!(skip(&nested(128)), Err(SyntaxError { fault: SyntaxFault::Depth, offset: 127 }));
    assert!(skip(&format!("{}1{}", r#"{"a":"#.repeat(127), "}".repeat(127))).is_ok());
    assert!(skip(&format!("{}1{}", r#"{"a":"#.repeat(128), "}".repeat(128))).is_err());
    // Closed levels do not count.
    assert!(skip(&format!("[{0}, {0}, {{\"a\": {0}}}]", nested(125))).is_ok());
    assert!(skip(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn a_value_keeps_its_text() {
    for text in ["1e3", "-0", r#""\u00f1""#, "[ 1 ,2 ]", r#"{ "a" : [ ] }"#, "true", "false", "null"] {
        assert_eq!(skip(&format!(" \t\r\n{text} \t\r\n")), Ok(text));
    }
}

#[test]
fn every_fault_has_its_place() {
    use SyntaxFault::{
        ByteOrderMark, Comment, ControlCharacter, Depth, End, Escape, ExtraComma, LoneSurrogate, MissingComma,
        NumberRange, SingleQuote, Trailing, Unexpected, UnquotedName, Word,
    };
    let too_deep = nested(128);
    for (text, fault, offset) in [
        ("", End, 0),
        (" \n", End, 2),
        ("[", End, 1),
        ("[1", End, 2),
        ("[1,", End, 3),
        (r#"{"a""#, End, 4),
        (r#"{"a":"#, End, 5),
        ("tru", End, 3),
        ("[1 2]", MissingComma, 3),
        ("[1\"a\"]", MissingComma, 2),
        (r#"{"a":{}{}}"#, MissingComma, 7),
        ("[1x]", Unexpected, 2),
        ("[1 x]", MissingComma, 3),
        ("[1 }", Unexpected, 3),
        ("[,1]", ExtraComma, 1),
        ("[1, ,2]", ExtraComma, 4),
        ("[1, \n]", ExtraComma, 2),
        ("[1}", Unexpected, 2),
        (r#"{"a":1,}"#, ExtraComma, 6),
        (r#"{"a":,"b":1}"#, Unexpected, 5),
        (r#"{"a" 1}"#, Unexpected, 5),
        ("{1:1}", UnquotedName, 1),
        ("{a:1}", UnquotedName, 1),
        (r#"{"a":1,_b:1}"#, UnquotedName, 7),
        ("{'a':1}", SingleQuote, 1),
        ("['a']", SingleQuote, 1),
        ("// a\n1", Comment, 0),
        ("[1 /* a */]", Comment, 3),
        ("1 // a", Comment, 2),
        ("[1 / 2]", Unexpected, 3),
        ("True", Word, 0),
        ("truE", Word, 0),
        ("[-Infinity]", Word, 1),
        ("[nan]", Word, 1),
        ("[+1]", Unexpected, 1),
        ("\u{a0}1", Unexpected, 0),
        ("\u{b}1", Unexpected, 0),
        ("[1] []", Trailing, 4),
        ("1 1", Trailing, 2),
        ("nulls", Trailing, 4),
        ("\u{feff}1", ByteOrderMark, 0),
        (" \u{feff}1", Unexpected, 1),
        ("1\u{feff}", Trailing, 1),
        ("[\"a\tb\"]", ControlCharacter, 3),
        (r#"["a\x"]"#, Escape, 3),
        (r#"["\u12g4"]"#, Escape, 6),
        (r#"["a\ud800"]"#, LoneSurrogate, 3),
        (r#"{"\udc00":1}"#, LoneSurrogate, 2),
        ("[1, -1e309]", NumberRange, 4),
        (&too_deep, Depth, 127),
    ] {
        assert_eq!(skip(text), Err(SyntaxError { fault, offset }), "{text}");
    }
}

#[test]
fn an_object_hands_over_its_names() {
    let text = r#"{"a": 1, "\u0062" : [2], "": null}"#;
    let mut reader = Reader::new(text);
    let mut members = Vec::new();
    reader.open(b'{').unwrap();
    while reader.has_next(b'}').unwrap() {
        members.push((reader.name().unwrap().into_owned(), reader.value().unwrap().text().to_owned()));
    }
    let member = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(members, [member("a", "1"), member("b", "[2]"), member("", "null")]);
}
