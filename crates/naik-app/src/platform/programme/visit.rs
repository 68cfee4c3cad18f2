//! Kunjungan: a mentor's visits, written on a phone that may be offline for days, each sent by itself.
//!
//! The phone makes a visit's id, so that a visit that is sent twice is one. A
//! second one to a shop on one day is taken for the first until its mentor says
//! that there were two. What was written elsewhere meanwhile comes back beside
//! it, and nothing is overwritten unseen.

use bytes::Bytes;
use naik_core::access::{Action, Who, may};
use naik_core::account::{Area, Role};
use naik_core::id::{EvidenceId, PersonId, ShopId, Uuid, VisitId};
use naik_core::message::{Explain, Message};
use naik_core::programme::day::{offset, plus};
use naik_core::programme::evidence::{Evidence, Kind};
use naik_core::programme::level::Ladder;
use naik_core::programme::visit::{
    AHEAD_DAYS, BACK_DAYS, Settled, State, Visit, VisitError, settle,
};
use naik_store::repo::shop::{self, Shop};
use naik_store::repo::visit::{self, Visit as Row};
use naik_store::repo::{evidence, person};
use naik_store::{On, StoreError, Transaction};

use crate::platform::Platform;
use crate::platform::error::Fault;

/// Visits that are listed on a mentor's page.
const LISTED: usize = 12;
/// The largest photo of a visit, in bytes: a phone makes it smaller before it sends it; without scripts it comes whole.
pub const PHOTO_MOST: usize = 12_000_000;

/// A visit as a mentor sends it.
#[derive(Clone, Debug)]
pub struct NewVisit {
    /// Made where it was written.
    pub id: VisitId,
    /// The shop.
    pub shop: ShopId,
    /// What is written.
    pub visit: Visit,
    /// The revision that was read before it was changed; none for a new one.
    pub read: Option<i32>,
    /// Its mentor says that it is another visit than the one of that day.
    pub apart: bool,
}

/// What became of a visit that was sent.
#[derive(Clone, Debug)]
pub enum Recorded {
    /// It is kept, under this id, at this revision.
    Kept(VisitId, i32),
    /// Something else was written: about this visit or, under another id, about one to that shop on that day.
    Conflict(Box<Row>),
}

/// A shop that can be visited.
#[derive(Clone, Debug)]
pub struct Visited {
    /// The shop.
    pub shop: Shop,
    /// Its first owner's name.
    pub owner: Option<String>,
    /// Hours that its clock is before Greenwich: 7, 8 or 9.
    pub ahead: i8,
}

/// What a mentor takes along.
#[derive(Clone, Debug)]
pub struct Field {
    /// Shops, by name.
    pub shops: Vec<Visited>,
    /// Their last visits and plans, the newest first, each with its shop's name.
    pub recent: Vec<(Row, String)>,
}

impl Platform {
    /// The shops and the last visits of the mentor who asks.
    ///
    /// # Errors
    /// `Forbidden` for those who are no mentor.
    pub async fn field(&self, who: &Who) -> Result<Field, Fault> {
        let mentor = mentor(who)?;
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let db = self.store.db();
        let rows = shop::several(db, &member.mentored).await?;
        let people = shop::people(db, &member.mentored).await?;
        let owner = |id: Uuid| {
            let of = |(shop, _, post): &&(ShopId, PersonId, naik_core::access::Post)| {
                shop.0 == id && *post == naik_core::access::Post::Owner
            };
            people.iter().find(of).map(|(_, person, _)| person.0)
        };
        let owners: Vec<Uuid> = rows.iter().filter_map(|row| owner(row.id)).collect();
        let names = person::names(db, &owners).await?;
        let today = self.today();
        let span = (plus(today, -BACK_DAYS), plus(today, AHEAD_DAYS));
        let mut recent: Vec<(Row, String)> = visit::of_mentor(db, mentor, span)
            .await?
            .into_iter()
            .filter_map(|visit| {
                let shop = rows.iter().find(|row| row.id == visit.shop_id)?;
                Some((visit, shop.name.clone()))
            })
            .collect();
        recent.reverse();
        recent.truncate(LISTED);
        let shops = rows
            .into_iter()
            .map(|row| {
                let area = Area::parse(&row.area).unwrap_or_else(|_| Area::country());
                let hours = offset(&area).seconds() / 3_600;
                Visited {
                    owner: owner(row.id).and_then(|id| names.get(&id).cloned()),
                    ahead: i8::try_from(hours).unwrap_or(7),
                    shop: row,
                }
            })
            .collect();
        Ok(Field { shops, recent })
    }

