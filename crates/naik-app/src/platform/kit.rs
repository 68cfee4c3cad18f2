//! Kits: asking for one, following it, looking at what was made. A version that stands is never changed.

use std::path::Path;

use bytes::Bytes;
use naik_core::access::{Action, Who};
use naik_core::channel::Channel;
use naik_core::id::{JobId, KitId, ProductId};
use naik_core::kit::Kit;
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_store::repo::job::{self, Job, Order};
use naik_store::repo::kit::{self, File, State, Version};
use naik_store::repo::{Page, photo, product};
use naik_store::{On, StoreError};
use serde::{Deserialize, Serialize};

use super::Platform;
use super::error::Fault;
use super::reach::actor;
use crate::error::AppError;
use crate::studio::text::channel_of;

/// The kind of job that makes kits.
pub(crate) const KIT: &str = "kit";
/// How often a kit is tried.
const TRIES: i32 = 3;
/// The longest text of one place, in characters.
pub const TEXT_MOST: usize = 6000;

/// What is wanted of a kit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// What is to be done.
    pub work: Work,
    /// The scene behind the product.
    pub scene: Option<String>,
    /// The family of posters.
    pub family: Option<String>,
    /// The main colour, `#rrggbb`.
    pub color: Option<String>,
}

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Everything, from photos and facts.
    #[default]
    Whole,
    /// Some parts anew; the others are taken over.
    Parts(Vec<String>),
    /// Photos cut anew with the strokes that are kept with them.
    Cutout,
    /// Another text in one place.
    Text {
        /// The key of its channel.
        channel: String,
        /// What it is to say.
        body: String,
    },
    /// Whatever a program can mend for marketplaces.
    Mend,
}

impl Work {
    /// The word that is stored with the version.
    pub fn reason(&self) -> String {
        match self {
            Self::Whole => "whole".to_owned(),
            Self::Parts(parts) => parts.join(" "),
            Self::Cutout => "cutout".to_owned(),
            Self::Text { .. } => "text".to_owned(),
            Self::Mend => "mend".to_owned(),
        }
    }
}

/// What a worker needs to know.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub(crate) kit: KitId,
    pub(crate) origin: Option<KitId>,
    pub(crate) lang: Lang,
    pub(crate) wish: Wish,
}

/// How a product's kit stands, for its page.
#[derive(Clone, Debug)]
pub struct Standing {
    /// All versions, newest first, without their records.
    pub versions: Vec<Version>,
    /// The version to show, with its record.
    pub shown: Option<Version>,
    /// Files of the version to show, as far as they are made.
    pub files: Vec<File>,
    /// The version in the making with its job.
    pub making: Option<Making>,
}

impl Standing {
    /// The contract of the version to show, if one is made.
    ///
    /// # Errors
    /// When what is stored can't be read.
    pub fn shown_kit(&self) -> Result<Option<Kit>, Fault> {
        let record = self.shown.as_ref().and_then(|one| one.record.as_deref());
        record
            .map(serde_json::from_str)
            .transpose()
            .map_err(|e| Fault::Internal(e.to_string()))
    }
}

/// A version in the making.
#[derive(Clone, Debug)]
pub struct Making {
    /// The version.
    pub version: Version,
    /// Its job.
    pub job: Job,
    /// Jobs before it.
    pub ahead: u64,
    /// Files that are made already.
    pub files: Vec<File>,
}

impl Platform {
    /// Asks for a kit, or for a change of the one that is shown. While the same is in the making, that one is the answer:
    /// a double click asks once.
    ///
    /// # Errors
    /// `Refused` without a photo or a name, for a change where nothing stands yet, and while something else is made.
    pub async fn order_kit(
        &self,
        who: &Who,
        id: ProductId,
        wish: Wish,
        lang: Lang,
        key: &str,
    ) -> Result<KitId, Fault> {
        let found = self.reach(who, id, Action::EditProduct).await?;
        self.check_wish(&found, &wish).await?;
        let asked = serde_json::to_string(&wish).map_err(|e| Fault::Internal(e.to_string()))?;
        let change = self.store.begin().await?;
        if let Some(running) = in_the_making(&change, id).await? {
            let job = job::get(&change, JobId(running.id.0)).await?;
            let same = serde_json::from_str::<Payload>(&job.payload)
                .is_ok_and(|payload| payload.wish == wish);
            return if same {
                Ok(running.id)
            } else {
                Err(Fault::field("", Message::new("kit-busy")))
            };
        }
        let new = KitId(self.outside.id());
        let request = format!("{id} {asked}");
        let kept = self
            .receipt(&change, &actor(who), key, &request, &new.to_string())
            .await?;
        if let Some(earlier) = kept {
            return earlier
                .parse()
                .map_err(|_| Fault::Internal("a receipt that names no kit".to_owned()));
        }
        // Another version may have come to be shown since.
        let origin = product::get(&change, id, self.now()).await?.kit;
        self.push_kit(&change, id, new, origin, lang, wish).await?;
        change.commit().await.map_err(StoreError::from)?;
        self.work.notify_one();
        self.tell(id);
        Ok(new)
    }

