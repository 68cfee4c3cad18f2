//! Everything that is kept in one file: a tar archive of rows as JSON lines and of files by their addresses.
//!
//! It holds the same for SQLite and PostgreSQL, so that a city that has grown moves from one to the other with it.

use std::io::{Read, Write};

use naik_core::id::BadgeId;
use naik_core::programme::certificate::Number;
use sea_orm::{
    AccessMode, ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, IsolationLevel,
    PaginatorTrait, TransactionTrait,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Store;
use crate::entity::{
    allowed_word, audit, badge, badge_key, board, card, cash, cohort, cohort_mentor, consent, cost,
    enrolment, erasure, event, evidence, evidence_mark, growth, growth_shop, hand_over, job, kit,
    kit_file, mentoring, neighbour, organisation, passkey, past_slug, person, photo, plan, post,
    product, programme, sale, setting, shelf, shop, storefront, task, tie, token, visit,
};
use crate::error::{Result, StoreError};

/// The first entry: what this is.
const HEAD: &str = "naikkelas-backup-1";

/// Writes everything, and returns how many rows there were. Sessions, unfinished uploads, order files and receipts are left out:
/// they mean nothing elsewhere; so is what can be reckoned anew.
///
/// # Errors
/// When the database or the store of files refuses, or nothing more can be written.
pub async fn write(store: &Store, out: &mut (impl Write + Send)) -> Result<u64> {
    let mut tar = tar::Builder::new(out);
    entry(&mut tar, HEAD, b"")?;
    // One moment for all tables, on PostgreSQL too.
    let moment = Some(IsolationLevel::RepeatableRead);
    let change = store
        .db()
        .begin_with_config(moment, Some(AccessMode::ReadOnly))
        .await?;
    let mut count = 0;
    count += table::<person::Entity>(&change, &mut tar, "person").await?;
    count += table::<card::Entity>(&change, &mut tar, "card").await?;
    count += table::<consent::Entity>(&change, &mut tar, "consent").await?;
    count += table::<token::Entity>(&change, &mut tar, "token").await?;
    count += table::<passkey::Entity>(&change, &mut tar, "passkey").await?;
    count += table::<audit::Entity>(&change, &mut tar, "audit").await?;
    count += table::<shop::Entity>(&change, &mut tar, "shop").await?;
    count += table::<post::Entity>(&change, &mut tar, "post").await?;
    count += table::<mentoring::Entity>(&change, &mut tar, "mentoring").await?;
    count += table::<allowed_word::Entity>(&change, &mut tar, "allowed_word").await?;
    count += table::<erasure::Entity>(&change, &mut tar, "erasure").await?;
    count += table::<product::Entity>(&change, &mut tar, "product").await?;
    count += table::<photo::Entity>(&change, &mut tar, "photo").await?;
    count += table::<kit::Entity>(&change, &mut tar, "kit").await?;
    count += table::<kit_file::Entity>(&change, &mut tar, "kit_file").await?;
    count += table::<sale::Entity>(&change, &mut tar, "sale").await?;
    count += table::<cash::Entity>(&change, &mut tar, "cash").await?;
    count += table::<cost::Entity>(&change, &mut tar, "cost").await?;
    count += table::<storefront::Entity>(&change, &mut tar, "storefront").await?;
    count += table::<past_slug::Entity>(&change, &mut tar, "past_slug").await?;
    count += table::<shelf::Entity>(&change, &mut tar, "shelf").await?;
    count += table::<job::Entity>(&change, &mut tar, "job").await?;
    count += table::<setting::Entity>(&change, &mut tar, "setting").await?;
    count += table::<organisation::Entity>(&change, &mut tar, "organisation").await?;
    count += table::<programme::Entity>(&change, &mut tar, "programme").await?;
    count += table::<plan::Entity>(&change, &mut tar, "plan").await?;
    count += table::<cohort::Entity>(&change, &mut tar, "cohort").await?;
    count += table::<cohort_mentor::Entity>(&change, &mut tar, "cohort_mentor").await?;
    count += table::<enrolment::Entity>(&change, &mut tar, "enrolment").await?;
    count += table::<evidence::Entity>(&change, &mut tar, "evidence").await?;
    count += table::<evidence_mark::Entity>(&change, &mut tar, "evidence_mark").await?;
    count += table::<growth::Entity>(&change, &mut tar, "growth").await?;
    count += table::<growth_shop::Entity>(&change, &mut tar, "growth_shop").await?;
    count += table::<badge_key::Entity>(&change, &mut tar, "badge_key").await?;
    count += table::<badge::Entity>(&change, &mut tar, "badge").await?;
    count += table::<board::Entity>(&change, &mut tar, "board").await?;
    count += table::<event::Entity>(&change, &mut tar, "event").await?;
    count += table::<visit::Entity>(&change, &mut tar, "visit").await?;
    count += table::<hand_over::Entity>(&change, &mut tar, "hand_over").await?;
    count += table::<task::Entity>(&change, &mut tar, "task").await?;
    count += table::<tie::Entity>(&change, &mut tar, "tie").await?;
    count += table::<neighbour::Entity>(&change, &mut tar, "neighbour").await?;
    let needed = crate::repo::needed::all(&change).await?;
    change.commit().await?;
    for sha256 in needed {
        match store.blobs().get(&sha256).await {
            Ok(bytes) => entry(&mut tar, &format!("files/{sha256}"), &bytes)?,
            // Its last owner took it away since that moment.
            Err(StoreError::Missing) => {}
            Err(error) => return Err(error),
        }
    }
    tar.finish()?;
    Ok(count)
}

fn entry<W: Write>(tar: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, name, bytes)?;
    Ok(())
}

