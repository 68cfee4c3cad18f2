//! Changing size: sharp when shrinking, smooth when enlarging, and never a dark rim around a cut-out.
//!
//! Works on the encoded sRGB values, as every peer does: shrinking in linear
//! light costs three times as much, and by eye differs only on lines thinner
//! than a pixel. Alpha is multiplied in before and divided out after.

use fast_image_resize::images::{Image as Target, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use crate::image::{Image, Rect};

/// Factor from which averaging whole pixels first is as good as one wide filter, and much cheaper.
const PRE_SHRINK: f64 = 4.0;

/// Resizes to exactly `width` x `height` (each at least 1), whatever happens to the proportions.
pub fn resize<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    width: u32,
    height: u32,
) -> Image<CHANNELS> {
    let all = Rect {
        x: 0,
        y: 0,
        width: image.width(),
        height: image.height(),
    };
    resize_part(image, all, width, height)
}

/// Resizes `part` of an image; what of it lies outside the image is left away.
pub fn resize_part<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    part: Rect,
    width: u32,
    height: u32,
) -> Image<CHANNELS> {
    let (width, height) = (width.max(1), height.max(1));
    let part = inside(part, image.width(), image.height());
    if part.width == 0 || part.height == 0 {
        return Image::filled(width, height, 0);
    }
    if part.width == width && part.height == height {
        return crop(image, part);
    }
    let shrink =
        (f64::from(part.width) / f64::from(width)).min(f64::from(part.height) / f64::from(height));
    let algorithm = if shrink >= PRE_SHRINK {
        ResizeAlg::SuperSampling(FilterType::Lanczos3, 2)
    } else if shrink > 1.0 {
        ResizeAlg::Convolution(FilterType::Lanczos3)
    } else {
        ResizeAlg::Convolution(FilterType::CatmullRom)
    };
    let options = ResizeOptions::new()
        .resize_alg(algorithm)
        .crop(
            f64::from(part.x),
            f64::from(part.y),
            f64::from(part.width),
            f64::from(part.height),
        )
        .use_alpha(CHANNELS == 4);
    convolve(image, width, height, &options).unwrap_or_else(|| nearest(image, part, width, height))
}

/// The longest side becomes `max_side`; a smaller image is copied as it is.
pub fn shrink<const CHANNELS: usize>(image: &Image<CHANNELS>, max_side: u32) -> Image<CHANNELS> {
    let (width, height) = fitted(image.width(), image.height(), max_side);
    if (width, height) == (image.width(), image.height()) {
        image.clone()
    } else {
        resize(image, width, height)
    }
}

/// As [`shrink`], but a small image is handed through without a copy.
pub fn shrink_into<const CHANNELS: usize>(
    image: Image<CHANNELS>,
    max_side: u32,
) -> Image<CHANNELS> {
    if image.width().max(image.height()) <= max_side {
        image
    } else {
        shrink(&image, max_side)
    }
}

/// Several sizes of one photo, in the order asked, each at most as large as the photo: every size is made from the next larger one.
pub fn ladder<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    max_sides: &[u32],
) -> Vec<Image<CHANNELS>> {
    let mut order: Vec<usize> = (0..max_sides.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(max_sides[index]));
    let mut made: Vec<Option<Image<CHANNELS>>> = vec![None; max_sides.len()];
    let mut larger: Option<usize> = None;
    for index in order {
        // Two filters in a row blur unless the first leaves half as much again.
        let source = larger
            .and_then(|larger| made[larger].as_ref())
            .filter(|source| {
                source.width().max(source.height()) >= max_sides[index].saturating_mul(3) / 2
            });
        made[index] = Some(shrink(source.unwrap_or(image), max_sides[index]));
        larger = Some(index);
    }
    made.into_iter().flatten().collect()
}

/// Fills `width` x `height` completely and cuts off what is over; `focus` (0 to 1 each way) says which part stays.
pub fn cover<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    width: u32,
    height: u32,
    focus: (f32, f32),
) -> Image<CHANNELS> {
    let (w, h) = (f64::from(image.width()), f64::from(image.height()));
    let wanted = f64::from(width.max(1)) / f64::from(height.max(1));
    let (part_w, part_h) = if w / h > wanted {
        ((h * wanted).round().max(1.0), h)
    } else {
        (w, (w / wanted).round().max(1.0))
    };
    let place = |free: f64, focus: f32| (free * f64::from(focus.clamp(0.0, 1.0))).round() as u32;
    let part = Rect {
        x: place(w - part_w, focus.0),
        y: place(h - part_h, focus.1),
        width: part_w as u32,
        height: part_h as u32,
    };
    resize_part(image, part, width, height)
}

