//! Programmes and their cohorts, as a manager founds and changes them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use naik_core::access::{Action, Scope, Who};
use naik_core::account::{Area, NameError, Role, name};
use naik_core::id::{CohortId, OrganisationId, PersonId, ProgrammeId};
use naik_core::message::{Explain, Message};
use naik_core::programme::cohort::{Cohort, CohortError, Phase, Programme, Window};
use naik_core::programme::enrolment::State;
use naik_core::programme::plan::Plan;
use naik_store::StoreError;
use naik_store::repo::cohort::{self, Kept};
use naik_store::repo::person::{self, Person};
use naik_store::repo::programme::{self, Organisation};
use naik_store::repo::{Page, enrolment};

use super::super::Platform;
use super::super::error::{Fault, Refusal};
use super::super::reach::actor;

/// Programmes, mentors: more than a page can show.
const MOST: Page = Page {
    skip: 0,
    take: 1_000,
};

/// A programme as a manager sees it.
#[derive(Clone, Debug)]
pub struct Run {
    /// The programme.
    pub programme: Programme,
    /// Who runs it.
    pub organisation: String,
    /// Its cohorts with their standing, newest first.
    pub cohorts: Vec<Standing>,
}

/// A cohort and how many shops stand where.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The cohort.
    pub kept: Kept,
    /// Where it stands today.
    pub phase: Phase,
    /// Shops by where they stand.
    pub counts: BTreeMap<State, u64>,
}

impl Standing {
    /// How many shops stand at one place.
    pub fn count(&self, state: State) -> u64 {
        self.counts.get(&state).copied().unwrap_or(0)
    }

    /// Places that nobody has.
    pub fn free(&self) -> u64 {
        u64::from(self.kept.cohort.places).saturating_sub(self.count(State::Enrolled))
    }

    /// Whether places were given already, so that the rules of the game stand.
    pub fn is_settled(&self) -> bool {
        let placed = [
            State::Enrolled,
            State::Waiting,
            State::Left,
            State::Completed,
        ];
        self.kept.draw.is_some() || placed.iter().any(|state| self.count(*state) > 0)
    }
}

/// One cohort as a manager sees it.
#[derive(Clone, Debug)]
pub struct View {
    /// Its programme.
    pub programme: Programme,
    /// Who runs it.
    pub organisation: String,
    /// The cohort.
    pub standing: Standing,
    /// Today, where it runs.
    pub today: Date,
    /// Its mentors, by name.
    pub mentors: Vec<Person>,
}

/// What someone wrote who founds a programme.
#[derive(Clone, Debug, Default)]
pub struct NewProgramme {
    /// Who runs it.
    pub organisation: String,
    /// What it is called.
    pub name: String,
    /// Code of its area; the manager's own when empty.
    pub area: String,
}

/// What someone wrote who plans or changes a cohort.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// Its first day.
    pub start: Option<Date>,
    /// The first day on which one may apply.
    pub opens: Option<Date>,
    /// The last day on which one may apply.
    pub closes: Option<Date>,
    /// How many shops it takes.
    pub places: Option<u32>,
    /// Whether a lottery chooses.
    pub lottery: bool,
    /// Who accompanies.
    pub mentors: Vec<PersonId>,
}

