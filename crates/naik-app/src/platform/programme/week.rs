//! One small task a week: which it is, and what became of the ones before.
//!
//! Nothing is planned ahead. What a week's task was follows from how the shop stood when the week began; what became of it
//! follows from what the shop said, or from evidence for the task's rule that it sent in that week.

use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::category::Category;
use naik_core::id::ShopId;
use naik_core::programme::calendar::{Calendar, Pace};
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::day::{WEEK, monday, plus};
use naik_core::programme::history::{What, stand};
use naik_core::programme::ladder::{Finding, State};
use naik_core::programme::level::{Ladder, Level};
use naik_core::programme::plan::Theme;
use naik_core::programme::schedule::schedule;
use naik_core::programme::task::{self, Case, Outcome, Past, Task};
use naik_store::StoreError;
use naik_store::repo::product::{self, Holder};
use naik_store::repo::task as told_tasks;
use naik_store::repo::{Page, programme};

use super::standing::Course;
use crate::platform::Platform;
use crate::platform::error::Fault;

/// Evidence of a level that stands is asked for anew when it ends within so many days.
const ENDING: i64 = 28;

/// The week that runs.
#[derive(Clone, Debug)]
pub struct ThisWeek {
    /// Its number in the cohort, where the shop is in one that runs.
    pub number: Option<u8>,
    /// What it is about.
    pub theme: Option<Theme>,
    /// How much it bears.
    pub pace: Pace,
    /// Its task; none in a week of rest.
    pub task: Option<Task>,
    /// What became of it so far.
    pub outcome: Option<Outcome>,
    /// Earlier weeks, oldest first.
    pub past: Vec<Past>,
}

impl Platform {
    /// The week that runs, with its task.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn this_week(&self, course: &Course) -> Result<ThisWeek, Fault> {
        let db = self.store.db();
        let told = told_tasks::of_shop(db, course.id()).await?;
        let plan = match &course.place {
            Some(place) => {
                let of = place.cohort.programme;
                Some(programme::plan(db, of, place.cohort.plan).await?)
            }
            None => None,
        };
        let weeks = match (&course.place, &plan) {
            // A plan that can't be laid out leaves the weeks without themes.
            (Some(place), Some(plan)) => {
                schedule(&place.cohort, plan, Calendar::get()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let now = monday(course.today);
        let category = self.category(course.id()).await?;
        let first = weeks.first().map_or(now, |week| week.monday);
        let mut past: Vec<Past> = Vec::new();
        let mut at = first.max(plus(now, -i64::from(WEEKS) * WEEK)).min(now);
        loop {
            let theme = weeks
                .iter()
                .find(|week| week.monday == at)
                .and_then(|week| week.theme);
            let pace = Calendar::get().pace(at);
            let case = Asked {
                category,
                theme: theme.map(|theme| theme.key.as_str()),
                pace,
                past: &past,
            };
            let said = told.iter().find(|one| one.monday == at);
            let task = case.choose(course, at);
            let outcome = said.map(|one| one.outcome).or_else(|| {
                let task = task.as_ref()?;
                shown(course, task, at).then_some(Outcome::Done)
            });
            if at >= now {
                return Ok(ThisWeek {
                    number: course
                        .place
                        .as_ref()
                        .and_then(|place| place.cohort.week(course.today)),
                    theme: theme.cloned(),
                    pace,
                    task,
                    outcome,
                    past,
                });
            }
            if let Some(task) = task {
                past.push(Past {
                    monday: at,
                    task: said.map_or(task.key, |one| one.task.clone()),
                    outcome: outcome.unwrap_or(Outcome::Skipped),
                });
            }
            at = plus(at, WEEK);
        }
    }

    /// What the shop makes: what most of its products are.
    async fn category(&self, id: ShopId) -> Result<Category, Fault> {
        let page = Page { skip: 0, take: 50 };
        let all = product::list(self.store.db(), Holder::Shop(id), self.now(), page).await?;
        let mut counts: Vec<(usize, Category)> = Vec::new();
        for one in all {
            let category = one.facts.product.category;
            match counts.iter_mut().find(|(_, known)| *known == category) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, category)),
            }
        }
        let most = counts
            .into_iter()
            .max_by_key(|(count, category)| (*count, std::cmp::Reverse(*category)));
        Ok(most.map_or(Category::Other, |(_, category)| category))
    }

    /// Says what became of this week's task; none takes it back.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop, `Missing` when this week has no such task.
    pub async fn tell_task(
        &self,
        who: &Who,
        task: &str,
        outcome: Option<Outcome>,
    ) -> Result<(), Fault> {
        let shop = self.own_shop(who, Action::SendEvidence).await?;
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let course = self.own_course(who).await?;
        let week = self.this_week(&course).await?;
        let found = week.task.filter(|one| one.key == task);
        let found = found.ok_or(Fault::Missing)?;
        let change = self.store.begin().await?;
        match outcome {
            None => told_tasks::untell(&change, shop, found.monday).await?,
            Some(outcome) => {
                let told = Past {
                    monday: found.monday,
                    task: found.key,
                    outcome,
                };
                told_tasks::tell(&change, shop, &told, member.id, self.now()).await?;
            }
        }
        self.note(&change, who, "tell-task", &format!("shop:{shop}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

/// What a week's choice depends on beside the shop's history.
struct Asked<'a> {
    category: Category,
    theme: Option<&'a str>,
    pace: Pace,
    past: &'a [Past],
}

impl Asked<'_> {
    /// The task of the week that begins on a Monday, as the shop stood on the day before.
    fn choose(&self, course: &Course, at: Date) -> Option<Task> {
        let eve = plus(at, -1);
        let standing = stand(Ladder::get(), &course.people, &course.events, eve);
        let next = match standing.level {
            None => Some(Level::LOWEST),
            Some(level) => level.above(),
        };
        let of = |level: Option<Level>| {
            let reports = standing.reports.iter();
            reports
                .filter(move |report| Some(report.level) == level)
                .flat_map(|report| &report.findings)
        };
        let missing: Vec<String> = of(next)
            .filter(|finding| finding.state == State::Missing)
            .map(|finding| finding.rule.clone())
            .collect();
        let ends = |finding: &&Finding| match &finding.state {
            State::Met { until, .. } => until.is_some_and(|until| until <= plus(at, ENDING)),
            _ => false,
        };
        let ending: Vec<String> = Level::all()
            .take_while(|level| Some(*level) <= standing.level)
            .flat_map(|level| of(Some(level)))
            .filter(ends)
            .map(|finding| finding.rule.clone())
            .collect();
        let case = Case {
            missing: &missing,
            ending: &ending,
            category: self.category,
            theme: self.theme,
            pace: self.pace,
            past: self.past,
        };
        task::choose(&case, at)
    }
}

/// Whether evidence for a task's rule was sent in its week.
fn shown(course: &Course, task: &Task, at: Date) -> bool {
    let rule = task::kind(&task.key)
        .and_then(|kind| kind.rule.as_deref())
        .and_then(|rule| Ladder::get().rule(rule));
    let Some(rule) = rule else {
        return false;
    };
    course.events.iter().any(|event| {
        let What::Sent(sent) = &event.what else {
            return false;
        };
        let serves = rule
            .tests
            .iter()
            .any(|test| test.kinds().contains(&sent.kind));
        let here = rule.place.as_ref().is_none_or(|place| *place == sent.place);
        let stands = course.standing.verdicts.contains_key(&sent.id);
        serves && here && stands && at <= event.day && event.day < plus(at, WEEK)
    })
}
