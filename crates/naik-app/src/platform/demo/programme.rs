//! The demonstration's cohort: six shops in their ninth week, two on the waiting list, and what they showed so far.

use jiff::civil::Date;
use naik_core::account::Area;
use naik_core::id::{
    CohortId, EnrolmentId, EventId, EvidenceId, OrganisationId, PersonId, ProgrammeId, ShopId,
    TieId, VisitId,
};
use naik_core::money::Rupiah;
use naik_core::programme::cohort::{Cohort, Programme, Window};
use naik_core::programme::day::{monday, plus};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::evidence::{Evidence, Fingerprint, Kind};
use naik_core::programme::history::{Event, What};
use naik_core::programme::level::Level;
use naik_core::programme::lottery::{Notice, Ticket};
use naik_core::programme::plan::Plan;
use naik_core::programme::tie::{self, Tie};
use naik_store::repo::programme::Organisation;
use naik_store::repo::visit::Visit;
use naik_store::repo::{
    cohort, enrolment, evidence, history, programme, setting, tie as ties, visit,
};
use naik_store::{On, StoreError};

use super::super::Platform;
use super::super::error::Fault;
use super::MALANG;

/// Under which key the demonstration's organisation is remembered, so that it can be removed.
pub(super) const ORGANISATION: &str = "demo-organisation";
/// Full weeks that the cohort has behind it.
const WEEKS: i64 = 8;
const PLACES: u32 = 6;
/// The public figure of the lottery; invented, like all here.
const WORDS: &str = "8.437,80";
const SOURCE: &str = "Angka penutupan IHSG tiga hari setelah pendaftaran ditutup (contoh)";
/// How far the shops that won a place have come: level, and weeks in which they noted sales.
const COURSES: [(u8, i64); 6] = [(3, 8), (3, 8), (2, 8), (1, 8), (1, 5), (0, 2)];
/// Whose last posts wait for their check, among those with a place.
const LATE: u64 = 2;
/// What mentors talk about, visit by visit.
const TOPICS: [&str; 3] = ["diagnosis", "cost-price", "product-photo"];
const CHANNELS: [&str; 2] = ["instagram", "whatsapp"];
/// Median sales of a month before the programme.
const BASELINE: u64 = 4_200_000;

/// A shop of the demonstration, with who owns and who accompanies it.
pub(super) struct Member {
    pub(super) shop: ShopId,
    pub(super) owner: PersonId,
    pub(super) mentor: PersonId,
}

impl Platform {
    /// A programme with one cohort that runs, its draw, and the history of its shops; `second` confirms levels.
    pub(super) async fn demo_programme(
        &self,
        db: &impl On,
        members: &[Member],
        second: PersonId,
    ) -> Result<(), Fault> {
        let today = self.today();
        let start = plus(monday(today), -7 * WEEKS);
        let run = self.demo_cohort(db, members, start).await?;
        let mut winners = Vec::new();
        for (number, member, rank) in draw(members.len())?
            .into_iter()
            .filter_map(|(number, rank)| Some((number, members.get(number)?, rank)))
        {
            let place = rank <= PLACES;
            let new = Enrolment {
                id: EnrolmentId(self.outside.id()),
                cohort: run,
                shop: member.shop,
                ticket: ticket(number)?,
                applied: plus(start, -30 + i64::try_from(number).unwrap_or(0)),
                state: if place {
                    State::Enrolled
                } else {
                    State::Waiting
                },
                rank: Some(rank),
                mentor: place.then_some(member.mentor),
            };
            enrolment::create(db, &new).await?;
            if place {
                winners.push(member);
            }
        }
        for (number, (member, (level, noted))) in winners.iter().zip(COURSES).enumerate() {
            let mut course = Course {
                platform: self,
                member,
                second,
                start,
                today,
                number: u64::try_from(number).unwrap_or(0),
                steps: Vec::new(),
            };
            course.run(level, noted);
            course.keep(db).await?;
            let events = history::of_shop(db, member.shop).await?;
            self.demo_badges(db, member.shop, &[member.owner], &events)
                .await?;
            self.demo_visits(db, member, start, number).await?;
        }
        if let [one, two, ..] = winners.as_slice() {
            let id = TieId(self.outside.id());
            let pair = (two.shop, one.shop);
            let offered = Tie::offer(id, tie::Kind::JointOrder, pair, &[], plus(today, -3))
                .map_err(|error| Fault::Internal(error.to_string()))?;
            ties::create(db, &offered).await?;
        }
        Ok(())
    }

    /// Removes what belongs to no shop: the organisation with its programme and cohort.
    pub(super) async fn remove_demo_programme(&self, db: &impl On) -> Result<(), Fault> {
        let Some(id) = setting::get(db, ORGANISATION).await? else {
            return Ok(());
        };
        let id = id
            .parse()
            .map_err(|_| StoreError::Damaged("demo-organisation"))?;
        programme::close(db, id).await?;
        Ok(())
    }

