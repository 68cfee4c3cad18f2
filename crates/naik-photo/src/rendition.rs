//! Finished pictures: white ground, tidied original, and every size that is asked for.

use serde::{Deserialize, Serialize};

use crate::encode::{self, EncodeError};
use crate::image::{Gray, Rect, Rgb, Rgba};
use crate::scene::{alpha_on_canvas, visible};
use crate::shadow::ShadowLight;
use crate::{resize, shadow};

/// A product on pure white.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhiteSquare {
    /// Side in pixels.
    pub side: u32,
    /// Longest side of the product relative to the square; marketplaces want 0.80 to 0.90.
    pub fill: f32,
    /// A subtle contact shadow, so that the product does not float; pure white everywhere else.
    pub shadow: bool,
}

impl Default for WhiteSquare {
    fn default() -> Self {
        Self {
            side: 1200,
            fill: 0.85,
            shadow: true,
        }
    }
}

/// The product in the middle of a pure white (#ffffff) square.
pub fn white_square(cut: &Rgba, options: &WhiteSquare) -> Rgb {
    let side = options.side.max(1);
    let mut out = Rgb::filled(side, side, 255);
    let Some(part) = visible(cut) else {
        return out;
    };
    let longest = part.width.max(part.height) as f32;
    let scale = side as f32 * options.fill.clamp(0.1, 1.0) / longest;
    let scaled = |length: u32| ((length as f32 * scale).round() as u32).clamp(1, side);
    let (width, height) = (scaled(part.width), scaled(part.height));
    let place = Rect {
        x: (side - width) / 2,
        y: (side - height) / 2,
        width,
        height,
    };
    let product = resize::resize_part(cut, part, width, height);
    if options.shadow {
        let light = ShadowLight {
            direction: 0.35,
            softness: 1.0,
            strength: 0.42,
        };
        let shade = shadow::contact(&alpha_on_canvas(&product, place, side, side), &light);
        // White to the very border, and the faintest part is cut: a marketplace's checker looks there.
        let border = (side as f32 * 0.06).max(1.0);
        for (at, (pixel, shade)) in out
            .data_mut()
            .chunks_exact_mut(3)
            .zip(shade.data())
            .enumerate()
        {
            if *shade <= 3 {
                continue;
            }
            let (x, y) = (at as u32 % side, at as u32 / side);
            let inward = x.min(y).min(side - 1 - x).min(side - 1 - y) as f32 / border;
            pixel.fill(255 - (f32::from(shade - 3) * inward.min(1.0)) as u8);
        }
    }
    draw(&mut out, &product, place);
    out
}

/// Lays a product over a picture.
fn draw(out: &mut Rgb, product: &Rgba, place: Rect) {
    let width = out.width() as usize;
    let rows = out
        .data_mut()
        .chunks_exact_mut(width * 3)
        .skip(place.y as usize);
    let product_rows = product.data().chunks_exact(product.width() as usize * 4);
    for (row, from) in rows.zip(product_rows) {
        let start = place.x as usize * 3;
        for (pixel, from) in row[start..].chunks_exact_mut(3).zip(from.chunks_exact(4)) {
            let alpha = u32::from(from[3]);
            for (value, over) in pixel.iter_mut().zip(&from[..3]) {
                let mixed = u32::from(*over) * alpha + u32::from(*value) * (255 - alpha);
                *value = ((mixed + 127) / 255) as u8;
            }
        }
    }
}

/// The photo with its background kept and gently evened: for cut-outs that are doubted.
///
/// The ground's uneven brightness is pulled half-way to its mean, far from the product only
/// (`alpha` may be a poor guess); colours keep their proportions, so no hue moves.
pub fn tidied(photo: &Rgb, alpha: Option<&Gray>) -> Rgb {
    const WORK_SIDE: u32 = 160;
    const MOST: f32 = 1.35;
    let small = resize::shrink(photo, WORK_SIDE);
    let (width, height) = (small.width() as usize, small.height() as usize);
    let guard: Vec<f32> = match alpha {
        Some(alpha) => resize::resize(alpha, small.width(), small.height())
            .data()
            .iter()
            .map(|v| f32::from(*v) / 255.0)
            .collect(),
        None => middle_guard(width, height),
    };
    let luminance: Vec<f32> = small
        .data()
        .chunks_exact(3)
        .map(|p| f32::from(p[0]) * 0.299 + f32::from(p[1]) * 0.587 + f32::from(p[2]) * 0.114)
        .collect();
    // The ground's own slow brightness: a blur that leaves the product out.
    let sigma = width.max(height) as f32 * 0.16;
    let mut weight: Vec<f32> = guard.iter().map(|g| 1.0 - g.min(1.0)).collect();
    let mut sum: Vec<f32> = luminance.iter().zip(&weight).map(|(l, w)| l * w).collect();
    let total: f32 = weight.iter().sum();
    if total < 1.0 {
        return photo.clone();
    }
    let mean = sum.iter().sum::<f32>() / total;
    shadow::blur(&mut sum, width, height, sigma);
    shadow::blur(&mut weight, width, height, sigma);
    let mut away = guard;
    shadow::blur(&mut away, width, height, width.max(height) as f32 * 0.05);
    let gains: Vec<u8> = sum
        .iter()
        .zip(&weight)
        .zip(&away)
        .map(|((sum, weight), near)| {
            let local = sum / weight.max(1e-3);
            let half = (mean / local.max(8.0)).sqrt().clamp(1.0 / MOST, MOST);
            let gain = 1.0 + (half - 1.0) * (1.0 - near.min(1.0)) * weight.min(1.0);
            (gain * 100.0).clamp(0.0, 255.0) as u8
        })
        .collect();
    let Some(gains) = Gray::from_data(small.width(), small.height(), gains) else {
        return photo.clone();
    };
    apply_gains(photo, &gains)
}

