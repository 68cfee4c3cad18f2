//! Six months of a small cohort, walked through the real pages by everyone who takes part, from the call to the last figure.
//!
//! What happens comes from the generator that fills the demonstration; what the pages say at the end is held against what went
//! in. Who gets a place is drawn by the site, so that the lives of the generator are given out in the order of that draw.
//! Long because it is one walk, with what is expected of it.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use jiff::civil::{Date, date};
use naik_core::account::Role;
use naik_core::id::{CohortId, EnrolmentId, PersonId, ShopId, Uuid};
use naik_core::measure::spread::median;
use naik_core::programme::board::{AT_RISK, Count};
use naik_core::programme::day::{between as days_between, month, plus};
use naik_core::programme::enrolment::State;
use naik_core::programme::evidence::{Evidence, Kind};
use naik_core::programme::history::What;
use naik_core::programme::lottery::{Notice, Ticket};
use naik_core::programme::risk::{Risk, Signals};
use naik_core::programme::simulate::{Habit, Shop as Life, Wish, simulate};
use naik_core::programme::task::Outcome;
use naik_core::seed::Seed;
use naik_store::repo::{access, enrolment, task};

use crate::programme::who;
use crate::site::{Browser, PHOTO, Reply, Site, between};

const DAY: i64 = 24 * 3_600_000;
/// The cohort's first Monday, and the day of its last Saturday.
const START: Date = date(2027, 1, 4);
const END: Date = date(2027, 7, 3);
const PLACES: u32 = 12;
/// The months that growth looks at in the end.
const RECENT: [Date; 3] = [date(2027, 4, 1), date(2027, 5, 1), date(2027, 6, 1)];
/// The figure of the lottery.
const FIGURE: &str = "7.412,33";
/// Photos that do not look alike: each proves one thing only.
const PHOTOS: [&[u8]; 6] = [
    PHOTO,
    include_bytes!("../../../naik-app/demo/gerabah-guci.jpg"),
    include_bytes!("../../../naik-app/demo/batik-kawung.jpg"),
    include_bytes!("../../../naik-app/demo/kopi-bubuk.jpg"),
    include_bytes!("../../../../samples/anyaman-pandan/2-set.jpg"),
    include_bytes!("../../../../samples/sambal-bawang/3-dapur.jpg"),
];
/// The week in which the shop that goes furthest sends its last post.
const LAST_POST: i64 = 9;
/// The week in which a shop is handed over.
const HANDED: i64 = 13;

/// Someone with a shop.
struct Owner {
    browser: Browser,
    contact: String,
    shop: ShopId,
    enrolment: EnrolmentId,
    life: Life,
    /// What it noted by hand in the months that growth looks at.
    typed: BTreeMap<Date, u64>,
    /// The day on which it last did something that is written down.
    seen: Date,
    accepted: u64,
}

/// Everyone in the city.
struct City {
    site: Site,
    boss: Browser,
    checker: Browser,
    mentors: Vec<(Browser, PersonId)>,
    cohort: String,
    /// Those with a place, in the order of the draw, then those who wait.
    owners: Vec<Owner>,
}

