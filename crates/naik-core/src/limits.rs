//! What marketplaces and channels accept: data with a source and a date, not code.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::channel::{Channel, Market};

/// All limits, as of one day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// The day on which they were checked, ISO 8601.
    pub checked: String,
    market: BTreeMap<String, MarketLimits>,
    channel: BTreeMap<String, ChannelLimits>,
    safe_zone: BTreeMap<String, SafeZone>,
}

/// What one marketplace accepts; pairs are lowest and highest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarketLimits {
    /// Characters of a title.
    pub title: [usize; 2],
    /// Characters after which a title is cut where it is shown.
    pub title_warn: Option<usize>,
    /// Characters of a description.
    pub description: [usize; 2],
    /// Hashtags in a description.
    pub description_hashtags: Option<usize>,
    /// Pictures of a product.
    pub images: [usize; 2],
    /// Bytes of a picture.
    pub image_bytes: usize,
    /// Pixels of a picture's side.
    pub image_px: [u32; 2],
    /// The side of the square picture that we send, in pixels.
    pub image_wanted: u32,
    /// Bytes of a video.
    pub video_bytes: Option<u64>,
    /// Seconds of a video.
    pub video_seconds: Option<[u32; 2]>,
    /// Price in rupiah.
    pub price: [u64; 2],
    /// Pieces in stock.
    pub stock: [u32; 2],
    /// Weight of the parcel in grams.
    pub weight_grams: [u32; 2],
    /// Days that an order made to order may take.
    pub preorder_days: [u16; 2],
    /// Characters of a stock-keeping code.
    pub sku: usize,
    /// Variants of a product.
    pub variants: usize,
    /// Characters of a variant's name.
    pub option: usize,
    /// Whether the values were seen in the platform's own documents.
    pub sure: bool,
    /// Where they come from.
    pub source: String,
}

/// What one channel accepts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelLimits {
    /// Characters of the whole text.
    pub text: usize,
    /// Hashtags; the advised number where the platform allows more.
    pub hashtags: usize,
    /// Words that are read there.
    pub words: usize,
    /// Emoji that suit the place.
    pub emoji: usize,
    /// Whether a text with a telephone number is refused.
    #[serde(default)]
    pub phone_forbidden: bool,
}

/// Margins of 1080x1920 that the app's own buttons cover, in pixels.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafeZone {
    /// From the top edge.
    pub top: u32,
    /// From the bottom edge.
    pub bottom: u32,
    /// From the left edge.
    pub left: u32,
    /// From the right edge.
    pub right: u32,
}

static LIMITS: LazyLock<Limits> = LazyLock::new(load);

#[expect(
    clippy::expect_used,
    reason = "the file is embedded and a test reads every row of it"
)]
fn load() -> Limits {
    toml::from_str(include_str!("../data/limits.toml")).expect("limits.toml is well formed")
}

impl Limits {
    /// The limits that this version carries.
    pub fn get() -> &'static Self {
        &LIMITS
    }

    /// What a marketplace accepts.
    pub fn market(&self, market: Market) -> &MarketLimits {
        &self.market[&market.key().replace('-', "_")]
    }

    /// What a channel accepts.
    pub fn channel(&self, channel: Channel) -> &ChannelLimits {
        &self.channel[&channel.key().replace('-', "_")]
    }

    /// The safe zone of stories and statuses.
    pub fn story_zone(&self) -> SafeZone {
        self.safe_zone["stories"]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_there_and_sane() {
        let limits = Limits::get();
        for market in Market::ALL {
            let row = limits.market(market);
            assert!(
                row.title[0] <= row.title[1]
                    && row.image_px[0] <= row.image_wanted
                    && row.image_wanted <= row.image_px[1]
            );
        }
        for channel in Channel::ALL {
            assert!(limits.channel(channel).text > 0);
        }
        let zone = limits.story_zone();
        assert!(zone.top + zone.bottom < 1920 && zone.left + zone.right < 1080);
        assert!(limits.checked.parse::<jiff::civil::Date>().is_ok());
    }
}
