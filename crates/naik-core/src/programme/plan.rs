//! What a cohort does week by week, before the year's holidays are laid over it: themes, editable, in versions.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cohort::WEEKS;
use super::embedded;
use crate::id::PersonId;
use crate::message::{Explain, Message};

/// Stands for all other themes in a theme's `after`.
const ALL_OTHERS: &str = "*";

/// What a week is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its key; the words are `theme-<key>`, or `title` where the organisation wrote its own.
    pub key: String,
    /// The organisation's own words, instead of ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether it asks for a day of travel or of learning: not for the fasting month.
    #[serde(default)]
    pub heavy: bool,
    /// Keys of themes that have to come first; `*` for all.
    #[serde(default)]
    pub after: Vec<String>,
}

impl Theme {
    /// What it is called.
    pub fn name(&self) -> Message {
        Message::new(&format!("theme-{}", self.key))
    }

    #[cfg(test)]
    pub(crate) fn needs(&self, key: &str) -> bool {
        self.key != key && self.after.iter().any(|one| one == key || one == ALL_OTHERS)
    }
}

/// One version of a plan. Versions are kept: a cohort that ran by the second is not changed by the third.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// From 1 on.
    pub version: u32,
    /// In the order in which they come where nothing stands in the way.
    pub themes: Vec<Theme>,
    /// Who wrote it and when; none for the one that this program brings.
    pub author: Option<(PersonId, Date)>,
    /// Why it was changed.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    #[expect(dead_code, reason = "for those who read the file")]
    source: String,
    theme: Vec<Theme>,
}

static THEMES: LazyLock<File> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/themes.toml")));

/// Keys of the themes that this version brings, in their order.
pub fn theme_keys() -> impl Iterator<Item = &'static str> {
    THEMES.theme.iter().map(|theme| theme.key.as_str())
}

/// Why themes make no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// There is nothing to do.
    #[error("the plan has no themes")]
    Empty,
    /// More themes than weeks.
    #[error("the plan has more themes than {WEEKS} weeks")]
    TooLong,
    /// A theme stands twice.
    #[error("the theme `{0}` stands twice")]
    Twice(String),
    /// A theme waits for one that isn't there, or for one that waits for it.
    #[error("the theme `{0}` waits for something that never comes")]
    Never(String),
    /// The version was changed by someone else since it was read.
    #[error("the plan was changed since it was read")]
    Changed,
    /// A week that has begun would be another.
    #[error("weeks that have begun can't be changed")]
    Past,
    /// A change without a reason.
    #[error("the reason of the change is missing")]
    NoReason,
}

impl Explain for PlanError {
    fn explain(&self) -> Message {
        match self {
            Self::Empty => Message::new("plan-empty"),
            Self::TooLong => Message::new("plan-too-long").with("weeks", WEEKS),
            Self::Twice(key) => Message::new("plan-twice").with("theme", key),
            Self::Never(key) => Message::new("plan-never").with("theme", key),
            Self::Changed => Message::new("plan-changed"),
            Self::Past => Message::new("plan-past"),
            Self::NoReason => Message::new("plan-no-reason"),
        }
    }
}

/// Whether themes make a plan: no more than weeks, each once, and all can be reached.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(themes: &[Theme]) -> Result<(), PlanError> {
    if themes.is_empty() {
        return Err(PlanError::Empty);
    }
    if themes.len() > usize::from(WEEKS) {
        return Err(PlanError::TooLong);
    }
    let mut keys = BTreeSet::new();
    for theme in themes {
        if !keys.insert(theme.key.as_str()) {
            return Err(PlanError::Twice(theme.key.clone()));
        }
    }
    let mut done: BTreeSet<&str> = BTreeSet::new();
    loop {
        let ready =
            |theme: &&Theme| !done.contains(theme.key.as_str()) && is_ready(theme, themes, &done);
        let Some(next) = themes.iter().find(ready) else {
            break;
        };
        done.insert(&next.key);
    }
    match themes
        .iter()
        .find(|theme| !done.contains(theme.key.as_str()))
    {
        Some(stuck) => Err(PlanError::Never(stuck.key.clone())),
        None => Ok(()),
    }
}

