//! One small task a week for each shop: from what its next level lacks, what it makes, and what it skipped.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::calendar::Pace;
use super::day::{WEEK, monday, plus};
use super::embedded;
use crate::category::Category;
use crate::message::{Explain, Message};

/// A task that is skipped so often is replaced by an easier one.
const SKIPS: usize = 2;
/// Weeks after which a task that was done may come again.
const AGAIN: i64 = 4;

/// Something small to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// In message keys: `task-<key>`.
    pub key: String,
    /// The rule of a level that it serves.
    pub rule: Option<String>,
    /// The theme that it fits.
    pub theme: Option<String>,
    /// Only for these; nothing means for all.
    #[serde(default)]
    pub categories: Vec<Category>,
    /// What it takes.
    pub minutes: u8,
    /// Not for the fasting month.
    #[serde(default)]
    pub heavy: bool,
    /// What is asked instead when it was skipped twice.
    pub easier: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    task: Vec<Kind>,
}

static TASKS: LazyLock<File> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/tasks.toml")));

/// All tasks that this version carries.
pub fn kinds() -> &'static [Kind] {
    &TASKS.task
}

/// The kind of a key.
pub fn kind(key: &str) -> Option<&'static Kind> {
    TASKS.task.iter().find(|kind| kind.key == key)
}

/// What became of a week's task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// The week passed without it.
    Skipped,
}

/// A week's task that is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Past {
    /// The Monday of its week.
    pub monday: Date,
    /// The task's key.
    pub task: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What a choice depends on.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// Rules that the next level lacks, in the ladder's order; what only waits for its check is not among them.
    pub missing: &'a [String],
    /// Rules of levels that stand, whose evidence ends within the next four weeks.
    pub ending: &'a [String],
    /// What the shop makes.
    pub category: Category,
    /// The week's theme.
    pub theme: Option<&'a str>,
    /// What the week bears.
    pub pace: Pace,
    /// Earlier weeks, in any order.
    pub past: &'a [Past],
}

/// A week's task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its key.
    pub key: String,
    /// Why this one.
    pub reason: Message,
    /// What it takes.
    pub minutes: u8,
    /// The Monday of its week.
    pub monday: Date,
    /// The last day: the week's Sunday.
    pub due: Date,
}

impl Explain for Task {
    /// What to do; the hint says how.
    fn explain(&self) -> Message {
        Message::new(&format!("task-{}", self.key)).with("minutes", self.minutes)
    }
}

/// Why a task is chosen; the first reasons come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// A level that stands would lapse.
    Keep,
    /// The next level lacks it, and it is the week's theme.
    MissingAndTheme,
    /// The next level lacks it.
    Missing,
    /// It is the week's theme.
    Theme,
    /// There is always something.
    Kindness,
}

impl Reason {
    fn message(self) -> Message {
        Message::new(match self {
            Self::Keep => "task-why-keep",
            Self::MissingAndTheme | Self::Missing => "task-why-missing",
            Self::Theme => "task-why-theme",
            Self::Kindness => "task-why-kindness",
        })
    }
}

/// The task of a week; none in a week of rest.
pub fn choose(case: &Case<'_>, today: Date) -> Option<Task> {
    if case.pace == Pace::Rest {
        return None;
    }
    let monday = monday(today);
    let mut best: Option<((Reason, usize, usize), &Kind, Reason)> = None;
    for (order, kind) in kinds().iter().enumerate() {
        let Some((reason, rank)) = wanted(case, kind) else {
            continue;
        };
        if !fits(case, kind, monday) {
            continue;
        }
        let found = (reason, rank, order);
        if best.as_ref().is_none_or(|(old, ..)| found < *old) {
            best = Some((found, kind, reason));
        }
    }
    let (_, kind, reason) = best?;
    Some(Task {
        key: kind.key.clone(),
        reason: reason.message(),
        minutes: kind.minutes,
        monday,
        due: plus(monday, WEEK - 1),
    })
}

/// Why a task would be wanted, and the place of its rule among its like.
fn wanted(case: &Case<'_>, kind: &Kind) -> Option<(Reason, usize)> {
    let place = |rules: &[String]| {
        let rule = kind.rule.as_ref()?;
        rules.iter().position(|missing| missing == rule)
    };
    let of_week = kind.theme.is_some() && kind.theme.as_deref() == case.theme;
    if let Some(rank) = place(case.ending) {
        Some((Reason::Keep, rank))
    } else if let Some(rank) = place(case.missing) {
        let reason = if of_week {
            Reason::MissingAndTheme
        } else {
            Reason::Missing
        };
        Some((reason, rank))
    } else if of_week && kind.rule.is_none() {
        Some((Reason::Theme, usize::from(kind.categories.is_empty())))
    } else if kind.rule.is_none() && kind.theme.is_none() {
        Some((Reason::Kindness, 0))
    } else {
        None
    }
}

