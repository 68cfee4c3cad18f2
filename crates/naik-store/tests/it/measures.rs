//! Figures in versions with their records, badges, and the keys that sign them.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, date};
use naik_core::id::{BadgeId, SaleId, Uuid};
use naik_core::measure::figures::figures;
use naik_core::measure::gather::Sold;
use naik_core::measure::growth::{Group, Record};
use naik_core::measure::month::{Frame, Noted as Month};
use naik_core::money::Rupiah;
use naik_core::programme::certificate::Number;
use naik_core::sale::{Sale, SaleChannel};
use naik_core::seed::Seed;
use naik_store::repo::badge::Badge;
use naik_store::repo::growth::Kept;
use naik_store::repo::sale::{Days, Noted};
use naik_store::repo::{badge, cohort, growth, sale};
use naik_store::{Store, StoreError};

use crate::place::on_both;
use crate::programmes::{COHORT, DAY, city, shop_id};

fn record(number: u128) -> Record {
    let noted = Month {
        self_reported: 500_000,
        days: 9,
        ..Month::default()
    };
    Record {
        shop: shop_id(number),
        group: Group::Cohort,
        consent: true,
        moved: None,
        stated: None,
        months: BTreeMap::from([(date(2025, 12, 1), noted)]),
    }
}

async fn versions_stand_and_records_go_with_their_shop(store: Store) {
    city(&store).await;
    let db = store.db();
    let run = cohort::begun(db, DAY).await.unwrap();
    assert_eq!(run.len(), 1);
    assert!(
        cohort::begun(db, date(2026, 1, 4))
            .await
            .unwrap()
            .is_empty()
    );
    let frame = Frame::new(&run[0].cohort, date(2026, 6, 1));
    let records: Vec<Record> = (1..=3).map(record).collect();
    assert!(growth::last(db, COHORT).await.unwrap().is_none());
    let kept = |version| Kept {
        version,
        computed_at: i64::from(version),
        digest: format!("digest {version}"),
        figures: figures(&records, &frame, true, Seed(1)),
    };
    growth::add(db, COHORT, &kept(1), &records).await.unwrap();
    growth::add(db, COHORT, &kept(2), &records[..1])
        .await
        .unwrap();
    let twice = growth::add(db, COHORT, &kept(2), &[]).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
    assert_eq!(growth::last(db, COHORT).await.unwrap().unwrap().version, 2);
    assert_eq!(growth::get(db, COHORT, 1).await.unwrap().digest, "digest 1");
    assert!(matches!(
        growth::get(db, COHORT, 3).await,
        Err(StoreError::Missing)
    ));
    assert_eq!(
        growth::versions(db, COHORT).await.unwrap(),
        [(2, 2), (1, 1)]
    );
    for (month, version) in [(date(2026, 5, 1), Some(2)), (date(2026, 4, 1), None)] {
        let found = growth::up_to(db, COHORT, month).await.unwrap();
        assert_eq!(found.map(|kept| kept.version), version, "{month}");
    }
    assert_eq!(growth::records(db, COHORT, 1).await.unwrap(), records);
    assert_eq!(growth::forget(db, shop_id(2)).await.unwrap(), [COHORT]);
    assert!(growth::forget(db, shop_id(2)).await.unwrap().is_empty());
    let left = [records[0].clone(), records[2].clone()];
    assert_eq!(growth::records(db, COHORT, 1).await.unwrap(), left);
    assert_eq!(growth::records(db, COHORT, 2).await.unwrap().len(), 1);
}

