//! Where words and goods go.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place where copy is read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Title and description of a marketplace listing.
    Marketplace,
    /// Instagram feed caption.
    Instagram,
    /// TikTok caption.
    Tiktok,
    /// Facebook group or page post.
    Facebook,
    /// WhatsApp broadcast.
    #[serde(rename = "whatsapp-broadcast")]
    WhatsAppBroadcast,
    /// WhatsApp status.
    #[serde(rename = "whatsapp-status")]
    WhatsAppStatus,
    /// Google Business post.
    GoogleBusiness,
}

impl Channel {
    /// All channels, in the order of the kit.
    pub const ALL: [Self; 7] = [
        Self::Marketplace,
        Self::Instagram,
        Self::Tiktok,
        Self::Facebook,
        Self::WhatsAppBroadcast,
        Self::WhatsAppStatus,
        Self::GoogleBusiness,
    ];

    /// The key in files, in JSON and on the command line, in kebab-case.
    pub fn key(self) -> &'static str {
        match self {
            Self::Marketplace => "marketplace",
            Self::Instagram => "instagram",
            Self::Tiktok => "tiktok",
            Self::Facebook => "facebook",
            Self::WhatsAppBroadcast => "whatsapp-broadcast",
            Self::WhatsAppStatus => "whatsapp-status",
            Self::GoogleBusiness => "google-business",
        }
    }

    /// The name that people know.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marketplace => "Marketplace",
            Self::Instagram => "Instagram",
            Self::Tiktok => "TikTok",
            Self::Facebook => "Facebook",
            Self::WhatsAppBroadcast => "WhatsApp Broadcast",
            Self::WhatsAppStatus => "WhatsApp Status",
            Self::GoogleBusiness => "Google Business",
        }
    }

    /// The channel of a key.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|c| c.key() == key.trim().to_lowercase())
    }
}

/// A place where goods are listed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Market {
    /// Shopee Indonesia.
    Shopee,
    /// TikTok Shop and Tokopedia, one seller centre.
    TiktokTokopedia,
    /// Lazada Indonesia.
    Lazada,
    /// Meta catalogue: WhatsApp, Instagram and Facebook shops.
    Meta,
    /// Google Merchant.
    Google,
}

impl Market {
    /// All, in the order of the kit.
    pub const ALL: [Self; 5] = [
        Self::Shopee,
        Self::TiktokTokopedia,
        Self::Lazada,
        Self::Meta,
        Self::Google,
    ];

    /// The key in file names and in JSON: `shopee`, `tiktok-tokopedia`, ...
    pub fn key(self) -> &'static str {
        match self {
            Self::Shopee => "shopee",
            Self::TiktokTokopedia => "tiktok-tokopedia",
            Self::Lazada => "lazada",
            Self::Meta => "meta",
            Self::Google => "google",
        }
    }

    /// The name that people know.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shopee => "Shopee",
            Self::TiktokTokopedia => "TikTok Shop / Tokopedia",
            Self::Lazada => "Lazada",
            Self::Meta => "WhatsApp & Meta",
            Self::Google => "Google Merchant",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_names_what_the_command_line_names() {
        for channel in Channel::ALL {
            assert_eq!(serde_json::to_value(channel).unwrap(), channel.key());
            assert_eq!(Channel::parse(channel.key()), Some(channel));
        }
        for market in Market::ALL {
            assert_eq!(serde_json::to_value(market).unwrap(), market.key());
        }
    }
}
