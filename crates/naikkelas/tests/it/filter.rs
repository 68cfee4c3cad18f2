//! `naikkelas check`: one message, many, a screenshot, comments, and what nobody should send.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use super::program::{Run, command, folder, has, picture, run};

const PRIZE: &str =
    "Selamat! Nomor Anda terpilih jadi pemenang undian Rp50 juta. Hub 0812 3456 7890";

/// Runs the program with these bytes on standard input.
pub(super) fn with_input(folder: &Path, args: &[&str], bytes: &[u8]) -> Run {
    let mut child = command(folder, args);
    child.stdin(Stdio::piped());
    let mut child = child.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    // A program that refuses early closes its end: that is its right.
    let feeder = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn lines(rows: &[Value]) -> Vec<u8> {
    rows.iter()
        .map(|row| format!("{row}\n"))
        .collect::<String>()
        .into_bytes()
}

#[test]
fn a_message_is_judged_from_the_line_a_file_or_standard_input() {
    let folder = folder("check-ways");
    fs::write(folder.join("pesan.txt"), PRIZE).unwrap();
    let typed = run(&folder, &["check", PRIZE]).expect(0);
    for text in [
        "Penipuan",
        "yakin",
        "scam-prize-contact",
        "0812 3456 7890",
        "→",
    ] {
        assert!(typed.stdout.contains(text), "{text} in {}", typed.stdout);
    }
    assert!(typed.stderr.is_empty(), "{}", typed.stderr);
    assert_eq!(
        run(&folder, &["check", "pesan.txt"]).expect(0).stdout,
        typed.stdout
    );
    for args in [&["check", "-"][..], &["check"]] {
        assert_eq!(
            with_input(&folder, args, PRIZE.as_bytes()).expect(0).stdout,
            typed.stdout
        );
    }
    let english = run(&folder, &["check", PRIZE, "--lang", "en"]).expect(0);
    assert!(english.stdout.contains("Scam") && english.stdout.contains("sure"));
    let unknown = run(&folder, &["check", "Kak, keripiknya masih ada?"]).expect(0);
    assert!(
        unknown.stdout.contains("Belum tahu") && unknown.stdout.contains("bukan berarti benar")
    );
}

#[test]
fn json_has_every_field_and_spans_point_into_the_pasted_text() {
    let folder = folder("check-json");
    let text = "Yuk 🔥 main di 𝐃𝐎𝐑𝐀𝟕𝟕, gampang maxwin, depo 10rb";
    let verdict = run(&folder, &["check", text, "--json"]).expect(0).json();
    assert_eq!(verdict["label"], "judol");
    assert_eq!(verdict["certainty"], "yakin");
    for key in ["score", "scores", "reasons", "links", "match", "advice"] {
        assert!(verdict.get(key).is_some(), "{key}");
    }
    for label in ["fine", "judol", "scam", "hoax", "abuse"] {
        assert!(verdict["scores"][label].is_f64(), "{label}");
    }
    let mut seen = Vec::new();
    for reason in verdict["reasons"].as_array().unwrap() {
        let at = |key: &str, i: usize| usize::try_from(reason[key][i].as_u64().unwrap()).unwrap();
        let bytes = &text[at("span", 0)..at("span", 1)];
        let chars: String = text
            .chars()
            .skip(at("chars", 0))
            .take(at("chars", 1) - at("chars", 0))
            .collect();
        assert_eq!(bytes, chars);
        assert!(!reason["text"].as_str().unwrap().is_empty());
        seen.push(bytes.to_owned());
    }
    assert!(seen.iter().any(|piece| piece == "𝐃𝐎𝐑𝐀𝟕𝟕"), "{seen:?}");
}

#[test]
fn a_stream_keeps_its_order_and_tells_bad_lines() {
    let folder = folder("check-stream");
    let rows: Vec<Value> = (0..9000)
        .map(|i| json!({"id": i, "text": if i % 3 == 0 { PRIZE } else { "Terima kasih kak, barangnya bagus" }}))
        .collect();
    fs::write(folder.join("in.jsonl"), lines(&rows)).unwrap();
    run(
        &folder,
        &[
            "check",
            "--jsonl",
            "in.jsonl",
            "-o",
            "two.jsonl",
            "--threads",
            "2",
        ],
    )
    .expect(0)
    .says(&["9000", "3000"]);
    run(
        &folder,
        &[
            "check",
            "--jsonl",
            "in.jsonl",
            "-o",
            "one.jsonl",
            "--threads",
            "1",
        ],
    )
    .expect(0);
    let two = fs::read_to_string(folder.join("two.jsonl")).unwrap();
    assert_eq!(two, fs::read_to_string(folder.join("one.jsonl")).unwrap());
    for (i, line) in two.lines().enumerate() {
        let row: Value = serde_json::from_str(line).unwrap();
        assert_eq!(row["id"], i);
        assert_eq!(row["label"], if i % 3 == 0 { "scam" } else { "fine" });
    }

    let mut odd = lines(&[
        json!({"id": "a", "text": ""}),
        json!({"text": "tanpa nama"}),
    ]);
    odd.extend(b"bukan json\n\n{\"id\": 4}\n{\"id\": \"s\", \"text\": \"halo \\ud800 kak \\udc00\\ud83d\\ude00\"}\n");
    odd.extend(b"{\"id\": \"rusak\", \"text\": \"halo \xff kak\"}\n");
    let run = with_input(&folder, &["check", "--jsonl", "-"], &odd).expect(1);
    let out = run.json_lines();
    let ids: Vec<Value> = out.iter().map(|row| row["id"].clone()).collect();
    assert_eq!(
        ids,
        [
            json!("a"),
            json!(null),
            json!(null),
            json!(4),
            json!("s"),
            json!("rusak")
        ]
    );
    assert_eq!((&out[2]["line"], &out[3]["line"]), (&json!(3), &json!(5)));
    assert!(out[3]["error"].as_str().unwrap().contains("text"));
    assert_eq!(out[4]["label"], "fine");
    run.says(&["2 baris tidak terbaca", "UTF-8"]);
}

#[test]
fn comments_are_listed_whatever_separates_their_cells() {
    let folder = folder("check-comments");
    let spam = "main di DORA77 gampang maxwin";
    for (name, text) in [
        (
            "youtube.csv",
            format!(
                "Comment ID,Author,Comment Text\n1,@ani,\"Enak, kak\"\n2,@bot,{spam}\n3,@budi,Ongkir berapa?\n"
            ),
        ),
        (
            "instagram.csv",
            format!("username;komentar\nani;Enak, kak\nbot;{spam}\nbudi;Ongkir berapa?\n"),
        ),
        (
            "tiktok.tsv",
            format!("nickname\tText\nani\tEnak, kak\nbot\t{spam}\nbudi\tOngkir berapa?\n"),
        ),
        ("baris.txt", format!("Enak, kak\n{spam}\nOngkir berapa?\n")),
        (
            "pipa.csv",
            format!("author|comment\nani|Enak, kak\nbot|{spam}\nbudi|Ongkir berapa?\n"),
        ),
    ] {
        fs::write(folder.join(name), &text).unwrap();
        let report = run(&folder, &["check", "comments", name, "--json"])
            .expect(0)
            .json();
        assert_eq!(report["comments"], 3, "{name}");
        let hide = report["hide"].as_array().unwrap();
        assert_eq!(hide.len(), 1, "{name}: {report}");
        assert_eq!(hide[0]["text"], spam, "{name}");
        assert_eq!(hide[0]["label"], "judol", "{name}");
        assert!(!hide[0]["reasons"].as_array().unwrap().is_empty());
        let table = run(&folder, &["check", "comments", name])
            .expect(0)
            .says(&["Tidak ada yang dihapus"]);
        assert!(table.stdout.contains("DORA77"), "{}", table.stdout);
        assert_eq!(
            fs::read_to_string(folder.join(name)).unwrap(),
            text,
            "the file is not touched"
        );
    }
    fs::write(folder.join("izin.txt"), "# langganan\n@bot\n").unwrap();
    for flags in [
        &["--allow", "@bot"][..],
        &["--allow", "dora77"],
        &["--allow-file", "izin.txt"],
    ] {
        let args = [&["check", "comments", "youtube.csv", "--json"][..], flags].concat();
        let report = run(&folder, &args).expect(0).json();
        assert_eq!(
            (&report["hide"], &report["allowed"]),
            (&json!([]), &json!(1)),
            "{flags:?}"
        );
    }
}

#[test]
fn a_wrong_verdict_is_kept_with_consent_and_exported() {
    let folder = folder("check-feedback");
    let add = [
        "check",
        "feedback",
        "add",
        "Hub 081234567890 ya",
        "--label",
        "fine",
        "--store",
        "toko/keliru.jsonl",
    ];
    run(&folder, &add)
        .expect(1)
        .says(&["persetujuan", "--consent"]);
    assert!(
        !folder.join("toko").exists(),
        "nothing is kept without consent"
    );
    let agreed = [&add[..], &["--consent"]].concat();
    run(&folder, &agreed).expect(0).says(&["toko/keliru.jsonl"]);
    run(&folder, &agreed).expect(0);
    let out = run(
        &folder,
        &[
            "check",
            "feedback",
            "export",
            "--store",
            "toko/keliru.jsonl",
        ],
    )
    .expect(0)
    .json_lines();
    assert_eq!(out.len(), 2);
    assert_eq!(out[0]["label"], "fine");
    assert_eq!(out[0]["text"], "Hub 0812######## ya");
    run(
        &folder,
        &[
            "check",
            "feedback",
            "add",
            "x",
            "--label",
            "baik",
            "--consent",
        ],
    )
    .expect(1)
    .says(&["baik"]);
    run(
        &folder,
        &["check", "feedback", "export", "--store", "tiada.jsonl"],
    )
    .expect(0)
    .says(&["tiada.jsonl"]);
}

#[test]
fn rules_and_claims_are_explained_and_speed_is_measured() {
    let folder = folder("check-explain");
    let told = run(&folder, &["check", "explain", "scam-prize-contact"]).expect(0);
    assert!(
        told.stdout.contains("prize") && told.stdout.contains('→'),
        "{}",
        told.stdout
    );
    let claim = "Minum air hangat bisa membunuh virus corona di tenggorokan, sebarkan ke semua keluarga agar selamat";
    let matched = run(&folder, &["check", claim, "--json"]).expect(0).json();
    assert_eq!(matched["label"], "hoax");
    let id = matched["match"]["claim"].as_str().unwrap();
    for key in ["similarity", "date", "source"] {
        assert!(!matched["match"][key].is_null(), "{key}");
    }
    let told = run(&folder, &["check", "explain", id, "--json"])
        .expect(0)
        .json();
    assert_eq!(told["what"], "claim");
    let since = told["since"].as_str().unwrap();
    // Its name stands where people see it, and they see since when it goes round.
    let shown = run(&folder, &["check", claim]).expect(0);
    assert!(
        shown.stdout.contains(&format!("[{id}]")),
        "{}",
        shown.stdout
    );
    let plain = run(&folder, &["check", "explain", id]).expect(0);
    assert!(plain.stdout.contains(since), "{}", plain.stdout);
    for name in [
        "scam",
        "judol",
        "abuse",
        "lookalike",
        "shortener",
        "official",
    ] {
        let told = run(&folder, &["check", "explain", name]).expect(0);
        assert!(told.stdout.contains('→'), "{}", told.stdout);
    }
    run(&folder, &["check", "explain", "tidak-ada"])
        .expect(1)
        .says(&["tidak-ada", "→"]);
    let failed = run(&folder, &["check", "explain", "tidak-ada", "--json"])
        .expect(1)
        .json();
    assert!(failed["error"]["hint"].is_string());
    let speed = run(&folder, &["check", "bench", "--seconds", "0.1"])
        .expect(0)
        .json();
    assert!(speed["per_second"].as_f64().unwrap() > 100.0);
}

#[test]
fn fact_checks_from_outside_are_matched() {
    let folder = folder("check-claims-feed");
    let says = "Pemerintah kota Sukamaju membagikan sepuluh ribu bibit durian gratis lewat pesan berantai bulan depan";
    let review = json!({"@type": "ClaimReview", "claimReviewed": says, "datePublished": "2025-03-04",
        "author": {"name": "Cek Fakta Sukamaju"}, "url": "https://contoh.id/durian",
        "reviewRating": {"alternateName": "Salah"}});
    fs::write(folder.join("feed.json"), review.to_string()).unwrap();
    fs::write(
        folder.join("feed.csv"),
        format!("title;date;source;rating\n{says};2025-03-04;Cek Fakta Sukamaju;Salah\n"),
    )
    .unwrap();
    let message = format!("Info penting!! {says}, tolong sebarkan");
    for feed in ["feed.json", "feed.csv"] {
        let verdict = run(&folder, &["check", &message, "--json", "--claims", feed])
            .expect(0)
            .json();
        assert_eq!(verdict["label"], "hoax", "{feed}");
        assert_eq!(verdict["match"]["date"], "2025-03-04");
        assert_eq!(verdict["match"]["source"], "Cek Fakta Sukamaju");
    }
    let verdict = run(&folder, &["check", &message, "--json"])
        .expect(0)
        .json();
    assert_ne!(verdict["label"], "hoax");
}

#[test]
fn odd_input_is_judged_or_refused_with_a_remedy() {
    let folder = folder("check-odd");
    for text in ["", "   \n\t", "\u{feff}"] {
        with_input(&folder, &["check", "-"], text.as_bytes())
            .expect(1)
            .says(&["Belum ada pesan", "→"]);
    }
    run(&folder, &["check"]).expect(1).says(&["→"]);
    let bidi = format!(
        "{}haidah nagneM{}",
        "\u{202e}".repeat(500),
        "\u{2066}".repeat(500)
    );
    for (name, bytes) in [
        ("one emoji", "🔥".as_bytes().to_vec()),
        (
            "a megabyte",
            "selamat pagi kak ".repeat(62_000).into_bytes(),
        ),
        ("a megabyte without a space", vec![b'a'; 1_000_000]),
        (
            "combining marks",
            format!("a{}", "\u{301}".repeat(100_000)).into_bytes(),
        ),
        ("right to left", bidi.into_bytes()),
        ("NUL bytes", b"halo\0\0kak\0".to_vec()),
        (
            "a regex bomb",
            format!("{}!", "a".repeat(60_000)).into_bytes(),
        ),
        (
            "brackets",
            "((((((((((a+)+)+)+)+)+)+)+)+)+".repeat(2000).into_bytes(),
        ),
        ("addresses", "http://a.b.c.".repeat(50_000).into_bytes()),
    ] {
        let started = std::time::Instant::now();
        let run = with_input(&folder, &["check", "-", "--json"], &bytes).expect(0);
        assert_ne!(run.json()["certainty"], "yakin", "{name}");
        assert!(
            started.elapsed().as_secs() < 20,
            "{name}: time grows faster than the text"
        );
    }
    with_input(&folder, &["check", "-"], b"halo \xff\xfe kak")
        .expect(0)
        .says(&["UTF-8"]);
    with_input(&folder, &["check", "-"], &vec![b'a'; 10_000_001])
        .expect(1)
        .says(&["besar", "→"]);
    fs::write(folder.join("bukan.png"), b"halo").unwrap();
    fs::write(folder.join("rusak.png"), &picture(400, 400)[..200]).unwrap();
    for name in ["bukan.png", "rusak.png", "tiada.png"] {
        if name == "rusak.png" && !has("tesseract") {
            continue;
        }
        run(&folder, &["check", "--image", name])
            .expect(1)
            .says(&[name, "→"]);
    }
    fs::write(folder.join("layar.png"), picture(400, 400)).unwrap();
    run(&folder, &["check", "layar.png"])
        .expect(1)
        .says(&["layar.png", "--image"]);
    run(&folder, &["check", "tiada.txt"])
        .expect(1)
        .says(&["tiada.txt", "→"]);
    run(&folder, &["check", "--jsonl", "tiada.jsonl"])
        .expect(1)
        .says(&["tiada.jsonl", "→"]);
    run(&folder, &["check", "comments", "tiada.csv"])
        .expect(1)
        .says(&["tiada.csv", "→"]);
    fs::write(folder.join("model.bin"), b"NKSARING").unwrap();
    run(&folder, &["check", "halo", "--model", "model.bin"])
        .expect(1)
        .says(&["model", "→"]);
}

#[test]
fn a_screenshot_is_read_before_it_is_judged() {
    if !has("tesseract") || !has("ffmpeg") {
        return;
    }
    let folder = folder("check-image");
    let font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
    if !Path::new(font).exists() {
        println!("SKIPPED: {font} is not there");
        return;
    }
    fs::write(
        folder.join("t.txt"),
        "Selamat! Nomor Anda terpilih jadi\npemenang undian Rp50 juta.\nHub 0812 3456 7890",
    )
    .unwrap();
    let filter =
        format!("drawtext=fontfile={font}:textfile=t.txt:fontsize=34:x=30:y=40:line_spacing=14");
    let drawn = draw(&folder, &filter);
    assert!(drawn, "ffmpeg draws the message");
    let told = run(&folder, &["check", "--image", "layar.png"]).expect(0);
    assert!(
        told.stdout.contains("Penipuan"),
        "{}{}",
        told.stdout,
        told.stderr
    );
    let seen = run(&folder, &["check", "--image", "layar.png", "--json"])
        .expect(0)
        .json();
    let (text, places) = (&seen["text"], &seen["reasons"][0]["span"]);
    let at = |i: usize| usize::try_from(places[i].as_u64().unwrap()).unwrap();
    assert!(text.as_str().unwrap().get(at(0)..at(1)).is_some());
    assert_eq!(seen["label"], "scam");
    run(&folder, &["check", "--image", "kosong.png"]).expect(1);
}

/// Draws the text of a filter on white as `layar.png`, and nothing as `kosong.png`.
#[expect(
    clippy::disallowed_methods,
    reason = "a picture with writing has to come from somewhere"
)]
fn draw(folder: &Path, filter: &str) -> bool {
    let make = |filter: &str, name: &str| {
        std::process::Command::new("ffmpeg")
            .args([
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=white:s=760x260",
                "-frames:v",
                "1",
                "-vf",
                filter,
                name,
            ])
            .current_dir(folder)
            .status()
            .is_ok_and(|status| status.success())
    };
    make("null", "kosong.png") && make(filter, "layar.png")
}
