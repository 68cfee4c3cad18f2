//! `naikkelas cutout` and `naikkelas retouch`.

use std::fs;
use std::path::Path;

use naik_photo::decode::{DecodeOptions, Photo, decode};

use super::program::{folder, jpeg, names, picture, run, sample};

fn open(path: &Path) -> Photo {
    decode(&fs::read(path).unwrap(), &DecodeOptions::default()).unwrap()
}

#[test]
fn a_cut_out_is_a_png_with_alpha_and_a_mask_has_the_photos_size() {
    let folder = folder("cutout");
    fs::write(folder.join("a b.png"), picture(360, 420)).unwrap();
    fs::write(folder.join("foto.jpg"), jpeg(420, 360)).unwrap();
    let lines = run(
        &folder,
        &["cutout", "a b.png", "foto.jpg", "-o", "cut", "--json"],
    )
    .expect(0)
    .json_lines();
    assert_eq!(lines.len(), 2);
    for line in &lines {
        let confidence = line["confidence"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&confidence));
        assert_eq!(line["confident"], true, "{line}");
        assert_eq!(line["ground"], "plain");
    }
    assert_eq!(lines[0]["output"], "cut/a b.png");
    let cut = open(&folder.join("cut/a b.png"));
    let alpha = cut.alpha.unwrap();
    assert_eq!((alpha.width(), alpha.height()), (360, 420));
    assert_eq!(alpha.data()[0], 0);
    assert_eq!(alpha.data()[210 * 360 + 180], 255);

    run(&folder, &["cutout", "foto.jpg", "--mask", "-o", "mask"]).expect(0);
    let bytes = fs::read(folder.join("mask/foto.png")).unwrap();
    // Colour type 0 is grey, of 8 bits.
    assert_eq!(&bytes[24..26], [8, 0]);
    let mask = open(&folder.join("mask/foto.png")).pixels;
    assert_eq!((mask.width(), mask.height()), (420, 360));
    assert_eq!(mask.data()[0], 0);
    assert_eq!(mask.data()[3 * (180 * 420 + 210)], 255);
}

#[test]
fn strokes_and_a_box_are_obeyed() {
    let folder = folder("cutout-strokes");
    let photo = sample("gerabah-guci").join("2-set.jpg");
    let photo = photo.to_str().unwrap();
    let (width, height) = {
        let photo = open(Path::new(photo)).pixels;
        (photo.width(), photo.height())
    };
    let at = |x: f64, y: f64| {
        let (x, y) = (f64::from(width) * x, f64::from(height) * y);
        format!("{},{}", x as u32, y as u32)
    };
    let alpha = |name: &str, point: &str| {
        let mask = open(&folder.join(name).join("2-set.png")).pixels;
        let (x, y) = point.split_once(',').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        mask.data()[3 * (y * width as usize + x)]
    };
    // A corner is kept and the middle removed: the opposite of what would be found.
    let (corner, middle) = (at(0.08, 0.08), at(0.5, 0.5));
    let args = [
        "cutout", photo, "--mask", "-o", "told", "--keep", &corner, "--remove", &middle,
    ];
    run(&folder, &args).expect(0);
    assert_eq!(alpha("told", &corner), 255);
    assert_eq!(alpha("told", &middle), 0);

    let frame = format!("{},{},{},{}", width / 4, height / 4, width / 2, height / 2);
    run(
        &folder,
        &["cutout", photo, "--mask", "-o", "framed", "--frame", &frame],
    )
    .expect(0);
    assert_eq!(alpha("framed", &corner), 0);
}

#[test]
fn what_can_not_be_read_as_a_stroke_or_a_box_is_said_before_any_work() {
    let folder = folder("cutout-words");
    fs::write(folder.join("foto.png"), picture(360, 420)).unwrap();
    for (args, hint) in [
        (["--keep", "12;40"], "--keep"),
        (["--remove", ""], "x,y"),
        (["--frame", "1,2,3"], "--frame"),
        (["--frame", "1,2,0,3"], "--frame"),
        (["--model", "foto.png"], "→"),
        (["--model", "none.onnx"], "none.onnx"),
    ] {
        let args = [&["cutout", "foto.png", "-o", "o"][..], &args].concat();
        run(&folder, &args).expect(1).says(&[hint]);
    }
    assert!(!folder.join("o").exists());
}

#[test]
fn a_retouched_photo_is_a_jpeg_and_steps_may_be_left_out() {
    let folder = folder("retouch");
    let photo = sample("keripik-tempe").join("3-dapur.jpg");
    let photo = photo.to_str().unwrap();
    let all = run(&folder, &["retouch", photo, "-o", "rapi", "--json"])
        .expect(0)
        .json();
    assert_eq!(all["output"], "rapi/3-dapur.jpg");
    assert_eq!(all["plan"]["white_balance"]["on"], true);
    let steps = "white-balance,exposure,denoise,sharpen,straighten";
    let none = run(
        &folder,
        &["retouch", photo, "-o", "asli", "--without", steps, "--json"],
    )
    .expect(0)
    .json();
    assert_eq!(none["plan"]["white_balance"]["on"], false);
    let (mended, same, original) = (
        open(&folder.join("rapi/3-dapur.jpg")).pixels,
        open(&folder.join("asli/3-dapur.jpg")).pixels,
        open(Path::new(photo)).pixels,
    );
    let differs = |a: &[u8], b: &[u8]| {
        let sum: u64 = a
            .iter()
            .zip(b)
            .map(|(a, b)| u64::from(a.abs_diff(*b)))
            .sum();
        sum as f64 / a.len() as f64
    };
    assert_eq!(same.data().len(), original.data().len());
    assert!(differs(same.data(), original.data()) < 2.0);
    // What was straightened has another size.
    let size = (original.width(), original.height());
    let other_size = (mended.width(), mended.height()) != size;
    assert!(other_size || differs(mended.data(), original.data()) > 4.0);
    run(
        &folder,
        &["retouch", photo, "-o", "x", "--without", "warna"],
    )
    .expect(1)
    .says(&["warna", "white-balance"]);
}

#[test]
fn an_original_is_never_overwritten_and_two_photos_never_share_a_name() {
    let folder = folder("photos-names");
    let bytes = jpeg(360, 420);
    fs::create_dir(folder.join("b")).unwrap();
    fs::write(folder.join("foto.jpg"), &bytes).unwrap();
    fs::write(folder.join("b/foto.jpg"), jpeg(420, 360)).unwrap();
    run(&folder, &["retouch", "foto.jpg", "-o", "."])
        .expect(1)
        .says(&["foto.jpg", "--out"]);
    assert_eq!(fs::read(folder.join("foto.jpg")).unwrap(), bytes);

    let args = [
        "retouch",
        "foto.jpg",
        "foto.jpg",
        "b/foto.jpg",
        "-o",
        "rapi",
        "--json",
    ];
    let run = run(&folder, &args)
        .expect(1)
        .says(&["b/foto.jpg", "foto.jpg"]);
    let lines = run.json_lines();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["width"], 360);
    assert_eq!(names(&folder.join("rapi")), ["foto.jpg"]);
}
