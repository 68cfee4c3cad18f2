//! Eight compositions. They differ in where the eye goes, not only in colour.

mod bingkai;
mod jendela;
mod kain;
mod label;
mod lingkar;
mod majalah;
mod panggung;
mod tangga;

use serde::{Deserialize, Serialize};

use super::page::{Copy, Page};
use crate::product::Product;

/// A composition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// A circle behind the product, the heading beside it.
    Lingkar,
    /// The product on a round stage in the light.
    Panggung,
    /// A framed picture with a caption, as in a shop window.
    Bingkai,
    /// An editorial page: a serif, columns, much air.
    Majalah,
    /// A length of batik down one side.
    Kain,
    /// A swing tag with the price.
    Label,
    /// Steps of a terrace, each with one message.
    Tangga,
    /// An arch, everything on its axis.
    Jendela,
}

impl Family {
    /// All families.
    pub const ALL: [Self; 8] = [
        Self::Lingkar,
        Self::Panggung,
        Self::Bingkai,
        Self::Majalah,
        Self::Kain,
        Self::Label,
        Self::Tangga,
        Self::Jendela,
    ];

    /// The name in files and in `kit.json`: `lingkar`, `panggung`, ...
    pub fn key(self) -> &'static str {
        match self {
            Self::Lingkar => "lingkar",
            Self::Panggung => "panggung",
            Self::Bingkai => "bingkai",
            Self::Majalah => "majalah",
            Self::Kain => "kain",
            Self::Label => "label",
            Self::Tangga => "tangga",
            Self::Jendela => "jendela",
        }
    }

    /// Reads a key back.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.key() == key)
    }

    /// All families, those that suit a product first.
    pub(crate) fn suited(product: &Product) -> Vec<Self> {
        use Family::*;
        let order = if product.is_photo {
            // A photo wants a frame.
            [
                Bingkai, Jendela, Majalah, Lingkar, Kain, Tangga, Panggung, Label,
            ]
        } else if product.cut_below {
            // A product that its photo cut off needs a window sill or an edge to stand behind.
            [
                Jendela, Bingkai, Lingkar, Majalah, Kain, Label, Tangga, Panggung,
            ]
        } else if product.aspect() > 1.6 {
            [
                Panggung, Tangga, Lingkar, Bingkai, Majalah, Label, Jendela, Kain,
            ]
        } else if product.aspect() < 0.62 {
            [
                Jendela, Majalah, Kain, Panggung, Lingkar, Label, Tangga, Bingkai,
            ]
        } else {
            [
                Lingkar, Panggung, Jendela, Majalah, Bingkai, Kain, Tangga, Label,
            ]
        };
        order.to_vec()
    }

    pub(crate) fn compose(self, page: &mut Page<'_>, copy: &Copy) {
        match self {
            Self::Lingkar => lingkar::compose(page, copy),
            Self::Panggung => panggung::compose(page, copy),
            Self::Bingkai => bingkai::compose(page, copy),
            Self::Majalah => majalah::compose(page, copy),
            Self::Kain => kain::compose(page, copy),
            Self::Label => label::compose(page, copy),
            Self::Tangga => tangga::compose(page, copy),
            Self::Jendela => jendela::compose(page, copy),
        }
    }
}