    /// Asks a worker for a version, in the transaction that needs it.
    pub(crate) async fn push_kit(
        &self,
        db: &impl On,
        product: ProductId,
        new: KitId,
        origin: Option<KitId>,
        lang: Lang,
        wish: Wish,
    ) -> Result<(), Fault> {
        let reason = wish.work.reason();
        kit::create(db, new, product, origin, &reason, self.now()).await?;
        let payload = Payload {
            kit: new,
            origin,
            lang,
            wish,
        };
        let order = Order {
            // One job a version: a version asked for twice would be refused by the table itself.
            id: JobId(new.0),
            kind: KIT,
            subject: product.0,
            payload: serde_json::to_string(&payload).map_err(|e| Fault::Internal(e.to_string()))?,
            most: TRIES,
        };
        job::push(db, order, self.now()).await?;
        Ok(())
    }

    async fn check_wish(&self, found: &product::Product, wish: &Wish) -> Result<(), Fault> {
        let refuse = |field: &str, key: &str| Err(Fault::field(field, Message::new(key)));
        match &wish.work {
            Work::Whole => {
                if photo::list(self.store.db(), found.id).await?.is_empty() {
                    return refuse("foto", "kit-needs-photo");
                }
                if found.facts.product.name.is_empty() {
                    return refuse("nama", "kit-needs-name");
                }
                Ok(())
            }
            Work::Text { body, .. } if body.chars().count() > TEXT_MOST => Err(Fault::field(
                "teks",
                Message::new("edit-too-long").with("most", TEXT_MOST),
            )),
            _ if found.kit.is_none() => refuse("", "kit-none-yet"),
            _ => Ok(()),
        }
    }

    /// How a product's kit stands; a version by its number, or the one that is shown.
    ///
    /// # Errors
    /// `Missing` when it is not theirs, or there is no such version.
    pub async fn standing(
        &self,
        who: &Who,
        id: ProductId,
        number: Option<i32>,
    ) -> Result<(product::Product, Standing), Fault> {
        let found = self.reach(who, id, Action::SeeProduct).await?;
        let standing = self.stands(&found, number).await?;
        Ok((found, standing))
    }

