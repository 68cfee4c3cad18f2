//! Which fact is meant: the keys by which copy, checks and questions point at what an owner told.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($($(#[doc = $doc:literal])* $name:ident = $key:literal,)*) => {
        /// One fact about a product, its shop or its permits.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        pub enum Fact {
            $($(#[doc = $doc])* #[serde(rename = $key)] $name,)*
        }

        impl Fact {
            /// Every fact, in the order of the template.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key in files: `product.net_weight`.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

facts! {
    /// What it is called.
    Name = "product.name",
    /// What kind of thing it is.
    Category = "product.category",
    /// What it costs.
    Price = "product.price",
    /// What one of it is called: bungkus, pcs, lembar.
    Unit = "product.unit",
    /// How much is in it.
    NetWeight = "product.net_weight",
    /// Flavours, sizes, colours.
    Variants = "product.variants",
    /// What food is made of.
    Ingredients = "product.ingredients",
    /// What other things are made of.
    Materials = "product.materials",
    /// How it is made.
    Process = "product.process",
    /// Where it comes from.
    Origin = "product.origin",
    /// Who makes it, and why.
    Story = "product.story",
    /// How to use, wear or serve it.
    Usage = "product.usage",
    /// How to keep it or care for it.
    Storage = "product.storage",
    /// How long it keeps.
    ShelfLife = "product.shelf_life",
    /// How many are ready.
    Stock = "product.stock",
    /// Days from order to dispatch.
    PreorderDays = "product.preorder_days",
    /// The price at which it was really sold before.
    PreviousPrice = "product.previous_price",
    /// How many were sold.
    SoldCount = "product.sold_count",
    /// The shop's name.
    ShopName = "shop.name",
    /// The shop's city.
    City = "shop.city",
    /// The shop's WhatsApp number.
    WhatsApp = "shop.whatsapp",
    /// The shop's Instagram name.
    Instagram = "shop.instagram",
    /// The shop's TikTok name.
    Tiktok = "shop.tiktok",
    /// The shop's Facebook name.
    Facebook = "shop.facebook",
    /// The shop's colours.
    Colors = "shop.colors",
    /// The shop's logo.
    Logo = "shop.logo",
    /// Business number.
    Nib = "permits.nib",
    /// Home food registration.
    Pirt = "permits.pirt",
    /// Halal certificate.
    Halal = "permits.halal",
    /// BPOM registration.
    Bpom = "permits.bpom",
    /// Registered trade mark.
    Brand = "permits.brand",
}

impl Fact {
    /// The fact of a key such as `product.price`, or of its last part `price` where that is unmistakable.
    pub fn parse(key: &str) -> Option<Self> {
        let key = key.trim().to_lowercase();
        Self::ALL
            .iter()
            .copied()
            .find(|f| f.key() == key)
            .or_else(|| {
                let mut ends = Self::ALL
                    .iter()
                    .copied()
                    .filter(|f| f.key().rsplit('.').next() == Some(key.as_str()));
                ends.next().filter(|_| ends.next().is_none())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_back() {
        for fact in Fact::ALL {
            assert_eq!(Fact::parse(fact.key()), Some(*fact));
        }
        assert_eq!(Fact::parse("price"), Some(Fact::Price));
        assert_eq!(Fact::parse("name"), None);
    }
}
