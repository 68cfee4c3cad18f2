//! The demonstration's large cohort: two hundred shops in their last week, made by the generator and written in parts.
//!
//! In parts, so that pages that write meanwhile wait for a moment and not for all of it; each part is there as a whole or not
//! at all, and one that is there is passed over: whoever was stopped half way goes on at the next start.

use jiff::civil::Date;
use naik_core::account::{Area, Contact, Purpose, Role};
use naik_core::category::Category;
use naik_core::id::{EntryId, HandOverId, OrganisationId, PersonId, SessionId};
use naik_core::lang::Lang;
use naik_core::programme::cohort::{Programme, WEEKS};
use naik_core::programme::day::{WEEK, monday, offset, plus};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::history::What;
use naik_core::programme::network::Profile;
use naik_core::programme::simulate::{City, Shop, Sold, Visit, Wish, id_of_cohort, simulate};
use naik_core::sale::Sale;
use naik_core::seed::Seed;
use naik_store::repo::consent::Entry;
use naik_store::repo::hand_over::{self, HandOver};
use naik_store::repo::neighbour::{self, Told};
use naik_store::repo::person::{self, Person};
use naik_store::repo::sale::{self, Noted};
use naik_store::repo::session::{self, Session};
use naik_store::repo::shop;
use naik_store::repo::{
    Page, audit, cohort, consent, enrolment, evidence, history, programme, setting, task, visit,
};
use naik_store::{On, StoreError};

use super::super::account::WORDING;
use super::super::error::Fault;
use super::super::session::LIVES;
use super::super::{Platform, apart};
use super::programme::ORGANISATION;
use super::{DAY, MALANG, PEOPLE};

/// Places of the large cohort.
pub const PLACES: u32 = 200;
/// From what it is made.
const SEED: Seed = Seed(3573);
/// Shops that are written together.
const TOGETHER: usize = 20;
/// Full weeks that it has behind it: it is in its last.
const BEHIND: i64 = WEEKS as i64 - 1;
const HOUR: i64 = 3_600_000;

