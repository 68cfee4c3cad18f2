//! From rows to sales.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

use naik_core::message::{Explain, Message};
use naik_core::money::Rupiah;
use naik_core::sale::{Sale, SaleError};

use super::source::Columns;
use super::{
    Field, HEADING_ROWS, OrderLine, OrdersError, Outcome, Plan, ROWS_MAX, Row, Summary, table,
};
use crate::clean;

/// The longest name of a product, in characters.
const NAME_MOST: usize = 160;
/// The longest name of a variant, in characters.
const VARIANT_MOST: usize = 60;
/// The longest number of an order, in characters.
const NUMBER_MOST: usize = 80;

/// Hands out what each row below the heading becomes, in the order of the file.
///
/// # Errors
/// When it is no table, or its columns are neither known nor mapped.
pub fn read(
    bytes: &[u8],
    plan: &Plan,
    each: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<Summary, OrdersError> {
    let mut state = State {
        plan,
        columns: None,
        seen: Seen::default(),
        summary: Summary::default(),
        above: 0,
        first: Vec::new(),
        fault: None,
    };
    let fresh = std::cell::Cell::new(false);
    table::rows(
        bytes,
        &mut || {
            fresh.set(true);
            ControlFlow::Continue(())
        },
        &mut |line, cells| {
            if fresh.replace(false) {
                // One sheet holds the sales; those after it are guides.
                if state.columns.is_some() {
                    return ControlFlow::Break(());
                }
                state.above = 0;
            }
            state.row(line, cells, each)
        },
    )?;
    match (state.fault, state.columns) {
        (Some(fault), _) => Err(fault),
        (None, None) if state.first.is_empty() => Err(OrdersError::Empty),
        (None, None) => {
            let columns = state.first.join(", ");
            Err(OrdersError::Unknown(clean::line(&columns, 200).0))
        }
        (None, Some(_)) if state.summary.rows == 0 => Err(OrdersError::Empty),
        (None, Some(_)) => Ok(state.summary),
    }
}

struct State<'a> {
    plan: &'a Plan,
    columns: Option<Columns>,
    seen: Seen,
    summary: Summary,
    /// Rows of this sheet that were looked at for a heading.
    above: usize,
    /// The first row with anything in it.
    first: Vec<String>,
    fault: Option<OrdersError>,
}

impl State<'_> {
    fn row(
        &mut self,
        line: usize,
        cells: &[String],
        each: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return ControlFlow::Continue(());
        }
        let Some(columns) = &self.columns else {
            return self.heading(cells);
        };
        // Some exports explain their columns in a row below the heading.
        if self.summary.rows == 0 && is_explanation(columns, cells) {
            return ControlFlow::Continue(());
        }
        if self.summary.rows >= ROWS_MAX {
            self.summary.cut = true;
            return ControlFlow::Break(());
        }
        self.summary.rows += 1;
        let outcome = match line_of(columns, cells, self.plan, &mut self.seen) {
            Ok(line) if self.seen.is_new(&line.key) => Outcome::Ready(line),
            Ok(_) => Outcome::Twice,
            Err(outcome) => *outcome,
        };
        each(Row { line, outcome })
    }

    fn heading(&mut self, cells: &[String]) -> ControlFlow<()> {
        if self.first.is_empty() {
            self.first = cells.to_vec();
        }
        if self.above >= HEADING_ROWS {
            return ControlFlow::Continue(());
        }
        self.above += 1;
        match &self.plan.mapping {
            None => self.columns = Columns::known(cells),
            Some(mapping) if Columns::fits(cells, mapping) => {
                match Columns::mapped(cells, mapping, self.plan.channel) {
                    Ok(columns) => self.columns = Some(columns),
                    Err(fault) => {
                        self.fault = Some(fault);
                        return ControlFlow::Break(());
                    }
                }
            }
            Some(_) => {}
        }
        ControlFlow::Continue(())
    }
}

/// Whether a row holds words where numbers belong.
fn is_explanation(columns: &Columns, cells: &[String]) -> bool {
    let words = |field| {
        columns.cell(cells, field).is_none_or(|(_, text)| {
            !text.is_empty() && !text.contains(|c: char| c.is_ascii_digit())
        })
    };
    let told = columns
        .cell(cells, Field::Day)
        .is_some_and(|(_, t)| !t.is_empty());
    told && words(Field::Day)
        && words(Field::Quantity)
        && (words(Field::Total) || words(Field::Price))
}

/// Lines that were met, and rows without a number of their own.
#[derive(Default)]
struct Seen {
    keys: HashSet<u64>,
    same: HashMap<u64, u32>,
}

impl Seen {
    fn is_new(&mut self, key: &str) -> bool {
        self.keys.insert(hash(key))
    }