/// Whether a task may come this week.
fn fits(case: &Case<'_>, kind: &Kind, monday: Date) -> bool {
    if !kind.categories.is_empty() && !kind.categories.contains(&case.category) {
        return false;
    }
    if kind.heavy && case.pace != Pace::Full {
        return false;
    }
    // An easier one waits until its heavier sister was skipped, or can't come in this week.
    let sister = kinds()
        .iter()
        .find(|other| other.easier.as_ref() == Some(&kind.key));
    if let Some(sister) = sister {
        let too_heavy = sister.heavy && case.pace != Pace::Full;
        if !too_heavy && skips(case, &sister.key) < SKIPS {
            return false;
        }
    }
    // What was skipped is asked once more, then in an easier form, or not until its turn comes again.
    if skips(case, &kind.key) >= SKIPS && kind.theme.is_some() {
        return false;
    }
    // A rule that is still missing may ask for the same again each week: notes, posts.
    let done = case.past.iter().any(|past| {
        past.task == kind.key
            && past.outcome == Outcome::Done
            && past.monday > plus(monday, -AGAIN * WEEK)
    });
    !done || kind.rule.is_some()
}

/// How often a task was skipped since it was last done.
fn skips(case: &Case<'_>, key: &str) -> usize {
    let mut own: Vec<&Past> = case.past.iter().filter(|past| past.task == key).collect();
    own.sort_by_key(|past| std::cmp::Reverse(past.monday));
    let skipped = own
        .iter()
        .take_while(|past| past.outcome == Outcome::Skipped);
    skipped.count()
}

