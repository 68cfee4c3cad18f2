//! What the page carries inside: templates, style, script, type, icons.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use naik_core::encode::percent;
use sha2::{Digest, Sha256};

/// The templates by name.
pub(super) const TEMPLATES: &[(&str, &str)] = &[
    ("page.html", include_str!("../../templates/page.html")),
    ("parts.html", include_str!("../../templates/parts.html")),
    ("photos.html", include_str!("../../templates/photos.html")),
    ("mend.html", include_str!("../../templates/mend.html")),
    ("posts.html", include_str!("../../templates/posts.html")),
    ("video.html", include_str!("../../templates/video.html")),
    ("texts.html", include_str!("../../templates/texts.html")),
    (
        "calendar.html",
        include_str!("../../templates/calendar.html"),
    ),
    ("markets.html", include_str!("../../templates/markets.html")),
    ("foot.html", include_str!("../../templates/foot.html")),
];

/// The style sheet.
pub(super) const STYLE: &str = include_str!("../../templates/page.css");

/// Tells the style sheet, before anything is drawn, that the script will run: nothing moves then.
pub(super) const MARK: &str = "document.documentElement.className=\"js\"";

/// The script; the page works without it.
pub(super) const SCRIPT: &str = include_str!("../../templates/page.js");

/// The icons as symbols.
pub(super) const ICONS: &str = include_str!(concat!(env!("OUT_DIR"), "/icons.svg"));

/// Plus Jakarta Sans, variable, Latin.
const FONT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/plus-jakarta-sans.woff2"));

/// The typeface as a data address.
pub(super) fn font_address() -> String {
    format!("data:font/woff2;base64,{}", STANDARD.encode(FONT))
}

/// A script's name in a content policy.
pub(super) fn policy_name(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script)))
}

/// A path of the kit as a relative address: what a name may contain beside letters and digits is encoded.
pub(super) fn address(path: &str) -> String {
    percent(path.trim_start_matches('/'), b"/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_kit() {
        assert_eq!(address("photos/a b/white.jpg"), "photos/a%20b/white.jpg");
        assert_eq!(address("javascript:alert(1)"), "javascript%3Aalert%281%29");
        assert_eq!(address("//evil.example/x?y#z"), "evil.example/x%3Fy%23z");
    }
}
