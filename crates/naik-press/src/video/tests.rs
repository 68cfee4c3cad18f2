//! The video as a whole, on the smallest input that shows each property.

use ebur128::{EbuR128, Mode};

use super::*;
use crate::OwnedPicture;
use crate::picture::Picture;

fn product() -> Product {
    let (w, h) = (60_u32, 80_u32);
    let rgba: Vec<u8> = (0..w * h)
        .flat_map(|i| {
            let (x, y) = (i % w, i / w);
            let inside = (10..50).contains(&x) && (5..75).contains(&y);
            if inside { [180, 60, 30, 255] } else { [0; 4] }
        })
        .collect();
    Product::cutout(Picture {
        width: w,
        height: h,
        rgba: &rgba,
    })
    .unwrap()
}

fn scene(w: u32, h: u32) -> OwnedPicture {
    let rgba = (0..w * h)
        .flat_map(|i| {
            let (x, y) = (i % w, i / w);
            let inside = x > w / 3 && x < w * 2 / 3 && y > h / 3 && y < h * 3 / 4;
            // Shaded both ways: a move across it is seen whichever way it goes.
            let ground = [200, 150 + (x * 60 / w) as u8, (y * 100 / h) as u8, 255];
            if inside { [40, 90, 160, 255] } else { ground }
        })
        .collect();
    OwnedPicture {
        width: w,
        height: h,
        rgba,
    }
}

/// Something like speech: syllables of a buzz.
fn voice(seconds: f32) -> Sound {
    let rate = 22_050;
    let samples = (0..(seconds * rate as f32) as u32).map(|i| {
        let t = i as f32 / rate as f32;
        let syllable = (t * 4.0 * std::f32::consts::TAU).sin().max(0.0);
        let buzz = (t * 180.0).fract() - 0.5;
        0.4 * syllable * buzz
    });
    Sound {
        rate,
        samples: samples.collect(),
    }
}

fn line(caption: &str, seconds: Option<f32>) -> Line {
    Line {
        caption: caption.to_owned(),
        sound: seconds.map(voice),
    }
}

