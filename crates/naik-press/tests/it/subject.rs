//! Drawn products, so that no photo has to be carried along.

use naik_press::{OwnedPicture, Product};

/// A solid shape of a size in a larger transparent frame: 0 a box, 1 an ellipse, 2 a ring, 3 a bottle.
pub(crate) fn drawn(shape: u8, width: u32, height: u32, color: [u8; 3]) -> OwnedPicture {
    let (w, h) = (width + 40, height + 40);
    let mut rgba = Vec::with_capacity(w as usize * h as usize * 4);
    for y in 0..h {
        for x in 0..w {
            let u = (x as f32 - 20.0) / width as f32 * 2.0 - 1.0;
            let v = (y as f32 - 20.0) / height as f32 * 2.0 - 1.0;
            let distance = u.hypot(v);
            let inside = match shape {
                0 => u.abs() < 1.0 && v.abs() < 1.0,
                1 => distance < 1.0,
                2 => (0.55..1.0).contains(&distance),
                _ => v.abs() < 1.0 && u.abs() < if v < -0.4 { 0.35 } else { 1.0 },
            };
            let light = 1.0 - 0.3 * (u + v) / 2.0;
            rgba.extend(color.map(|c| (f32::from(c) * light).clamp(0.0, 255.0) as u8));
            rgba.push(if inside { 255 } else { 0 });
        }
    }
    OwnedPicture {
        width: w,
        height: h,
        rgba,
    }
}

pub(crate) fn product(shape: u8, width: u32, height: u32, color: [u8; 3], photo: bool) -> Product {
    let picture = drawn(shape, width, height, color);
    if photo {
        Product::photo(picture.as_picture()).unwrap()
    } else {
        Product::cutout(picture.as_picture()).unwrap()
    }
}
