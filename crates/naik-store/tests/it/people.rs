//! People, how they get in, what they agreed to, and what their rights follow from.

use naik_core::access::{Member, Post};
use naik_core::account::{Area, Contact, Purpose, Role};
use naik_core::id::{CardId, EntryId, PersonId, SessionId, ShopId, Uuid};
use naik_core::lang::Lang;
use naik_store::repo::card::Card;
use naik_store::repo::person::Person;
use naik_store::repo::session::Session;
use naik_store::repo::shop::Shop;
use naik_store::repo::token::Token;
use naik_store::repo::{
    Page, access, card, consent, person, receipt, session, setting, shop, token,
};
use naik_store::{Store, StoreError};

use crate::place::on_both;

pub(crate) fn sri(number: u128, contact: &str, area: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(number)),
        name: format!("Sri {number}"),
        contact: Contact::parse(contact).unwrap(),
        role: Role::Owner,
        area: Area::parse(area).unwrap(),
        lang: Lang::Jv,
        password: None,
        failures: 0,
        locked_until: None,
        created_at: 1,
        demo: false,
    }
}

async fn a_contact_has_one_account(store: Store) {
    let first = sri(1, "0812-3456-7890", "35.73");
    person::create(store.db(), &first).await.unwrap();
    let same = sri(2, "+62 812 3456 7890", "35.73");
    let twice = person::create(store.db(), &same).await;
    assert!(matches!(twice, Err(StoreError::Taken)));

    let found = person::by_contact(store.db(), &same.contact)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.id, found.lang, found.role),
        (first.id, Lang::Jv, Role::Owner)
    );
    let nobody = person::get(store.db(), PersonId(Uuid::from_u128(9))).await;
    assert!(matches!(nobody, Err(StoreError::Missing)));
}

async fn people_are_listed_by_area(store: Store) {
    for (number, contact, area) in [
        (1, "a@contoh.id", "35.73"),
        (2, "b@contoh.id", "35.78"),
        (3, "c@contoh.id", "33.74"),
    ] {
        person::create(store.db(), &sri(number, contact, area))
            .await
            .unwrap();
    }
    for (area, expected) in [("", 3), ("35", 2), ("35.73", 1), ("3", 0)] {
        let Ok(area) = Area::parse(area) else {
            assert_eq!(expected, 0);
            continue;
        };
        let page = Page { skip: 0, take: 10 };
        let people = person::list(store.db(), &area, "", page).await.unwrap();
        assert_eq!(people.len(), expected, "{area:?}");
        assert_eq!(
            person::count(store.db(), &area).await.unwrap(),
            expected as u64
        );
    }
    let found = async |query: &str| {
        let page = Page { skip: 0, take: 10 };
        let people = person::list(store.db(), &Area::country(), query, page).await;
        people.unwrap().len()
    };
    for (query, expected) in [
        ("B@Contoh", 1),
        ("contoh.id", 3),
        ("100%", 0),
        ("_@", 0),
        ("", 3),
    ] {
        assert_eq!(found(query).await, expected, "{query}");
    }
}

async fn wrong_passwords_are_counted_and_forgotten(store: Store) {
    let sri = sri(1, "a@contoh.id", "");
    person::create(store.db(), &sri).await.unwrap();
    assert_eq!(person::failed(store.db(), sri.id).await.unwrap(), 1);
    assert_eq!(person::failed(store.db(), sri.id).await.unwrap(), 2);
    person::lock(store.db(), sri.id, Some(99)).await.unwrap();
    let locked = person::get(store.db(), sri.id).await.unwrap();
    assert_eq!((locked.failures, locked.locked_until), (2, Some(99)));
    person::set_password(store.db(), sri.id, Some("$argon2id$".to_owned()))
        .await
        .unwrap();
    let free = person::get(store.db(), sri.id).await.unwrap();
    assert_eq!((free.failures, free.locked_until), (0, None));
}