    /// One of the own visits, to change it.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn own_visit(&self, who: &Who, id: VisitId) -> Result<Row, Fault> {
        let mentor = mentor(who)?;
        let row = visit::get(self.store.db(), id).await?;
        self.shop_for(who, ShopId(row.shop_id), Action::NoteVisit)
            .await?;
        if row.mentor_id == mentor.0 {
            Ok(row)
        } else {
            Err(Fault::Missing)
        }
    }

    /// Writes down a visit, or changes it. Sent twice it is one; what was written elsewhere is not overwritten.
    ///
    /// # Errors
    /// `Refused` field by field; `Missing` when the shop is not in the mentor's care, or the id is someone else's.
    pub async fn record_visit(&self, who: &Who, new: NewVisit) -> Result<Recorded, Fault> {
        let mentor = mentor(who)?;
        let row = self.shop_for(who, new.shop, Action::NoteVisit).await?;
        let change = self.store.begin().await?;
        let kept = kept(&change, mentor, &new).await?;
        // What is there already needs no check: a phone may ask again after weeks.
        if let Some(old) = &kept
            && written(old)? == new.visit
        {
            change.rollback().await.map_err(StoreError::from)?;
            return Ok(Recorded::Kept(VisitId(old.id), old.revision));
        }
        new.visit
            .check(self.day_of(&row))
            .map_err(|error| Fault::field(field_of(error), error.explain()))?;
        let (id, revision) = match kept {
            None => {
                let fresh = self.fresh_visit(mentor, &new);
                let id = fresh.id;
                visit::record(&change, fresh).await?;
                (id, 0)
            }
            Some(old) => {
                let before = written(&old)?;
                if settle(&new.visit, new.read, &before, old.revision) == Settled::Conflict {
                    change.rollback().await.map_err(StoreError::from)?;
                    return Ok(Recorded::Conflict(Box::new(old)));
                }
                let next = Row {
                    day: new.visit.day.to_string(),
                    state: new.visit.state.key().to_owned(),
                    topic: new.visit.topic.clone(),
                    note: new.visit.note.clone(),
                    next: new.visit.next.clone(),
                    ..old
                };
                let id = next.id;
                (id, visit::change(&change, next).await?)
            }
        };
        self.count_visit(&change, (VisitId(id), mentor), &new, &row)
            .await?;
        self.note(
            &change,
            who,
            "note-visit",
            &format!("shop:{}", new.shop),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(Recorded::Kept(VisitId(id), revision))
    }

    fn fresh_visit(&self, mentor: PersonId, new: &NewVisit) -> Row {
        Row {
            id: new.id.0,
            shop_id: new.shop.0,
            mentor_id: mentor.0,
            day: new.visit.day.to_string(),
            state: new.visit.state.key().to_owned(),
            topic: new.visit.topic.clone(),
            note: new.visit.note.clone(),
            next: new.visit.next.clone(),
            file: None,
            group_id: None,
            revision: 0,
            created_at: self.now(),
        }
    }

    /// Sends a visit that took place as evidence, where a rule of the levels looks at visits; once for each visit, whose id
    /// the evidence has, whatever is changed in it later.
    async fn count_visit(
        &self,
        change: &Transaction,
        (visit, mentor): (VisitId, PersonId),
        new: &NewVisit,
        row: &Shop,
    ) -> Result<(), Fault> {
        if new.visit.state != State::Done || !Ladder::get().asks_for(Kind::Visit) {
            return Ok(());
        }
        let (id, of) = (EvidenceId(visit.0), (new.shop, mentor));
        let shown = Evidence::plain(id, of, Kind::Visit, new.visit.day);
        let kept = match evidence::get(change, id).await {
            Ok(kept) => Some(kept.evidence),
            Err(StoreError::Missing) => None,
            Err(error) => return Err(error.into()),
        };
        if is_shown(&shown, kept.as_ref())? {
            return Ok(());
        }
        self.add_evidence(change, self.day_of(row), shown, None, "")
            .await
    }

    /// Gives a visit its photo. The same photo again does nothing; another one takes its place only when that is
    /// wished, with `instead`.
    ///
    /// # Errors
    /// `Changed` when it has another photo; `Refused` when it is no photo; `Missing` when the visit is not theirs.
    pub async fn attach_photo(
        &self,
        who: &Who,
        id: VisitId,
        bytes: Bytes,
        instead: bool,
    ) -> Result<(), Fault> {
        let row = self.own_visit(who, id).await?;
        if bytes.len() > PHOTO_MOST {
            let message = Message::new("photo-too-large").with("most", PHOTO_MOST / 1_000_000);
            return Err(Fault::field("foto", message));
        }
        // Drawn anew, as all pictures of people's places: where it was taken stays out of it.
        let (file, _) = self.take_picture(Kind::Visit, bytes).await?;
        if row.file.as_deref() == Some(&*file) {
            return Ok(());
        }
        if row.file.is_some() && !instead {
            return Err(Fault::Changed);
        }
        let db = self.store.db();
        if row.file.is_some() {
            let next = Row {
                file: Some(file),
                ..row
            };
            visit::change(db, next).await?;
        } else {
            visit::set_file(db, id, &file).await?;
        }
        Ok(())
    }

    /// The photo of a visit, for those who may see how the shop stands.
    ///
    /// # Errors
    /// `Missing` when there is none, or it is not for them.
    pub async fn visit_photo(&self, who: &Who, id: VisitId) -> Result<Bytes, Fault> {
        let row = visit::get(self.store.db(), id).await?;
        self.reach_shop(who, ShopId(row.shop_id), Action::SeeProgress)
            .await?;
        let file = row.file.ok_or(Fault::Missing)?;
        Ok(self.store.blobs().get(&file).await?)
    }

    /// A shop, if this one may do that with it; what is not theirs is not there.
    async fn shop_for(&self, who: &Who, id: ShopId, action: Action) -> Result<Shop, Fault> {
        let row = shop::get(self.store.db(), id).await?;
        if may(who, action, &shop::scope(&row)?) {
            return Ok(row);
        }
        Err(self.hidden(who, action, &format!("shop:{id}")).await?)
    }
}

