//! What an owner tells: the only source of claims.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::category::Category;
use crate::color::Color;
use crate::fact::Fact;
use crate::money::Rupiah;
use crate::permit::Permit;
use crate::phone::WhatsApp;
use crate::quantity::Quantity;

/// The longest product name, in characters.
pub const NAME_MAX: usize = 300;

/// Everything known about one product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Facts {
    /// The product.
    pub product: Product,
    /// Who sells it.
    pub shop: Shop,
    /// What allows claims about it.
    pub permits: Permits,
}

/// What is sold. Free texts are trimmed and never empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Product {
    /// 1 to 300 characters; empty when unknown.
    pub name: String,
    /// Its kind; guessed from the name when not told.
    pub category: Category,
    /// Price of one unit.
    pub price: Option<Rupiah>,
    /// What one is called: `bungkus`, `pcs`, `lembar`.
    pub unit: Option<String>,
    /// Contents of one unit.
    pub net_weight: Option<Quantity>,
    /// Flavours, sizes or colours to choose from.
    pub variants: Vec<Variant>,
    /// Ingredients of food, most first.
    pub ingredients: Vec<String>,
    /// Materials of other goods.
    pub materials: Vec<String>,
    /// How it is made.
    pub process: Option<String>,
    /// Where it or its main material comes from.
    pub origin: Option<String>,
    /// One to three sentences about who makes it and why.
    pub story: Option<String>,
    /// How to use, wear or serve it.
    pub usage: Option<String>,
    /// How to keep it or care for it.
    pub storage: Option<String>,
    /// How long it keeps: `3 bulan`.
    pub shelf_life: Option<String>,
    /// How many are ready now.
    pub stock: Option<u32>,
    /// Days from order to dispatch; 1 or more means made to order.
    pub preorder_days: Option<u16>,
    /// A price at which it was really sold before.
    pub previous_price: Option<Rupiah>,
    /// How many were sold, from the shop's own records.
    pub sold_count: Option<u32>,
}

/// One choice of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Variant {
    /// `Balado`, `XL`, `Hitam`.
    pub name: String,
    /// Its price where it differs.
    #[serde(default)]
    pub price: Option<Rupiah>,
    /// Its stock where known.
    #[serde(default)]
    pub stock: Option<u32>,
}

/// Who sells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Shop {
    /// The shop's name.
    pub name: Option<String>,
    /// Its city.
    pub city: Option<String>,
    /// Number for orders.
    pub whatsapp: Option<WhatsApp>,
    /// Account name without `@`.
    pub instagram: Option<String>,
    /// Account name without `@`.
    pub tiktok: Option<String>,
    /// Page name.
    pub facebook: Option<String>,
    /// Main colour first.
    pub colors: Vec<Color>,
    /// Path of the logo, as written by the owner.
    pub logo: Option<String>,
}

/// Numbers on file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Permits {
    /// Business number.
    pub nib: Option<Permit>,
    /// Home food registration.
    pub pirt: Option<Permit>,
    /// Halal certificate.
    pub halal: Option<Permit>,
    /// BPOM registration.
    pub bpom: Option<Permit>,
    /// Registered trade mark.
    pub brand: Option<String>,
}

impl Facts {
    /// Whether the owner told this fact.
    pub fn has(&self, fact: Fact) -> bool {
        let (product, shop, permits) = (&self.product, &self.shop, &self.permits);
        match fact {
            Fact::Name => !product.name.is_empty(),
            Fact::Category => product.category != Category::Other,
            Fact::Price => product.price.is_some(),
            Fact::Unit => product.unit.is_some(),
            Fact::NetWeight => product.net_weight.is_some(),
            Fact::Variants => !product.variants.is_empty(),
            Fact::Ingredients => !product.ingredients.is_empty(),
            Fact::Materials => !product.materials.is_empty(),
            Fact::Process => product.process.is_some(),
            Fact::Origin => product.origin.is_some(),
            Fact::Story => product.story.is_some(),
            Fact::Usage => product.usage.is_some(),
            Fact::Storage => product.storage.is_some(),
            Fact::ShelfLife => product.shelf_life.is_some(),
            Fact::Stock => product.stock.is_some(),
            Fact::PreorderDays => product.preorder_days.is_some(),
            Fact::PreviousPrice => product.previous_price.is_some(),
            Fact::SoldCount => product.sold_count.is_some(),
            Fact::ShopName => shop.name.is_some(),
            Fact::City => shop.city.is_some(),
            Fact::WhatsApp => shop.whatsapp.is_some(),
            Fact::Instagram => shop.instagram.is_some(),
            Fact::Tiktok => shop.tiktok.is_some(),
            Fact::Facebook => shop.facebook.is_some(),
            Fact::Colors => !shop.colors.is_empty(),
            Fact::Logo => shop.logo.is_some(),
            Fact::Nib => permits.nib.is_some(),
            Fact::Pirt => permits.pirt.is_some(),
            Fact::Halal => permits.halal.is_some(),
            Fact::Bpom => permits.bpom.is_some(),
            Fact::Brand => permits.brand.is_some(),
        }
    }
}
