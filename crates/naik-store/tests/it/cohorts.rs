//! What a manager asks of cohorts: the lottery's source, counts and pages, boards in versions, lists that wait.

use jiff::civil::date;
use naik_core::access::Post;
use naik_core::account::{Area, Purpose};
use naik_core::id::{CohortId, EntryId, IntakeFileId, Uuid};
use naik_core::programme::board::Board;
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::lottery::Ticket;
use naik_store::repo::intake_file::IntakeFile;
use naik_store::repo::sale::Days;
use naik_store::repo::{
    Page, board, cohort, consent, enrolment, history, intake_file, needed, person, programme, sale,
    shop, visit,
};
use naik_store::{Store, StoreError, backup};

use crate::place::on_both;
use crate::programmes::{COHORT, DAY, MENTOR, OWNER, applied, city, plan_of_cohort, shop_id};

async fn a_source_is_named_once_and_a_programme_reaches_what_lies_in_it(store: Store) {
    city(&store).await;
    let db = store.db();
    assert_eq!(cohort::get(db, COHORT).await.unwrap().source, None);
    cohort::name_source(db, COHORT, "IHSG 5 Januari", 77)
        .await
        .unwrap();
    let again = cohort::name_source(db, COHORT, "IHSG 6 Januari", 78).await;
    assert!(matches!(again, Err(StoreError::Taken)));
    let kept = cohort::get(db, COHORT).await.unwrap();
    assert_eq!(kept.source, Some(("IHSG 5 Januari".to_owned(), 77)));
    for (area, count) in [("35.73", 1), ("35.73.01", 1), ("35", 0), ("35.7", 0)] {
        let Ok(area) = Area::parse(area) else {
            continue;
        };
        let found = programme::reaching(db, &area).await.unwrap();
        assert_eq!(found.len(), count, "{area:?}");
    }
    assert_eq!(cohort::since(db, DAY).await.unwrap(), [COHORT]);
    assert!(
        cohort::since(db, date(2026, 1, 6))
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_cohort_is_counted_and_turned_page_by_page(store: Store) {
    city(&store).await;
    let db = store.db();
    for number in 1..=3 {
        let ranked = Enrolment {
            state: if number == 3 {
                State::Applied
            } else {
                State::Enrolled
            },
            rank: (number < 3).then(|| 3 - u32::try_from(number).unwrap()),
            mentor: (number == 1).then_some(MENTOR),
            ..applied(number)
        };
        enrolment::create(db, &ranked).await.unwrap();
    }
    let counts = enrolment::counts(db, COHORT).await.unwrap();
    assert_eq!(
        counts.into_iter().collect::<Vec<_>>(),
        [(State::Applied, 1), (State::Enrolled, 2)]
    );
    assert_eq!(
        enrolment::loads(db, COHORT).await.unwrap(),
        [(None, 1), (Some(MENTOR), 1)]
    );
    let page = |skip, take| Page { skip, take };
    let names = |found: Vec<enrolment::Kept>| -> Vec<String> {
        found
            .into_iter()
            .map(|kept| kept.enrolment.ticket.as_str().to_owned())
            .collect()
    };
    let all = enrolment::page_of(db, COHORT, None, page(0, 9))
        .await
        .unwrap();
    assert_eq!(names(all), ["A2", "A1", "A3"], "drawn ones in their order");
    let some = enrolment::page_of(db, COHORT, Some(State::Enrolled), page(1, 9))
        .await
        .unwrap();
    assert_eq!(names(some), ["A1"]);
    let ticket = |text| Ticket::parse(text).unwrap();
    assert!(
        enrolment::has_ticket(db, COHORT, &ticket("A2"))
            .await
            .unwrap()
    );
    assert!(
        !enrolment::has_ticket(db, COHORT, &ticket("B2"))
            .await
            .unwrap()
    );
}

async fn a_board_is_kept_in_versions_and_backed_up(store: Store) {
    city(&store).await;
    let db = store.db();
    assert_eq!(board::latest(db, COHORT).await.unwrap(), None);
    let mut made = Board::new(&plan_of_cohort(), date(2026, 1, 20));
    assert_eq!(board::keep(db, COHORT, &made, 1).await.unwrap(), 1);
    made.left = 3;
    assert_eq!(board::keep(db, COHORT, &made, 2).await.unwrap(), 2);
    let kept = board::latest(db, COHORT).await.unwrap().unwrap();
    assert_eq!((kept.version, kept.made_at, &kept.board), (2, 2, &made));
    // A month has the newest of its own.
    made.day = date(2026, 2, 3);
    assert_eq!(board::keep(db, COHORT, &made, 3).await.unwrap(), 3);
    for (month, version) in [
        (date(2026, 1, 1), Some(2)),
        (date(2026, 2, 1), Some(3)),
        (date(2026, 3, 1), None),
    ] {
        let days = Days {
            first: month,
            last: month.last_of_month(),
        };
        let found = board::within(db, COHORT, days).await.unwrap();
        assert_eq!(found.map(|kept| kept.version), version, "{month}");
    }
    let days = board::days(db, COHORT).await.unwrap();
    assert_eq!(days, [date(2026, 2, 3), date(2026, 1, 20)]);
    let mut out = Vec::new();
    backup::write(&store, &mut out).await.unwrap();
    let text = String::from_utf8_lossy(&out).into_owned();
    assert!(text.contains("rows/board.jsonl"));
}

async fn a_list_waits_for_one_decision(store: Store) {
    city(&store).await;
    let db = store.db();
    let id = IntakeFileId(Uuid::from_u128(70));
    let row = IntakeFile {
        id: id.0,
        cohort_id: COHORT.0,
        person_id: MENTOR.0,
        name: "daftar.csv".to_owned(),
        sha256: "ab".repeat(32),
        mapping: None,
        created_at: 5,
    };
    intake_file::add(db, row).await.unwrap();
    intake_file::map(db, COHORT, id, "{}").await.unwrap();
    let kept = intake_file::get(db, COHORT, id).await.unwrap();
    assert_eq!(kept.mapping.as_deref(), Some("{}"));
    let found = needed::among(db, std::slice::from_ref(&kept.sha256));
    assert!(found.await.unwrap().contains(&kept.sha256));
    let other = CohortId(Uuid::from_u128(9));
    let elsewhere = intake_file::get(db, other, id).await;
    assert!(matches!(elsewhere, Err(StoreError::Missing)));
    intake_file::remove(db, COHORT, id).await.unwrap();
    let twice = intake_file::remove(db, COHORT, id).await;
    assert!(matches!(twice, Err(StoreError::Missing)));
    assert_eq!(intake_file::sweep(db, 6).await.unwrap(), 0);
}

async fn many_shops_are_asked_for_at_once(store: Store) {
    city(&store).await;
    let db = store.db();
    let shops = [shop_id(1), shop_id(2)];
    shop::join(db, shops[0], OWNER, Post::Owner, 0)
        .await
        .unwrap();
    shop::accompany(db, MENTOR, shops[0], 0).await.unwrap();
    assert_eq!(
        shop::people(db, &shops).await.unwrap(),
        [(shops[0], OWNER, Post::Owner)]
    );
    shop::part(db, MENTOR, shops[0]).await.unwrap();
    shop::part(db, MENTOR, shops[0]).await.unwrap();
    assert!(shop::mentors(db, shops[0]).await.unwrap().is_empty());
    for (number, given) in [(1, true), (2, false), (3, true)] {
        let word = (Purpose::Statistics, given);
        let entry = EntryId(Uuid::from_u128(300 + number));
        consent::record(db, entry, OWNER, word, 1, i64::try_from(number).unwrap())
            .await
            .unwrap();
    }
    let people = [OWNER, MENTOR];
    let agreed = consent::agreed(db, &people, Purpose::Statistics, consent::ANY_WORDING)
        .await
        .unwrap();
    assert_eq!(agreed.into_iter().collect::<Vec<_>>(), [OWNER]);
    let none = consent::agreed(db, &people, Purpose::Mentoring, consent::ANY_WORDING)
        .await
        .unwrap();
    assert!(none.is_empty());
    assert!(sale::last_days(db, &shops).await.unwrap().is_empty());
    assert!(visit::of_shops(db, &shops, DAY).await.unwrap().is_empty());
    assert!(history::of_shops(db, &shops).await.unwrap().is_empty());
    assert_eq!(person::several(db, &people).await.unwrap().len(), 2);
    let known = person::known(db, &["m@contoh.id".to_owned(), "x@contoh.id".to_owned()])
        .await
        .unwrap();
    assert_eq!(known.into_iter().collect::<Vec<_>>(), ["m@contoh.id"]);
}

on_both!(
    a_source_is_named_once_and_a_programme_reaches_what_lies_in_it,
    a_cohort_is_counted_and_turned_page_by_page,
    a_board_is_kept_in_versions_and_backed_up,
    a_list_waits_for_one_decision,
    many_shops_are_asked_for_at_once,
);
