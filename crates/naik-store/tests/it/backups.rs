//! Copies of everything, whatever its size.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use jiff::civil::date;
use naik_core::id::{SaleId, ShopId, Uuid};
use naik_core::money::Rupiah;
use naik_core::sale::{Sale, SaleChannel};
use naik_store::repo::order_file::{self, OrderFile};
use naik_store::repo::sale::{self, Noted};
use naik_store::{Store, StoreError, backup};

use crate::place::{on_both, sqlite};
use crate::sales::shop;

/// Sales, of which one part of a backup can't hold all.
const SALES: u128 = 6_000;
/// The most that a part of a table weighs: a megabyte and the row that went over it.
const PART_MOST: usize = 1_100_000;

fn sold(number: u128) -> Noted {
    Noted {
        id: SaleId(Uuid::from_u128(number)),
        product: None,
        sale: Sale {
            day: date(2026, 11, 3),
            hour: Some(9),
            amount: Rupiah::new(15_000),
            quantity: 2,
            channel: SaleChannel::Shopee,
            product: format!("Keripik \"tempe\"\nbaris kedua {number}"),
        },
        key: format!("k{number}"),
        batch: Some(Uuid::from_u128(7)),
        created_at: 5,
    }
}

async fn a_long_book(store: &Store) {
    let shop = shop(store, 1).await;
    let rows: Vec<Noted> = (1..=SALES).map(sold).collect();
    for part in rows.chunks(500) {
        sale::add(store.db(), shop, part).await.unwrap();
    }
}

/// Entries of a backup by their names, in order.
fn entries(copy: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = tar::Archive::new(copy);
    let mut found = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().display().to_string();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        found.push((name, bytes));
    }
    found
}

/// Every row by its table: parts and their order put aside.
fn rows(copy: &[u8]) -> BTreeMap<String, BTreeSet<String>> {
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, bytes) in entries(copy) {
        let Some(name) = name.strip_prefix("rows/") else {
            continue;
        };
        let table = name.split('.').next().unwrap().to_owned();
        let text = String::from_utf8(bytes).unwrap();
        let lines = text.lines().map(str::to_owned);
        tables.entry(table).or_default().extend(lines);
    }
    tables
}

/// The same backup with each table in one entry, as it was written before parts.
fn in_one_piece(copy: &[u8]) -> Vec<u8> {
    let mut whole: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, bytes) in entries(copy) {
        let first = match name.strip_prefix("rows/").and_then(|n| n.split_once('.')) {
            Some((table, _)) => format!("rows/{table}.jsonl"),
            None => name,
        };
        match whole.iter_mut().find(|(known, _)| *known == first) {
            Some((_, text)) => text.extend(bytes),
            None => whole.push((first, bytes)),
        }
    }
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in whole {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        tar.append_data(&mut header, name, bytes.as_slice())
            .unwrap();
    }
    tar.into_inner().unwrap()
}

async fn a_table_longer_than_a_part_comes_back_whole(store: Store) {
    let (city, _place) = sqlite().await;
    a_long_book(&city).await;
    let mut first = Vec::new();
    let count = backup::write(&city, &mut first).await.unwrap();
    let parts: Vec<usize> = entries(&first)
        .iter()
        .filter(|(name, _)| name.starts_with("rows/sale."))
        .map(|(_, bytes)| bytes.len())
        .collect();
    assert!(parts.len() > 1, "{parts:?}");
    assert!(parts.iter().all(|bytes| *bytes < PART_MOST), "{parts:?}");

    assert_eq!(backup::read(&store, first.as_slice()).await.unwrap(), count);
    let mut second = Vec::new();
    assert_eq!(backup::write(&store, &mut second).await.unwrap(), count);
    assert_eq!(rows(&second), rows(&first));
    assert_eq!(rows(&second)["sale"].len(), usize::try_from(SALES).unwrap());

    let (other, _place) = sqlite().await;
    let old = in_one_piece(&second);
    assert_eq!(backup::read(&other, old.as_slice()).await.unwrap(), count);
}

async fn bytes_go_along_where_their_rows_do(store: Store) {
    let shop = shop(&store, 1).await;
    let sheet = store.blobs().put("buyers".into(), 0).await.unwrap();
    let row = OrderFile {
        id: Uuid::from_u128(3),
        shop_id: shop.0,
        name: "pesanan.csv".to_owned(),
        sha256: sheet.clone(),
        channel: "other".to_owned(),
        mapping: None,
        created_at: 5,
    };
    order_file::add(store.db(), row).await.unwrap();
    let mut copy = Vec::new();
    backup::write(&store, &mut copy).await.unwrap();
    let names: Vec<String> = entries(&copy).into_iter().map(|(name, _)| name).collect();
    assert!(!names.contains(&format!("files/{sheet}")), "{names:?}");
}

async fn half_a_row_puts_nothing_back(store: Store) {
    let (city, _place) = sqlite().await;
    a_long_book(&city).await;
    let mut copy = Vec::new();
    backup::write(&city, &mut copy).await.unwrap();
    let mut tar = tar::Builder::new(Vec::new());
    for (name, mut bytes) in entries(&copy) {
        if name == "rows/sale.2.jsonl" {
            bytes.truncate(bytes.len() - 10);
        }
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        tar.append_data(&mut header, name, bytes.as_slice())
            .unwrap();
    }
    let broken = tar.into_inner().unwrap();
    let read = backup::read(&store, broken.as_slice()).await;
    assert!(matches!(read, Err(StoreError::Damaged(_))), "{read:?}");
    let keys = ["k1".to_owned()];
    let known = sale::known(store.db(), ShopId(Uuid::from_u128(1)), &keys);
    assert!(known.await.unwrap().is_empty());
}

on_both!(
    a_table_longer_than_a_part_comes_back_whole,
    bytes_go_along_where_their_rows_do,
    half_a_row_puts_nothing_back,
);