#[tokio::test(flavor = "multi_thread")]
async fn six_months_of_a_cohort_on_sqlite() {
    walk(Site::new().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn six_months_of_a_cohort_on_postgres() {
    if let Some(site) = Site::on_postgres("six_months").await {
        walk(site).await;
    }
}

async fn walk(site: Site) {
    let mut city = City::call(site).await;
    city.draw().await;
    city.match_mentors().await;
    // Saturday of the first week.
    city.site.wait(18 * DAY);
    for week in 1..=26 {
        city.week(week).await;
        if week < 26 {
            city.site.wait(7 * DAY);
        }
    }
    city.notes_of_three_months().await;
    city.badges().await;
    city.board().await;
    city.growth().await;
    // Certificates of /sertifikat/{number} join here: each shop with a badge of the programme has one.
}

impl City {
    /// A manager founds, changes the plan, calls; owners apply. Ends when the window is closed.
    async fn call(site: Site) -> Self {
        let mut boss = site
            .signed_in(Role::Manager, "kelola@contoh.id", "35.73")
            .await;
        let checker = site
            .signed_in(Role::Checker, "siti@contoh.id", "35.73")
            .await;
        let mut mentors = Vec::new();
        for contact in ["dimas@contoh.id", "retno@contoh.id"] {
            let browser = site.signed_in(Role::Mentor, contact, "35.73").await;
            let id = site.platform.find_person(contact).await.unwrap().id;
            mentors.push((browser, id));
        }
        let offer = [
            ("organisasi", "Dinas Koperasi"),
            ("nama", "Naik Kelas Malang"),
        ];
        let reply = boss.send("/program", &offer).await;
        let programme = between(reply.to(), "/program/", "/baru").unwrap();
        let (one, two) = (mentors[0].1.to_string(), mentors[1].1.to_string());
        let places = PLACES.to_string();
        let wish = [
            ("mulai", "2027-01-04"),
            ("buka", "2026-11-26"),
            ("tutup", "2026-12-21"),
            ("tempat", places.as_str()),
            ("undian", "ya"),
            ("pendamping", one.as_str()),
            ("pendamping", two.as_str()),
        ];
        let reply = boss
            .send(&format!("/program/{programme}/baru"), &wish)
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        let cohort = reply.to().trim_start_matches("/kelompok/").to_owned();
        let plan = [
            ("versi", "1"),
            ("judul-cash-book", "Buku kas Bu RT"),
            ("alasan", "Istilah kami"),
        ];
        let reply = boss
            .send(&format!("/kelompok/{cohort}/rencana"), &plan)
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        let source = [("sumber", "Penutupan IHSG 28 Desember 2026")];
        let reply = boss
            .send(&format!("/kelompok/{cohort}/sumber"), &source)
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        let owners = apply(&site, &cohort).await;
        Self {
            site,
            boss,
            checker,
            mentors,
            cohort,
            owners,
        }
    }

    /// The window closes, the lot is drawn by a public figure, and anyone does it again. Lives are given out by its order.
    async fn draw(&mut self) {
        self.site.wait(26 * DAY);
        self.look_in().await;
        let late = self
            .site
            .signed_in(Role::Owner, "081200009999", "35.73")
            .await;
        let reply = ask(late, &self.cohort).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let place = format!("/kelompok/{}/undi", self.cohort);
        let figure = [("kunci", "u"), ("angka", FIGURE)];
        for _ in 0..2 {
            let reply = self.boss.send(&place, &figure).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        }
        let page = self
            .site
            .browser()
            .get(&format!("/undian/{}", self.cohort))
            .await
            .text();
        let tickets = between(&page, "tickets = &quot;", "&quot;").unwrap();
        let notice = Notice {
            words: FIGURE.to_owned(),
            tickets: tickets
                .split(' ')
                .map(|text| Ticket::parse(text).unwrap())
                .collect(),
            places: PLACES,
        };
        let draw = notice.draw().unwrap();
        let id: CohortId = self.cohort.parse().unwrap();
        let kept = enrolment::of_cohort(self.site.platform.store.db(), id)
            .await
            .unwrap();
        let order: Vec<&Ticket> = draw.places.iter().chain(&draw.waiting).collect();
        assert_eq!(order.len(), self.owners.len());
        let rank = |owner: &Owner| {
            let mine = kept
                .iter()
                .find(|one| one.enrolment.shop == owner.shop)
                .unwrap();
            order
                .iter()
                .position(|one| **one == mine.enrolment.ticket)
                .unwrap()
        };
        let mut lives: Vec<Life> = self.owners.iter().map(|owner| owner.life.clone()).collect();
        self.owners.sort_by_key(rank);
        lives.sort_by_key(|life| life.enrolment.rank);
        for (at, (owner, life)) in self.owners.iter_mut().zip(lives).enumerate() {
            let mine = kept
                .iter()
                .find(|one| one.enrolment.shop == owner.shop)
                .unwrap();
            owner.enrolment = mine.enrolment.id;
            owner.life = life;
            let has_place = at < PLACES as usize;
            assert_eq!(mine.enrolment.state == State::Enrolled, has_place);
            if owner.life.statistics {
                let yes = [("tujuan", "statistics"), ("jawab", "beri")];
                let reply = owner.browser.send("/izin", &yes).await;
                assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
            }
            let page = owner.browser.get("/ikut").await.text();
            assert_eq!(page.contains("Selamat, kamu ikut!"), has_place, "{page}");
        }
    }

    /// Every other shop to every other mentor.
    async fn match_mentors(&mut self) {
        let pairs: Vec<(String, String)> = self
            .owners
            .iter()
            .take(PLACES as usize)
            .enumerate()
            .map(|(at, owner)| {
                (
                    format!("usaha-{}", owner.enrolment),
                    self.mentors[at % 2].1.to_string(),
                )
            })
            .collect();
        let fields: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        let place = format!("/kelompok/{}/pasangan", self.cohort);
        let reply = self.boss.send(&place, &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        let page = self.boss.get(&place).await.text();
        assert!(page.contains("12 sudah berpasangan"), "{page}");
    }

    /// Who accompanies a shop now.
    fn mentor(&self, at: usize, week: i64) -> usize {
        if at == self.handed() && week > HANDED {
            (at + 1) % 2
        } else {
            at % 2
        }
    }

    /// The shop that goes furthest.
    fn star(&self) -> usize {
        self.owners
            .iter()
            .position(|one| one.life.habit == Habit::Climber)
            .unwrap()
    }

    /// The shop that another mentor takes.
    fn handed(&self) -> usize {
        self.owners
            .iter()
            .position(|one| one.life.habit == Habit::Slow)
            .unwrap()
    }

    /// Whoever works for the city looks in, and stays signed in.
    async fn look_in(&mut self) {
        for (browser, _) in &mut self.mentors {
            browser.get("/luring").await;
        }
        self.boss.get("/luring").await;
        self.checker.get("/luring").await;
    }

    async fn week(&mut self, week: i64) {
        let (monday, star) = (plus(START, (week - 1) * 7), self.star());
        let today = plus(monday, 5);
        assert_eq!(self.site.platform.today(), today);
        for at in 0..self.owners.len() {
            // Whoever comes now and then stays signed in.
            self.owners[at].browser.get("/luring").await;
            if week == 1 {
                self.begin(at).await;
            }
        }
        self.look_in().await;
        self.visits(week, monday).await;
        self.climb(star, week, today).await;
        for at in 0..PLACES as usize {
            let gone = self.owners[at]
                .life
                .left
                .is_some_and(|day| monday <= day && day <= today);
            if gone {
                let one = &mut self.owners[at];
                let place = format!("/ikut/keluar/{}", one.enrolment);
                let reply = one.browser.send(&place, &[("kunci", "keluar")]).await;
                assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
                one.seen = today;
            }
        }
        if week == HANDED {
            self.hand_over(today).await;
        }
    }

    /// What an owner says at the beginning; the mentor accepts it and finds level 0.
    async fn begin(&mut self, at: usize) {
        let has_place = at < PLACES as usize;
        let today = self.site.platform.today();
        let one = &mut self.owners[at];
        one.seen = today;
        if let Some(amount) = baseline(&one.life) {
            let sum = amount.to_string();
            let months = [
                ("bulan-1", sum.as_str()),
                ("bulan-2", sum.as_str()),
                ("bulan-3", sum.as_str()),
            ];
            let reply = one
                .browser
                .send_parts("/kelasku/bukti/baseline", &months, &[])
                .await;
            assert_eq!(reply.to(), "/kelasku", "{}", reply.text());
        }
        if has_place {
            books(one, "consent").await;
            self.accept(at, 1).await;
            if baseline(&self.owners[at].life).is_some() {
                self.check(at, 1, 0).await;
            }
        }
    }

    /// Visits of a week, as the phone's queue sends them: some twice, and one that two phones wrote.
    async fn visits(&mut self, week: i64, monday: Date) {
        let sunday = plus(monday, 6);
        for at in 0..PLACES as usize {
            let mentor = self.mentor(at, week);
            let one = &self.owners[at];
            let left = one.life.left;
            let due = one
                .life
                .visits
                .iter()
                .filter(|visit| monday <= visit.day && visit.day <= sunday);
            let due: Vec<_> = due
                .filter(|visit| left.is_none_or(|left| visit.day < left))
                .cloned()
                .collect();
            let to = one.shop.to_string();
            for visit in due {
                let (id, day) = (
                    self.site.platform.outside.id().to_string(),
                    visit.day.to_string(),
                );
                let mut fields = vec![
                    ("id", id.as_str()),
                    ("usaha", to.as_str()),
                    ("keadaan", visit.state().key()),
                    ("tanggal", day.as_str()),
                    ("bahasan", visit.topic),
                    ("catatan", "Dari HP satu"),
                    ("revisi", ""),
                ];
                let phone = &mut self.mentors[mentor].0;
                // The answer was lost on the way: the same again is the same visit.
                for _ in 0..2 {
                    let reply = post(phone, &fields).await;
                    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
                    assert_eq!(reply.json()["revision"], 0);
                }
                if week == 4 {
                    fields[5].1 = "Dari HP dua";
                    let reply = post(phone, &fields).await;
                    assert_eq!(reply.status, StatusCode::CONFLICT, "{}", reply.text());
                    assert_eq!(reply.json()["theirs"]["note"], "Dari HP satu");
                    fields[6].1 = "0";
                    let reply = post(phone, &fields).await;
                    assert_eq!(reply.json()["revision"], 1, "{}", reply.text());
                }
            }
        }
    }

    /// The way of the shop that goes furthest: to level 3 in nine weeks, and down again when it stops posting.
    async fn climb(&mut self, at: usize, week: i64, today: Date) {
        if (2..=3).contains(&week) {
            self.tell_task(at, week == 2).await;
        }
        self.note_week(at, week, today).await;
        let one = &mut self.owners[at];
        if week == 2 {
            priced(&mut one.browser).await;
            books(one, "price-calculation").await;
            let permit = [("tempat", "nib"), ("nomor", "0220310410427")];
            send(one, "permit", &permit, None).await;
            for photo in &PHOTOS[..3] {
                send(one, "photo", &[], Some(photo)).await;
            }
        }
        if (2..=LAST_POST).contains(&week) {
            let place = if week % 2 == 0 {
                "instagram"
            } else {
                "whatsapp"
            };
            let address = format!("https://contoh.id/p/{week}");
            send(
                one,
                "post",
                &[("tempat", place), ("tautan", &address)],
                None,
            )
            .await;
        }
        if week == 7 {
            send(one, "qris", &[], Some(PHOTOS[3])).await;
            send(one, "reply-time", &[], Some(PHOTOS[4])).await;
        }
        if week == LAST_POST {
            for number in 1..=5 {
                let address = format!("https://shopee.co.id/Keripik-i.1.{number}");
                send(one, "listing-link", &[("tautan", &address)], None).await;
            }
            let stars = [("tempat", "shopee"), ("jumlah", "4,8")];
            send(one, "rating", &stars, Some(PHOTOS[5])).await;
            let rows = (1..=6).map(|n| (plus(today, -n), 15_000));
            import(one, "9", rows.collect()).await;
        }
        self.accept(at, week).await;
        match week {
            5 => self.check(at, week, 1).await,
            8 => self.check(at, week, 2).await,
            LAST_POST => {
                self.check(at, week, 3).await;
                assert_eq!(
                    self.level(at).await,
                    Some(2),
                    "another person has not confirmed"
                );
                let place = format!("/binaan/{}/nilai", self.owners[at].shop);
                let yes = [("putusan", "sahkan"), ("tingkat", "3")];
                let reply = self.checker.send(&place, &yes).await;
                assert_eq!(reply.to(), "/naik-kelas", "{}", reply.text());
                assert_eq!(self.level(at).await, Some(3));
            }
            // No post in six weeks in a row any more: what stood on it has lapsed, and nobody had to do anything.
            12 => assert_eq!(self.level(at).await, Some(1)),
            _ => {}
        }
    }

    /// Says what became of the week's task, and that it is kept.
    async fn tell_task(&mut self, at: usize, done: bool) {
        let one = &mut self.owners[at];
        let page = one.browser.get("/kelasku").await.text();
        let task = between(&page, "name=\"tugas\" value=\"", "\"").unwrap();
        let became = if done { "sudah" } else { "lewati" };
        let told = [("tugas", task.as_str()), ("jadi", became)];
        let reply = one.browser.send("/kelasku/tugas", &told).await;
        assert_eq!(reply.to(), "/kelasku", "{}", reply.text());
        let kept = task::of_shop(self.site.platform.store.db(), self.owners[at].shop);
        let last = kept.await.unwrap().pop().unwrap();
        assert_eq!((last.task, last.outcome == Outcome::Done), (task, done));
    }

    /// Notes what a week brought in on its Friday, and shows it.
    async fn note_week(&mut self, at: usize, week: i64, today: Date) {
        let one = &mut self.owners[at];
        let days = plus(today, -5)..plus(today, 2);
        let sold = one.life.sold.iter().filter(|sold| days.contains(&sold.day));
        let sum = sold
            .map(|sold| sold.amount.amount())
            .sum::<u64>()
            .max(100_000);
        let friday = plus(today, -1);
        let (amount, day) = (sum.to_string(), friday.to_string());
        let sale = [
            ("kunci", day.as_str()),
            ("nama", one.life.product.as_str()),
            ("jumlah", "1"),
            ("uang", amount.as_str()),
            ("tanggal", day.as_str()),
            ("tempat", "counter"),
        ];
        let reply = one.browser.send("/jualan", &sale).await;
        assert_eq!(
            reply.status,
            StatusCode::SEE_OTHER,
            "week {week}: {}",
            reply.text()
        );
        one.typed.insert(friday, sum);
        books(one, "sales-record").await;
        one.seen = today;
    }

    /// Accepts all that waits, as the mentor does it on the sheet.
    async fn accept(&mut self, at: usize, week: i64) {
        let mentor = self.mentor(at, week);
        let contact = self.owners[at].contact.clone();
        let course = self
            .site
            .platform
            .own_course(&who(&self.site, &contact).await)
            .await
            .unwrap();
        let ids: Vec<String> = course
            .waiting()
            .iter()
            .map(|kept| kept.evidence.id.to_string())
            .collect();
        let place = format!("/binaan/{}/nilai", self.owners[at].shop);
        let all = ids.join(",");
        let yes = [("putusan", "terima"), ("bukti", all.as_str())];
        let reply = self.mentors[mentor].0.send(&place, &yes).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        self.owners[at].accepted += ids.len() as u64;
    }

    async fn check(&mut self, at: usize, week: i64, level: u8) {
        let mentor = self.mentor(at, week);
        let place = format!("/binaan/{}/nilai", self.owners[at].shop);
        let number = level.to_string();
        let check = [("putusan", "periksa"), ("tingkat", number.as_str())];
        let reply = self.mentors[mentor].0.send(&place, &check).await;
        assert_eq!(
            reply.status,
            StatusCode::SEE_OTHER,
            "level {level}: {}",
            reply.text()
        );
    }

    async fn level(&self, at: usize) -> Option<u8> {
        let contact = &self.owners[at].contact;
        let course = self
            .site
            .platform
            .own_course(&who(&self.site, contact).await)
            .await
            .unwrap();
        course.standing.level.map(|level| level.number())
    }

    /// Another mentor takes a shop, when its owner agrees.
    async fn hand_over(&mut self, today: Date) {
        let at = self.handed();
        let (from, to) = (at % 2, (at + 1) % 2);
        let shop = self.owners[at].shop;
        let next = self.mentors[to].1.to_string();
        let wish = [("ke", next.as_str()), ("alasan", "Saya pindah ke Surabaya")];
        let sheet = format!("/binaan/{shop}");
        let reply = self.mentors[from]
            .0
            .send(&format!("{sheet}/serah"), &wish)
            .await;
        assert_eq!(reply.to(), sheet, "{}", reply.text());
        assert_eq!(
            self.mentors[to].0.get(&sheet).await.status,
            StatusCode::NOT_FOUND
        );
        let one = &mut self.owners[at];
        let page = one.browser.get("/kelasku").await.text();
        let asked = between(&page, "action=\"/kelasku/serah/", "\"").unwrap();
        let reply = one
            .browser
            .send(&format!("/kelasku/serah/{asked}"), &[("jawab", "ya")])
            .await;
        assert_eq!(reply.to(), "/kelasku", "{}", reply.text());
        one.seen = today;
        assert_eq!(self.mentors[to].0.get(&sheet).await.status, StatusCode::OK);
        assert_eq!(
            self.mentors[from].0.get(&sheet).await.status,
            StatusCode::NOT_FOUND
        );
    }

    /// In the last days everyone who kept notes brings them in as a file.
    async fn notes_of_three_months(&mut self) {
        let star = self.star();
        for (at, one) in self.owners.iter_mut().enumerate() {
            let rows = rows(&one.life);
            if at != star && one.life.left.is_none() && !rows.is_empty() {
                import(one, "akhir", rows).await;
                one.seen = END;
            }
        }
    }

    /// Whoever came to the end has a badge that anyone can check.
    async fn badges(&mut self) {
        let place = format!("/kelompok/{}/selesai", self.cohort);
        for _ in 0..2 {
            let reply = self.boss.send(&place, &[("kunci", "s")]).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        }
        let about = format!("programme-{}", self.cohort);
        for (at, one) in self.owners.iter().enumerate() {
            let who = who(&self.site, &one.contact).await;
            let mine = self.site.platform.own_badges(&who).await.unwrap();
            let found = mine.iter().find(|badge| badge.about == about);
            let stayed = at < PLACES as usize && one.life.left.is_none();
            assert_eq!(found.is_some(), stayed, "{}", one.life.name);
            if let Some(badge) = found {
                let page = self
                    .site
                    .browser()
                    .get(&format!("/lencana/{}", badge.id))
                    .await
                    .text();
                assert!(page.contains("Asli dan berlaku"), "{page}");
            }
        }
    }

    /// Those of whom the board may speak: their place is theirs still, and they agreed.
    fn counted(&self) -> Vec<(usize, &Owner)> {
        let all = self.owners.iter().enumerate().take(PLACES as usize);
        all.filter(|(_, one)| one.life.left.is_none() && one.life.statistics)
            .collect()
    }

    async fn board(&mut self) {
        let place = format!("/papan/{}", self.cohort);
        let reply = self
            .boss
            .send(&format!("{place}/hitung"), &[("kunci", "h")])
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        self.site.work().await;
        let boss = who(&self.site, "kelola@contoh.id").await;
        let id: CohortId = self.cohort.parse().unwrap();
        let board = self
            .site
            .platform
            .board(&boss, id)
            .await
            .unwrap()
            .kept
            .unwrap()
            .board;
        let with_place = self.owners.iter().take(PLACES as usize);
        let left = with_place.filter(|one| one.life.left.is_some()).count() as u64;
        let (counted, star) = (self.counted(), self.star());
        assert_eq!((board.day, board.shops, board.left), (END, 12 - left, left));
        assert_eq!(board.uncounted, 12 - left - counted.len() as u64);
        // The ladder: one shop went up to level 3 and down to 1; whoever told of the time before stands on 0.
        let star_counts = counted.iter().any(|(at, _)| *at == star);
        let begun = counted
            .iter()
            .filter(|(at, one)| *at != star && baseline(&one.life).is_some());
        let begun = begun.count() as u64;
        let others = counted.len() as u64 - begun - u64::from(star_counts);
        for (week, step) in [(3, 1), (7, 2), (10, 4), (26, 2)] {
            let mut steps = [others, begun, 0, 0, 0, 0, 0];
            steps[step] += u64::from(star_counts);
            let found = &board.weeks[week - 1];
            assert_eq!(found.steps, steps, "week {week}");
        }
        let count = |holds: &dyn Fn(&Owner) -> Option<bool>| {
            let mut count = Count::default();
            for (_, one) in &counted {
                count.add(holds(one));
            }
            count.missing += board.uncounted;
            count
        };
        let lately = |day: Date| days_between(day, END) <= 28;
        assert_eq!(board.signed_in, count(&|_| Some(true)));
        assert_eq!(board.agreed, count(&|_| Some(true)));
        assert_eq!(
            board.baseline,
            count(&|one| Some(baseline(&one.life).is_some()))
        );
        assert_eq!(board.active, count(&|one| Some(one.seen == END)));
        assert_eq!(board.selling, count(&|one| one.last_sale().map(lately)));
        assert_eq!(
            board.visited,
            count(&|one| Some(one.last_visit().is_some_and(lately)))
        );
        let risky = |one: &Owner| Some(Risk::of(&one.signals()).percent() >= AT_RISK);
        assert_eq!(board.at_risk, count(&risky));
        let accepted: u64 = counted.iter().map(|(_, one)| one.accepted).sum();
        let filed = counted
            .iter()
            .filter(|(at, one)| *at != star && one.seen == END)
            .count() as u64;
        assert_eq!(
            (board.evidence.accepted, board.evidence.waiting),
            (accepted, filed)
        );
        let page = self.boss.get(&place).await.text();
        assert!(page.contains(&format!("<b>{}</b>", 12 - left)), "{page}");
        let table = self.boss.get(&format!("{place}/tangga.csv")).await.text();
        assert!(table.contains("26,2027-07-03"), "{table}");
    }

    async fn growth(&mut self) {
        let place = format!("/pertumbuhan/{}", self.cohort);
        let reply = self
            .boss
            .send(&format!("{place}/hitung"), &[("kunci", "g")])
            .await;
        assert_eq!(reply.to(), place, "{}", reply.text());
        self.site.work().await;
        let shares: Vec<f64> = self
            .owners
            .iter()
            .take(PLACES as usize)
            .filter(|one| one.life.statistics)
            .filter_map(Owner::grown)
            .collect();
        assert!(shares.len() >= 5, "{shares:?}");
        let middle = median(&shares).unwrap();
        let boss = who(&self.site, "kelola@contoh.id").await;
        let id: CohortId = self.cohort.parse().unwrap();
        let figures = self
            .site
            .platform
            .growth(&boss, id, None)
            .await
            .unwrap()
            .shown
            .unwrap()
            .figures;
        let cohort = &figures.cohort;
        assert_eq!(
            (cohort.shops, cohort.measured),
            (12, Some(shares.len() as u32))
        );
        assert!((cohort.growth.unwrap().median - middle).abs() < 1e-9);
        // Four wait: too few to be told, or to be held against.
        assert_eq!((figures.waiting.shops, figures.waiting.growth), (4, None));
        assert_eq!(figures.comparison, None);
        let page = self.boss.get(&place).await.text();
        let percent = (middle * 100.0).round();
        let said = match percent {
            p if p > 0.0 => format!("+{p}%"),
            p if p < 0.0 => format!("−{}%", p.abs()),
            _ => "0%".to_owned(),
        };
        assert!(
            page.contains(&format!(
                "angka-besar{}\">{said}",
                if percent < 0.0 { " rugi" } else { "" }
            )),
            "{said}: {page}"
        );
        let missing = 12 - shares.len();
        assert!(
            page.contains(&format!(
                "{} dari 12 usaha terhitung; {missing} belum",
                shares.len()
            )),
            "{page}"
        );
    }
}

impl Owner {
    /// What it noted in the months that growth looks at, by day.
    fn noted(&self) -> BTreeMap<Date, u64> {
        let mut days = self.typed.clone();
        // The shop that notes week by week brings in no file of these months.
        if days.is_empty() && self.life.left.is_none() {
            for (day, amount) in rows(&self.life) {
                *days.entry(day).or_default() += amount;
            }
        }
        days
    }

    fn last_sale(&self) -> Option<Date> {
        self.noted().keys().next_back().copied()
    }

    fn last_visit(&self) -> Option<Date> {
        let met = self.life.visits.iter().filter(|visit| visit.met);
        met.map(|visit| visit.day).max()
    }

    fn signals(&self) -> Signals {
        let since = |day: Date| u32::try_from(days_between(day, END)).unwrap();
        let missed = self.life.visits.iter().rev().take_while(|visit| !visit.met);
        Signals {
            no_login: Some(since(self.seen)),
            no_sale: self.last_sale().map(since),
            missed_visits: missed.count() as u32,
            // Sales noted week by week are the one thing that ends soon.
            evidence_aging: u32::from(!self.typed.is_empty()),
            mentor_silent: self.last_visit().map(since),
            ..Signals::default()
        }
    }

    /// How far a typical month lies from what was told of the time before; none when something is missing.
    fn grown(&self) -> Option<f64> {
        let before = baseline(&self.life)? as f64;
        let noted = self.noted();
        let sums = RECENT.iter().map(|first| {
            let days: Vec<u64> = noted
                .range(*first..month(*first, 1))
                .map(|(_, sum)| *sum)
                .collect();
            (days.len() >= 4).then(|| days.iter().sum::<u64>() as f64)
        });
        let sums: Vec<f64> = sums.collect::<Option<_>>()?;
        Some(median(&sums)? / before - 1.0)
    }
}

/// Owners come in by their cards, say whether they let themselves be counted, and apply.
async fn apply(site: &Site, cohort: &str) -> Vec<Owner> {
    let wish = Wish {
        seed: Seed(2027),
        places: PLACES,
        start: START,
        today: END,
        second: PersonId(Uuid::from_u128(1)),
    };
    let made = simulate(&wish).unwrap();
    let mut owners = Vec::new();
    for life in made.shops {
        let mut browser = site.signed_in(Role::Owner, &life.contact, "35.73").await;
        let person = site.platform.find_person(&life.contact).await.unwrap();
        let member = access::member(site.platform.store.db(), &person)
            .await
            .unwrap();
        let reply = ask_again(&mut browser, cohort).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        owners.push(Owner {
            contact: life.contact.clone(),
            shop: member.shops[0].0,
            enrolment: life.enrolment.id,
            browser,
            life,
            typed: BTreeMap::new(),
            seen: site.platform.today(),
            accepted: 0,
        });
    }
    assert_eq!(owners.len(), 16);
    owners
}

async fn ask(mut browser: Browser, cohort: &str) -> Reply {
    ask_again(&mut browser, cohort).await
}

async fn ask_again(browser: &mut Browser, cohort: &str) -> Reply {
    let fields = [("kunci", "a"), ("setuju", "mentoring")];
    browser.send(&format!("/ikut/{cohort}"), &fields).await
}

/// What a life tells of the months before.
fn baseline(life: &Life) -> Option<u64> {
    let sent = life.events.iter().filter_map(|event| match &event.what {
        What::Sent(one) => Some(one),
        _ => None,
    });
    let of = |one: &&Evidence| one.kind == Kind::Baseline;
    sent.filter(of)
        .filter_map(|one| Some(one.amount?.amount()))
        .next_back()
}

/// What a life noted in the months that growth looks at.
fn rows(life: &Life) -> Vec<(Date, u64)> {
    let days = RECENT[0]..month(RECENT[2], 1);
    let sold = life.sold.iter().filter(|sold| days.contains(&sold.day));
    sold.map(|sold| (sold.day, sold.amount.amount())).collect()
}

/// Brings in an order file of the marketplace.
async fn import(one: &mut Owner, name: &str, rows: Vec<(Date, u64)>) {
    let mut text = String::from(
        "No. Pesanan,Status Pesanan,Waktu Pesanan Dibuat,Nama Produk,Nomor Referensi SKU,Nama Variasi,Jumlah,Total Harga Produk\n",
    );
    for (number, (day, amount)) in rows.into_iter().enumerate() {
        let (shop, product) = (one.life.enrolment.ticket.as_str(), &one.life.product);
        text.push_str(&format!(
            "{shop}{name}{number},Selesai,{day} 10:21,{product},S,,1,{amount}\n"
        ));
    }
    one.browser.get("/jualan/impor").await;
    let file = [("berkas", "pesanan.csv", text.as_bytes())];
    let reply = one.browser.send_parts("/jualan/impor", &[], &file).await;
    let place = reply.to().to_owned();
    assert!(place.starts_with("/jualan/impor/"), "{}", reply.text());
    let reply = one.browser.send(&format!("{place}/simpan"), &[]).await;
    assert_eq!(reply.to(), "/jualan", "{}", reply.text());
}

/// A product with its price and its cost.
async fn priced(browser: &mut Browser) {
    let id = browser.product().await;
    for (card, field, value) in [
        ("nama", "product.name", "Keripik"),
        ("harga", "product.price", "15rb"),
    ] {
        let place = format!("/produk/{id}/fakta/{card}");
        let reply = browser.send(&place, &[(field, value)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    let cost = [
        ("revisi", "0"),
        ("bahan", "tempe"),
        ("bahan-harga", "100rb"),
        ("tenaga", "40.000"),
        ("hasil", "20"),
        ("kemasan", "900"),
        ("untung", "30"),
    ];
    let reply = browser.send(&format!("/produk/{id}/harga"), &cost).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
}

/// Sends what the shop's own books show.
async fn books(one: &mut Owner, kind: &str) {
    let reply = one.browser.send("/kelasku/bukti", &[("part", kind)]).await;
    assert_eq!(reply.to(), "/kelasku", "{kind}: {}", reply.text());
}

/// Sends evidence by hand.
async fn send(one: &mut Owner, kind: &str, fields: &[(&str, &str)], photo: Option<&[u8]>) {
    let files: Vec<(&str, &str, &[u8])> = photo
        .into_iter()
        .map(|bytes| ("foto", "a.jpg", bytes))
        .collect();
    let place = format!("/kelasku/bukti/{kind}");
    let reply = one.browser.send_parts(&place, fields, &files).await;
    assert_eq!(reply.to(), "/kelasku", "{kind}: {}", reply.text());
}

/// A visit as the phone's script sends it.
async fn post(phone: &mut Browser, fields: &[(&str, &str)]) -> Reply {
    let csrf = phone.csrf.clone();
    let body = serde_urlencoded::to_string(fields).unwrap();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept", "application/json"),
        ("x-csrf-token", csrf.as_str()),
    ];
    phone
        .call(Method::POST, "/kunjungan", &headers, body.into_bytes())
        .await
}
