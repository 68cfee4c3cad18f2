//! Whatever bytes arrive: a photo or a clear error, never a panic and never a bomb.

use naik_core::message::Explain;
use naik_photo::cutout::{CutError, CutOptions, Guidance, cut};
use naik_photo::decode::{DecodeOptions, Feature, PhotoError, decode};
use naik_photo::encode;
use naik_photo::image::{Rgb, Rgba};
use proptest::prelude::*;

fn gradient(width: u32, height: u32) -> Rgb {
    let data = (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| [(x / 4) as u8, (y / 4) as u8, 120]))
        .collect();
    Rgb::from_data(width, height, data).unwrap()
}

fn jpeg() -> Vec<u8> {
    encode::jpeg(&gradient(400, 320), 85).unwrap()
}

fn png() -> Vec<u8> {
    encode::png_rgb(&gradient(400, 320)).unwrap()
}

fn webp() -> Vec<u8> {
    let mut out = Vec::new();
    image_webp::WebPEncoder::new(&mut out)
        .encode(
            gradient(400, 320).data(),
            400,
            320,
            image_webp::ColorType::Rgb8,
        )
        .unwrap();
    out
}

fn error(bytes: &[u8]) -> PhotoError {
    decode(bytes, &DecodeOptions::default()).unwrap_err()
}

#[test]
fn good_files_of_every_format_are_read_whatever_their_name() {
    for (bytes, off) in [(jpeg(), 6), (png(), 0), (webp(), 0)] {
        let photo = decode(&bytes, &DecodeOptions::default()).unwrap();
        assert_eq!(photo.original, (400, 320));
        let (got, wanted) = (photo.pixels, gradient(400, 320));
        assert!(
            got.data()
                .iter()
                .zip(wanted.data())
                .all(|(a, b)| a.abs_diff(*b) <= off)
        );
        let small = decode(&bytes, &DecodeOptions::at_most(200)).unwrap();
        assert_eq!((small.pixels.width(), small.original), (200, (400, 320)));
    }
}

#[test]
fn a_cut_out_png_comes_back_as_one() {
    let mut cut = Rgba::filled(300, 300, 0);
    for y in 100..200 {
        for x in 100..200 {
            cut.set_pixel(x, y, [200, 40, 30, if x < 150 { 255 } else { 128 }]);
        }
    }
    let photo = decode(&encode::png_rgba(&cut).unwrap(), &DecodeOptions::default()).unwrap();
    assert_eq!(photo.pixels.pixel(10, 10), [255; 3], "empty is white");
    let back = photo.cut().unwrap();
    for (x, alpha) in [(120, 255), (170, 128)] {
        let [r, g, b, a] = back.pixel(x, 150);
        assert!(a == alpha && r.abs_diff(200) < 4 && g.abs_diff(40) < 4 && b.abs_diff(30) < 4);
    }
}

#[test]
fn each_kind_of_bad_file_has_its_own_error() {
    assert_eq!(error(b""), PhotoError::Empty);
    assert_eq!(error(b"hello, this is no picture"), PhotoError::NotAPicture);
    for (bytes, feature) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0"[..], Feature::Heic),
        (b"\0\0\0\x1cftypavif\0\0\0\0", Feature::Avif),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", Feature::Video),
        (b"GIF89a\x01\0\x01\0", Feature::Gif),
        (b"%PDF-1.7", Feature::Pdf),
        (b"<svg xmlns='x'>", Feature::Svg),
    ] {
        assert_eq!(error(bytes), PhotoError::Unsupported(feature));
    }
    let tiny = encode::jpeg(&gradient(299, 200), 80).unwrap();
    assert!(matches!(
        error(&tiny),
        PhotoError::TooSmall { width: 299, .. }
    ));
    let mut fat = jpeg();
    fat.resize(25_000_001, 0);
    assert!(matches!(error(&fat), PhotoError::TooManyBytes { .. }));
}

#[test]
fn cut_short_files_are_told_from_whole_ones() {
    for whole in [jpeg(), png(), webp()] {
        for share in [2, 10, 50, 90, 99] {
            let cut = &whole[..whole.len() * share / 100];
            let error = error(cut);
            assert!(
                matches!(error, PhotoError::Truncated | PhotoError::Damaged { .. }),
                "{share}: {error:?}"
            );
        }
    }
    let whole = jpeg();
    assert_eq!(error(&whole[..whole.len() - 2]), PhotoError::Truncated);
    // What editors and motion photos append does no harm.
    let mut longer = whole;
    longer.extend(b"MotionPhoto video follows");
    assert!(decode(&longer, &DecodeOptions::default()).is_ok());
}

