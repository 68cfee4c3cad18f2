//! Who gets a place: whoever came first, or a draw that anyone can do again; and who follows when a place becomes free.

use std::collections::HashMap;

use jiff::civil::Date;
use naik_core::access::Who;
use naik_core::id::{CohortId, EnrolmentId};
use naik_core::lang::Lang;
use naik_core::message::{Explain, Message};
use naik_core::programme::cohort::{Cohort, Phase};
use naik_core::programme::enrolment::{Enrolment, State, next_in_line, step};
use naik_core::programme::lottery::{Notice, Ticket};
use naik_store::repo::cohort::Kept;
use naik_store::repo::enrolment::Kept as KeptEnrolment;
use naik_store::repo::{Page, cohort, enrolment, programme, shop};
use naik_store::{StoreError, Transaction};

use super::super::Platform;
use super::super::badge::{About, Award};
use super::super::error::Fault;
use super::super::reach::actor;
use crate::words::Words;

/// Letters of where the figure comes from, at least: a name and a day.
const SOURCE_LEAST: usize = 10;
/// Letters of the figure and of where it comes from, at most.
const WORDS_MOST: usize = 200;

/// A shop that asks for a place, or has one.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// Its enrolment.
    pub enrolment: Enrolment,
    /// The shop's name.
    pub shop: String,
}

/// What everyone may see of a lottery.
#[derive(Clone, Debug)]
pub struct Lottery {
    /// The programme's name.
    pub programme: String,
    /// Who runs it.
    pub organisation: String,
    /// The cohort, with its source and its draw.
    pub kept: Kept,
    /// Where it stands today.
    pub phase: Phase,
    /// How many have applied and were not placed yet.
    pub applied: u64,
}

impl Platform {
    /// A part of a cohort's shops, by where they stand.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort.
    pub async fn applicants(
        &self,
        who: &Who,
        id: CohortId,
        state: Option<State>,
        page: Page,
    ) -> Result<Vec<Applicant>, Fault> {
        self.run_cohort(who, id).await?;
        let db = self.store.db();
        let found = enrolment::page_of(db, id, state, page).await?;
        let ids: Vec<_> = found.iter().map(|one| one.enrolment.shop.0).collect();
        let names = shop::names(db, &ids).await?;
        let named = |one: KeptEnrolment| Applicant {
            shop: names
                .get(&one.enrolment.shop.0)
                .cloned()
                .unwrap_or_default(),
            enrolment: one.enrolment,
        };
        Ok(found.into_iter().map(named).collect())
    }

