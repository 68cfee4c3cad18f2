use super::*;
use crate::money::Rupiah;
use crate::programme::evidence::tests::evidence;
use jiff::civil::date;

const TODAY: Date = date(2026, 6, 17); // a Wednesday

fn rule(key: &str) -> &'static Rule {
    Ladder::get().rule(key).unwrap()
}

/// Evidence of a kind, so many days ago, changed.
fn made(kind: Kind, ago: &[i64], change: impl Fn(usize, &mut Evidence)) -> Vec<Evidence> {
    ago.iter()
        .enumerate()
        .map(|(number, days)| {
            let mut one = evidence(number as u128 + 1, kind, plus(TODAY, -days));
            change(number, &mut one);
            one
        })
        .collect()
}

/// `have/need`, and for met rules the last day counted from today, or `ever`.
fn said(key: &str, accepted: &[Evidence]) -> String {
    let accepted: Vec<&Evidence> = accepted.iter().collect();
    let finding = find(rule(key), &accepted, &[], TODAY);
    let state = match finding.state {
        State::Met { until: None, .. } => " met ever".to_owned(),
        State::Met {
            until: Some(day), ..
        } => {
            format!(" met {}", crate::programme::day::between(TODAY, day))
        }
        _ => String::new(),
    };
    format!("{}/{}{state}", finding.have, finding.need)
}

#[test]
fn each_rule_counts_as_it_says() {
    let same = |_: usize, _: &mut Evidence| {};
    let from =
        |place: &'static str| move |_: usize, one: &mut Evidence| one.place = place.to_owned();
    let nth = |number: usize, one: &mut Evidence| one.subject = format!("a{number}");
    let units = |count| move |_: usize, one: &mut Evidence| one.units = count;
    for (key, given, expected) in [
        (
            "baseline",
            made(Kind::Baseline, &[400], same),
            "1/1 met ever",
        ),
        ("baseline", made(Kind::Consent, &[1], same), "0/1"),
        (
            "nib",
            made(Kind::Permit, &[900], from("nib")),
            "1/1 met ever",
        ),
        ("nib", made(Kind::Permit, &[1], from("halal")), "0/1"),
        (
            "price",
            made(Kind::PriceCalculation, &[365], same),
            "1/1 met 0",
        ),
        ("price", made(Kind::PriceCalculation, &[366], same), "0/1"),
        ("photos", made(Kind::Photo, &[1, 2], same), "2/3"),
        (
            "photos",
            made(Kind::Photo, &[1, 2, 30], same),
            "3/3 met 335",
        ),
        // Today is Wednesday: 3 days ago is Sunday of last week.
        (
            "sales-noted",
            made(Kind::SalesRecord, &[0, 1, 2], same),
            "1/4",
        ),
        (
            "sales-noted",
            made(Kind::SalesRecord, &[0, 7, 14, 21], same),
            "4/4 met 25",
        ),
        (
            "sales-noted",
            made(Kind::SalesRecord, &[3, 10, 17, 24], same),
            "4/4 met 18",
        ),
        (
            "sales-noted",
            made(Kind::SalesRecord, &[30, 37, 44, 51], same),
            "3/4",
        ),
        (
            "weekly-posts",
            made(Kind::Post, &[7, 14, 21, 28, 35, 42], same),
            "6/6 met 4",
        ),
        (
            "weekly-posts",
            made(Kind::Post, &[7, 14, 28, 35, 42], same),
            "5/6",
        ),
        (
            "listings",
            made(Kind::ListingLink, &[1, 1, 1, 1, 90], nth),
            "5/5 met 0",
        ),
        (
            "listings",
            made(Kind::ListingLink, &[1, 1, 1, 1, 1], |_, one| {
                one.subject = "a".to_owned()
            }),
            "1/5",
        ),
        (
            "orders",
            made(Kind::OrderExport, &[10, 20], units(2)),
            "4/5",
        ),
        (
            "orders",
            made(Kind::OrderExport, &[10, 20, 30], units(2)),
            "6/5 met 150",
        ),
        (
            "rating",
            made(Kind::Rating, &[80], units(40)),
            "40/40 met 10",
        ),
        (
            "rating",
            made(Kind::Rating, &[10, 5], |n, one| one.units = [48, 39][n]),
            "39/40",
        ),
        (
            "second-outlet",
            made(Kind::ListingLink, &[1, 2], from("shopee")),
            "1/2",
        ),
        (
            "second-outlet",
            made(Kind::ResellerTie, &[180], same),
            "1/1 met 0",
        ),
        (
            "joint-trade",
            made(Kind::SupplyTie, &[1, 2], nth),
            "2/2 met 363",
        ),
        ("ready", made(Kind::ExportReady, &[0], same), "1/1 met 365"),
        ("ready", made(Kind::FinanceReady, &[-1], same), "0/1"),
    ] {
        assert_eq!(said(key, &given), expected, "{key} {given:?}");
    }
}

#[test]
fn a_permit_ends_when_it_says() {
    let nib = made(Kind::Permit, &[10], |_, one| {
        one.place = "nib".to_owned();
        one.until = Some(plus(TODAY, 5));
    });
    assert_eq!(said("nib", &nib), "1/1 met 5");
}

