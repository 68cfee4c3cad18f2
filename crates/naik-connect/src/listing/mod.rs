//! A product as marketplaces want it: sheets to upload, feeds, structured data, pictures' archive, and the
//! check that is made before any of it is sent.
//!
//! Everything here stays inside `naik_core::limits`: what is too long is cut at a
//! word, what is out of range is left blank, and [`preflight`] says so in red.

mod archive;
mod feed;
mod json_ld;
mod lazada;
mod line;
mod markup;
mod preflight;
mod rss;
mod shopee;
mod template;
mod text;
mod tiktok;
mod workbook;

use naik_core::channel::Market;
use naik_core::facts::Facts;
use naik_core::kit::Gravity;
use naik_core::message::{Explain, Message};

pub use archive::archive;
pub use feed::meta_feed;
pub use json_ld::json_ld;
pub use line::{choice, code, codes};
pub use preflight::{preflight, preflight_video};
pub use rss::{Source, escape, google_rss};
pub use text::{emoji, has_link, has_phone, hashtags};

/// One product with everything that a listing shows.
#[derive(Clone, Debug)]
pub struct Product<'a> {
    /// What the owner told.
    pub facts: &'a Facts,
    /// The shop's own code: `KERIPIK-TEMPE-BU-SRI`. Made of ASCII letters, digits, `-`, `_` and `.`; other characters are dropped.
    pub sku: String,
    /// The listing's title.
    pub title: &'a str,
    /// The listing's description, plain text with line breaks.
    pub description: &'a str,
    /// Pictures in order, the cover first.
    pub images: Vec<Image>,
    /// The video, when there is one.
    pub video: Option<Video>,
    /// The address under which the pictures can be reached: `https://toko.example/foto`.
    pub base_url: Option<&'a str>,
    /// The name under which the page at `base_url` is asked for one variant: `pilihan` for `?pilihan=balado`.
    pub choice: Option<&'a str>,
}

impl<'a> Product<'a> {
    /// A product without pictures.
    pub fn new(
        facts: &'a Facts,
        sku: impl Into<String>,
        title: &'a str,
        description: &'a str,
    ) -> Self {
        Self {
            facts,
            sku: sku.into(),
            title,
            description,
            images: Vec::new(),
            video: None,
            base_url: None,
            choice: None,
        }
    }
}

/// A picture in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Its name in the archive: `keripik-tempe-1.jpg`.
    pub name: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// The product's film.
#[derive(Clone, Debug, PartialEq)]
pub struct Video {
    /// Where it lies: `video/video.mp4`.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its length.
    pub seconds: f64,
}

/// A message put into words by the caller, who has the message files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What is said.
    pub text: String,
    /// What to do next; may be empty.
    pub hint: String,
}

/// How sheets are filled.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Puts the guide sheet's messages into words.
    pub say: &'a dyn Fn(&Message) -> Said,
    /// The template that the seller downloaded from the marketplace, as `.xlsx`. It is filled in place, so
    /// that the shop's own marks in it stay. Only Shopee's can be filled so far; others ignore it.
    pub template: Option<&'a [u8]>,
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name: `shopee.xlsx`.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a sheet was not made.
#[derive(Debug, thiserror::Error)]
pub enum ListingError {
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The feed could not be written.
    #[error("the feed could not be written: {0}")]
    Feed(String),
    /// The seller's template is not the marketplace's.
    #[error("the template is not one of {market}: {reason}")]
    Template {
        /// Whose it should be.
        market: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl Explain for ListingError {
    fn explain(&self) -> Message {
        match self {
            Self::Workbook(_) | Self::Feed(_) => {
                Message::new("listing-not-written").with("reason", self)
            }
            Self::Template { market, .. } => {
                Message::new("listing-template").with("market", market)
            }
        }
    }
}

/// One rule, applied to one product.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's key: `title-length`.
    pub rule: &'static str,
    /// Whether it holds: green or red.
    pub passed: bool,
    /// `Mend` for red, `Note` for green; a green one whose message has a hint is advice.
    pub gravity: Gravity,
    /// What was found; its `.hint` is the remedy.
    pub message: Message,
}

/// The sheet or feed of one marketplace: `shopee.xlsx`, `tiktok-tokopedia.xlsx`, `lazada.xlsx`, `meta.csv` or `google.tsv`.
///
/// The same products give the same bytes. A text is never a formula.
///
/// # Errors
/// When the seller's template is not the marketplace's; otherwise only by a mistake of ours.
pub fn sheet(
    market: Market,
    products: &[Product<'_>],
    options: &Options<'_>,
) -> Result<Vec<File>, ListingError> {
    let bytes = match market {
        Market::Shopee => shopee::sheet(products, options)?,
        Market::TiktokTokopedia => tiktok::sheet(products, options)?,
        Market::Lazada => lazada::sheet(products, options)?,
        Market::Meta => feed::meta(products)?,
        Market::Google => feed::google(products)?,
    };
    let ending = match market {
        Market::Shopee | Market::TiktokTokopedia | Market::Lazada => "xlsx",
        Market::Meta => "csv",
        Market::Google => "tsv",
    };
    Ok(vec![File {
        name: format!("{}.{ending}", market.key()),
        bytes,
    }])
}

#[cfg(test)]
mod tests;
