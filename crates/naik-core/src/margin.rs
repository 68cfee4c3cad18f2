//! What a piece costs to make (HPP), what each channel keeps, what is left, and which price leaves enough.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cash::Balance;
use crate::money::Rupiah;
use crate::sale::SaleChannel;

/// Prices are asked in steps of a coin.
const COIN: u64 = 100;
/// A whole, in hundredths of a percent.
const WHOLE: u64 = 10_000;
/// The highest price that is worked out.
const HIGHEST: u64 = 100_000_000_000;

/// What an owner tells about making one batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cost {
    /// Ingredients and materials of the batch, each with its price.
    pub ingredients: Vec<Item>,
    /// Work of the batch: wages, and the owner's own hours.
    pub labour: u64,
    /// Gas, power, stall and other costs of the batch.
    pub other: u64,
    /// Pieces that the batch gives.
    pub pieces: u32,
    /// Wrapping of one piece.
    pub packaging: u64,
}

/// A thing that is bought for the batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// What the part that is used costs.
    pub price: u64,
}

impl Cost {
    /// What one piece costs, rounded up to whole rupiah; `None` until it is told how many pieces a batch gives.
    pub fn per_piece(&self) -> Option<Rupiah> {
        let pieces = u64::from(self.pieces);
        if pieces == 0 {
            return None;
        }
        let batch = self
            .ingredients
            .iter()
            .map(|item| item.price)
            .chain([self.labour, self.other])
            .fold(0_u64, u64::saturating_add);
        Some(Rupiah::new(
            batch.div_ceil(pieces).saturating_add(self.packaging),
        ))
    }
}

/// What channels keep, as of one day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fees {
    /// The day on which they were checked, ISO 8601.
    pub checked: String,
    fee: Vec<Fee>,
}

/// What one channel keeps of a sale.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The channel.
    pub channel: SaleChannel,
    /// The first day, ISO 8601.
    pub from: String,
    /// Hundredths of a percent of the price.
    pub commission: u64,
    /// Rupiah for each order.
    pub per_order: u64,
    /// Hundredths of a percent for payment by QRIS.
    #[serde(default)]
    pub qris: u64,
    /// The sum up to which QRIS costs nothing.
    #[serde(default)]
    pub qris_above: u64,
    /// Whether it was seen in the platform's own documents.
    pub sure: bool,
    /// Where it comes from.
    pub source: String,
}

static FEES: LazyLock<Fees> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row of it"
)]
fn load() -> Fees {
    toml::from_str(include_str!("../data/fees.toml")).expect("fees.toml is well formed")
}

impl Fees {
    /// The fees that this version carries.
    pub fn get() -> &'static Self {
        &FEES
    }

    /// What a channel keeps on a day; the oldest that is known for days before.
    pub fn of(&self, channel: SaleChannel, day: Date) -> Option<&Fee> {
        let mut rows: Vec<&Fee> = self.fee.iter().filter(|f| f.channel == channel).collect();
        rows.sort_by(|a, b| a.from.cmp(&b.from));
        let day = day.to_string();
        let oldest = rows.first().copied();
        rows.into_iter().rfind(|fee| fee.from <= day).or(oldest)
    }
}

impl Fee {
    /// What the channel keeps of one order at a price, rounded up.
    pub fn of(&self, price: Rupiah) -> Rupiah {
        let price = price.amount();
        let qris = if price > self.qris_above {
            self.qris
        } else {
            0
        };
        let rate = self.commission.saturating_add(qris);
        let share = u128::from(price) * u128::from(rate);
        let share = share.div_ceil(u128::from(WHOLE));
        let share = u64::try_from(share).unwrap_or(u64::MAX);
        Rupiah::new(share.saturating_add(self.per_order))
    }
}

/// One order of one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deal {
    /// What the buyer pays for the piece.
    pub price: Rupiah,
    /// What the piece costs to make.
    pub cost: Rupiah,
    /// What the seller gives off for a promotion.
    pub promo: Rupiah,
    /// What the seller pays for sending it.
    pub shipping: Rupiah,
}

/// What is left of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// What the channel keeps.
    pub fee: Rupiah,
    /// What stays with the seller after everything.
    pub left: Balance,
    /// The same in whole percent of the price, rounded down.
    pub percent: i64,
}

impl Left {
    /// Whether the order costs more than it brings.
    pub fn is_loss(self) -> bool {
        self.left.is_negative()
    }
}

/// What is left of an order on a channel.
pub fn left(deal: Deal, fee: &Fee) -> Left {
    let paid = Rupiah::new(deal.price.amount().saturating_sub(deal.promo.amount()));
    let kept = fee.of(paid);
    let left = Balance::from(paid)
        - Balance::from(kept)
        - Balance::from(deal.cost)
        - Balance::from(deal.shipping);
    let percent = match i128::from(deal.price.amount()) {
        0 => 0,
        price => (i128::from(left.amount()) * 100).div_euclid(price),
    };
    Left {
        fee: kept,
        left,
        percent: i64::try_from(percent).unwrap_or(i64::MIN),
    }
}

/// The lowest price in whole hundreds that leaves a wanted share, in whole percent of the price; `None` when no price
/// does, because the channel and the wish together take everything.
pub fn price_for(deal: Deal, fee: &Fee, percent: u64) -> Option<Rupiah> {
    let enough = |price: u64| {
        let deal = Deal {
            price: Rupiah::new(price),
            ..deal
        };
        let got = left(deal, fee);
        // In hundredths, so that rounding of percents plays no part.
        !got.is_loss()
            && i128::from(got.left.amount()) * 100 >= i128::from(price) * i128::from(percent)
    };
    // Payment by QRIS costs something from a sum on: first without, then with it.
    let rates = [fee.commission, fee.commission.saturating_add(fee.qris)];
    rates.into_iter().find_map(|rate| {
        let start = break_even(deal, fee.per_order, rate, percent)? / COIN * COIN;
        // Rounding the fee up moves the price by less than this.
        (0..=101)
            .map(|step| start + step * COIN)
            .find(|price| *price > 0 && enough(*price))
            .map(Rupiah::new)
    })
}

