//! Badges: given with a confirmed level or a completed programme, shown as far as the owner lets them, checked by anyone.

mod publish;

use jiff::civil::Date;
use naik_connect::badge::{
    Achievement, Badge as Written, Evidence, Genuine, Holder, Issuer, Kind, Trouble, Trust,
    credential, sign, verify,
};
use naik_core::access::{Action, Member, Post, Scope, Who, may};
use naik_core::account::{Area, Purpose};
use naik_core::id::{BadgeId, CohortId, PersonId, ShopId};
use naik_core::lang::Lang;
use naik_core::measure::gather::accepted;
use naik_core::message::Message;
use naik_core::programme::day::{offset, plus};
use naik_core::programme::evidence::Kind as Shown;
use naik_core::programme::history::{Cause, Standing};
use naik_core::programme::level::{Ladder, Level};
use naik_store::repo::badge::{self, Badge};
use naik_store::repo::{consent, evidence, history, shop};
use naik_store::{On, StoreError};

use publish::address;

use super::Platform;
use super::error::Fault;
use super::reach::actor;
use crate::words::Words;

/// Who gives them.
pub(super) const ISSUER: &str = "NaikKelas";
/// The most proofs that a badge names.
const PROOFS: usize = 8;
/// The longest reason, in characters.
const REASON_MOST: usize = 300;

/// What a badge is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A confirmed level.
    Level(Level),
    /// A completed programme.
    Programme(CohortId),
}

impl About {
    /// As it is kept: `level-3`, `programme-<cohort>`.
    pub fn key(&self) -> String {
        match self {
            Self::Level(level) => format!("level-{}", level.number()),
            Self::Programme(cohort) => format!("programme-{cohort}"),
        }
    }

    /// What was kept.
    pub fn parse(key: &str) -> Option<Self> {
        if let Some(number) = key.strip_prefix("level-") {
            return Level::new(number.parse().ok()?).map(Self::Level);
        }
        let cohort = key.strip_prefix("programme-")?;
        cohort.parse().ok().map(Self::Programme)
    }
}

/// A badge to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Award {
    /// To whom.
    pub shop: ShopId,
    /// What for.
    pub about: About,
    /// The day on which it was reached: the same shop, thing and day are the same badge.
    pub since: Date,
    /// The last day on which it holds; none when it does not end.
    pub until: Option<Date>,
}

/// What came of bringing badges in line.
#[must_use]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// The badge of the level that stands; none below the first.
    pub badge: Option<BadgeId>,
    /// Whether a badge was taken back: after the commit [`Platform::publish_revoked`] is due.
    pub revoked: bool,
}

/// A badge, as everyone may see it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// As it is kept.
    pub badge: Badge,
    /// What for.
    pub about: About,
    /// The signed document, checked a moment ago.
    pub genuine: Genuine,
    /// Whether whoever asks owns the shop.
    pub is_own: bool,
    /// Whether whoever asks may take it back.
    pub may_revoke: bool,
}

impl Platform {
    /// Gives a badge, in the transaction of what it is for. Given again it is the same badge; its end is brought up to date.
    ///
    /// # Errors
    /// When the shop is gone, or the database refuses.
    pub async fn issue_badge(
        &self,
        change: &impl On,
        words: &Words,
        award: Award,
    ) -> Result<BadgeId, Fault> {
        let about = award.about.key();
        let since = award.since.to_string();
        let until = award.until.map(|day| day.to_string());
        if let Some(mut known) = badge::find(change, award.shop, &about, &since).await? {
            let id = BadgeId(known.id);
            if known.until != until {
                known.until = until;
                self.sign_badge(change, words, &mut known).await?;
                badge::renew(change, &known).await?;
            }
            return Ok(id);
        }
        let (id, number) = self.fresh_badge(change).await?;
        let mut new = Badge {
            id: id.0,
            shop_id: award.shop.0,
            about,
            since,
            until,
            salt: self.outside.secret(),
            named: self.lets_be_named(change, award.shop).await?,
            proofs: false,
            document: String::new(),
            issued_at: 0,
            revoked_at: None,
            reason: None,
            number: number.key(),
        };
        self.sign_badge(change, words, &mut new).await?;
        badge::add(change, new).await?;
        self.note_system(change, "issue-badge", &format!("badge:{id}"))
            .await?;
        Ok(id)
    }

