//! What everyone does week by week: the beginning, visits as phones send them, whoever leaves or is handed over.

use axum::http::StatusCode;
use jiff::civil::Date;
use naik_core::programme::day::plus;

use super::forms::{books, post};
use super::life::baseline;
use super::{City, HANDED, PLACES, START};
use crate::site::between;

impl City {
    pub(super) async fn week(&mut self, week: i64) {
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
    pub(super) async fn begin(&mut self, at: usize) {
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
    pub(super) async fn visits(&mut self, week: i64, monday: Date) {
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

    /// Another mentor takes a shop, when its owner agrees.
    pub(super) async fn hand_over(&mut self, today: Date) {
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
}
