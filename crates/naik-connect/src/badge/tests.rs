//! Badges from signing to checking, and everything that can be wrong with one.

use jiff::Timestamp;
use naik_core::message::Explain;
use serde_json::{Value, json};

use super::*;

const SITE: &str = "https://naikkelas.example";
const BADGE: &str = "https://naikkelas.example/lencana/0198c0de.json";
const DAY: &str = "2026-11-26T00:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn key(number: u8) -> SecretKey {
    SecretKey::parse(&format!("{number:02x}").repeat(32)).unwrap()
}

fn issuer() -> Issuer {
    Issuer::at(SITE, "NaikKelas Kota Malang")
}

fn badge() -> Badge {
    Badge {
        id: BADGE.to_owned(),
        achievement: Achievement {
            id: format!("{SITE}/lencana#level-3"),
            name: "Level 3: Terhubung".to_owned(),
            description: "Toko ini berjualan di marketplace".to_owned(),
            criteria: "Lima produk tayang, lima pesanan, penilaian terjaga".to_owned(),
            kind: Kind::Level,
        },
        holder: Holder {
            secret: "0198c0de-0000-7000-8000-000000000001".to_owned(),
            salt: "garam".to_owned(),
            name: Some("Dapur Lastri".to_owned()),
        },
        from: at("2026-11-03T02:00:00Z"),
        until: Some(at("2027-01-31T16:59:59Z")),
        evidence: Vec::new(),
    }
}

fn signed(badge: &Badge, key: &SecretKey) -> String {
    let issuer = issuer();
    let method = issuer.method(&key.public());
    sign(&credential(badge, &issuer), key, &method, badge.from).to_string()
}

fn document(keys: &[PublishedKey]) -> String {
    issuer_document(&issuer(), keys).to_string()
}

fn published(key: &SecretKey, retired: Option<&str>) -> PublishedKey {
    PublishedKey {
        key: key.public(),
        retired: retired.map(at),
    }
}

fn list(revoked: &[Revoked], key: &SecretKey) -> String {
    let now = at("2026-11-20T00:00:00Z");
    let issuer = issuer();
    let list = revocation_list(&issuer, revoked, now);
    sign(&list, key, &issuer.method(&key.public()), now).to_string()
}

/// How a text stands on a day, for whoever has the issuer's document and list.
fn stands(text: &str, document: &str, list: &str, day: &str) -> Result<Standing, Trouble> {
    let trust = Trust {
        issuer: Some(document),
        revocations: Some(list),
    };
    verify(text, &trust, at(day)).map(|genuine| genuine.standing)
}

#[test]
fn a_badge_holds_for_whoever_has_the_issuers_document() {
    let key = key(1);
    let (text, document) = (signed(&badge(), &key), document(&[published(&key, None)]));
    let list = list(&[], &key);
    let genuine = |list: Option<&str>, issuer: Option<&str>, day: &str| {
        let trust = Trust {
            issuer,
            revocations: list,
        };
        verify(&text, &trust, at(day)).unwrap()
    };
    let full = |day| genuine(Some(&list), Some(&document), day);
    let today = full(DAY);
    assert_eq!(today.standing, Standing::Valid);
    assert_eq!(today.holder.as_deref(), Some("Dapur Lastri"));
    assert_eq!(today.name, "Level 3: Terhubung");
    assert_eq!(today.issuer, "NaikKelas Kota Malang");
    let unlisted = genuine(None, Some(&document), DAY);
    assert_eq!(unlisted.standing, Standing::Unlisted);
    assert_eq!(genuine(None, None, DAY).standing, Standing::Unproven);
    assert_eq!(full("2026-11-02T00:00:00Z").standing, Standing::Early);
    assert_eq!(full("2027-02-01T00:00:00Z").standing, Standing::Expired);
}