impl Platform {
    /// Adds the large cohort to a demonstration that is here, and says whether it did: not where it is already, nor where
    /// there is no demonstration. May be stopped at any time and begun again. Takes seconds: run it beside the pages.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn make_demo_city(&self, places: u32) -> Result<bool, Fault> {
        let db = self.store.db();
        let (Some(offer), Some(password)) = (self.demo_offer().await?, self.demo_password().await?)
        else {
            return Ok(false);
        };
        if cohort::get(db, id_of_cohort(SEED)).await.is_ok() {
            return Ok(false);
        }
        let today = self.today();
        let wish = Wish {
            seed: SEED,
            places,
            start: plus(monday(today), -BEHIND * WEEK),
            today,
            second: self.demo_second().await?,
        };
        let mut city = apart(move || simulate(&wish)).await?;
        city.cohort.programme = offer.id;
        let area = offer.area;
        self.write_mentors(&city, &area, &password).await?;
        for part in city.shops.chunks(TOGETHER) {
            self.write_part(part, &area, &password).await?;
        }
        self.write_cohort(&city, &area).await?;
        self.reckon_boards().await?;
        self.refresh_growth().await?;
        Ok(true)
    }

    /// The demonstration's programme.
    async fn demo_offer(&self) -> Result<Option<Programme>, Fault> {
        let db = self.store.db();
        let Some(text) = setting::get(db, ORGANISATION).await? else {
            return Ok(None);
        };
        let runner: OrganisationId = text
            .parse()
            .map_err(|_| StoreError::Damaged("demo-organisation"))?;
        let area = Area::parse(MALANG).map_err(|error| Fault::Internal(error.to_string()))?;
        let all = programme::list(db, &area, Page { skip: 0, take: 100 }).await?;
        Ok(all.into_iter().find(|one| one.organisation == runner))
    }

    /// Everyone in the demonstration has one password, and one digest of it.
    async fn demo_password(&self) -> Result<Option<String>, Fault> {
        let Some((_, contact, ..)) = PEOPLE.first() else {
            return Ok(None);
        };
        let found = Contact::parse(contact).map_err(|error| Fault::Internal(error.to_string()))?;
        let found = person::by_contact(self.store.db(), &found).await?;
        Ok(found.filter(|one| one.demo).and_then(|one| one.password))
    }

    /// Who confirms levels.
    async fn demo_second(&self) -> Result<PersonId, Fault> {
        let checker = PEOPLE
            .iter()
            .find(|(_, _, role, ..)| *role == Role::Checker);
        let contact = checker.map_or("", |(_, contact, ..)| contact);
        Ok(self.find_person(contact).await?.id)
    }

    async fn write_mentors(&self, city: &City, area: &Area, password: &str) -> Result<(), Fault> {
        let change = self.store.begin().await?;
        for one in &city.mentors {
            if person::get(&change, one.id).await.is_ok() {
                continue;
            }
            let since = self.at(plus(city.cohort.window.opens, -60), area, 9);
            let told = (one.name.as_str(), one.contact.as_str());
            let new = account(one.id, told, Role::Mentor, (area, password), since)?;
            person::create(&change, &new).await?;
            let agreed = self.yes(one.id, &[Purpose::Account], since);
            consent::record_all(&change, agreed).await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// A few shops with everything that happened to them.
    async fn write_part(&self, part: &[Shop], area: &Area, password: &str) -> Result<(), Fault> {
        let change = self.store.begin().await?;
        let first = part.first().map(|shop| shop.id);
        if let Some(first) = first
            && shop::get(&change, first).await.is_ok()
        {
            return Ok(());
        }
        let mut people = Vec::new();
        let mut agreed = Vec::new();
        let mut rows = Vec::new();
        for one in part {
            let since = self.at(plus(one.enrolment.applied, -3), area, 10);
            let told = (one.owner_name.as_str(), one.contact.as_str());
            people.push(account(
                one.owner,
                told,
                Role::Owner,
                (area, password),
                since,
            )?);
            let mut purposes = vec![Purpose::Account, Purpose::Mentoring];
            purposes.extend(one.statistics.then_some(Purpose::Statistics));
            agreed.extend(self.yes(one.owner, &purposes, since));
            let row = shop::Shop {
                id: one.id.0,
                name: one.name.clone(),
                area: area.code().to_owned(),
                created_at: since,
                demo: true,
            };
            rows.push((row, one.owner));
        }
        person::create_all(&change, &people).await?;
        consent::record_all(&change, agreed).await?;
        shop::create_all(&change, rows).await?;
        for one in part {
            self.write_life(&change, one, area).await?;
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// What happened to one shop.
    async fn write_life(&self, db: &impl On, one: &Shop, area: &Area) -> Result<(), Fault> {
        let at = |day: Date, hour: i64| self.at(day, area, hour);
        let sales: Vec<Noted> = one
            .sold
            .iter()
            .map(|sold| noted(sold, &one.product, at(sold.noted, 19)))
            .collect();
        sale::add(db, one.id, &sales).await?;
        let shown: Vec<evidence::Kept> = one
            .events
            .iter()
            .filter_map(|event| match &event.what {
                What::Sent(sent) => Some(evidence::Kept {
                    evidence: sent.clone(),
                    file: None,
                    created_at: at(event.day, 18),
                }),
                _ => None,
            })
            .collect();
        evidence::add_all(db, &shown).await?;
        let events = one.events.iter().map(|event| (event, at(event.day, 18)));
        history::add_all(db, one.id, &events.collect::<Vec<_>>()).await?;
        self.demo_badges(db, one.id, &[one.owner], &one.events)
            .await?;
        let visits = one.visits.iter();
        let visits = visits.map(|visit| row(visit, one, at(visit.day, 11)));
        visit::record_all(db, visits.collect()).await?;
        let told = one.tasks.iter();
        let told = told.map(|past| (past, at(plus(past.monday, 5), 20)));
        task::tell_all(db, one.id, &told.collect::<Vec<_>>(), one.owner).await?;
        neighbour::set(db, &place(one), at(one.enrolment.applied, 10)).await?;
        if let Some(day) = one.seen {
            self.write_login(db, one, at(day, 7)).await?;
        }
        Ok(())
    }

    /// The last time that an owner was here.
    async fn write_login(&self, db: &impl On, one: &Shop, at: i64) -> Result<(), Fault> {
        let who = format!("person:{}", one.owner);
        let entry = audit::Entry {
            id: EntryId(self.outside.id()).0,
            at,
            actor: who.clone(),
            action: "sign-in".to_owned(),
            subject: who,
            outcome: "done".to_owned(),
        };
        audit::add(db, entry).await?;
        let row = Session {
            id: SessionId(self.outside.id()).0,
            // Of no secret that anyone has.
            token_hash: self.outside.secret(),
            person_id: one.owner.0,
            agent: "contoh".to_owned(),
            created_at: at,
            seen_at: at,
            expires_at: at + LIVES,
        };
        session::create(db, row).await?;
        Ok(())
    }

    /// The cohort with its draw, its enrolments, and who accompanies whom.
    async fn write_cohort(&self, city: &City, area: &Area) -> Result<(), Fault> {
        let run = &city.cohort;
        let at = |day: Date| self.at(day, area, 9);
        let change = self.store.begin().await?;
        cohort::create(&change, run, at(plus(run.window.opens, -7))).await?;
        let said = at(run.window.opens);
        cohort::name_source(&change, run.id, &city.source, said).await?;
        cohort::publish(&change, run.id, &city.notice, &city.draw).await?;
        let places: Vec<Enrolment> = city.shops.iter().map(|one| one.enrolment.clone()).collect();
        enrolment::create_all(&change, &places).await?;
        for one in &city.shops {
            let with_place = one.enrolment.state == State::Enrolled;
            let Some(mentor) = one.enrolment.mentor.filter(|_| with_place) else {
                continue;
            };
            let since = one.handed.map_or(run.start, |(day, _)| day);
            shop::accompany(&change, mentor, one.id, at(since)).await?;
            if let Some((day, before)) = one.handed {
                let new = HandOver {
                    id: HandOverId(self.outside.id()).0,
                    shop_id: one.id.0,
                    from_mentor: Some(before.0),
                    to_mentor: mentor.0,
                    asked_by: before.0,
                    why: "Jalannya lebih dekat dari rumah pendamping baru".to_owned(),
                    state: hand_over::State::Agreed.key().to_owned(),
                    answered_by: Some(one.owner.0),
                    answered_at: Some(at(day)),
                    created_at: at(plus(day, -2)),
                };
                hand_over::ask(&change, new).await?;
            }
        }
        self.note_system(&change, "make-demo-city", "system")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    fn yes(&self, who: PersonId, purposes: &[Purpose], at: i64) -> Vec<Entry> {
        let entry = |purpose: &Purpose| Entry {
            id: EntryId(self.outside.id()).0,
            person_id: who.0,
            purpose: purpose.key().to_owned(),
            given: true,
            wording: WORDING,
            at,
        };
        purposes.iter().map(entry).collect()
    }

    /// An hour of a day in an area, in Unix milliseconds; never later than now.
    fn at(&self, day: Date, area: &Area, hour: i64) -> i64 {
        let midnight = offset(area).to_timestamp(day.at(0, 0, 0, 0));
        let start = midnight.map_or_else(|_| self.now() - DAY, |at| at.as_millisecond());
        (start + hour * HOUR).min(self.now())
    }
}

fn account(
    id: PersonId,
    (name, contact): (&str, &str),
    role: Role,
    (area, password): (&Area, &str),
    since: i64,
) -> Result<Person, Fault> {
    let contact = Contact::parse(contact).map_err(|error| Fault::Internal(error.to_string()))?;
    Ok(Person {
        id,
        name: name.to_owned(),
        contact,
        role,
        area: area.clone(),
        lang: Lang::Id,
        password: Some(password.to_owned()),
        failures: 0,
        locked_until: None,
        created_at: since,
        demo: true,
    })
}

fn noted(sold: &Sold, product: &str, at: i64) -> Noted {
    Noted {
        id: sold.id,
        product: None,
        sale: Sale {
            day: sold.day,
            hour: None,
            amount: sold.amount,
            quantity: sold.quantity,
            channel: sold.channel,
            product: product.to_owned(),
        },
        key: sold.id.to_string(),
        batch: sold.file,
        created_at: at,
    }
}

fn row(visit: &Visit, one: &Shop, at: i64) -> visit::Visit {
    visit::Visit {
        id: visit.id.0,
        shop_id: one.id.0,
        mentor_id: visit.mentor.0,
        day: visit.day.to_string(),
        state: visit.state().key().to_owned(),
        topic: visit.topic.to_owned(),
        note: String::new(),
        next: String::new(),
        file: None,
        group_id: None,
        revision: 0,
        created_at: at,
    }
}

/// Where a shop is; nobody but its mentor sees it, since its owner did not agree to more.
fn place(one: &Shop) -> Told {
    Told {
        profile: Profile {
            id: one.id,
            at: Some(one.at),
            category: one.category,
            makes: vec![one.product.clone()],
            needs: Vec::new(),
            resells: false,
            delivers: false,
            wants_courier: one.category == Category::Frozen,
            level: None,
        },
        revision: 0,
    }
}
