//! Sales, cash books, costs, and order files that wait.

use jiff::civil::date;
use naik_core::cash::{Line, Way};
use naik_core::id::{CashId, OrderFileId, ProductId, SaleId, ShopId, Uuid};
use naik_core::money::Rupiah;
use naik_core::sale::{Sale, SaleChannel};
use naik_store::repo::order_file::OrderFile;
use naik_store::repo::product::{Holder, Product};
use naik_store::repo::sale::{By, Days, Noted, Total};
use naik_store::repo::shop::Shop;
use naik_store::repo::{Page, cash, cost, order_file, product, sale, shop};
use naik_store::{Store, StoreError};

use crate::place::on_both;

const ALL: Page = Page {
    skip: 0,
    take: 1000,
};
const NOVEMBER: Days = Days {
    first: date(2026, 11, 1),
    last: date(2026, 11, 30),
};

pub(crate) async fn shop(store: &Store, number: u128) -> ShopId {
    let id = Uuid::from_u128(number);
    let row = Shop {
        id,
        name: format!("Toko {number}"),
        area: "35.73".to_owned(),
        created_at: 0,
        demo: false,
    };
    shop::create(store.db(), row).await.unwrap();
    ShopId(id)
}

pub(crate) async fn product(store: &Store, shop: ShopId, number: u128) -> ProductId {
    let id = ProductId(Uuid::from_u128(number));
    let new = Product {
        id,
        holder: Holder::Shop(shop),
        facts: naik_core::facts::Facts::default(),
        kit: None,
        revision: 0,
        created_at: 0,
        updated_at: 0,
        expires_at: None,
    };
    product::create(store.db(), &new).await.unwrap();
    id
}

fn noted(number: u128, day: jiff::civil::Date, amount: u64) -> Noted {
    Noted {
        id: SaleId(Uuid::from_u128(number)),
        product: None,
        sale: Sale {
            day,
            hour: number.is_multiple_of(2).then_some(9),
            amount: Rupiah::new(amount),
            quantity: 2,
            channel: if number < 100 {
                SaleChannel::Counter
            } else {
                SaleChannel::Shopee
            },
            product: format!("Keripik {}", number % 3),
        },
        key: format!("k{number}"),
        batch: (number >= 100).then_some(Uuid::from_u128(7)),
        created_at: i64::try_from(number).unwrap(),
    }
}

async fn the_same_sale_counts_once(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    let rows: Vec<Noted> = (100..1700)
        .map(|n| noted(n, date(2026, 11, 3), 15_000))
        .collect();
    assert_eq!(sale::add(store.db(), mine, &rows).await.unwrap(), 1600);
    let again: Vec<Noted> = (1600..1800)
        .map(|n| Noted {
            id: SaleId(Uuid::from_u128(n + 10_000)),
            ..noted(n, date(2026, 11, 3), 15_000)
        })
        .collect();
    assert_eq!(sale::add(store.db(), mine, &again).await.unwrap(), 100);
    let keys = ["k100", "k1799", "k9999"].map(str::to_owned);
    let mut known: Vec<String> = sale::known(store.db(), mine, &keys)
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.key)
        .collect();
    known.sort();
    assert_eq!(known, ["k100", "k1799"]);
    assert!(
        sale::known(store.db(), other, &keys)
            .await
            .unwrap()
            .is_empty()
    );
    // Another shop's file is not touched.
    assert_eq!(
        sale::remove_batch(store.db(), other, Uuid::from_u128(7))
            .await
            .unwrap(),
        0
    );
    assert_eq!(
        sale::remove_batch(store.db(), mine, Uuid::from_u128(7))
            .await
            .unwrap(),
        1700
    );
}

