//! Order files of marketplaces and others: held until their owner has seen what each row becomes, then noted.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

use bytes::Bytes;
use jiff::civil::Date;
use naik_connect::orders::{self, OrdersError, Outcome, Plan, Row, Summary};
pub use naik_connect::orders::{Field, Look, Mapping, OrderLine};
use naik_core::access::{Action, Who};
use naik_core::id::{OrderFileId, ProductId, SaleId, ShopId, Uuid};
use naik_core::message::{Explain, Message};
use naik_core::sale::{Sale, SaleChannel};
use naik_store::StoreError;
use naik_store::blob::digest;
use naik_store::repo::order_file::{self, OrderFile};
use naik_store::repo::product::Holder;
pub use naik_store::repo::sale::Batch;
use naik_store::repo::sale::{self, Known, Noted};
use naik_store::repo::{Page, audit, product};
use tokio::sync::mpsc;

use super::Platform;
use super::error::Fault;
use super::programme::own_books::OrdersShown;

/// Rows that travel together.
const TOGETHER: usize = 500;
/// Files that are listed.
const BATCHES: u64 = 50;
/// Rows that a preview shows of each kind.
const SHOWN: usize = 12;

/// How many rows become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New sales.
    pub new: u64,
    /// Sales that the book has already.
    pub known: u64,
    /// Rows that stand twice in the file.
    pub twice: u64,
    /// Orders in which nothing was sold.
    pub left: u64,
    /// Rows that can't be read.
    pub wrong: u64,
    /// Sales in the book that this file calls cancelled or given back: they stop counting.
    pub gone: u64,
    /// Sales in the book of which this file says that some pieces came back: they count for less.
    pub less: u64,
}

impl Counts {
    /// How many sales in the book keeping the file would change.
    pub fn changes(self) -> u64 {
        self.new + self.gone + self.less
    }
}

/// What keeping a file did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// New sales.
    pub new: u64,
    /// Sales that stopped counting.
    pub gone: u64,
    /// Sales that count for less.
    pub less: u64,
}

/// What a file would become.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The file.
    pub file: OrderFile,
    /// Its columns.
    pub look: Look,
    /// What they mean, where a person said so.
    pub mapping: Option<Mapping>,
    /// Why it can't be read as it is: its columns are not known yet.
    pub stopped: Option<Message>,
    /// How many rows become what.
    pub counts: Counts,
    /// Rupiah of the new sales.
    pub amount: u64,
    /// Days of the new sales.
    pub days: Option<(Date, Date)>,
    /// The first new sales, with their lines.
    pub new: Vec<(usize, OrderLine)>,
    /// The first rows that can't be read: line, heading, why.
    pub wrong: Vec<(usize, String, Message)>,
    /// Why rows were left out, with how many, by the key of the reason.
    pub left: BTreeMap<String, u64>,
    /// Whether the file has more rows than are read.
    pub cut: bool,
}

