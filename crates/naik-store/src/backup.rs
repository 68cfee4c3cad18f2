//! Everything that is kept in one file: a tar archive of rows as JSON lines and of files by their addresses.
//!
//! It holds the same for SQLite and PostgreSQL, so that a city that has grown moves from one to the other with it.

use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

use futures::TryStreamExt;
use naik_core::id::BadgeId;
use naik_core::programme::certificate::Number;
use sea_orm::{
    AccessMode, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, IsolationLevel, PaginatorTrait, TransactionTrait,
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
use crate::repo::needed;

/// The first entry: what this is.
const HEAD: &str = "naikkelas-backup-1";
/// Bytes of rows after which a table goes on in another entry: an entry tells its size before its bytes, so that one at
/// a time is in memory.
const PART: usize = 1 << 20;
/// Rows that are put back by one statement: with the widest table well under the values that SQLite takes in one.
const AT_ONCE: usize = 200;

/// Writes everything, and returns how many rows there were. Sessions, unfinished uploads, order files and receipts are left out:
/// they mean nothing elsewhere; so is what can be reckoned anew. All rows are of one moment. However much is kept, a part of
/// a table or one file is in memory.
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
    let needed = listed(&change).await?;
    change.commit().await?;
    for sha256 in needed.lines() {
        let sha256 = sha256?;
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

/// The addresses of that moment's files, a line each, in a file without a name: a city has millions, and copying them takes
/// longer than a transaction should last.
async fn listed(change: &DatabaseTransaction) -> Result<BufReader<std::fs::File>> {
    let mut list = BufWriter::new(tempfile::tempfile()?);
    let mut needed = std::pin::pin!(needed::each(change).await?);
    while let Some(sha256) = needed.try_next().await? {
        writeln!(list, "{sha256}")?;
    }
    let mut list = list
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)?;
    list.seek(SeekFrom::Start(0))?;
    Ok(BufReader::new(list))
}

fn entry<W: Write>(tar: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, name, bytes)?;
    Ok(())
}

/// Writes a table row by row as it is read: `rows/sale.jsonl`, then `rows/sale.2.jsonl` and on.
async fn table<E>(
    db: &DatabaseTransaction,
    tar: &mut tar::Builder<impl Write + Send>,
    name: &'static str,
) -> Result<u64>
where
    E: EntityTrait,
    E::Model: Serialize,
{
    let mut rows = std::pin::pin!(E::find().stream(db).await?);
    let mut text = Vec::new();
    let (mut count, mut parts) = (0, 0);
    while let Some(row) = rows.try_next().await? {
        serde_json::to_writer(&mut text, &row).map_err(|_| StoreError::Damaged(name))?;
        text.push(b'\n');
        count += 1;
        if text.len() >= PART {
            parts += 1;
            entry(tar, &part_name(name, parts), &text)?;
            text.clear();
        }
    }
    if parts == 0 || !text.is_empty() {
        entry(tar, &part_name(name, parts + 1), &text)?;
    }
    Ok(count)
}

fn part_name(table: &str, part: usize) -> String {
    match part {
        1 => format!("rows/{table}.jsonl"),
        _ => format!("rows/{table}.{part}.jsonl"),
    }
}

/// Puts everything back into an empty store, all or nothing, and returns how many rows there were. A few hundred rows or one
/// file are in memory.
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
        if name == HEAD {
            known = true;
        } else if let Some(address) = name.strip_prefix("files/") {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).map_err(damaged)?;
            if store.blobs().put(bytes.into(), 0).await? != address {
                return Err(StoreError::Damaged("backup"));
            }
        } else if known {
            count += rows(&change, &name, BufReader::new(part)).await?;
        }
    }
    if !known {
        return Err(StoreError::Damaged("backup"));
    }
    change.commit().await?;
    Ok(count)
}

