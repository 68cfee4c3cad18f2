//! Posters: eight families of composition times a shop's colours.
//!
//! A poster is composed (words measured, product placed as large as the words
//! allow), painted, and then judged: the checks look at the finished pixels.

mod check;
mod element;
mod family;
mod page;
mod place;
mod series;

pub use check::LayoutCheck;
pub use family::Family;

use naik_core::category::Category;
use naik_core::seed::Seed;

use crate::error::PressError;
use crate::palette::Palette;
use crate::product::Product;
use crate::{Brand, Price, text};
use page::{Copy, Page};

/// What the poster is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Instagram feed, 1080x1350.
    Feed,
    /// Square, 1080x1080.
    Square,
    /// Instagram and Facebook story, 1080x1920.
    Story,
    /// WhatsApp status, 1080x1920.
    Status,
    /// One of the three slides of a carousel, 0 to 2, 1080x1350.
    Slide(u8),
    /// The price, large, 1080x1080.
    PriceCard,
}

impl Format {
    /// Every format of a kit, in its order.
    pub const ALL: [Self; 8] = [
        Self::Feed,
        Self::Square,
        Self::Story,
        Self::Status,
        Self::Slide(0),
        Self::Slide(1),
        Self::Slide(2),
        Self::PriceCard,
    ];

    /// Width and height in pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Self::Feed | Self::Slide(_) => (1080, 1350),
            Self::Square | Self::PriceCard => (1080, 1080),
            Self::Story | Self::Status => (1080, 1920),
        }
    }

    /// The name in files: `feed`, `square`, `story`, `status`, `carousel-1` to `carousel-3`, `price-card`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Square => "square",
            Self::Story => "story",
            Self::Status => "status",
            Self::Slide(0) => "carousel-1",
            Self::Slide(1) => "carousel-2",
            Self::Slide(_) => "carousel-3",
            Self::PriceCard => "price-card",
        }
    }
}

/// One slide of the carousel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// A few words.
    pub title: String,
    /// One sentence; may be empty.
    pub body: String,
}

/// What a poster says and shows. Words come ready and proved: nothing is added to them.
#[derive(Clone)]
pub struct Brief<'a> {
    /// The product's name.
    pub name: &'a str,
    /// A promise that leads instead of the name, up to about eight words.
    pub headline: Option<&'a str>,
    /// One benefit, a short sentence.
    pub benefit: Option<&'a str>,
    /// The price.
    pub price: Option<&'a Price>,
    /// The call to action: `Chat WhatsApp`.
    pub call: &'a str,
    /// What is shown.
    pub product: &'a Product,
    /// Who sells.
    pub brand: &'a Brand,
    /// What kind of product it is: it chooses colours for a shop that has none.
    pub category: Category,
    /// Cover, detail and close of the carousel.
    pub slides: [Slide; 3],
}

/// A finished poster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width * height * 3` bytes: red, green, blue.
    pub rgb: Vec<u8>,
    /// Its composition, not always the one that was asked for; a film's cover has none.
    pub family: Option<Family>,
    /// What was checked on the finished poster.
    pub checks: Vec<LayoutCheck>,
}

/// Makes one poster in just this composition.
///
/// About 60 to 120 ms of one core, up to four times that where long words must give way; formats may be rendered in parallel.
///
/// # Errors
/// [`PressError::NoName`] when no letter of the name can be drawn.
pub fn render_as(
    brief: &Brief<'_>,
    family: Family,
    format: Format,
    seed: Seed,
) -> Result<Poster, PressError> {
    Ok(fitted(brief, family, format, seed, Copy::of(brief, format)?).0)
}

/// Makes one poster: in another composition where this one has no room for the product beside the words.
///
/// As long as [`render_as`], and as long again for each other composition that must be tried.
///
/// # Errors
/// [`PressError::NoName`] when no letter of the name can be drawn.
pub fn render(
    brief: &Brief<'_>,
    family: Family,
    format: Format,
    seed: Seed,
) -> Result<Poster, PressError> {
    let (poster, copy) = fitted(brief, family, format, seed, Copy::of(brief, format)?);
    // Some words are too long for one composition and not for another. The slides of a carousel stay alike, and a very slim
    // thing is small beside words anywhere.
    let is_slim = !(0.4..2.5).contains(&brief.product.aspect());
    if !poster.is_crowded() || copy.slide.is_some() || is_slim {
        return Ok(poster);
    }
    let others = Family::suited(brief.product).into_iter();
    let other = others.filter(|other| *other != family).find_map(|other| {
        let made = composed(brief, other, format, seed, &copy);
        made.checks.iter().all(|check| check.passed).then_some(made)
    });
    Ok(other.unwrap_or(poster))
}

/// The poster, with as few of the words as the product leaves room for.
fn fitted(
    brief: &Brief<'_>,
    family: Family,
    format: Format,
    seed: Seed,
    mut copy: Copy,
) -> (Poster, Copy) {
    let mut poster = composed(brief, family, format, seed, &copy);
    // The product comes first: where words leave it too little, some of them go, and the rest gets smaller.
    while poster.is_crowded() && copy.shorten(brief.name) {
        poster = composed(brief, family, format, seed, &copy);
    }
    (poster, copy)
}

fn composed(brief: &Brief<'_>, family: Family, format: Format, seed: Seed, copy: &Copy) -> Poster {
    // One palette for the whole kit: the seed decides, not the format.
    let palette = Palette::of(&brief.brand.colors, brief.category, seed);
    let mut page = Page::new(brief, format, palette);
    match format {
        Format::Slide(_) => series::compose(family, &mut page, copy),
        _ => family.compose(&mut page, copy),
    }
    Poster {
        family: Some(family),
        ..page.finish()
    }
}

impl Poster {
    /// Whether the words left the product too little.
    fn is_crowded(&self) -> bool {
        self.checks
            .iter()
            .any(|check| check.rule == "product-large" && !check.passed)
    }
}

/// The families of a kit: a different composition for each place, one for all slides of the carousel. [`render`] leaves this
/// plan where words are too long for it.
pub fn choose(brief: &Brief<'_>, seed: Seed) -> Vec<(Format, Family)> {
    let mut order = Family::suited(brief.product);
    let mut choice = seed.of("families");
    // The best suited half leads; within it, variety.
    let half = order.len() / 2;
    choice.shuffle(&mut order[..half]);
    choice.shuffle(&mut order[half..]);
    let at = |index: usize| order[index % order.len()];
    // A price in figures belongs on a tag.
    let card = if brief.price.is_some() {
        Family::Label
    } else {
        at(5)
    };
    let rest: Vec<Family> = order.iter().copied().filter(|f| *f != card).collect();
    let at = |index: usize| rest[index % rest.len()];
    Format::ALL
        .into_iter()
        .map(|format| {
            let family = match format {
                Format::Feed => at(0),
                Format::Story => at(1),
                Format::Square => at(2),
                Format::Slide(_) => at(3),
                Format::Status => at(4),
                Format::PriceCard => card,
            };
            (format, family)
        })
        .collect()
}

/// Whether any letter of a text can be set.
pub(crate) fn can_be_set(words: &str) -> bool {
    text::clean(words).chars().any(char::is_alphanumeric)
}
