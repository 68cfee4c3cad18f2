//! Judging evidence and levels. Each decision is tried on the shop's history first: what would change nothing is refused, and
//! why is told by the history itself.

use naik_core::access::{Action, Who};
use naik_core::account::Role;
use naik_core::id::{EventId, EvidenceId, ShopId};
use naik_core::lang::Lang;
use naik_core::message::{Explain, Message};
use naik_core::programme::history::{Event, Standing, Verdict, Void, What, stand};
use naik_core::programme::level::{Ladder, Level};
use naik_store::repo::{history, shop};
use naik_store::{StoreError, Transaction};

use super::evidence::{WHY_MOST, sender};
use super::standing::Course;
use crate::platform::Platform;
use crate::platform::badge::Settled;
use crate::platform::error::Fault;
use crate::platform::reach::actor;
use crate::words::Words;

/// Shops that a queue lists, at most.
const QUEUE: usize = 50;

/// What is decided about a shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Evidence is what it says.
    Accept(Vec<EvidenceId>),
    /// Evidence is not what it says.
    Refuse(Vec<EvidenceId>),
    /// The shop has reached a level.
    Check(Level),
    /// A level that a mentor checked stands.
    Confirm(Level),
    /// It does not.
    TurnDown(Level),
}

impl Decision {
    fn action(&self) -> Action {
        match self {
            Self::Accept(_) | Self::Refuse(_) | Self::Check(_) => Action::CheckEvidence,
            Self::Confirm(_) | Self::TurnDown(_) => Action::ConfirmLevel,
        }
    }

    /// The word of the log.
    fn word(&self) -> &'static str {
        match self {
            Self::Accept(_) => "accept-evidence",
            Self::Refuse(_) => "refuse-evidence",
            Self::Check(_) => "check-level",
            Self::Confirm(_) => "confirm-level",
            Self::TurnDown(_) => "turn-down-level",
        }
    }

    /// A no without a reason helps nobody.
    fn needs_why(&self) -> bool {
        matches!(self, Self::Refuse(_) | Self::TurnDown(_))
    }

    fn events(&self) -> Vec<What> {
        match self {
            Self::Accept(ids) => ids.iter().map(|id| What::Accepted(*id)).collect(),
            Self::Refuse(ids) => ids.iter().map(|id| What::Refused(*id)).collect(),
            Self::Check(level) => vec![What::Checked(*level)],
            Self::Confirm(level) => vec![What::Confirmed(*level)],
            Self::TurnDown(level) => vec![What::Revoked(*level)],
        }
    }

    /// Whether it is so afterwards: a refusal of the same day outweighs what comes after it.
    fn holds(&self, after: &Standing) -> bool {
        let all = |ids: &[EvidenceId], verdict| {
            ids.iter()
                .all(|id| after.verdicts.get(id) == Some(&verdict))
        };
        match self {
            Self::Accept(ids) => all(ids, Verdict::Accepted),
            Self::Refuse(ids) => all(ids, Verdict::Refused),
            Self::Check(level) => {
                after.unconfirmed.contains_key(level) || after.level >= Some(*level)
            }
            Self::Confirm(level) => after.level >= Some(*level),
            Self::TurnDown(level) => !after.unconfirmed.contains_key(level),
        }
    }

    /// Why it can't be tried at all.
    fn premature(&self, course: &Course) -> Option<Void> {
        match self {
            Self::Accept(ids) | Self::Refuse(ids) if ids.is_empty() => Some(Void::NoEvidence),
            Self::TurnDown(level) if !course.standing.unconfirmed.contains_key(level) => {
                Some(Void::NoCheck)
            }
            _ => None,
        }
    }
}