async fn a_day_is_summed_by_where_it_comes_from(store: Store) {
    city(&store).await;
    let one = |number: u128, day: Date, amount, batch| Noted {
        id: SaleId(Uuid::from_u128(number)),
        product: None,
        sale: Sale {
            day,
            hour: None,
            amount: Rupiah::new(amount),
            quantity: 1,
            channel: SaleChannel::Counter,
            product: "Keripik".to_owned(),
        },
        key: number.to_string(),
        batch,
        created_at: 0,
    };
    let file = Some(Uuid::from_u128(77));
    let sales = [
        one(1, DAY, 1_000, None),
        one(2, DAY, 2_000, None),
        one(3, DAY, 30_000, file),
        one(4, date(2026, 1, 7), 500, file),
        one(5, date(2026, 2, 1), 9, None),
    ];
    sale::add(store.db(), shop_id(1), &sales).await.unwrap();
    let days = Days {
        first: date(2026, 1, 1),
        last: date(2026, 1, 31),
    };
    let asked = [shop_id(1), shop_id(2)];
    let found = growth::sold(store.db(), &asked, days).await.unwrap();
    let wanted = [
        (
            DAY,
            Sold {
                typed: 3_000,
                filed: 30_000,
            },
        ),
        (
            date(2026, 1, 7),
            Sold {
                typed: 0,
                filed: 500,
            },
        ),
    ];
    assert_eq!(found, HashMap::from([(shop_id(1), BTreeMap::from(wanted))]));
}

async fn a_badge_is_given_once_and_taken_back_once(store: Store) {
    city(&store).await;
    let db = store.db();
    let number = Number::of(BadgeId(Uuid::from_u128(500)));
    assert!(badge::numbered(db, number).await.unwrap().is_none());
    let new = Badge {
        id: Uuid::from_u128(500),
        shop_id: shop_id(1).0,
        about: "level-3".to_owned(),
        since: "2026-03-01".to_owned(),
        until: None,
        salt: "garam".to_owned(),
        named: false,
        proofs: false,
        document: "{}".to_owned(),
        issued_at: 1,
        revoked_at: None,
        reason: None,
        number: number.key(),
    };
    let id = BadgeId(new.id);
    badge::add(db, new.clone()).await.unwrap();
    let same = Badge {
        id: Uuid::from_u128(501),
        ..new.clone()
    };
    assert!(matches!(badge::add(db, same).await, Err(StoreError::Taken)));
    let found = badge::find(db, shop_id(1), "level-3", "2026-03-01").await;
    assert_eq!(found.unwrap().unwrap(), new);
    assert_eq!(badge::numbered(db, number).await.unwrap().unwrap(), new);
    let other = Badge {
        id: Uuid::from_u128(502),
        since: "2026-04-01".to_owned(),
        ..new.clone()
    };
    let taken = badge::add(db, other).await;
    assert!(
        matches!(taken, Err(StoreError::Taken)),
        "one number, one badge"
    );
    let shown = Badge {
        named: true,
        until: Some("2026-09-01".to_owned()),
        document: "{\"a\":1}".to_owned(),
        issued_at: 2,
        ..new.clone()
    };
    badge::renew(db, &shown).await.unwrap();
    assert_eq!(badge::get(db, id).await.unwrap(), shown);
    assert!(badge::revoked(db).await.unwrap().is_empty());
    badge::revoke(db, id, "keliru", 9).await.unwrap();
    let again = badge::revoke(db, id, "lagi", 10).await;
    assert!(matches!(again, Err(StoreError::Changed)));
    let revoked = badge::revoked(db).await.unwrap();
    assert_eq!(revoked[0].reason.as_deref(), Some("keliru"));
    assert_eq!(badge::of_shop(db, shop_id(1)).await.unwrap().len(), 1);
    assert!(badge::of_shop(db, shop_id(2)).await.unwrap().is_empty());
}

async fn a_retired_key_keeps_its_public_half_alone(store: Store) {
    let db = store.db();
    badge::add_key(db, "z1", "rahasia".to_owned(), 1)
        .await
        .unwrap();
    badge::add_key(db, "z1", "lain".to_owned(), 2)
        .await
        .unwrap();
    assert_eq!(badge::retire_keys(db, 5).await.unwrap(), 1);
    badge::add_key(db, "z2", "baru".to_owned(), 5)
        .await
        .unwrap();
    let keys = badge::keys(db).await.unwrap();
    let told: Vec<_> = keys
        .iter()
        .map(|key| (key.public.as_str(), key.secret.as_deref(), key.retired_at))
        .collect();
    assert_eq!(told, [("z1", None, Some(5)), ("z2", Some("baru"), None)]);
}

on_both!(
    versions_stand_and_records_go_with_their_shop,
    a_day_is_summed_by_where_it_comes_from,
    a_badge_is_given_once_and_taken_back_once,
    a_retired_key_keeps_its_public_half_alone,
);
