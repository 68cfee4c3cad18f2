//! Programmes, cohorts and enrolments; evidence, decisions, visits and ties.
//!
//! Long because every table of the programme is tried on both databases, in front of the same helpers.

use jiff::civil::{Date, date};
use naik_core::account::{Area, Role};
use naik_core::id::{
    CohortId, EnrolmentId, EventId, EvidenceId, HandOverId, OrganisationId, PersonId, ProgrammeId,
    ShopId, TieId, Uuid, VisitId,
};
use naik_core::money::Rupiah;
use naik_core::programme::cohort::{Cohort, Programme, Window};
use naik_core::programme::enrolment::{Enrolment, State};
use naik_core::programme::evidence::{Evidence, EvidenceError, Fingerprint, Kind, admit};
use naik_core::programme::history::{Event, What, stand};
use naik_core::programme::level::{Ladder, Level};
use naik_core::programme::lottery::{Notice, Ticket};
use naik_core::programme::plan::Plan;
use naik_core::programme::task::{Outcome, Past};
use naik_core::programme::tie::{Deed, Kind as TieKind, Tie};
use naik_store::repo::hand_over::HandOver;
use naik_store::repo::programme::Organisation;
use naik_store::repo::shop::Shop;
use naik_store::repo::visit::Visit;
use naik_store::repo::{
    Page, cohort, enrolment, erase, evidence, hand_over, history, needed, person, programme, shop,
    task, tie, visit,
};
use naik_store::{Open, Store, StoreError, backup};

use crate::people::sri;
use crate::place::on_both;

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(2));
pub(crate) const COHORT: CohortId = CohortId(Uuid::from_u128(3));
pub(crate) const MENTOR: PersonId = PersonId(Uuid::from_u128(10));
pub(crate) const OWNER: PersonId = PersonId(Uuid::from_u128(11));
pub(crate) const DAY: Date = date(2026, 1, 5);

pub(crate) fn shop_id(number: u128) -> ShopId {
    ShopId(Uuid::from_u128(100 + number))
}

pub(crate) fn plan_of_cohort() -> Cohort {
    Cohort {
        id: COHORT,
        programme: PROGRAMME,
        start: DAY,
        window: Window {
            opens: date(2025, 12, 1),
            closes: date(2025, 12, 20),
        },
        places: 2,
        lottery: true,
        mentors: vec![MENTOR],
        plan: 1,
    }
}

/// An organisation with a programme and a cohort, a mentor, an owner, and three shops.
pub(crate) async fn city(store: &Store) {
    for (id, contact) in [(10, "m@contoh.id"), (11, "o@contoh.id")] {
        let person = sri(id, contact, "35.73");
        person::create(store.db(), &person).await.unwrap();
    }
    for number in 1..=3 {
        let row = Shop {
            id: shop_id(number).0,
            name: format!("Toko {number}"),
            area: "35.73".to_owned(),
            created_at: 0,
            demo: false,
        };
        shop::create(store.db(), row).await.unwrap();
    }
    let organisation = Organisation {
        id: Uuid::from_u128(1),
        name: "Dinas Koperasi".to_owned(),
        area: "35.73".to_owned(),
        created_at: 0,
    };
    programme::found(store.db(), organisation).await.unwrap();
    let new = Programme {
        id: PROGRAMME,
        organisation: OrganisationId(Uuid::from_u128(1)),
        name: "Naik Kelas Malang".to_owned(),
        area: Area::parse("35.73").unwrap(),
    };
    let first = Plan::standard();
    programme::create(store.db(), &new, &first, 0)
        .await
        .unwrap();
    cohort::create(store.db(), &plan_of_cohort(), 0)
        .await
        .unwrap();
}