    async fn demo_cohort(
        &self,
        db: &impl On,
        members: &[Member],
        start: Date,
    ) -> Result<CohortId, Fault> {
        let organisation = OrganisationId(self.outside.id());
        let area = Area::parse(MALANG).map_err(|error| Fault::Internal(error.to_string()))?;
        let row = Organisation {
            id: organisation.0,
            name: "Diskopindag Kota Malang (contoh)".to_owned(),
            area: MALANG.to_owned(),
            created_at: self.now(),
        };
        programme::found(db, row).await?;
        setting::set(db, ORGANISATION, organisation.to_string()).await?;
        let offer = Programme {
            id: ProgrammeId(self.outside.id()),
            organisation,
            name: "NaikKelas Malang".to_owned(),
            area,
        };
        programme::create(db, &offer, &Plan::standard(), self.now()).await?;
        let mut mentors: Vec<PersonId> = members.iter().map(|member| member.mentor).collect();
        mentors.sort_unstable();
        mentors.dedup();
        let run = Cohort {
            id: CohortId(self.outside.id()),
            programme: offer.id,
            start,
            window: Window {
                opens: plus(start, -35),
                closes: plus(start, -14),
            },
            places: PLACES,
            lottery: true,
            mentors,
            plan: 1,
        };
        cohort::create(db, &run, self.now()).await?;
        let notice = notice(members.len())?;
        let drawn = notice
            .draw()
            .map_err(|error| Fault::Internal(error.to_string()))?;
        let said = self.now() - 7 * WEEKS * super::DAY - 35 * super::DAY;
        cohort::name_source(db, run.id, SOURCE, said).await?;
        cohort::publish(db, run.id, &notice, &drawn).await?;
        Ok(run.id)
    }

    /// A visit every third week; the last shop missed its last one.
    async fn demo_visits(
        &self,
        db: &impl On,
        member: &Member,
        start: Date,
        number: usize,
    ) -> Result<(), Fault> {
        for (turn, topic) in (0_i64..).zip(TOPICS) {
            let day = plus(
                start,
                2 + turn * 21 + i64::try_from(number % 5).unwrap_or(0),
            );
            if day > self.today() {
                break;
            }
            let missed = turn > 0 && number + 1 == COURSES.len();
            let row = Visit {
                id: VisitId(self.outside.id()).0,
                shop_id: member.shop.0,
                mentor_id: member.mentor.0,
                day: day.to_string(),
                state: if missed { "missed" } else { "done" }.to_owned(),
                topic: topic.to_owned(),
                note: String::new(),
                next: String::new(),
                file: None,
                group_id: None,
                revision: 0,
                created_at: self.now(),
            };
            visit::record(db, row).await?;
        }
        Ok(())
    }
}

fn ticket(number: usize) -> Result<Ticket, Fault> {
    Ticket::parse(&format!("NK{:04}", number + 1))
        .map_err(|error| Fault::Internal(error.to_string()))
}

fn notice(shops: usize) -> Result<Notice, Fault> {
    Ok(Notice {
        words: WORDS.to_owned(),
        tickets: (0..shops).map(ticket).collect::<Result<_, _>>()?,
        places: PLACES,
    })
}

/// Each shop's number with its rank from 1, in the order of the draw.
fn draw(shops: usize) -> Result<Vec<(usize, u32)>, Fault> {
    let drawn = notice(shops)?
        .draw()
        .map_err(|error| Fault::Internal(error.to_string()))?;
    let tickets: Vec<Ticket> = (0..shops).map(ticket).collect::<Result<_, _>>()?;
    let order = drawn.places.iter().chain(&drawn.waiting);
    Ok(order
        .zip(1..)
        .filter_map(|(one, rank)| Some((tickets.iter().position(|other| other == one)?, rank)))
        .collect())
}

/// The course of one shop, as it is written down.
struct Course<'a> {
    platform: &'a Platform,
    member: &'a Member,
    second: PersonId,
    start: Date,
    today: Date,
    number: u64,
    steps: Vec<(Event, Option<evidence::Kept>)>,
}

