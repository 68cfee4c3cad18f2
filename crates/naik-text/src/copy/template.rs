//! Our small template language: what a sentence needs is what it names.
//!
//! `{price}` is a typed placeholder: the sentence can only be made when the
//! owner told that fact, and it is then proved by it. `[ ... ]` is left out
//! when something inside is missing. `{?stock}` needs a fact without naming
//! it, `{!stock}` needs it to be missing. A general language would allow
//! defaults and conditions, and with them sentences that no fact proves.

use naik_core::fact::Fact;

use super::values::{Value, Values};

/// A sentence or a few, with placeholders.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Text(String),
    Value(Value),
    Needs(Value),
    Lacks(Value),
    Optional(Vec<Part>),
}

/// A filled template.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rendered {
    pub(crate) text: String,
    /// The facts that fill it.
    pub(crate) facts: Vec<Fact>,
}

impl Template {
    /// Reads a template; the error names what is wrong.
    pub(crate) fn parse(source: &str) -> Result<Self, String> {
        let mut rest = source;
        let parts = parse(&mut rest, false)?;
        Ok(Self { parts })
    }

    /// The words that stand in the template itself, in lower case; what owners told is not among them.
    pub(crate) fn words(&self) -> impl Iterator<Item = String> {
        let mut texts = Vec::new();
        gather(&self.parts, &mut texts);
        texts.into_iter().flat_map(|text| {
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect::<Vec<_>>()
        })
    }

    /// The text, or nothing when a fact is missing.
    pub(crate) fn render(&self, values: &Values) -> Option<Rendered> {
        let mut out = Rendered {
            text: String::new(),
            facts: Vec::new(),
        };
        fill(&self.parts, values, &mut out)?;
        out.text = out
            .text
            .split("  ")
            .collect::<Vec<_>>()
            .join(" ")
            .trim()
            .to_owned();
        // A name or a list at the end may bring its own full stop.
        out.text = out.text.replace("..", ".").replace(".,", ",");
        out.facts.sort_unstable();
        out.facts.dedup();
        Some(out)
    }
}

fn gather<'a>(parts: &'a [Part], texts: &mut Vec<&'a str>) {
    for part in parts {
        match part {
            Part::Text(text) => texts.push(text),
            Part::Optional(inner) => gather(inner, texts),
            Part::Value(_) | Part::Needs(_) | Part::Lacks(_) => {}
        }
    }
}

fn parse(rest: &mut &str, inside: bool) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    loop {
        let Some(at) = rest.find(['{', '[', ']']) else {
            if inside {
                return Err("`[` is never closed".to_owned());
            }
            if !rest.is_empty() {
                parts.push(Part::Text((*rest).to_owned()));
            }
            *rest = "";
            return Ok(parts);
        };
        let (text, tail) = rest.split_at(at);
        if !text.is_empty() {
            parts.push(Part::Text(text.to_owned()));
        }
        let mark = tail.get(..1).unwrap_or_default();
        *rest = tail.get(1..).unwrap_or_default();
        match mark {
            "[" => parts.push(Part::Optional(parse(rest, true)?)),
            "]" if inside => return Ok(parts),
            "]" => return Err("`]` without `[`".to_owned()),
            _ => {
                let (key, after) = rest.split_once('}').ok_or("`{` is never closed")?;
                *rest = after;
                let named =
                    |key: &str| Value::parse(key).ok_or_else(|| format!("no such value: `{key}`"));
                parts.push(match key.split_at_checked(1) {
                    Some(("?", key)) => Part::Needs(named(key)?),
                    Some(("!", key)) => Part::Lacks(named(key)?),
                    _ => Part::Value(named(key)?),
                });
            }
        }
    }
}

fn fill(parts: &[Part], values: &Values, out: &mut Rendered) -> Option<()> {
    for part in parts {
        match part {
            Part::Text(text) => out.text.push_str(text),
            Part::Value(value) => {
                out.text.push_str(values.get(*value)?);
                out.facts.extend_from_slice(value.facts());
            }
            Part::Needs(value) => {
                values.get(*value)?;
            }
            Part::Lacks(value) => {
                if values.get(*value).is_some() {
                    return None;
                }
            }
            Part::Optional(inner) => {
                let mut trial = Rendered {
                    text: String::new(),
                    facts: Vec::new(),
                };
                if fill(inner, values, &mut trial).is_some() {
                    out.text.push_str(&trial.text);
                    out.facts.extend(trial.facts);
                }
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use naik_core::facts::Facts;
    use naik_core::money::Rupiah;

    use super::super::values::Style;
    use super::*;

    fn render(source: &str, facts: &Facts) -> Option<String> {
        let template = Template::parse(source).unwrap();
        template
            .render(&Values::of(facts, Style::PLAIN))
            .map(|r| r.text)
    }

    #[test]
    fn facts_decide() {
        let mut facts = Facts::default();
        facts.product.name = "Keripik Tempe".into();
        facts.product.price = Some(Rupiah::new(15_000));
        for (source, text) in [
            (
                "{name} harganya {price}.",
                Some("Keripik Tempe harganya Rp15.000."),
            ),
            ("{name}[ isi {weight}].", Some("Keripik Tempe.")),
            ("{name} isi {weight}.", None),
            ("{?price}Ada.", Some("Ada.")),
            ("{!price}Tanya.", None),
            ("{!stock}Tanya.", Some("Tanya.")),
        ] {
            assert_eq!(render(source, &facts).as_deref(), text, "{source}");
        }
        for wrong in ["{", "{foo}", "[a", "a]"] {
            assert!(Template::parse(wrong).is_err(), "{wrong}");
        }
    }
}
