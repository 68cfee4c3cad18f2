use super::*;
use crate::image::Point;

/// A red ring on grey paper that darkens to one side, with a little noise.
fn ring(width: u32, height: u32) -> Rgb {
    let mut photo = Rgb::filled(width, height, 0);
    let (x_middle, y_middle) = (width as f32 / 2.0, height as f32 / 2.0);
    let unit = height as f32 / 10.0;
    for y in 0..height {
        for x in 0..width {
            let away = (x as f32 - x_middle).hypot(y as f32 - y_middle) / unit;
            let noise = ((x * 31 + y * 17) % 5) as u8;
            let paper = 215 - (x * 30 / width) as u8 + noise;
            let inside = (1.6..3.2).contains(&away);
            photo.set_pixel(
                x,
                y,
                if inside {
                    [190 + noise, 40, 45]
                } else {
                    [paper, paper, paper - 4]
                },
            );
        }
    }
    photo
}

fn cut_ring(guidance: &Guidance) -> Cutout {
    cut(&ring(300, 240), guidance, None, &CutOptions::default()).unwrap()
}

#[test]
fn a_ring_on_paper_is_cut_with_its_hole() {
    let cutout = cut_ring(&Guidance::default());
    assert_eq!(cutout.ground, Ground::Plain);
    assert_eq!(cutout.alpha.pixel(150 + 57, 120), [255]);
    assert_eq!(cutout.alpha.pixel(150, 120), [0], "the hole is background");
    assert_eq!(cutout.alpha.pixel(10, 10), [0]);
    assert!(cutout.confidence >= CONFIDENT, "{}", cutout.confidence);
    let bounds = cutout.bounds;
    assert!(
        bounds.x.abs_diff(150 - 76) <= 2 && bounds.width.abs_diff(153) <= 4,
        "{bounds:?}"
    );
}

#[test]
fn the_built_in_network_is_heard_and_plain_ground_stays_as_it_was() {
    let photo = ring(300, 240);
    let options = CutOptions::default();
    let heard = cut_ring(&Guidance::default());
    let unheard = cut(
        &photo,
        &Guidance::default(),
        Some(&ClassicalPrior),
        &options,
    )
    .unwrap();
    assert!(heard.traits.network.is_some());
    assert!(unheard.traits.network.is_none());
    assert!(heard.trials.len() == unheard.trials.len() + 2);
    assert_eq!(heard.alpha, unheard.alpha);
}

#[test]
fn many_photos_at_once_do_not_wait_for_each_other() {
    use rayon::prelude::*;
    let photo = ring(64, 48);
    let found: Vec<u8> = (0..24)
        .into_par_iter()
        .map(|_| {
            let cutout = cut(&photo, &Guidance::default(), None, &CutOptions::default()).unwrap();
            cutout.alpha.pixel(32 + 11, 24)[0]
        })
        .collect();
    assert_eq!(found, vec![255; 24]);
}

#[test]
fn a_stroke_to_keep_is_kept_and_one_to_remove_is_gone() {
    let guidance = Guidance {
        keep: vec![Stroke::dot(150.0, 120.0, 12.0)],
        remove: vec![Stroke {
            points: vec![Point { x: 200.0, y: 118.0 }, Point { x: 214.0, y: 122.0 }],
            radius: 4.0,
        }],
        frame: None,
    };
    let cutout = cut_ring(&guidance);
    assert_eq!(cutout.alpha.pixel(150, 120), [255]);
    assert_eq!(cutout.alpha.pixel(156, 126), [255]);
    assert_eq!(cutout.alpha.pixel(207, 120), [0]);
}

#[test]
fn nothing_is_left_outside_a_frame() {
    let frame = Rect {
        x: 150,
        y: 0,
        width: 150,
        height: 240,
    };
    let cutout = cut_ring(&Guidance {
        frame: Some(frame),
        ..Guidance::default()
    });
    for y in 0..240 {
        for x in 0..150 {
            assert_eq!(cutout.alpha.pixel(x, y), [0]);
        }
    }
    assert_eq!(cutout.alpha.pixel(207, 120), [255]);
}

#[test]
fn the_same_photo_gives_the_same_bytes() {
    let (first, second) = (
        cut_ring(&Guidance::default()),
        cut_ring(&Guidance::default()),
    );
    assert!(first.alpha == second.alpha && first.shadow == second.shadow);
    assert_eq!(first.confidence.to_bits(), second.confidence.to_bits());
}

#[test]
fn odd_photos_are_no_panic() {
    let empty = cut(
        &Rgb::filled(64, 48, 128),
        &Guidance::default(),
        None,
        &CutOptions::default(),
    )
    .unwrap();
    assert!(empty.confidence < CONFIDENT);
    assert!(matches!(
        cut(
            &Rgb::filled(15, 900, 0),
            &Guidance::default(),
            None,
            &CutOptions::default()
        ),
        Err(CutError::TooSmall {
            width: 15,
            height: 900
        })
    ));
    let outside = Guidance {
        keep: vec![
            Stroke::dot(-50.0, f32::NAN, f32::INFINITY),
            Stroke {
                points: vec![],
                radius: 3.0,
            },
        ],
        remove: vec![Stroke::dot(1e9, 1e9, 1e9)],
        frame: Some(Rect {
            x: u32::MAX,
            y: 7,
            width: u32::MAX,
            height: 0,
        }),
    };
    for (width, height) in [(16, 16), (16, 700), (1200, 17)] {
        cut(&ring(width, height), &outside, None, &CutOptions::default()).unwrap();
    }
}