async fn sums_are_made_by_what_is_asked(store: Store) {
    let mine = shop(&store, 1).await;
    let other = shop(&store, 2).await;
    let rows = [
        noted(1, date(2026, 10, 31), 1_000),
        noted(2, date(2026, 11, 1), 15_000),
        noted(4, date(2026, 11, 30), 20_000),
        noted(101, date(2026, 11, 30), 9_000_000_000),
        noted(5, date(2026, 12, 1), 1_000),
    ];
    sale::add(store.db(), mine, &rows).await.unwrap();
    let theirs = [noted(6, date(2026, 11, 5), 5)];
    sale::add(store.db(), other, &theirs).await.unwrap();
    let sums = async |by| sale::sums(store.db(), mine, NOVEMBER, by).await.unwrap();
    let total = |sales, amount| Total {
        sales,
        pieces: 2 * sales,
        amount,
    };
    let text = |name: &str| name.to_owned();
    assert_eq!(
        sums(By::Month).await,
        [(text("2026-11"), total(3, 9_000_035_000))]
    );
    assert_eq!(
        sums(By::Day).await,
        [
            (text("2026-11-01"), total(1, 15_000)),
            (text("2026-11-30"), total(2, 9_000_020_000))
        ]
    );
    assert_eq!(
        sums(By::Channel).await,
        [
            (text("counter"), total(2, 35_000)),
            (text("shopee"), total(1, 9_000_000_000))
        ]
    );
    assert_eq!(
        sums(By::Hour).await,
        [
            (text(""), total(1, 9_000_000_000)),
            (text("9"), total(2, 35_000))
        ]
    );
    assert_eq!(sums(By::Product).await.len(), 2);
    let listed = sale::list(store.db(), mine, NOVEMBER, ALL).await.unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!(listed[2], rows[1]);
    sale::remove(store.db(), mine, rows[1].id).await.unwrap();
    let gone = sale::remove(store.db(), mine, rows[1].id).await;
    assert!(matches!(gone, Err(StoreError::Missing)));
    let foreign = sale::remove(store.db(), mine, theirs[0].id).await;
    assert!(matches!(foreign, Err(StoreError::Missing)));
}

async fn what_was_sold_stays_when_its_product_goes(store: Store) {
    let mine = shop(&store, 1).await;
    let id = product(&store, mine, 50).await;
    let row = Noted {
        product: Some(id),
        ..noted(1, date(2026, 11, 3), 15_000)
    };
    sale::add(store.db(), mine, &[row]).await.unwrap();
    cost::set(store.db(), id, 0, "{}", 5).await.unwrap();
    product::remove(store.db(), id).await.unwrap();
    let listed = sale::list(store.db(), mine, NOVEMBER, ALL).await.unwrap();
    assert_eq!((listed.len(), listed[0].product), (1, None));
    assert_eq!(cost::get(store.db(), id).await.unwrap(), None);
}

async fn a_cash_book_keeps_its_lines(store: Store) {
    let mine = shop(&store, 1).await;
    let line = |day, amount| Line {
        day,
        way: Way::Out,
        amount: Rupiah::new(amount),
        what: "Gula".to_owned(),
    };
    let id = |n| CashId(Uuid::from_u128(n));
    let (first, last) = (
        line(date(2026, 11, 1), 5_000),
        line(date(2026, 11, 30), 6_000),
    );
    for (number, one) in [
        (1, &first),
        (2, &last),
        (3, &line(date(2026, 12, 1), 7_000)),
    ] {
        cash::add(store.db(), mine, id(number), one, 0)
            .await
            .unwrap();
    }
    let lines = cash::list(store.db(), mine, NOVEMBER).await.unwrap();
    assert_eq!(lines, [(id(2), last.clone()), (id(1), first)]);
    cash::remove(store.db(), mine, id(1)).await.unwrap();
    let other = shop(&store, 2).await;
    let foreign = cash::remove(store.db(), other, id(2)).await;
    assert!(matches!(foreign, Err(StoreError::Missing)));
    assert_eq!(
        cash::list(store.db(), mine, NOVEMBER).await.unwrap(),
        [(id(2), last)]
    );
}

async fn two_people_never_overwrite_each_others_costs(store: Store) {
    let mine = shop(&store, 1).await;
    let id = product(&store, mine, 50).await;
    cost::set(store.db(), id, 0, "a", 5).await.unwrap();
    let late = cost::set(store.db(), id, 0, "b", 5).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    cost::set(store.db(), id, 1, "c", 5).await.unwrap();
    let late = cost::set(store.db(), id, 1, "d", 5).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    assert_eq!(
        cost::get(store.db(), id).await.unwrap(),
        Some(("c".to_owned(), 2))
    );
}

async fn an_order_file_waits_for_its_own_shop(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    let id = OrderFileId(Uuid::from_u128(9));
    let file = OrderFile {
        id: id.0,
        shop_id: mine.0,
        name: "Order.xlsx".to_owned(),
        sha256: "0".repeat(64),
        channel: "other".to_owned(),
        mapping: None,
        created_at: 100,
    };
    order_file::add(store.db(), file.clone()).await.unwrap();
    assert!(order_file::get(store.db(), other, id).await.is_err());
    assert!(
        order_file::map(store.db(), other, id, "{}", "counter")
            .await
            .is_err()
    );
    order_file::map(store.db(), mine, id, "{}", "counter")
        .await
        .unwrap();
    let found = order_file::get(store.db(), mine, id).await.unwrap();
    assert_eq!(found.mapping.as_deref(), Some("{}"));
    assert_eq!(order_file::sweep(store.db(), 100).await.unwrap(), 0);
    order_file::remove(store.db(), other, id).await.unwrap();
    assert_eq!(order_file::sweep(store.db(), 101).await.unwrap(), 1);
}