impl Course<'_> {
    /// Everything up to a level; sales were noted in the first `noted` weeks.
    fn run(&mut self, level: u8, noted: i64) {
        self.begin();
        let record = |course: &mut Self, week: i64| {
            let mut one = course.blank(Kind::SalesRecord, week * 7 + 5);
            let grown = u64::try_from(week).unwrap_or(0) * 30_000;
            one.amount = Some(Rupiah::new(1_050_000 + grown + course.number * 90_000));
            course.show(one);
        };
        for week in 0..noted {
            record(self, week);
        }
        if level >= 1 {
            self.orderly();
        }
        if level >= 2 {
            self.seen();
        }
        if level >= 3 {
            self.connected();
        }
        // Something always waits for the mentor.
        let mut photo = self.blank(Kind::Photo, 7 * WEEKS);
        photo.fingerprint = Some(look(self.number, 9));
        self.send(photo);
    }

    fn begin(&mut self) {
        let mut baseline = self.blank(Kind::Baseline, 1);
        baseline.amount = Some(Rupiah::new(BASELINE + self.number * 350_000));
        self.show(baseline);
        let consent = self.blank(Kind::Consent, 1);
        self.show(consent);
        self.decide(4, self.member.mentor, What::Checked(level(0)));
    }

    fn orderly(&mut self) {
        let mut permit = self.blank(Kind::Permit, 12);
        permit.subject = format!("02203103{:05}", 10_427 + self.number * 311);
        "nib".clone_into(&mut permit.place);
        self.show(permit);
        let price = self.blank(Kind::PriceCalculation, 19);
        self.show(price);
        for picture in 0..3 {
            let mut photo = self.blank(Kind::Photo, 26);
            photo.fingerprint = Some(look(self.number, picture));
            self.show(photo);
        }
        self.decide(33, self.member.mentor, What::Checked(level(1)));
    }

    fn seen(&mut self) {
        for week in 1..=WEEKS {
            for (day, channel) in (1..).zip(CHANNELS) {
                let mut post = self.blank(Kind::Post, week * 7 - 4 + day);
                channel.clone_into(&mut post.place);
                // One mentor is late: last week's posts wait, and hold the level open.
                if self.number == LATE && week == WEEKS {
                    self.send(post);
                } else {
                    self.show(post);
                }
            }
        }
        let qris = self.blank(Kind::Qris, 30);
        self.show(qris);
        let replies = self.blank(Kind::ReplyTime, 31);
        self.show(replies);
        self.decide(47, self.member.mentor, What::Checked(level(2)));
    }

    fn connected(&mut self) {
        for listing in 0..5 {
            let mut link = self.blank(Kind::ListingLink, 40);
            let shop = self.number;
            link.subject = format!("https://shopee.co.id/contoh-{shop}-{listing}");
            "shopee".clone_into(&mut link.place);
            self.show(link);
        }
        let mut orders = self.blank(Kind::OrderExport, 46);
        "shopee".clone_into(&mut orders.place);
        orders.units = 7 + self.number;
        orders.fingerprint = Some(Fingerprint::File(format!("{:064x}", self.number + 1)));
        self.show(orders);
        let mut rating = self.blank(Kind::Rating, 46);
        "shopee".clone_into(&mut rating.place);
        rating.units = 48;
        self.show(rating);
        self.decide(50, self.member.mentor, What::Checked(level(3)));
        // One shop's level still waits for the second person.
        if self.number == 0 {
            self.decide(52, self.second, What::Confirmed(level(3)));
        }
    }

    fn blank(&self, kind: Kind, day: i64) -> Evidence {
        let id = EvidenceId(self.platform.outside.id());
        let member = (self.member.shop, self.member.owner);
        Evidence::plain(id, member, kind, plus(self.start, day).min(self.today))
    }

    /// Sent, and accepted on the next day.
    fn show(&mut self, one: Evidence) {
        let (id, day) = (one.id, plus(one.on, 1));
        self.send(one);
        if day <= self.today {
            self.event(day, self.member.mentor, What::Accepted(id));
        }
    }

    fn send(&mut self, one: Evidence) {
        let (day, owner) = (one.on, self.member.owner);
        let kept = evidence::Kept {
            evidence: one.clone(),
            file: None,
            created_at: self.platform.now(),
        };
        self.event(day, owner, What::Sent(one));
        if let Some((_, file)) = self.steps.last_mut() {
            *file = Some(kept);
        }
    }

    fn decide(&mut self, day: i64, by: PersonId, what: What) {
        self.event(plus(self.start, day), by, what);
    }

    fn event(&mut self, day: Date, by: PersonId, what: What) {
        let event = Event {
            id: EventId(self.platform.outside.id()),
            day,
            by,
            why: String::new(),
            what,
        };
        self.steps.push((event, None));
    }

    async fn keep(self, db: &impl On) -> Result<(), Fault> {
        for (event, shown) in self.steps {
            if let Some(shown) = shown {
                evidence::add(db, &shown).await?;
            }
            history::add(db, self.member.shop, &event, self.platform.now()).await?;
        }
        Ok(())
    }
}

/// Photos of different shops and turns look different: their fingerprints lie far apart.
fn look(shop: u64, picture: u64) -> Fingerprint {
    Fingerprint::Look(naik_core::seed::Seed(shop * 16 + picture).of("look").0)
}

fn level(number: u8) -> Level {
    Level::new(number).unwrap_or(Level::LOWEST)
}
