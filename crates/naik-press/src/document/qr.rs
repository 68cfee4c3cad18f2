//! An address as a code that phones read from paper.

use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

use crate::error::PressError;

/// An SVG of dark squares on white, with the quiet edge that scanners need.
///
/// # Errors
/// When the address does not fit into a code.
pub(super) fn svg(address: &str) -> Result<Vec<u8>, PressError> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|error| PressError::Document(error.to_string()))?;
    let drawn = code
        .render::<Color<'_>>()
        .module_dimensions(4, 4)
        .dark_color(Color("#000000"))
        .light_color(Color("#ffffff"))
        .quiet_zone(true)
        .build();
    Ok(drawn.into_bytes())
}
