//! What a shop sells week by week, and what of it is noted: a steady line with a season, and gaps where nobody wrote.

use jiff::civil::Date;

use super::habit::{Habit, Turns};
use super::{Shop, Sold, Wish, happens, id, permille, within};
use crate::id::SaleId;
use crate::money::Rupiah;
use crate::programme::calendar::{Calendar, Moving, Pace};
use crate::programme::cohort::{Cohort, WEEKS};
use crate::programme::day::{WEEK, between, monday, month, plus};
use crate::programme::enrolment::State;
use crate::sale::SaleChannel;
use crate::seed::Seed;

/// Of a thousand shops, how many noted their sales before anyone asked them to.
const BEFORE: u32 = 180;
/// Of a thousand shops that wait, how many note their sales all the same.
const WAITING: u32 = 620;
/// Weeks between two order files.
const FILES: u8 = 4;
/// Places where most sales of a typing shop are made.
const TYPED: [SaleChannel; 4] = [
    SaleChannel::Counter,
    SaleChannel::Counter,
    SaleChannel::Counter,
    SaleChannel::WhatsApp,
];

/// Notes what a shop sold, from the months before the cohort on.
pub(super) fn note(seed: &mut Seed, shop: &mut Shop, cohort: &Cohort, wish: &Wish, turns: Turns) {
    let waits = shop.enrolment.state != State::Enrolled;
    let noted_before = happens(seed, BEFORE) && shop.habit != Habit::Quiet;
    if waits && !happens(seed, WAITING) {
        return;
    }
    let mut book = Book { seed, shop, wish };
    if noted_before {
        let mut at = monday(month(cohort.start, -3));
        while at < cohort.start {
            let amount = book.weekly(None, at, waits);
            book.write(at, amount, (2, 4), at);
            at = plus(at, WEEK);
        }
    }
    book.weeks(cohort, turns, waits);
    book.shop
        .sold
        .retain(|sold| sold.noted <= wish.today && sold.day <= wish.today);
    book.shop.sold.sort_by_key(|sold| (sold.day, sold.id));
}

struct Book<'a> {
    seed: &'a mut Seed,
    shop: &'a mut Shop,
    wish: &'a Wish,
}

impl Book<'_> {
    fn weeks(&mut self, cohort: &Cohort, turns: Turns, waits: bool) {
        let traits = self.shop.habit.traits();
        let days = if waits { (1, 3) } else { traits.days };
        let chance = if waits { 860 } else { traits.notes };
        let markets = traits.aims[2];
        let mut open: Vec<(Date, u64)> = Vec::new();
        // Whoever keeps a book does not stop with the programme's last week.
        let after = (0..).map(|n| {
            (
                WEEKS.saturating_add(1),
                plus(cohort.monday(WEEKS + 1), n * WEEK),
            )
        });
        let all = super::weeks(cohort, self.wish.today).chain(after);
        for (week, at) in all.take_while(|(_, at)| *at <= self.wish.today) {
            let amount = self.weekly(Some(week), at, waits);
            let pace = Calendar::get().pace(at);
            let energy = if waits {
                super::habit::share(pace)
            } else {
                turns.energy(week, pace)
            };
            if !happens(self.seed, chance * energy / 1_000) {
                continue;
            }
            if self.shop.habit == Habit::Backdater && !waits {
                open.push((at, amount));
                if week.is_multiple_of(4) {
                    for (then, amount) in std::mem::take(&mut open) {
                        self.write(then, amount, days, at);
                    }
                }
            } else {
                self.write(at, amount, days, at);
            }
            if !waits && week > markets && (week - markets).is_multiple_of(FILES) {
                self.orders(at);
            }
        }
    }

    /// What a week brings in, in rupiah; week of the cohort, none before it.
    fn weekly(&mut self, week: Option<u8>, at: Date, waits: bool) -> u64 {
        let usual = self.shop.month.amount() * 12 / 52;
        let (grows, from) = if waits {
            (2, 1)
        } else {
            self.shop.habit.traits().grows
        };
        let grown = u64::from(week.unwrap_or(0).saturating_sub(from)) * grows;
        let chance = u64::try_from(within(self.seed, 880, 1_120)).unwrap_or(1_000);
        let amount = permille(permille(usual, 1_000 + grown), chance);
        permille(amount, self.season(at))
    }

    /// What the time of the year makes of a usual week, of a thousand.
    fn season(&self, at: Date) -> u64 {
        let calendar = Calendar::get();
        let fasting = (0..WEEK).any(|n| calendar.at(plus(at, n)) == Some(Moving::Ramadan));
        let feast = (7..21).any(|n| calendar.at(plus(at, n)) == Some(Moving::Lebaran));
        let wanted = self.shop.category.is_food();
        match (calendar.pace(at) == Pace::Rest, fasting) {
            (true, _) => 450,
            // The weeks in which everyone buys for the feast.
            (false, true) if self.shop.habit == Habit::Seasonal && feast => 2_100,
            (false, true) if wanted => 1_250,
            (false, true) => 900,
            (false, false) if self.shop.habit == Habit::Seasonal => 960,
            (false, false) => 1_000,
        }
    }

    /// Notes a week's sales on some of its days.
    fn write(&mut self, at: Date, amount: u64, (least, most): (i64, i64), noted: Date) {
        let count = within(self.seed, least, most);
        let mut days: Vec<i64> = (0..WEEK).collect();
        self.seed.shuffle(&mut days);
        days.truncate(usize::try_from(count).unwrap_or(1));
        days.sort_unstable();
        let part = amount / u64::try_from(count).unwrap_or(1).max(1);
        for day in days {
            let uneven = u64::try_from(within(self.seed, 800, 1_200)).unwrap_or(1_000);
            let sum = permille(part, uneven) / 500 * 500;
            let day = plus(at, day);
            let late = within(self.seed, 0, 1);
            // What is written down weeks later is written on a day of that week.
            let told = if noted > at {
                plus(noted, 5)
            } else {
                plus(day, late)
            };
            let channel = self.seed.pick(&TYPED).copied();
            self.keep(
                day,
                told,
                sum,
                channel.unwrap_or(SaleChannel::Counter),
                None,
            );
        }
    }

    /// Reads an order file of the four weeks before.
    fn orders(&mut self, at: Date) {
        let read = plus(at, within(self.seed, 0, 4));
        let file = id(self.seed);
        let count = within(self.seed, 6, 18);
        let price = self.shop.price.amount();
        let channel = if self.shop.habit == Habit::Star && happens(self.seed, 400) {
            SaleChannel::TiktokTokopedia
        } else {
            SaleChannel::Shopee
        };
        for _ in 0..count {
            let day = plus(read, -within(self.seed, 1, 27));
            let pieces = u64::try_from(within(self.seed, 1, 3)).unwrap_or(1);
            self.keep(day, read, price * pieces, channel, Some(file));
        }
    }

    fn keep(
        &mut self,
        day: Date,
        noted: Date,
        amount: u64,
        channel: SaleChannel,
        file: Option<crate::id::Uuid>,
    ) {
        if amount == 0 || between(day, self.wish.today) < 0 {
            return;
        }
        let pieces = amount / self.shop.price.amount().max(1);
        self.shop.sold.push(Sold {
            id: SaleId(id(self.seed)),
            day,
            noted,
            amount: Rupiah::new(amount),
            quantity: u32::try_from(pieces.max(1)).unwrap_or(1),
            channel,
            file,
        });
    }
}
