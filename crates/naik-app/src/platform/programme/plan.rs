//! A cohort's plan: 24 weekly themes over 26 weeks, changed by whoever runs it, in versions that say why.

use naik_core::access::Who;
use naik_core::id::CohortId;
use naik_core::message::Explain;
use naik_core::programme::calendar::{Calendar, Pace};
use naik_core::programme::cohort::{Cohort, WEEKS};
use naik_core::programme::plan::{Plan, PlanError, Theme};
use naik_core::programme::schedule::schedule;
use naik_store::StoreError;
use naik_store::repo::cohort::Kept;
use naik_store::repo::{cohort, programme};

use super::super::Platform;
use super::super::error::Fault;
use super::super::reach::actor;
use jiff::civil::Date;

/// Letters of a theme's own words, at most.
const TITLE_MOST: usize = 80;
/// Letters of a reason, at most.
const WHY_MOST: usize = 300;

/// A cohort's plan with its weeks.
#[derive(Clone, Debug)]
pub struct PlanView {
    /// The cohort.
    pub kept: Kept,
    /// The programme's name.
    pub programme: String,
    /// Its plan.
    pub plan: Plan,
    /// All versions of the programme's plan, oldest first.
    pub versions: Vec<Plan>,
    /// The weeks that it gives.
    pub weeks: Vec<Week>,
}

/// One week, with what it is about.
#[derive(Clone, Debug)]
pub struct Week {
    /// From 1.
    pub number: u8,
    /// Its first day.
    pub monday: Date,
    /// What the time of the year lets it bear.
    pub pace: Pace,
    /// What it is about; nothing in a week of rest or of catching up.
    pub theme: Option<Theme>,
    /// Whether it has begun.
    pub begun: bool,
}

impl Platform {
    /// A cohort's plan, laid over its weeks and the year's holidays.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort.
    pub async fn plan_of(&self, who: &Who, id: CohortId) -> Result<PlanView, Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let versions = programme::plans(self.store.db(), found.id).await?;
        let plan = versions
            .iter()
            .find(|plan| plan.version == kept.cohort.plan)
            .cloned()
            .ok_or_else(|| Fault::Internal("a cohort without its plan".to_owned()))?;
        let weeks = weeks(&kept.cohort, &plan, self.today_in(&found.area))
            .map_err(|error| Fault::Internal(error.to_string()))?;
        Ok(PlanView {
            kept,
            programme: found.name,
            plan,
            versions,
            weeks,
        })
    }

    /// Writes the next version of the plan and lets the cohort follow it; other cohorts keep theirs.
    ///
    /// # Errors
    /// `Refused` when it makes no plan, a week that has begun would change, or the reason is missing; `Changed` when
    /// someone else was faster.
    pub async fn revise_plan(
        &self,
        who: &Who,
        id: CohortId,
        read: u32,
        themes: Vec<Theme>,
        why: &str,
        key: &str,
    ) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let view = self.plan_of(who, id).await?;
        let (found, _) = self.run_cohort(who, id).await?;
        let today = self.today_in(&found.area);
        let refused = |error: PlanError| {
            let field = if error == PlanError::NoReason {
                "alasan"
            } else {
                ""
            };
            Fault::field(field, error.explain())
        };
        let change = self.store.begin().await?;
        let earlier = self
            .receipt(&change, &actor(who), key, "revise-plan", &id.to_string())
            .await?;
        if earlier.is_some() {
            return Ok(());
        }
        if read != view.kept.cohort.plan {
            return Err(refused(PlanError::Changed));
        }
        let begun: Vec<&str> = view
            .weeks
            .iter()
            .filter(|week| week.begun)
            .filter_map(|week| week.theme.as_ref().map(|theme| theme.key.as_str()))
            .collect();
        // Another cohort of the programme may have gone on to later versions: numbers are the programme's.
        let last = view.versions.last().map_or(read, |plan| plan.version);
        let base = Plan {
            version: last,
            ..view.plan.clone()
        };
        let why: String = why.trim().chars().take(WHY_MOST).collect();
        let themes = themes.into_iter().map(tidied).collect();
        let next = base
            .revise(last, themes, &begun, (member.id, today), &why)
            .map_err(refused)?;
        let moved = Cohort {
            plan: next.version,
            ..view.kept.cohort.clone()
        };
        // Weeks that have begun keep their themes, also when the order of the rest would pull another one forward.
        let after = weeks(&moved, &next, today).map_err(refused)?;
        let same = |(old, new): (&Week, &Week)| !old.begun || old.theme == new.theme;
        if !view.weeks.iter().zip(&after).all(same) {
            return Err(refused(PlanError::Past));
        }
        programme::add_plan(&change, found.id, &next).await?;
        cohort::change(&change, &moved, view.kept.revision).await?;
        self.note(&change, who, "revise-plan", &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

/// A theme whose own words are a line of sensible length, or none.
fn tidied(theme: Theme) -> Theme {
    let title = theme.title.map(|title| {
        let line: Vec<&str> = title.split_whitespace().collect();
        line.join(" ").chars().take(TITLE_MOST).collect::<String>()
    });
    Theme {
        title: title.filter(|title| !title.is_empty()),
        ..theme
    }
}

fn weeks(cohort: &Cohort, plan: &Plan, today: Date) -> Result<Vec<Week>, PlanError> {
    let laid = schedule(cohort, plan, Calendar::get())?;
    let mut weeks = Vec::with_capacity(usize::from(WEEKS));
    for week in laid {
        weeks.push(Week {
            number: week.number,
            monday: week.monday,
            pace: week.pace,
            theme: week.theme.cloned(),
            begun: week.monday <= today,
        });
    }
    Ok(weeks)
}
