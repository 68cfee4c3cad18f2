//! Evidence that a shop has in its own books already: noted sales, worked-out prices, consent, order files. Nothing is typed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::account::Purpose;
use naik_core::id::{EvidenceId, OrderFileId, ShopId};
use naik_core::message::{Explain, Message};
use naik_core::money::Rupiah;
use naik_core::programme::day::plus;
use naik_core::programme::evidence::{
    BACKDATED_DAYS, Evidence, EvidenceError, Fingerprint, Kind, admit,
};
use naik_core::programme::history::Verdict;
use naik_core::sale::SaleChannel;
use naik_store::repo::product::{self, Holder};
use naik_store::repo::sale::{self, By, Days};
use naik_store::repo::{Page, consent, cost, evidence, shop};
use naik_store::{On, StoreError};

use super::evidence::{MARKETS, sender};
use super::standing::Course;
use crate::platform::Platform;
use crate::platform::error::Fault;
use crate::platform::reach::actor;

/// Products whose price may be shown.
const PRODUCTS: u64 = 200;

/// What the own books could show and have not shown yet.
#[derive(Clone, Debug, Default)]
pub struct Ready {
    /// Days with their sums, that are not sent or were sent with another sum.
    pub sales: Vec<(Date, Rupiah)>,
    /// Products with a worked-out price, and the day of it.
    pub prices: Vec<(String, Date)>,
    /// The day on which an owner agreed to being accompanied.
    pub consent: Option<Date>,
}

/// What an order file shows, once it is saved.
#[derive(Clone, Debug)]
pub(crate) struct OrdersShown {
    /// SHA-256 of the file.
    pub(crate) sha256: String,
    /// The marketplace whose export it is, by its own headings.
    pub(crate) market: Option<SaleChannel>,
    /// Different orders in it.
    pub(crate) orders: u64,
    /// The day of the last.
    pub(crate) last: Option<Date>,
}

