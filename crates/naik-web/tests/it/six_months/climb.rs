//! The way of the shop that goes furthest, and what its mentor does about it.

use axum::http::StatusCode;
use jiff::civil::Date;
use naik_core::programme::day::plus;
use naik_core::programme::task::Outcome;
use naik_store::repo::task;

use super::forms::{books, import, priced, send};
use super::{City, LAST_POST, PHOTOS, TOP};
use crate::programme::who;
use crate::site::between;

impl City {
    /// The way of the shop that goes furthest: to level 3 in nine weeks, and down again when it stops posting.
    pub(super) async fn climb(&mut self, at: usize, week: i64, today: Date) {
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
        if week == TOP {
            for number in 1..=5 {
                let address = format!("https://shopee.co.id/Keripik-i.1.{number}");
                send(one, "listing-link", &[("tautan", &address)], None).await;
            }
            let stars = [("tempat", "shopee"), ("jumlah", "4,8")];
            send(one, "rating", &stars, Some(PHOTOS[5])).await;
            let rows = (1..=6).map(|n| (plus(today, -n), 15_000));
            import(one, "9", rows.collect()).await;
        }
        if week == LAST_POST + 1 {
            self.held(at).await;
        }
        // The mentor is ill for a week, and the shop's last post waits.
        if week != LAST_POST {
            self.accept(at, week).await;
        }
        match week {
            5 => self.check(at, week, 1).await,
            8 => self.check(at, week, 2).await,
            TOP => {
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
            11 => assert_eq!(self.level(at).await, Some(3), "the mentor has looked"),
            // No post in six weeks in a row any more: what stood on it has lapsed, and nobody had to do anything.
            12 => assert_eq!(self.level(at).await, Some(1)),
            _ => {}
        }
    }

    /// The last post is a week old and nobody has looked: level 2 is held open by it, and level 3 stands on that.
    async fn held(&mut self, at: usize) {
        assert_eq!(self.level(at).await, Some(3));
        let page = self.owners[at].browser.get("/kelasku").await.text();
        assert!(
            page.contains("Tingkat 2 · Terlihat menunggu dicek"),
            "{page}"
        );
        let mentor = self.mentor(at, LAST_POST);
        let page = self.mentors[mentor].0.get("/senin").await.text();
        assert!(
            page.contains("kalau tidak tingkat 2 · Terlihat gugur"),
            "{page}"
        );
    }

    /// Says what became of the week's task, and that it is kept.
    pub(super) async fn tell_task(&mut self, at: usize, done: bool) {
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
    pub(super) async fn note_week(&mut self, at: usize, week: i64, today: Date) {
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
    pub(super) async fn accept(&mut self, at: usize, week: i64) {
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

    pub(super) async fn check(&mut self, at: usize, week: i64, level: u8) {
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

    pub(super) async fn level(&self, at: usize) -> Option<u8> {
        let contact = &self.owners[at].contact;
        let course = self
            .site
            .platform
            .own_course(&who(&self.site, contact).await)
            .await
            .unwrap();
        course.standing.level.map(|level| level.number())
    }
}
