//! Comments anywhere in a JSON document, or in JSON lines.

use serde_json::Value;

use super::Comment;
use super::heading::{AUTHOR, ID, TEXT, squeezed};
use crate::catalogue::CatalogueError;

/// The most objects of a JSON document: each takes hundreds of bytes of memory, however short it is written.
pub(super) const OBJECTS_MAX: usize = 300_000;

/// The comments of a text; `None` when it is no JSON, or holds no comments.
pub(super) fn read(text: &str, most: usize) -> Result<Option<Vec<Comment>>, CatalogueError> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !text.starts_with(['{', '[']) {
        return Ok(None);
    }
    if text.bytes().filter(|byte| *byte == b'{').count() > OBJECTS_MAX {
        return Err(CatalogueError::TooLarge);
    }
    let mut found = Vec::new();
    // Lines are documents one after the other; a whole document is the only one.
    for document in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        let Ok(document) = document else {
            return Ok(None);
        };
        gather(&document, most, &mut found);
        if found.len() >= most {
            break;
        }
    }
    Ok((!found.is_empty()).then_some(found))
}

/// Walks a document; serde_json itself refuses what is nested deeper than 128.
fn gather(value: &Value, most: usize, found: &mut Vec<Comment>) {
    match value {
        _ if found.len() >= most => {}
        Value::Array(items) => items.iter().for_each(|item| gather(item, most, found)),
        Value::Object(map) => {
            let keys: Vec<(String, &Value)> = map.iter().map(|(k, v)| (squeezed(k), v)).collect();
            let field = |names: &[&str], of: fn(&Value) -> Option<String>| {
                names.iter().find_map(|name| {
                    let mut named = keys.iter().filter(|(key, _)| key == name);
                    named.find_map(|(_, value)| of(value).filter(|text| !text.trim().is_empty()))
                })
            };
            // A number under such a name mostly counts comments.
            if let Some(text) = field(TEXT, words).or_else(|| field(TEXT, figures)) {
                let either = |value: &Value| words(value).or_else(|| figures(value));
                found.push(Comment {
                    line: found.len() + 1,
                    id: field(ID, either).unwrap_or_default(),
                    author: field(AUTHOR, either).unwrap_or_default(),
                    text,
                });
            }
            // Answers to a comment lie within it.
            for inner in map.values().filter(|v| v.is_array() || v.is_object()) {
                gather(inner, most, found);
            }
        }
        _ => {}
    }
}

/// A text, or what Instagram wraps as `{"value": "…"}`.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(map) => map.get("value")?.as_str().map(str::to_owned),
        _ => None,
    }
}

/// A number as text.
fn figures(value: &Value) -> Option<String> {
    value.as_number().map(ToString::to_string)
}