async fn table<E>(
    db: &impl ConnectionTrait,
    tar: &mut tar::Builder<impl Write + Send>,
    name: &'static str,
) -> Result<u64>
where
    E: EntityTrait,
    E::Model: Serialize,
{
    let rows = E::find().all(db).await?;
    let mut text = Vec::new();
    for row in &rows {
        serde_json::to_writer(&mut text, row).map_err(|_| StoreError::Damaged(name))?;
        text.push(b'\n');
    }
    entry(tar, &format!("rows/{name}.jsonl"), &text)?;
    Ok(rows.len() as u64)
}

/// Puts everything back into an empty store, all or nothing, and returns how many rows there were.
///
/// # Errors
/// `Taken` when the store is not empty, `Damaged` when this is no backup or one of another version.
pub async fn read(store: &Store, from: impl Read + Send) -> Result<u64> {
    let damaged = |_| StoreError::Damaged("backup");
    if person::Entity::find().count(store.db()).await? > 0 {
        return Err(StoreError::Taken);
    }
    let mut tar = tar::Archive::new(from);
    let change = store.begin().await?;
    // What a start of the program put there by itself.
    setting::Entity::delete_many().exec(&change).await?;
    let mut count = 0;
    let mut known = false;
    for part in tar.entries().map_err(damaged)? {
        let mut part = part.map_err(damaged)?;
        let name = part.path().map_err(damaged)?.display().to_string();
        let mut text = Vec::new();
        part.read_to_end(&mut text).map_err(damaged)?;
        if name == HEAD {
            known = true;
        } else if let Some(address) = name.strip_prefix("files/") {
            if store.blobs().put(text.into(), 0).await? != address {
                return Err(StoreError::Damaged("backup"));
            }
        } else if known {
            count += rows(&change, &name, &text).await?;
        }
    }
    if !known {
        return Err(StoreError::Damaged("backup"));
    }
    change.commit().await?;
    Ok(count)
}

