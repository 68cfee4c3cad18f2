//! A month's books as files: for the bank, for the accountant, for moving elsewhere.

use jiff::civil::Date;
use naik_connect::ledger::{Cell, Sheet, csv, workbook};
use naik_core::access::{Action, Who};
use naik_core::cash::{Balance, Way};
use naik_store::repo::Page;
use naik_store::repo::sale::{self, Days};
use naik_store::repo::{cash, shop};

use super::error::Fault;
use super::{Platform, apart};
use crate::words::Words;

/// Sales that one file holds, at most.
const MOST: u64 = 200_000;

impl Platform {
    /// A month's result as a workbook: a summary, every sale, and the cash book; with a name for it.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn month_workbook(
        &self,
        who: &Who,
        month: Date,
        words: Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let id = self.own_shop(who, Action::SeeProduct).await?;
        let _turn = self.heavy_turn().await?;
        let shop = shop::get(self.store.db(), id).await?;
        let days = whole(month);
        let sold = super::sale::total(self.store.db(), id, days).await?;
        let book = self.cash_month(who, month).await?;
        let sales = self.sales_sheet(who, days, &words).await?;
        let lines = cash_sheet(&book.lines, &words, days);
        let say = |key: &str| words.label(key, &[]);
        let money = |balance: Balance| Cell::Money(balance.amount());
        let sold_sum = Balance::new(i64::try_from(sold.amount).unwrap_or(i64::MAX));
        let mut rows = vec![
            vec![say("buku-terjual").as_str().into(), money(sold_sum)],
            vec![say("buku-pesanan").as_str().into(), Cell::Whole(sold.sales)],
            vec![say("buku-barang").as_str().into(), Cell::Whole(sold.pieces)],
            vec![say("buku-masuk").as_str().into(), money(book.sums.came)],
            vec![say("buku-keluar").as_str().into(), money(book.sums.went)],
            vec![
                say("buku-sisa").as_str().into(),
                money(sold_sum + book.sums.left()),
            ],
        ];
        // No rate is known of some years; any other fault is one.
        let tax = match self.tax_year(who, month.year()).await {
            Ok(year) => Some(year),
            Err(Fault::Missing) => None,
            Err(other) => return Err(other),
        };
        let place = usize::try_from(month.month() - 1).unwrap_or(0);
        if let Some(one) = tax.as_ref().and_then(|year| year.months.get(place)) {
            rows.push(vec![
                say("buku-pajak").as_str().into(),
                Cell::Money(i64::try_from(one.tax.amount()).unwrap_or(i64::MAX)),
            ]);
        }
        let summary = Sheet {
            name: say("buku-ringkasan"),
            title: shop.name.clone(),
            note: words.label(
                "buku-keterangan",
                &[
                    ("awal", &days.first.to_string()),
                    ("akhir", &days.last.to_string()),
                ],
            ),
            columns: vec![(say("buku-hal"), 44), (say("buku-nilai"), 20)],
            rows,
        };
        let title = format!("{} {}", shop.name, month_word(month));
        let bytes = apart(move || workbook(&title, days.last, &[summary, sales, lines])).await?;
        let slug = naik_core::slug::slug(&shop.name);
        Ok((bytes, format!("{slug}-{}.xlsx", month_word(month))))
    }

    /// Every sale of a month as CSV, with a name for it.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn month_table(
        &self,
        who: &Who,
        month: Date,
        words: &Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        self.own_shop(who, Action::SeeProduct).await?;
        let _turn = self.heavy_turn().await?;
        let sheet = self.sales_sheet(who, whole(month), words).await?;
        let bytes = apart(move || csv(&sheet)).await?;
        Ok((bytes, format!("penjualan-{}.csv", month_word(month))))
    }

    /// The cash book of a month as CSV, with a name for it.
    ///
    /// # Errors
    /// `Forbidden` for people without a shop.
    pub async fn cash_table(
        &self,
        who: &Who,
        month: Date,
        words: &Words,
    ) -> Result<(Vec<u8>, String), Fault> {
        let id = self.own_shop(who, Action::SeeProduct).await?;
        let days = whole(month);
        let _turn = self.heavy_turn().await?;
        let lines = cash::list(self.store.db(), id, days).await?;
        let sheet = cash_sheet(&lines, words, days);
        let bytes = apart(move || csv(&sheet)).await?;
        Ok((bytes, format!("kas-{}.csv", month_word(month))))
    }

    async fn sales_sheet(&self, who: &Who, days: Days, words: &Words) -> Result<Sheet, Fault> {
        let id = self.own_shop(who, Action::SeeProduct).await?;
        let page = Page {
            skip: 0,
            take: MOST,
        };
        let mut sales = sale::list(self.store.db(), id, days, page).await?;
        sales.reverse();
        let say = |key: &str| words.label(key, &[]);
        let rows = sales
            .into_iter()
            .map(|noted| {
                let sale = noted.sale;
                vec![
                    Cell::Day(sale.day),
                    Cell::Text(sale.product),
                    Cell::Whole(u64::from(sale.quantity)),
                    Cell::Money(i64::try_from(sale.amount.amount()).unwrap_or(i64::MAX)),
                    Cell::Text(say(&format!("tempat-{}", sale.channel.key()))),
                ]
            })
            .collect();
        Ok(Sheet {
            name: say("buku-penjualan"),
            title: say("buku-penjualan"),
            note: note(words, days),
            columns: vec![
                (say("buku-tanggal"), 13),
                (say("buku-produk"), 46),
                (say("buku-jumlah"), 10),
                (say("buku-uang"), 16),
                (say("buku-tempat"), 24),
            ],
            rows,
        })
    }
}

fn cash_sheet(
    lines: &[(naik_core::id::CashId, naik_core::cash::Line)],
    words: &Words,
    days: Days,
) -> Sheet {
    let say = |key: &str| words.label(key, &[]);
    let rows = lines
        .iter()
        .rev()
        .map(|(_, line)| {
            let amount = Cell::Money(i64::try_from(line.amount.amount()).unwrap_or(i64::MAX));
            let (came, went) = match line.way {
                Way::In => (amount, Cell::Blank),
                Way::Out => (Cell::Blank, amount),
            };
            vec![
                Cell::Day(line.day),
                Cell::Text(line.what.clone()),
                came,
                went,
            ]
        })
        .collect();
    Sheet {
        name: say("buku-kas"),
        title: say("buku-kas"),
        note: note(words, days),
        columns: vec![
            (say("buku-tanggal"), 13),
            (say("buku-untuk"), 46),
            (say("buku-kolom-masuk"), 16),
            (say("buku-kolom-keluar"), 16),
        ],
        rows,
    }
}

fn note(words: &Words, days: Days) -> String {
    let (first, last) = (days.first.to_string(), days.last.to_string());
    words.label("buku-hari", &[("awal", &first), ("akhir", &last)])
}

fn whole(month: Date) -> Days {
    Days {
        first: month.first_of_month(),
        last: month.last_of_month(),
    }
}

/// `2026-11`.
fn month_word(month: Date) -> String {
    format!("{:04}-{:02}", month.year(), month.month())
}