impl Platform {
    /// The area in which this one runs programmes.
    ///
    /// # Errors
    /// `Forbidden` for everyone but managers and admins.
    pub async fn run_area(&self, who: &Who) -> Result<Area, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let area = member.area.clone();
        self.require(who, Action::RunProgramme, &Scope::Area(area.clone()))
            .await?;
        Ok(area)
    }

    /// Programmes of one's area with their cohorts, by name.
    ///
    /// # Errors
    /// `Forbidden` for everyone but managers and admins.
    pub async fn programmes(&self, who: &Who) -> Result<Vec<Run>, Fault> {
        let area = self.run_area(who).await?;
        let db = self.store.db();
        let mut runs = Vec::new();
        for found in programme::list(db, &area, MOST).await? {
            let today = self.today_in(&found.area);
            let mut cohorts = Vec::new();
            for kept in cohort::list(db, found.id).await? {
                cohorts.push(self.cohort_standing(kept, today).await?);
            }
            runs.push(Run {
                organisation: programme::organisation(db, found.organisation).await?.name,
                programme: found,
                cohorts,
            });
        }
        Ok(runs)
    }

    /// The cohorts of one's area, newest first, with their programmes' names; nothing is counted.
    ///
    /// # Errors
    /// `Forbidden` for everyone but managers and admins.
    pub async fn cohorts(&self, who: &Who) -> Result<Vec<(String, Cohort)>, Fault> {
        let area = self.run_area(who).await?;
        let db = self.store.db();
        let mut all = Vec::new();
        for found in programme::list(db, &area, MOST).await? {
            let cohorts = cohort::list(db, found.id).await?.into_iter();
            all.extend(cohorts.map(|kept| (found.name.clone(), kept.cohort)));
        }
        all.sort_by_key(|(_, one)| (std::cmp::Reverse(one.start), one.id));
        Ok(all)
    }

    /// Founds a programme with the organisation that runs it and the standard plan; the same key does so once.
    ///
    /// # Errors
    /// `Refused` field by field, `Forbidden` outside one's area.
    pub async fn found_programme(
        &self,
        who: &Who,
        wish: NewProgramme,
        key: &str,
    ) -> Result<ProgrammeId, Fault> {
        let own = self.run_area(who).await?;
        let mut wrong = Vec::new();
        let mut keep = |field: &str, message: Message| wrong.push(Refusal::new(field, message));
        let organisation = called(&wish.organisation, "programme-no-organisation")
            .map_err(|why| keep("organisasi", why));
        let called = called(&wish.name, "programme-no-name").map_err(|why| keep("nama", why));
        let area = match wish.area.trim() {
            "" => Ok(own),
            code => Area::parse(code).map_err(|e| keep("wilayah", e.explain())),
        };
        let (Ok(organisation), Ok(called), Ok(area)) = (organisation, called, area) else {
            return Err(Fault::Refused(wrong));
        };
        self.require(who, Action::RunProgramme, &Scope::Area(area.clone()))
            .await?;
        let (now, id) = (self.now(), ProgrammeId(self.outside.id()));
        let runner = OrganisationId(self.outside.id());
        let change = self.store.begin().await?;
        let answer = id.to_string();
        let earlier = self
            .receipt(&change, &actor(who), key, "found-programme", &answer)
            .await?;
        if let Some(earlier) = earlier {
            return earlier.parse().map_err(|_| lost("programme"));
        }
        let row = Organisation {
            id: runner.0,
            name: organisation,
            area: area.code().to_owned(),
            created_at: now,
        };
        programme::found(&change, row).await?;
        let new = Programme {
            id,
            organisation: runner,
            name: called,
            area,
        };
        programme::create(&change, &new, &Plan::standard(), now).await?;
        self.note(
            &change,
            who,
            "found-programme",
            &format!("programme:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// A programme that this one runs.
    ///
    /// # Errors
    /// `Missing` when there is none, and also when it is of another area.
    pub async fn run_programme(&self, who: &Who, id: ProgrammeId) -> Result<Programme, Fault> {
        let found = programme::get(self.store.db(), id).await?;
        self.runs(who, &found).await?;
        Ok(found)
    }

    /// Refuses whoever does not run a programme, as if it were not there.
    async fn runs(&self, who: &Who, found: &Programme) -> Result<(), Fault> {
        let scope = Scope::Area(found.area.clone());
        match self.require(who, Action::RunProgramme, &scope).await {
            Err(Fault::Forbidden) => Err(Fault::Missing),
            other => other,
        }
    }

    /// A cohort that this one runs, with its programme.
    ///
    /// # Errors
    /// `Missing` when there is none, and also when it is of another area.
    pub(crate) async fn run_cohort(
        &self,
        who: &Who,
        id: CohortId,
    ) -> Result<(Programme, Kept), Fault> {
        let kept = cohort::get(self.store.db(), id).await?;
        let found = programme::get(self.store.db(), kept.cohort.programme).await?;
        self.runs(who, &found).await?;
        Ok((found, kept))
    }

    /// A cohort, how many shops stand where, and who accompanies them.
    ///
    /// # Errors
    /// `Missing` when there is none, and also when it is of another area.
    pub async fn cohort_view(&self, who: &Who, id: CohortId) -> Result<View, Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let db = self.store.db();
        let today = self.today_in(&found.area);
        Ok(View {
            organisation: programme::organisation(db, found.organisation).await?.name,
            mentors: person::several(db, &kept.cohort.mentors).await?,
            standing: self.cohort_standing(kept, today).await?,
            programme: found,
            today,
        })
    }

    pub(super) async fn cohort_standing(&self, kept: Kept, today: Date) -> Result<Standing, Fault> {
        Ok(Standing {
            phase: kept.cohort.phase(today),
            counts: enrolment::counts(self.store.db(), kept.cohort.id).await?,
            kept,
        })
    }

    /// Mentors who may accompany shops of a programme, by name.
    ///
    /// # Errors
    /// `Missing` when this one does not run it.
    pub async fn mentors_for(&self, who: &Who, id: ProgrammeId) -> Result<Vec<Person>, Fault> {
        let found = self.run_programme(who, id).await?;
        Ok(person::with_role(self.store.db(), &found.area, Role::Mentor, MOST).await?)
    }

    /// Plans a cohort by the newest version of its programme's plan; the same key does so once.
    ///
    /// # Errors
    /// `Refused` field by field, `Missing` when this one does not run the programme.
    pub async fn plan_cohort(
        &self,
        who: &Who,
        of: ProgrammeId,
        wish: Wish,
        key: &str,
    ) -> Result<CohortId, Fault> {
        self.run_programme(who, of).await?;
        let id = CohortId(self.outside.id());
        let plans = programme::plans(self.store.db(), of).await?;
        let plan = plans.last().map_or(1, |plan| plan.version);
        let new = self.checked(who, wish, (id, of, plan)).await?;
        let change = self.store.begin().await?;
        let answer = id.to_string();
        let earlier = self
            .receipt(&change, &actor(who), key, "plan-cohort", &answer)
            .await?;
        if let Some(earlier) = earlier {
            return earlier.parse().map_err(|_| lost("cohort"));
        }
        cohort::create(&change, &new, self.now()).await?;
        self.note(&change, who, "plan-cohort", &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// Changes a cohort that nobody else changed since it was read. Once places were given or it has begun, its days,
    /// its lottery and fewer places than before are out of reach: people have relied on them.
    ///
    /// # Errors
    /// `Refused` field by field, `Changed` when someone else was faster, `Missing` when this one does not run it.
    pub async fn change_cohort(
        &self,
        who: &Who,
        id: CohortId,
        read: i32,
        wish: Wish,
    ) -> Result<(), Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let today = self.today_in(&found.area);
        let old = kept.cohort.clone();
        let new = self
            .checked(who, wish, (id, old.programme, old.plan))
            .await?;
        let standing = self.cohort_standing(kept, today).await?;
        let same = (new.start, new.window, new.lottery) == (old.start, old.window, old.lottery);
        let fixed = standing.is_settled() || standing.phase >= Phase::Running;
        if fixed && !same {
            return Err(Fault::field("", Message::new("cohort-settled")));
        }
        // Whoever named the lottery's source did so for this window and these places: with the figure known, another
        // number of either is another draw.
        let named = standing.kept.source.is_some() && standing.kept.draw.is_none();
        if named && !(same && new.places == old.places) {
            return Err(Fault::field("", Message::new("cohort-source-named")));
        }
        let drawn = standing.kept.draw.is_some();
        if (drawn && new.places != old.places)
            || u64::from(new.places) < standing.count(State::Enrolled)
        {
            return Err(Fault::field("tempat", Message::new("cohort-places-given")));
        }
        let change = self.store.begin().await?;
        cohort::change(&change, &new, read).await?;
        self.note(
            &change,
            who,
            "change-cohort",
            &format!("cohort:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// The cohort that a form describes, if it can be.
    async fn checked(
        &self,
        who: &Who,
        wish: Wish,
        (id, of, plan): (CohortId, ProgrammeId, u32),
    ) -> Result<Cohort, Fault> {
        let mut wrong = Vec::new();
        let mut date = |field: &str, told: Option<Date>, missing: &str| {
            if told.is_none() {
                wrong.push(Refusal::new(field, Message::new(missing)));
            }
            // Any day will do where none was told: the cohort is refused anyway.
            told.unwrap_or(Date::MIN)
        };
        let start = date("mulai", wish.start, "cohort-no-start");
        let window = Window {
            opens: date("buka", wish.opens, "cohort-no-opens"),
            closes: date("tutup", wish.closes, "cohort-no-closes"),
        };
        if wish.places.is_none() {
            let message = Message::new("cohort-places-not-read");
            wrong.push(Refusal::new("tempat", message));
        }
        let may = self.mentors_for(who, of).await?;
        let cohort = Cohort {
            id,
            programme: of,
            start,
            window,
            places: wish.places.unwrap_or(0),
            lottery: wish.lottery,
            mentors: wish.mentors,
            plan,
        };
        let stranger = |mentor: &PersonId| may.iter().all(|one| one.id != *mentor);
        if cohort.mentors.iter().any(stranger) {
            wrong.push(Refusal::new("pendamping", Message::new("cohort-stranger")));
        }
        for error in cohort.faults() {
            let field = field_of(error);
            if !wrong.iter().any(|one| one.field == field) {
                wrong.push(Refusal::new(field, error.explain()));
            }
        }
        if wrong.is_empty() {
            Ok(cohort)
        } else {
            Err(Fault::Refused(wrong))
        }
    }
}

/// A name of something that is run; `empty` says which one is missing, since it is nobody's own name.
fn called(text: &str, empty: &str) -> Result<String, Message> {
    name(text).map_err(|error| match error {
        NameError::Empty => Message::new(empty),
        other => other.explain(),
    })
}

fn field_of(error: CohortError) -> &'static str {
    match error {
        CohortError::NoPlaces | CohortError::TooManyPlaces => "tempat",
        CohortError::NoMentors | CohortError::MentorTwice => "pendamping",
        CohortError::NotMonday => "mulai",
        CohortError::WindowBackwards | CohortError::WindowTooLate => "tutup",
    }
}

/// What a receipt of ours does not say.
pub(super) fn lost(what: &str) -> Fault {
    Fault::Internal(format!("a receipt that names no {what}"))
}