async fn rows(db: &impl ConnectionTrait, name: &str, text: &[u8]) -> Result<u64> {
    match name {
        "rows/person.jsonl" => insert::<person::Entity, person::ActiveModel>(db, text).await,
        "rows/card.jsonl" => insert::<card::Entity, card::ActiveModel>(db, text).await,
        "rows/consent.jsonl" => insert::<consent::Entity, consent::ActiveModel>(db, text).await,
        "rows/passkey.jsonl" => insert::<passkey::Entity, passkey::ActiveModel>(db, text).await,
        "rows/token.jsonl" => insert::<token::Entity, token::ActiveModel>(db, text).await,
        "rows/audit.jsonl" => insert::<audit::Entity, audit::ActiveModel>(db, text).await,
        "rows/shop.jsonl" => insert::<shop::Entity, shop::ActiveModel>(db, text).await,
        "rows/post.jsonl" => insert::<post::Entity, post::ActiveModel>(db, text).await,
        "rows/mentoring.jsonl" => {
            insert::<mentoring::Entity, mentoring::ActiveModel>(db, text).await
        }
        "rows/allowed_word.jsonl" => {
            insert::<allowed_word::Entity, allowed_word::ActiveModel>(db, text).await
        }
        "rows/erasure.jsonl" => insert::<erasure::Entity, erasure::ActiveModel>(db, text).await,
        "rows/product.jsonl" => insert::<product::Entity, product::ActiveModel>(db, text).await,
        "rows/photo.jsonl" => insert::<photo::Entity, photo::ActiveModel>(db, text).await,
        "rows/kit.jsonl" => insert::<kit::Entity, kit::ActiveModel>(db, text).await,
        "rows/kit_file.jsonl" => insert::<kit_file::Entity, kit_file::ActiveModel>(db, text).await,
        "rows/sale.jsonl" => insert::<sale::Entity, sale::ActiveModel>(db, text).await,
        "rows/cash.jsonl" => insert::<cash::Entity, cash::ActiveModel>(db, text).await,
        "rows/cost.jsonl" => insert::<cost::Entity, cost::ActiveModel>(db, text).await,
        "rows/storefront.jsonl" => {
            insert::<storefront::Entity, storefront::ActiveModel>(db, text).await
        }
        "rows/past_slug.jsonl" => {
            insert::<past_slug::Entity, past_slug::ActiveModel>(db, text).await
        }
        "rows/shelf.jsonl" => insert::<shelf::Entity, shelf::ActiveModel>(db, text).await,
        "rows/job.jsonl" => insert::<job::Entity, job::ActiveModel>(db, text).await,
        "rows/setting.jsonl" => insert::<setting::Entity, setting::ActiveModel>(db, text).await,
        "rows/organisation.jsonl" => {
            insert::<organisation::Entity, organisation::ActiveModel>(db, text).await
        }
        "rows/programme.jsonl" => {
            insert::<programme::Entity, programme::ActiveModel>(db, text).await
        }
        "rows/plan.jsonl" => insert::<plan::Entity, plan::ActiveModel>(db, text).await,
        "rows/cohort.jsonl" => insert::<cohort::Entity, cohort::ActiveModel>(db, text).await,
        "rows/cohort_mentor.jsonl" => {
            insert::<cohort_mentor::Entity, cohort_mentor::ActiveModel>(db, text).await
        }
        "rows/enrolment.jsonl" => {
            insert::<enrolment::Entity, enrolment::ActiveModel>(db, text).await
        }
        "rows/evidence.jsonl" => insert::<evidence::Entity, evidence::ActiveModel>(db, text).await,
        "rows/evidence_mark.jsonl" => {
            insert::<evidence_mark::Entity, evidence_mark::ActiveModel>(db, text).await
        }
        "rows/growth.jsonl" => insert::<growth::Entity, growth::ActiveModel>(db, text).await,
        "rows/growth_shop.jsonl" => {
            insert::<growth_shop::Entity, growth_shop::ActiveModel>(db, text).await
        }
        "rows/badge_key.jsonl" => {
            insert::<badge_key::Entity, badge_key::ActiveModel>(db, text).await
        }
        "rows/badge.jsonl" => {
            let mut rows: Vec<badge::Model> = parsed(text)?;
            for row in &mut rows {
                // A backup of before certificates knows no numbers.
                row.number = Number::of(BadgeId(row.id)).key();
            }
            put::<badge::Entity, badge::ActiveModel>(db, rows).await
        }
        "rows/board.jsonl" => insert::<board::Entity, board::ActiveModel>(db, text).await,
        "rows/event.jsonl" => insert::<event::Entity, event::ActiveModel>(db, text).await,
        "rows/neighbour.jsonl" => {
            insert::<neighbour::Entity, neighbour::ActiveModel>(db, text).await
        }
        "rows/visit.jsonl" => insert::<visit::Entity, visit::ActiveModel>(db, text).await,
        "rows/hand_over.jsonl" => {
            insert::<hand_over::Entity, hand_over::ActiveModel>(db, text).await
        }
        "rows/task.jsonl" => insert::<task::Entity, task::ActiveModel>(db, text).await,
        "rows/tie.jsonl" => insert::<tie::Entity, tie::ActiveModel>(db, text).await,
        _ => Err(StoreError::Damaged("backup")),
    }
}

async fn insert<E, A>(db: &impl ConnectionTrait, text: &[u8]) -> Result<u64>
where
    E: EntityTrait,
    E::Model: DeserializeOwned + IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E>,
{
    put::<E, A>(db, parsed(text)?).await
}

fn parsed<M: DeserializeOwned>(text: &[u8]) -> Result<Vec<M>> {
    serde_json::Deserializer::from_slice(text)
        .into_iter::<M>()
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(|_| StoreError::Damaged("backup"))
}

async fn put<E, A>(db: &impl ConnectionTrait, rows: Vec<E::Model>) -> Result<u64>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E>,
{
    let count = rows.len() as u64;
    for row in rows {
        E::insert(row.into_active_model().reset_all())
            .exec_without_returning(db)
            .await?;
    }
    Ok(count)
}
