//! What a shop sends as evidence and what its mentor makes of it; visits, a hand-over, and the day on which it leaves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::climb::mentor_on;
use super::habit::{Habit, Turns};
use super::{Shop, Visit, Wish, happens, id, weeks, within};
use crate::id::{EventId, EvidenceId, PersonId, VisitId};
use crate::money::Rupiah;
use crate::programme::calendar::{Calendar, Pace};
use crate::programme::cohort::{Cohort, WEEKS};
use crate::programme::day::{WEEK, plus};
use crate::programme::enrolment::State;
use crate::programme::evidence::{BACKDATED_DAYS, Evidence, Fingerprint, Kind};
use crate::programme::history::{Event, What};
use crate::programme::plan::theme_keys;
use crate::seed::Seed;

/// Of a thousand shops that stay, how many another mentor takes.
const HANDED: u32 = 35;
/// Weeks between two visits.
const VISITS: u8 = 3;
/// Pieces that one sends in a week beside sales and posts, at most.
const PIECES: usize = 5;
/// Weeks after which evidence of 90 days is shown anew.
const RENEWED: u8 = 11;
/// Of a thousand photos, pieces of a book or posts, and other pieces, how many are refused.
const REFUSED: (u32, u32, u32) = (110, 4, 25);
/// Of a thousand pieces, how many wait longer than three days for the mentor.
const SLOW: u32 = 40;
/// What a mentor says to a photo that is refused, and to anything else.
const WHY: (&str, &str) = (
    "Fotonya buram, coba lagi di dekat jendela",
    "Tanggal atau isinya belum cocok, kirim lagi ya",
);

/// Lets another mentor take a shop in the middle of the cohort, for a few.
pub(super) fn hand_over(
    seed: &mut Seed,
    shop: &mut Shop,
    cohort: &Cohort,
    wish: &Wish,
    others: &[PersonId],
) {
    let day = plus(cohort.start, within(seed, 80, 110));
    let stays = !matches!(shop.habit, Habit::Leaver | Habit::Quiet);
    let (Some(now), Some(next)) = (shop.enrolment.mentor, seed.pick(others)) else {
        return;
    };
    if stays && day <= wish.today && happens(seed, HANDED) {
        shop.handed = Some((day, now));
        shop.enrolment.mentor = Some(*next);
    }
}

/// Everything that a shop sent, with what became of it.
pub(super) fn send(
    seed: &mut Seed,
    shop: &Shop,
    cohort: &Cohort,
    wish: &Wish,
    turns: Turns,
) -> Vec<Event> {
    let mut post = Post {
        seed,
        shop,
        wish,
        due: Vec::new(),
        events: Vec::new(),
    };
    if shop.enrolment.state == State::Enrolled {
        post.begin(cohort);
        post.aims();
        post.weeks(cohort, turns);
    } else if !shop.sold.is_empty() {
        post.stated(cohort);
    }
    post.events
}

/// Something that has to be shown, from a week on.
#[derive(Clone, Copy)]
struct Due {
    week: u8,
    kind: Kind,
    /// Which of its like.
    number: u64,
    place: &'static str,
}

struct Post<'a> {
    seed: &'a mut Seed,
    shop: &'a Shop,
    wish: &'a Wish,
    due: Vec<Due>,
    events: Vec<Event>,
}

