//! Which mentor accompanies which shop: a proposal with its reasons, changed by hand, and confirmed.

use std::collections::{HashMap, HashSet};

use naik_core::access::Who;
use naik_core::account::Purpose;
use naik_core::category::Category;
use naik_core::id::{CohortId, EnrolmentId, PersonId, ShopId};
use naik_core::message::Message;
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::matching::{Mentor, Shop, Tongue, Weights, propose};
use naik_store::repo::enrolment::Kept as KeptEnrolment;
use naik_store::repo::person::Person;
use naik_store::repo::{consent, enrolment, person, product, shop};
use naik_store::{On, StoreError};

use super::super::Platform;
use super::super::error::Fault;
use super::super::reach::actor;

/// Shops that a mentor takes well, and at the most: 20 to 30 are usual (specs/umkm_rules.md, section 5).
const FAIR: u32 = 25;
const MOST: u32 = 40;
/// Shops that are asked for at once.
const TOGETHER: usize = 500;

/// A cohort's shops with their mentors: those that have none yet come first.
#[derive(Clone, Debug)]
pub struct Matching {
    /// Mentors, by name, with the shops that each accompanies now, of this cohort and others.
    pub mentors: Vec<(Person, u32)>,
    /// Shops without a mentor, with the proposal.
    pub open: Vec<Pair>,
    /// Shops with one.
    pub done: Vec<Pair>,
}

/// A shop and its mentor.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Its enrolment.
    pub enrolment: EnrolmentId,
    /// The shop's name.
    pub shop: String,
    /// The mentor that it has, or that is proposed.
    pub mentor: Option<PersonId>,
    /// Why this one, and what speaks against it; nothing where it is settled.
    pub reasons: Vec<Message>,
    /// Whether the owner agrees to being accompanied.
    pub agreed: bool,
}

impl Platform {
    /// The best mentors for shops that have none yet, and who accompanies the others.
    ///
    /// # Errors
    /// `Missing` when this one does not run the cohort.
    pub async fn matching(&self, who: &Who, id: CohortId) -> Result<Matching, Fault> {
        let (_, kept) = self.run_cohort(who, id).await?;
        let db = self.store.db();
        let mut mentors = Vec::new();
        for one in person::several(db, &kept.cohort.mentors).await? {
            let load = shop::accompanied(db, one.id).await?.len();
            mentors.push((one, u32::try_from(load).unwrap_or(u32::MAX)));
        }
        let mut all = enrolment::of_cohort(db, id).await?;
        all.retain(|one| one.enrolment.state == State::Enrolled);
        let ids: Vec<ShopId> = all.iter().map(|one| one.enrolment.shop).collect();
        let known = known(db, &ids).await?;
        let (done, open): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|one| one.enrolment.mentor.is_some());
        let shops: Vec<Shop> = open
            .iter()
            .map(|one| known.shop(one.enrolment.shop))
            .collect();
        let able: Vec<Mentor> = mentors
            .iter()
            .map(|(one, load)| mentor(one, *load))
            .collect();
        // Thirty thousand shops and 165 mentors take seconds.
        let (matches, _) =
            tokio::task::spawn_blocking(move || propose(Weights::get(), &shops, &able))
                .await
                .map_err(|error| Fault::Internal(error.to_string()))?;
        let open = open.iter().zip(matches).map(|(one, found)| {
            let mut pair = known.pair(&one.enrolment);
            pair.mentor = found.mentor;
            pair.reasons = found.reasons;
            pair
        });
        let open = open.collect();
        let done = done.iter().map(|one| known.pair(&one.enrolment)).collect();
        Ok(Matching {
            mentors,
            open,
            done,
        })
    }

    /// Gives shops to mentors, or takes them from them: the enrolment and the tie that lets a mentor see a shop change
    /// together. The same key does so once.
    ///
    /// # Errors
    /// `Refused` when a mentor is none of the cohort or works in the shop; `Missing` when a shop is not in it.
    pub async fn confirm_matches(
        &self,
        who: &Who,
        id: CohortId,
        pairs: &[(EnrolmentId, Option<PersonId>)],
        key: &str,
    ) -> Result<usize, Fault> {
        let (_, kept) = self.run_cohort(who, id).await?;
        let change = self.store.begin().await?;
        let earlier = self
            .receipt(&change, &actor(who), key, "match-mentors", &id.to_string())
            .await?;
        if earlier.is_some() {
            return Ok(0);
        }
        let mut changed = 0;
        for (which, mentor) in pairs {
            let one = enrolment::get(&change, *which).await?;
            if one.enrolment.cohort != id || one.enrolment.state != State::Enrolled {
                return Err(Fault::Missing);
            }
            if one.enrolment.mentor == *mentor {
                continue;
            }
            if mentor.is_some_and(|mentor| !kept.cohort.mentors.contains(&mentor)) {
                return Err(Fault::field("", Message::new("match-stranger")));
            }
            self.give(&change, &one, *mentor).await?;
            let subject = format!("shop:{}", one.enrolment.shop);
            self.note(&change, who, "match-mentors", &subject, "done")
                .await?;
            changed += 1;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(changed)
    }

    /// Gives one shop to a mentor in place of the one that it has.
    async fn give(
        &self,
        change: &impl On,
        one: &KeptEnrolment,
        mentor: Option<PersonId>,
    ) -> Result<(), Fault> {
        let id = one.enrolment.shop;
        if let Some(before) = one.enrolment.mentor {
            shop::part(change, before, id).await?;
        }
        if let Some(mentor) = mentor {
            let people = shop::people(change, &[id]).await?;
            if people.iter().any(|(_, person, _)| *person == mentor) {
                return Err(Fault::field("", Message::new("match-own-shop")));
            }
            if !shop::mentors(change, id).await?.contains(&mentor) {
                shop::accompany(change, mentor, id, self.now()).await?;
            }
        }
        let next = Enrolment {
            mentor,
            ..one.enrolment.clone()
        };
        enrolment::change(change, &next, one.revision).await?;
        Ok(())
    }
}

