//! Another mentor takes a shop: somebody asks and says why, its owner agrees or not. The shop's history goes along.

use naik_core::access::{Action, Who};
use naik_core::account::Role;
use naik_core::id::{HandOverId, PersonId, ShopId};
use naik_core::message::Message;
use naik_core::programme::enrolment::State as Enrolled;
use naik_store::repo::hand_over::{self, HandOver, State};
use naik_store::repo::person::{self, Person};
use naik_store::repo::{Page, enrolment, shop};
use naik_store::{On, StoreError, Transaction};

use super::evidence::{WHY_MOST, sender};
use super::standing::Course;
use crate::platform::Platform;
use crate::platform::error::Fault;
use crate::platform::reach::actor;

/// Mentors that are offered, at most.
const MENTORS: u64 = 200;

impl Platform {
    /// Mentors near a shop who do not accompany it and do not work in it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn other_mentors(&self, course: &Course) -> Result<Vec<Person>, Fault> {
        others(self.store.db(), course).await
    }

    /// The wish that waits for the owner of a shop.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn open_hand_over(&self, id: ShopId) -> Result<Option<HandOver>, Fault> {
        let all = hand_over::of_shop(self.store.db(), id).await?;
        Ok(all.into_iter().find(is_open))
    }

    /// Asks that another mentor takes a shop.
    ///
    /// # Errors
    /// `Refused` without a reason, when that mentor can't take it, or when a wish waits already; `Missing` when the shop is
    /// not theirs to hand over.
    pub async fn ask_hand_over(
        &self,
        who: &Who,
        id: ShopId,
        to: Option<PersonId>,
        why: &str,
        key: &str,
    ) -> Result<(), Fault> {
        self.reach_shop(who, id, Action::OfferHandOver).await?;
        let why: String = why.trim().chars().take(WHY_MOST).collect();
        if why.is_empty() {
            return Err(Fault::field("alasan", Message::new("proofs-no-why")));
        }
        let change = self.store.begin().await?;
        let kept = self
            .receipt(
                &change,
                &actor(who),
                key,
                &format!("ask-hand-over {id}"),
                "done",
            )
            .await?;
        if kept.is_some() {
            change.rollback().await.map_err(StoreError::from)?;
            return Ok(());
        }
        let course = self.course_now(&change, id).await?;
        let others = others(&change, &course).await?;
        let to = to.filter(|to| others.iter().any(|one| one.id == *to));
        let to = to.ok_or_else(|| Fault::field("ke", Message::new("hand-over-no-mentor")))?;
        if hand_over::of_shop(&change, id).await?.iter().any(is_open) {
            return Err(Fault::field("", Message::new("hand-over-waits")));
        }
        let asked_by = sender(who)?;
        let present = shop::mentors(&change, id).await?;
        let enrolled = course
            .place
            .as_ref()
            .and_then(|place| place.enrolment.enrolment.mentor);
        let from = if present.contains(&asked_by) {
            Some(asked_by)
        } else {
            enrolled.or(present.first().copied())
        };
        let new = HandOver {
            id: self.outside.id(),
            shop_id: id.0,
            from_mentor: from.map(|mentor| mentor.0),
            to_mentor: to.0,
            asked_by: asked_by.0,
            why,
            state: State::Asked.key().to_owned(),
            answered_by: None,
            answered_at: None,
            created_at: self.now(),
        };
        hand_over::ask(&change, new).await?;
        let subject = format!("shop:{id}");
        self.note(&change, who, "ask-hand-over", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// The owner agrees or not. On a yes the mentor's link and the shop's place in its cohort change together.
    ///
    /// # Errors
    /// `Missing` when it is not their shop's, `Changed` when it waits no more.
    pub async fn answer_hand_over(
        &self,
        who: &Who,
        id: HandOverId,
        agreed: bool,
    ) -> Result<(), Fault> {
        let asked = hand_over::get(self.store.db(), id).await?;
        let shop = ShopId(asked.shop_id);
        self.reach_shop(who, shop, Action::JoinProgramme).await?;
        let (state, word) = if agreed {
            (State::Agreed, "agree-hand-over")
        } else {
            (State::Declined, "decline-hand-over")
        };
        let change = self.store.begin().await?;
        hand_over::settle(&change, id, state, sender(who)?, self.now()).await?;
        if agreed {
            self.hand_over(&change, shop, &asked).await?;
        }
        self.note(&change, who, word, &format!("shop:{shop}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    async fn hand_over(
        &self,
        change: &Transaction,
        id: ShopId,
        asked: &HandOver,
    ) -> Result<(), Fault> {
        let to = PersonId(asked.to_mentor);
        if let Some(from) = asked.from_mentor {
            shop::part(change, PersonId(from), id).await?;
        }
        if !shop::mentors(change, id).await?.contains(&to) {
            shop::accompany(change, to, id, self.now()).await?;
        }
        for kept in enrolment::of_shop(change, id).await? {
            if kept.enrolment.state == Enrolled::Enrolled {
                let mut new = kept.enrolment;
                // The city may have matched the shop anew since the wish was made.
                if let Some(now) = new.mentor.filter(|now| *now != to) {
                    shop::part(change, now, id).await?;
                }
                new.mentor = Some(to);
                enrolment::change(change, &new, kept.revision).await?;
            }
        }
        Ok(())
    }

    /// Takes a wish back that one has asked.
    ///
    /// # Errors
    /// `Missing` when somebody else asked, `Changed` when it waits no more.
    pub async fn withdraw_hand_over(&self, who: &Who, id: HandOverId) -> Result<ShopId, Fault> {
        let asked = hand_over::get(self.store.db(), id).await?;
        let me = sender(who)?;
        if asked.asked_by != me.0 {
            return Err(Fault::Missing);
        }
        let shop = ShopId(asked.shop_id);
        let change = self.store.begin().await?;
        hand_over::settle(&change, id, State::Withdrawn, me, self.now()).await?;
        let subject = format!("shop:{shop}");
        self.note(&change, who, "withdraw-hand-over", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(shop)
    }
}

async fn others(db: &impl On, course: &Course) -> Result<Vec<Person>, Fault> {
    let page = Page {
        skip: 0,
        take: MENTORS,
    };
    let mut all = person::of_role(db, Role::Mentor, &course.area, page).await?;
    let present = shop::mentors(db, course.id()).await?;
    all.retain(|one| !present.contains(&one.id) && !course.people.contains(&one.id));
    Ok(all)
}

fn is_open(one: &HandOver) -> bool {
    one.state == State::Asked.key()
}
