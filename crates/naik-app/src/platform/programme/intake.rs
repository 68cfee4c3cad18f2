//! Shops from an office's list: held until whoever sent it has seen what each row becomes, then made, each with a card.

use std::collections::HashSet;

use bytes::Bytes;
use naik_connect::intake::{self, List, Row};
pub use naik_connect::intake::{Field, Mapping};
use naik_core::access::{Action, Scope, Who};
use naik_core::account::{Area, Contact, Role, name};
use naik_core::id::{CohortId, EnrolmentId, IntakeFileId, PersonId, ShopId};
use naik_core::lang::Lang;
use naik_core::message::{Explain, Message};
use naik_core::programme::cohort::{Cohort, Phase, Programme};
use naik_store::repo::intake_file::{self, IntakeFile};
use naik_store::repo::person::{self, Person};
use naik_store::{StoreError, Transaction};

use super::super::Platform;
use super::super::card::Fresh;
use super::super::error::Fault;

/// Accounts that are made at once: as many cards come in one print. The file sent again makes the next ones.
pub const AT_ONCE: usize = 100;
/// Rows that a preview shows of each kind.
const SHOWN: usize = 20;

/// What a row becomes.
#[derive(Clone, Debug)]
pub enum Becomes {
    /// An account with a shop that applies.
    New(Ready),
    /// Nothing: the contact has an account already.
    Known,
    /// Nothing: the contact stands twice in the list.
    Twice,
    /// Nothing, since this is wrong with a cell.
    Wrong(Field, Message),
}

/// A row that can be made.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The owner's name.
    pub owner: String,
    /// How they sign in.
    pub contact: Contact,
    /// The shop's name.
    pub shop: String,
    /// Where it is.
    pub area: Area,
}

/// How many rows become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New accounts.
    pub new: usize,
    /// Contacts that have an account.
    pub known: usize,
    /// Contacts that stand twice.
    pub twice: usize,
    /// Rows with a mistake.
    pub wrong: usize,
}

/// What a list would become.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file.
    pub file: IntakeFile,
    /// Its columns and what they were taken for.
    pub list: List,
    /// Whether a person said what the columns mean.
    pub mapped: bool,
    /// How many rows become what.
    pub counts: Counts,
    /// The first new ones, with their lines.
    pub new: Vec<(usize, Ready)>,
    /// The first that are left out: line, what was written as the owner, what is wrong.
    pub left: Vec<(usize, String, Becomes)>,
}

/// Someone who was made, with the card that lets them in.
#[derive(Clone, Debug)]
pub struct Made {
    /// The card.
    pub card: Fresh,
    /// The shop's name.
    pub shop: String,
}

impl Platform {
    /// Holds a list for a decision.
    ///
    /// # Errors
    /// `Refused` when it is no table, or shops can no longer apply; `Missing` when this one does not run the cohort.
    pub async fn hold_intake(
        &self,
        who: &Who,
        id: CohortId,
        file: &str,
        bytes: Bytes,
    ) -> Result<IntakeFileId, Fault> {
        let (found, kept) = self.run_cohort(who, id).await?;
        let Who::Person(member) = who else {
            return Err(Fault::Forbidden);
        };
        self.takes_more(&found, &kept.cohort)?;
        let _turn = self.heavy_turn().await?;
        list(bytes.clone(), None).await?;
        let sha256 = self.store.blobs().put(bytes, self.now()).await?;
        let new = IntakeFileId(self.outside.id());
        let row = IntakeFile {
            id: new.0,
            cohort_id: id.0,
            person_id: member.id.0,
            name: file.chars().filter(|c| !c.is_control()).take(120).collect(),
            sha256,
            mapping: None,
            created_at: self.now(),
        };
        intake_file::add(self.store.db(), row).await?;
        Ok(new)
    }

    /// Whether shops may still apply: a lottery takes nobody after its window, and no cohort that runs does.
    fn takes_more(&self, found: &Programme, run: &Cohort) -> Result<(), Fault> {
        let phase = run.phase(self.today_in(&found.area));
        let late = phase >= Phase::Running || (run.lottery && phase == Phase::Closed);
        if late {
            return Err(Fault::field("berkas", Message::new("intake-too-late")));
        }
        Ok(())
    }