/// Without a mask the middle of the photo is taken for the product.
fn middle_guard(width: usize, height: usize) -> Vec<f32> {
    (0..width * height)
        .map(|at| {
            let x = (at % width) as f32 / width as f32 - 0.5;
            let y = (at / width) as f32 / height as f32 - 0.5;
            1.0 - ((x * x + y * y).sqrt() - 0.28).clamp(0.0, 0.18) / 0.18
        })
        .collect()
}

/// Multiplies by a small map of gains (100 = 1), interpolated.
fn apply_gains(photo: &Rgb, gains: &Gray) -> Rgb {
    use rayon::prelude::*;
    let mut out = photo.clone();
    let (width, height) = (photo.width() as usize, photo.height() as usize);
    let (small_w, small_h) = (gains.width() as usize, gains.height() as usize);
    let gain_data = gains.data();
    out.data_mut()
        .par_chunks_mut((width * 3).max(1))
        .enumerate()
        .for_each(|(y, row)| {
            let fy = ((y as f32 + 0.5) * small_h as f32 / height as f32 - 0.5).max(0.0);
            let (y0, dy) = (fy as usize, fy.fract());
            let y1 = (y0 + 1).min(small_h - 1);
            for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
                let fx = ((x as f32 + 0.5) * small_w as f32 / width as f32 - 0.5).max(0.0);
                let (x0, dx) = (fx as usize, fx.fract());
                let x1 = (x0 + 1).min(small_w - 1);
                let at = |x: usize, y: usize| f32::from(gain_data[y * small_w + x]);
                let top = at(x0, y0) * (1.0 - dx) + at(x1, y0) * dx;
                let bottom = at(x0, y1) * (1.0 - dx) + at(x1, y1) * dx;
                let mut gain = (top * (1.0 - dy) + bottom * dy) / 100.0;
                // No channel may clip alone: that would move the hue.
                let most = pixel.iter().copied().max().unwrap_or(0);
                gain = gain.min((255.0 / f32::from(most.max(1))).max(1.0));
                for value in pixel {
                    *value = (f32::from(*value) * gain + 0.5) as u8;
                }
            }
        });
    out
}

/// What kind of file a rendition becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileFormat {
    /// JPEG, best quality that fits.
    Jpeg,
    /// PNG, lossless.
    Png,
}

/// What happens when the proportions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// The whole picture stays, white is added.
    White,
    /// The frame is filled, what is over is cut off evenly.
    Cover,
    /// The whole picture stays, a blurred copy of itself is added.
    Blur,
}

/// One size for one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RenditionSpec {
    /// Part of the file's name, such as `shopee`.
    pub name: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Kind of file.
    pub format: FileFormat,
    /// Most bytes allowed.
    pub max_bytes: usize,
    /// What happens when the proportions differ.
    pub fill: Fill,
}

/// Quality that JPEG renditions start from.
const QUALITY: u8 = 90;

/// Makes one size and its file, under the byte limit.
///
/// # Errors
/// The size cannot be encoded, or not even the lowest quality fits.
pub fn fit(image: &Rgb, spec: &RenditionSpec) -> Result<Vec<u8>, EncodeError> {
    let placed = place(image, spec.width, spec.height, spec.fill);
    match spec.format {
        FileFormat::Jpeg => encode::jpeg_under(&placed, QUALITY, spec.max_bytes),
        FileFormat::Png => {
            let file = encode::png_rgb(&placed)?;
            if file.len() > spec.max_bytes {
                return Err(EncodeError::TooLarge {
                    least: file.len(),
                    max: spec.max_bytes,
                });
            }
            Ok(file)
        }
    }
}

