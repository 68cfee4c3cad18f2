//! Where a shop stands in its programme: one reading of its whole history, for its owner, its mentor and its checker.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use naik_core::access::{Action, Scope, Who, may};
use naik_core::account::{Area, Purpose};
use naik_core::id::{EvidenceId, PersonId, ShopId, Uuid};
use naik_core::programme::cohort::{Cohort, Programme};
use naik_core::programme::enrolment::State;
use naik_core::programme::history::{Event, Open, Standing, Verdict, What, stand};
use naik_core::programme::ladder::Report;
use naik_core::programme::level::{Ladder, Level};
use naik_store::repo::evidence::{self, Kept};
use naik_store::repo::shop::{self, Shop};
use naik_store::repo::visit::{self, Visit};
use naik_store::repo::{access, cohort, consent, enrolment, history, person, programme};
use naik_store::{On, StoreError};

use crate::platform::Platform;
use crate::platform::error::Fault;

/// A shop's place in a cohort.
#[derive(Clone, Debug)]
pub struct Place {
    /// The enrolment.
    pub enrolment: enrolment::Kept,
    /// Its cohort.
    pub cohort: Cohort,
    /// What that is a run of.
    pub programme: Programme,
}

/// A shop's way through its programme, as it is known today.
#[derive(Clone, Debug)]
pub struct Course {
    /// The shop.
    pub shop: Shop,
    /// Where it is.
    pub area: Area,
    /// The day there.
    pub today: Date,
    /// Who owns it or works in it.
    pub people: Vec<PersonId>,
    /// Everything that happened, by day.
    pub events: Vec<Event>,
    /// Everything that it showed, by day.
    pub shown: Vec<Kept>,
    /// What follows from both.
    pub standing: Standing,
    /// Its place in a cohort, the newest that counts.
    pub place: Option<Place>,
}

impl Course {
    /// The shop's id.
    pub fn id(&self) -> ShopId {
        ShopId(self.shop.id)
    }

    /// What rights over the shop are asked for.
    pub fn scope(&self) -> Scope {
        Scope::Shop(self.id(), self.area.clone())
    }

    /// The level that it works towards; none when the highest stands.
    pub fn next_level(&self) -> Option<Level> {
        match self.standing.level {
            None => Some(Level::LOWEST),
            Some(level) => level.above(),
        }
    }

    /// How the rules of a level stand.
    pub fn report(&self, level: Level) -> Option<&Report> {
        self.standing
            .reports
            .iter()
            .find(|report| report.level == level)
    }

    /// A piece of evidence.
    pub fn evidence(&self, id: EvidenceId) -> Option<&Kept> {
        self.shown.iter().find(|kept| kept.evidence.id == id)
    }

    /// Pieces of evidence that wait for their check, by day.
    pub fn waiting(&self) -> Vec<&Kept> {
        self.with(Verdict::Waiting)
    }

    /// Levels that stand only as long as evidence waits for its check, the soonest lost first.
    pub fn held_open(&self) -> Vec<&Open> {
        let stands = |open: &&Open| Some(open.level) <= self.standing.level;
        let mut found: Vec<&Open> = self.standing.open.iter().filter(stands).collect();
        found.sort_by_key(|open| (open.until, open.level));
        found
    }

    /// Pieces of evidence that stand so, by day.
    pub fn with(&self, verdict: Verdict) -> Vec<&Kept> {
        let stands = |kept: &&Kept| self.standing.verdicts.get(&kept.evidence.id) == Some(&verdict);
        self.shown.iter().filter(stands).collect()
    }

    /// Who accepted or refused a piece of evidence last, when and why.
    pub fn judged(&self, id: EvidenceId) -> Option<&Event> {
        let of = |event: &&Event| match event.what {
            What::Accepted(one) | What::Refused(one) => one == id,
            _ => false,
        };
        let counts = |event: &&Event| !self.standing.void.contains_key(&event.id);
        self.events.iter().filter(of).rfind(counts)
    }

    /// Ids of everyone whom its history names.
    pub fn named(&self) -> BTreeSet<PersonId> {
        let mut ids: BTreeSet<PersonId> = self.events.iter().map(|event| event.by).collect();
        ids.extend(
            self.place
                .as_ref()
                .and_then(|place| place.enrolment.enrolment.mentor),
        );
        ids.extend(self.standing.unconfirmed.values());
        ids
    }
}

impl Platform {
    /// Whether a shop takes part in a programme, or waits for it, and an owner agrees to being accompanied.
    pub(crate) async fn takes_part(&self, db: &impl On, id: ShopId) -> Result<bool, Fault> {
        let places = enrolment::of_shop(db, id).await?;
        let gone = |state| matches!(state, State::Withdrawn | State::Left);
        if places.iter().all(|place| gone(place.enrolment.state)) {
            return Ok(false);
        }
        let purpose = (Purpose::Mentoring, consent::ANY_WORDING);
        Ok(access::willing(db, &[id], purpose).await?.contains(&id))
    }