    /// Says what a list's columns mean.
    ///
    /// # Errors
    /// `Missing` when the cohort has no such list, or this one does not run it.
    pub async fn map_intake(
        &self,
        who: &Who,
        (of, id): (CohortId, IntakeFileId),
        mapping: &Mapping,
    ) -> Result<(), Fault> {
        self.run_cohort(who, of).await?;
        let text = serde_json::to_string(mapping).map_err(|e| Fault::Internal(e.to_string()))?;
        intake_file::map(self.store.db(), of, id, &text).await?;
        Ok(())
    }

    /// What each row of a list would become.
    ///
    /// # Errors
    /// `Missing` when the cohort has no such list, or this one does not run it.
    pub async fn preview_intake(
        &self,
        who: &Who,
        (of, id): (CohortId, IntakeFileId),
    ) -> Result<Preview, Fault> {
        let (found, _) = self.run_cohort(who, of).await?;
        let _turn = self.heavy_turn().await?;
        let (file, list) = self.held_list(of, id).await?;
        let mut preview = Preview {
            mapped: file.mapping.is_some(),
            file,
            counts: Counts::default(),
            new: Vec::new(),
            left: Vec::new(),
            list,
        };
        let rows = std::mem::take(&mut preview.list.rows);
        for (row, becomes) in self.judged(rows, &found.area).await? {
            preview.take(row, becomes);
        }
        Ok(preview)
    }

