//! What a shop with much evidence costs.

use std::time::Instant;

use super::*;

/// A shop that does all that can be done, for half a year: sales every day, posts twice a week, all of it accepted.
fn busy() -> Diary {
    let mut diary = Diary::default();
    diary.tidy(0);
    for on in 0..182 {
        diary.show(on, Kind::SalesRecord, |one| {
            one.amount = Some(Rupiah::new(150_000));
        });
        if on % 3 == 0 {
            for place in ["instagram", "whatsapp"] {
                diary.show(on, Kind::Post, |one| one.place = place.to_owned());
            }
        }
        if on % 20 == 0 {
            diary.show(on, Kind::ReplyTime, |_| {});
            diary.show(on, Kind::Qris, |_| {});
            diary.show(on, Kind::Rating, |one| one.units = 48);
            diary.show(on, Kind::OrderExport, |one| {
                (one.units, one.place) = (4, "shopee".to_owned());
            });
            for link in 0..5 {
                diary.show(on, Kind::ListingLink, |one| {
                    one.subject = format!("https://shopee.co.id/{link}");
                });
            }
        }
    }
    for (on, number) in [(21, 1), (50, 2), (70, 3)] {
        diary.add(on, MENTOR, What::Checked(level(number)));
        diary.add(on, SECOND, What::Confirmed(level(number)));
    }
    diary
}

#[test]
fn a_busy_shop_rises_and_stays() {
    assert_eq!(busy().level(181), Some(3));
}

#[test]
#[ignore = "prints how long one reading of a busy shop takes"]
fn how_long_a_busy_shop_takes() {
    let diary = busy();
    let started = Instant::now();
    for _ in 0..20 {
        diary.stand(181);
    }
    let each = started.elapsed() / 20;
    println!("{} events: {each:?} a reading", diary.0.len());
}
