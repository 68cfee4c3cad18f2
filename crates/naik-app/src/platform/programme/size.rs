//! What stands beside the levels: the legal class, how far the shop has come with digital tools, papers that end, and what
//! was sold month by month.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use naik_core::money::Rupiah;
use naik_core::permit::PermitKind;
use naik_core::programme::adoption::{self, Adoption};
use naik_core::programme::day::{month, plus};
use naik_core::programme::evidence::Kind;
use naik_core::programme::history::Verdict;
use naik_core::programme::legal::{Classed, Size, Use, class};
use naik_core::programme::renewal::{self, Paper, Reminder};
use naik_core::sale::SaleChannel;
use naik_store::repo::sale::{self, By, Days};

use super::standing::Course;
use crate::platform::Platform;
use crate::platform::error::Fault;

/// Days in which a channel counts as used.
const ACTIVE: i64 = 30;
/// Months of the six-month line.
pub const MONTHS: i64 = 6;

/// Where yearly sales are known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Sales noted in the last twelve months.
    Noted,
    /// The median month that the owner told at the beginning, times twelve.
    Told,
}

/// The legal class, at a guess.
#[derive(Clone, Debug)]
pub struct LegalClass {
    /// The class, and the law behind it.
    pub classed: Classed,
    /// Yearly sales that it follows from.
    pub sales: Rupiah,
    /// Where they are known from.
    pub basis: Basis,
}

/// What stands beside the levels.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The legal class; none before anything is known of sales.
    pub legal: Option<LegalClass>,
    /// How far the shop has come with digital tools.
    pub adoption: Adoption,
    /// Papers that end soon, or have ended.
    pub reminders: Vec<Reminder>,
}

impl Platform {
    /// What stands beside a shop's levels.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn beside(&self, course: &Course) -> Result<Beside, Fault> {
        Ok(Beside {
            legal: self.legal_class(course).await?,
            adoption: self.adoption(course).await?,
            reminders: reminders(course),
        })
    }

    /// What was noted as sold in each of the last six months, oldest first; none in a month without a note.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn months(&self, course: &Course) -> Result<Vec<(Date, Option<Rupiah>)>, Fault> {
        let first = month(course.today, 1 - MONTHS);
        let days = Days {
            first,
            last: course.today,
        };
        let found = sale::sums(self.store.db(), course.id(), days, By::Month).await?;
        Ok((0..MONTHS)
            .map(|n| {
                let start = month(first, n);
                let name = format!("{:04}-{:02}", start.year(), start.month());
                let sum = found.iter().find(|(text, _)| *text == name);
                (start, sum.map(|(_, total)| Rupiah::new(total.amount)))
            })
            .collect())
    }

    async fn legal_class(&self, course: &Course) -> Result<Option<LegalClass>, Fault> {
        let days = Days {
            first: month(course.today, -12),
            last: plus(course.today.first_of_month(), -1),
        };
        let months = sale::sums(self.store.db(), course.id(), days, By::Month).await?;
        let noted = months
            .iter()
            .fold(0_u64, |sum, (_, total)| sum.saturating_add(total.amount));
        let told = course
            .shown
            .iter()
            .rfind(|kept| {
                kept.evidence.kind == Kind::Baseline
                    && course.standing.verdicts.get(&kept.evidence.id) != Some(&Verdict::Refused)
                    && course.standing.verdicts.contains_key(&kept.evidence.id)
            })
            .and_then(|kept| kept.evidence.amount);
        let (sales, basis) = match told {
            // Twelve months with notes say more than what was told once.
            _ if months.len() >= 12 => (Rupiah::new(noted), Basis::Noted),
            Some(told) => (Rupiah::new(told.amount().saturating_mul(12)), Basis::Told),
            None if noted > 0 => (Rupiah::new(noted), Basis::Noted),
            None => return Ok(None),
        };
        let size = Size {
            sales: Some(sales),
            ..Size::default()
        };
        let found = class(size, Use::Facility, course.today);
        Ok(found.map(|classed| LegalClass {
            classed,
            sales,
            basis,
        }))
    }

    async fn adoption(&self, course: &Course) -> Result<Adoption, Fault> {
        let since = plus(course.today, -ACTIVE);
        let days = Days {
            first: since,
            last: course.today,
        };
        let (db, id) = (self.store.db(), course.id());
        let by_channel = sale::sums(db, id, days, By::Channel).await?;
        let mut channels: BTreeSet<&str> = BTreeSet::new();
        let mut accounts: BTreeSet<&str> = BTreeSet::new();
        let (mut online, mut all) = (0_u64, 0_u64);
        for (word, total) in &by_channel {
            all = all.saturating_add(total.amount);
            if SaleChannel::parse(word).is_some_and(|channel| channel != SaleChannel::Counter) {
                online = online.saturating_add(total.amount);
                channels.insert(word);
            }
        }
        let stands = course.with(Verdict::Accepted);
        let mut weeks: BTreeMap<i64, ()> = BTreeMap::new();
        let mut active = |day: Date| {
            let ago = naik_core::programme::day::between(day, course.today) / 7;
            if (0..4).contains(&ago) {
                weeks.insert(ago, ());
            }
        };
        for kept in &stands {
            let one = &kept.evidence;
            let shows = matches!(
                one.kind,
                Kind::Post | Kind::OrderExport | Kind::ListingLink | Kind::Rating
            );
            if shows && !one.place.is_empty() {
                accounts.insert(&one.place);
                if one.on >= since && one.kind != Kind::Rating {
                    channels.insert(&one.place);
                    active(one.on);
                }
            }
        }
        for (day, _) in sale::sums(db, id, days, By::Day).await? {
            if let Ok(day) = day.parse() {
                active(day);
            }
        }
        accounts.extend(&channels);
        let has = |kind: Kind| stands.iter().any(|kept| kept.evidence.kind == kind);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let part = u128::from(online) * 100 / u128::from(all.max(1));
        Ok(Adoption::of(adoption::Use {
            accounts: count(accounts.len()),
            channels: count(channels.len()),
            weeks: count(weeks.len()),
            online_percent: u32::try_from(part).unwrap_or(100),
            qris: has(Kind::Qris),
            decides_by_data: has(Kind::PriceCalculation) && has(Kind::SalesRecord),
            advertises: has(Kind::RepeatBuyers),
            teaches: has(Kind::Mentored),
        }))
    }
}

/// Papers whose end is near, by the permits that the shop showed: the newest of each kind.
fn reminders(course: &Course) -> Vec<Reminder> {
    let mut ends: BTreeMap<&str, Date> = BTreeMap::new();
    for kept in &course.shown {
        let one = &kept.evidence;
        let stands = course.standing.verdicts.get(&one.id);
        let counts = stands.is_some_and(|verdict| *verdict != Verdict::Refused);
        if let (Kind::Permit, true, Some(until)) = (one.kind, counts, one.until) {
            let last = ends.entry(&one.place).or_insert(until);
            *last = until.max(*last);
        }
    }
    ends.into_iter()
        .filter_map(|(place, until)| {
            let paper = Paper::from(permit(place)?);
            renewal::due(paper, until, None, course.today)
        })
        .collect()
}

/// The kind of permit of the word under which evidence is kept.
pub fn permit(word: &str) -> Option<PermitKind> {
    match word {
        "nib" => Some(PermitKind::Nib),
        "pirt" => Some(PermitKind::Pirt),
        "halal" => Some(PermitKind::Halal),
        "bpom" => Some(PermitKind::Bpom),
        _ => None,
    }
}