    /// Makes the first [`AT_ONCE`] accounts of a list, each with its shop, its application and a card. Nobody agrees to
    /// anything by that: owners do when they come in. The list goes; what is made is known the next time.
    ///
    /// # Errors
    /// `Missing` when someone decided about the list already, or this one does not run the cohort; `Refused` when shops
    /// can no longer apply.
    pub async fn save_intake(
        &self,
        who: &Who,
        (of, id): (CohortId, IntakeFileId),
    ) -> Result<Vec<Made>, Fault> {
        let (found, kept) = self.run_cohort(who, of).await?;
        self.takes_more(&found, &kept.cohort)?;
        let scope = Scope::Person(Role::Owner, found.area.clone());
        self.require(who, Action::CreatePerson, &scope).await?;
        let _turn = self.heavy_turn().await?;
        let (file, list) = self.held_list(of, id).await?;
        let rows = self.judged(list.rows, &found.area).await?;
        let ready = rows.into_iter().filter_map(|(_, becomes)| match becomes {
            Becomes::New(ready) => Some(ready),
            _ => None,
        });
        let change = self.store.begin().await?;
        // Whoever takes the list away first makes its accounts.
        intake_file::remove(&change, of, id).await?;
        let mut made = Vec::new();
        for one in ready.take(AT_ONCE) {
            made.push(self.make_owner(&change, who, of, one).await?);
        }
        self.note(
            &change,
            who,
            "import-shops",
            &format!("cohort:{of}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        // It names people and how to reach them: it goes as soon as nobody can be about to keep the same.
        // Its cards are shown once: a file that stays is the next sweep's, and no reason to lose them.
        self.drop_files(vec![file.sha256]).await.ok();
        Ok(made)
    }

    async fn make_owner(
        &self,
        change: &Transaction,
        who: &Who,
        of: CohortId,
        ready: Ready,
    ) -> Result<Made, Fault> {
        let new = Person {
            id: PersonId(self.outside.id()),
            name: ready.owner,
            contact: ready.contact,
            role: Role::Owner,
            area: ready.area.clone(),
            lang: Lang::Id,
            password: None,
            failures: 0,
            locked_until: None,
            created_at: self.now(),
            demo: false,
        };
        person::create(change, &new).await?;
        let shop: ShopId = self.open_shop(change, &new, &ready.shop).await?;
        let enrolment = (EnrolmentId(self.outside.id()), of, shop);
        let today = self.today_in(&ready.area);
        self.write_down(change, None, enrolment, today).await?;
        let issuer = match who {
            Who::Person(member) => Some(member.id.0),
            Who::Guest(_) => None,
        };
        let subject = format!("person:{}", new.id);
        self.note(change, who, "invite", &subject, "done").await?;
        Ok(Made {
            card: self.make_card(change, new, issuer).await?,
            shop: ready.shop,
        })
    }

    async fn held_list(&self, of: CohortId, id: IntakeFileId) -> Result<(IntakeFile, List), Fault> {
        let file = intake_file::get(self.store.db(), of, id).await?;
        let bytes = self.store.blobs().get(&file.sha256).await?;
        let damaged = |_| Fault::Internal("a mapping that can't be read".to_owned());
        let mapping = file.mapping.as_deref().map(serde_json::from_str);
        let mapping: Option<Mapping> = mapping.transpose().map_err(damaged)?;
        let list = list(bytes, mapping).await?;
        Ok((file, list))
    }

    /// What each row becomes, in the order of the list.
    async fn judged(&self, rows: Vec<Row>, area: &Area) -> Result<Vec<(Row, Becomes)>, Fault> {
        let read: Vec<(Row, Becomes)> = rows
            .into_iter()
            .map(|row| {
                let becomes = match ready(&row, area) {
                    Ok(ready) => Becomes::New(ready),
                    Err((field, why)) => Becomes::Wrong(field, why),
                };
                (row, becomes)
            })
            .collect();
        let contacts: Vec<String> = read
            .iter()
            .filter_map(|(_, becomes)| match becomes {
                Becomes::New(ready) => Some(ready.contact.key().to_owned()),
                _ => None,
            })
            .collect();
        let known = person::known(self.store.db(), &contacts).await?;
        let mut seen = HashSet::new();
        let judged = read.into_iter().map(|(row, becomes)| {
            let becomes = match becomes {
                Becomes::New(ready) if known.contains(ready.contact.key()) => Becomes::Known,
                Becomes::New(ready) if !seen.insert(ready.contact.key().to_owned()) => {
                    Becomes::Twice
                }
                other => other,
            };
            (row, becomes)
        });
        Ok(judged.collect())
    }
}

impl Preview {
    fn take(&mut self, row: Row, becomes: Becomes) {
        match becomes {
            Becomes::New(ready) => {
                self.counts.new += 1;
                if self.new.len() < SHOWN {
                    self.new.push((row.line, ready));
                }
                return;
            }
            Becomes::Known => self.counts.known += 1,
            Becomes::Twice => self.counts.twice += 1,
            Becomes::Wrong(..) => self.counts.wrong += 1,
        }
        if self.left.len() < SHOWN {
            let said = if row.owner.is_empty() {
                row.contact
            } else {
                row.owner
            };
            self.left.push((row.line, said, becomes));
        }
    }
}

/// Reads one row; the first thing that is wrong with it says where.
fn ready(row: &Row, within: &Area) -> Result<Ready, (Field, Message)> {
    let owner = name(&row.owner).map_err(|e| (Field::Owner, e.explain()))?;
    let contact = Contact::parse(&row.contact).map_err(|e| (Field::Contact, e.explain()))?;
    let shop = if row.shop.is_empty() {
        owner.clone()
    } else {
        name(&row.shop).map_err(|e| (Field::Shop, e.explain()))?
    };
    let area = if row.area.is_empty() {
        within.clone()
    } else {
        Area::parse(&row.area).map_err(|e| (Field::Area, e.explain()))?
    };
    if !within.holds(&area) {
        let message = Message::new("intake-outside").with("area", within.label());
        return Err((Field::Area, message));
    }
    Ok(Ready {
        owner,
        contact,
        shop,
        area,
    })
}

async fn list(bytes: Bytes, mapping: Option<Mapping>) -> Result<List, Fault> {
    let read = tokio::task::spawn_blocking(move || intake::read(&bytes, mapping.as_ref())).await;
    read.map_err(|_| Fault::Internal("reading a list broke off".to_owned()))?
        .map_err(|error| Fault::field("berkas", error.explain()))
}
