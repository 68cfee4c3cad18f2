//! Jejaring: shops that could help each other, what they asked of each other, and what came of it.
//!
//! Only shops whose owners let themselves be named (`Purpose::Showcase`) see each other. How to reach one is told when
//! both have said yes.

use std::collections::{BTreeMap, HashMap, HashSet};

use naik_core::access::{Action, Who};
use naik_core::account::{Contact, Purpose};
use naik_core::category::Category;
use naik_core::id::{EvidenceId, ShopId, TieId, Uuid};
use naik_core::message::{Explain, Message};
use naik_core::programme::day::plus;
use naik_core::programme::evidence::admit;
use naik_core::programme::network::{Profile, Suggestion, suggest};
use naik_core::programme::place::Point;
use naik_core::programme::tie::{Deed, Kind, OFFER_DAYS, State, Tie};
use naik_store::repo::neighbour::{self, Told};
use naik_store::repo::shop::{self, Shop};
use naik_store::repo::tie::{self, Kept};
use naik_store::repo::{access, evidence, person, storefront};
use naik_store::{On, StoreError, Transaction};

use crate::platform::Platform;
use crate::platform::error::{Fault, Refusal};
use crate::platform::reach::actor;

/// The first words of that consent that spoke of neighbours.
const SEEN_SINCE: i32 = 2;
/// Suggestions of each kind.
const SUGGESTED: usize = 3;
/// How far one looks around: the reach of the farthest kind, in metres.
const AROUND: u32 = 30_000;
/// Neighbours that are looked at.
const LOOKED_AT: u64 = 1_000;
/// The nearest, of whom the level is looked up.
const LEVELS: usize = 60;
/// Offers of one shop that may wait for an answer at once.
const OFFERS_MOST: usize = 12;
/// Goods of one list, and letters of one of them.
const GOODS_MOST: usize = 20;
const GOODS_LONG: usize = 40;
/// What neighbours see of a place: steps of so many degrees, about 220 m.
const GRID: f64 = 0.002;

/// What an owner tells the neighbours.
#[derive(Clone, Debug)]
pub struct Tell {
    /// Where the shop is; none takes it off the map.
    pub at: Option<Point>,
    /// What it makes for others.
    pub makes: Vec<String>,
    /// What it needs.
    pub needs: Vec<String>,
    /// Whether it sells what others make.
    pub resells: bool,
    /// Whether it delivers for others.
    pub delivers: bool,
    /// Whether it looks for someone who delivers.
    pub wants_courier: bool,
    /// What was read before it was changed.
    pub revision: i32,
}

/// A shop and those around it.
#[derive(Clone, Debug)]
pub struct Network {
    /// The own shop.
    pub shop: Shop,
    /// What it tells.
    pub told: Told,
    /// Whether its owner lets it be seen, and so may see others.
    pub is_seen: bool,
    /// Whom to ask, by kind and distance.
    pub suggested: Vec<Suggested>,
    /// Ties that are open or stand, the newest first.
    pub ties: Vec<Known>,
    /// How many neighbours there are within reach.
    pub around: usize,
}

/// Someone to ask.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// For what, how far, why.
    pub found: Suggestion,
    /// Its name.
    pub name: String,
    /// What it makes things of.
    pub category: Category,
    /// About where it is.
    pub at: Option<Point>,
}

/// A tie as one of its shops sees it.
#[derive(Clone, Debug)]
pub struct Known {
    /// The tie.
    pub tie: Tie,
    /// The other shop.
    pub other: ShopId,
    /// Its name.
    pub name: String,
    /// About where it is, while it lets itself be seen.
    pub at: Option<Point>,
    /// Whether this shop asked.
    pub is_mine: bool,
    /// Whether this shop may still say that it has happened.
    pub may_confirm: bool,
    /// The other's number, once both agreed to be reached.
    pub whatsapp: Option<String>,
}