/// The picture at exactly `width` x `height`.
pub fn place(image: &Rgb, width: u32, height: u32, fill: Fill) -> Rgb {
    let same = u64::from(image.width()) * u64::from(height)
        == u64::from(image.height()) * u64::from(width);
    if same || fill == Fill::Cover {
        return resize::cover(image, width, height, (0.5, 0.5));
    }
    let scale = (f64::from(width) / f64::from(image.width().max(1)))
        .min(f64::from(height) / f64::from(image.height().max(1)));
    let scaled =
        |side: u32, most: u32| ((f64::from(side) * scale).round() as u32).clamp(1, most.max(1));
    let (w, h) = (scaled(image.width(), width), scaled(image.height(), height));
    let mut out = match fill {
        Fill::Blur => {
            let tiny = resize::cover(image, (width / 40).max(1), (height / 40).max(1), (0.5, 0.5));
            resize::resize(&tiny, width, height)
        }
        Fill::White | Fill::Cover => Rgb::filled(width, height, 255),
    };
    let small = resize::resize(image, w, h);
    let (x, y) = (
        (width.saturating_sub(w)) / 2,
        (height.saturating_sub(h)) / 2,
    );
    let stride = width as usize * 3;
    for (row, from) in small.data().chunks_exact(w as usize * 3).enumerate() {
        let start = (y as usize + row) * stride + x as usize * 3;
        if let Some(target) = out.data_mut().get_mut(start..start + from.len()) {
            target.copy_from_slice(from);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(width: u32, height: u32) -> Rgba {
        let mut cut = Rgba::filled(width + 40, height + 40, 0);
        for y in 20..20 + height {
            for x in 20..20 + width {
                cut.set_pixel(x, y, [30, 120, 60, 255]);
            }
        }
        cut
    }

    #[test]
    fn the_product_fills_what_marketplaces_want_on_pure_white() {
        for (width, height) in [(100, 100), (300, 40), (30, 200)] {
            let square = white_square(
                &cut(width, height),
                &WhiteSquare {
                    side: 400,
                    fill: 0.85,
                    shadow: false,
                },
            );
            let colored = |x: u32, y: u32| square.pixel(x, y) != [255; 3];
            let columns = (0..400)
                .filter(|x| (0..400).any(|y| colored(*x, y)))
                .count();
            let rows = (0..400)
                .filter(|y| (0..400).any(|x| colored(x, *y)))
                .count();
            assert!((336..=344).contains(&columns.max(rows)), "{columns} {rows}");
        }
    }

    #[test]
    fn the_shadow_leaves_the_borders_white() {
        let square = white_square(
            &cut(100, 120),
            &WhiteSquare {
                side: 300,
                ..WhiteSquare::default()
            },
        );
        for at in 0..300 {
            for (x, y) in [(at, 0), (0, at), (299, at)] {
                assert_eq!(square.pixel(x, y), [255; 3], "{x} {y}");
            }
        }
        assert!(
            square.pixel(150, 280)[0] < 255,
            "some shadow below the foot"
        );
    }

    #[test]
    fn sizes_and_limits_are_kept() {
        let photo = Rgb::filled(400, 300, 90);
        for fill in [Fill::White, Fill::Cover, Fill::Blur] {
            let placed = place(&photo, 200, 200, fill);
            assert_eq!((placed.width(), placed.height()), (200, 200));
            assert_eq!(placed.pixel(100, 100), [90; 3]);
            let corner = placed.pixel(0, 0)[0];
            assert_eq!(corner, if fill == Fill::White { 255 } else { 90 });
        }
        let spec = RenditionSpec {
            name: "x".to_owned(),
            width: 100,
            height: 100,
            format: FileFormat::Png,
            max_bytes: 10,
            fill: Fill::White,
        };
        assert!(matches!(
            fit(&photo, &spec),
            Err(EncodeError::TooLarge { .. })
        ));
    }

    #[test]
    fn tidying_evens_the_ground_and_leaves_the_middle() {
        let mut photo = Rgb::filled(200, 200, 0);
        for y in 0..200 {
            for x in 0..200 {
                let value = 110 + (x / 2) as u8;
                photo.set_pixel(x, y, [value, value, value]);
            }
        }
        let out = tidied(&photo, None);
        let spread =
            |image: &Rgb| i32::from(image.pixel(195, 10)[0]) - i32::from(image.pixel(5, 10)[0]);
        assert!(spread(&out) < spread(&photo) * 3 / 4, "{}", spread(&out));
        assert!(out.pixel(100, 100)[0].abs_diff(photo.pixel(100, 100)[0]) <= 4);
    }
}