async fn a_plan_is_kept_in_all_its_versions(store: Store) {
    city(&store).await;
    let first = Plan::standard();
    assert_eq!(
        programme::plans(store.db(), PROGRAMME).await.unwrap(),
        std::slice::from_ref(&first)
    );
    let mut themes = first.themes.clone();
    themes.swap(4, 5);
    themes[4].title = Some("HPP dulu".to_owned());
    let next = first
        .revise(1, themes, &[], (OWNER, DAY), "warga minta")
        .unwrap();
    programme::add_plan(store.db(), PROGRAMME, &next)
        .await
        .unwrap();
    let late = programme::add_plan(store.db(), PROGRAMME, &next).await;
    assert!(
        matches!(late, Err(StoreError::Taken)),
        "two managers at once"
    );
    assert_eq!(
        programme::plan(store.db(), PROGRAMME, 1).await.unwrap(),
        first
    );
    assert_eq!(
        programme::plan(store.db(), PROGRAMME, 2).await.unwrap(),
        next
    );
    let none = programme::plan(store.db(), PROGRAMME, 3).await;
    assert!(matches!(none, Err(StoreError::Missing)));
    let page = Page { skip: 0, take: 9 };
    for (area, count) in [("35.73", 1), ("35", 1), ("33", 0)] {
        let area = Area::parse(area).unwrap();
        let found = programme::list(store.db(), &area, page).await.unwrap();
        assert_eq!(found.len(), count);
    }
    assert_eq!(
        programme::get(store.db(), PROGRAMME).await.unwrap().name,
        "Naik Kelas Malang"
    );
    let id = OrganisationId(Uuid::from_u128(1));
    assert_eq!(
        programme::organisation(store.db(), id).await.unwrap().name,
        "Dinas Koperasi"
    );
}

async fn a_cohort_is_changed_by_one_at_a_time_and_drawn_once(store: Store) {
    city(&store).await;
    let kept = cohort::get(store.db(), COHORT).await.unwrap();
    assert_eq!((&kept.cohort, kept.revision), (&plan_of_cohort(), 0));
    let mut more = kept.cohort.clone();
    more.places = 3;
    more.mentors = vec![OWNER, MENTOR];
    assert_eq!(cohort::change(store.db(), &more, 0).await.unwrap(), 1);
    let late = cohort::change(store.db(), &kept.cohort, 0).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let notice = Notice {
        words: "7.412,33".to_owned(),
        tickets: vec![Ticket::parse("A1").unwrap(), Ticket::parse("A2").unwrap()],
        places: 1,
    };
    let draw = notice.draw().unwrap();
    cohort::publish(store.db(), COHORT, &notice, &draw)
        .await
        .unwrap();
    let again = cohort::publish(store.db(), COHORT, &notice, &draw).await;
    assert!(matches!(again, Err(StoreError::Taken)));
    let kept = cohort::list(store.db(), PROGRAMME).await.unwrap().remove(0);
    more.mentors.sort();
    assert_eq!((kept.cohort, kept.revision), (more, 2));
    let (notice, draw) = kept.draw.unwrap();
    assert!(notice.proves(&draw), "what was published can be done again");
}

pub(crate) fn applied(number: u128) -> Enrolment {
    Enrolment {
        id: EnrolmentId(Uuid::from_u128(200 + number)),
        cohort: COHORT,
        shop: shop_id(number),
        ticket: Ticket::parse(&format!("A{number}")).unwrap(),
        applied: date(2025, 12, 2),
        state: State::Applied,
        rank: None,
        mentor: None,
    }
}

async fn a_shop_is_enrolled_once_and_keeps_its_place(store: Store) {
    city(&store).await;
    for number in 1..=3 {
        enrolment::create(store.db(), &applied(number))
            .await
            .unwrap();
    }
    for twin in [
        Enrolment {
            id: EnrolmentId(Uuid::from_u128(9)),
            ticket: Ticket::parse("Z").unwrap(),
            ..applied(1)
        },
        Enrolment {
            id: EnrolmentId(Uuid::from_u128(9)),
            shop: ShopId(Uuid::from_u128(7)),
            ..applied(1)
        },
    ] {
        let twice = enrolment::create(store.db(), &twin).await;
        assert!(twice.is_err(), "{twin:?}");
    }
    for (number, state, rank) in [(1, State::Waiting, 2), (2, State::Enrolled, 1)] {
        let new = Enrolment {
            state,
            rank: Some(rank),
            mentor: Some(MENTOR),
            ..applied(number)
        };
        assert_eq!(enrolment::change(store.db(), &new, 0).await.unwrap(), 1);
        let late = enrolment::change(store.db(), &new, 0).await;
        assert!(matches!(late, Err(StoreError::Changed)));
    }
    let order: Vec<_> = enrolment::of_cohort(store.db(), COHORT)
        .await
        .unwrap()
        .into_iter()
        .map(|kept| {
            (
                kept.enrolment.ticket.as_str().to_owned(),
                kept.enrolment.mentor,
            )
        })
        .collect();
    let wanted = [("A2", Some(MENTOR)), ("A1", Some(MENTOR)), ("A3", None)];
    assert_eq!(
        order,
        wanted.map(|(ticket, mentor)| (ticket.to_owned(), mentor))
    );
    let count = |state| enrolment::count(store.db(), COHORT, state);
    assert_eq!(count(State::Enrolled).await.unwrap(), 1);
    assert_eq!(count(State::Left).await.unwrap(), 0);
    // A mentor's account goes; the shop stays.
    erase::person(store.db(), MENTOR).await.unwrap();
    let kept = enrolment::get(store.db(), applied(2).id).await.unwrap();
    assert_eq!(
        (kept.enrolment.state, kept.enrolment.mentor),
        (State::Enrolled, None)
    );
    let of_shop = enrolment::of_shop(store.db(), shop_id(2)).await.unwrap();
    assert_eq!(of_shop, [kept]);
}