impl Platform {
    /// The own shop among its neighbours.
    ///
    /// # Errors
    /// `Forbidden` for people who own no shop.
    pub async fn network(&self, who: &Who) -> Result<Network, Fault> {
        let id = self.own_shop(who, Action::JoinProgramme).await?;
        let db = self.store.db();
        let row = shop::get(db, id).await?;
        let told = self.told_by(who, id).await?;
        let is_seen = seen(db, &[id]).await?.contains(&id);
        let ties = self.known_ties(&row).await?;
        let mut others = match told.profile.at {
            Some(at) if is_seen => self.neighbours_of(id, at).await?,
            _ => Vec::new(),
        };
        let around = others.len();
        let mut own = told.profile.clone();
        self.add_levels(&row, &mut own, &mut others).await?;
        // Whoever was asked, or answered, is not suggested for the same again.
        let asked: HashSet<(ShopId, Kind)> = ties
            .iter()
            .map(|known| (known.other, known.tie.kind))
            .collect();
        let mut found = suggest(&own, &others, SUGGESTED + asked.len());
        found.retain(|one| !asked.contains(&(one.shop, one.kind)));
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        found.retain(|one| {
            let count = counts.entry(one.kind).or_default();
            *count += 1;
            *count <= SUGGESTED
        });
        let ids: Vec<Uuid> = found.iter().map(|one| one.shop.0).collect();
        let names = shop::names(db, &ids).await?;
        let by_id: HashMap<ShopId, &Profile> = others.iter().map(|one| (one.id, one)).collect();
        let suggested = found
            .into_iter()
            .filter_map(|found| {
                let profile = by_id.get(&found.shop)?;
                Some(Suggested {
                    name: names.get(&found.shop.0)?.clone(),
                    category: profile.category,
                    at: profile.at,
                    found,
                })
            })
            .collect();
        Ok(Network {
            shop: row,
            told,
            is_seen,
            suggested,
            ties,
            around,
        })
    }

    /// What the own shop tells; before it told anything, what its products say.
    async fn told_by(&self, who: &Who, id: ShopId) -> Result<Told, Fault> {
        if let Some(told) = neighbour::of(self.store.db(), id).await? {
            return Ok(told);
        }
        Ok(Told {
            profile: Profile {
                id,
                at: None,
                category: self.category_of(who).await?,
                makes: Vec::new(),
                needs: Vec::new(),
                resells: false,
                delivers: false,
                wants_courier: false,
                level: None,
            },
            revision: 0,
        })
    }

    /// What most of the own products are.
    async fn category_of(&self, who: &Who) -> Result<Category, Fault> {
        let mut counts: BTreeMap<Category, usize> = BTreeMap::new();
        for one in self.shop_products(who).await? {
            *counts.entry(one.facts.product.category).or_default() += 1;
        }
        counts.remove(&Category::Other);
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        Ok(most.map_or(Category::Other, |(category, _)| category))
    }

    /// Neighbours within reach whose owners let them be seen, about the nearest first.
    async fn neighbours_of(&self, own: ShopId, at: Point) -> Result<Vec<Profile>, Fault> {
        let db = self.store.db();
        let near = neighbour::around(db, at, AROUND, LOOKED_AT).await?;
        let mut near: Vec<Profile> = near.into_iter().map(|told| told.profile).collect();
        near.retain(|one| one.id != own);
        let ids: Vec<ShopId> = near.iter().map(|one| one.id).collect();
        let seen = seen(db, &ids).await?;
        near.retain(|one| seen.contains(&one.id));
        // Also distances are told from where neighbours may see each other, or three of them would give away a home.
        for one in &mut near {
            one.at = one.at.and_then(blurred);
        }
        Ok(near)
    }

    /// Looks up where the shop and its nearest neighbours stand.
    async fn add_levels(
        &self,
        row: &Shop,
        own: &mut Profile,
        others: &mut [Profile],
    ) -> Result<(), Fault> {
        let ids: Vec<ShopId> = others.iter().take(LEVELS).map(|one| one.id).collect();
        let mut rows = shop::several(self.store.db(), &ids).await?;
        rows.push(row.clone());
        let glances = self.glances(&rows).await?;
        let level = |id: ShopId| glances.get(&id).and_then(|glance| glance.level);
        own.level = level(own.id);
        for other in others.iter_mut().take(LEVELS) {
            other.level = level(other.id);
        }
        Ok(())
    }

    /// Ties of a shop that are open or stand.
    async fn known_ties(&self, row: &Shop) -> Result<Vec<Known>, Fault> {
        let (db, id, today) = (self.store.db(), ShopId(row.id), self.day_of(row));
        let mut kept = tie::of_shop(db, id).await?;
        kept.retain(|one| is_open(&one.tie, today));
        let other = |tie: &Tie| if tie.from == id { tie.to } else { tie.from };
        let ids: Vec<ShopId> = kept.iter().map(|one| other(&one.tie)).collect();
        let plain: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
        let names = shop::names(db, &plain).await?;
        let seen = seen(db, &ids).await?;
        let places: HashMap<ShopId, Point> = neighbour::of_shops(db, &ids)
            .await?
            .into_iter()
            .filter(|told| seen.contains(&told.profile.id))
            .filter_map(|told| Some((told.profile.id, blurred(told.profile.at?)?)))
            .collect();
        let mut found = Vec::with_capacity(kept.len());
        for Kept { tie, .. } in kept {
            let them = other(&tie);
            let agreed = tie.state != State::Offered;
            found.push(Known {
                other: them,
                name: names.get(&them.0).cloned().unwrap_or_default(),
                at: places.get(&them).copied(),
                is_mine: tie.from == id,
                may_confirm: match tie.state {
                    State::Accepted => true,
                    State::HalfConfirmed => tie.half != Some(id),
                    _ => false,
                },
                whatsapp: if agreed && seen.contains(&them) {
                    number_of(db, them).await?
                } else {
                    None
                },
                tie,
            });
        }
        Ok(found)
    }

