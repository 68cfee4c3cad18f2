//! Passkeys, and the challenges that they sign.

use naik_core::account::{Area, Contact, Role};
use naik_core::id::{PasskeyId, PersonId, Uuid};
use naik_core::lang::Lang;
use naik_store::repo::ceremony::{self, Ceremony};
use naik_store::repo::erase;
use naik_store::repo::passkey::{self, Passkey};
use naik_store::repo::person::{self, Person};
use naik_store::{Store, StoreError};

use crate::place::on_both;

async fn owner(store: &Store, number: u128) -> PersonId {
    let id = PersonId(Uuid::from_u128(number));
    let one = Person {
        id,
        name: format!("Sri {number}"),
        contact: Contact::parse(&format!("sri{number}@contoh.id")).unwrap(),
        role: Role::Owner,
        area: Area::parse("35.73").unwrap(),
        lang: Lang::Id,
        password: None,
        failures: 0,
        locked_until: None,
        created_at: 1,
        demo: false,
    };
    person::create(store.db(), &one).await.unwrap();
    id
}

fn key(number: u128, person: PersonId) -> Passkey {
    Passkey {
        id: Uuid::from_u128(number),
        person_id: person.0,
        // As long as WebAuthn allows.
        credential_id: format!("{number:02046x}"),
        rp_id: "naik.example".to_owned(),
        public_key: "ab".repeat(2058),
        state: "01000000000000".to_owned(),
        counter: 0,
        transports: 0,
        name: format!("HP {number}"),
        created_at: i64::try_from(number).unwrap(),
        used_at: None,
    }
}

fn asked(challenge: &str, actor: &str, expires_at: i64) -> Ceremony {
    Ceremony {
        challenge: challenge.to_owned(),
        purpose: "enter".to_owned(),
        actor: actor.to_owned(),
        state: "00".to_owned(),
        expires_at,
    }
}

async fn a_passkey_is_one_persons(store: Store) {
    let db = store.db();
    let (sri, budi) = (owner(&store, 1).await, owner(&store, 2).await);
    passkey::create(db, key(1, sri)).await.unwrap();
    passkey::create(db, key(2, sri)).await.unwrap();
    let same = Passkey {
        id: Uuid::from_u128(3),
        ..key(1, budi)
    };
    assert!(matches!(
        passkey::create(db, same).await,
        Err(StoreError::Taken)
    ));
    let names: Vec<String> = passkey::list(db, sri)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.name)
        .collect();
    assert_eq!(names, ["HP 2", "HP 1"], "newest first");
    let id = PasskeyId(Uuid::from_u128(1));
    for not_theirs in [
        passkey::rename(db, budi, id, "curian").await,
        passkey::remove(db, budi, id).await,
    ] {
        assert!(matches!(not_theirs, Err(StoreError::Missing)));
    }
    passkey::rename(db, sri, id, "HP lama").await.unwrap();
    let found = passkey::find(db, &key(1, sri).credential_id).await.unwrap();
    assert_eq!(found.unwrap().name, "HP lama");
    passkey::remove(db, sri, id).await.unwrap();
    assert_eq!(passkey::remove_all(db, sri).await.unwrap(), 1);
    assert!(passkey::list(db, sri).await.unwrap().is_empty());
}

async fn of_two_uses_at_one_count_one_holds(store: Store) {
    let db = store.db();
    let sri = owner(&store, 1).await;
    let read = key(1, sri);
    passkey::create(db, read.clone()).await.unwrap();
    let next = || ("01000500000000".to_owned(), 5);
    passkey::used(db, &read, next(), 70).await.unwrap();
    let again = passkey::used(db, &read, next(), 71).await;
    assert!(matches!(again, Err(StoreError::Changed)));
    let found = passkey::find(db, &read.credential_id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((found.counter, found.used_at), (5, Some(70)));
}

async fn a_challenge_is_answered_once(store: Store) {
    let db = store.db();
    ceremony::begin(db, asked("a", "guest:1", 100), 0)
        .await
        .unwrap();
    ceremony::begin(db, asked("b", "guest:1", 100), 0)
        .await
        .unwrap();
    for (purpose, actor, now) in [
        ("add", "guest:1", 50),
        ("enter", "guest:2", 50),
        ("enter", "guest:1", 100),
    ] {
        let taken = ceremony::take(db, "a", (purpose, actor), now)
            .await
            .unwrap();
        assert_eq!(taken, None, "{purpose} {actor} {now}");
    }
    let taken = ceremony::take(db, "a", ("enter", "guest:1"), 99)
        .await
        .unwrap();
    assert!(taken.is_some());
    let twice = ceremony::take(db, "a", ("enter", "guest:1"), 99)
        .await
        .unwrap();
    assert_eq!(twice, None);
    ceremony::begin(db, asked("c", "guest:1", 300), 200)
        .await
        .unwrap();
    assert_eq!(
        ceremony::sweep(db, 300).await.unwrap(),
        1,
        "`b` went when `c` came"
    );
}

async fn an_erased_person_leaves_no_key(store: Store) {
    let db = store.db();
    let sri = owner(&store, 1).await;
    passkey::create(db, key(1, sri)).await.unwrap();
    ceremony::begin(db, asked("a", &format!("person:{sri}"), 100), 0)
        .await
        .unwrap();
    ceremony::begin(db, asked("b", "guest:1", 100), 0)
        .await
        .unwrap();
    erase::person(db, sri).await.unwrap();
    let found = passkey::find(db, &key(1, sri).credential_id).await.unwrap();
    assert_eq!(found, None);
    assert_eq!(ceremony::sweep(db, 100).await.unwrap(), 1);
}

async fn a_backup_holds_passkeys(store: Store) {
    let sri = owner(&store, 1).await;
    passkey::create(store.db(), key(1, sri)).await.unwrap();
    let mut bytes = Vec::new();
    naik_store::backup::write(&store, &mut bytes).await.unwrap();
    let (other, _place) = crate::place::sqlite().await;
    naik_store::backup::read(&other, bytes.as_slice())
        .await
        .unwrap();
    assert_eq!(passkey::list(other.db(), sri).await.unwrap(), [key(1, sri)]);
}

on_both!(
    a_passkey_is_one_persons,
    of_two_uses_at_one_count_one_holds,
    a_challenge_is_answered_once,
    an_erased_person_leaves_no_key,
    a_backup_holds_passkeys,
);