/// The price at which what is wanted and what is paid are the same, before rounding.
fn break_even(deal: Deal, per_order: u64, rate: u64, percent: u64) -> Option<u64> {
    let kept = WHOLE.checked_sub(rate)?;
    let rest = kept
        .checked_sub(percent.checked_mul(100)?)
        .filter(|rest| *rest > 0)?;
    let fixed =
        u128::from(per_order) + u128::from(deal.cost.amount()) + u128::from(deal.shipping.amount());
    let promo = u128::from(deal.promo.amount()) * u128::from(kept);
    let price = (fixed * u128::from(WHOLE) + promo) / u128::from(rest);
    u64::try_from(price).ok().filter(|price| *price <= HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn fee(commission: u64, per_order: u64) -> Fee {
        Fee {
            channel: SaleChannel::Shopee,
            from: "2025-01-01".to_owned(),
            commission,
            per_order,
            qris: 0,
            qris_above: 0,
            sure: false,
            source: String::new(),
        }
    }

    fn deal(price: u64, cost: u64) -> Deal {
        Deal {
            price: Rupiah::new(price),
            cost: Rupiah::new(cost),
            promo: Rupiah::new(0),
            shipping: Rupiah::new(0),
        }
    }

    #[test]
    fn every_channel_has_its_fee_with_a_day_and_a_source() {
        let fees = Fees::get();
        assert!(fees.checked.parse::<Date>().is_ok());
        for channel in SaleChannel::ALL {
            let fee = fees.of(channel, date(2026, 11, 26)).unwrap();
            assert!(fee.from.parse::<Date>().is_ok() && !fee.source.is_empty());
            assert!(fee.commission < WHOLE, "{channel:?}");
        }
    }

    #[test]
    fn a_batch_is_shared_by_its_pieces() {
        let cost = Cost {
            ingredients: vec![
                Item {
                    name: "Tempe".to_owned(),
                    price: 50_000,
                },
                Item {
                    name: "Minyak".to_owned(),
                    price: 36_000,
                },
            ],
            labour: 40_000,
            other: 10_000,
            pieces: 20,
            packaging: 900,
        };
        assert_eq!(cost.per_piece(), Some(Rupiah::new(7_700)));
        assert_eq!(Cost::default().per_piece(), None);
    }

    #[test]
    fn qris_costs_only_above_its_sum() {
        let fee = Fees::get()
            .of(SaleChannel::Counter, date(2026, 1, 1))
            .unwrap();
        for (price, kept) in [(15_000, 0), (500_000, 0), (600_000, 1_800)] {
            assert_eq!(fee.of(Rupiah::new(price)), Rupiah::new(kept));
        }
    }

    #[test]
    fn what_is_left_counts_everything() {
        let fee = fee(800, 1_250);
        let got = left(deal(15_000, 7_700), &fee);
        assert_eq!(got.fee, Rupiah::new(2_450));
        assert_eq!(got.left, Balance::new(4_850));
        assert_eq!(got.percent, 32);
        let loss = left(deal(9_000, 7_700), &fee);
        assert_eq!(loss.left, Balance::new(-670));
        assert!(loss.is_loss() && loss.percent < 0);
        let mut more = deal(15_000, 7_700);
        more.promo = Rupiah::new(2_000);
        more.shipping = Rupiah::new(1_000);
        assert_eq!(left(more, &fee).left, Balance::new(2_010));
    }

    #[test]
    fn a_price_is_found_or_there_is_none() {
        let fee = fee(800, 1_250);
        assert_eq!(
            price_for(deal(0, 7_700), &fee, 30),
            Some(Rupiah::new(14_500))
        );
        assert_eq!(price_for(deal(0, 7_700), &fee, 92), None);
        assert_eq!(price_for(deal(0, 7_700), &fee, u64::MAX), None);
        assert_eq!(price_for(deal(0, u64::MAX), &fee, 10), None);
    }

    proptest::proptest! {
        #[test]
        fn the_price_leaves_enough_and_a_coin_less_does_not(
            cost in 100_u64..5_000_000, commission in 0_u64..3_000, per_order in 0_u64..5_000,
            percent in 0_u64..60, promo in 0_u64..20_000, shipping in 0_u64..30_000,
        ) {
            let fee = fee(commission, per_order);
            let mut deal = deal(0, cost);
            deal.promo = Rupiah::new(promo);
            deal.shipping = Rupiah::new(shipping);
            let found = price_for(deal, &fee, percent).unwrap();
            let holds = |price: u64| {
                let got = left(Deal { price: Rupiah::new(price), ..deal }, &fee);
                !got.is_loss() && i128::from(got.left.amount()) * 100 >= i128::from(price) * i128::from(percent)
            };
            proptest::prop_assert!(holds(found.amount()));
            proptest::prop_assert!(found.amount() <= COIN || !holds(found.amount() - COIN));
        }

        #[test]
        fn no_number_breaks_it(price in proptest::num::u64::ANY, cost in proptest::num::u64::ANY, percent in proptest::num::u64::ANY) {
            let fee = fee(800, 1_250);
            let _ = left(deal(price, cost), &fee);
            let _ = price_for(deal(price, cost), &fee, percent);
        }
    }
}
