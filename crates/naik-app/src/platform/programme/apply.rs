//! An owner applies to a cohort, takes the application back, and leaves.

use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::account::{Area, Purpose};
use naik_core::id::{CohortId, EnrolmentId, ShopId};
use naik_core::message::{Explain, Message};
use naik_core::programme::cohort::{Phase, Programme};
use naik_core::programme::enrolment::{Enrolment, State, may_apply, step};
use naik_core::programme::lottery::Ticket;
use naik_store::repo::cohort::Kept;
use naik_store::repo::enrolment::Kept as KeptEnrolment;
use naik_store::repo::{cohort, consent, enrolment, person, programme, shop};
use naik_store::{StoreError, Transaction};

use super::super::Platform;
use super::super::error::Fault;
use super::super::reach::actor;
use super::cohort::lost;

/// Tickets that are tried before one gives up: each is one of 34 thousand million.
const TRIES: usize = 5;

/// What an owner may take part in.
#[derive(Clone, Debug)]
pub struct Offers {
    /// The shop.
    pub shop: String,
    /// Whether its owner agrees to being accompanied.
    pub agreed: bool,
    /// Cohorts that are open or to come, and those that the shop is in, newest first.
    pub list: Vec<Offer>,
}

/// A cohort as an owner sees it.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its programme.
    pub programme: Programme,
    /// Who runs it.
    pub organisation: String,
    /// The cohort.
    pub kept: Kept,
    /// Where it stands today.
    pub phase: Phase,
    /// Its first and its last week's days.
    pub days: (Date, Date),
    /// How many have applied and were not placed yet.
    pub applied: u64,
    /// The shop's own way through it.
    pub mine: Option<Enrolment>,
    /// The mentor's name.
    pub mentor: Option<String>,
}

impl Platform {
    /// Cohorts for one's shop.
    ///
    /// # Errors
    /// `Forbidden` for people who own no shop.
    pub async fn offers(&self, who: &Who) -> Result<Offers, Fault> {
        let (id, area) = self.joining(who).await?;
        let db = self.store.db();
        let own = enrolment::of_shop(db, id).await?;
        let today = self.today_in(&area);
        let mut list = Vec::new();
        for found in programme::reaching(db, &area).await? {
            let organisation = programme::organisation(db, found.organisation).await?.name;
            for kept in cohort::list(db, found.id).await? {
                let mine = own
                    .iter()
                    .map(|one| &one.enrolment)
                    .find(|one| one.cohort == kept.cohort.id);
                let phase = kept.cohort.phase(today);
                if mine.is_none() && phase > Phase::Open {
                    continue;
                }
                let offer = self.offer(&found, &organisation, kept, phase, mine).await?;
                list.push(offer);
            }
        }
        list.sort_by_key(|offer| {
            std::cmp::Reverse((offer.kept.cohort.start, offer.kept.cohort.id))
        });
        Ok(Offers {
            shop: shop::get(db, id).await?.name,
            agreed: self.is_agreed(who).await?,
            list,
        })
    }

    async fn offer(
        &self,
        found: &Programme,
        organisation: &str,
        kept: Kept,
        phase: Phase,
        mine: Option<&Enrolment>,
    ) -> Result<Offer, Fault> {
        let db = self.store.db();
        let mentor = match mine.and_then(|mine| mine.mentor) {
            Some(mentor) => person::names(db, &[mentor.0]).await?.remove(&mentor.0),
            None => None,
        };
        Ok(Offer {
            programme: found.clone(),
            organisation: organisation.to_owned(),
            phase,
            days: (kept.cohort.start, kept.cohort.end()),
            applied: enrolment::count(db, kept.cohort.id, State::Applied).await?,
            mine: mine.cloned(),
            mentor,
            kept,
        })
    }

    /// The shop of an owner, and where it is.
    async fn joining(&self, who: &Who) -> Result<(ShopId, Area), Fault> {
        let id = self.own_shop(who, Action::JoinProgramme).await?;
        let row = shop::get(self.store.db(), id).await?;
        let damaged = |_| Fault::Internal("a shop in no area".to_owned());
        Ok((id, Area::parse(&row.area).map_err(damaged)?))
    }

    async fn is_agreed(&self, who: &Who) -> Result<bool, Fault> {
        let Who::Person(member) = who else {
            return Ok(false);
        };
        let given = consent::given(self.store.db(), member.id).await?;
        Ok(given.contains(&Purpose::Mentoring))
    }