async fn a_session_ends(store: Store) {
    let sri = sri(1, "a@contoh.id", "");
    person::create(store.db(), &sri).await.unwrap();
    for (number, expires_at) in [(1, 100), (2, 200)] {
        let row = Session {
            id: Uuid::from_u128(number),
            token_hash: format!("hash {number}"),
            person_id: sri.id.0,
            agent: "Chrome".to_owned(),
            created_at: 0,
            seen_at: 0,
            expires_at,
        };
        session::create(store.db(), row).await.unwrap();
    }
    let open = |hash: &'static str, now| {
        let store = store.clone();
        async move {
            session::find(store.db(), hash, now)
                .await
                .unwrap()
                .is_some()
        }
    };
    assert!(open("hash 1", 99).await);
    assert!(!open("hash 1", 100).await);
    assert!(!open("hash 3", 0).await);
    session::seen(store.db(), SessionId(Uuid::from_u128(1)), 50, 300)
        .await
        .unwrap();
    assert!(open("hash 1", 250).await);
    let but = Some(SessionId(Uuid::from_u128(1)));
    assert_eq!(
        session::end_others(store.db(), sri.id, but).await.unwrap(),
        1
    );
    assert!(!open("hash 2", 50).await);
    assert_eq!(session::sweep(store.db(), 300).await.unwrap(), 1);
}

async fn a_card_lets_one_in_once(store: Store) {
    let sri = sri(1, "a@contoh.id", "");
    person::create(store.db(), &sri).await.unwrap();
    for number in [1, 2, 3] {
        let row = Card {
            id: Uuid::from_u128(number),
            token_hash: format!("hash {number}"),
            person_id: sri.id.0,
            issued_by: None,
            created_at: 0,
            expires_at: 100,
            used_at: None,
            revoked_at: None,
        };
        card::create(store.db(), row).await.unwrap();
    }
    let id = |number| CardId(Uuid::from_u128(number));
    let both = (0..2).map(|_| {
        let store = store.clone();
        tokio::spawn(async move {
            card::spend(store.db(), CardId(Uuid::from_u128(1)), 5)
                .await
                .is_ok()
        })
    });
    let mut entered = 0;
    for one in both.collect::<Vec<_>>() {
        entered += usize::from(one.await.unwrap());
    }
    assert_eq!(entered, 1);
    assert!(
        card::spend(store.db(), id(2), 100).await.is_err(),
        "expired"
    );
    assert_eq!(card::revoke(store.db(), sri.id, 6).await.unwrap(), 2);
    assert!(card::spend(store.db(), id(3), 7).await.is_err(), "revoked");
    assert_eq!(card::list(store.db(), sri.id).await.unwrap().len(), 3);
}

async fn the_last_word_on_a_purpose_counts(store: Store) {
    let sri = sri(1, "a@contoh.id", "");
    person::create(store.db(), &sri).await.unwrap();
    let says = [
        (Purpose::Account, true),
        (Purpose::Statistics, true),
        (Purpose::Statistics, false),
    ];
    for (at, word) in says.into_iter().enumerate() {
        let entry = EntryId(Uuid::from_u128(at as u128));
        consent::record(store.db(), entry, sri.id, word, 1, at as i64)
            .await
            .unwrap();
    }
    assert_eq!(
        consent::given(store.db(), sri.id).await.unwrap(),
        [Purpose::Account]
    );
    assert_eq!(consent::history(store.db(), sri.id).await.unwrap().len(), 3);
}

async fn rights_follow_from_posts_and_mentoring(store: Store) {
    let (owner, mut mentor) = (
        sri(1, "a@contoh.id", "35.73"),
        sri(2, "b@contoh.id", "35.73"),
    );
    mentor.role = Role::Mentor;
    for person in [&owner, &mentor] {
        person::create(store.db(), person).await.unwrap();
    }
    let id = ShopId(Uuid::from_u128(7));
    let row = Shop {
        id: id.0,
        name: "Dapur Sri".to_owned(),
        area: "35.73".to_owned(),
        created_at: 0,
        demo: false,
    };
    shop::create(store.db(), row).await.unwrap();
    shop::join(store.db(), id, owner.id, Post::Owner, 0)
        .await
        .unwrap();
    shop::accompany(store.db(), mentor.id, id, 0).await.unwrap();
    let second = ShopId(Uuid::from_u128(6));
    let row = Shop {
        id: second.0,
        name: "Dapur Kedua".to_owned(),
        area: "35.73".to_owned(),
        created_at: 0,
        demo: false,
    };
    shop::create(store.db(), row).await.unwrap();
    shop::join(store.db(), second, owner.id, Post::Staff, 1)
        .await
        .unwrap();
    let member = access::member(store.db(), &owner).await.unwrap();
    assert_eq!(member.shops, [(id, Post::Owner), (second, Post::Staff)]);
    assert_eq!(as_called(&store, &owner, 1).await, member);
    assert_eq!(as_called(&store, &mentor, 2).await.shops, []);
    // A mentor sees a shop while its owner agrees, and no longer.
    for (at, (agrees, seen)) in [(true, vec![id]), (false, vec![])].into_iter().enumerate() {
        let entry = EntryId(Uuid::from_u128(at as u128));
        let word = (Purpose::Mentoring, agrees);
        consent::record(store.db(), entry, owner.id, word, 1, at as i64)
            .await
            .unwrap();
        let member = access::member(store.db(), &mentor).await.unwrap();
        assert_eq!(as_called(&store, &mentor, 3 + at as u128).await, member);
        assert_eq!((member.shops.len(), member.mentored), (0, seen));
    }
    assert_eq!(shop::owners(store.db(), id).await.unwrap(), [owner.id]);
    assert_eq!(
        shop::accompanied(store.db(), mentor.id).await.unwrap()[0].name,
        "Dapur Sri"
    );
    let again = shop::join(store.db(), id, owner.id, Post::Staff, 0).await;
    assert!(matches!(again, Err(StoreError::Taken)));
}

