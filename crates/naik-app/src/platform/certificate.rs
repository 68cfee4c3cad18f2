//! Certificates: the paper of a badge, with a number that anyone can check.
//!
//! The paper is for the owner to hand out, so it names the shop, and who checked and who confirmed, whom the owner knows
//! from the shop's history. The page that anyone reads shows what the badge shows, and no person.

use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::id::{BadgeId, PersonId, ShopId};
use naik_core::message::Message;
use naik_core::programme::certificate::Number;
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::day::{WEEK, plus};
use naik_core::programme::enrolment::State;
use naik_core::programme::history::{Cause, What};
use naik_core::programme::level::Level;
use naik_press::document::{Award, Certificate, Signer, certificate};
use naik_store::repo::badge::{self, Badge};
use naik_store::repo::{cohort, enrolment, programme, shop};
use naik_store::{On, StoreError};

use super::badge::{About, ISSUER, Seen, achievement_name};
use super::error::Fault;
use super::paper::{day, sayer};
use super::programme::standing::Course;
use super::{Platform, apart};
use crate::words::Words;

/// Weeks after a cohort's end in which its last levels are still confirmed.
const LATE: i64 = 2;
/// Ids that are tried before chance is taken for broken.
const TRIES: usize = 16;

/// A certificate, as everyone may see it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its number.
    pub number: Number,
    /// The badge whose paper it is.
    pub seen: Seen,
    /// Who runs the programme in which it was reached, where there is one.
    pub organisation: Option<String>,
    /// Whether whoever asks may have the paper.
    pub may_print: bool,
}

impl Platform {
    /// A certificate with how it stands; for everyone.
    ///
    /// # Errors
    /// `Missing` when none was given under that number, and also when its shop was erased.
    pub async fn certificate(&self, who: &Who, number: Number) -> Result<Shown, Fault> {
        let db = self.store.db();
        let row = numbered(db, number).await?;
        let seen = self.badge(who, BadgeId(row.id)).await?;
        let holder = shop::get(db, ShopId(row.shop_id)).await?;
        let behind = behind(db, &row, seen.about).await?;
        Ok(Shown {
            number,
            organisation: behind.map(|behind| behind.organisation),
            may_print: self.may_in_shop(who, &holder, Action::SeeProgress).await?,
            seen,
        })
    }

