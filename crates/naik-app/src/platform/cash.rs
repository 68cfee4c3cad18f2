//! The cash book, and what the year's tax may come to.

use jiff::civil::{Date, date};
use naik_core::access::{Action, Who};
use naik_core::cash::{CashError, Line, Sums, sums};
use naik_core::id::CashId;
use naik_core::message::Explain;
use naik_core::money::Rupiah;
use naik_core::tax::{self, Estimate, Payer};
use naik_store::StoreError;
use naik_store::repo::cash;
use naik_store::repo::sale::{self, By, Days, Total};

use super::Platform;
use super::error::Fault;
use super::reach::actor;

/// A month of the cash book.
#[derive(Clone, Debug)]
pub struct CashMonth {
    /// Its lines, the last first.
    pub lines: Vec<(CashId, Line)>,
    /// Their sums.
    pub sums: Sums,
    /// What was sold in the month: money that came in beside the book's lines.
    pub sold: Total,
}

impl Platform {
    /// Adds a line to the cash book. The same key adds it once, however often it is sent.
    ///
    /// # Errors
    /// `Refused` field by field, `Forbidden` for people without a shop.
    pub async fn note_cash(&self, who: &Who, line: Line, key: &str) -> Result<CashId, Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let today = self.clock(shop).await?.today;
        line.check(today).map_err(|error| {
            let field = match error {
                CashError::NoWhat | CashError::LongWhat => "untuk",
                CashError::Future | CashError::Past => "tanggal",
            };
            Fault::field(field, error.explain())
        })?;
        let id = CashId(self.outside.id());
        let change = self.store.begin().await?;
        cash::add(&change, shop, id, &line, self.now()).await?;
        let kept = self
            .receipt(&change, &actor(who), key, "note-cash", &id.to_string())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            let damaged = |_| Fault::Internal("a receipt that names no line".to_owned());
            return earlier.parse().map_err(damaged);
        }
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// Takes a line back.
    ///
    /// # Errors
    /// `Refused` when that was done before, `Missing` when it is not the shop's.
    pub async fn undo_cash(&self, who: &Who, id: CashId) -> Result<(), Fault> {
        let shop = self.own_shop(who, Action::EditProduct).await?;
        let change = self.store.begin().await?;
        let subject = format!("cash:{id}");
        match cash::remove(&change, shop, id).await {
            Err(StoreError::Missing) => {
                change.rollback().await.map_err(StoreError::from)?;
                return Err(self.undone("undo-cash", &subject).await?);
            }
            other => other?,
        }
        self.note(&change, who, "undo-cash", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    /// A month of the cash book.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn cash_month(&self, who: &Who, month: Date) -> Result<CashMonth, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        let days = Days {
            first: month.first_of_month(),
            last: month.last_of_month(),
        };
        let lines = cash::list(self.store.db(), shop, days).await?;
        Ok(CashMonth {
            sums: sums(lines.iter().map(|(_, line)| line)),
            sold: super::sale::total(self.store.db(), shop, days).await?,
            lines,
        })
    }

    /// What the tax of a year may come to, from what was sold in each of its months up to today.
    ///
    /// # Errors
    /// `Missing` for years that the rules do not know, `Forbidden` for people without a shop.
    pub async fn tax_year(&self, who: &Who, year: i16) -> Result<Estimate, Fault> {
        let shop = self.own_shop(who, Action::SeeProduct).await?;
        let days = Days {
            first: date(year, 1, 1),
            last: date(year, 12, 31),
        };
        let sold = sale::sums(self.store.db(), shop, days, By::Month).await?;
        let today = self.clock(shop).await?.today;
        let months = if today.year() == year {
            today.month()
        } else {
            12
        };
        let turnover: Vec<Rupiah> = (1..=months)
            .map(|month| {
                let name = format!("{year:04}-{month:02}");
                let found = sold.iter().find(|(text, _)| *text == name);
                Rupiah::new(found.map_or(0, |(_, total)| total.amount))
            })
            .collect();
        tax::estimate(year, Payer::Person, &turnover).ok_or(Fault::Missing)
    }
}