    /// Says, while nobody can know the figure yet, where it will come from. It is said once.
    ///
    /// # Errors
    /// `Refused` when it is empty, was said before, or applications are closed.
    pub async fn name_source(&self, who: &Who, id: CohortId, source: &str) -> Result<(), Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let refuse = |key: &str| Fault::field("sumber", Message::new(key));
        let source = line(source);
        // Nobody could look it up again by fewer.
        if source.chars().count() < SOURCE_LEAST {
            return Err(refuse("lottery-source-empty"));
        }
        if !kept.cohort.lottery {
            return Err(Fault::Missing);
        }
        if kept.source.is_some() {
            return Err(refuse("lottery-source-said"));
        }
        // Afterwards whoever names it may know the figure, and with it the winners.
        if kept.cohort.phase(self.today_in(&found.area)) > Phase::Open {
            return Err(refuse("lottery-source-late"));
        }
        let change = self.store.begin().await?;
        cohort::name_source(&change, id, &source, self.now()).await?;
        self.note(&change, who, "name-source", &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Draws a cohort's lottery by the public figure and publishes it; the same key draws once, and nobody draws twice.
    ///
    /// # Errors
    /// `Refused` when it is not the time, the figure is missing or its source was not said before, or it was drawn.
    pub async fn draw_lottery(
        &self,
        who: &Who,
        id: CohortId,
        words: &str,
        key: &str,
    ) -> Result<(), Fault> {
        let (found, _) = self.run_cohort(who, id).await?;
        let today = self.today_in(&found.area);
        let refuse = |field: &str, key: &str| Fault::field(field, Message::new(key));
        let change = self.store.begin().await?;
        let earlier = self
            .receipt(&change, &actor(who), key, "draw-lottery", &id.to_string())
            .await?;
        if earlier.is_some() {
            return Ok(());
        }
        // Read within the change: two managers at once must not draw from two lists.
        let kept = cohort::get(&change, id).await?;
        if !kept.cohort.lottery {
            return Err(refuse("", "lottery-none"));
        }
        if kept.draw.is_some() {
            return Err(refuse("", "lottery-drawn"));
        }
        if kept.source.is_none() {
            return Err(refuse("", "lottery-no-source"));
        }
        let all = enrolment::of_cohort(&change, id).await?;
        let taken = count(&all, State::Enrolled);
        let tickets: Vec<Ticket> = all
            .iter()
            .filter(|one| one.enrolment.state == State::Applied)
            .map(|one| one.enrolment.ticket.clone())
            .collect();
        if tickets.is_empty() {
            return Err(refuse("", "places-nobody"));
        }
        let notice = Notice {
            words: line(words),
            tickets,
            places: kept.cohort.places.saturating_sub(taken),
        };
        let draw = notice
            .draw()
            .map_err(|error| Fault::field("angka", error.explain()))?;
        cohort::publish(&change, id, &notice, &draw).await?;
        let order = draw.places.iter().chain(&draw.waiting);
        let whose: HashMap<&Ticket, &KeptEnrolment> =
            all.iter().map(|one| (&one.enrolment.ticket, one)).collect();
        let drawn: Vec<&KeptEnrolment> = order
            .filter_map(|ticket| whose.get(ticket).copied())
            .collect();
        place(&change, &kept.cohort, &drawn, (taken, 0), today).await?;
        self.note(
            &change,
            who,
            "draw-lottery",
            &format!("cohort:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Gives places to those who came first; the others wait in that order. The same key does so once.
    ///
    /// # Errors
    /// `Refused` while applications are open, when nobody waits for a place, or where a lottery chooses.
    pub async fn give_places(&self, who: &Who, id: CohortId, key: &str) -> Result<(), Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        if kept.cohort.lottery {
            return Err(Fault::field("", Message::new("places-by-lottery")));
        }
        let today = self.today_in(&found.area);
        let change = self.store.begin().await?;
        let earlier = self
            .receipt(&change, &actor(who), key, "give-places", &id.to_string())
            .await?;
        if earlier.is_some() {
            return Ok(());
        }
        let all = enrolment::of_cohort(&change, id).await?;
        let asking: Vec<&KeptEnrolment> = all
            .iter()
            .filter(|one| one.enrolment.state == State::Applied)
            .collect();
        if asking.is_empty() {
            return Err(Fault::field("", Message::new("places-nobody")));
        }
        let last = all.iter().filter_map(|one| one.enrolment.rank).max();
        let start = (count(&all, State::Enrolled), last.unwrap_or(0));
        place(&change, &kept.cohort, &asking, start, today).await?;
        self.note(&change, who, "give-places", &format!("cohort:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Gives a free place to the first of those who wait; the same key does so once.
    ///
    /// # Errors
    /// `Refused` when nobody waits, no place is free, or it is too late.
    pub async fn call_next(&self, who: &Who, id: CohortId, key: &str) -> Result<(), Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let today = self.today_in(&found.area);
        let change = self.store.begin().await?;
        let earlier = self
            .receipt(&change, &actor(who), key, "call-next", &id.to_string())
            .await?;
        if earlier.is_some() {
            return Ok(());
        }
        let all = enrolment::of_cohort(&change, id).await?;
        let plain: Vec<Enrolment> = all.iter().map(|one| one.enrolment.clone()).collect();
        let next = next_in_line(&plain)
            .and_then(|next| all.iter().find(|one| one.enrolment.id == next.id))
            .ok_or_else(|| Fault::field("", Message::new("places-none-wait")))?;
        let taken = count(&all, State::Enrolled);
        moved(&change, &kept.cohort, next, (State::Enrolled, taken), today).await?;
        let subject = format!("shop:{}", next.enrolment.shop);
        self.note(&change, who, "call-next", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Writes down that a shop left the cohort; its mentor no longer accompanies it.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort, `Refused` when the shop has no place in it.
    pub async fn let_go(&self, who: &Who, id: EnrolmentId, key: &str) -> Result<CohortId, Fault> {
        let kept = enrolment::get(self.store.db(), id).await?;
        let of = kept.enrolment.cohort;
        let (found, _) = self.run_cohort(who, of).await?;
        self.leave(who, kept, (&found.area, "let-go"), key).await?;
        Ok(of)
    }

    /// Writes down that all shops that still have a place came to the end; the same key does so once.
    ///
    /// # Errors
    /// `Refused` before the last week, or when nobody has a place.
    pub async fn complete_cohort(&self, who: &Who, id: CohortId, key: &str) -> Result<(), Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let today = self.today_in(&found.area);
        let change = self.store.begin().await?;
        let earlier = self
            .receipt(
                &change,
                &actor(who),
                key,
                "complete-cohort",
                &id.to_string(),
            )
            .await?;
        if earlier.is_some() {
            return Ok(());
        }
        let all = enrolment::of_cohort(&change, id).await?;
        let words = Words::new(Lang::Id);
        let mut done = false;
        for one in all
            .iter()
            .filter(|one| one.enrolment.state == State::Enrolled)
        {
            moved(&change, &kept.cohort, one, (State::Completed, 0), today).await?;
            let award = Award {
                shop: one.enrolment.shop,
                about: About::Programme(id),
                since: today,
                until: None,
            };
            self.issue_badge(&change, &words, award).await?;
            done = true;
        }
        if !done {
            return Err(Fault::field("", Message::new("places-nobody")));
        }
        self.note(
            &change,
            who,
            "complete-cohort",
            &format!("cohort:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// A lottery as everyone may see and do it again.
    ///
    /// # Errors
    /// `Missing` when there is no such cohort, or it has no lottery.
    pub async fn lottery(&self, id: CohortId) -> Result<Lottery, Fault> {
        let db = self.store.db();
        let kept = cohort::get(db, id).await?;
        if !kept.cohort.lottery {
            return Err(Fault::Missing);
        }
        let found = programme::get(db, kept.cohort.programme).await?;
        Ok(Lottery {
            organisation: programme::organisation(db, found.organisation).await?.name,
            phase: kept.cohort.phase(self.today_in(&found.area)),
            applied: enrolment::count(db, id, State::Applied).await?,
            programme: found.name,
            kept,
        })
    }
}

/// Gives places in an order until none is left, and puts the others on the waiting list; `start` counts the places that are
/// taken and the ranks that are given.
async fn place(
    change: &Transaction,
    run: &Cohort,
    order: &[&KeptEnrolment],
    (mut taken, mut rank): (u32, u32),
    today: Date,
) -> Result<(), Fault> {
    for one in order {
        rank += 1;
        let ranked = KeptEnrolment {
            enrolment: Enrolment {
                rank: Some(rank),
                ..one.enrolment.clone()
            },
            revision: one.revision,
        };
        let to = if taken < run.places {
            State::Enrolled
        } else {
            State::Waiting
        };
        moved(change, run, &ranked, (to, taken), today).await?;
        taken += u32::from(to == State::Enrolled);
    }
    Ok(())
}

/// Moves one enrolment, if it may go there.
async fn moved(
    change: &Transaction,
    run: &Cohort,
    one: &KeptEnrolment,
    (to, taken): (State, u32),
    today: Date,
) -> Result<(), Fault> {
    let state = step(run, one.enrolment.state, to, taken, today)
        .map_err(|error| Fault::field("", error.explain()))?;
    let next = Enrolment {
        state,
        ..one.enrolment.clone()
    };
    enrolment::change(change, &next, one.revision).await?;
    Ok(())
}

fn count(all: &[KeptEnrolment], state: State) -> u32 {
    let found = all.iter().filter(|one| one.enrolment.state == state);
    u32::try_from(found.count()).unwrap_or(u32::MAX)
}

/// A line as it is published: its spaces counted once, so that nobody stumbles over one when doing it again.
fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(WORDS_MOST).collect()
}
