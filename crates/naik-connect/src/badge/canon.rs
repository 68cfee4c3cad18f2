//! JSON that has one meaning only, and its one canonical form (RFC 8785, JCS).
//!
//! What is signed is the canonical form, so what is read must be the same for every reader: a name that stands twice in an
//! object, or a number that programs round differently, is refused rather than guessed at.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The most bytes of a document that is read.
pub const MOST_BYTES: usize = 1 << 20;
/// Whole numbers up to here are the same in every program (RFC 7493, 2.2).
const SURE: u64 = (1 << 53) - 1;

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadJson {
    /// More than [`MOST_BYTES`].
    #[error("the document is too long")]
    TooLong,
    /// No JSON, or JSON of two meanings.
    #[error("not JSON, or JSON that can be read in two ways")]
    NotJson,
}

/// Reads JSON that can be read in one way only.
pub(super) fn read(text: &str) -> Result<Value, BadJson> {
    if text.len() > MOST_BYTES {
        return Err(BadJson::TooLong);
    }
    let read: Plain = serde_json::from_str(text).map_err(|_| BadJson::NotJson)?;
    Ok(read.0)
}

/// The canonical form: names in the order of their UTF-16 units, nothing between, strings escaped as little as can be.
pub(super) fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut names: Vec<&String> = map.keys().collect();
            names.sort_by(|one, other| one.encode_utf16().cmp(other.encode_utf16()));
            out.push('{');
            for (number, name) in names.into_iter().enumerate() {
                if number > 0 {
                    out.push(',');
                }
                text(name, out);
                out.push(':');
                write(map.get(name).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (number, item) in items.iter().enumerate() {
                if number > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::String(plain) => text(plain, out),
        Value::Null | Value::Bool(_) | Value::Number(_) => out.push_str(&value.to_string()),
    }
}

/// A string as ECMAScript writes it, which is how serde_json does.
fn text(plain: &str, out: &mut String) {
    out.push_str(&Value::from(plain).to_string());
}

/// A value without doubtful parts.
struct Plain(Value);

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Strict).map(Self)
    }
}

struct Strict;

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON that can be read in one way only")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        if value > SURE {
            return Err(E::custom("a number that programs round differently"));
        }
        Ok(Value::Number(Number::from(value)))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        if value.unsigned_abs() > SURE {
            return Err(E::custom("a number that programs round differently"));
        }
        Ok(Value::Number(Number::from(value)))
    }

    // A fraction is left to visit_f64 of the trait, which refuses it: no badge of ours has one.

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Plain(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some((name, Plain(value))) = items.next_entry::<String, Plain>()? {
            if all.insert(name, value).is_some() {
                return Err(serde::de::Error::custom("a name that stands twice"));
            }
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_document_has_one_form() {
        for (text, wanted) in [
            (
                r#"{ "b": 1, "a": [true, null, -3] }"#,
                r#"{"a":[true,null,-3],"b":1}"#,
            ),
            // RFC 8785, 3.2.3: names stand by their UTF-16 units, not by their code points.
            (
                r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew","1":"One","\ud83d\ude00":"Smiley","\u0080":"Control","\u00f6":"o"}"#,
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\",\"\u{f6}\":\"o\",\"\u{20ac}\":\"Euro Sign\",\"\u{1f600}\":\"Smiley\",\"\u{fb33}\":\"Hebrew\"}",
            ),
            (r#""\u000F\n\"\\\/A""#, r#""\u000f\n\"\\/A""#),
        ] {
            assert_eq!(canonical(&read(text).unwrap()), wanted, "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        for text in [
            r#"{"a":1,"a":2}"#,
            r#"{"x":{"a":1,"b":2,"a":1}}"#,
            "1.5",
            "1e3",
            "9007199254740992",
            "-9007199254740992",
            "{",
            "",
            r#""\ud800""#,
            "[1] [2]",
        ] {
            assert_eq!(read(text), Err(BadJson::NotJson), "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(read(&deep), Err(BadJson::NotJson));
        assert_eq!(read(&" ".repeat(MOST_BYTES + 1)), Err(BadJson::TooLong));
    }

    proptest::proptest! {
        #[test]
        fn the_form_says_the_same(text in r#"[\[\]{}",:a-c0-9 \\u-]{0,40}"#) {
            if let Ok(value) = read(&text) {
                let form = canonical(&value);
                let again = read(&form).unwrap();
                proptest::prop_assert_eq!(canonical(&again), form);
                proptest::prop_assert_eq!(again, value);
            }
        }
    }
}