impl Platform {
    /// Holds a file for its owner's decision.
    ///
    /// # Errors
    /// `Refused` when it is no table or holds nothing.
    pub async fn hold_orders(
        &self,
        who: &Who,
        name: &str,
        bytes: Bytes,
    ) -> Result<OrderFileId, Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let _turn = self.heavy_turn().await?;
        look(bytes.clone()).await?;
        let sha256 = self.store.blobs().put(bytes, self.now()).await?;
        let id = OrderFileId(self.outside.id());
        let row = OrderFile {
            id: id.0,
            shop_id: shop.0,
            name: name.chars().filter(|c| !c.is_control()).take(120).collect(),
            sha256,
            channel: SaleChannel::Other.key().to_owned(),
            mapping: None,
            created_at: self.now(),
        };
        order_file::add(self.store.db(), row).await?;
        Ok(id)
    }

    /// Says what a file's columns mean.
    ///
    /// # Errors
    /// `Missing` when the shop has no such file.
    pub async fn map_orders(
        &self,
        who: &Who,
        id: OrderFileId,
        mapping: &Mapping,
        channel: SaleChannel,
    ) -> Result<(), Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let text = serde_json::to_string(mapping).map_err(|e| Fault::Internal(e.to_string()))?;
        order_file::map(self.store.db(), shop, id, &text, channel.key()).await?;
        Ok(())
    }

    /// What each row of a file would become.
    ///
    /// # Errors
    /// `Missing` when the shop has no such file.
    pub async fn preview_orders(&self, who: &Who, id: OrderFileId) -> Result<Preview, Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let _turn = self.heavy_turn().await?;
        let (file, bytes, plan) = self.held(shop, id).await?;
        let mut preview = Preview {
            look: look(bytes.clone()).await?,
            mapping: plan.mapping.clone(),
            file,
            stopped: None,
            counts: Counts::default(),
            amount: 0,
            days: None,
            new: Vec::new(),
            wrong: Vec::new(),
            left: BTreeMap::new(),
            cut: false,
        };
        let (mut parts, reading) = stream(bytes, plan);
        while let Some(rows) = parts.recv().await {
            let keys: Vec<String> = rows
                .iter()
                .filter_map(key)
                .map(|key| digest(key.as_bytes()))
                .collect();
            let known = sale::known(self.store.db(), shop, &keys).await?;
            let known: HashMap<String, Known> = known
                .into_iter()
                .map(|one| (one.key.clone(), one))
                .collect();
            preview.take(rows, &known);
        }
        match finished(reading).await? {
            Ok(summary) => preview.cut = summary.cut,
            Err(error) => preview.stopped = Some(error.explain()),
        }
        Ok(preview)
    }

    /// Notes every row of a file that is a sale and not known yet, and takes what it calls cancelled or given back out of
    /// the sums. Breaking off halfway costs nothing: what is noted is known the next time.
    ///
    /// # Errors
    /// `Missing` when the shop has no such file, `Refused` when its columns are not known or another shop has shown the file.
    pub async fn save_orders(&self, who: &Who, id: OrderFileId) -> Result<Saved, Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let _turn = self.heavy_turn().await?;
        let (file, bytes, plan) = self.held(shop, id).await?;
        let sha256 = file.sha256;
        self.check_orders(shop, &sha256).await?;
        let market = look(bytes.clone()).await?.known;
        let (mut orders, mut last): (HashSet<u64>, Option<Date>) = (HashSet::new(), None);
        let names = self.product_names(shop).await?;
        let (mut parts, reading) = stream(bytes, plan);
        let mut saved = Saved::default();
        while let Some(rows) = parts.recv().await {
            for line in rows.iter().filter_map(ready) {
                last = last.max(Some(line.day));
                if !line.order.is_empty() {
                    orders.insert(mark(&line.order));
                }
            }
            let (mut noted, mut gone, mut less) = (Vec::new(), Vec::new(), Vec::new());
            for row in rows {
                match row.outcome {
                    Outcome::Ready(line) => {
                        let returned = line.returned > 0;
                        let one = self.noted(line, id.0, &names);
                        if returned {
                            less.push((one.key.clone(), one.sale.quantity, one.sale.amount));
                        }
                        noted.push(one);
                    }
                    Outcome::Left { key: Some(key), .. } => gone.push(digest(key.as_bytes())),
                    _ => {}
                }
            }
            let change = self.store.begin().await?;
            saved.new += sale::add(&change, shop, &noted).await?;
            saved.gone += sale::cancel(&change, shop, &gone, id.0).await?;
            for (key, quantity, amount) in &less {
                let changed = sale::lessen(&change, shop, (key, *quantity, *amount)).await?;
                saved.less += u64::from(changed);
            }
            change.commit().await.map_err(StoreError::from)?;
        }
        finished(reading)
            .await?
            .map_err(|error| Fault::field("", error.explain()))?;
        let shown = OrdersShown {
            sha256: sha256.clone(),
            market,
            orders: orders.len() as u64,
            last,
        };
        let change = self.store.begin().await?;
        self.show_orders(&change, who, shop, id, &shown).await?;
        order_file::remove(&change, shop, id).await?;
        let subject = format!("order-file:{id}");
        self.note(&change, who, "save-orders", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        // It names buyers and where they live: it goes as soon as nobody can be about to keep the same.
        self.drop_files(vec![sha256]).await?;
        Ok(saved)
    }

    /// Files whose sales stand in the book, the last kept first.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn order_batches(&self, who: &Who) -> Result<Vec<Batch>, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        Ok(sale::batches(self.store.db(), shop, BATCHES).await?)
    }

    /// Takes back every sale that came with a file, and lets those count again that it took out.
    ///
    /// # Errors
    /// `Refused` when that was done before, `Missing` when the shop never had such a file, `Forbidden` for people
    /// without a shop.
    pub async fn undo_orders(&self, who: &Who, id: OrderFileId) -> Result<u64, Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let change = self.store.begin().await?;
        let gone = sale::remove_batch(&change, shop, id.0).await?;
        let subject = format!("order-file:{id}");
        if gone == 0 {
            change.rollback().await.map_err(StoreError::from)?;
            return Err(self.undone("undo-orders", &subject).await?);
        }
        self.unshow_orders(&change, who, shop, id).await?;
        self.note(&change, who, "undo-orders", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(gone)
    }

    /// What to say about something that is not there to be taken back: that it was before, or that it never was.
    pub(crate) async fn undone(&self, action: &str, subject: &str) -> Result<Fault, Fault> {
        if audit::is_done(self.store.db(), action, subject).await? {
            return Ok(Fault::field("", Message::new("undone-before")));
        }
        Ok(Fault::Missing)
    }

    async fn held(&self, shop: ShopId, id: OrderFileId) -> Result<(OrderFile, Bytes, Plan), Fault> {
        let file = order_file::get(self.store.db(), shop, id).await?;
        let bytes = self.store.blobs().get(&file.sha256).await?;
        let damaged = || Fault::Internal("a mapping that can't be read".to_owned());
        let mapping = match &file.mapping {
            Some(text) => Some(serde_json::from_str(text).map_err(|_| damaged())?),
            None => None,
        };
        let plan = Plan {
            mapping,
            channel: SaleChannel::parse(&file.channel).unwrap_or(SaleChannel::Other),
            today: self.clock(shop).await?.today,
        };
        Ok((file, bytes, plan))
    }

    fn noted(&self, line: OrderLine, batch: Uuid, names: &HashMap<String, ProductId>) -> Noted {
        let bare = line.product.split(" (").next().unwrap_or_default();
        let product = [line.product.as_str(), bare]
            .into_iter()
            .find_map(|name| names.get(&name.to_lowercase()).copied());
        Noted {
            id: SaleId(self.outside.id()),
            product,
            key: digest(line.key.as_bytes()),
            sale: Sale {
                day: line.day,
                hour: line.hour,
                amount: line.amount,
                quantity: line.quantity,
                channel: line.channel,
                product: line.product,
            },
            batch: Some(batch),
            created_at: self.now(),
        }
    }

    async fn product_names(&self, shop: ShopId) -> Result<HashMap<String, ProductId>, Fault> {
        let page = Page {
            skip: 0,
            take: 5_000,
        };
        let own = product::list(self.store.db(), Holder::Shop(shop), self.now(), page).await?;
        Ok(own
            .into_iter()
            .map(|one| (one.facts.product.name.to_lowercase(), one.id))
            .collect())
    }
}

