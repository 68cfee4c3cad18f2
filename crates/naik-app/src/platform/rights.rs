//! Data & izin: what one agreed to and took back, who may see what, who looked, and erasing oneself (UU PDP 27/2022,
//! articles 5 to 13 and 40).

use naik_core::access::{Action, Member, Post, Scope, Who, may};
use naik_core::account::{Area, Purpose, Role};
use naik_core::id::{GuestId, PersonId, ShopId};
use naik_core::message::Message;
use naik_store::StoreError;
use naik_store::repo::consent::{self, Entry};
use naik_store::repo::erasure::{self, Erasure};
use naik_store::repo::product::{self, Holder};
use naik_store::repo::{Page, audit, erase, person, shop};

use super::Platform;
use super::error::Fault;
use super::reach::actor;

/// How long using data may go on after consent was taken back, at the latest: 3 x 24 hours, in milliseconds.
pub const WITHDRAWAL_MOST: i64 = 3 * 24 * 3_600_000;
/// Looks at one's data that are listed.
const LOOKS: u64 = 50;
/// Products whose log entries are looked up.
const PRODUCTS: u64 = 500;

/// One purpose: how it stands, and how it came to.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What data are used for.
    pub purpose: Purpose,
    /// Whether they may be now.
    pub given: bool,
    /// Every yes and no, newest first.
    pub history: Vec<Entry>,
}

impl Standing {
    /// When it was taken back, if it is.
    pub fn withdrawn_at(&self) -> Option<i64> {
        let last = self.history.first()?;
        (!last.given).then_some(last.at)
    }
}

/// Someone else who touched one's data.
#[derive(Clone, Debug)]
pub struct Look {
    /// When.
    pub at: i64,
    /// Who; a name where it is a person who still has an account.
    pub name: Option<String>,
    /// What they are; none for a guest and for the machine itself.
    pub role: Option<Role>,
    /// Whether it was done at the machine.
    pub machine: bool,
    /// What they did, by its word in the log.
    pub action: String,
    /// Whether it was refused.
    pub refused: bool,
}

/// All that the page of one's rights shows.
#[derive(Clone, Debug)]
pub struct Rights {
    /// Purposes, in the order of the form.
    pub consents: Vec<Standing>,
    /// Mentors who accompany the person's shops.
    pub mentors: usize,
    /// What each role may do with the person's data now.
    pub allowed: Vec<(Role, Vec<Action>)>,
    /// Who looked.
    pub looks: Vec<Look>,
    /// Shops that go with the person.
    pub shops: Vec<String>,
    /// When the last backup was made.
    pub backup_at: Option<i64>,
}