/// Copies out `part`; what of it lies outside the image is left away.
pub fn crop<const CHANNELS: usize>(image: &Image<CHANNELS>, part: Rect) -> Image<CHANNELS> {
    let part = inside(part, image.width(), image.height());
    let mut data = Vec::with_capacity(part.width as usize * part.height as usize * CHANNELS);
    let stride = image.width() as usize * CHANNELS;
    for y in part.y as usize..(part.y + part.height) as usize {
        let start = y * stride + part.x as usize * CHANNELS;
        data.extend_from_slice(&image.data()[start..start + part.width as usize * CHANNELS]);
    }
    Image::from_data(part.width, part.height, data).unwrap_or_else(|| Image::filled(0, 0, 0))
}

/// Width and height with the longest side at most `max_side`, proportions kept.
pub fn fitted(width: u32, height: u32, max_side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= max_side {
        return (width, height);
    }
    let scale = |side: u32| {
        let scaled =
            (u64::from(side) * u64::from(max_side) + u64::from(longest) / 2) / u64::from(longest);
        (scaled as u32).max(1)
    };
    (scale(width), scale(height))
}

fn inside(part: Rect, width: u32, height: u32) -> Rect {
    let x = part.x.min(width);
    let y = part.y.min(height);
    Rect {
        x,
        y,
        width: part.width.min(width - x),
        height: part.height.min(height - y),
    }
}

/// `None` when the library refuses, which it does only for channel counts that do not occur here.
fn convolve<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    width: u32,
    height: u32,
    options: &ResizeOptions,
) -> Option<Image<CHANNELS>> {
    let pixel = match CHANNELS {
        1 => PixelType::U8,
        3 => PixelType::U8x3,
        4 => PixelType::U8x4,
        _ => return None,
    };
    let from = ImageRef::new(image.width(), image.height(), image.data(), pixel).ok()?;
    let mut to = Target::new(width, height, pixel);
    Resizer::new().resize(&from, &mut to, options).ok()?;
    Image::from_data(width, height, to.into_vec())
}

fn nearest<const CHANNELS: usize>(
    image: &Image<CHANNELS>,
    part: Rect,
    width: u32,
    height: u32,
) -> Image<CHANNELS> {
    let mut out = Image::filled(width, height, 0);
    let from = |at: u32, part: u32, whole: u32| {
        (u64::from(at) * u64::from(part) / u64::from(whole)) as u32
    };
    for y in 0..height {
        for x in 0..width {
            let source = image.pixel(
                part.x + from(x, part.width, width),
                part.y + from(y, part.height, height),
            );
            out.set_pixel(x, y, source);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::{Gray, Rgb, Rgba};

    #[test]
    fn sizes_keep_their_proportions() {
        for (from, max, expected) in [
            ((4000, 3000), 1000, (1000, 750)),
            ((300, 4000), 400, (30, 400)),
            ((10, 10), 400, (10, 10)),
            ((50_000, 1), 100, (100, 1)),
        ] {
            assert_eq!(fitted(from.0, from.1, max), expected);
        }
    }

    #[test]
    fn a_cut_out_keeps_its_colour_at_the_rim() {
        // Red in the middle, transparent black around: averaging without alpha would darken the rim.
        let mut cut = Rgba::filled(64, 64, 0);
        for y in 16..48 {
            for x in 16..48 {
                cut.set_pixel(x, y, [200, 0, 0, 255]);
            }
        }
        let small = resize(&cut, 21, 21);
        for pixel in small.data().chunks_exact(4).filter(|pixel| pixel[3] > 40) {
            assert!(pixel[0] > 190, "{pixel:?}");
        }
    }

    #[test]
    fn flat_stays_flat_in_every_direction() {
        let grey = Rgb::filled(300, 200, 137);
        for (width, height) in [(10, 10), (299, 200), (400, 700), (1, 1)] {
            let out = resize(&grey, width, height);
            assert_eq!((out.width(), out.height()), (width, height));
            assert!(out.data().iter().all(|v| v.abs_diff(137) <= 1));
        }
    }

    #[test]
    fn parts_outside_are_left_away() {
        let gray = Gray::from_data(3, 1, vec![1, 2, 3]).unwrap();
        let part = Rect {
            x: 2,
            y: 0,
            width: 9,
            height: 9,
        };
        assert_eq!(crop(&gray, part).data(), [3]);
        let gone = Rect {
            x: 7,
            y: 7,
            width: 1,
            height: 1,
        };
        assert_eq!(resize_part(&gray, gone, 2, 2).data(), [0; 4]);
    }

    #[test]
    fn a_ladder_keeps_the_order_asked() {
        let image = Rgb::filled(400, 300, 9);
        let sides: Vec<u32> = ladder(&image, &[100, 800, 50, 200])
            .iter()
            .map(Rgb::width)
            .collect();
        assert_eq!(sides, [100, 400, 50, 200]);
    }
}
