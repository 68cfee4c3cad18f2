//! Pages: templates, words and static files become what a browser shows.

mod assets;
pub(crate) mod chart;
pub(crate) mod course;
pub(crate) mod kit;
pub(crate) mod neighbours;
pub(crate) mod say;
pub(crate) mod stairs;
pub(crate) mod verdict;

use minijinja::value::{Kwargs, Rest};
use minijinja::{AutoEscape, Environment, Error, Value, context};
use naik_app::words::Words;
use naik_core::lang::Lang;

pub(crate) use assets::{find as file, mime};

use crate::front::visit::Visit;

/// The message files of the pages.
const LOCALES: &[(Lang, &str)] = &[
    (Lang::Id, include_str!("../../locales/id.ftl")),
    (Lang::Jv, include_str!("../../locales/jv.ftl")),
    (Lang::En, include_str!("../../locales/en.ftl")),
];

/// Every message that the platform has, in one language.
pub fn words(lang: Lang) -> Words {
    Words::with(lang, LOCALES)
}

/// The templates.
pub(crate) struct Pages {
    environment: Environment<'static>,
}

impl Pages {
    /// Reads the templates that are inside the program.
    pub(crate) fn new() -> Result<Self, Error> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_formatter(|out, state, value| match value.as_str() {
            Some(text) if !value.is_safe() => Ok(escape(out, text)?),
            _ => minijinja::escape_formatter(out, state, value),
        });
        for (name, source) in assets::TEMPLATES {
            environment.add_template(name, source)?;
        }
        environment.add_function("icon", |name: String| {
            let known = name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-');
            let name = if known { name.as_str() } else { "circle" };
            Value::from_safe_string(format!(
                "<svg class=\"ikon\" aria-hidden=\"true\"><use href=\"/static/ikon.svg#{name}\"/></svg>"
            ))
        });
        environment.add_function("asset", |name: String| assets::address(&name));
        Ok(Self { environment })
    }

    /// Draws a page. `own` is what the page is given beside what all are given.
    ///
    /// # Errors
    /// When the template does not fit what it is given: a mistake of ours.
    pub(crate) fn draw(
        &self,
        name: &str,
        words: &Words,
        common: Value,
        own: Value,
    ) -> Result<String, Error> {
        let template = self.environment.get_template(name)?;
        let words = words.clone();
        let say = move |key: String, _rest: Rest<Value>, named: Kwargs| -> Result<String, Error> {
            let mut args = Vec::new();
            for name in named.args() {
                let value: Value = named.get(name)?;
                args.push((name.to_owned(), value.to_string()));
            }
            let args: Vec<(&str, &str)> =
                args.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            Ok(words.label(&key, &args))
        };
        let functions = context! { t => Value::from_function(say) };
        template.render(context! { ..own, ..functions, ..common })
    }
}

/// What a page shows at its top, once.
#[derive(Clone, Debug)]
pub(crate) struct Flash {
    pub(crate) kind: &'static str,
    pub(crate) text: String,
}

impl Visit {
    /// Draws a page for this visitor.
    ///
    /// # Errors
    /// When the template does not fit what it is given.
    pub(crate) fn draw(&self, name: &str, nav: &str, own: Value) -> Result<String, Error> {
        self.draw_with(name, nav, None, own)
    }

    pub(crate) fn draw_with(
        &self,
        name: &str,
        nav: &str,
        flash: Option<Flash>,
        own: Value,
    ) -> Result<String, Error> {
        let person = self.signed_in.as_ref().map(|one| {
            context! {
                id => one.person.id.to_string(),
                name => one.person.name.clone(),
                role => one.person.role.key(),
                initials => initials(&one.person.name),
            }
        });
        let flash = flash.map(|one| context! { kind => one.kind, text => one.text });
        let key = self.app.platform().outside.id().to_string();
        let common = context! {
            lang => self.lang.code(),
            path => self.path.clone(),
            csrf => self.csrf(),
            key => key,
            guest => person.is_none(),
            person => person,
            nav => nav,
            has_cek => true,
            flash => flash,
            demo => self.app.settings().demo,
        };
        self.app
            .pages()
            .draw(name, self.app.words(self.lang), common, own)
    }

    /// One label in the visitor's language.
    pub(crate) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.app.words(self.lang).label(key, args)
    }
}

/// Writes a text so that a browser shows it and runs none of it. Unlike the library's own escape it leaves `/` alone,
/// which means nothing in a quoted attribute or between tags, and of which addresses are full.
fn escape(out: &mut minijinja::Output<'_>, text: &str) -> std::fmt::Result {
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let name = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.write_str(text.get(start..at).unwrap_or_default())?;
        out.write_str(name)?;
        start = at + 1;
    }
    out.write_str(text.get(start..).unwrap_or_default())
}

/// The first letters of the first and the last word.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first
        .into_iter()
        .chain(last)
        .collect::<String>()
        .to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_fits_its_fixtures_in_every_language() {
        let pages = Pages::new().unwrap();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
        let mut drawn = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let states: serde_json::Map<String, serde_json::Value> =
                serde_json::from_str(&text).unwrap();
            for (state, own) in states {
                for lang in Lang::ALL {
                    let own = Value::from(minijinja::value::Serde(&own));
                    let common = context! {
                        lang => lang.code(), path => "/", csrf => "c", key => "k",
                        person => (), guest => true, nav => "kit", flash => (),
                        ..own.clone()
                    };
                    let html = pages
                        .draw(&format!("{stem}.html"), &words(lang), common, own)
                        .unwrap_or_else(|e| panic!("{stem} {state} {lang:?}: {e:#}"));
                    assert!(
                        html.contains("<html") || html.contains("<div") || html.contains("<p"),
                        "{stem} {state}"
                    );
                    drawn += 1;
                }
            }
        }
        assert!(drawn > 100, "{drawn}");
    }

    #[test]
    fn initials_are_two_letters_at_most() {
        for (name, expected) in [
            ("Bu Sri Wahyuni", "BW"),
            ("sri", "S"),
            ("", ""),
            ("Ñ é", "ÑÉ"),
        ] {
            assert_eq!(initials(name), expected);
        }
    }
}