fn with<T>(
    lines: Vec<Line>,
    pictures: Vec<OwnedPicture>,
    test: impl FnOnce(&Timeline<'_>) -> T,
) -> T {
    let product = product();
    let brand = Brand {
        shop: Some("Tanah Dinoyo".into()),
        whatsapp: Some("0812-3456-7890".into()),
        ..Brand::default()
    };
    let price = Price {
        now: "Rp45.000".into(),
        ..Price::default()
    };
    let board = Storyboard {
        name: "Cangkir Keramik",
        headline: None,
        price: Some(&price),
        call: "Chat WhatsApp",
        brand: &brand,
        category: Category::Pottery,
        lines,
        shots: Shots {
            product: &product,
            pictures: pictures
                .into_iter()
                .map(|picture| Shown {
                    picture: picture.into(),
                    subject: None,
                })
                .collect(),
        },
        seed: Seed(7),
    };
    test(&plan(&board))
}

/// Six sentences, as a script has.
fn script(voiced: bool) -> Vec<Line> {
    [
        ("Ngopi pagi lebih enak dari cangkir sendiri.", 2.6),
        (
            "Cangkir ini diputar tangan satu per satu di Dinoyo, Malang.",
            3.4,
        ),
        ("Muat 300 ml.", 1.2),
        ("Glasirnya aman untuk minuman panas.", 2.3),
        ("Harganya Rp45.000 per cangkir.", 2.6),
        ("Chat WhatsApp sekarang, ya.", 1.9),
    ]
    .map(|(words, seconds)| line(words, voiced.then_some(seconds)))
    .into()
}

#[test]
fn it_lasts_12_to_20_seconds_whatever_is_said() {
    let long = "Cangkir ini dibuat dari tanah liat Dinoyo yang diputar dengan tangan, dikeringkan tiga hari, lalu dibakar dua kali supaya kuat dipakai setiap pagi.";
    let cases: Vec<(Vec<Line>, usize)> = vec![
        (vec![], 0),
        (vec![], 1),
        (vec![], 9),
        (vec![line("Halo.", None)], 1),
        (vec![line("Halo.", Some(1.0))], 3),
        (vec![line("Halo.", Some(40.0))], 1),
        (vec![line("", None), line("", Some(0.0))], 2),
        (script(true), 1),
        (script(true), 4),
        (script(false), 9),
        (vec![line(long, None); 6], 2),
        (vec![line(long, Some(9.0)); 6], 2),
        (vec![line(&"x".repeat(3000), None); 2], 1),
    ];
    for (nth, (lines, count)) in cases.into_iter().enumerate() {
        with(lines, vec![scene(30, 30); count], |timeline| {
            let seconds = timeline.seconds();
            assert!((12.0..=20.0).contains(&seconds), "case {nth}: {seconds}");
            for check in checks(timeline) {
                assert!(
                    check.passed || check.rule == "narration-whole",
                    "case {nth}: {check:?}"
                );
            }
            let shots = &timeline.plan.shots;
            assert!(
                shots
                    .windows(2)
                    .all(|s| s[0].to == s[1].from && s[0].to > s[0].from + 12)
            );
            assert!(timeline.plan.cues.windows(2).all(|c| c[0].to <= c[1].from));
            assert!(
                timeline
                    .plan
                    .cues
                    .iter()
                    .all(|c| c.from < c.to && c.to <= timeline.frames())
            );
        });
    }
}

#[test]
fn a_script_of_six_lines_is_whole_and_cut_between_its_sentences() {
    with(script(true), vec![scene(40, 30); 4], |timeline| {
        assert_eq!(timeline.left_out(), &[] as &[usize]);
        let plan = &timeline.plan;
        assert_eq!(plan.spoken.len(), 6);
        for shot in &plan.shots[1..] {
            let speaks = plan
                .spoken
                .iter()
                .find(|s| s.from < shot.from && shot.from < s.to);
            // Only where a long sentence turns its page.
            let turns = plan.cues.iter().any(|c| c.to == shot.from);
            assert!(speaks.is_none() || turns, "{shot:?} {speaks:?}");
        }
    });
}

#[test]
fn subtitles_are_subrip_and_match_the_captions() {
    let text = with(script(true), vec![scene(40, 30)], |timeline| {
        let text = subtitles(timeline);
        assert_eq!(text.matches(" --> ").count(), timeline.plan.cues.len());
        text
    });
    let blocks: Vec<&str> = text.trim_end().split("\n\n").collect();
    for (nth, block) in blocks.iter().enumerate() {
        let mut lines = block.lines();
        assert_eq!(lines.next(), Some((nth + 1).to_string().as_str()));
        let (from, to) = lines.next().unwrap().split_once(" --> ").unwrap();
        assert!(from < to && from.len() == 12 && to.len() == 12, "{block}");
        assert!(lines.next().is_some_and(|l| !l.is_empty()) && lines.next().is_none());
    }
    let words = blocks
        .iter()
        .filter_map(|b| b.lines().nth(2))
        .collect::<Vec<_>>()
        .join(" ");
    let said: Vec<String> = script(true).into_iter().map(|l| l.caption).collect();
    assert_eq!(words, said.join(" "));
}

#[test]
fn sound_is_as_loud_as_apps_expect_and_as_long_as_the_pictures() {
    for lines in [script(true), script(false), vec![]] {
        with(lines, vec![scene(40, 30); 2], |timeline| {
            let mixed = sound(timeline);
            assert_eq!(mixed.rate, 48_000);
            assert_eq!(mixed.samples.len(), timeline.frames() as usize * 1600);
            let mut meter = EbuR128::new(1, 48_000, Mode::I | Mode::TRUE_PEAK).unwrap();
            meter.add_frames_f32(&mixed.samples).unwrap();
            let loudness = meter.loudness_global().unwrap();
            let peak = 20.0 * meter.true_peak(0).unwrap().log10();
            assert!((loudness + 14.0).abs() < 0.3, "{loudness} LUFS");
            assert!(peak <= -1.0, "{peak} dBTP");
            assert_eq!(sound(timeline), mixed);
        });
    }
}

/// Remembers a mark of each frame.
#[derive(Default)]
struct Marks(Vec<u64>);

impl FrameSink for Marks {
    type Error = u32;
    fn frame(&mut self, yuv420p: &[u8]) -> Result<(), u32> {
        assert_eq!(yuv420p.len(), 1080 * 1920 * 3 / 2);
        let mark = yuv420p
            .iter()
            .step_by(37)
            .fold(0xcbf2_9ce4_8422_2325_u64, |mark, byte| {
                (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
            });
        self.0.push(mark);
        Ok(())
    }
}

/// Takes some frames, then no more.
struct Full(u32);

impl FrameSink for Full {
    type Error = u32;
    fn frame(&mut self, _: &[u8]) -> Result<(), u32> {
        self.0 = self.0.checked_sub(1).ok_or(28_u32)?;
        Ok(())
    }
}

#[test]
fn every_frame_comes_once_and_again_the_same() {
    let pictures = || {
        vec![
            scene(3, 2),
            scene(90, 160),
            OwnedPicture {
                width: 5,
                height: 5,
                rgba: vec![],
            },
        ]
    };
    let draw = || {
        with(script(false), pictures(), |timeline| {
            let mut marks = Marks::default();
            let last = std::cell::Cell::new(0);
            render(timeline, &mut marks, &|done, total| {
                assert_eq!(done, last.get() + 1);
                assert_eq!(total, timeline.frames());
                last.set(done);
            })
            .unwrap();
            assert_eq!(last.get(), timeline.frames());
            marks.0
        })
    };
    let first = draw();
    assert_eq!(first, draw());
    // Something moves in every frame.
    assert!(first.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn a_sink_that_fails_ends_it() {
    with(vec![], vec![scene(20, 20)], |timeline| {
        assert_eq!(render(timeline, &mut Full(5), &|_, _| {}), Err(28));
    });
}

#[test]
fn a_shop_without_anything_still_gets_its_video() {
    let product = product();
    let brand = Brand::default();
    let board = Storyboard {
        name: "🔥",
        headline: None,
        price: None,
        call: "",
        brand: &brand,
        category: Category::Other,
        lines: vec![line("🔥🔥", None)],
        shots: Shots {
            product: &product,
            pictures: vec![],
        },
        seed: Seed(0),
    };
    let timeline = plan(&board);
    let cover = cover(&timeline);
    assert_eq!(cover.rgb.len(), 1080 * 1920 * 3);
    assert!(cover.checks.iter().all(|c| c.passed), "{:?}", cover.checks);
    assert_eq!(subtitles(&timeline), "");
    assert_eq!(Timeline::size(), (1080, 1920));
}