fn shown(number: u128, shop: u128, kind: Kind) -> evidence::Kept {
    evidence::Kept {
        evidence: Evidence {
            id: EvidenceId(Uuid::from_u128(300 + number)),
            shop: shop_id(shop),
            kind,
            on: DAY,
            sender: OWNER,
            subject: String::new(),
            place: String::new(),
            units: 0,
            amount: None,
            until: None,
            fingerprint: None,
        },
        file: None,
        created_at: 5,
    }
}

async fn what_was_shown_before_is_found_again(store: Store) {
    city(&store).await;
    let mut photo = shown(1, 1, Kind::Photo);
    let look = 0x0123_4567_89ab_cdef_u64;
    photo.evidence.fingerprint = Some(Fingerprint::Look(look));
    photo.file = Some("f".repeat(64));
    evidence::add(store.db(), &photo).await.unwrap();
    let mut file = shown(2, 1, Kind::OrderExport);
    file.evidence.fingerprint = Some(Fingerprint::File("ab".repeat(32)));
    file.evidence.units = 5;
    file.evidence.place = "shopee".to_owned();
    evidence::add(store.db(), &file).await.unwrap();
    let mut nib = shown(3, 1, Kind::Permit);
    nib.evidence.subject = "1234567890123".to_owned();
    nib.evidence.place = "nib".to_owned();
    nib.evidence.until = Some(date(2030, 1, 1));
    nib.evidence.amount = Some(Rupiah::new(7));
    evidence::add(store.db(), &nib).await.unwrap();
    for kept in [&photo, &file, &nib] {
        assert_eq!(
            evidence::get(store.db(), kept.evidence.id).await.unwrap(),
            *kept
        );
    }
    // Six bits off, spread over six of the seven parts, from another shop.
    let spread = [0, 9, 18, 27, 36, 63]
        .iter()
        .fold(look, |look, bit| look ^ (1 << bit));
    let mut copy = shown(4, 2, Kind::Photo);
    copy.evidence.fingerprint = Some(Fingerprint::Look(spread));
    let mut same_file = shown(5, 2, Kind::OrderExport);
    same_file.evidence = Evidence {
        id: same_file.evidence.id,
        shop: shop_id(2),
        ..file.evidence.clone()
    };
    let mut same_nib = shown(6, 2, Kind::Permit);
    same_nib.evidence = Evidence {
        id: same_nib.evidence.id,
        shop: shop_id(2),
        ..nib.evidence.clone()
    };
    for new in [copy, same_file, same_nib] {
        let known = evidence::alike(store.db(), &new.evidence).await.unwrap();
        assert_eq!(known.len(), 1, "{new:?}");
        assert_eq!(
            admit(&new.evidence, &known, DAY),
            Err(EvidenceError::OtherShop)
        );
    }
    // A photo is found by its file too, whatever the file is sent as.
    let mut both = shown(8, 1, Kind::Photo);
    both.evidence.fingerprint = Some(Fingerprint::Photo {
        look: !look,
        file: "cd".repeat(32),
    });
    evidence::add(store.db(), &both).await.unwrap();
    assert_eq!(
        evidence::get(store.db(), both.evidence.id).await.unwrap(),
        both
    );
    let mut poster = shown(9, 1, Kind::Qris);
    poster.evidence.fingerprint = Some(Fingerprint::File("cd".repeat(32)));
    let known = evidence::alike(store.db(), &poster.evidence).await.unwrap();
    assert_eq!(
        admit(&poster.evidence, &known, DAY),
        Err(EvidenceError::OtherKind)
    );
    let mut fresh = shown(7, 2, Kind::Photo);
    fresh.evidence.fingerprint = Some(Fingerprint::Look(look ^ 0x5555_5555_5555_5555));
    assert!(
        evidence::alike(store.db(), &fresh.evidence)
            .await
            .unwrap()
            .is_empty()
    );
    // Its file is not swept away, and goes with the shop.
    assert!(
        needed::among(store.db(), &["f".repeat(64)])
            .await
            .unwrap()
            .contains(&"f".repeat(64))
    );
}