    /// How many rows with just this content came before: two equal sales of one day are two sales.
    fn before(&mut self, content: &str) -> u32 {
        let count = self.same.entry(hash(content)).or_default();
        *count += 1;
        *count - 1
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A product with its variant: as people see it, and whole, which alone tells two variants of one order apart.
fn named(product: &str, variant: &str) -> (String, String) {
    let (product, variant) = (product.trim(), variant.trim());
    let name = clean::line(product, NAME_MOST).0;
    let kind = clean::line(variant, VARIANT_MOST).0;
    let whole = if variant.is_empty() {
        product.to_owned()
    } else {
        format!("{product} ({variant})")
    };
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (said, told) = (words(&name), words(&kind));
    if kind.is_empty() || (!told.is_empty() && said.windows(told.len()).any(|part| part == told)) {
        return (name, whole);
    }
    // A long name gives way: its variant is what the owner looks for.
    let room = NAME_MOST.saturating_sub(kind.chars().count() + 3);
    let name = clean::line(&name, room).0;
    (format!("{name} ({kind})").trim().to_owned(), whole)
}

/// One line of an order, or why it is none.
fn line_of(
    columns: &Columns,
    cells: &[String],
    plan: &Plan,
    seen: &mut Seen,
) -> Result<OrderLine, Box<Outcome>> {
    let text = |field| columns.cell(cells, field).map_or("", |(_, text)| text);
    let wrong = |field: Field, why: Message| {
        let place = columns.cell(cells, field).map(|(place, _)| place);
        let column = place.map_or_else(|| columns.heading_of(field), |p| columns.heading(p));
        Box::new(Outcome::Wrong { column, why })
    };
    let (product, whole) = named(text(Field::Product), text(Field::Variant));
    let order = clean::line(text(Field::Order), NUMBER_MOST).0;
    let sku = clean::line(text(Field::Sku), NUMBER_MOST).0;
    let item = clean::line(text(Field::Item), NUMBER_MOST).0;
    let channel = columns.channel.key();
    let numbered = match (order.is_empty(), item.is_empty()) {
        (true, _) => None,
        (false, false) => Some(format!("{channel}|{order}|{item}")),
        (false, true) if sku.is_empty() => Some(format!("{channel}|{order}|{whole}")),
        (false, true) => Some(format!("{channel}|{order}|{sku}|{whole}")),
    };
    let left = |why: Message, key: Option<String>| Box::new(Outcome::Left { why, key });
    let status = text(Field::Status).to_lowercase();
    if columns
        .cancelled
        .iter()
        .any(|start| status.starts_with(start.as_str()))
    {
        let why = Message::new("orders-cancelled").with("status", clean::quote(&status));
        return Err(left(why, numbered));
    }
    let (day, hour) = super::cell::day(text(Field::Day)).map_err(|why| wrong(Field::Day, why))?;
    let bought =
        super::cell::count(text(Field::Quantity)).map_err(|why| wrong(Field::Quantity, why))?;
    // Where no column tells how many, each row is one piece.
    let bought = match bought {
        Some(count) => count,
        None if columns.has(Field::Quantity) => {
            let why = SaleError::Quantity.explain();
            return Err(wrong(Field::Quantity, why));
        }
        None => 1,
    };
    let returned = super::cell::count(text(Field::Returned))
        .map_err(|why| wrong(Field::Returned, why))?
        .unwrap_or(0);
    let quantity = bought.saturating_sub(returned);
    if bought > 0 && quantity == 0 {
        return Err(left(Message::new("orders-returned"), numbered));
    }
    let total = super::cell::amount(text(Field::Total)).map_err(|why| wrong(Field::Total, why))?;
    let price = super::cell::amount(text(Field::Price)).map_err(|why| wrong(Field::Price, why))?;
    let amount = match (total, price) {
        (Some(total), _) if returned > 0 => {
            let share =
                u128::from(total.amount()) * u128::from(quantity) / u128::from(bought.max(1));
            Rupiah::new(u64::try_from(share).unwrap_or(u64::MAX))
        }
        (Some(total), _) => total,
        (None, Some(price)) => Rupiah::new(price.amount().saturating_mul(u64::from(quantity))),
        (None, None) => return Err(left(Message::new("orders-free"), None)),
    };
    let sale = Sale {
        day,
        hour,
        amount,
        quantity,
        channel: columns.channel,
        product,
    };
    sale.check(plan.today).map_err(|error| {
        let field = match error {
            SaleError::Future | SaleError::Past => Field::Day,
            SaleError::Quantity => Field::Quantity,
            SaleError::Amount if total.is_some() => Field::Total,
            SaleError::Amount => Field::Price,
            SaleError::NoProduct => Field::Product,
        };
        wrong(field, error.explain())
    })?;
    // Without a number, what stands in the row is all that tells it apart.
    let key = numbered.unwrap_or_else(|| {
        let hour = hour.map_or_else(String::new, |h| h.to_string());
        let content = format!(
            "{channel}||{day}|{hour}|{whole}|{sku}|{quantity}|{}",
            amount.amount()
        );
        let before = seen.before(&content);
        format!("{content}|{before}")
    });
    Ok(OrderLine {
        key,
        order,
        product: sale.product,
        sku,
        quantity,
        returned: returned.min(bought),
        amount,
        day,
        hour,
        channel: sale.channel,
    })
}
