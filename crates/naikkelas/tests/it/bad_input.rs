//! What people really hand over: each has one clear message with its remedy, and loses nothing else.

use std::fs;
use std::path::Path;

use super::program::{folder, jpeg, names, picture, run, shop};

/// A PNG whose header says so many pixels and that holds next to none.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = picture(300, 300);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[test]
fn every_bad_photo_is_named_with_its_remedy_and_the_good_one_is_made() {
    let folder = folder("bad-photos");
    let good = jpeg(600, 700);
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("kosong.jpg", b"");
    write("teks.jpg", b"halo, ini bukan foto");
    write("terpotong.jpg", &good[..good.len() / 2]);
    write("terpotong.png", &picture(400, 400)[..3000]);
    write("kecil.png", &picture(299, 200));
    write("bom.png", &png_of(60_000, 60_000));
    write("besar.png", &png_of(9_000, 6_000));
    write("gerak.gif", b"GIF89a\x01\x00\x01\x00");
    write("iphone.heic", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1");
    write("video.mp4", b"\0\0\0\x18ftypisom\0\0\0\0isommp41");
    fs::create_dir(folder.join("folder.jpg")).unwrap();
    // Sparse: 26 MB on paper alone.
    fs::File::create(folder.join("berat.jpg"))
        .unwrap()
        .set_len(31_000_000)
        .unwrap();
    write("bagus.jpg", &good);
    let cases = [
        ("kosong.jpg", "kosong"),
        ("teks.jpg", "bukan foto"),
        ("terpotong.jpg", "terpotong"),
        ("terpotong.png", "terpotong"),
        ("kecil.png", "299 x 200"),
        ("bom.png", "60000 x 60000"),
        ("besar.png", "9000 x 6000"),
        ("gerak.gif", "GIF"),
        ("iphone.heic", "HEIC"),
        ("video.mp4", "video"),
        ("folder.jpg", "folder"),
        ("berat.jpg", "31 MB"),
        ("tidak-ada.jpg", "tidak ada"),
    ];
    for (name, said) in cases {
        for verb in ["cutout", "retouch"] {
            let run = run(&folder, &[verb, name, "bagus.jpg", "-o", verb])
                .expect(1)
                .says(&[name, said, "→"]);
            assert_eq!(run.stderr.matches('✗').count(), 1, "{}", run.stderr);
        }
    }
    assert_eq!(names(&folder.join("cutout")), ["bagus.png"]);
    let all: Vec<&str> = cases.iter().map(|(name, _)| *name).collect();
    let args = [
        &["kit", "bagus.jpg", "--only", "photos", "--name", "Guci"][..],
        &all,
    ]
    .concat();
    let kit = run(&folder, &args).expect(1);
    assert_eq!(
        kit.stderr.matches('✗').count(),
        cases.len(),
        "{}",
        kit.stderr
    );
    assert!(folder.join("out/guci/photos/bagus/tidied.jpg").is_file());
}

#[test]
fn a_wrong_ending_plays_no_part() {
    let folder = folder("bad-ending");
    fs::write(folder.join("a.jpg"), picture(360, 420)).unwrap();
    fs::write(folder.join("b.png"), jpeg(360, 420)).unwrap();
    fs::write(folder.join("c"), picture(360, 420)).unwrap();
    run(&folder, &["cutout", "a.jpg", "b.png", "c", "-o", "o"]).expect(0);
    assert_eq!(names(&folder.join("o")), ["a.png", "b.png", "c.png"]);
}

#[test]
fn odd_facts_are_understood_or_left_out_with_a_word() {
    let folder = shop("bad-facts");
    let long = "Keripik ".repeat(40);
    for (flags, code, said) in [
        (["--price", "15rb"], 0, ""),
        (["--price", "Rp 15.000,-"], 0, ""),
        (["--price", "0"], 1, "nol"),
        (["--price", "-5"], 1, "minus"),
        (["--price", "mahal"], 1, "15rb"),
        (["--price", "1M"], 1, "miliar"),
        (["--price", "15.5"], 1, "15.5rb"),
        (["--pirt", "123"], 1, "PIRT"),
        (["--halal", "ya"], 1, "halal"),
        (["--name", &long], 0, "300"),
        (["--name", "   "], 0, "Produk"),
        (["--category", "makanan ringan"], 1, "snack"),
    ] {
        let args = [
            &["kit", "foto.png", "--only", "copy", "--out", "o"][..],
            &flags,
        ]
        .concat();
        run(&folder, &args).expect(code).says(&[said]);
    }
}

#[test]
fn a_place_that_can_not_be_written_is_said_before_any_work() {
    let folder = shop("bad-place");
    fs::write(folder.join("berkas"), "mine").unwrap();
    for place in ["berkas", "berkas/dalam"] {
        for args in [
            vec!["kit", "foto.png", "--name", "Guci", "--out", place],
            vec!["cutout", "foto.png", "foto.png", "-o", place],
            vec!["retouch", "foto.png", "-o", place],
        ] {
            let run = run(&folder, &args)
                .expect(1)
                .says(&["berkas bukan folder", "→"]);
            assert_eq!(run.stderr.matches('✗').count(), 1, "{}", run.stderr);
        }
    }
    // A file in the place of the kit's own folder.
    fs::create_dir(folder.join("out")).unwrap();
    fs::write(folder.join("out/guci"), "mine").unwrap();
    run(&folder, &["kit", "foto.png", "--name", "Guci"])
        .expect(1)
        .says(&["out/guci bukan folder"]);
    assert_eq!(fs::read_to_string(folder.join("out/guci")).unwrap(), "mine");
    assert_eq!(names(&folder.join("out")), ["guci"]);

    // A file system into which not even root may write.
    if Path::new("/sys/kernel").is_dir() {
        run(
            &folder,
            &[
                "kit",
                "foto.png",
                "--name",
                "Guci",
                "--out",
                "/sys/naikkelas",
            ],
        )
        .expect(1)
        .says(&["/sys/naikkelas", "tidak boleh ditulis"]);
    } else {
        println!("SKIPPED: there is no /sys");
    }
}

#[test]
fn what_is_typed_wrongly_is_said_in_the_readers_language() {
    let folder = shop("bad-words");
    for (args, said) in [
        (vec!["kit"], "naikkelas kit foto/*.jpg"),
        (vec!["kit", "--facts", "facts.toml"], "Belum ada foto"),
        (vec!["kit", "foto.png", "--onyl", "copy"], "--only"), // typos: ignore
        (
            vec!["kit", "foto.png", "--only", "fotos"],
            "photos, posts, video, copy, listings",
        ),
        (vec!["kit", "foto.png", "--lang", "fr"], "id, jv, en"),
        (vec!["kit", "foto.png", "--date", "besok"], "besok"),
        (vec!["kit", "foto.png", "--seed", "x"], "--seed"),
        (
            vec!["kit", "foto.png", "--catalogue", "x.csv"],
            "--catalogue",
        ),
        (vec!["kut"], "check-claims"),
        (vec!["cutout", "foto.png"], "--out"),
        (vec!["check-claims", "facts.toml"], "--facts"),
        (vec!["kit", "foto.png", "--price"], "--price"),
    ] {
        let run = run(&folder, &args).expect(1).says(&[said, "→"]);
        assert!(run.stdout.is_empty(), "{}", run.stdout);
    }
    run(&folder, &["kit", "--lang", "en"])
        .expect(1)
        .says(&["There is no photo yet"]);
    run(&folder, &["kit", "--oops", "--lang", "en"])
        .expect(1)
        .says(&["There is no option --oops"]);
    run(&folder, &["kit", "--oops", "--lang=jv"])
        .expect(1)
        .says(&["boten dipun tepangi"]);
    run(&folder, &[]).expect(1).says(&["Pemakaian"]);
    assert_eq!(names(&folder), ["facts.toml", "foto.png"]);
}