    /// The products of whoever asks, each with how its kit stands and its photos, the last changed first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn my_kits(
        &self,
        who: &Who,
        page: Page,
    ) -> Result<Vec<(product::Product, Standing, Vec<photo::Photo>)>, Fault> {
        let mut mine = Vec::new();
        for found in self.my_products(who, page).await? {
            let standing = self.stands(&found, None).await?;
            let photos = photo::list(self.store.db(), found.id).await?;
            mine.push((found, standing, photos));
        }
        Ok(mine)
    }

    /// How the kit stands of a product that whoever asked may see.
    async fn stands(
        &self,
        found: &product::Product,
        number: Option<i32>,
    ) -> Result<Standing, Fault> {
        let (db, id) = (self.store.db(), found.id);
        let versions = kit::list(db, id).await?;
        let shown = match (number, found.kit) {
            (Some(number), _) => Some(kit::by_number(db, id, number).await?),
            (None, Some(shown)) => Some(kit::get(db, id, shown).await?),
            (None, None) => None,
        };
        let files = match &shown {
            Some(version) => kit::files(db, version.id).await?,
            None => Vec::new(),
        };
        let running = versions.iter().find(|v| v.state == State::Making);
        let making = match running {
            Some(version) => {
                let job = job::get(db, JobId(version.id.0)).await?;
                let ahead = job::ahead(db, &job).await?;
                Some(Making {
                    files: kit::files(db, version.id).await?,
                    version: version.clone(),
                    job,
                    ahead,
                })
            }
            None => None,
        };
        Ok(Standing {
            versions,
            shown,
            files,
            making,
        })
    }

    /// Stops what is in the making.
    ///
    /// # Errors
    /// `Missing` when it is not theirs.
    pub async fn cancel_kit(&self, who: &Who, id: ProductId) -> Result<(), Fault> {
        self.reach(who, id, Action::EditProduct).await?;
        let change = self.store.begin().await?;
        if let Some(running) = in_the_making(&change, id).await? {
            let job_id = JobId(running.id.0);
            match job::cancel(&change, job_id, self.now()).await {
                Ok(()) | Err(StoreError::Missing) => {}
                Err(error) => return Err(error.into()),
            }
            // One that runs ends itself at its next beat.
            if job::get(&change, job_id).await?.state != job::State::Running {
                kit::ended(&change, running.id, State::Cancelled, None).await?;
            }
        }
        change.commit().await.map_err(StoreError::from)?;
        self.tell(id);
        Ok(())
    }

    /// Shows an older version again. Nothing is lost: the newer one stays in the row.
    ///
    /// # Errors
    /// `Missing` when it is not theirs, or there is no such version that was made.
    pub async fn show_version(&self, who: &Who, id: ProductId, number: i32) -> Result<(), Fault> {
        self.reach(who, id, Action::EditProduct).await?;
        let version = kit::by_number(self.store.db(), id, number).await?;
        if version.state != State::Made {
            return Err(Fault::Missing);
        }
        product::show_kit(self.store.db(), id, version.id, self.now()).await?;
        self.tell(id);
        Ok(())
    }

    /// A file of a version, with its address among all files: of the one in the making as well, once it is there.
    ///
    /// # Errors
    /// `Missing` when it is not theirs, or there is no such file.
    pub async fn kit_file(
        &self,
        who: &Who,
        id: ProductId,
        number: i32,
        path: &str,
    ) -> Result<(Bytes, String), Fault> {
        self.reach(who, id, Action::SeeProduct).await?;
        let version = kit::by_number(self.store.db(), id, number).await?;
        let file = kit::file(self.store.db(), version.id, path).await?;
        let bytes = self.store.blobs().get(&file.sha256).await?;
        Ok((bytes, file.sha256))
    }

    /// Each channel's text among these files, in the order of channels.
    ///
    /// # Errors
    /// When a file that should be there is not.
    pub async fn texts(&self, files: &[File]) -> Result<Vec<(Channel, String)>, Fault> {
        let mut texts = Vec::new();
        for channel in Channel::ALL {
            let mine = files.iter().find(|f| channel_of(&f.path) == Some(channel));
            if let Some(file) = mine {
                let bytes = self.store.blobs().get(&file.sha256).await?;
                let text = String::from_utf8_lossy(&bytes).trim_end().to_owned();
                texts.push((channel, text));
            }
        }
        Ok(texts)
    }

    /// The version that is shown, laid out in a folder of its own, for verbs that need a whole kit.
    ///
    /// # Errors
    /// When nothing is shown, or a file can't be had.
    pub(crate) async fn lay_out(&self, kit: KitId, folder: &Path) -> Result<(), Fault> {
        for file in kit::files(self.store.db(), kit).await? {
            let bytes = self.store.blobs().get(&file.sha256).await?;
            let path = folder.join(&file.path);
            let written = tokio::task::block_in_place(|| {
                path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
                std::fs::write(&path, &bytes)
            });
            written.map_err(|e| Fault::from(AppError::write(&path, e)))?;
        }
        Ok(())
    }
}

async fn in_the_making(db: &impl On, id: ProductId) -> Result<Option<Version>, Fault> {
    let versions = kit::list(db, id).await?;
    Ok(versions.into_iter().find(|v| v.state == State::Making))
}

/// How many of a kit's files pass all their checks, of how many.
pub fn ready(kit: &Kit) -> (usize, usize) {
    let checked = kit.outputs.iter().filter(|o| !o.checks.is_empty());
    let passed = checked
        .clone()
        .filter(|o| o.checks.iter().all(|c| c.passed));
    (passed.count(), checked.count())
}
