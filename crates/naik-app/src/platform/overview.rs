//! What admins see of people, and of who did what.

use std::collections::HashMap;

use naik_core::access::{Action, Scope, Who};
use naik_core::account::Area;
use naik_core::id::Uuid;
use naik_store::repo::person::{self, Person};
use naik_store::repo::{Page, audit, session, shop};

use super::Platform;
use super::error::Fault;

/// Someone with an account.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who.
    pub person: Person,
    /// When they were last here, in Unix milliseconds.
    pub seen: Option<i64>,
}

/// An entry of the log with the names that its ids lead to.
#[derive(Clone, Debug)]
pub struct Logged {
    /// The entry.
    pub entry: audit::Entry,
    /// Who did it, when it was someone with an account that still is.
    pub who: Option<String>,
    /// The person or the shop that it was done to.
    pub about: Option<String>,
}

impl Platform {
    /// Who there is, by name; with a query, those whose name or contact holds it.
    ///
    /// # Errors
    /// `Forbidden` for all but admins.
    pub async fn people(&self, who: &Who, query: &str, page: Page) -> Result<Vec<Known>, Fault> {
        self.require(who, Action::SeePeople, &Scope::System).await?;
        let db = self.store.db();
        let rows = person::list(db, &Area::country(), query, page).await?;
        let ids: Vec<Uuid> = rows.iter().map(|one| one.id.0).collect();
        let actors: Vec<String> = ids.iter().map(|id| format!("person:{id}")).collect();
        let sessions = session::last(db, &ids).await?;
        let logged = audit::last(db, &actors).await?;
        let seen = |id: Uuid| {
            let logged = logged.get(&format!("person:{id}"));
            sessions.get(&id).into_iter().chain(logged).max().copied()
        };
        Ok(rows
            .into_iter()
            .map(|person| Known {
                seen: seen(person.id.0),
                person,
            })
            .collect())
    }

    /// Who did what, newest first.
    ///
    /// # Errors
    /// `Forbidden` for all but admins.
    pub async fn log(&self, who: &Who, page: Page) -> Result<Vec<Logged>, Fault> {
        self.require(who, Action::ReadAudit, &Scope::System).await?;
        let db = self.store.db();
        let rows = audit::list(db, None, page).await?;
        let named = |kind: &str| -> Vec<Uuid> {
            rows.iter()
                .flat_map(|row| [&row.actor, &row.subject])
                .filter_map(|text| id_of(text, kind))
                .collect()
        };
        let people = person::names(db, &named("person")).await?;
        let shops = shop::names(db, &named("shop")).await?;
        let find = |text: &str, kind: &str, names: &HashMap<Uuid, String>| {
            id_of(text, kind).and_then(|id| names.get(&id).cloned())
        };
        Ok(rows
            .into_iter()
            .map(|entry| Logged {
                who: find(&entry.actor, "person", &people),
                about: find(&entry.subject, "person", &people)
                    .or_else(|| find(&entry.subject, "shop", &shops)),
                entry,
            })
            .collect())
    }
}

/// The id in `person:…`.
fn id_of(text: &str, kind: &str) -> Option<Uuid> {
    text.strip_prefix(kind)?.strip_prefix(':')?.parse().ok()
}