impl Preview {
    fn take(&mut self, rows: Vec<Row>, known: &HashMap<String, Known>) {
        for row in rows {
            let stood = key(&row).and_then(|key| known.get(&digest(key.as_bytes())));
            match row.outcome {
                Outcome::Ready(line) if stood.is_some() => {
                    let fewer = stood.is_some_and(|one| one.quantity > line.quantity);
                    if fewer && line.returned > 0 {
                        self.counts.less += 1;
                    } else {
                        self.counts.known += 1;
                    }
                }
                Outcome::Ready(line) => {
                    self.counts.new += 1;
                    self.amount = self.amount.saturating_add(line.amount.amount());
                    let (first, last) = self.days.unwrap_or((line.day, line.day));
                    self.days = Some((first.min(line.day), last.max(line.day)));
                    if self.new.len() < SHOWN {
                        self.new.push((row.line, line));
                    }
                }
                Outcome::Twice => self.counts.twice += 1,
                Outcome::Left { .. } if stood.is_some_and(|one| !one.cancelled) => {
                    self.counts.gone += 1;
                }
                Outcome::Left { why, .. } => {
                    self.counts.left += 1;
                    *self.left.entry(why.key).or_default() += 1;
                }
                Outcome::Wrong { column, why } => {
                    self.counts.wrong += 1;
                    if self.wrong.len() < SHOWN {
                        self.wrong.push((row.line, column, why));
                    }
                }
            }
        }
    }
}

fn ready(row: &Row) -> Option<&OrderLine> {
    match &row.outcome {
        Outcome::Ready(line) => Some(line),
        _ => None,
    }
}

/// An order's number in eight bytes: enough to count a hundred thousand of them.
fn mark(order: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    order.hash(&mut hasher);
    hasher.finish()
}

/// What tells a row from all others of the shop.
fn key(row: &Row) -> Option<&str> {
    match &row.outcome {
        Outcome::Ready(line) => Some(&line.key),
        Outcome::Left { key, .. } => key.as_deref(),
        _ => None,
    }
}

type Reading = tokio::task::JoinHandle<Result<Summary, OrdersError>>;

/// Reads a file off the async threads and hands its rows over a few hundred at a time, so that a long one needs no more
/// memory than a short one.
fn stream(bytes: Bytes, plan: Plan) -> (mpsc::Receiver<Vec<Row>>, Reading) {
    let (give, take) = mpsc::channel(2);
    let reading = tokio::task::spawn_blocking(move || {
        let mut part = Vec::with_capacity(TOGETHER);
        let summary = orders::read(&bytes, &plan, &mut |row| {
            part.push(row);
            if part.len() < TOGETHER {
                return ControlFlow::Continue(());
            }
            let full = std::mem::replace(&mut part, Vec::with_capacity(TOGETHER));
            match give.blocking_send(full) {
                Ok(()) => ControlFlow::Continue(()),
                // Whoever asked has gone.
                Err(_) => ControlFlow::Break(()),
            }
        });
        // Nobody may be listening any more.
        let _ = give.blocking_send(part);
        summary
    });
    (take, reading)
}

async fn finished(reading: Reading) -> Result<Result<Summary, OrdersError>, Fault> {
    reading
        .await
        .map_err(|_| Fault::Internal("reading a file of orders broke off".to_owned()))
}

async fn look(bytes: Bytes) -> Result<Look, Fault> {
    let looked = tokio::task::spawn_blocking(move || orders::look(&bytes)).await;
    looked
        .map_err(|_| Fault::Internal("looking at a file of orders broke off".to_owned()))?
        .map_err(|error| Fault::field("berkas", error.explain()))
}
