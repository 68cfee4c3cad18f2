//! `naikkelas write` and `naikkelas check-claims`.

use std::fs;

use serde_json::Value;

use super::program::{command, output, run, shop};

#[test]
fn copy_is_printed_for_people_or_as_one_json_object() {
    let folder = shop("write");
    let all = run(&folder, &["write", "facts.toml"]).expect(0);
    for name in [
        "── Marketplace ──",
        "── Instagram ──",
        "── WhatsApp Status ──",
    ] {
        assert!(all.stdout.contains(name), "{}", all.stdout);
    }
    assert!(all.stderr.is_empty(), "{}", all.stderr);
    let one = run(&folder, &["write", "facts.toml", "--channel", "instagram"]).expect(0);
    assert!(one.stdout.contains("── Instagram ──") && !one.stdout.contains("── Marketplace ──"));
    let args = [
        "write",
        "facts.toml",
        "--json",
        "--channel",
        "tiktok",
        "--channel",
        "facebook",
    ];
    let json = run(&folder, &args).expect(0).json();
    let channels: Vec<&Value> = json["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| &piece["channel"])
        .collect();
    assert_eq!(channels, ["tiktok", "facebook"]);
    let (a, b, c) = (
        run(
            &folder,
            &["write", "facts.toml", "--seed", "3", "--date", "2026-12-01"],
        ),
        run(
            &folder,
            &["write", "facts.toml", "--seed", "3", "--date", "2026-12-01"],
        ),
        run(
            &folder,
            &["write", "facts.toml", "--seed", "4", "--date", "2026-12-01"],
        ),
    );
    assert_eq!(a.stdout, b.stdout);
    assert_ne!(a.stdout, c.stdout);
    run(&folder, &["write", "facts.toml", "--channel", "mirc"])
        .expect(1)
        .says(&["mirc", "whatsapp-status"]);
}

#[test]
fn each_sentence_is_judged_and_the_exit_code_says_whether_it_may_stand() {
    let folder = shop("claims");
    let text = "Keripik Tempe Daun Jeruk isi 200 g. Yuk, pesan sekarang! Obat segala penyakit. Sudah terjual 5.000 bungkus.";
    fs::write(folder.join("caption.txt"), text).unwrap();
    let args = [
        "check-claims",
        "caption.txt",
        "--facts",
        "facts.toml",
        "--json",
    ];
    let report = run(&folder, &args).expect(1).json();
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["sentences"]);
    let sentences = report["sentences"].as_array().unwrap();
    let found: Vec<&str> = sentences
        .iter()
        .map(|sentence| sentence["status"].as_str().unwrap())
        .collect();
    assert_eq!(found, ["proved", "neutral", "forbidden", "unproved"]);
    for sentence in sentences {
        let keys: Vec<&String> = sentence.as_object().unwrap().keys().collect();
        let wanted = [
            "text", "from", "to", "status", "fact", "rule", "source", "safer",
        ];
        assert_eq!(keys, wanted);
        let place =
            sentence["from"].as_u64().unwrap() as usize..sentence["to"].as_u64().unwrap() as usize;
        assert_eq!(text[place], *sentence["text"].as_str().unwrap());
    }
    assert!(sentences[0]["fact"].is_string());
    for word in ["rule", "source"] {
        assert!(sentences[2][word].is_string(), "{}", sentences[2]);
    }

    fs::write(
        folder.join("baik.txt"),
        "Keripik Tempe Daun Jeruk isi 200 g.\nYuk, pesan sekarang!",
    )
    .unwrap();
    let clean = run(
        &folder,
        &["check-claims", "baik.txt", "--facts", "facts.toml"],
    )
    .expect(0);
    assert!(clean.stdout.contains("✓ Keripik Tempe"), "{}", clean.stdout);
    let marked = run(
        &folder,
        &["check-claims", "caption.txt", "--facts", "facts.toml"],
    )
    .expect(1);
    assert!(
        marked.stdout.contains("✗ Obat segala penyakit."),
        "{}",
        marked.stdout
    );
}

#[test]
fn what_can_not_be_judged_is_said() {
    let folder = shop("claims-bad");
    fs::write(folder.join("biner.txt"), [0xff, 0xfe, 0x00]).unwrap();
    fs::write(folder.join("kosong.txt"), "").unwrap();
    fs::write(folder.join("rusak.toml"), "[product\nname = ").unwrap();
    for (text, facts, said) in [
        ("biner.txt", "facts.toml", "biner.txt"),
        ("none.txt", "facts.toml", "none.txt"),
        ("kosong.txt", "none.toml", "none.toml"),
        (".", "facts.toml", "folder"),
        ("kosong.txt", "rusak.toml", "→"),
    ] {
        let run = run(&folder, &["check-claims", text, "--facts", facts, "--json"])
            .expect(1)
            .says(&[said]);
        assert!(run.json()["error"]["hint"].is_string());
    }
    // What is too long is refused, never checked in part.
    fs::write(folder.join("panjang.txt"), vec![b'a'; 10_000_001]).unwrap();
    let args = ["check-claims", "panjang.txt", "--facts", "facts.toml"];
    run(&folder, &args)
        .expect(1)
        .says(&["panjang.txt", "10 MB"]);
    let mut piped = command(&folder, &["check-claims", "-", "--facts", "facts.toml"]);
    piped.stdin(fs::File::open(folder.join("panjang.txt")).unwrap());
    output(piped).expect(1).says(&["10 MB"]);
    let empty = run(
        &folder,
        &[
            "check-claims",
            "kosong.txt",
            "--facts",
            "facts.toml",
            "--json",
        ],
    )
    .expect(0);
    assert_eq!(empty.json()["sentences"], Value::Array(Vec::new()));
}
