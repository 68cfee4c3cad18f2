//! A sale: what was sold on which day, through which channel, for how much; and how one month stands against the last.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cash::FIRST_DAY;
use crate::message::{Explain, Message};
use crate::money::Rupiah;

/// Where a sale was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SaleChannel {
    /// Face to face: counter, market, bazaar.
    Counter,
    /// Ordered by WhatsApp.
    #[serde(rename = "whatsapp")]
    WhatsApp,
    /// Shopee.
    Shopee,
    /// TikTok Shop and Tokopedia.
    TiktokTokopedia,
    /// Lazada.
    Lazada,
    /// Anywhere else.
    Other,
}

impl SaleChannel {
    /// All, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Counter,
        Self::WhatsApp,
        Self::Shopee,
        Self::TiktokTokopedia,
        Self::Lazada,
        Self::Other,
    ];

    /// The word in forms and in the database.
    pub fn key(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::WhatsApp => "whatsapp",
            Self::Shopee => "shopee",
            Self::TiktokTokopedia => "tiktok-tokopedia",
            Self::Lazada => "lazada",
            Self::Other => "other",
        }
    }

    /// The channel of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == word)
    }
}

/// One sale of one product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sale {
    /// The day, as the shop's clock shows it.
    pub day: Date,
    /// The hour, 0 to 23, where it is known.
    pub hour: Option<u8>,
    /// What the buyer paid for all pieces, before the channel's fees.
    pub amount: Rupiah,
    /// Pieces.
    pub quantity: u32,
    /// Where it was made.
    pub channel: SaleChannel,
    /// What was sold, as the shop calls it.
    pub product: String,
}

/// The most pieces of one sale.
pub const QUANTITY_MOST: u32 = 100_000;
/// The highest sum of one sale.
pub const AMOUNT_MOST: Rupiah = Rupiah::new(10_000_000_000);

/// Why a sale is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaleError {
    /// It lies after today.
    #[error("the day is still to come")]
    Future,
    /// It lies before the year 2000.
    #[error("the day is too long ago")]
    Past,
    /// No pieces, or more than [`QUANTITY_MOST`].
    #[error("the number of pieces is not between 1 and {QUANTITY_MOST}")]
    Quantity,
    /// No money, or more than [`AMOUNT_MOST`].
    #[error("the amount is not between 1 and {AMOUNT_MOST}")]
    Amount,
    /// It is not told what was sold.
    #[error("the product has no name")]
    NoProduct,
}

impl Explain for SaleError {
    fn explain(&self) -> Message {
        match self {
            Self::Future => Message::new("day-future"),
            Self::Past => Message::new("day-past"),
            Self::Quantity => Message::new("sale-quantity").with("most", QUANTITY_MOST),
            Self::Amount => Message::new("sale-amount").with("most", AMOUNT_MOST),
            Self::NoProduct => Message::new("sale-no-product"),
        }
    }
}

impl Sale {
    /// Whether it can have happened by today.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, today: Date) -> Result<(), SaleError> {
        match () {
            () if self.day > today => Err(SaleError::Future),
            () if self.day < FIRST_DAY => Err(SaleError::Past),
            () if self.quantity == 0 || self.quantity > QUANTITY_MOST => Err(SaleError::Quantity),
            () if self.amount.amount() == 0 || self.amount > AMOUNT_MOST => Err(SaleError::Amount),
            () if self.product.trim().is_empty() => Err(SaleError::NoProduct),
            () => Ok(()),
        }
    }
}

/// A part of a month next to the same part of the month before, so that the 3rd is never held against a whole month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// First and last day of the part of this month.
    pub this: (Date, Date),
    /// First and last day of the part of the month before.
    pub last: (Date, Date),
}