/// Whether all that a theme waits for is done.
pub(crate) fn is_ready(theme: &Theme, themes: &[Theme], done: &BTreeSet<&str>) -> bool {
    theme.after.iter().all(|key| {
        if key == ALL_OTHERS {
            let mut others = themes.iter().filter(|other| other.key != theme.key);
            others.all(|other| done.contains(other.key.as_str()))
        } else {
            done.contains(key.as_str())
        }
    })
}

impl Plan {
    /// The plan that this version brings: 24 themes.
    pub fn standard() -> Self {
        Self {
            version: 1,
            themes: THEMES.theme.clone(),
            author: None,
            why: String::new(),
        }
    }

    /// The next version. `read` is the version that the author saw; `begun` the keys of themes whose weeks have begun, which must stay first and in their order.
    ///
    /// # Errors
    /// When someone else was faster, a begun week would change, the reason is missing, or it makes no plan.
    pub fn revise(
        &self,
        read: u32,
        themes: Vec<Theme>,
        begun: &[&str],
        author: (PersonId, Date),
        why: &str,
    ) -> Result<Self, PlanError> {
        if read != self.version {
            return Err(PlanError::Changed);
        }
        if why.trim().is_empty() {
            return Err(PlanError::NoReason);
        }
        check(&themes)?;
        let old = |key: &&str| self.themes.iter().find(|theme| theme.key == **key);
        let kept = begun.iter().all(|key| {
            let new = themes.iter().find(|theme| theme.key == *key);
            new.is_some() && new == old(key)
        });
        if !kept {
            return Err(PlanError::Past);
        }
        Ok(Self {
            version: self.version + 1,
            themes,
            author: Some(author),
            why: why.trim().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;
    use jiff::civil::date;

    fn theme(key: &str, after: &[&str]) -> Theme {
        Theme {
            key: key.to_owned(),
            title: None,
            heavy: false,
            after: after.iter().map(|key| (*key).to_owned()).collect(),
        }
    }

    #[test]
    fn the_standard_plan_has_24_themes() {
        let plan = Plan::standard();
        assert_eq!(plan.themes.len(), 24);
        assert_eq!(check(&plan.themes), Ok(()));
        let last = plan.themes.last().unwrap();
        assert_eq!(last.key, "endline");
        assert!(last.needs("intake") && !last.needs("endline"));
    }

    #[test]
    fn what_is_no_plan_is_refused() {
        let never = |key: &str| Err(PlanError::Never(key.to_owned()));
        for (themes, expected) in [
            (vec![], Err(PlanError::Empty)),
            (vec![theme("a", &[]), theme("b", &["a"])], Ok(())),
            (vec![theme("b", &["a"]), theme("a", &[])], Ok(())),
            (
                vec![theme("a", &[]), theme("a", &[])],
                Err(PlanError::Twice("a".to_owned())),
            ),
            (vec![theme("a", &["z"])], never("a")),
            (vec![theme("a", &["b"]), theme("b", &["a"])], never("a")),
            (vec![theme("a", &["*"]), theme("b", &["*"])], never("a")),
            (
                (0..27).map(|n| theme(&n.to_string(), &[])).collect(),
                Err(PlanError::TooLong),
            ),
        ] {
            assert_eq!(check(&themes), expected, "{themes:?}");
        }
    }

    #[test]
    fn a_change_makes_a_new_version_and_leaves_the_past() {
        let plan = Plan::standard();
        let author = (PersonId(Uuid::from_u128(1)), date(2026, 2, 1));
        let mut themes = plan.themes.clone();
        themes.swap(4, 5);
        let begun = ["intake", "diagnosis"];
        let change =
            |read, themes: &[Theme], why| plan.revise(read, themes.to_vec(), &begun, author, why);
        let next = change(1, &themes, " warga minta HPP dulu ").unwrap();
        assert_eq!(
            (next.version, next.why.as_str()),
            (2, "warga minta HPP dulu")
        );
        assert_eq!(next.author, Some(author));
        assert_eq!(plan, Plan::standard(), "the first version stays");
        assert_eq!(change(2, &themes, "x"), Err(PlanError::Changed));
        assert_eq!(change(1, &themes, " "), Err(PlanError::NoReason));
        themes[1].heavy = false;
        assert_eq!(change(1, &themes, "x"), Err(PlanError::Past));
    }
}
