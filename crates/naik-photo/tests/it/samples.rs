//! Faults once seen on the repository's own samples.

use naik_photo::cutout::{CONFIDENT, CutOptions, Cutout, Guidance, cut};
use naik_photo::decode::{DecodeOptions, decode};
use naik_photo::image::{Gray, Rgb};
use naik_photo::retouch;

/// The photo at the size of a small phone picture: the cut looks at no more.
fn sample(name: &str) -> Rgb {
    let path = format!("{}/../../samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).unwrap();
    decode(&bytes, &DecodeOptions::at_most(1000))
        .unwrap()
        .pixels
}

fn cut_out(photo: &Rgb) -> Cutout {
    cut(photo, &Guidance::default(), None, &CutOptions::default()).unwrap()
}

/// Pixels of background that the product encloses.
fn enclosed(alpha: &Gray) -> usize {
    let (width, height) = (alpha.width() as usize, alpha.height() as usize);
    let mut outside: Vec<bool> = alpha.data().iter().map(|&value| value >= 128).collect();
    let mut waiting: Vec<usize> = (0..width * height)
        .filter(|at| at % width == 0 || at % width + 1 == width || *at < width)
        .filter(|&at| !outside[at])
        .collect();
    for &at in &waiting {
        outside[at] = true;
    }
    while let Some(at) = waiting.pop() {
        let x = at % width;
        let around = [
            (x > 0).then(|| at - 1),
            (x + 1 < width).then(|| at + 1),
            at.checked_sub(width),
            (at + width < width * height).then(|| at + width),
        ];
        for other in around.into_iter().flatten() {
            if !outside[other] {
                outside[other] = true;
                waiting.push(other);
            }
        }
    }
    outside.iter().filter(|&&seen| !seen).count()
}

#[test]
fn letters_of_a_label_are_no_holes_and_handles_are() {
    let bag = cut_out(&sample("keripik-tempe/1-polos.jpg"));
    assert!(bag.confidence >= CONFIDENT, "{}", bag.confidence);
    assert_eq!(enclosed(&bag.alpha), 0);
    let basket = cut_out(&sample("anyaman-pandan/1-polos.jpg"));
    assert!(basket.confidence >= CONFIDENT, "{}", basket.confidence);
    assert!(
        enclosed(&basket.alpha) > 5000,
        "{}",
        enclosed(&basket.alpha)
    );
}

#[test]
fn the_shadow_at_the_foot_is_a_layer_of_its_own() {
    let photo = sample("gerabah-guci/1-polos.jpg");
    let jar = cut_out(&photo);
    assert!(jar.confidence >= CONFIDENT, "{}", jar.confidence);
    // The jar is terracotta all over; grey is the table's shadow.
    let (mut grey, mut all) = (0, 0);
    for (pixel, &alpha) in photo.data().chunks_exact(3).zip(jar.alpha.data()) {
        if alpha == 255 {
            all += 1;
            grey += u32::from(pixel[0].abs_diff(pixel[2]) < 16 && pixel[0] > 50);
        }
    }
    assert!(grey * 200 < all, "{grey} of {all} pixels are grey");
    assert!(
        jar.shadow
            .is_some_and(|shadow| shadow.data().iter().any(|&value| value > 60))
    );
}

#[test]
fn a_slab_of_the_table_is_never_called_confident() {
    let set = cut_out(&sample("gerabah-guci/2-set.jpg"));
    let width = set.alpha.width() as usize;
    let at_the_edge = set
        .alpha
        .data()
        .chunks_exact(width)
        .filter(|row| row[0] >= 128 || row[width - 1] >= 128)
        .count();
    assert!(
        set.confidence < CONFIDENT || at_the_edge == 0,
        "{} with {at_the_edge} rows at the edge",
        set.confidence
    );
}

#[test]
fn terracotta_keeps_its_warmth_in_neutral_light() {
    for name in ["gerabah-guci/1-polos.jpg", "gerabah-guci/2-set.jpg"] {
        let plan = retouch::analyse(&sample(name), None);
        assert!(!plan.white_balance.on, "{name}: {:?}", plan.white_balance);
    }
    let bulb = retouch::analyse(&sample("keripik-tempe/3-dapur.jpg"), None);
    assert!(bulb.white_balance.on, "the light of a bulb is still mended");
}