/// What a person's rights follow from, as a call with their session or their key reads it.
async fn as_called(store: &Store, one: &Person, number: u128) -> Member {
    let secret = format!("hash {number}");
    let browser = Session {
        id: Uuid::from_u128(number),
        token_hash: secret.clone(),
        person_id: one.id.0,
        agent: "Chrome".to_owned(),
        created_at: 0,
        seen_at: 0,
        expires_at: 10,
    };
    session::create(store.db(), browser).await.unwrap();
    let key = Token {
        id: Uuid::from_u128(number),
        person_id: one.id.0,
        name: "Kasir".to_owned(),
        token_hash: secret.clone(),
        scopes: "products:read".to_owned(),
        created_at: 0,
        expires_at: None,
        used_at: Some(0),
        revoked_at: None,
    };
    token::create(store.db(), key).await.unwrap();
    let by_session = session::find(store.db(), &secret, 5)
        .await
        .unwrap()
        .unwrap();
    let by_key = token::find(store.db(), &secret, 5).await.unwrap().unwrap();
    assert_eq!(by_session.by.person_id, by_key.by.person_id);
    assert_eq!((by_session.person.id, by_key.person.id), (one.id, one.id));
    assert_eq!(by_session.member, by_key.member);
    by_key.member
}

async fn two_that_begin_together_agree_on_the_secret(store: Store) {
    let mut both = Vec::new();
    for fresh in ["one", "two"] {
        let store = store.clone();
        both.push(tokio::spawn(async move {
            setting::get_or(store.db(), "secret", fresh.to_owned())
                .await
                .unwrap()
        }));
    }
    let mut agreed = Vec::new();
    for one in both {
        agreed.push(one.await.unwrap());
    }
    assert_eq!(agreed[0], agreed[1]);
    setting::set(store.db(), "secret", "three".to_owned())
        .await
        .unwrap();
    assert_eq!(
        setting::get(store.db(), "secret").await.unwrap().as_deref(),
        Some("three")
    );
}

async fn a_submission_is_answered_once(store: Store) {
    let row = receipt::Receipt {
        actor: "guest:1".to_owned(),
        key: "k".to_owned(),
        request: "digest".to_owned(),
        answer: "/produk/1".to_owned(),
        created_at: 5,
    };
    receipt::keep(store.db(), row.clone()).await.unwrap();
    let twice = receipt::keep(store.db(), row.clone()).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
    assert_eq!(
        receipt::find(store.db(), "guest:1", "k").await.unwrap(),
        Some(row)
    );
    assert_eq!(
        receipt::find(store.db(), "guest:2", "k").await.unwrap(),
        None
    );
    assert_eq!(receipt::sweep(store.db(), 6).await.unwrap(), 1);
}

on_both!(
    a_contact_has_one_account,
    people_are_listed_by_area,
    wrong_passwords_are_counted_and_forgotten,
    a_session_ends,
    a_card_lets_one_in_once,
    the_last_word_on_a_purpose_counts,
    rights_follow_from_posts_and_mentoring,
    two_that_begin_together_agree_on_the_secret,
    a_submission_is_answered_once,
);
