//! `naikkelas check` and files: none is lost, and what is no message is not judged as one.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde_json::{Value, json};

use super::filter::with_input;
use super::program::{command, folder, names, output, run};

fn messages(count: usize) -> String {
    (0..count)
        .map(|id| format!("{}\n", json!({"id": id, "text": "Terima kasih kak"})))
        .collect()
}

fn judged(path: &Path) -> usize {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|row| row["label"] == "fine")
        .count()
}

#[test]
fn results_replace_neither_what_is_read_nor_anything_when_they_fail() {
    let folder = folder("check-same");
    let same = folder.join("same.jsonl");
    fs::write(&same, messages(5000)).unwrap();
    let refuse = |input: &str, output: &str| {
        run(&folder, &["check", "--jsonl", input, "-o", output])
            .expect(1)
            .says(&[output, "-o", "→"]);
        assert_eq!(fs::read_to_string(&same).unwrap(), messages(5000));
    };
    refuse("same.jsonl", "same.jsonl");
    refuse("same.jsonl", "./same.jsonl");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("same.jsonl", folder.join("tautan.jsonl")).unwrap();
        refuse("same.jsonl", "tautan.jsonl");
        refuse("tautan.jsonl", "same.jsonl");
        fs::remove_file(folder.join("tautan.jsonl")).unwrap();
    }
    if Path::new("/proc/self/fd").exists() {
        let mut piped = command(&folder, &["check", "--jsonl", "-", "-o", "same.jsonl"]);
        piped.stdin(fs::File::open(&same).unwrap());
        output(piped).expect(1).says(&["same.jsonl"]);
        assert_eq!(fs::read_to_string(&same).unwrap(), messages(5000));
    }
    run(
        &folder,
        &["check", "--jsonl", "same.jsonl", "-o", "hasil.jsonl"],
    )
    .expect(0)
    .says(&["5000"]);
    assert_eq!(judged(&folder.join("hasil.jsonl")), 5000);
    fs::remove_file(folder.join("hasil.jsonl")).unwrap();
    fs::create_dir(folder.join("map")).unwrap();
    fs::write(folder.join("x"), "lama").unwrap();
    for input in ["map", "tiada.jsonl"] {
        run(&folder, &["check", "--jsonl", input, "-o", "x"])
            .expect(1)
            .says(&[input, "→"]);
    }
    assert_eq!(fs::read_to_string(folder.join("x")).unwrap(), "lama");
    run(&folder, &["check", "--jsonl", "x", "-o", "map"])
        .expect(1)
        .says(&["map", "-o"]);
    let under = run(
        &folder,
        &["check", "--jsonl", "same.jsonl", "-o", "x/y.jsonl"],
    )
    .expect(1);
    assert!(!under.stderr.contains("--out"), "{}", under.stderr);
    assert_eq!(
        names(&folder),
        ["map", "same.jsonl", "x"],
        "nothing half done stays"
    );
    if Path::new("/dev/null").exists() {
        run(
            &folder,
            &["check", "--jsonl", "same.jsonl", "-o", "/dev/null"],
        )
        .expect(0);
    }
    run(&folder, &["check", "-o", "x", "halo"])
        .expect(1)
        .says(&["--jsonl", "→"]);
    assert_eq!(fs::read_to_string(folder.join("x")).unwrap(), "lama");
}

#[test]
fn a_reader_that_had_enough_ends_it_quietly() {
    let folder = folder("check-head");
    fs::write(folder.join("in.jsonl"), messages(20_000)).unwrap();
    let mut child = command(&folder, &["check", "--jsonl", "in.jsonl"])
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdout.read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"id\":0,"), "{first}");
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_file_that_is_not_there_is_no_message() {
    let folder = folder("check-no-file");
    fs::create_dir(folder.join("pesan")).unwrap();
    for text in [
        "tiada.md",
        "tiada.PDF",
        "a/tiada.docx",
        "./tiada",
        "../tiada",
        "/tiada/x",
        "pesan",
    ] {
        run(&folder, &["check", text]).expect(1).says(&[text, "→"]);
    }
    run(&folder, &["check", "satu.txt", "dua.txt"])
        .expect(1)
        .says(&["2", "→"]);
    for text in [
        "https://contoh.my.id/surat.pdf",
        "bit.ly/surat.pdf",
        "Undangan.apk",
        "lihat foto.jpg",
        "kak/bu",
    ] {
        run(&folder, &["check", text]).expect(0);
    }
    for (name, bytes) in [
        ("surat.docx", &b"PK\x03\x04\x14\0\x06\0\x08\0"[..]),
        ("surat.pdf", b"%PDF-1.4\n%halo"),
        ("surat", b"\x7fELF\x02\x01\x01\0\0\0\xff"),
    ] {
        fs::write(folder.join(name), bytes).unwrap();
        run(&folder, &["check", name])
            .expect(1)
            .says(&[name, "tempel"]);
    }
    fs::write(folder.join("bm.txt"), b"BM caf\xe9 kami buka lagi").unwrap();
    run(&folder, &["check", "bm.txt"])
        .expect(0)
        .says(&["UTF-8"]);
    let said = "Selamat! Nomor Anda terpilih jadi pemenang undian Rp50 juta. Hub 0812 3456 7890";
    let units = [0xfeff].into_iter().chain(said.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("windows.txt"), bytes).unwrap();
    let read = run(&folder, &["check", "windows.txt"]).expect(0);
    assert_eq!(read.stdout, run(&folder, &["check", said]).expect(0).stdout);
}

#[test]
fn texts_with_a_dash_are_judged_and_help_speaks_the_readers_language() {
    let folder = folder("check-dash");
    let said = "- Selamat! Nomor Anda terpilih jadi pemenang undian Rp50 juta. Hub 0812 3456 7890";
    for args in [&["check", said, "--json"][..], &["check", "--json", said]] {
        assert_eq!(run(&folder, args).expect(0).json()["label"], "scam");
    }
    run(&folder, &["check", "--tiada"])
        .expect(1)
        .says(&["--tiada"]);
    let page = run(&folder, &["check", "--help"]).expect(0).stdout;
    assert!(
        page.contains("Pemakaian") && page.contains("empat per inti"),
        "{page}"
    );
    assert_eq!(run(&folder, &["check", "help"]).expect(0).stdout, page);
    assert_eq!(run(&folder, &["help", "check"]).expect(0).stdout, page);
    let page = run(&folder, &["check", "help", "explain"]).expect(0).stdout;
    assert!(
        page.contains("Pemakaian") && page.contains("explain"),
        "{page}"
    );
}

#[test]
fn ids_are_kept_as_they_were_written() {
    let folder = folder("check-ids");
    let rows =
        "{\"id\":123456789012345678901234567890,\"text\":\"halo\"}\n{\"id\":6,\"text\":null}\n";
    let mut args = vec!["check", "--jsonl", "-", "--threads", "1000000"];
    let out = with_input(&folder, &args, rows.as_bytes()).expect(1).stdout;
    assert!(
        out.starts_with("{\"id\":123456789012345678901234567890,"),
        "{out}"
    );
    assert!(out.contains("\n{\"id\":6,\"line\":2,"), "{out}");
    args.truncate(3);
    // A line that is damaged and can't be read is not said to be judged.
    let told = with_input(&folder, &args, b"{\"id\":1,\"text\":\"a\xff\n").expect(1);
    assert!(told.stderr.contains("tidak terbaca"), "{}", told.stderr);
    assert!(!told.stderr.contains("tetap diperiksa"), "{}", told.stderr);
}