async fn rows(db: &impl ConnectionTrait, name: &str, lines: impl BufRead) -> Result<u64> {
    let table = name
        .strip_prefix("rows/")
        .and_then(|n| n.strip_suffix(".jsonl"));
    match table.and_then(|n| n.split('.').next()).unwrap_or_default() {
        "person" => insert::<person::Entity, person::ActiveModel>(db, lines).await,
        "card" => insert::<card::Entity, card::ActiveModel>(db, lines).await,
        "consent" => insert::<consent::Entity, consent::ActiveModel>(db, lines).await,
        "passkey" => insert::<passkey::Entity, passkey::ActiveModel>(db, lines).await,
        "token" => insert::<token::Entity, token::ActiveModel>(db, lines).await,
        "audit" => insert::<audit::Entity, audit::ActiveModel>(db, lines).await,
        "shop" => insert::<shop::Entity, shop::ActiveModel>(db, lines).await,
        "post" => insert::<post::Entity, post::ActiveModel>(db, lines).await,
        "mentoring" => insert::<mentoring::Entity, mentoring::ActiveModel>(db, lines).await,
        "allowed_word" => {
            insert::<allowed_word::Entity, allowed_word::ActiveModel>(db, lines).await
        }
        "erasure" => insert::<erasure::Entity, erasure::ActiveModel>(db, lines).await,
        "product" => insert::<product::Entity, product::ActiveModel>(db, lines).await,
        "photo" => insert::<photo::Entity, photo::ActiveModel>(db, lines).await,
        "kit" => insert::<kit::Entity, kit::ActiveModel>(db, lines).await,
        "kit_file" => insert::<kit_file::Entity, kit_file::ActiveModel>(db, lines).await,
        "sale" => insert::<sale::Entity, sale::ActiveModel>(db, lines).await,
        "cash" => insert::<cash::Entity, cash::ActiveModel>(db, lines).await,
        "cost" => insert::<cost::Entity, cost::ActiveModel>(db, lines).await,
        "storefront" => insert::<storefront::Entity, storefront::ActiveModel>(db, lines).await,
        "past_slug" => insert::<past_slug::Entity, past_slug::ActiveModel>(db, lines).await,
        "shelf" => insert::<shelf::Entity, shelf::ActiveModel>(db, lines).await,
        "job" => insert::<job::Entity, job::ActiveModel>(db, lines).await,
        "setting" => insert::<setting::Entity, setting::ActiveModel>(db, lines).await,
        "organisation" => {
            insert::<organisation::Entity, organisation::ActiveModel>(db, lines).await
        }
        "programme" => insert::<programme::Entity, programme::ActiveModel>(db, lines).await,
        "plan" => insert::<plan::Entity, plan::ActiveModel>(db, lines).await,
        "cohort" => insert::<cohort::Entity, cohort::ActiveModel>(db, lines).await,
        "cohort_mentor" => {
            insert::<cohort_mentor::Entity, cohort_mentor::ActiveModel>(db, lines).await
        }
        "enrolment" => insert::<enrolment::Entity, enrolment::ActiveModel>(db, lines).await,
        "evidence" => insert::<evidence::Entity, evidence::ActiveModel>(db, lines).await,
        "evidence_mark" => {
            insert::<evidence_mark::Entity, evidence_mark::ActiveModel>(db, lines).await
        }
        "growth" => insert::<growth::Entity, growth::ActiveModel>(db, lines).await,
        "growth_shop" => insert::<growth_shop::Entity, growth_shop::ActiveModel>(db, lines).await,
        "badge_key" => insert::<badge_key::Entity, badge_key::ActiveModel>(db, lines).await,
        "badge" => {
            // A backup of before certificates knows no numbers.
            let number = |row: &mut badge::Model| row.number = Number::of(BadgeId(row.id)).key();
            insert_as::<badge::Entity, badge::ActiveModel>(db, lines, number).await
        }
        "board" => insert::<board::Entity, board::ActiveModel>(db, lines).await,
        "event" => insert::<event::Entity, event::ActiveModel>(db, lines).await,
        "neighbour" => insert::<neighbour::Entity, neighbour::ActiveModel>(db, lines).await,
        "visit" => insert::<visit::Entity, visit::ActiveModel>(db, lines).await,
        "hand_over" => insert::<hand_over::Entity, hand_over::ActiveModel>(db, lines).await,
        "task" => insert::<task::Entity, task::ActiveModel>(db, lines).await,
        "tie" => insert::<tie::Entity, tie::ActiveModel>(db, lines).await,
        _ => Err(StoreError::Damaged("backup")),
    }
}

async fn insert<E, A>(db: &impl ConnectionTrait, lines: impl BufRead) -> Result<u64>
where
    E: EntityTrait,
    E::Model: DeserializeOwned + IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E>,
{
    insert_as::<E, A>(db, lines, |_| {}).await
}

/// Puts rows back, a few hundred at a time, each made to what this version knows.
async fn insert_as<E, A>(
    db: &impl ConnectionTrait,
    mut lines: impl BufRead,
    mend: impl Fn(&mut E::Model),
) -> Result<u64>
where
    E: EntityTrait,
    E::Model: DeserializeOwned + IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E>,
{
    let damaged = || StoreError::Damaged("backup");
    let (mut line, mut page) = (Vec::new(), Vec::new());
    let (mut count, mut bytes) = (0, 0);
    loop {
        line.clear();
        let read = lines.read_until(b'\n', &mut line).map_err(|_| damaged())?;
        if read > 0 {
            let mut row: E::Model = serde_json::from_slice(&line).map_err(|_| damaged())?;
            mend(&mut row);
            page.push(row.into_active_model().reset_all());
            bytes += read;
        }
        if page.len() >= AT_ONCE || bytes >= PART || (read == 0 && !page.is_empty()) {
            count += page.len() as u64;
            E::insert_many(std::mem::take(&mut page))
                .exec_without_returning(db)
                .await?;
            bytes = 0;
        }
        if read == 0 {
            return Ok(count);
        }
    }
}