/// When a shop is reminded of a task that is not done: on Thursday, and on Saturday; in Ramadan on Saturday only.
pub fn reminders(task: &Task, pace: Pace) -> Vec<Date> {
    let days: &[i64] = match pace {
        Pace::Full => &[3, 5],
        Pace::Light => &[5],
        Pace::Rest => &[],
    };
    days.iter().map(|days| plus(task.monday, *days)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::level::Ladder;
    use crate::programme::plan::Plan;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 6, 17);

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    /// Past weeks, newest last: `take-photos-` was skipped, `take-photos+` done.
    fn past(text: &str) -> Vec<Past> {
        let all = words(text);
        let count = all.len() as i64;
        all.iter()
            .zip(0..)
            .map(|(word, at)| Past {
                monday: plus(monday(TODAY), (at - count) * WEEK),
                task: word[..word.len() - 1].to_owned(),
                outcome: if word.ends_with('+') {
                    Outcome::Done
                } else {
                    Outcome::Skipped
                },
            })
            .collect()
    }

    #[test]
    fn the_task_follows_from_what_is_missing() {
        for (missing, ending, theme, pace, before, expected) in [
            (
                "nib photos",
                "",
                "",
                Pace::Full,
                "",
                "get-nib task-why-missing",
            ),
            (
                "nib photos",
                "",
                "product-photo",
                Pace::Full,
                "",
                "take-photos task-why-missing",
            ),
            (
                "photos",
                "sales-noted",
                "",
                Pace::Full,
                "",
                "note-sales task-why-keep",
            ),
            (
                "nib",
                "",
                "",
                Pace::Full,
                "get-nib-",
                "get-nib task-why-missing",
            ),
            (
                "nib",
                "",
                "",
                Pace::Full,
                "get-nib- get-nib-",
                "prepare-nib task-why-missing",
            ),
            (
                "sales-noted",
                "",
                "",
                Pace::Full,
                "note-sales+ note-sales+",
                "note-sales task-why-missing",
            ),
            (
                "listings",
                "",
                "",
                Pace::Full,
                "",
                "list-products task-why-missing",
            ),
            (
                "listings",
                "",
                "",
                Pace::Light,
                "",
                "list-one-product task-why-missing",
            ),
            ("nib", "", "", Pace::Rest, "", ""),
            (
                "",
                "",
                "permits-route",
                Pace::Full,
                "",
                "check-pirt-or-halal task-why-theme",
            ),
            (
                "",
                "",
                "short-video",
                Pace::Full,
                "",
                "film-one-minute task-why-theme",
            ),
            (
                "",
                "",
                "",
                Pace::Full,
                "",
                "thank-a-customer task-why-kindness",
            ),
            ("", "", "", Pace::Full, "thank-a-customer+", ""),
        ] {
            let (missing, ending, before) = (words(missing), words(ending), past(before));
            let case = Case {
                missing: &missing,
                ending: &ending,
                category: Category::Snack,
                theme: (!theme.is_empty()).then_some(theme),
                pace,
                past: &before,
            };
            let found =
                choose(&case, TODAY).map(|task| format!("{} {}", task.key, task.reason.key));
            assert_eq!(found.unwrap_or_default(), expected, "{case:?}");
        }
    }

    #[test]
    fn a_weaver_is_not_asked_for_a_food_permit() {
        let case = |category| Case {
            missing: &[],
            ending: &[],
            category,
            theme: Some("permits-route"),
            pace: Pace::Full,
            past: &[],
        };
        let key = |category| choose(&case(category), TODAY).map(|task| task.key);
        assert_eq!(key(Category::Batik).as_deref(), Some("register-motif"));
        assert_eq!(
            key(Category::Coffee).as_deref(),
            Some("check-pirt-or-halal")
        );
        assert_eq!(key(Category::Service).as_deref(), Some("thank-a-customer"));
    }

    #[test]
    fn a_task_has_its_week_and_its_reminders() {
        let task = choose(
            &Case {
                missing: &words("nib"),
                ending: &[],
                category: Category::Other,
                theme: None,
                pace: Pace::Full,
                past: &[],
            },
            TODAY,
        )
        .unwrap();
        assert_eq!(
            (task.monday, task.due),
            (date(2026, 6, 15), date(2026, 6, 21))
        );
        assert_eq!(
            task.explain(),
            Message::new("task-get-nib").with("minutes", 45)
        );
        assert_eq!(
            reminders(&task, Pace::Full),
            [date(2026, 6, 18), date(2026, 6, 20)]
        );
        assert_eq!(reminders(&task, Pace::Light), [date(2026, 6, 20)]);
        assert!(reminders(&task, Pace::Rest).is_empty());
    }

    #[test]
    fn every_rule_has_a_task_and_every_task_a_rule_or_a_theme_that_is() {
        let ladder = Ladder::get();
        for rule in ladder.rows.iter().flat_map(|row| &row.rules) {
            let mut serving = kinds()
                .iter()
                .filter(|kind| kind.rule.as_ref() == Some(&rule.key));
            assert!(
                serving.any(|kind| !kind.heavy),
                "{}: also in Ramadan",
                rule.key
            );
        }
        let plan = Plan::standard();
        for kind in kinds() {
            assert!((1..=60).contains(&kind.minutes), "{}", kind.key);
            if let Some(rule) = &kind.rule {
                assert!(ladder.rule(rule).is_some(), "{rule}");
            }
            if let Some(theme) = &kind.theme {
                assert!(plan.themes.iter().any(|one| one.key == *theme), "{theme}");
            }
            if let Some(easier) = &kind.easier {
                let other = super::kind(easier).unwrap();
                assert_eq!(other.rule, kind.rule);
                assert!(other.minutes < kind.minutes && other.theme.is_none() && !other.heavy);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn there_is_one_task_that_may_be(rules in proptest::collection::vec(0_usize..18, 0..6), theme in 0_usize..24, category in 0_usize..12, light in proptest::bool::ANY, outcomes in proptest::collection::vec((0_usize..33, proptest::bool::ANY), 0..20)) {
            let all: Vec<String> = Ladder::get().rows.iter().flat_map(|row| &row.rules).map(|rule| rule.key.clone()).collect();
            let missing: Vec<String> = rules.iter().filter_map(|at| all.get(*at).cloned()).collect();
            let plan = Plan::standard();
            let past: Vec<Past> = outcomes.iter().zip(1..).map(|((at, done), ago)| Past {
                monday: plus(monday(TODAY), -ago * WEEK),
                task: kinds()[at % kinds().len()].key.clone(),
                outcome: if *done { Outcome::Done } else { Outcome::Skipped },
            }).collect();
            let case = Case {
                missing: &missing,
                ending: &[],
                category: Category::all().nth(category).unwrap(),
                theme: Some(&plan.themes[theme].key),
                pace: if light { Pace::Light } else { Pace::Full },
                past: &past,
            };
            let found = choose(&case, TODAY);
            proptest::prop_assert_eq!(&found, &choose(&case, TODAY));
            // While a rule is missing there is something to do, however much was skipped or done.
            proptest::prop_assert!(found.is_some() || missing.is_empty());
            if let Some(task) = found {
                let kind = super::kind(&task.key).unwrap();
                proptest::prop_assert!(!(light && kind.heavy));
                proptest::prop_assert!(kind.categories.is_empty() || kind.categories.contains(&case.category));
                if let Some(rule) = &kind.rule {
                    proptest::prop_assert!(missing.contains(rule));
                }
            }
        }
    }
}