    /// A shop, if this one may do that in its programme. Whoever comes by their role alone, a checker or a manager, sees
    /// shops that take part with their owner's consent, and no other.
    ///
    /// # Errors
    /// `Missing` when there is none, and also when it is not theirs. The attempt is written down.
    pub(crate) async fn reach_shop(
        &self,
        who: &Who,
        id: ShopId,
        action: Action,
    ) -> Result<Shop, Fault> {
        let row = shop::get(self.store.db(), id).await?;
        if self.may_in_shop(who, &row, action).await? {
            self.note_visit(who, &shop::scope(&row)?).await?;
            return Ok(row);
        }
        Err(self.hidden(who, action, &format!("shop:{id}")).await?)
    }

    /// Whether this one may do that in a shop's programme, as [`Self::reach_shop`] decides it; nothing is written down.
    pub(crate) async fn may_in_shop(
        &self,
        who: &Who,
        row: &Shop,
        action: Action,
    ) -> Result<bool, Fault> {
        let Who::Person(member) = who else {
            return Ok(false);
        };
        let id = ShopId(row.id);
        if !may(who, action, &shop::scope(row)?) {
            return Ok(false);
        }
        let close = member.mentored.contains(&id) || member.shops.iter().any(|(own, _)| *own == id);
        Ok(close || self.takes_part(self.store.db(), id).await?)
    }

    /// Where a shop stands.
    ///
    /// # Errors
    /// `Missing` when it is not theirs to see.
    pub async fn course(&self, who: &Who, id: ShopId) -> Result<Course, Fault> {
        let row = self.reach_shop(who, id, Action::SeeProgress).await?;
        self.read_course(self.store.db(), row).await
    }

    /// Where the shop stands in which whoever asks works.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop, and for guests.
    pub async fn own_course(&self, who: &Who) -> Result<Course, Fault> {
        let id = self.own_shop(who, Action::SeeProgress).await?;
        let row = shop::get(self.store.db(), id).await?;
        self.read_course(self.store.db(), row).await
    }

    /// Reads a shop's whole history and says what follows from it today.
    pub(crate) async fn read_course(&self, db: &impl On, row: Shop) -> Result<Course, Fault> {
        let id = ShopId(row.id);
        let area = Area::parse(&row.area).map_err(|_| StoreError::Damaged("shop"))?;
        let today = self.today_in(&area);
        let people = shop::workers(db, id).await?;
        let events = history::of_shop(db, id).await?;
        let standing = stand(Ladder::get(), &people, &events, today);
        Ok(Course {
            place: place(db, id).await?,
            shown: evidence::of_shop(db, id).await?,
            shop: row,
            area,
            today,
            people,
            events,
            standing,
        })
    }

    /// Visits to a shop, the newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn visits_to(&self, course: &Course) -> Result<Vec<Visit>, Fault> {
        Ok(visit::of_shop(self.store.db(), course.id()).await?)
    }

    /// The names of the people whom a course names; those who have gone have none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn names(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<HashMap<Uuid, String>, Fault> {
        let ids: Vec<Uuid> = people.into_iter().map(|id| id.0).collect();
        Ok(person::names(self.store.db(), &ids).await?)
    }

    /// The picture of a piece of evidence.
    ///
    /// # Errors
    /// `Missing` when it has none, or its shop is not theirs to see.
    pub async fn evidence_picture(&self, who: &Who, id: EvidenceId) -> Result<bytes::Bytes, Fault> {
        let kept = evidence::get(self.store.db(), id).await?;
        self.reach_shop(who, kept.evidence.shop, Action::SeeProgress)
            .await?;
        let file = kept.file.ok_or(Fault::Missing)?;
        Ok(self.store.blobs().get(&file).await?)
    }
}

/// The place that counts: an enrolled one, else one that is completed, else the newest that was not taken back.
async fn place(db: &impl On, id: ShopId) -> Result<Option<Place>, Fault> {
    let all = enrolment::of_shop(db, id).await?;
    let order: BTreeMap<State, u8> = [
        (State::Enrolled, 0),
        (State::Completed, 1),
        (State::Waiting, 2),
        (State::Applied, 3),
        (State::Left, 4),
    ]
    .into();
    let rank = |kept: &enrolment::Kept| order.get(&kept.enrolment.state).copied();
    // The newest come first, and the first of equals is taken.
    let found = all
        .into_iter()
        .filter_map(|kept| Some((rank(&kept)?, kept)))
        .min_by_key(|(rank, _)| *rank);
    let Some((_, enrolment)) = found else {
        return Ok(None);
    };
    let cohort = cohort::get(db, enrolment.enrolment.cohort).await?.cohort;
    Ok(Some(Place {
        programme: programme::get(db, cohort.programme).await?,
        enrolment,
        cohort,
    }))
}
