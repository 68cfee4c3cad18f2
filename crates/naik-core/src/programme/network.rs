//! Who could help whom: suppliers, resellers, couriers, joint orders and teachers nearby, each with its reason.
//!
//! Suggestions only: shops ask each other, and [`super::tie`] keeps what comes of it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::embedded;
use super::level::Level;
use super::place::Point;
use super::tie::Kind;
use crate::category::Category;
use crate::id::ShopId;
use crate::message::Message;

/// How far one goes for a tie, in metres as the crow flies.
fn reach(kind: Kind) -> u32 {
    match kind {
        Kind::Supplier => 30_000,
        Kind::Reseller => 20_000,
        Kind::Courier => 10_000,
        Kind::JointOrder => 5_000,
        Kind::LearnFrom => 15_000,
    }
}

/// What a shop shows to its neighbours; only shops that agreed to be found are given.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The shop.
    pub id: ShopId,
    /// Where it is.
    pub at: Option<Point>,
    /// What kind of thing it makes.
    pub category: Category,
    /// Goods that it makes for others, in its own words or ours; none: what its category makes.
    pub makes: Vec<String>,
    /// Goods that it needs; none: what its category needs.
    pub needs: Vec<String>,
    /// Whether it sells what others make.
    pub resells: bool,
    /// Whether it delivers for others.
    pub delivers: bool,
    /// Whether it looks for someone who delivers.
    pub wants_courier: bool,
    /// Where it stands.
    pub level: Option<Level>,
}

/// Someone to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// For what.
    pub kind: Kind,
    /// Whom.
    pub shop: ShopId,
    /// How far away; none where one of both is not on the map.
    pub metres: Option<u32>,
    /// Why.
    pub reason: Message,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    category: Vec<Goods>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Goods {
    key: Category,
    makes: Vec<String>,
    needs: Vec<String>,
    learn: Vec<Category>,
}

static GOODS: LazyLock<File> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/goods.toml")));

/// Goods that shops make or need, by their keys in alphabetical order; the words are `goods-<key>`.
pub fn goods() -> BTreeSet<&'static str> {
    let rows = GOODS.category.iter();
    rows.flat_map(|row| row.makes.iter().chain(&row.needs))
        .map(String::as_str)
        .collect()
}

/// What shops of a category usually make, and what they usually need.
pub fn usual_goods(category: Category) -> (&'static [String], &'static [String]) {
    usual(category).map_or((&[], &[]), |row| (&row.makes, &row.needs))
}

fn usual(category: Category) -> Option<&'static Goods> {
    GOODS.category.iter().find(|goods| goods.key == category)
}

impl Profile {
    fn made(&self) -> BTreeSet<String> {
        words(&self.makes, usual(self.category).map(|goods| &goods.makes))
    }

    fn needed(&self) -> BTreeSet<String> {
        words(&self.needs, usual(self.category).map(|goods| &goods.needs))
    }
}

fn words(own: &[String], usual: Option<&Vec<String>>) -> BTreeSet<String> {
    let fold = |word: &String| word.trim().to_lowercase();
    let own: BTreeSet<String> = own
        .iter()
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect();
    if own.is_empty() {
        usual.into_iter().flatten().map(fold).collect()
    } else {
        own
    }
}

/// Whom a shop could ask, at most `most` of each kind: the nearest first, ties to the first id.
pub fn suggest(shop: &Profile, others: &[Profile], most: usize) -> Vec<Suggestion> {
    let (makes, needs) = (shop.made(), shop.needed());
    let mut all: Vec<Suggestion> = Vec::new();
    for other in others.iter().filter(|other| other.id != shop.id) {
        let metres = shop.at.zip(other.at).map(|(one, two)| one.metres(two));
        for kind in Kind::ALL {
            // Nobody is sent far, nor to where nobody knows.
            if metres.is_none_or(|metres| metres > reach(kind)) {
                continue;
            }
            if let Some(reason) = reason(kind, shop, other, &makes, &needs) {
                all.push(Suggestion {
                    kind,
                    shop: other.id,
                    metres,
                    reason,
                });
            }
        }
    }
    all.sort_by_key(|found| (found.kind, found.metres, found.shop));
    let mut kept = Vec::new();
    for kind in Kind::ALL {
        kept.extend(
            all.iter()
                .filter(|found| found.kind == kind)
                .take(most)
                .cloned(),
        );
    }
    kept
}