/// What is known of shops that need a mentor.
#[derive(Default)]
struct Known {
    names: HashMap<ShopId, String>,
    goods: HashMap<ShopId, Category>,
    people: HashMap<ShopId, Vec<PersonId>>,
    tongues: HashMap<PersonId, Tongue>,
    agreed: HashSet<PersonId>,
}

async fn known(db: &impl On, ids: &[ShopId]) -> Result<Known, Fault> {
    let mut known = Known::default();
    for part in ids.chunks(TOGETHER) {
        let plain: Vec<_> = part.iter().map(|id| id.0).collect();
        for (id, name) in shop::names(db, &plain).await? {
            known.names.insert(ShopId(id), name);
        }
        for (id, name) in product::names_of(db, part).await? {
            let found = Category::guess(&name);
            if found != Category::Other {
                known.goods.entry(id).or_insert(found);
            }
        }
        let posts = shop::people(db, part).await?;
        let everyone: Vec<PersonId> = posts.iter().map(|(_, person, _)| *person).collect();
        for one in person::several(db, &everyone).await? {
            known
                .tongues
                .extend(tongue(&one).map(|tongue| (one.id, tongue)));
        }
        known.agreed.extend(
            consent::agreed(db, &everyone, Purpose::Mentoring, consent::ANY_WORDING).await?,
        );
        for (id, person, _) in posts {
            known.people.entry(id).or_default().push(person);
        }
    }
    Ok(known)
}

impl Known {
    fn people(&self, id: ShopId) -> &[PersonId] {
        self.people.get(&id).map_or(&[], Vec::as_slice)
    }

    fn shop(&self, id: ShopId) -> Shop {
        let people = self.people(id);
        let name = self.names.get(&id).map_or("", String::as_str);
        let tongues = people
            .iter()
            .filter_map(|person| self.tongues.get(person).cloned());
        Shop {
            id,
            at: None,
            tongues: tongues.collect(),
            category: self
                .goods
                .get(&id)
                .copied()
                .unwrap_or_else(|| Category::guess(name)),
            wishes: Vec::new(),
            never: people.to_vec(),
            now: None,
        }
    }

    fn pair(&self, one: &Enrolment) -> Pair {
        let mut people = self.people(one.shop).iter();
        Pair {
            enrolment: one.id,
            shop: self.names.get(&one.shop).cloned().unwrap_or_default(),
            mentor: one.mentor,
            reasons: Vec::new(),
            agreed: people.any(|person| self.agreed.contains(person)),
        }
    }
}

/// The language in which someone reads the platform: the one in which they are easiest to talk to.
fn tongue(person: &Person) -> Option<Tongue> {
    Tongue::parse(person.lang.code())
}

fn mentor(one: &Person, load: u32) -> Mentor {
    let left = MOST.saturating_sub(load);
    // Everyone who mentors here speaks Indonesian.
    let tongues = tongue(one).into_iter().chain(Tongue::parse("id"));
    Mentor {
        id: one.id,
        at: None,
        tongues: tongues.collect(),
        categories: Vec::new(),
        most: left,
        fair: FAIR.saturating_sub(load).min(left),
        never: Vec::new(),
    }
}