    /// Brings a shop's badges in line with where it stands: the level that stands has its badge, with the end that is known
    /// now; what was taken back is revoked. Call it in the transaction of a decision; again it changes nothing.
    ///
    /// # Errors
    /// When the shop is gone, or the database refuses.
    pub async fn settle_badges(
        &self,
        change: &impl On,
        words: &Words,
        shop: ShopId,
        standing: &Standing,
    ) -> Result<Settled, Fault> {
        let mut settled = Settled::default();
        for row in badge::of_shop(change, shop).await? {
            let lost = standing.changes.iter().any(|one| {
                matches!(one.cause, Cause::Revoked { .. })
                    && row.about == About::Level(one.level).key()
                    && row.since <= one.day.to_string()
            });
            if lost && row.revoked_at.is_none() {
                let reason = words.label("badge-level-revoked", &[]);
                badge::revoke(change, BadgeId(row.id), &reason, self.now()).await?;
                settled.revoked = true;
            }
        }
        // The first level is a beginning, not an achievement.
        let Some(level) = standing.level.filter(|level| *level > Level::LOWEST) else {
            return Ok(settled);
        };
        let reached = standing
            .changes
            .iter()
            .rfind(|one| one.level == level && matches!(one.cause, Cause::Reached { .. }));
        let Some(reached) = reached else {
            return Ok(settled);
        };
        let award = Award {
            shop,
            about: About::Level(level),
            since: reached.day,
            until: standing.until,
        };
        settled.badge = Some(self.issue_badge(change, words, award).await?);
        Ok(settled)
    }

    /// A badge with how it stands; for everyone.
    ///
    /// # Errors
    /// `Missing` when there is none.
    pub async fn badge(&self, who: &Who, id: BadgeId) -> Result<Seen, Fault> {
        let found = badge::get(self.store.db(), id).await?;
        let damaged = || Fault::from(StoreError::Damaged("badge"));
        let genuine = match self.check_badge(&found.document).await? {
            // The platform moved to another address since.
            Err(Trouble::OtherIssuer(_)) => {
                verify(&found.document, &Trust::default(), self.moment()?)
            }
            told => told,
        };
        let genuine = genuine.map_err(|_| damaged())?;
        let (is_own, may_revoke) = self.over_badge(who, &found).await?;
        Ok(Seen {
            about: About::parse(&found.about).ok_or_else(damaged)?,
            genuine,
            is_own,
            may_revoke,
            badge: found,
        })
    }

