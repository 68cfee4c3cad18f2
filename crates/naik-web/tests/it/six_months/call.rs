//! Before the first week: the call, the draw, and who accompanies whom.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use naik_core::account::Role;
use naik_core::id::{CohortId, PersonId, Uuid};
use naik_core::programme::enrolment::State;
use naik_core::programme::lottery::{Notice, Ticket};
use naik_core::programme::simulate::{Shop as Life, Wish, simulate};
use naik_core::seed::Seed;
use naik_store::repo::{access, enrolment};

use super::{City, DAY, END, FIGURE, Owner, PLACES, START};
use crate::site::{Browser, Reply, Site, between};

impl City {
    /// A manager founds, changes the plan, calls; owners apply. Ends when the window is closed.
    pub(super) async fn call(site: Site) -> Self {
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
    pub(super) async fn draw(&mut self) {
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
    pub(super) async fn match_mentors(&mut self) {
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
