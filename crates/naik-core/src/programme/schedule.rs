//! A plan laid over the weeks of one cohort, around Ramadan and Lebaran.
//!
//! A week around Lebaran has no theme as long as there are more weeks than
//! themes; a week in Ramadan takes the next light theme that may come already;
//! where there is none, whatever comes next, and the mentor sees that it is heavy.

use std::collections::BTreeSet;

use super::calendar::{Calendar, Pace};
use super::cohort::{Cohort, WEEKS};
use super::plan::{Plan, PlanError, Theme, check, is_ready};
use jiff::civil::Date;

/// One week of a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week<'a> {
    /// From 1 to [`WEEKS`].
    pub number: u8,
    /// Its first day.
    pub monday: Date,
    /// What the time of the year lets it bear.
    pub pace: Pace,
    /// What it is about; nothing in a week of rest or of catching up.
    pub theme: Option<&'a Theme>,
}

/// The weeks of a cohort.
///
/// # Errors
/// When the themes make no plan.
pub fn schedule<'a>(
    cohort: &Cohort,
    plan: &'a Plan,
    calendar: &Calendar,
) -> Result<Vec<Week<'a>>, PlanError> {
    check(&plan.themes)?;
    let mut weeks = Vec::with_capacity(usize::from(WEEKS));
    let mut done: BTreeSet<&str> = BTreeSet::new();
    let mut left: Vec<&Theme> = plan.themes.iter().collect();
    for number in 1..=WEEKS {
        let monday = cohort.monday(number);
        let pace = calendar.pace(monday);
        let spare = usize::from(WEEKS - number + 1) > left.len();
        let theme = if pace == Pace::Rest && spare {
            None
        } else {
            next(&left, &plan.themes, &done, pace != Pace::Full)
        };
        if let Some(theme) = theme {
            left.retain(|other| other.key != theme.key);
            done.insert(&theme.key);
        }
        weeks.push(Week {
            number,
            monday,
            pace,
            theme,
        });
    }
    Ok(weeks)
}

/// The first theme that may come; the first light one when the week asks for it and there is one.
fn next<'a>(
    left: &[&'a Theme],
    themes: &[Theme],
    done: &BTreeSet<&str>,
    light: bool,
) -> Option<&'a Theme> {
    let ready = || {
        left.iter()
            .copied()
            .filter(|theme| is_ready(theme, themes, done))
    };
    let gentle = light.then(|| ready().find(|theme| !theme.heavy)).flatten();
    gentle.or_else(|| ready().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::cohort::tests::cohort;
    use crate::programme::day::{monday, plus};
    use jiff::civil::date;

    fn keys(start: Date) -> Vec<(Pace, Option<String>)> {
        let cohort = Cohort { start, ..cohort() };
        let plan = Plan::standard();
        schedule(&cohort, &plan, Calendar::get())
            .unwrap()
            .into_iter()
            .map(|week| (week.pace, week.theme.map(|theme| theme.key.clone())))
            .collect()
    }

    #[test]
    fn without_holidays_the_order_is_the_plans() {
        let weeks = keys(date(2026, 4, 13));
        let themes: Vec<String> = weeks
            .iter()
            .filter_map(|(_, theme)| theme.clone())
            .collect();
        let plan: Vec<String> = Plan::standard().themes.into_iter().map(|t| t.key).collect();
        assert_eq!(themes, plan);
        assert!(
            weeks[24].1.is_none() && weeks[25].1.is_none(),
            "two weeks to catch up"
        );
    }

    #[test]
    fn the_fasting_month_is_light_and_lebaran_is_free() {
        // Weeks 7 to 10 lie in Ramadan, 11 and 12 around Lebaran.
        let weeks = keys(date(2026, 1, 5));
        let theme = |number: usize| weeks[number - 1].1.as_deref();
        assert_eq!(theme(7), Some("cash-book"));
        assert_eq!(
            theme(8),
            Some("product-photo"),
            "packaging is heavy and waits"
        );
        assert_eq!((theme(11), theme(12)), (None, None));
        assert_eq!(theme(13), Some("packaging"));
        assert_eq!(theme(26), Some("endline"));
    }

    proptest::proptest! {
        #[test]
        fn every_theme_once_in_time_and_in_order(weeks in 0_i64..330) {
            let start = plus(monday(date(2024, 1, 1)), weeks * 7);
            let schedule = keys(start);
            let plan = Plan::standard();
            let order: Vec<&str> = schedule.iter().filter_map(|(_, theme)| theme.as_deref()).collect();
            let mut sorted = order.clone();
            sorted.sort_unstable();
            let mut wanted: Vec<&str> = plan.themes.iter().map(|theme| theme.key.as_str()).collect();
            wanted.sort_unstable();
            proptest::prop_assert_eq!(sorted, wanted);
            for (at, key) in order.iter().enumerate() {
                let theme = plan.themes.iter().find(|theme| theme.key == *key).unwrap();
                for other in plan.themes.iter().filter(|other| theme.needs(&other.key)) {
                    let before = order.iter().position(|key| *key == other.key).unwrap();
                    proptest::prop_assert!(before < at, "{} before {}", key, other.key);
                }
            }
            // Two weeks around Lebaran at most, and two to spare: they are always free.
            for (pace, theme) in &schedule {
                proptest::prop_assert!(*pace != Pace::Rest || theme.is_none());
            }
        }
    }
}
