//! Six months of a small cohort, walked through the real pages by everyone who takes part, from the call to the last figure.
//!
//! What happens comes from the generator that fills the demonstration; what the pages say at the end is held against what went
//! in. Who gets a place is drawn by the site, so that the lives of the generator are given out in the order of that draw.

mod call;
mod climb;
mod end;
mod forms;
mod life;
mod weeks;

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use naik_core::id::{EnrolmentId, PersonId, ShopId};
use naik_core::programme::simulate::{Habit, Shop as Life};

use crate::site::{Browser, PHOTO, Site};

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
    include_bytes!("../../../../naik-app/demo/gerabah-guci.jpg"),
    include_bytes!("../../../../naik-app/demo/batik-kawung.jpg"),
    include_bytes!("../../../../naik-app/demo/kopi-bubuk.jpg"),
    include_bytes!("../../../../../samples/anyaman-pandan/2-set.jpg"),
    include_bytes!("../../../../../samples/sambal-bawang/3-dapur.jpg"),
];
/// The week in which the shop that goes furthest reaches level 3.
const TOP: i64 = 9;
/// The week in which it sends its last post, at which its mentor looks a week later.
const LAST_POST: i64 = 10;
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
}
