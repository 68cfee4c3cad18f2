//! A payment code found on a photo: the sticker on the counter, or a screenshot of the bank's app.

use rqrr::PreparedImage;

use super::{Code, QrisError};

/// Pixels that are looked at; larger photos are to be shrunk first.
pub const PIXELS_MOST: u64 = 4_000_000;
/// Up to this longest side, in pixels, a photo is also tried enlarged.
const SMALL: u32 = 900;
/// From this shortest side, in pixels, it is also tried at half its size, which smooths noise and fine patterns.
const LARGE: u32 = 480;

/// Grey pixels, row by row; 0 is black.
#[derive(Clone, Debug)]
pub struct Gray {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Gray {
    /// Takes pixels over; `None` when they are not `width` times `height`, or more than [`PIXELS_MOST`].
    pub fn new(width: u32, height: u32, pixels: Vec<u8>) -> Option<Self> {
        let count = u64::from(width) * u64::from(height);
        let fits = count > 0 && count <= PIXELS_MOST && count == pixels.len() as u64;
        fits.then_some(Self {
            width,
            height,
            pixels,
        })
    }

    fn at(&self, x: u32, y: u32) -> u8 {
        let place = y as usize * self.width as usize + x as usize;
        self.pixels.get(place).copied().unwrap_or(255)
    }

    fn halved(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        self.drawn(width, height, |x, y| {
            let (x, y) = (2 * x, 2 * y);
            let four = [(0, 0), (1, 0), (0, 1), (1, 1)];
            let sum: u32 = four
                .map(|(dx, dy)| u32::from(self.at(x + dx, y + dy)))
                .iter()
                .sum();
            (sum / 4) as u8
        })
    }

    /// Twice the size, straight lines between the pixels.
    fn doubled(&self) -> Self {
        let last = |side: u32| side.saturating_sub(1);
        let (right, bottom) = (last(self.width), last(self.height));
        self.drawn(self.width * 2, self.height * 2, |x, y| {
            let (x0, y0) = (x / 2, y / 2);
            let (x1, y1) = ((x0 + x % 2).min(right), (y0 + y % 2).min(bottom));
            let four = [(x0, y0), (x1, y0), (x0, y1), (x1, y1)];
            let sum: u32 = four.map(|(x, y)| u32::from(self.at(x, y))).iter().sum();
            (sum / 4) as u8
        })
    }

    /// Each pixel as the mean of itself and its neighbours.
    fn smoothed(&self) -> Self {
        self.drawn(self.width, self.height, |x, y| {
            let (left, top) = (x.saturating_sub(1), y.saturating_sub(1));
            let (right, bottom) = ((x + 1).min(self.width - 1), (y + 1).min(self.height - 1));
            let (mut sum, mut count) = (0_u32, 0);
            for y in top..=bottom {
                for x in left..=right {
                    sum += u32::from(self.at(x, y));
                    count += 1;
                }
            }
            (sum / count) as u8
        })
    }

