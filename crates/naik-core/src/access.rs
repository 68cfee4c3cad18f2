//! Who may do what: every right in one place, by role, by shop and by area.
//!
//! Pages, the API and jobs ask [`may`] and nothing else. A right that is not
//! named here is not given.

use serde::{Deserialize, Serialize};

use crate::account::{Area, Role};
use crate::id::{GuestId, PersonId, ShopId};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A browser without an account.
    Guest(GuestId),
    /// Someone with an account.
    Person(Member),
}

/// A person with what their rights follow from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub id: PersonId,
    /// What they are.
    pub role: Role,
    /// Where they work.
    pub area: Area,
    /// Shops that they own or work for.
    pub shops: Vec<(ShopId, Post)>,
    /// Shops that they accompany, with the owners' consent.
    pub mentored: Vec<ShopId>,
}

/// What a person is in one shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// Decides.
    Owner,
    /// Helps: products and kits, not people or rights.
    Staff,
}

impl Post {
    /// The word that is stored.
    pub fn key(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Staff => "staff",
        }
    }

    /// The post of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Owner, Self::Staff]
            .into_iter()
            .find(|post| post.key() == word)
    }
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Look at a product, its photos and kits.
    SeeProduct,
    /// Change a product, make and change kits.
    EditProduct,
    /// Look at a shop's own pages.
    SeeShop,
    /// Change a shop's name and who works there.
    EditShop,
    /// Make a card that lets a person in.
    IssueCard,
    /// Make an account for a person.
    CreatePerson,
    /// See who there is.
    SeePeople,
    /// See, retry and cancel jobs of others.
    TendJobs,
    /// Read the log of who did what.
    ReadAudit,
    /// See where a shop stands in its programme: levels, evidence, tasks, visits.
    SeeProgress,
    /// Send evidence for a shop.
    SendEvidence,
    /// Say whether evidence is what it says, and check a level.
    CheckEvidence,
    /// Confirm a level that a mentor checked. That it is another person is a rule of the history.
    ConfirmLevel,
    /// Note a visit to a shop.
    NoteVisit,
    /// Ask that another mentor accompanies a shop; its owner agrees or not.
    OfferHandOver,
    /// Apply to a cohort and take the application back; offer ties to other shops and answer them.
    JoinProgramme,
    /// Found programmes and cohorts, give places, see a cohort's figures.
    RunProgramme,
}

impl Action {
    /// All.
    pub const ALL: [Self; 17] = [
        Self::SeeProduct,
        Self::EditProduct,
        Self::SeeShop,
        Self::EditShop,
        Self::IssueCard,
        Self::CreatePerson,
        Self::SeePeople,
        Self::TendJobs,
        Self::ReadAudit,
        Self::SeeProgress,
        Self::SendEvidence,
        Self::CheckEvidence,
        Self::ConfirmLevel,
        Self::NoteVisit,
        Self::OfferHandOver,
        Self::JoinProgramme,
        Self::RunProgramme,
    ];
}

/// What it is to be done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A guest's draft.
    Draft(GuestId),
    /// A shop with its products, and where it is.
    Shop(ShopId, Area),
    /// A person of this role and area.
    Person(Role, Area),
    /// An area with all that runs in it.
    Area(Area),
    /// The system as a whole.
    System,
}

/// Whether someone may do something.
pub fn may(who: &Who, action: Action, scope: &Scope) -> bool {
    match who {
        Who::Guest(guest) => {
            matches!(action, Action::SeeProduct | Action::EditProduct)
                && matches!(scope, Scope::Draft(owner) if owner == guest)
        }
        Who::Person(member) => match scope {
            // A draft belongs to the browser alone until its owner takes it into an account.
            Scope::Draft(_) => false,
            Scope::Shop(shop, area) => in_shop(member, action, *shop, area),
            Scope::Person(role, area) => over_person(member, action, *role, area),
            Scope::Area(area) => {
                action == Action::RunProgramme
                    && matches!(member.role, Role::Manager | Role::Admin)
                    && member.area.holds(area)
            }
            Scope::System => over_system(member.role, action),
        },
    }
}

fn in_shop(member: &Member, action: Action, shop: ShopId, area: &Area) -> bool {
    let post = member.shops.iter().find(|(id, _)| *id == shop);
    let mentored = member.mentored.contains(&shop);
    let near = member.area.holds(area);
    // A manager sees which shops there are, not what they have in hand.
    let watches = match member.role {
        Role::Manager => near,
        Role::Admin => true,
        _ => false,
    };
    let confirms = near && matches!(member.role, Role::Checker | Role::Manager);
    match action {
        Action::SeeProduct => post.is_some() || mentored,
        Action::SeeShop => post.is_some() || mentored || watches,
        Action::EditProduct => post.is_some(),
        Action::EditShop | Action::JoinProgramme => matches!(post, Some((_, Post::Owner))),
        Action::SeeProgress => post.is_some() || mentored || confirms,
        Action::SendEvidence => post.is_some() || mentored,
        // Nobody judges the shop in which they work.
        Action::CheckEvidence | Action::NoteVisit => mentored && post.is_none(),
        Action::ConfirmLevel => confirms && post.is_none(),
        Action::OfferHandOver => mentored || (near && member.role == Role::Manager),
        _ => false,
    }
}