impl Post<'_> {
    /// What a shop that waits for a place says of itself when it applies.
    fn stated(&mut self, cohort: &Cohort) {
        let mut one = self.blank(Kind::Baseline, self.shop.enrolment.applied);
        one.amount = Some(self.usual());
        self.sent(one, cohort.start);
    }

    fn begin(&mut self, cohort: &Cohort) {
        let consent = self.blank(Kind::Consent, self.shop.enrolment.applied);
        let day = plus(cohort.start, within(self.seed, 0, 5));
        self.show(consent, day, None);
        // Whoever keeps no book does not always know what was sold either.
        if self.shop.habit != Habit::Quiet || happens(self.seed, 650) {
            let day = plus(cohort.start, within(self.seed, 0, 9));
            let mut one = self.blank(Kind::Baseline, day);
            one.amount = Some(self.usual());
            self.show(one, day, None);
        }
    }

    /// Sales of a usual month, as an owner remembers them.
    fn usual(&mut self) -> Rupiah {
        let remembered = u64::try_from(within(self.seed, 950, 1_050)).unwrap_or(1_000);
        let amount = super::permille(self.shop.month.amount(), remembered);
        Rupiah::new((amount / 50_000).max(1) * 50_000)
    }

    /// What the levels ask for, by the weeks in which the shop aims at them.
    fn aims(&mut self) {
        let [tidy, seen, connected] = self.shop.habit.traits().aims;
        let mut add = |week: u8, kind: Kind, count: u64, place: &'static str| {
            let all = (0..count).map(|number| Due {
                week,
                kind,
                number,
                place,
            });
            self.due.extend(all);
        };
        add(tidy.saturating_sub(2), Kind::Permit, 1, "nib");
        add(tidy.saturating_sub(1), Kind::PriceCalculation, 1, "");
        add(tidy.saturating_sub(1), Kind::Photo, 3, "");
        add(seen.saturating_sub(1), Kind::Qris, 1, "");
        add(connected.saturating_sub(1), Kind::ListingLink, 5, "shopee");
        add(connected, Kind::Rating, 1, "shopee");
        let renewals = [seen, seen.saturating_add(RENEWED)];
        for week in renewals {
            add(week, Kind::ReplyTime, 1, "");
        }
        if happens(self.seed, 750) {
            let again = connected.saturating_add(RENEWED);
            add(again, Kind::ListingLink, 5, "shopee");
            add(again, Kind::Rating, 1, "shopee");
        }
        if self.shop.habit == Habit::Star {
            add(18, Kind::ListingLink, 1, "tiktok-tokopedia");
            add(20, Kind::RepeatBuyers, 1, "");
        }
        self.due.retain(|due| due.week <= WEEKS);
        self.due.sort_by_key(|due| due.week);
    }

    fn weeks(&mut self, cohort: &Cohort, turns: Turns) {
        let traits = self.shop.habit.traits();
        let posts_from = traits.aims[1].saturating_sub(6).max(2);
        for (week, monday) in weeks(cohort, self.wish.today) {
            let energy = turns.energy(week, Calendar::get().pace(monday));
            self.books(monday);
            if week >= posts_from && happens(self.seed, traits.posts * energy / 1_000) {
                self.publish(week, monday);
            }
            let mut left = PIECES;
            let (now, later): (Vec<Due>, Vec<Due>) =
                self.due.iter().copied().partition(|due| due.week <= week);
            self.due = later;
            for due in now {
                if left > 0 && happens(self.seed, traits.sends * energy / 1_000) {
                    left -= 1;
                    self.piece(due, week, monday);
                } else {
                    self.due.push(due);
                }
            }
            self.due.sort_by_key(|due| due.week);
        }
    }

    /// Sends what the book says of the days that were noted in a week, and the order files that were read in it.
    fn books(&mut self, monday: Date) {
        let sunday = plus(monday, WEEK - 1);
        let mut days: BTreeMap<Date, u64> = BTreeMap::new();
        let mut files: BTreeMap<_, (u64, &'static str, Date)> = BTreeMap::new();
        for sold in &self.shop.sold {
            if sold.noted < monday || sold.noted > sunday {
                continue;
            }
            match sold.file {
                Some(file) => {
                    let found = files
                        .entry(file)
                        .or_insert((0, sold.channel.key(), sold.day));
                    found.0 += 1;
                    found.2 = found.2.max(sold.day);
                }
                None => *days.entry(sold.day).or_default() += sold.amount.amount(),
            }
        }
        let whole = self.shop.habit == Habit::Star;
        let late = self.shop.habit == Habit::Backdater;
        let told = sunday.min(self.wish.today);
        // What is older is in the book, and no evidence any more.
        let oldest = self.shop.enrolment.applied.max(plus(told, -BACKDATED_DAYS));
        let mut shown = None;
        for (day, amount) in days {
            let week = crate::programme::day::monday(day);
            // One day tells that the week was noted; only growth is proved by all of them.
            if day < oldest || (!whole && shown == Some(week)) {
                continue;
            }
            if whole || late || happens(self.seed, 900) {
                shown = Some(week);
                let mut one = self.blank(Kind::SalesRecord, day);
                one.amount = Some(Rupiah::new(amount));
                self.show(one, told, None);
            }
        }
        for (file, (orders, market, last)) in files {
            let mut one = self.blank(Kind::OrderExport, last);
            market.clone_into(&mut one.place);
            one.units = orders;
            let twice = file.simple().to_string().repeat(2);
            one.fingerprint = Some(Fingerprint::File(twice));
            self.show(one, told, None);
        }
    }

    fn publish(&mut self, week: u8, monday: Date) {
        let day = plus(monday, within(self.seed, 0, 3));
        let mut post = self.blank(Kind::Post, day);
        let place = if week.is_multiple_of(2) {
            "instagram"
        } else {
            "whatsapp"
        };
        place.clone_into(&mut post.place);
        self.show(post, day, None);
    }

    fn piece(&mut self, due: Due, week: u8, monday: Date) {
        let day = plus(monday, within(self.seed, 0, 6));
        // Some show what is long past; mentors do not take that for news.
        let stale = self.shop.habit == Habit::Backdater && happens(self.seed, 300);
        let on = if stale && due.kind != Kind::Permit {
            plus(day, -within(self.seed, 60, 110))
        } else {
            day
        };
        let mut one = self.blank(due.kind, on);
        due.place.clone_into(&mut one.place);
        match due.kind {
            Kind::Permit => one.subject = format!("02{:011}", self.seed.below(100_000_000_000)),
            Kind::PriceCalculation => one.subject.clone_from(&self.shop.product),
            Kind::Photo => one.fingerprint = Some(Fingerprint::Look(self.seed.next_u64())),
            Kind::ListingLink => {
                let shop = self.shop.id.0.simple();
                let (place, number) = (due.place, due.number);
                one.subject = format!("https://contoh.naikkelas.id/{place}/{shop}-{number}");
            }
            Kind::Rating => one.units = u64::try_from(within(self.seed, 42, 50)).unwrap_or(45),
            Kind::RepeatBuyers => one.units = u64::try_from(within(self.seed, 3, 9)).unwrap_or(3),
            _ => {}
        }
        let again = Due {
            week: week + 1,
            ..due
        };
        self.show(one, day, Some(again));
    }

    fn blank(&mut self, kind: Kind, on: Date) -> Evidence {
        let id = EvidenceId(id(self.seed));
        Evidence::plain(id, (self.shop.id, self.shop.owner), kind, on)
    }

    /// Sent on a day, and judged some days later; what is refused is due `again`.
    fn show(&mut self, one: Evidence, day: Date, again: Option<Due>) {
        let day = day.max(one.on);
        let (id, kind, on) = (one.id, one.kind, one.on);
        if day > self.wish.today {
            return;
        }
        self.sent(one, day);
        let slow = happens(self.seed, SLOW);
        let wait = within(self.seed, 1, if slow { 12 } else { 3 });
        let judged = plus(day, wait);
        let odds = match kind {
            Kind::Photo => REFUSED.0,
            Kind::SalesRecord | Kind::Post | Kind::OrderExport => REFUSED.1,
            _ => REFUSED.2,
        };
        let lasting = matches!(kind, Kind::Consent | Kind::Baseline);
        let stale = !lasting && plus(on, 45) < day;
        let refused = !lasting && (stale || happens(self.seed, odds));
        if judged > self.wish.today {
            return;
        }
        let why = match (refused, kind) {
            (true, Kind::Photo) => WHY.0,
            (true, _) => WHY.1,
            (false, _) => "",
        };
        let what = if refused {
            What::Refused(id)
        } else {
            What::Accepted(id)
        };
        let mentor = mentor_on(self.shop, judged);
        self.event(judged, mentor, why, what);
        if refused {
            self.due.extend(again);
        }
    }

    fn sent(&mut self, one: Evidence, day: Date) {
        let owner = self.shop.owner;
        self.event(day, owner, "", What::Sent(one));
    }

    fn event(&mut self, day: Date, by: PersonId, why: &str, what: What) {
        self.events.push(Event {
            id: EventId(id(self.seed)),
            day,
            by,
            why: why.to_owned(),
            what,
        });
    }
}