    fn drawn(&self, width: u32, height: u32, pixel: impl Fn(u32, u32) -> u8) -> Self {
        let rows = 0..height;
        Self {
            width,
            height,
            pixels: rows
                .flat_map(|y| (0..width).map(move |x| (x, y)))
                .map(|(x, y)| pixel(x, y))
                .collect(),
        }
    }
}

/// The payment code on a photo, of a merchant whom rupiah can be sent to with an amount.
///
/// Takes tens of milliseconds for a megapixel.
///
/// # Errors
/// When there is no code, it can't be read, it is no payment code, or not one that stands for a shop.
pub fn read(photo: &Gray) -> Result<Code, QrisError> {
    let mut why = QrisError::NoCode;
    for step in 0..4 {
        let found = match step {
            0 => look(photo),
            1 if photo.width.min(photo.height) >= LARGE => look(&photo.halved()),
            2 if photo.width.max(photo.height) <= SMALL => look(&photo.doubled()),
            // Grain of a dark room, which no code was recognised under.
            3 => look(&photo.smoothed()),
            _ => continue,
        };
        match found {
            Ok(code) => return Ok(code),
            Err(error) if weight(&error) > weight(&why) => why = error,
            Err(_) => {}
        }
    }
    Err(why)
}

/// What is told where several things went wrong: what came furthest.
fn weight(error: &QrisError) -> u8 {
    match error {
        QrisError::NoCode => 0,
        QrisError::Blurred => 1,
        QrisError::NotPayment => 2,
        _ => 3,
    }
}

fn look(photo: &Gray) -> Result<Code, QrisError> {
    let (width, height) = (photo.width as usize, photo.height as usize);
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        let place = y * width + x;
        photo.pixels.get(place).copied().unwrap_or(255)
    });
    let mut why = QrisError::NoCode;
    for grid in prepared.detect_grids() {
        let read = match grid.decode() {
            Ok((_, text)) => Code::parse(&text).and_then(|code| code.can_carry().map(|()| code)),
            Err(_) => Err(QrisError::Blurred),
        };
        match read {
            Ok(code) => return Ok(code),
            Err(error) if weight(&error) > weight(&why) => why = error,
            Err(_) => {}
        }
    }
    Err(why)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use qrcode::{Color, EcLevel, QrCode};

    use super::*;

    const STATIC: &str = "00020101021126660016ID.CO.CONTOH.WWW0118936000000000000001021300000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204581253033605802ID5914KERIPIK BU SRI6009SURAKARTA61055711162070703A016304CFA3";

    /// How a sign is photographed.
    #[derive(Clone, Copy)]
    struct Shot {
        /// Side of the photo in pixels; the code fills 60 %.
        side: u32,
        /// Turned by so many degrees.
        turn: f32,
        /// Grains up to so much lighter or darker.
        noise: i32,
        /// From the dark corner to the bright one.
        shade: i32,
    }

    fn photo(text: &str, shot: Shot) -> Gray {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let (colors, modules) = (code.to_colors(), code.width() as f32);
        let (sin, cos) = shot.turn.to_radians().sin_cos();
        let middle = shot.side as f32 / 2.0;
        let scale = modules / (shot.side as f32 * 0.6);
        let mut chance = 1_u32;
        let dark = |x: f32, y: f32| {
            let (x, y) = (x - middle, y - middle);
            let (u, v) = ((x * cos + y * sin) * scale, (y * cos - x * sin) * scale);
            let (u, v) = (u + modules / 2.0, v + modules / 2.0);
            let inside = (0.0..modules).contains(&u) && (0.0..modules).contains(&v);
            inside && colors[v as usize * modules as usize + u as usize] == Color::Dark
        };
        let mut pixels = Vec::new();
        for y in 0..shot.side {
            for x in 0..shot.side {
                // Nine looks at a pixel, as a lens would blur it.
                let mut ink = 0;
                for (dx, dy) in (0..9).map(|n| (n % 3, n / 3)) {
                    let (x, y) = (x as f32 + dx as f32 / 3.0, y as f32 + dy as f32 / 3.0);
                    ink += i32::from(dark(x, y));
                }
                chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let grain = (chance >> 16) as i32 % (2 * shot.noise + 1) - shot.noise;
                let light = shot.shade * (x + y) as i32 / (2 * shot.side) as i32;
                let value = 215 - shot.shade - ink * 180 / 9 + light + grain;
                pixels.push(value.clamp(0, 255) as u8);
            }
        }
        Gray::new(shot.side, shot.side, pixels).unwrap()
    }

    const STRAIGHT: Shot = Shot {
        side: 400,
        turn: 0.0,
        noise: 0,
        shade: 0,
    };

    #[test]
    fn a_sign_is_read_turned_small_noisy_and_in_the_shade() {
        for (name, shot) in [
            ("straight", STRAIGHT),
            (
                "turned a little",
                Shot {
                    turn: 7.0,
                    ..STRAIGHT
                },
            ),
            (
                "turned far",
                Shot {
                    turn: 35.0,
                    ..STRAIGHT
                },
            ),
            (
                "on its side",
                Shot {
                    turn: 90.0,
                    ..STRAIGHT
                },
            ),
            (
                "upside down",
                Shot {
                    turn: 180.0,
                    ..STRAIGHT
                },
            ),
            (
                "small",
                Shot {
                    side: 190,
                    ..STRAIGHT
                },
            ),
            (
                "noisy",
                Shot {
                    side: 600,
                    noise: 45,
                    ..STRAIGHT
                },
            ),
            (
                "in the shade",
                Shot {
                    side: 700,
                    shade: 110,
                    ..STRAIGHT
                },
            ),
            (
                "large",
                Shot {
                    side: 1500,
                    turn: 12.0,
                    noise: 30,
                    shade: 60,
                },
            ),
        ] {
            let read = read(&photo(STATIC, shot)).map(|code| code.text());
            assert_eq!(read.as_deref(), Ok(STATIC), "{name}");
        }
    }

    #[test]
    fn it_is_told_what_is_wrong() {
        let white = Gray::new(300, 300, vec![255; 90_000]).unwrap();
        assert_eq!(read(&white).unwrap_err(), QrisError::NoCode);
        let address = photo("https://contoh.id/toko", STRAIGHT);
        assert_eq!(read(&address).unwrap_err(), QrisError::NotPayment);
        let broken = STATIC.replace("SURAKARTA", "SURABAYA9");
        let broken = read(&photo(&broken, STRAIGHT)).unwrap_err();
        assert!(matches!(broken, QrisError::Checksum { .. }), "{broken}");
        let once = Code::parse(STATIC).unwrap();
        let once = once
            .with_amount(naik_core::money::Rupiah::new(5000))
            .unwrap();
        let once = photo(&once.text(), STRAIGHT);
        assert_eq!(read(&once).unwrap_err(), QrisError::Dynamic);
    }

    #[test]
    fn sizes_that_do_not_fit_are_refused() {
        for (width, height, pixels) in [(0, 5, 0), (2, 2, 5), (5000, 5000, 9)] {
            assert!(Gray::new(width, height, vec![0; pixels]).is_none());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_picture_breaks_it(width in 1_u32..90, height in 1_u32..90, seed: u32, stripes in 1_u32..9) {
            let mut chance = seed | 1;
            let pixels = (0..width * height).map(|place| {
                chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if (place / stripes).is_multiple_of(2) { 255 } else { (chance >> 24) as u8 }
            });
            let gray = Gray::new(width, height, pixels.collect()).unwrap();
            prop_assert!(read(&gray).is_err());
        }
    }
}
