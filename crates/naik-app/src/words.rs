//! What people read: every message file of the workspace, in one language with Indonesian behind it.
//!
//! Engines hand out keys and arguments; here they become sentences. A key that
//! a language lacks is said in Indonesian, so that nobody meets a bare key.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use naik_core::lang::Lang;
use naik_core::message::Message;

/// The three message files of one crate.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(
            (Lang::Id, include_str!(concat!("../../", $name, "/locales/id.ftl"))),
            (Lang::Jv, include_str!(concat!("../../", $name, "/locales/jv.ftl"))),
            (Lang::En, include_str!(concat!("../../", $name, "/locales/en.ftl"))),
        )*]
    };
}

/// The message files of the engines and of this crate.
const EMBEDDED: &[(Lang, &str)] = files![
    "naik-core",
    "naik-photo",
    "naik-press",
    "naik-text",
    "naik-connect",
    "naik-app"
];

/// A message in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What happened.
    pub text: String,
    /// What to do next.
    pub hint: Option<String>,
}

/// All messages in one language. Cheap to clone, usable from several threads.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    /// The language itself, then what stands in for it.
    bundles: Arc<[FluentBundle<FluentResource>]>,
}

impl Words {
    /// The messages of the engines and of this crate.
    pub fn new(lang: Lang) -> Self {
        Self::with(lang, &[])
    }

    /// The same with the message files of a caller, which win where a key is in both.
    pub fn with(lang: Lang, more: &[(Lang, &str)]) -> Self {
        let chain: &[Lang] = if lang == Lang::Id {
            &[Lang::Id]
        } else {
            &[lang, Lang::Id]
        };
        Self {
            lang,
            bundles: chain.iter().map(|lang| bundle(*lang, more)).collect(),
        }
    }

    /// The language that was asked for.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether any of the files has this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// Puts a message into words. A key that no file has is said as it is.
    pub fn say(&self, message: &Message) -> Said {
        let args: Vec<(&str, &str)> = message
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        Said {
            text: self.label(&message.key, &args),
            hint: self.format(&message.key, Some("hint"), &args),
        }
    }

    /// One label of a page or a terminal. A key that no file has is said as it is.
    pub fn label(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.format(key, None, args)
            .unwrap_or_else(|| key.to_owned())
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        let values: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value_of(value)))
            .collect();
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            // A missing argument is shown as its name; that it is never missing is checked by tests.
            let mut errors = Vec::new();
            Some(
                bundle
                    .format_pattern(pattern, Some(&values), &mut errors)
                    .into_owned(),
            )
        })
    }
}

/// Counts choose a plural form; everything else, also a number with leading zeros, stays as written.
fn value_of(text: &str) -> FluentValue<'_> {
    match text.parse::<u32>() {
        Ok(number) if number.to_string() == text => FluentValue::from(number),
        _ => FluentValue::from(text),
    }
}

fn bundle(lang: Lang, more: &[(Lang, &str)]) -> FluentBundle<FluentResource> {
    let locale = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Marks for mixed writing directions would end up in copied texts and file names.
    bundle.set_use_isolating(false);
    for (_, text) in EMBEDDED.iter().chain(more).filter(|(of, _)| *of == lang) {
        // What can be read of a damaged file is used; tests refuse damage.
        let resource =
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Keys (with `.hint`) and the arguments that each names.
    fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        let mut key = String::new();
        for (_, text) in EMBEDDED.iter().filter(|(of, _)| *of == lang) {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let (name, value) = line.split_once(" =").unwrap_or(("", line));
                if !name.is_empty() && !line.starts_with(char::is_whitespace) {
                    key = name.to_owned();
                    assert!(
                        !keys.contains_key(&key),
                        "{key} stands twice in {}",
                        lang.code()
                    );
                } else if let Some(attribute) = name.trim().strip_prefix('.') {
                    key = format!("{}.{attribute}", key.split('.').next().unwrap_or_default());
                }
                let named = value
                    .split("{ $")
                    .skip(1)
                    .filter_map(|rest| rest.split([' ', '}']).next());
                keys.entry(key.clone())
                    .or_insert_with(BTreeSet::new)
                    .extend(named.map(str::to_owned));
            }
        }
        keys.remove("");
        keys
    }

    #[test]
    fn every_file_reads_without_damage() {
        for (lang, text) in EMBEDDED {
            let errors = FluentResource::try_new((*text).to_owned())
                .err()
                .map(|(_, errors)| errors);
            assert_eq!(errors, None, "{}: {:.60}", lang.code(), text);
        }
    }

    #[test]
    fn every_language_says_the_same_keys_with_the_same_arguments() {
        let source = keys(Lang::Id);
        for lang in [Lang::En, Lang::Jv] {
            let theirs = keys(lang);
            let differs: Vec<_> = source
                .iter()
                .filter(|(key, args)| theirs.get(*key) != Some(args))
                .collect();
            let extra: Vec<_> = theirs
                .keys()
                .filter(|key| !source.contains_key(*key))
                .collect();
            assert!(
                differs.is_empty() && extra.is_empty(),
                "{}: {differs:?} {extra:?}",
                lang.code()
            );
        }
    }

    #[test]
    fn a_message_has_its_hint_and_no_hidden_marks() {
        let words = Words::new(Lang::Id);
        let said = words.say(&Message::new("money-too-large").with("text", "9 juta juta"));
        assert_eq!(said.text, "Harga \"9 juta juta\" terlalu besar");
        assert_eq!(said.hint.as_deref(), Some("Periksa lagi jumlah nolnya"));
    }

    #[test]
    fn numbers_with_leading_zeros_stay_as_written() {
        let words = Words::new(Lang::Id);
        assert!(
            words
                .say(&Message::new("permit-nib").with("text", "0012"))
                .text
                .contains("\"0012\"")
        );
    }

    #[test]
    fn a_caller_may_add_files_and_other_languages_fall_back() {
        let more = [
            (Lang::Id, "only-here = Halo { $name }\n    .hint = Lanjut\n"),
            (Lang::En, "greet = Hello\n"),
        ];
        let words = Words::with(Lang::Jv, &more);
        assert_eq!(words.label("only-here", &[("name", "Sri")]), "Halo Sri");
        assert_eq!(
            words.say(&Message::new("only-here")).hint.as_deref(),
            Some("Lanjut")
        );
        assert_eq!(Words::with(Lang::En, &more).label("greet", &[]), "Hello");
        assert_eq!(words.label("nobody-knows", &[]), "nobody-knows");
        assert!(!words.has("nobody-knows"));
    }
}