async fn a_history_folds_to_a_standing(store: Store) {
    city(&store).await;
    let mut events = Vec::new();
    for (number, kind) in [(1, Kind::Baseline), (2, Kind::Consent)] {
        let kept = shown(number, 1, kind);
        evidence::add(store.db(), &kept).await.unwrap();
        events.push((OWNER, What::Sent(kept.evidence.clone())));
        events.push((MENTOR, What::Accepted(kept.evidence.id)));
    }
    events.push((MENTOR, What::Checked(Level::LOWEST)));
    events.push((MENTOR, What::Confirmed(Level::HIGHEST)));
    events.push((MENTOR, What::Revoked(Level::HIGHEST)));
    let all: Vec<Event> = events
        .into_iter()
        .zip(1..)
        .map(|((by, what), number)| Event {
            id: EventId(Uuid::from_u128(number)),
            day: DAY,
            by,
            why: "karena".to_owned(),
            what,
        })
        .collect();
    for event in &all {
        history::add(store.db(), shop_id(1), event, 5)
            .await
            .unwrap();
    }
    let twice = history::add(store.db(), shop_id(1), &all[0], 6).await;
    assert!(matches!(twice, Err(StoreError::Taken)));
    let found = history::of_shop(store.db(), shop_id(1)).await.unwrap();
    assert_eq!(found, all);
    let standing = stand(Ladder::get(), &[OWNER], &found, DAY);
    assert_eq!(standing.level, Some(Level::LOWEST));
    assert!(
        history::of_shop(store.db(), shop_id(2))
            .await
            .unwrap()
            .is_empty()
    );
}

fn seen(number: u128, shop: u128) -> Visit {
    Visit {
        id: Uuid::from_u128(400 + number),
        shop_id: shop_id(shop).0,
        mentor_id: MENTOR.0,
        day: DAY.to_string(),
        state: "done".to_owned(),
        topic: "packaging".to_owned(),
        note: "Label belum ada tanggal".to_owned(),
        next: "Cetak label".to_owned(),
        file: Some("e".repeat(64)),
        group_id: None,
        revision: 0,
        created_at: 5,
    }
}

async fn a_visit_sent_twice_is_one_and_nothing_is_overwritten(store: Store) {
    city(&store).await;
    assert!(visit::record(store.db(), seen(1, 1)).await.unwrap());
    let again = Visit {
        created_at: 99,
        ..seen(1, 1)
    };
    assert!(
        !visit::record(store.db(), again).await.unwrap(),
        "sent again by the phone"
    );
    let other = Visit {
        note: "lain".to_owned(),
        ..seen(1, 1)
    };
    let clash = visit::record(store.db(), other.clone()).await;
    assert!(matches!(clash, Err(StoreError::Taken)));
    assert_eq!(visit::change(store.db(), other.clone()).await.unwrap(), 1);
    let late = visit::change(store.db(), seen(1, 1)).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let id = VisitId(seen(1, 1).id);
    let kept = visit::get(store.db(), id).await.unwrap();
    assert_eq!(
        kept,
        Visit {
            revision: 1,
            ..other
        }
    );
    let next = Visit {
        day: "2026-01-12".to_owned(),
        ..seen(2, 2)
    };
    visit::record(store.db(), next.clone()).await.unwrap();
    for (from, to, count) in [(5, 12, 2), (6, 12, 1), (13, 30, 0)] {
        let days = (date(2026, 1, from), date(2026, 1, to));
        let found = visit::of_mentor(store.db(), MENTOR, days).await.unwrap();
        assert_eq!(found.len(), count, "{from} to {to}");
    }
    assert_eq!(
        visit::of_shop(store.db(), shop_id(2)).await.unwrap(),
        [next]
    );
    assert!(
        needed::among(store.db(), &["e".repeat(64)])
            .await
            .unwrap()
            .contains(&"e".repeat(64))
    );
}

