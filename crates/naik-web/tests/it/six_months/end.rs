//! What is to be seen in the end: badges, the board, growth; held against what went in.

use axum::http::StatusCode;
use jiff::civil::Date;
use naik_core::id::CohortId;
use naik_core::measure::spread::median;
use naik_core::programme::board::{AT_RISK, Count};
use naik_core::programme::day::between as days_between;
use naik_core::programme::risk::Risk;

use super::forms::import;
use super::life::{baseline, rows};
use super::{City, END, Owner, PLACES};
use crate::programme::who;

impl City {
    /// In the last days everyone who kept notes brings them in as a file.
    pub(super) async fn notes_of_three_months(&mut self) {
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
    pub(super) async fn badges(&mut self) {
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
    pub(super) fn counted(&self) -> Vec<(usize, &Owner)> {
        let all = self.owners.iter().enumerate().take(PLACES as usize);
        all.filter(|(_, one)| one.life.left.is_none() && one.life.statistics)
            .collect()
    }

    pub(super) async fn board(&mut self) {
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
        for (week, step) in [(3, 1), (7, 2), (10, 4), (11, 4), (12, 2), (26, 2)] {
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

    pub(super) async fn growth(&mut self) {
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