/// What a later file says is cancelled counts nowhere until that file is taken back.
async fn what_a_later_file_cancels_counts_nowhere(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    let day = date(2026, 11, 3);
    let rows: Vec<Noted> = (100..103).map(|n| noted(n, day, 15_000)).collect();
    sale::add(store.db(), mine, &rows).await.unwrap();
    let later = Uuid::from_u128(8);
    let keys = ["k100", "k101", "k999"].map(str::to_owned);
    let cancel = async |shop| sale::cancel(store.db(), shop, &keys, later).await.unwrap();
    assert_eq!(cancel(other).await, 0);
    assert_eq!(cancel(mine).await, 2);
    assert_eq!(cancel(mine).await, 0, "only what still counts is cancelled");
    let counted = async || {
        let sums = sale::sums(store.db(), mine, NOVEMBER, By::Month)
            .await
            .unwrap();
        sums.first().map_or(0, |(_, total)| total.amount)
    };
    assert_eq!(counted().await, 15_000);
    let listed = sale::list(store.db(), mine, NOVEMBER, ALL).await.unwrap();
    assert_eq!(listed.len(), 1);
    // It stays known: an older file does not bring it back.
    let known = sale::known(store.db(), mine, &keys).await.unwrap();
    assert!(
        known.len() == 2 && known.iter().all(|one| one.cancelled),
        "{known:?}"
    );
    assert_eq!(sale::add(store.db(), mine, &rows).await.unwrap(), 0);
    let all = sale::batches(store.db(), mine, 9).await.unwrap();
    assert_eq!((all.len(), all[0].sales, all[0].amount), (1, 3, 15_000));
    assert_eq!(
        all[0].days,
        ("2026-11-03".to_owned(), "2026-11-03".to_owned())
    );
    // Some pieces came back: less, and never more.
    let less = async |quantity, amount| {
        let told = ("k102", quantity, Rupiah::new(amount));
        sale::lessen(store.db(), mine, told).await.unwrap()
    };
    assert!(less(1, 7_500).await);
    assert!(!less(1, 7_500).await && !less(2, 15_000).await);
    assert_eq!(counted().await, 7_500);
    assert_eq!(
        sale::remove_batch(store.db(), mine, later).await.unwrap(),
        2
    );
    assert_eq!(counted().await, 37_500);
}

/// Whoever reads all of a book reads each line once.
async fn a_book_is_read_part_by_part(store: Store) {
    let (mine, other) = (shop(&store, 1).await, shop(&store, 2).await);
    let day = |n: u128| date(2026, 11, i8::try_from(n % 4 + 1).unwrap());
    let rows: Vec<Noted> = (0..23).map(|n| noted(n, day(n), 1_000)).collect();
    sale::add(store.db(), mine, &rows).await.unwrap();
    sale::add(store.db(), other, &[noted(99, day(1), 5)])
        .await
        .unwrap();
    for n in 0..23_u128 {
        let line = Line {
            day: day(n),
            way: Way::Out,
            amount: Rupiah::new(1),
            what: format!("{n}"),
        };
        cash::add(store.db(), mine, CashId(Uuid::from_u128(n)), &line, 0)
            .await
            .unwrap();
    }
    let (mut place, mut sales) = (None, Vec::new());
    loop {
        let part = sale::after(store.db(), mine, place.as_ref(), 5)
            .await
            .unwrap();
        place = part.last().map(|row| (row.day.clone(), row.id));
        if place.is_none() {
            break;
        }
        sales.extend(part.into_iter().map(|row| (row.day, row.key)));
    }
    let (mut place, mut lines) = (None, Vec::new());
    loop {
        let part = cash::after(store.db(), mine, place.as_ref(), 5)
            .await
            .unwrap();
        place = part.last().map(|row| (row.day.clone(), row.id));
        if place.is_none() {
            break;
        }
        lines.extend(part.into_iter().map(|row| (row.day, row.what)));
    }
    for read in [&mut sales, &mut lines] {
        assert!(read.is_sorted_by(|a, b| a.0 <= b.0), "{read:?}");
        read.sort();
        read.dedup();
        assert_eq!(read.len(), 23);
    }
}

on_both!(
    what_a_later_file_cancels_counts_nowhere,
    a_book_is_read_part_by_part,
    the_same_sale_counts_once,
    sums_are_made_by_what_is_asked,
    what_was_sold_stays_when_its_product_goes,
    a_cash_book_keeps_its_lines,
    two_people_never_overwrite_each_others_costs,
    an_order_file_waits_for_its_own_shop,
);