impl Platform {
    /// What the own books could show.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn ready_books(&self, course: &Course) -> Result<Ready, Fault> {
        self.ready(self.store.db(), course).await
    }

    async fn ready(&self, db: &impl On, course: &Course) -> Result<Ready, Fault> {
        let days = Days {
            first: plus(course.today, -BACKDATED_DAYS),
            last: course.today,
        };
        let id = course.id();
        let mut sent: BTreeMap<Date, Option<Rupiah>> = BTreeMap::new();
        for kept in standing_of(course, Kind::SalesRecord) {
            sent.insert(kept.on, kept.amount);
        }
        let mut noted: BTreeMap<Date, Rupiah> = BTreeMap::new();
        for (day, total) in sale::sums(db, id, days, By::Day).await? {
            let day = day.parse().map_err(|_| StoreError::Damaged("sale"))?;
            noted.insert(day, Rupiah::new(total.amount));
        }
        // A day whose sales were all taken back was sent with a sum that is no longer so. A shop without any note keeps its
        // book elsewhere, and what was sent of it stands.
        if !noted.is_empty() {
            for day in sent.keys().filter(|day| **day >= days.first) {
                noted.entry(*day).or_insert(Rupiah::new(0));
            }
        }
        let sales = noted
            .into_iter()
            .filter(|(day, sum)| sent.get(day) != Some(&Some(*sum)))
            .collect();
        Ok(Ready {
            sales,
            prices: self.prices(db, course).await?,
            consent: self.agreed(db, course).await?,
        })
    }

    async fn prices(&self, db: &impl On, course: &Course) -> Result<Vec<(String, Date)>, Fault> {
        let page = Page {
            skip: 0,
            take: PRODUCTS,
        };
        let all = product::list(db, Holder::Shop(course.id()), self.now(), page).await?;
        let ids: Vec<_> = all.iter().map(|one| one.id).collect();
        let shown: Vec<&Evidence> = standing_of(course, Kind::PriceCalculation).collect();
        let oldest = plus(course.today, -BACKDATED_DAYS);
        let mut prices = Vec::new();
        for (id, at) in cost::told_at(db, &ids).await? {
            let Some(one) = all.iter().find(|one| one.id == id) else {
                continue;
            };
            let day = crate::platform::day(at).min(course.today);
            let name: String = one.facts.product.name.chars().take(120).collect();
            let known = shown.iter().any(|old| old.subject == name && old.on >= day);
            if !known && !name.is_empty() && day >= oldest {
                prices.push((name, day));
            }
        }
        Ok(prices)
    }

    /// Since when an owner agrees to being accompanied, unless that was shown.
    async fn agreed(&self, db: &impl On, course: &Course) -> Result<Option<Date>, Fault> {
        if standing_of(course, Kind::Consent).next().is_some() {
            return Ok(None);
        }
        for owner in shop::owners(db, course.id()).await? {
            let history = consent::history(db, owner).await?;
            let last = history
                .iter()
                .rfind(|entry| entry.purpose == Purpose::Mentoring.key());
            if let Some(entry) = last.filter(|entry| entry.given) {
                return Ok(Some(crate::platform::day(entry.at).min(course.today)));
            }
        }
        Ok(None)
    }

    /// Sends what the own books show of a kind, and says how many pieces there were.
    ///
    /// # Errors
    /// `Refused` when there is nothing new, `Missing` for kinds that no book holds, `Forbidden` for people without a shop.
    pub async fn send_books(&self, who: &Who, kind: Kind, key: &str) -> Result<u64, Fault> {
        let id = self.own_shop(who, Action::SendEvidence).await?;
        let change = self.store.begin().await?;
        let course = self.course_now(&change, id).await?;
        let ready = self.ready(&change, &course).await?;
        let new = self.out_of_books(&course, kind, ready, who)?;
        let count = new.len() as u64;
        let request = format!("send-books {}", kind.key());
        let kept = self
            .receipt(&change, &actor(who), key, &request, &count.to_string())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            return Ok(earlier.parse().unwrap_or(0));
        }
        if new.is_empty() {
            return Err(Fault::field("", Message::new("proofs-nothing-new")));
        }
        for one in new {
            // Nothing of these is found by a fingerprint or a name: no other shop has it.
            admit(&one, &[], course.today).map_err(|error| Fault::field("", error.explain()))?;
            self.add_evidence(&change, course.today, one, None, "")
                .await?;
        }
        let subject = format!("shop:{id}");
        self.note(&change, who, "send-evidence", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(count)
    }

    fn out_of_books(
        &self,
        course: &Course,
        kind: Kind,
        ready: Ready,
        who: &Who,
    ) -> Result<Vec<Evidence>, Fault> {
        let sender = sender(who)?;
        let blank = |on: Date| {
            let id = EvidenceId(self.outside.id());
            Evidence::plain(id, (course.id(), sender), kind, on)
        };
        match kind {
            Kind::SalesRecord => Ok(ready
                .sales
                .into_iter()
                .map(|(day, sum)| Evidence {
                    amount: Some(sum),
                    ..blank(day)
                })
                .collect()),
            Kind::PriceCalculation => Ok(ready
                .prices
                .into_iter()
                .map(|(name, day)| Evidence {
                    subject: name,
                    ..blank(day)
                })
                .collect()),
            Kind::Consent => Ok(ready.consent.into_iter().map(blank).collect()),
            _ => Err(Fault::Missing),
        }
    }

    /// Takes back, with a consent, the evidence of it.
    pub(crate) async fn take_back_consent(&self, db: &impl On, who: &Who) -> Result<(), Fault> {
        let Who::Person(member) = who else {
            return Ok(());
        };
        for (id, _) in &member.shops {
            let owners = shop::owners(db, *id).await?;
            // Another owner's word stands for the shop.
            if owners.iter().any(|owner| *owner != member.id) || owners.is_empty() {
                continue;
            }
            let course = self.course_now(db, *id).await?;
            let shown: Vec<EvidenceId> = standing_of(&course, Kind::Consent)
                .map(|one| one.id)
                .collect();
            for one in shown {
                self.take_back(db, &course, one, member.id, "").await?;
            }
        }
        Ok(())
    }

    /// Refuses an order file that another shop has shown: its sales would be someone else's.
    pub(crate) async fn check_orders(&self, shop: ShopId, sha256: &str) -> Result<(), Fault> {
        let wish = OrdersShown {
            sha256: sha256.to_owned(),
            market: None,
            orders: 1,
            last: None,
        };
        let like = self.orders_evidence(shop, OrderFileId(self.outside.id()), &wish, None)?;
        let known = evidence::alike(self.store.db(), &like).await?;
        if known.iter().any(|old| old.shop != shop) {
            return Err(Fault::field("berkas", EvidenceError::OtherShop.explain()));
        }
        Ok(())
    }

    /// Shows an order file that was saved, where it is a marketplace's own, is new and not too old. The file itself is not
    /// kept: it names buyers.
    pub(crate) async fn show_orders(
        &self,
        db: &impl On,
        who: &Who,
        shop: ShopId,
        file: OrderFileId,
        shown: &OrdersShown,
    ) -> Result<(), Fault> {
        if shown.market.is_none() || shown.orders == 0 || shown.last.is_none() {
            return Ok(());
        }
        let course = self.course_now(db, shop).await?;
        let new = self.orders_evidence(shop, file, shown, Some(who))?;
        match self.admit_evidence(db, &course, &new).await {
            Ok(()) => self.add_evidence(db, course.today, new, None, "").await,
            // Its sales are noted all the same; it only shows nothing new.
            Err(Fault::Refused(_)) => Ok(()),
            Err(other) => Err(other),
        }
    }

    fn orders_evidence(
        &self,
        shop: ShopId,
        file: OrderFileId,
        shown: &OrdersShown,
        who: Option<&Who>,
    ) -> Result<Evidence, Fault> {
        let market = shown.market.map_or("", SaleChannel::key);
        Ok(Evidence {
            id: EvidenceId(self.outside.id()),
            shop,
            kind: Kind::OrderExport,
            on: shown.last.unwrap_or_else(|| self.today()),
            sender: match who {
                Some(who) => sender(who)?,
                None => naik_core::id::PersonId(naik_core::id::Uuid::nil()),
            },
            // By it the evidence goes when its sales are taken back.
            subject: file.to_string(),
            place: MARKETS
                .into_iter()
                .find(|known| *known == market)
                .unwrap_or_default()
                .to_owned(),
            units: shown.orders,
            amount: None,
            until: None,
            fingerprint: Some(Fingerprint::File(shown.sha256.clone())),
        })
    }

    /// Takes back what an order file showed: its sales were taken back.
    pub(crate) async fn unshow_orders(
        &self,
        db: &impl On,
        who: &Who,
        shop: ShopId,
        file: OrderFileId,
    ) -> Result<(), Fault> {
        let course = self.course_now(db, shop).await?;
        let name = file.to_string();
        let shown: Vec<EvidenceId> = standing_of(&course, Kind::OrderExport)
            .filter(|one| one.subject == name)
            .map(|one| one.id)
            .collect();
        for one in shown {
            self.take_back(db, &course, one, sender(who)?, "").await?;
        }
        Ok(())
    }
}

/// Evidence of a kind that was neither taken back nor refused, by day.
fn standing_of(course: &Course, kind: Kind) -> impl Iterator<Item = &Evidence> {
    course
        .shown
        .iter()
        .map(|kept| &kept.evidence)
        .filter(move |one| {
            let verdict = course.standing.verdicts.get(&one.id);
            one.kind == kind && verdict.is_some_and(|verdict| *verdict != Verdict::Refused)
        })
}