#[test]
fn decompression_bombs_are_refused_by_their_header() {
    // A PNG header of 60,000 x 60,000 pixels and nothing behind it.
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bomb.extend(60_000_u32.to_be_bytes());
    bomb.extend(60_000_u32.to_be_bytes());
    bomb.extend([8, 6, 0, 0, 0]);
    let mut crc = 0xffff_ffff_u32;
    for byte in &bomb[12..] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    bomb.extend((!crc).to_be_bytes());
    assert!(matches!(
        error(&bomb),
        PhotoError::TooManyPixels { width: 60_000, .. }
    ));

    // A JPEG whose frame header lies.
    let mut jpeg = jpeg();
    let at = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    jpeg[at + 5..at + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    assert!(matches!(
        error(&jpeg),
        PhotoError::TooManyPixels { width: 65_535, .. }
    ));
}

#[test]
fn every_error_has_a_sentence_and_a_remedy_in_each_language() {
    let errors = [
        PhotoError::Empty,
        PhotoError::NotAPicture,
        PhotoError::Unsupported(Feature::Heic),
        PhotoError::Unsupported(Feature::Video),
        PhotoError::Unsupported(Feature::Gif),
        PhotoError::Truncated,
        PhotoError::Damaged {
            detail: String::new(),
        },
        PhotoError::TooManyBytes {
            bytes: 26_000_000,
            max: 25_000_000,
        },
        PhotoError::TooManyPixels {
            width: 9000,
            height: 9000,
            max: 50_000_000,
        },
        PhotoError::TooSmall {
            width: 100,
            height: 100,
            min: 300,
        },
    ];
    let files = [
        include_str!("../../locales/id.ftl"),
        include_str!("../../locales/en.ftl"),
        include_str!("../../locales/jv.ftl"),
    ];
    for error in &errors {
        let message = error.explain();
        for file in files {
            let start = format!("\n{} = ", message.key);
            let entry = file
                .split(&start)
                .nth(1)
                .unwrap_or_else(|| panic!("{}", message.key));
            let (value, hint) = entry.split_once("\n    .hint = ").unwrap();
            let hint = hint.lines().next().unwrap();
            for (name, _) in &message.args {
                let named = format!("{{ ${name} }}");
                assert!(value.contains(&named) || hint.contains(&named), "{named}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&bytes, &DecodeOptions::default());
    }

    #[test]
    fn no_damage_makes_it_panic(
        kind in 0..3_usize,
        hits in proptest::collection::vec((0.0..1.0_f64, any::<u8>()), 1..12),
    ) {
        let mut bytes = [jpeg, png, webp][kind]();
        for (place, value) in hits {
            let at = (place * bytes.len() as f64) as usize;
            bytes[at] = value;
        }
        let _ = decode(&bytes, &DecodeOptions { min_side: 1, ..DecodeOptions::default() });
    }
}

/// Stripes and specks; no two seeds alike.
fn speckled(width: u32, height: u32, seed: u32) -> Rgb {
    let data = (0..width * height * 3)
        .map(|at| ((at / 3 % width * seed + at.wrapping_mul(seed | 1) / 7) % 256) as u8)
        .collect();
    Rgb::from_data(width, height, data).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn photos_of_any_shape_are_cut_or_refused(
        width in 1..260_u32,
        height in 1..260_u32,
        seed in 0..9_u32,
        thin in 0..4_u32,
    ) {
        let width = if thin == 0 { 16 } else { width };
        let photo = speckled(width, height, seed);
        match cut(&photo, &Guidance::default(), None, &CutOptions::default()) {
            Ok(cutout) => {
                prop_assert_eq!((cutout.alpha.width(), cutout.alpha.height()), (width, height));
                prop_assert!((0.0..=1.0).contains(&cutout.confidence));
            }
            Err(CutError::TooSmall { .. }) => prop_assert!(width.min(height) < 16),
            Err(error) => prop_assert!(false, "{}", error),
        }
    }
}