    /// Keeps what an owner tells the neighbours.
    ///
    /// # Errors
    /// `Refused` field by field, `Changed` when someone else was faster, `Forbidden` for people who own no shop.
    pub async fn tell_neighbours(&self, who: &Who, wish: Tell) -> Result<(), Fault> {
        let id = self.own_shop(who, Action::JoinProgramme).await?;
        let mut wrong = Vec::new();
        if wish.at.is_some_and(|at| !is_here(at)) {
            wrong.push(Refusal::new("titik", Message::new("point-not-here")));
        }
        let makes = goods("buat", &wish.makes, &mut wrong);
        let needs = goods("butuh", &wish.needs, &mut wrong);
        if !wrong.is_empty() {
            return Err(Fault::Refused(wrong));
        }
        let told = Told {
            profile: Profile {
                id,
                at: wish.at,
                category: self.category_of(who).await?,
                makes,
                needs,
                resells: wish.resells,
                delivers: wish.delivers,
                wants_courier: wish.wants_courier,
                level: None,
            },
            revision: wish.revision,
        };
        let change = self.store.begin().await?;
        neighbour::set(&change, &told, self.now()).await?;
        self.note(
            &change,
            who,
            "tell-neighbours",
            &format!("shop:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Asks another shop. The same key asks once, however often it is sent.
    ///
    /// # Errors
    /// `Refused` when there is such a tie, or too many offers wait; `Missing` when the other does not let itself be seen,
    /// or this one does not.
    pub async fn offer_tie(
        &self,
        who: &Who,
        kind: Kind,
        to: ShopId,
        key: &str,
    ) -> Result<TieId, Fault> {
        let own = self.own_shop(who, Action::JoinProgramme).await?;
        let db = self.store.db();
        let seen = seen(db, &[own, to]).await?;
        if !seen.contains(&own) || !seen.contains(&to) || neighbour::of(db, to).await?.is_none() {
            return Err(Fault::Missing);
        }
        let today = self.day_of(&shop::get(db, own).await?);
        let change = self.store.begin().await?;
        let id = TieId(self.outside.id());
        let request = format!("offer-tie {} {to}", kind.key());
        let kept = self
            .receipt(&change, &actor(who), key, &request, &id.to_string())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            let damaged = |_| Fault::Internal("a receipt that names no tie".to_owned());
            return earlier.parse().map_err(damaged);
        }
        let mut others: Vec<Tie> = Vec::new();
        for shop in [own, to] {
            let ties = tie::of_shop(&change, shop).await?;
            others.extend(ties.into_iter().map(|kept| kept.tie));
        }
        // What nobody answered in time is gone, and may be asked again.
        others.retain(|one| is_open(one, today));
        let waits = |tie: &&Tie| tie.from == own && tie.state == State::Offered;
        let open: HashSet<TieId> = others.iter().filter(waits).map(|tie| tie.id).collect();
        if open.len() >= OFFERS_MOST {
            let message = Message::new("offers-too-many").with("most", OFFERS_MOST);
            return Err(Fault::field("", message));
        }
        let new = Tie::offer(id, kind, (own, to), &others, today)
            .map_err(|error| Fault::field("", error.explain()))?;
        tie::create(&change, &new).await?;
        self.note(&change, who, "offer-tie", &format!("shop:{to}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// Answers an offer, says that it has happened, or ends it. Once both say that it has happened, both have evidence.
    ///
    /// # Errors
    /// `Missing` when the tie is not the own shop's; `Refused` when it is not its turn; `Changed` when the other was
    /// faster.
    pub async fn answer_tie(
        &self,
        who: &Who,
        id: TieId,
        deed: Deed,
        key: &str,
    ) -> Result<State, Fault> {
        let own = self.own_shop(who, Action::JoinProgramme).await?;
        let change = self.store.begin().await?;
        let Kept { tie, revision } = tie::get(&change, id).await?;
        if own != tie.from && own != tie.to {
            return Err(Fault::Missing);
        }
        let request = format!("answer-tie {id} {deed:?}");
        let kept = self
            .receipt(&change, &actor(who), key, &request, "done")
            .await?;
        if kept.is_some() {
            return Ok(tie.state);
        }
        let rows = shop::several(&change, &[tie.from, tie.to]).await?;
        let days = rows.iter().map(|row| self.day_of(row));
        // Where their clocks show two days, the earlier: evidence is never of a day that has not come.
        let today = days.min().unwrap_or_else(|| self.today());
        if tie.state == State::Offered && !is_open(&tie, today) {
            return Err(Fault::field("", Message::new("tie-not-now")));
        }
        let next = tie
            .after(own, deed, today)
            .map_err(|error| Fault::field("", error.explain()))?;
        tie::change(&change, &next, revision).await?;
        if next.state == State::Confirmed {
            self.prove_tie(&change, who, own, &next).await?;
        }
        self.note(&change, who, "answer-tie", &format!("shop:{own}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(next.state)
    }

    /// Sends a confirmed tie as evidence of each of its shops, in the name of an owner of it.
    async fn prove_tie(
        &self,
        change: &Transaction,
        who: &Who,
        own: ShopId,
        tie: &Tie,
    ) -> Result<(), Fault> {
        for shop in [tie.from, tie.to] {
            let owner = match who {
                Who::Person(member) if shop == own => Some(member.id),
                _ => shop::owners(change, shop).await?.first().copied(),
            };
            let id = EvidenceId(self.outside.id());
            let shown = owner.and_then(|owner| tie.evidence(shop, id, owner));
            let Some(shown) = shown else {
                continue;
            };
            let known = evidence::alike(change, &shown).await?;
            if admit(&shown, &known, tie.since).is_ok() {
                self.add_evidence(change, tie.since, shown, None, "")
                    .await?;
            }
        }
        Ok(())
    }
}

/// Whether a tie is neither refused nor ended, nor an offer that nobody answered in time.
fn is_open(tie: &Tie, today: jiff::civil::Date) -> bool {
    match tie.state {
        State::Declined | State::Ended => false,
        State::Offered => plus(tie.since, OFFER_DAYS) >= today,
        State::Accepted | State::HalfConfirmed | State::Confirmed => true,
    }
}

/// Those of these shops of which an owner lets them be named and shown.
async fn seen(db: &impl On, shops: &[ShopId]) -> Result<HashSet<ShopId>, Fault> {
    Ok(access::willing(db, shops, (Purpose::Showcase, SEEN_SINCE)).await?)
}

/// The number by which a shop is reached: that for orders, or its owner's.
async fn number_of(db: &impl On, id: ShopId) -> Result<Option<String>, Fault> {
    let front = storefront::of(db, id).await?;
    if let Some(number) = front.and_then(|front| front.whatsapp) {
        return Ok(Some(number));
    }
    for owner in shop::owners(db, id).await? {
        if let Contact::Phone(phone) = person::get(db, owner).await?.contact {
            return Ok(Some(phone.digits().to_owned()));
        }
    }
    Ok(None)
}

/// Goods as they are kept: trimmed, each once.
fn goods(field: &str, words: &[String], wrong: &mut Vec<Refusal>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in words.iter().map(|word| word.trim().to_lowercase()) {
        if !word.is_empty() && !found.contains(&word) {
            found.push(word);
        }
    }
    let long = found.iter().any(|word| word.chars().count() > GOODS_LONG);
    if found.len() > GOODS_MOST || long {
        let message = Message::new("goods-not-read")
            .with("most", GOODS_MOST)
            .with("long", GOODS_LONG);
        wrong.push(Refusal::new(field, message));
    }
    found
}

/// Whether a point lies in Indonesia, with room around it: a slip of two numbers is found so.
fn is_here(at: Point) -> bool {
    (-12.0..7.0).contains(&at.latitude) && (94.0..142.0).contains(&at.longitude)
}

/// What neighbours see of a place: a square of about 220 m, since many shops are homes.
fn blurred(at: Point) -> Option<Point> {
    let step = |degrees: f64| (degrees / GRID).round() * GRID;
    Point::new(step(at.latitude), step(at.longitude))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_not_shown_to_the_metre() {
        let at = Point::new(-7.981_234, 112.630_987).unwrap();
        let seen = blurred(at).unwrap();
        assert!((1..220).contains(&at.metres(seen)), "{}", at.metres(seen));
        assert!(is_here(at));
        assert!(!is_here(Point::new(0.0, 0.0).unwrap()));
        assert!(!is_here(Point::new(51.5, -0.1).unwrap()));
    }

    #[test]
    fn goods_are_few_and_short() {
        let mut wrong = Vec::new();
        let words = [" Kardus ", "kardus", "", "botol"].map(str::to_owned);
        assert_eq!(goods("butuh", &words, &mut wrong), ["kardus", "botol"]);
        assert!(wrong.is_empty());
        goods("butuh", &["x".repeat(41)], &mut wrong);
        assert_eq!(wrong.len(), 1);
    }
}