    /// The number of the certificate of the level on which a shop stands; none below the first level.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn certificate_of(&self, course: &Course) -> Result<Option<Number>, Fault> {
        let Some(level) = course.standing.level else {
            return Ok(None);
        };
        let about = About::Level(level).key();
        let given = badge::of_shop(self.store.db(), course.id()).await?;
        let found = given
            .iter()
            .find(|row| row.about == about && row.revoked_at.is_none());
        Ok(found.map(|row| Number::of(BadgeId(row.id))))
    }

    /// A certificate as a PDF, with a name for it; for those who may see the shop's progress. `origin` is where the site is.
    ///
    /// # Errors
    /// `Missing` for everyone else; `Refused` when it was taken back.
    pub async fn certificate_paper(
        &self,
        who: &Who,
        number: Number,
        origin: &str,
        words: Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let db = self.store.db();
        let row = numbered(db, number).await?;
        let holder = self
            .reach_shop(who, ShopId(row.shop_id), Action::SeeProgress)
            .await?;
        if let Some(reason) = &row.reason {
            let message = Message::new("certificate-revoked").with("reason", reason);
            return Err(Fault::field("", message));
        }
        let course = self.read_course(db, holder).await?;
        let given = self.written(&row, &course, number, origin, &words).await?;
        let _turn = self.heavy_turn().await?;
        let bytes = apart(move || certificate(&given, &sayer(&words))?.pdf()).await?;
        Ok((bytes, format!("sertifikat-{number}.pdf")))
    }

    /// What a certificate says.
    async fn written(
        &self,
        row: &Badge,
        course: &Course,
        number: Number,
        origin: &str,
        words: &Words,
    ) -> Result<Certificate, Fault> {
        let damaged = || Fault::from(StoreError::Damaged("badge"));
        let about = About::parse(&row.about).ok_or_else(damaged)?;
        let since: Date = row.since.parse().map_err(|_| damaged())?;
        let until: Option<Date> = match &row.until {
            Some(day) => Some(day.parse().map_err(|_| damaged())?),
            None => None,
        };
        let behind = behind(self.store.db(), row, about).await?;
        let (checked, confirmed) = match about {
            About::Level(level) => self.signers(course, level, since, words).await?,
            About::Programme(_) => (None, None),
        };
        let award = match (about, &behind) {
            (About::Programme(_), Some(behind)) => Award::Programme {
                name: behind.programme.clone(),
                weeks: u32::from(WEEKS),
            },
            (About::Programme(_), None) => Award::Programme {
                name: achievement_name(words, about),
                weeks: u32::from(WEEKS),
            },
            (About::Level(_), _) => Award::Level(achievement_name(words, about)),
        };
        Ok(Certificate {
            giver: behind.map_or_else(|| ISSUER.to_owned(), |behind| behind.organisation),
            shop: course.shop.name.clone(),
            city: course.area.name().map(str::to_owned),
            award,
            checked,
            confirmed,
            number: number.to_string(),
            link: format!("{origin}/sertifikat/{number}"),
            made: since,
            made_said: day(words, since),
            until: until.map(|until| day(words, until)),
            lang: words.lang(),
        })
    }

    /// Who checked a level, and who confirmed it where that is asked for. Whoever was erased since is told by their part.
    async fn signers(
        &self,
        course: &Course,
        level: Level,
        since: Date,
        words: &Words,
    ) -> Result<(Option<Signer>, Option<Signer>), Fault> {
        let reached = course
            .standing
            .changes
            .iter()
            .rfind(|one| one.level == level && one.day == since);
        let Some(Cause::Reached { mentor, second, .. }) = reached.map(|one| &one.cause) else {
            return Ok((None, None));
        };
        let names = self
            .names([Some(*mentor), *second].into_iter().flatten())
            .await?;
        let signer = |who: PersonId, deed: What, part: &str| {
            let done = course.events.iter().rfind(|event| {
                event.by == who
                    && event.what == deed
                    && event.day <= since
                    && !course.standing.void.contains_key(&event.id)
            });
            let name = names.get(&who.0).cloned();
            Signer {
                name: name.unwrap_or_else(|| words.label(part, &[])),
                day: day(words, done.map_or(since, |event| event.day)),
            }
        };
        let checked = signer(*mentor, What::Checked(level), "certificate-mentor");
        let confirmed =
            second.map(|second| signer(second, What::Confirmed(level), "certificate-second"));
        Ok((Some(checked), confirmed))
    }

    /// A fresh id for a badge, of which no other badge's certificate has the number.
    ///
    /// # Errors
    /// When the database refuses.
    pub(super) async fn fresh_badge(&self, db: &impl On) -> Result<(BadgeId, Number), Fault> {
        for _ in 0..TRIES {
            let id = BadgeId(self.outside.id());
            let number = Number::of(id);
            if badge::numbered(db, number).await?.is_none() {
                return Ok((id, number));
            }
        }
        Err(Fault::Internal("no free number for a badge".to_owned()))
    }
}

async fn numbered(db: &impl On, number: Number) -> Result<Badge, Fault> {
    badge::numbered(db, number).await?.ok_or(Fault::Missing)
}

/// The programme in which something was reached.
struct Behind {
    programme: String,
    organisation: String,
}

/// The programme that a badge completed, or in which the shop was on the day on which its level was reached.
async fn behind(db: &impl On, row: &Badge, about: About) -> Result<Option<Behind>, Fault> {
    let of = match about {
        About::Programme(id) => match cohort::get(db, id).await {
            Ok(kept) => Some(kept.cohort),
            // The cohort was closed and removed since.
            Err(StoreError::Missing) => None,
            Err(other) => return Err(other.into()),
        },
        About::Level(_) => {
            let day: Date = row
                .since
                .parse()
                .map_err(|_| StoreError::Damaged("badge"))?;
            let mut of = None;
            for kept in enrolment::of_shop(db, ShopId(row.shop_id)).await? {
                let took_part = matches!(
                    kept.enrolment.state,
                    State::Enrolled | State::Completed | State::Left
                );
                let run = cohort::get(db, kept.enrolment.cohort).await?.cohort;
                let last = plus(run.end(), LATE * WEEK);
                if took_part && run.start <= day && day <= last {
                    of = Some(run);
                    break;
                }
            }
            of
        }
    };
    let Some(run) = of else {
        return Ok(None);
    };
    let offer = programme::get(db, run.programme).await?;
    let organisation = programme::organisation(db, offer.organisation).await?;
    Ok(Some(Behind {
        programme: offer.name,
        organisation: organisation.name,
    }))
}
