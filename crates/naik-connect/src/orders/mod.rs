//! What was sold elsewhere: order exports of marketplaces, and any other table of sales with a mapping of its columns.
//!
//! Columns are found by their headings, never by their place. Rows are handed out one by one: a file of a hundred
//! thousand takes little more memory than its bytes.

mod cell;
mod source;
mod stream;
pub(crate) mod table;

use std::collections::BTreeMap;

use jiff::civil::Date;
use naik_core::message::{Explain, Message};
use naik_core::money::Rupiah;
use naik_core::sale::SaleChannel;
use serde::{Deserialize, Serialize};

use crate::catalogue::CatalogueError;

pub use stream::read;
pub use table::look;

/// The largest file, in bytes.
pub const FILE_MAX: usize = 50_000_000;
/// The most rows that are read.
pub const ROWS_MAX: usize = 200_000;
/// Rows among which the heading is looked for.
const HEADING_ROWS: usize = 20;
/// Rows that a look shows.
const SAMPLE_ROWS: usize = 5;

/// What a column may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The marketplace's number of the order.
    Order,
    /// The marketplace's number of the piece or article in it.
    Item,
    /// When it was ordered.
    Day,
    /// What was ordered.
    Product,
    /// Which kind of it.
    Variant,
    /// The shop's own code.
    Sku,
    /// How many.
    Quantity,
    /// The price of one.
    Price,
    /// The price of all.
    Total,
    /// How far the order is.
    Status,
    /// How many came back.
    Returned,
}

impl Field {
    /// Those that a person may point out, in the order of the form.
    pub const ASKED: [Self; 8] = [
        Self::Day,
        Self::Product,
        Self::Quantity,
        Self::Total,
        Self::Price,
        Self::Order,
        Self::Variant,
        Self::Status,
    ];

    /// The word in forms.
    pub fn key(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Item => "item",
            Self::Day => "day",
            Self::Product => "product",
            Self::Variant => "variant",
            Self::Sku => "sku",
            Self::Quantity => "quantity",
            Self::Price => "price",
            Self::Total => "total",
            Self::Status => "status",
            Self::Returned => "returned",
        }
    }
}

/// Which heading holds which field, as a person pointed it out.
pub type Mapping = BTreeMap<Field, String>;

/// How a file is read.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The mapping; without one the file must be of a marketplace that is known.
    pub mapping: Option<Mapping>,
    /// Where the sales of a mapped file were made.
    pub channel: SaleChannel,
    /// Later days are refused.
    pub today: Date,
}

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// What tells it from all others of the shop; the same in every export in which it stands.
    pub key: String,
    /// The marketplace's number of the order; empty where the file has none.
    pub order: String,
    /// What was sold, with its variant.
    pub product: String,
    /// The shop's own code; empty where there is none.
    pub sku: String,
    /// Pieces that were kept.
    pub quantity: u32,
    /// Pieces that came back.
    pub returned: u32,
    /// What was paid for those that were kept.
    pub amount: Rupiah,
    /// The day of the order.
    pub day: Date,
    /// The hour, where the file tells it.
    pub hour: Option<u8>,
    /// Where it was sold.
    pub channel: SaleChannel,
}

/// What a row becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A sale.
    Ready(OrderLine),
    /// It stands twice in this file.
    Twice,
    /// Nothing was sold.
    Left {
        /// Cancelled, given back, free: says which.
        why: Message,
        /// The key of the line, where the file tells its order and it was cancelled or given back: an earlier file may
        /// have called it a sale.
        key: Option<String>,
    },
    /// It can't be read.
    Wrong {
        /// The heading of the cell.
        column: String,
        /// What is wrong with it.
        why: Message,
    },
}

/// One row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// What it becomes.
    pub outcome: Outcome,
}

/// What was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows below the heading that held something.
    pub rows: usize,
    /// Whether there were more than [`ROWS_MAX`].
    pub cut: bool,
}

/// A first look at a file, for a person who says what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The marketplace whose export it is.
    pub known: Option<SaleChannel>,
    /// Headings, as written.
    pub columns: Vec<String>,
    /// The first rows below.
    pub sample: Vec<Vec<String>>,
    /// What the headings may mean.
    pub guess: Mapping,
}

/// Why a file can't be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrdersError {
    /// It is no table.
    #[error(transparent)]
    Table(#[from] CatalogueError),
    /// It has no row under a heading.
    #[error("the file has no rows")]
    Empty,
    /// It is no export that is known, and no mapping was given.
    #[error("the columns are not known: {0}")]
    Unknown(String),
    /// The mapping names no column for something that must be known.
    #[error("no column for {}", .0.key())]
    Missing(Field),
    /// The mapping names a column that is not there.
    #[error("there is no column `{0}`")]
    NoColumn(String),
}

impl Explain for OrdersError {
    fn explain(&self) -> Message {
        match self {
            Self::Table(CatalogueError::TooLarge) => Message::new("orders-too-large"),
            Self::Table(error) => error.explain(),
            Self::Empty => Message::new("orders-empty"),
            Self::Unknown(columns) => Message::new("orders-unknown").with("columns", columns),
            Self::Missing(Field::Day) => Message::new("orders-no-day"),
            Self::Missing(Field::Product) => Message::new("orders-no-product"),
            Self::Missing(_) => Message::new("orders-no-amount"),
            Self::NoColumn(column) => {
                Message::new("orders-no-column").with("column", crate::clean::quote(column))
            }
        }
    }
}

/// A text for a cell of a file that spreadsheet programs open: none of them runs it as a formula. A dash alone, which says
/// that nothing is told, is none.
pub fn escape_cell(text: &str) -> String {
    if text != "-" && text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests;