/// Why the other could be that for the shop; none when it could not.
fn reason(
    kind: Kind,
    shop: &Profile,
    other: &Profile,
    makes: &BTreeSet<String>,
    needs: &BTreeSet<String>,
) -> Option<Message> {
    let first =
        |one: &BTreeSet<String>, two: &BTreeSet<String>| one.intersection(two).next().cloned();
    match kind {
        Kind::Supplier => {
            let goods = first(needs, &other.made())?;
            Some(Message::new("network-supplier").with("goods", goods))
        }
        Kind::Reseller => {
            let goods = makes.first().filter(|_| other.resells)?;
            Some(Message::new("network-reseller").with("goods", goods))
        }
        Kind::Courier => {
            (shop.wants_courier && other.delivers).then(|| Message::new("network-courier"))
        }
        Kind::JointOrder => {
            // What one makes is not what one orders together with its maker.
            let theirs = other.needed();
            let both = needs
                .intersection(&theirs)
                .find(|goods| !makes.contains(*goods))?;
            Some(Message::new("network-joint-order").with("goods", both))
        }
        Kind::LearnFrom => {
            let near = other.category == shop.category
                || usual(shop.category).is_some_and(|goods| goods.learn.contains(&other.category));
            let level = other.level?;
            (near && other.level > shop.level)
                .then(|| Message::new("network-learn-from").with("level", level.number()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;

    fn profile(number: u128, category: Category, north: f64) -> Profile {
        Profile {
            id: ShopId(Uuid::from_u128(number)),
            at: Point::new(-7.98 + north / 111.0, 112.63),
            category,
            makes: Vec::new(),
            needs: Vec::new(),
            resells: false,
            delivers: false,
            wants_courier: false,
            level: None,
        }
    }

    fn said(shop: &Profile, others: &[Profile]) -> Vec<String> {
        suggest(shop, others, 3)
            .into_iter()
            .map(|found| {
                let args: Vec<String> = found
                    .reason
                    .args
                    .iter()
                    .map(|(_, value)| value.clone())
                    .collect();
                format!(
                    "{} {} {}",
                    found.kind.key(),
                    found.shop.0.as_u128(),
                    args.join(" ")
                )
            })
            .collect()
    }

    #[test]
    fn neighbours_are_found_by_what_they_make_and_need() {
        let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let shop = Profile {
            wants_courier: true,
            level: Level::new(1),
            ..profile(1, Category::Fashion, 0.0)
        };
        for (other, expected) in [
            (
                profile(2, Category::Batik, 1.0),
                &["supplier 2 cloth", "joint_order 2 boxes"][..],
            ),
            (profile(2, Category::Batik, 6.0), &["supplier 2 cloth"]),
            (profile(2, Category::Batik, 31.0), &[]),
            (
                Profile {
                    at: None,
                    ..profile(2, Category::Batik, 0.0)
                },
                &[],
            ),
            (
                Profile {
                    resells: true,
                    needs: own(&["kopi"]),
                    ..profile(2, Category::Other, 2.0)
                },
                &["reseller 2 clothes"],
            ),
            (
                Profile {
                    delivers: true,
                    ..profile(2, Category::Service, 9.0)
                },
                &["courier 2 "],
            ),
            (
                Profile {
                    delivers: true,
                    ..profile(2, Category::Service, 11.0)
                },
                &[],
            ),
            (
                Profile {
                    makes: own(&[" Thread "]),
                    needs: own(&["x"]),
                    ..profile(2, Category::Other, 2.0)
                },
                &["supplier 2 thread"],
            ),
            (
                Profile {
                    level: Level::new(3),
                    needs: own(&["x"]),
                    makes: own(&["y"]),
                    ..profile(2, Category::Batik, 2.0)
                },
                &["learn_from 2 3"],
            ),
            (
                Profile {
                    level: Level::new(1),
                    needs: own(&["x"]),
                    makes: own(&["y"]),
                    ..profile(2, Category::Batik, 2.0)
                },
                &[],
            ),
            (
                Profile {
                    level: Level::new(3),
                    needs: own(&["x"]),
                    makes: own(&["y"]),
                    ..profile(2, Category::Coffee, 2.0)
                },
                &[],
            ),
            (profile(1, Category::Batik, 0.0), &[]),
        ] {
            assert_eq!(
                said(&shop, std::slice::from_ref(&other)),
                expected,
                "{other:?}"
            );
        }
    }

    #[test]
    fn every_category_has_its_goods() {
        for category in Category::all() {
            assert!(usual(category).is_some(), "{category:?}");
        }
        // Some of what is needed is made by others here.
        let made: BTreeSet<&String> = GOODS
            .category
            .iter()
            .flat_map(|goods| &goods.makes)
            .collect();
        assert!(
            GOODS
                .category
                .iter()
                .any(|goods| goods.needs.iter().any(|need| made.contains(need)))
        );
    }

    proptest::proptest! {
        #[test]
        fn the_nearest_come_first_and_never_more_than_asked(places in proptest::collection::vec((0_usize..12, -20.0..20.0_f64), 0..40), most in 0_usize..5) {
            let all: Vec<Category> = Category::all().collect();
            let others: Vec<Profile> = places.iter().zip(2..).map(|((category, north), number)| Profile {
                resells: true,
                delivers: true,
                level: Level::new((number % 6) as u8),
                ..profile(number, all[*category], *north)
            }).collect();
            let shop = Profile { wants_courier: true, ..profile(1, Category::Fashion, 0.0) };
            let found = suggest(&shop, &others, most);
            for kind in Kind::ALL {
                let of_kind: Vec<&Suggestion> = found.iter().filter(|one| one.kind == kind).collect();
                proptest::prop_assert!(of_kind.len() <= most);
                proptest::prop_assert!(of_kind.is_sorted_by_key(|one| one.metres));
                proptest::prop_assert!(of_kind.iter().all(|one| one.metres.is_some_and(|metres| metres <= reach(kind))));
            }
            let mut turned = others.clone();
            turned.reverse();
            proptest::prop_assert_eq!(found, suggest(&shop, &turned, most));
        }
    }
}