    /// Badges of the shops of whoever asks.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn own_badges(&self, who: &Who) -> Result<Vec<Badge>, Fault> {
        let Who::Person(member) = who else {
            return Ok(Vec::new());
        };
        let mut all = Vec::new();
        for (shop, _) in &member.shops {
            all.extend(badge::of_shop(self.store.db(), *shop).await?);
        }
        Ok(all)
    }

    /// Changes what a badge shows: the shop's name, and what proves it. The badge is signed anew under the same address.
    ///
    /// # Errors
    /// `Missing` for whoever does not own the shop.
    pub async fn show_on_badge(
        &self,
        who: &Who,
        words: &Words,
        id: BadgeId,
        (named, proofs): (bool, bool),
    ) -> Result<(), Fault> {
        let change = self.store.begin().await?;
        let mut found = badge::get(&change, id).await?;
        if !self.over_badge(who, &found).await?.0 {
            return Err(Fault::Missing);
        }
        found.named = named;
        found.proofs = proofs;
        self.sign_badge(&change, words, &mut found).await?;
        badge::renew(&change, &found).await?;
        self.note(
            &change,
            who,
            "show-on-badge",
            &format!("badge:{id}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// Takes the name of a member's own shops, and what proves them, off every badge that shows it.
    pub(crate) async fn unname_badges(
        &self,
        change: &impl On,
        member: &Member,
    ) -> Result<(), Fault> {
        let words = Words::new(Lang::Id);
        for (shop, post) in &member.shops {
            if *post != Post::Owner {
                continue;
            }
            for mut row in badge::of_shop(change, *shop).await? {
                if row.named || row.proofs {
                    (row.named, row.proofs) = (false, false);
                    self.sign_badge(change, &words, &mut row).await?;
                    badge::renew(change, &row).await?;
                }
            }
        }
        Ok(())
    }

    /// Takes a badge back, with the reason that everyone will read. The same key takes it back once.
    ///
    /// # Errors
    /// `Missing` for whoever does not run programmes there or works in the shop; `Refused` without a reason.
    pub async fn revoke_badge(
        &self,
        who: &Who,
        id: BadgeId,
        reason: &str,
        key: &str,
    ) -> Result<(), Fault> {
        let found = badge::get(self.store.db(), id).await?;
        if !self.over_badge(who, &found).await?.1 {
            return Err(Fault::Missing);
        }
        let reason = reason.trim();
        let length = reason.chars().count();
        if length == 0 || length > REASON_MOST {
            let message = Message::new("badge-no-reason").with("most", REASON_MOST);
            return Err(Fault::field("alasan", message));
        }
        let change = self.store.begin().await?;
        let request = format!("revoke {id}");
        let kept = self
            .receipt(&change, &actor(who), key, &request, "revoked")
            .await?;
        if kept.is_some() {
            return Ok(());
        }
        badge::revoke(&change, id, reason, self.now()).await?;
        self.note(&change, who, "revoke-badge", &format!("badge:{id}"), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        self.publish_revoked().await;
        Ok(())
    }

    /// Writes a badge's document down and signs it.
    async fn sign_badge(&self, db: &impl On, words: &Words, row: &mut Badge) -> Result<(), Fault> {
        let damaged = || Fault::from(StoreError::Damaged("badge"));
        let holder = shop::get(db, ShopId(row.shop_id)).await?;
        let area = Area::parse(&holder.area).map_err(|_| damaged())?;
        let about = About::parse(&row.about).ok_or_else(damaged)?;
        let since: Date = row.since.parse().map_err(|_| damaged())?;
        let until: Option<Date> = match &row.until {
            Some(day) => Some(day.parse().map_err(|_| damaged())?),
            None => None,
        };
        let begins = |day: Date| {
            let moment = day.to_datetime(jiff::civil::Time::midnight());
            offset(&area)
                .to_timestamp(moment)
                .map_err(|error| Fault::Internal(error.to_string()))
        };
        let (issuer, key) = (self.badge_issuer(db).await?, self.badge_key(db).await?);
        let evidence = if row.proofs {
            self.proofs_of(db, ShopId(row.shop_id)).await?
        } else {
            Vec::new()
        };
        let last_second = jiff::Span::new().seconds(-1);
        let written = Written {
            id: address(&issuer, BadgeId(row.id)),
            achievement: achievement(words, about, &issuer),
            holder: Holder {
                secret: row.shop_id.to_string(),
                salt: row.salt.clone(),
                name: row.named.then(|| holder.name.clone()),
            },
            from: begins(since)?,
            until: until
                .map(|day| {
                    let next = begins(plus(day, 1))?;
                    next.checked_add(last_second)
                        .map_err(|error| Fault::Internal(error.to_string()))
                })
                .transpose()?,
            evidence,
        };
        let now = self.moment()?;
        let document = credential(&written, &issuer);
        let method = issuer.method(&key.public());
        row.document = sign(&document, &key, &method, now).to_string();
        row.issued_at = self.now();
        Ok(())
    }

    /// What of a shop's accepted evidence anyone can look at: listings with an address.
    async fn proofs_of(&self, db: &impl On, id: ShopId) -> Result<Vec<Evidence>, Fault> {
        let events = history::of_shop(db, id).await?;
        let people = shop::workers(db, id).await?;
        let accepted = accepted(&people, &events, self.today());
        let shown = evidence::of_shop(db, id).await?;
        let mut found: Vec<Evidence> = Vec::new();
        for one in shown.into_iter().map(|kept| kept.evidence) {
            let open = one.kind == Shown::ListingLink
                && accepted.contains(&one.id)
                && one.subject.starts_with("https://");
            if open && !found.iter().any(|known| known.id == one.subject) {
                found.push(Evidence {
                    id: one.subject,
                    name: one.place,
                });
            }
        }
        found.truncate(PROOFS);
        Ok(found)
    }

    async fn lets_be_named(&self, db: &impl On, id: ShopId) -> Result<bool, Fault> {
        let mut owners: Vec<PersonId> = shop::owners(db, id).await?;
        owners.sort_unstable();
        for owner in &owners {
            if !consent::given(db, *owner)
                .await?
                .contains(&Purpose::Showcase)
            {
                return Ok(false);
            }
        }
        Ok(!owners.is_empty())
    }

    /// Whether someone owns a badge's shop, and whether they may take the badge back.
    async fn over_badge(&self, who: &Who, row: &Badge) -> Result<(bool, bool), Fault> {
        let Who::Person(member) = who else {
            return Ok((false, false));
        };
        let posts = &member.shops;
        let post = posts.iter().find(|(id, _)| id.0 == row.shop_id);
        let holder = shop::get(self.store.db(), ShopId(row.shop_id)).await?;
        let area = Area::parse(&holder.area).map_err(|_| StoreError::Damaged("shop"))?;
        let runs = may(who, Action::RunProgramme, &Scope::Area(area));
        Ok((
            matches!(post, Some((_, Post::Owner))),
            runs && post.is_none(),
        ))
    }
}

/// What a badge is for, in a few words: `Level 3: Terhubung`.
pub fn achievement_name(words: &Words, about: About) -> String {
    match about {
        About::Level(level) => {
            let (number, name) = (level.number().to_string(), level_name(words, level));
            words.label("badge-level", &[("number", &number), ("name", &name)])
        }
        About::Programme(_) => words.label("badge-programme", &[]),
    }
}

fn level_name(words: &Words, level: Level) -> String {
    let row = Ladder::get().row(level);
    let name = row.map(|row| words.label(&format!("level-{}", row.key), &[]));
    name.unwrap_or_default()
}

/// What a badge is for, in words.
pub fn achievement(words: &Words, about: About, issuer: &Issuer) -> Achievement {
    let (anchor, kind, stem, args) = match about {
        About::Level(level) => {
            let number = level.number().to_string();
            (
                format!("level-{number}"),
                Kind::Level,
                "badge-level".to_owned(),
                vec![("number", number), ("name", level_name(words, level))],
            )
        }
        About::Programme(_) => (
            "program".to_owned(),
            Kind::Programme,
            "badge-programme".to_owned(),
            Vec::new(),
        ),
    };
    let args: Vec<(&str, &str)> = args
        .iter()
        .map(|(key, value)| (*key, value.as_str()))
        .collect();
    let criteria = match about {
        About::Level(level) => format!("badge-criteria-{}", level.number()),
        About::Programme(_) => "badge-programme-criteria".to_owned(),
    };
    Achievement {
        id: format!("{}/lencana#{anchor}", issuer.url),
        name: achievement_name(words, about),
        description: words.label(&format!("{stem}-about"), &args),
        criteria: words.label(&criteria, &[]),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_badge_is_for_reads_what_it_writes() {
        let cohort = CohortId(naik_core::id::Uuid::from_u128(7));
        for about in [
            Level::new(3).map(About::Level),
            Some(About::Programme(cohort)),
        ] {
            let key = about.map(|about| about.key()).unwrap_or_default();
            assert_eq!(About::parse(&key), about);
        }
        for key in ["", "level-9", "level-", "programme-x"] {
            assert_eq!(About::parse(key), None, "{key}");
        }
    }
}
