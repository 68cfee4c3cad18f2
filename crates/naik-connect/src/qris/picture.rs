//! A payment code as a picture that a phone reads from a screen or from paper.

use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

use super::QrisError;

/// An SVG of a code's text: dark on white whatever the page looks like, with the quiet edge that scanners need.
///
/// # Errors
/// When the text does not fit into a code.
pub fn svg(text: &str) -> Result<String, QrisError> {
    let code =
        QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| QrisError::TooLong)?;
    Ok(code
        .render::<Color<'_>>()
        .min_dimensions(240, 240)
        .dark_color(Color("#000000"))
        .light_color(Color("#ffffff"))
        .quiet_zone(true)
        .build())
}