#[test]
fn nothing_can_be_changed() {
    let key = key(1);
    let text = signed(&badge(), &key);
    let (document, list) = (document(&[published(&key, None)]), list(&[], &key));
    for (from, to) in [
        ("Level 3", "Level 5"),
        ("Dapur Lastri", "Dapur Lestari"),
        ("2027-01-31", "2037-01-31"),
        ("\"validFrom\":\"2026-11-03", "\"validFrom\":\"2026-10-03"),
        ("0198c0de.json", "0198c0df.json"),
        ("dicabut.json", "lain.json"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        let found = stands(&changed, &document, &list, DAY);
        assert_eq!(found, Err(Trouble::Tampered), "{from}");
    }
    // Where a comma or a blank stands is no matter.
    let pretty: Value = serde_json::from_str(&text).unwrap();
    let pretty = serde_json::to_string_pretty(&pretty).unwrap();
    assert_eq!(stands(&pretty, &document, &list, DAY), Ok(Standing::Valid));
}

#[test]
fn keys_are_the_issuers_and_old_ones_stay() {
    let (old, new, foreign) = (key(1), key(2), key(3));
    let text = signed(&badge(), &old);
    let lists = list(&[], &new);
    let with_old = |retired| document(&[published(&old, Some(retired)), published(&new, None)]);
    let both = with_old("2026-11-10T00:00:00Z");
    assert_eq!(stands(&text, &both, &lists, DAY), Ok(Standing::Valid));
    // Whoever finds an old key can't sign with it.
    let early = with_old("2026-11-01T00:00:00Z");
    let without = document(&[published(&new, None)]);
    for (text, document) in [
        (text.as_str(), &early),
        (&text, &without),
        (&signed(&badge(), &foreign), &both),
    ] {
        let found = stands(text, document, &lists, DAY);
        assert_eq!(found, Err(Trouble::WrongKey));
    }
    // A foreign key under the name of ours.
    let issuer = issuer();
    let method = issuer.method(&new.public());
    let posing = sign(
        &credential(&badge(), &issuer),
        &foreign,
        &method,
        badge().from,
    );
    let found = stands(&posing.to_string(), &both, &lists, DAY);
    assert_eq!(found, Err(Trouble::Tampered));
}

#[test]
fn what_was_taken_back_says_why() {
    let own = key(1);
    let (text, document) = (signed(&badge(), &own), document(&[published(&own, None)]));
    let revoked = [Revoked {
        id: BADGE.to_owned(),
        reason: "Bukti pesanan ternyata milik toko lain".to_owned(),
    }];
    let told = Ok(Standing::Revoked(revoked[0].reason.clone()));
    assert_eq!(stands(&text, &document, &list(&revoked, &own), DAY), told);
    // A list that someone else made, or shortened, is not believed.
    let mut short: Value = serde_json::from_str(&list(&revoked, &own)).unwrap();
    short["revokedCredential"] = json!([]);
    for list in [list(&[], &key(2)), short.to_string(), "{}".to_owned()] {
        let found = stands(&text, &document, &list, DAY);
        assert_eq!(found, Err(Trouble::BadList));
    }
}

#[test]
fn each_trouble_is_told_apart() {
    let key = key(1);
    let (text, known) = (signed(&badge(), &key), document(&[published(&key, None)]));
    let lists = list(&[], &key);
    let mut bare: Value = serde_json::from_str(&text).unwrap();
    let mut other = bare.clone();
    other["proof"]["cryptosuite"] = json!("eddsa-rdfc-2022");
    bare.as_object_mut().unwrap().remove("proof");
    let foreign = "https://lain.example/lencana/penerbit.json".to_owned();
    for (given, trouble) in [
        (String::new(), Trouble::NotJson),
        ("{\"a\":1,\"a\":1}".to_owned(), Trouble::NotJson),
        ("{}".to_owned(), Trouble::NotBadge),
        ("[]".to_owned(), Trouble::NotBadge),
        (bare.to_string(), Trouble::NoProof),
        (other.to_string(), Trouble::OtherProof),
        (" ".repeat(MOST_BYTES + 1), Trouble::TooLong),
        (
            text.replace(SITE, "https://lain.example"),
            Trouble::OtherIssuer(foreign),
        ),
    ] {
        assert_eq!(stands(&given, &known, &lists, DAY), Err(trouble.clone()));
        assert!(trouble.explain().key.starts_with("badge"));
    }
    for bad in ["", "{}", "{\"id\":1}"] {
        assert_eq!(stands(&text, bad, &lists, DAY), Err(Trouble::BadIssuer));
    }
}

#[test]
fn who_is_not_named_can_not_be_found_out() {
    let mut hidden = badge();
    hidden.holder.name = None;
    let text = signed(&hidden, &key(1));
    assert!(!text.contains("Lastri") && !text.contains(&hidden.holder.secret));
    let genuine = verify(&text, &Trust::default(), hidden.from).unwrap();
    assert_eq!(genuine.holder, None);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_fall(text in "\\PC{0,80}", cut in 0_usize..1500) {
        let _ = verify(&text, &Trust::default(), badge().from);
        let whole = signed(&badge(), &key(1));
        if let Some(part) = whole.get(..cut) {
            let trust = Trust { issuer: Some(part), revocations: Some(&text) };
            proptest::prop_assert!(verify(part, &trust, badge().from).is_err());
        }
    }
}

/// What `e2e/badge.test.mjs` checks with programs that are not ours: whoever changes what is signed copies the texts that
/// this test prints into `tests/data/badge`.
#[test]
fn published_examples_are_what_is_signed() {
    let key = key(1);
    let mut full = badge();
    full.evidence = vec![Evidence {
        id: "https://shopee.co.id/dapur-lastri/keripik".to_owned(),
        name: "shopee".to_owned(),
    }];
    let revoked = [Revoked {
        id: format!("{SITE}/lencana/0198c0df.json"),
        reason: "Bukti pesanan ternyata milik toko lain".to_owned(),
    }];
    let made = [
        signed(&full, &key),
        document(&[published(&key, None)]),
        list(&revoked, &key),
    ];
    let kept = [
        include_str!("../../tests/data/badge/badge.json"),
        include_str!("../../tests/data/badge/issuer.json"),
        include_str!("../../tests/data/badge/revoked.json"),
    ];
    assert_eq!(made.as_slice(), kept.map(str::trim_end).as_slice());
}