impl Platform {
    /// One's consents with their history, who may see what, and who did.
    ///
    /// # Errors
    /// `Forbidden` for a guest.
    pub async fn rights(&self, who: &Who) -> Result<Rights, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        let db = self.store.db();
        let consents = self.standings(member.id).await?;
        let mut shops = Vec::new();
        let mut mentors = 0;
        let mut subjects = vec![format!("person:{}", member.id)];
        let mut place = Scope::Person(member.role, member.area.clone());
        let own = member.shops.iter().filter(|(_, post)| *post == Post::Owner);
        for (id, _) in own {
            let row = shop::get(db, *id).await?;
            place = shop::scope(&row)?;
            mentors += shop::mentors(db, *id).await?.len();
            subjects.push(format!("shop:{id}"));
            let some = Page {
                skip: 0,
                take: PRODUCTS,
            };
            for one in product::list(db, Holder::Shop(*id), self.now(), some).await? {
                subjects.push(format!("product:{}", one.id));
            }
            if shop::owners(db, *id).await?.len() == 1 {
                shops.push(row.name);
            }
        }
        let mentored = consents
            .iter()
            .any(|one| one.purpose == Purpose::Mentoring && one.given);
        Ok(Rights {
            allowed: allowed(member, &place, mentored),
            looks: self.looks(who, &subjects).await?,
            backup_at: self.backed_up_at().await?,
            consents,
            mentors,
            shops,
        })
    }

    async fn standings(&self, id: PersonId) -> Result<Vec<Standing>, Fault> {
        let history = consent::history(self.store.db(), id).await?;
        let of = |purpose: Purpose| {
            let mine: Vec<Entry> = history
                .iter()
                .rev()
                .filter(|entry| entry.purpose == purpose.key())
                .cloned()
                .collect();
            Standing {
                purpose,
                given: mine.first().is_some_and(|entry| entry.given),
                history: mine,
            }
        };
        Ok(Purpose::ALL.into_iter().map(of).collect())
    }

    async fn looks(&self, who: &Who, subjects: &[String]) -> Result<Vec<Look>, Fault> {
        let db = self.store.db();
        let page = Page {
            skip: 0,
            take: LOOKS,
        };
        let mut looks = Vec::new();
        for entry in audit::by_others(db, subjects, &actor(who), page).await? {
            let id: Option<PersonId> = entry
                .actor
                .strip_prefix("person:")
                .and_then(|id| id.parse().ok());
            let found = match id {
                Some(id) => match person::get(db, id).await {
                    Ok(found) => Some(found),
                    Err(StoreError::Missing) => None,
                    Err(error) => return Err(error.into()),
                },
                None => None,
            };
            looks.push(Look {
                at: entry.at,
                role: found.as_ref().map(|one| one.role),
                name: found.map(|one| one.name),
                machine: entry.actor == "system",
                action: entry.action,
                refused: entry.outcome == "refused",
            });
        }
        Ok(looks)
    }

    /// Erases whoever asks: their rows, the shops that they alone own with all products, this browser's drafts and forms,
    /// and every file that nobody else needs. Returns the receipt's number, which leads to nobody.
    ///
    /// # Errors
    /// `Forbidden` for a guest; `Refused` for admins, whose accounts end at the machine.
    pub async fn erase_me(&self, who: &Who, browser: GuestId) -> Result<String, Fault> {
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        if member.role == Role::Admin {
            return Err(Fault::field("word", Message::new("erase-admin")));
        }
        let now = self.now();
        let number = self.receipt_number(now);
        let backup_at = self.backed_up_at().await?;
        let change = self.store.begin().await?;
        let mut files = erase::files_of(&change, member.id).await?;
        files.extend(erase::files_of_guest(&change, browser).await?);
        let mut gone = erase::person(&change, member.id).await?;
        gone.products += erase::guest(&change, browser).await?.products;
        let count = |n: u64| i32::try_from(n).unwrap_or(i32::MAX);
        let receipt = Erasure {
            number: number.clone(),
            at: now,
            shops: count(gone.shops),
            products: count(gone.products),
            files: 0,
            sales: count(gone.sales),
            cash: count(gone.cash),
            storefronts: count(gone.storefronts),
            programme: count(gone.programme),
            backup_at,
        };
        erasure::keep(&change, receipt).await?;
        self.note(&change, who, "erase-person", &actor(who), "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        files.sort();
        files.dedup();
        let swept = self.drop_files(files).await?;
        self.sweep_uploads().await?;
        erasure::set_files(self.store.db(), &number, count(swept.files + swept.waiting)).await?;
        self.store.settle().await?;
        Ok(number)
    }

    /// `HPS-20261126-1F0A93C2D4`: the day, and chance.
    fn receipt_number(&self, now: i64) -> String {
        let day = super::day(now);
        let chance = self.outside.secret().to_uppercase();
        format!(
            "HPS-{}-{}",
            day.strftime("%Y%m%d"),
            chance.get(..10).unwrap_or_default()
        )
    }

    /// The receipt of an erasure, for whoever holds its number.
    ///
    /// # Errors
    /// `Missing` when there is none.
    pub async fn erasure(&self, number: &str) -> Result<Erasure, Fault> {
        Ok(erasure::get(self.store.db(), number).await?)
    }
}

/// What each role may do with a person's data, by the table of rights itself.
fn allowed(owner: &Member, place: &Scope, mentored: bool) -> Vec<(Role, Vec<Action>)> {
    let (shop, area) = match place {
        Scope::Shop(id, area) => (Some(*id), area.clone()),
        _ => (None, owner.area.clone()),
    };
    let person = Scope::Person(owner.role, owner.area.clone());
    let seers = [
        Role::Staff,
        Role::Mentor,
        Role::Checker,
        Role::Manager,
        Role::Admin,
    ];
    seers
        .into_iter()
        .map(|role| {
            let who = Who::Person(Member {
                id: PersonId(naik_core::id::Uuid::nil()),
                role,
                area: if role == Role::Admin {
                    Area::country()
                } else {
                    area.clone()
                },
                shops: staff(role, shop),
                mentored: shop
                    .filter(|_| role == Role::Mentor && mentored)
                    .into_iter()
                    .collect(),
            });
            let actions = Action::ALL
                .into_iter()
                .filter(|action| may(&who, *action, place) || may(&who, *action, &person))
                .collect();
            (role, actions)
        })
        .collect()
}

fn staff(role: Role, shop: Option<ShopId>) -> Vec<(ShopId, Post)> {
    shop.filter(|_| role == Role::Staff)
        .map(|id| (id, Post::Staff))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use naik_core::id::Uuid;

    #[test]
    fn a_mentor_sees_products_only_while_the_owner_agrees() {
        let shop = ShopId(Uuid::from_u128(1));
        let area = Area::parse("35.73").unwrap();
        let owner = Member {
            id: PersonId(Uuid::from_u128(2)),
            role: Role::Owner,
            area: area.clone(),
            shops: vec![(shop, Post::Owner)],
            mentored: Vec::new(),
        };
        let place = Scope::Shop(shop, area);
        let of = |role: Role, mentored: bool| {
            allowed(&owner, &place, mentored)
                .into_iter()
                .find(|(one, _)| *one == role)
                .unwrap()
                .1
        };
        assert!(of(Role::Mentor, true).contains(&Action::SeeProduct));
        assert!(!of(Role::Mentor, false).contains(&Action::SeeProduct));
        assert!(of(Role::Staff, false).contains(&Action::EditProduct));
        for role in [Role::Manager, Role::Admin] {
            let actions = of(role, true);
            assert!(actions.contains(&Action::SeeShop), "{role:?}");
            assert!(!actions.contains(&Action::SeeProduct), "{role:?}");
        }
    }
}