    /// Applies to a cohort; `agrees` says that the owner agrees to being accompanied. The same key applies once.
    ///
    /// # Errors
    /// `Refused` when it is not the time, the shop has applied already, or the consent is missing; `Missing` when the
    /// cohort is of another area.
    pub async fn apply(
        &self,
        who: &Who,
        id: CohortId,
        agrees: bool,
        key: &str,
    ) -> Result<EnrolmentId, Fault> {
        let (own, area) = self.joining(who).await?;
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let kept = cohort::get(self.store.db(), id).await?;
        let found = programme::get(self.store.db(), kept.cohort.programme).await?;
        if !found.area.holds(&area) {
            return Err(Fault::Missing);
        }
        let change = self.store.begin().await?;
        let new = EnrolmentId(self.outside.id());
        let answer = new.to_string();
        let earlier = self
            .receipt(&change, &actor(who), key, "apply", &answer)
            .await?;
        if let Some(earlier) = earlier {
            return earlier.parse().map_err(|_| lost("enrolment"));
        }
        let given = consent::given(&change, member.id).await?;
        if !given.contains(&Purpose::Mentoring) {
            if !agrees {
                return Err(Fault::field("setuju", Message::new("apply-consent")));
            }
            self.agree(&change, member.id, &[Purpose::Mentoring])
                .await?;
        }
        let today = self.today_in(&area);
        let others: Vec<KeptEnrolment> = enrolment::of_shop(&change, own).await?;
        let mine: Vec<Enrolment> = others
            .iter()
            .filter(|one| one.enrolment.cohort == id)
            .map(|one| one.enrolment.clone())
            .collect();
        may_apply(&kept.cohort, own, &mine, today)
            .map_err(|error| Fault::field("", error.explain()))?;
        for one in &others {
            let there = cohort::get(&change, one.enrolment.cohort).await?.cohort;
            if one.enrolment.state == State::Enrolled && there.end() >= kept.cohort.start {
                let message = Message::new("apply-elsewhere");
                return Err(Fault::field("", message));
            }
        }
        let before = others.into_iter().find(|one| one.enrolment.cohort == id);
        self.write_down(&change, before, (new, id, own), today)
            .await?;
        self.note(&change, who, "apply", &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(new)
    }

    /// Writes an application down: a new one, or one that was taken back and comes again.
    pub(super) async fn write_down(
        &self,
        change: &Transaction,
        before: Option<KeptEnrolment>,
        (id, of, shop): (EnrolmentId, CohortId, ShopId),
        today: Date,
    ) -> Result<(), Fault> {
        if let Some(before) = before {
            let again = Enrolment {
                applied: today,
                state: State::Applied,
                rank: None,
                mentor: None,
                ..before.enrolment
            };
            enrolment::change(change, &again, before.revision).await?;
            return Ok(());
        }
        let new = Enrolment {
            id,
            cohort: of,
            shop,
            ticket: self.ticket(change, of).await?,
            applied: today,
            state: State::Applied,
            rank: None,
            mentor: None,
        };
        Ok(enrolment::create(change, &new).await?)
    }

    /// A ticket by chance that nobody in the cohort has: it tells neither who applied nor when.
    async fn ticket(&self, change: &Transaction, of: CohortId) -> Result<Ticket, Fault> {
        // No letter is taken for a digit.
        const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        for _ in 0..TRIES {
            let chance = self.outside.secret();
            let mut text = String::from("NK");
            for pair in 0..7 {
                let part = chance.get(pair * 2..pair * 2 + 2).unwrap_or_default();
                let byte = usize::from_str_radix(part, 16).unwrap_or(0);
                text.extend(LETTERS.get(byte % 32).map(|letter| char::from(*letter)));
            }
            let ticket =
                Ticket::parse(&text).map_err(|error| Fault::Internal(error.to_string()))?;
            if !enrolment::has_ticket(change, of, &ticket).await? {
                return Ok(ticket);
            }
        }
        Err(Fault::Internal("no ticket was free".to_owned()))
    }

    /// Takes an application back, or leaves a cohort; the mentor no longer accompanies the shop then.
    ///
    /// # Errors
    /// `Missing` when it is another shop's, `Refused` when nothing follows from where it stands.
    pub async fn withdraw(&self, who: &Who, id: EnrolmentId, key: &str) -> Result<(), Fault> {
        let (own, area) = self.joining(who).await?;
        let kept = enrolment::get(self.store.db(), id).await?;
        if kept.enrolment.shop != own {
            return Err(Fault::Missing);
        }
        self.leave(who, kept, (&area, "withdraw"), key).await
    }

    /// Lets a shop go: back from its application, or out of the cohort.
    pub(super) async fn leave(
        &self,
        who: &Who,
        kept: KeptEnrolment,
        (area, word): (&Area, &str),
        key: &str,
    ) -> Result<(), Fault> {
        let one = kept.enrolment.clone();
        let change = self.store.begin().await?;
        let answer = one.id.to_string();
        let earlier = self
            .receipt(&change, &actor(who), key, word, &answer)
            .await?;
        if earlier.is_some() {
            return Ok(());
        }
        let to = if one.state == State::Enrolled {
            State::Left
        } else {
            State::Withdrawn
        };
        let run = cohort::get(&change, one.cohort).await?;
        let state = step(&run.cohort, one.state, to, 0, self.today_in(area))
            .map_err(|error| Fault::field("", error.explain()))?;
        let gone = Enrolment {
            state,
            ..one.clone()
        };
        enrolment::change(&change, &gone, kept.revision).await?;
        if let Some(mentor) = one.mentor {
            shop::part(&change, mentor, one.shop).await?;
        }
        self.note(&change, who, word, &format!("shop:{}", one.shop), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}