/// Sales of March, April and May, and a baseline.
fn sales(baseline: u64, sums: [u64; 3]) -> Vec<Evidence> {
    let mut all = made(Kind::Baseline, &[170], |_, one| {
        one.amount = Some(Rupiah::new(baseline))
    });
    for (number, (sum, month)) in sums.into_iter().zip([3, 4, 5]).enumerate() {
        for half in [10, 20] {
            let mut one = evidence(
                100 + number as u128 * 100 + half as u128,
                Kind::SalesRecord,
                date(2026, month, half),
            );
            one.amount = (sum > 0).then(|| Rupiah::new(sum / 2));
            all.extend((sum > 0).then_some(one));
        }
    }
    all
}

#[test]
fn growth_is_the_median_of_three_whole_months() {
    for (baseline, sums, expected) in [
        (1_000_000, [900_000, 1_150_000, 3_000_000], "15/15 met 13"), // until 30 June; then March is out and June empty
        (1_000_000, [900_000, 1_149_998, 3_000_000], "14/15"),
        (1_000_000, [500_000, 600_000, 3_000_000], "0/15"),
        (1_000_000, [0, 2_000_000, 2_000_000], "0/15"),
        (0, [1_000_000, 2_000_000, 2_000_000], "0/15"),
    ] {
        assert_eq!(said("growth", &sales(baseline, sums)), expected, "{sums:?}");
    }
    // A day that was noted twice is not sold twice.
    let mut twice = sales(1_000_000, [1_000_000, 1_000_000, 1_000_000]);
    for one in twice.clone() {
        let id = crate::id::EvidenceId(crate::id::Uuid::from_u128(one.id.0.as_u128() + 10_000));
        twice.push(Evidence { id, ..one });
    }
    assert_eq!(said("growth", &twice), "0/15");
    // The month that runs is not whole.
    let mut june = sales(1_000_000, [1_000_000, 1_000_000, 1_000_000]);
    let mut one = evidence(999, Kind::SalesRecord, TODAY);
    one.amount = Some(Rupiah::new(90_000_000));
    june.push(one);
    assert_eq!(said("growth", &june), "0/15");
}

#[test]
fn what_waits_is_told_from_what_is_missing() {
    let photos = made(Kind::Photo, &[1, 2, 3], |_, _| {});
    let all: Vec<&Evidence> = photos.iter().collect();
    let state = |accepted: &[&Evidence], waiting: &[&Evidence]| {
        find(rule("photos"), accepted, waiting, TODAY)
    };
    let waits = state(&all[..2], &all[2..]);
    assert_eq!(
        waits.state,
        State::Waiting {
            on: vec![all[2].id]
        }
    );
    assert_eq!((waits.have, waits.need), (2, 3));
    assert_eq!(waits.explain().key, "proof-waiting");
    let missing = state(&all[..1], &all[1..2]);
    assert_eq!(missing.state, State::Missing);
    let told = Message::new("proof-photos").with("have", 1).with("need", 3);
    assert_eq!(missing.explain(), told);
    assert!(state(&all, &[]).is_met());
    // More than enough is told as enough; growth is told as it is.
    for (rule, have, need, told) in [
        ("photos", 12, 3, "3"),
        ("photos", 2, 3, "2"),
        ("growth", 40, 15, "40"),
    ] {
        let message = asked(rule, have, need);
        assert_eq!(message.args[0], ("have".to_owned(), told.to_owned()));
    }
}

#[test]
fn a_level_says_the_one_next_step() {
    let nib = made(Kind::Permit, &[10], |_, one| one.place = "nib".to_owned());
    let price = made(Kind::PriceCalculation, &[100], |_, _| {});
    let accepted: Vec<&Evidence> = nib.iter().collect();
    let waiting: Vec<&Evidence> = price.iter().collect();
    let reports = report(Ladder::get(), &accepted, &waiting, TODAY);
    let next = |level: usize| reports[level].next().map(|finding| finding.rule.as_str());
    assert_eq!(next(0), Some("baseline"));
    assert_eq!(
        next(1),
        Some("sales-noted"),
        "what waits is not asked for again"
    );
    assert_eq!(reports.len(), 6);
    assert!(reports.iter().all(|report| !report.is_met()));
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    /// Given what there is, a rule that stopped being met does not come back by itself; growth, which looks at months that end, aside.
    #[test]
    fn what_lapsed_stays_lapsed_and_until_is_the_last_day(days in proptest::collection::vec((0_usize..19, 0_i64..400, 0_u64..60), 0..25)) {
        let all: Vec<Evidence> = days
            .iter()
            .enumerate()
            .map(|(number, (kind, ago, units))| {
                let mut one = evidence(number as u128, Kind::ALL[*kind], plus(TODAY, -ago));
                one.units = *units;
                one.subject = format!("s{}", units % 7);
                one.place = if *kind == 2 { "nib".to_owned() } else { format!("p{}", units % 3) };
                one
            })
            .collect();
        let refs: Vec<&Evidence> = all.iter().collect();
        for rule in Ladder::get().rows.iter().flat_map(|row| &row.rules).filter(|rule| rule.key != "growth") {
            let all = live(rule, &refs, TODAY);
            let met = |day| best(rule, &live(rule, &refs, day), day).is_enough();
            let mut before = met(TODAY);
            let until = if before { last_day(rule, &all, TODAY) } else { None };
            let ended = !before;
            for ahead in 1..480 {
                let day = plus(TODAY, ahead);
                let now = met(day);
                // A rating that fades may uncover nothing newer: the newest is the last to end.
                proptest::prop_assert!(before || !now, "{} came back on {}", rule.key, day);
                if !ended {
                    proptest::prop_assert_eq!(now, until.is_none_or(|until| day <= until), "{} on {}", &rule.key, day);
                }
                before = now;
            }
        }
    }
}