impl Platform {
    /// Decides about a shop. The same key decides once, however often it comes.
    ///
    /// # Errors
    /// `Refused` when it is one's own case, not in turn, not met, or without a reason where one is needed; `Missing` when
    /// the shop is not theirs to judge.
    pub async fn decide(
        &self,
        who: &Who,
        id: ShopId,
        decision: Decision,
        why: &str,
        key: &str,
    ) -> Result<(), Fault> {
        self.stranger(who, id, &decision).await?;
        self.reach_shop(who, id, decision.action()).await?;
        let why: String = why.trim().chars().take(WHY_MOST).collect();
        if why.is_empty() && decision.needs_why() {
            return Err(Fault::field("alasan", Message::new("proofs-no-why")));
        }
        let change = self.store.begin().await?;
        let request = format!("{} {id}", decision.word());
        let kept = self
            .receipt(&change, &actor(who), key, &request, "done")
            .await?;
        if kept.is_some() {
            change.rollback().await.map_err(StoreError::from)?;
            return Ok(());
        }
        let settled = self.try_decision(&change, who, id, &decision, &why).await?;
        let subject = format!("shop:{id}");
        self.note(&change, who, decision.word(), &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        if settled.revoked {
            self.publish_revoked().await;
        }
        Ok(())
    }

    async fn try_decision(
        &self,
        change: &Transaction,
        who: &Who,
        id: ShopId,
        decision: &Decision,
        why: &str,
    ) -> Result<Settled, Fault> {
        let course = self.course_now(change, id).await?;
        let void = |void: Void| Fault::field("", void.explain());
        if let Some(why) = decision.premature(&course) {
            return Err(void(why));
        }
        let by = sender(who)?;
        let new: Vec<Event> = decision
            .events()
            .into_iter()
            .map(|what| Event {
                id: EventId(self.outside.id()),
                day: course.today,
                by,
                why: why.to_owned(),
                what,
            })
            .collect();
        let mut events = course.events.clone();
        events.extend(new.iter().cloned());
        let after = stand(Ladder::get(), &course.people, &events, course.today);
        if let Some(why) = new.iter().find_map(|event| after.void.get(&event.id)) {
            return Err(void(*why));
        }
        if !decision.holds(&after) {
            return Err(Fault::field("", Message::new("proofs-same-day")));
        }
        for event in &new {
            history::add(change, id, event, self.now()).await?;
        }
        // A badge is read by everyone: it speaks the language of the country.
        self.settle_badges(change, &Words::new(Lang::Id), id, &after)
            .await
    }

    /// Nobody judges the shop in which they work: they see it, so they are told why.
    async fn stranger(&self, who: &Who, id: ShopId, decision: &Decision) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Ok(());
        };
        if !member.shops.iter().any(|(own, _)| *own == id) {
            return Ok(());
        }
        let (db, subject) = (self.store.db(), format!("shop:{id}"));
        self.note(db, who, decision.word(), &subject, "refused")
            .await?;
        Err(Fault::field("", Void::OwnCase.explain()))
    }

    /// Shops with a level that a mentor checked and another person still has to confirm.
    ///
    /// # Errors
    /// `Forbidden` for all but checkers and managers.
    pub async fn to_confirm(&self, who: &Who) -> Result<Vec<Course>, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        if !matches!(member.role, Role::Checker | Role::Manager) {
            return Err(Fault::Forbidden);
        }
        let db = self.store.db();
        let second = Ladder::get().rows.iter().find(|row| row.second);
        let from = second.map_or(Level::HIGHEST, |row| row.number);
        let mut open = Vec::new();
        for id in history::checked_shops(db, &member.area, from).await? {
            if !self.takes_part(db, id).await? {
                continue;
            }
            let row = shop::get(db, id).await?;
            self.note_visit(who, &shop::scope(&row)?).await?;
            let course = self.read_course(db, row).await?;
            // A check is spent when its evidence has ended meanwhile.
            if !course.standing.unconfirmed.is_empty() {
                open.push(course);
            }
            if open.len() >= QUEUE {
                break;
            }
        }
        Ok(open)
    }
}