async fn a_tie_is_answered_once(store: Store) {
    city(&store).await;
    let pair = (shop_id(1), shop_id(2));
    let id = TieId(Uuid::from_u128(500));
    let offer = Tie::offer(id, TieKind::JointOrder, pair, &[], DAY).unwrap();
    tie::create(store.db(), &offer).await.unwrap();
    let yes = offer.after(pair.1, Deed::Accept, DAY).unwrap();
    assert_eq!(tie::change(store.db(), &yes, 0).await.unwrap(), 1);
    let no = offer.after(pair.1, Deed::Decline, DAY).unwrap();
    let late = tie::change(store.db(), &no, 0).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let half = yes.after(pair.0, Deed::Confirm, DAY).unwrap();
    tie::change(store.db(), &half, 1).await.unwrap();
    assert_eq!(tie::get(store.db(), id).await.unwrap().tie, half);
    for (shop, count) in [(1, 1), (2, 1), (3, 0)] {
        assert_eq!(
            tie::of_shop(store.db(), shop_id(shop)).await.unwrap().len(),
            count
        );
    }
}

async fn all_of_it_is_in_a_backup_and_goes_with_its_shop(store: Store) {
    city(&store).await;
    enrolment::create(store.db(), &applied(1)).await.unwrap();
    let mut kept = shown(1, 1, Kind::Photo);
    kept.evidence.fingerprint = Some(Fingerprint::Look(7));
    evidence::add(store.db(), &kept).await.unwrap();
    let sent = Event {
        id: EventId(Uuid::from_u128(1)),
        day: DAY,
        by: OWNER,
        why: String::new(),
        what: What::Sent(kept.evidence.clone()),
    };
    history::add(store.db(), shop_id(1), &sent, 5)
        .await
        .unwrap();
    visit::record(store.db(), seen(1, 1)).await.unwrap();
    let pair = (shop_id(1), shop_id(2));
    let offer = Tie::offer(
        TieId(Uuid::from_u128(500)),
        TieKind::Courier,
        pair,
        &[],
        DAY,
    )
    .unwrap();
    tie::create(store.db(), &offer).await.unwrap();
    let mut copy = Vec::new();
    let rows = backup::write(&store, &mut copy).await.unwrap();

    let folder = tempfile::tempdir().unwrap();
    let open = Open {
        data: folder.path().to_owned(),
        database: None,
        bucket: None,
    };
    let other = Store::open(&open).await.unwrap();
    assert_eq!(backup::read(&other, copy.as_slice()).await.unwrap(), rows);
    assert_eq!(
        cohort::get(other.db(), COHORT).await.unwrap().cohort,
        plan_of_cohort()
    );
    assert_eq!(
        history::of_shop(other.db(), shop_id(1)).await.unwrap(),
        [sent]
    );
    assert_eq!(
        evidence::alike(other.db(), &kept.evidence)
            .await
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        visit::of_shop(other.db(), shop_id(1)).await.unwrap().len(),
        1
    );
    assert_eq!(tie::of_shop(other.db(), shop_id(2)).await.unwrap().len(), 1);

    let post = naik_core::access::Post::Owner;
    shop::join(other.db(), shop_id(1), OWNER, post, 0)
        .await
        .unwrap();
    assert!(
        erase::files_of(other.db(), OWNER)
            .await
            .unwrap()
            .contains(&"e".repeat(64))
    );
    erase::person(other.db(), OWNER).await.unwrap();
    assert!(
        history::of_shop(other.db(), shop_id(1))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        evidence::alike(other.db(), &kept.evidence)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        enrolment::of_cohort(other.db(), COHORT)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        visit::of_shop(other.db(), shop_id(1))
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        tie::of_shop(other.db(), shop_id(2))
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_wish_for_another_mentor_is_answered_once(store: Store) {
    city(&store).await;
    let shop = shop_id(1);
    let mut mentors = Vec::new();
    for (id, contact, area) in [
        (20, "a@contoh.id", "35.73"),
        (21, "b@contoh.id", "35"),
        (22, "c@contoh.id", "33.74"),
        (23, "d@contoh.id", ""),
    ] {
        let mut mentor = sri(id, contact, area);
        mentor.role = Role::Mentor;
        person::create(store.db(), &mentor).await.unwrap();
        mentors.push(mentor.id);
    }
    let page = Page { skip: 0, take: 9 };
    let near = Area::parse("35.73").unwrap();
    let found = person::of_role(store.db(), Role::Mentor, &near, page).await;
    let ids: Vec<PersonId> = found.unwrap().iter().map(|one| one.id).collect();
    assert_eq!(
        ids,
        [mentors[0], mentors[1], mentors[3]],
        "those who work here or over it"
    );
    let country = person::of_role(store.db(), Role::Mentor, &Area::country(), page).await;
    assert_eq!(country.unwrap().len(), 4);

    shop::accompany(store.db(), mentors[0], shop, 1)
        .await
        .unwrap();
    let id = HandOverId(Uuid::from_u128(50));
    let wish = HandOver {
        id: id.0,
        shop_id: shop.0,
        from_mentor: Some(mentors[0].0),
        to_mentor: mentors[1].0,
        asked_by: mentors[0].0,
        why: "pindah".to_owned(),
        state: hand_over::State::Asked.key().to_owned(),
        answered_by: None,
        answered_at: None,
        created_at: 5,
    };
    hand_over::ask(store.db(), wish.clone()).await.unwrap();
    assert_eq!(hand_over::of_shop(store.db(), shop).await.unwrap(), [wish]);
    let answer = |state| hand_over::settle(store.db(), id, state, OWNER, 9);
    answer(hand_over::State::Agreed).await.unwrap();
    let late = answer(hand_over::State::Declined).await;
    assert!(matches!(late, Err(StoreError::Changed)));
    let kept = hand_over::get(store.db(), id).await.unwrap();
    assert_eq!((kept.state.as_str(), kept.answered_at), ("agreed", Some(9)));
    shop::part(store.db(), mentors[0], shop).await.unwrap();
    assert!(shop::mentors(store.db(), shop).await.unwrap().is_empty());
    // A mentor who goes takes along what they were to take over.
    erase::person(store.db(), mentors[1]).await.unwrap();
    assert!(
        hand_over::of_shop(store.db(), shop)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn what_became_of_a_task_is_said_anew(store: Store) {
    city(&store).await;
    let shop = shop_id(1);
    let told = |outcome| Past {
        monday: DAY,
        task: "get-nib".to_owned(),
        outcome,
    };
    for outcome in [Outcome::Skipped, Outcome::Done] {
        task::tell(store.db(), shop, &told(outcome), OWNER, 1)
            .await
            .unwrap();
    }
    let all = task::of_shop(store.db(), shop).await.unwrap();
    assert_eq!(all, [told(Outcome::Done)]);
    task::untell(store.db(), shop, DAY).await.unwrap();
    assert!(task::of_shop(store.db(), shop).await.unwrap().is_empty());
}

async fn checks_that_wait_are_found(store: Store) {
    city(&store).await;
    for number in 1..=2 {
        enrolment::create(store.db(), &applied(number))
            .await
            .unwrap();
    }
    let level = |number| Level::new(number).unwrap();
    let area = Area::parse("35.73").unwrap();
    let mut at = 0;
    // Shop 1 waits at 3; shop 2 was confirmed; shop 3 has applied to nothing.
    for (number, what) in [
        (1, What::Checked(level(2))),
        (1, What::Checked(level(3))),
        (2, What::Checked(level(3))),
        (2, What::Confirmed(level(3))),
        (3, What::Checked(level(3))),
    ] {
        at += 1;
        let event = Event {
            id: EventId(Uuid::from_u128(70 + at)),
            day: DAY,
            by: MENTOR,
            why: String::new(),
            what,
        };
        let now = i64::try_from(at).unwrap();
        history::add(store.db(), shop_id(number), &event, now)
            .await
            .unwrap();
    }
    let found = history::checked_shops(store.db(), &area, level(3)).await;
    assert_eq!(found.unwrap(), [shop_id(1)]);
    let far = Area::parse("33").unwrap();
    let found = history::checked_shops(store.db(), &far, level(3)).await;
    assert!(found.unwrap().is_empty());
}

on_both!(
    a_plan_is_kept_in_all_its_versions,
    a_cohort_is_changed_by_one_at_a_time_and_drawn_once,
    a_shop_is_enrolled_once_and_keeps_its_place,
    what_was_shown_before_is_found_again,
    a_history_folds_to_a_standing,
    a_visit_sent_twice_is_one_and_nothing_is_overwritten,
    a_tie_is_answered_once,
    all_of_it_is_in_a_backup_and_goes_with_its_shop,
    a_wish_for_another_mentor_is_answered_once,
    what_became_of_a_task_is_said_anew,
    checks_that_wait_are_found,
);