/// A mentor's visits: every third week, none around Lebaran.
pub(super) fn visits(seed: &mut Seed, shop: &mut Shop, cohort: &Cohort, wish: &Wish, turns: Turns) {
    let turn = u8::try_from(seed.below(usize::from(VISITS))).unwrap_or(0);
    let traits = shop.habit.traits();
    let topics: Vec<&'static str> = theme_keys().collect();
    for (week, monday) in weeks(cohort, wish.today) {
        let pace = Calendar::get().pace(monday);
        let gone = week >= turns.leaves;
        if week % VISITS != turn || pace == Pace::Rest || gone {
            continue;
        }
        let day = plus(monday, within(seed, 0, 5));
        // Tired people are still at home, mostly.
        let energy = turns.energy(week, pace).max(450);
        let met = happens(seed, traits.meets * energy / 1_000);
        if day > wish.today {
            continue;
        }
        let topic = topics.get(usize::from(week - 1)).or(topics.last());
        shop.visits.push(Visit {
            id: VisitId(id(seed)),
            mentor: mentor_on(shop, day),
            day,
            met,
            topic: topic.copied().unwrap_or("diagnosis"),
        });
    }
}

/// Lets a shop go that leaves.
pub(super) fn leave(shop: &mut Shop, cohort: &Cohort, wish: &Wish, turns: Turns) {
    if turns.leaves > WEEKS {
        return;
    }
    let day = plus(cohort.monday(turns.leaves), 2);
    if day <= wish.today {
        shop.left = Some(day);
        shop.enrolment.state = State::Left;
    }
}

/// The day on which an owner was last here: the last thing that they did, or a look now and then.
pub(super) fn last_here(seed: &mut Seed, shop: &Shop, today: Date) -> Option<Date> {
    let noted = shop.sold.iter().map(|sold| sold.noted).max();
    let sent = shop.events.iter().filter_map(|event| match event.what {
        What::Sent(_) => Some(event.day),
        _ => None,
    });
    let told = shop.tasks.iter().map(|task| plus(task.monday, 5)).max();
    let did = noted.into_iter().chain(sent.max()).chain(told).max();
    let looked = happens(seed, 300).then(|| plus(today, -within(seed, 0, 20)));
    let looked = looked.filter(|_| shop.left.is_none());
    did.into_iter()
        .chain(looked)
        .max()
        .map(|day| day.min(today))
}