fn mentor(who: &Who) -> Result<PersonId, Fault> {
    match who {
        Who::Person(member) if member.role == Role::Mentor => Ok(member.id),
        _ => Err(Fault::Forbidden),
    }
}

/// Whether a visit was sent as evidence before. Phones make ids: one that stands for something else is refused, so that
/// neither is taken for the other.
fn is_shown(new: &Evidence, kept: Option<&Evidence>) -> Result<bool, Fault> {
    let same =
        |old: &Evidence| (old.kind, old.shop, old.sender) == (new.kind, new.shop, new.sender);
    match kept {
        None => Ok(false),
        Some(old) if same(old) => Ok(true),
        Some(_) => Err(Fault::field("", Message::new("visit-id-taken"))),
    }
}

/// The visit that a new one speaks of, if it is kept: by its id, or as the mentor's visit to that shop on that day.
async fn kept(db: &impl On, mentor: PersonId, new: &NewVisit) -> Result<Option<Row>, Fault> {
    match visit::get(db, new.id).await {
        Ok(row) if row.mentor_id != mentor.0 => return Err(Fault::Missing),
        Ok(row) if row.shop_id != new.shop.0 => {
            let message = Message::new("shop-of-visit-stays");
            return Err(Fault::field("usaha", message));
        }
        Ok(row) => return Ok(Some(row)),
        Err(StoreError::Missing) => {}
        Err(error) => return Err(error.into()),
    }
    if new.apart {
        return Ok(None);
    }
    let same_day = visit::on(db, mentor, new.shop, new.visit.day).await?;
    // Of several, what says the same is meant, then what was planned, since that comes true.
    Ok(same_day.into_iter().min_by_key(|row| {
        let same = written(row).is_ok_and(|old| old == new.visit);
        (!same, row.state != State::Planned.key())
    }))
}

/// What a row says.
fn written(row: &Row) -> Result<Visit, Fault> {
    let damaged = || Fault::Internal(format!("visit {} can't be read", row.id));
    Ok(Visit {
        day: row.day.parse().map_err(|_| damaged())?,
        state: State::parse(&row.state).ok_or_else(damaged)?,
        topic: row.topic.clone(),
        note: row.note.clone(),
        next: row.next.clone(),
    })
}

/// Which field of the form is wrong.
fn field_of(error: VisitError) -> &'static str {
    match error {
        VisitError::Future
        | VisitError::Backdated
        | VisitError::PlannedPast
        | VisitError::TooFar => "tanggal",
        VisitError::NoTopic | VisitError::OtherTopic => "bahasan",
        VisitError::LongNote => "catatan",
        VisitError::LongNext => "lanjut",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_id_stands_for_one_visit() {
        let (shop, mentor) = (ShopId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let shown = |of, kind, day| Evidence::plain(EvidenceId(Uuid::from_u128(9)), of, kind, day);
        let today = date(2026, 11, 26);
        let new = shown((shop, mentor), Kind::Visit, today);
        let moved = shown((shop, mentor), Kind::Visit, date(2026, 11, 25));
        assert!(matches!(is_shown(&new, None), Ok(false)));
        assert!(matches!(is_shown(&new, Some(&moved)), Ok(true)));
        let other_shop = (ShopId(Uuid::from_u128(3)), mentor);
        let other_mentor = (shop, PersonId(Uuid::from_u128(4)));
        for old in [
            shown(other_shop, Kind::Visit, today),
            shown(other_mentor, Kind::Visit, today),
            shown((shop, mentor), Kind::Photo, today),
        ] {
            let Err(Fault::Refused(why)) = is_shown(&new, Some(&old)) else {
                panic!("{old:?} was taken for the visit");
            };
            assert_eq!(why[0].message.key, "visit-id-taken");
        }
    }
}
