//! What whoever keeps the machine does at its command line: accounts, backup, restore, export, erasure.

use std::io::Write;
use std::path::Path;

use naik_core::account::Contact;
use naik_core::id::PersonId;
use naik_core::message::{Explain, Message};
use naik_store::backup;
use naik_store::repo::person::{self, Person};
use naik_store::repo::setting;
use naik_store::{Store, StoreError};

use super::Platform;
use super::account::Invitation;
use super::card::Fresh;
use super::error::Fault;
use crate::error::AppError;

/// The setting that says when the last backup was made.
const BACKUP_AT: &str = "backup_at";

impl Platform {
    /// Writes everything that is kept into one file, and remembers that: whoever erases their data is told of it.
    ///
    /// # Errors
    /// When the database or the store of files refuses, or the file can't be written.
    pub async fn back_up(&self, out: &Path) -> Result<u64, Fault> {
        let now = self.now();
        let rows = back_up(&self.store, out).await?;
        setting::set(self.store.db(), BACKUP_AT, now.to_string()).await?;
        Ok(rows)
    }

    /// When the last backup was made, in Unix milliseconds; none where none is known of.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn backed_up_at(&self) -> Result<Option<i64>, Fault> {
        let told = setting::get(self.store.db(), BACKUP_AT).await?;
        Ok(told.and_then(|text| text.parse().ok()))
    }

    /// The person of a contact, as someone at the machine writes it.
    ///
    /// # Errors
    /// `Refused` when it is none, `Missing` when it has no account.
    pub async fn find_person(&self, contact: &str) -> Result<Person, Fault> {
        let contact = Contact::parse(contact).map_err(|e| Fault::field("contact", e.explain()))?;
        person::by_contact(self.store.db(), &contact)
            .await?
            .ok_or_else(|| Fault::field("contact", Message::new("person-unknown")))
    }

    /// Makes an account without asking who wishes it, with a card to come in by: whoever is at the machine owns it.
    ///
    /// # Errors
    /// `Refused` field by field.
    pub async fn create_person(&self, wish: Invitation) -> Result<Fresh, Fault> {
        let id = self.make_person(wish, None).await?;
        self.card_at_machine(id, "create-person").await
    }

    /// Lets a person come in anew: their password, sessions and passkeys end, and a card is made.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn reset_access(&self, id: PersonId) -> Result<Fresh, Fault> {
        let change = self.store.begin().await?;
        person::set_password(&change, id, None).await?;
        self.shut_out(&change, id, None).await?;
        change.commit().await.map_err(StoreError::from)?;
        self.card_at_machine(id, "reset-access").await
    }

    async fn card_at_machine(&self, id: PersonId, action: &str) -> Result<Fresh, Fault> {
        let holder = person::get(self.store.db(), id).await?;
        let change = self.store.begin().await?;
        let fresh = self.make_card(&change, holder, None).await?;
        self.note_system(&change, action, &format!("person:{id}"))
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(fresh)
    }

    /// Erases a person: their rows, the shops that nobody else owns with all their products, and every file that
    /// no one else uses. What remains is a log entry with an id that leads to nobody.
    ///
    /// # Errors
    /// When the database or the store of files refuses.
    pub async fn erase_person(&self, id: PersonId) -> Result<Erased, Fault> {
        let change = self.store.begin().await?;
        let files = naik_store::repo::erase::files_of(&change, id).await?;
        let gone = naik_store::repo::erase::person(&change, id).await?;
        self.note_system(&change, "erase-person", &format!("person:{id}"))
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        let swept = self.drop_files(files).await?;
        self.sweep_uploads().await?;
        self.store.settle().await?;
        Ok(Erased {
            shops: gone.shops,
            products: gone.products,
            files: swept.files + swept.waiting,
        })
    }
}

/// What was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erased {
    /// Shops.
    pub shops: u64,
    /// Products.
    pub products: u64,
    /// Files.
    pub files: u64,
}

/// Writes everything that is kept into one file.
///
/// # Errors
/// When the database or the store of files refuses, or the file can't be written.
pub async fn back_up(store: &Store, out: &Path) -> Result<u64, Fault> {
    let partial = out.with_extension("partial");
    let write = |e| refused(&AppError::write(out, e));
    let mut file = private(&partial).map_err(write)?;
    let count = backup::write(store, &mut file).await?;
    file.flush().and_then(|()| file.sync_all()).map_err(write)?;
    std::fs::rename(&partial, out).map_err(write)?;
    Ok(count)
}

/// Puts what a backup holds into an empty store.
///
/// # Errors
/// `Refused` when the store is not empty or the file is no backup of ours.
pub async fn restore(store: &Store, from: &Path) -> Result<u64, Fault> {
    let file = std::fs::File::open(from).map_err(|e| refused(&AppError::read(from, e)))?;
    backup::read(store, std::io::BufReader::new(file))
        .await
        .map_err(|error| match error {
            StoreError::Taken => Fault::field("", Message::new("restore-not-empty")),
            StoreError::Damaged(_) => Fault::field(
                "",
                Message::new("restore-not-read").with("path", from.display()),
            ),
            other => other.into(),
        })
}

/// A new file that nobody else on the machine can read: it holds people's data and what signs their sessions.
pub(super) fn private(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// What is wrong with a file that the keeper named, path and all.
pub(super) fn refused(error: &AppError) -> Fault {
    Fault::field("", error.explain())
}