fn over_person(member: &Member, action: Action, role: Role, area: &Area) -> bool {
    let near = member.area.holds(area);
    let beneath = match member.role {
        Role::Mentor => matches!(role, Role::Owner | Role::Staff),
        Role::Manager => !matches!(role, Role::Admin | Role::Manager),
        Role::Admin => true,
        _ => false,
    };
    match action {
        Action::IssueCard | Action::CreatePerson => near && beneath,
        Action::SeePeople => near && matches!(member.role, Role::Manager | Role::Admin),
        _ => false,
    }
}

fn over_system(role: Role, action: Action) -> bool {
    role == Role::Admin
        && matches!(
            action,
            Action::TendJobs | Action::ReadAudit | Action::SeePeople
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Uuid;

    const OWN: ShopId = ShopId(Uuid::from_u128(1));
    const OTHER: ShopId = ShopId(Uuid::from_u128(2));
    const GUEST: GuestId = GuestId(Uuid::from_u128(3));

    fn area(code: &str) -> Area {
        Area::parse(code).unwrap()
    }

    fn person(role: Role, code: &str) -> Who {
        let shops = match role {
            Role::Owner => vec![(OWN, Post::Owner)],
            Role::Staff => vec![(OWN, Post::Staff)],
            _ => Vec::new(),
        };
        let mentored = if role == Role::Mentor {
            vec![OWN]
        } else {
            Vec::new()
        };
        Who::Person(Member {
            id: PersonId(Uuid::from_u128(9)),
            role,
            area: area(code),
            shops,
            mentored,
        })
    }

    /// Columns: one letter per action in the order of [`Action::ALL`], `.` where it is refused.
    const LETTERS: &str = "sescicpjalevcnhbr";

    fn row(who: &Who, scope: &Scope) -> String {
        Action::ALL
            .iter()
            .zip(LETTERS.chars())
            .map(|(action, letter)| {
                if may(who, *action, scope) {
                    letter
                } else {
                    '.'
                }
            })
            .collect()
    }

    /// The whole table of rights: role x action x scope. Whoever changes a right changes this table.
    #[test]
    fn rights_are_exactly_these() {
        use Role::{Admin, Checker, Manager, Mentor, Owner, Staff, Volunteer};
        let own = Scope::Shop(OWN, area("35.73"));
        let other = Scope::Shop(OTHER, area("35.73"));
        let owner = Scope::Person(Owner, area("35.73"));
        let mentor = Scope::Person(Mentor, area("35.73"));
        let admin = Scope::Person(Admin, area("35.73"));
        let city = Scope::Area(area("35.73"));
        let table: [(Role, [&str; 7]); 7] = [
            //          own shop     other shop   an owner     a mentor     an admin     the system   the area
            (
                Owner,
                [
                    "sesc.....le....b.",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                ],
            ),
            (
                Staff,
                [
                    "ses......le......",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                ],
            ),
            (
                Mentor,
                [
                    "s.s......lev.nh..",
                    ".................",
                    "....ic...........",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                ],
            ),
            (
                Volunteer,
                [
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                ],
            ),
            (
                Checker,
                [
                    ".........l..c....",
                    ".........l..c....",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                    ".................",
                ],
            ),
            (
                Manager,
                [
                    "..s......l..c.h..",
                    "..s......l..c.h..",
                    "....icp..........",
                    "....icp..........",
                    "......p..........",
                    ".................",
                    "................r",
                ],
            ),
            (
                Admin,
                [
                    "..s..............",
                    "..s..............",
                    "....icp..........",
                    "....icp..........",
                    "....icp..........",
                    "......pja........",
                    "................r",
                ],
            ),
        ];
        for (role, expected) in table {
            let home = if role == Admin { "" } else { "35.73" };
            let who = person(role, home);
            let scopes = [&own, &other, &owner, &mentor, &admin, &Scope::System, &city];
            for (scope, expected) in scopes.into_iter().zip(expected) {
                assert_eq!(row(&who, scope), expected, "{role:?} {scope:?}");
            }
        }
    }

    #[test]
    fn power_ends_at_the_border() {
        let owner = Scope::Person(Role::Owner, area("35.78"));
        let shop = Scope::Shop(OTHER, area("35.78"));
        for (code, people, shops) in [
            ("35.73", ".................", "................."),
            ("35", "....icp..........", "..s......l..c.h.."),
            ("", "....icp..........", "..s......l..c.h.."),
            ("33", ".................", "................."),
        ] {
            let who = person(Role::Manager, code);
            assert_eq!(row(&who, &owner), people, "{code}");
            assert_eq!(row(&who, &shop), shops, "{code}");
        }
    }

    #[test]
    fn a_draft_is_its_own_guests() {
        let draft = Scope::Draft(GUEST);
        assert_eq!(row(&Who::Guest(GUEST), &draft), "se...............");
        let stranger = Who::Guest(GuestId(Uuid::from_u128(4)));
        assert_eq!(row(&stranger, &draft), ".................");
        let shop = Scope::Shop(OWN, area("35.73"));
        assert_eq!(row(&Who::Guest(GUEST), &shop), ".................");
        assert_eq!(row(&Who::Guest(GUEST), &Scope::System), ".................");
        for role in Role::ALL {
            assert_eq!(
                row(&person(role, ""), &draft),
                ".................",
                "{role:?}"
            );
        }
    }
}