impl Compared {
    /// This month up to a day, and the month before up to the same day; to its end where it is shorter, or when this
    /// month is over with that day.
    pub fn until(day: Date) -> Self {
        let first = day.first_of_month();
        let before_end = first.yesterday().unwrap_or(first);
        let before_first = before_end.first_of_month();
        let whole = day == day.last_of_month();
        let before_last = if whole || day.day() >= before_end.day() {
            before_end
        } else {
            let span = jiff::Span::new().days(i64::from(day.day()) - 1);
            before_first.checked_add(span).unwrap_or(before_end)
        };
        Self {
            this: (first, day),
            last: (before_first, before_last),
        }
    }
}

/// How much more or less, in whole percent rounded towards nothing; `None` against nothing at all.
pub fn change(now: u64, before: u64) -> Option<i64> {
    if before == 0 {
        return None;
    }
    let (now, before) = (i128::from(now), i128::from(before));
    let percent = (now - before) * 100 / before;
    Some(i64::try_from(percent).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn channels_read_what_they_write() {
        for channel in SaleChannel::ALL {
            assert_eq!(SaleChannel::parse(channel.key()), Some(channel));
            assert_eq!(serde_json::to_value(channel).unwrap(), channel.key());
        }
        assert_eq!(SaleChannel::parse("bukalapak"), None);
    }

    #[test]
    fn what_cannot_have_been_sold_is_refused() {
        let today = date(2026, 11, 26);
        let fine = Sale {
            day: today,
            hour: Some(9),
            amount: Rupiah::new(15_000),
            quantity: 1,
            channel: SaleChannel::Counter,
            product: "Keripik".to_owned(),
        };
        assert_eq!(fine.check(today), Ok(()));
        let with = |change: fn(&mut Sale)| {
            let mut sale = fine.clone();
            change(&mut sale);
            sale.check(today)
        };
        for (got, wanted) in [
            (with(|s| s.day = date(2026, 11, 27)), SaleError::Future),
            (with(|s| s.day = date(1999, 1, 1)), SaleError::Past),
            (with(|s| s.quantity = 0), SaleError::Quantity),
            (with(|s| s.quantity = 100_001), SaleError::Quantity),
            (with(|s| s.amount = Rupiah::new(0)), SaleError::Amount),
            (
                with(|s| s.amount = Rupiah::new(u64::MAX)),
                SaleError::Amount,
            ),
            (with(|s| s.product = " ".to_owned()), SaleError::NoProduct),
        ] {
            assert_eq!(got, Err(wanted));
        }
    }

    #[test]
    fn a_part_of_a_month_is_held_against_the_same_part() {
        for (day, last) in [
            (date(2026, 11, 3), (date(2026, 10, 1), date(2026, 10, 3))),
            (date(2026, 11, 30), (date(2026, 10, 1), date(2026, 10, 31))),
            (date(2026, 3, 30), (date(2026, 2, 1), date(2026, 2, 28))),
            (date(2026, 1, 15), (date(2025, 12, 1), date(2025, 12, 15))),
            (date(2024, 3, 29), (date(2024, 2, 1), date(2024, 2, 29))),
        ] {
            let compared = Compared::until(day);
            assert_eq!(compared.this, (day.first_of_month(), day));
            assert_eq!(compared.last, last, "{day}");
        }
    }

    #[test]
    fn a_change_is_said_only_against_something() {
        for (now, before, wanted) in [
            (150, 100, Some(50)),
            (50, 100, Some(-50)),
            (0, 100, Some(-100)),
            (5, 0, None),
            (100, 100, Some(0)),
            (u64::MAX, 1, Some(i64::MAX)),
        ] {
            assert_eq!(change(now, before), wanted);
        }
    }

    proptest::proptest! {
        #[test]
        fn both_parts_lie_in_their_months(days in 0_i64..20_000) {
            let day = date(2000, 2, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let compared = Compared::until(day);
            proptest::prop_assert!(compared.last.1 < compared.this.0);
            proptest::prop_assert!(compared.last.0 <= compared.last.1);
            proptest::prop_assert_eq!(compared.last.0, compared.last.1.first_of_month());
        }
    }
}
