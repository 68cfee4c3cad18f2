//! What an owner may not say, or what can't be drawn, in every part of a kit.

use std::fs;

use crate::program::{
    command, folder, kit_and, names, output, picture, run, shop, tree, without_times,
};

#[test]
fn words_that_may_not_stand_are_on_no_poster_and_in_no_sheet() {
    let folder = shop("words-forbidden");
    let args = kit_and(&[
        "--name",
        "Keripik Tempe Terbaik",
        "--variants",
        "Original, Obat Diabetes",
        "--only",
        "posts,copy,listings",
        "--json",
    ]);
    let made = run(&folder, &args).expect(1).says(&["Terbaik"]).json();
    assert_eq!(made["kit"]["facts"]["product"]["name"], "Keripik Tempe");
    let kit = folder.join("out/keripik-tempe");
    for (path, bytes) in tree(&kit) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let is_text = [".txt", ".csv", ".tsv", ".json"]
            .iter()
            .any(|ending| path.ends_with(ending));
        // The contract tells what was left out.
        if is_text && path != "kit.json" {
            assert!(
                !text.contains("terbaik") && !text.contains("obat diabetes"),
                "{path}"
            );
        }
    }
}

#[test]
fn a_name_that_no_font_has_costs_the_posts_alone() {
    let folder = folder("words-undrawable");
    fs::write(folder.join("foto.png"), picture(360, 420)).unwrap();
    let args = [
        "kit",
        "foto.png",
        "--name",
        "薯片",
        "--only",
        "photos,posts,copy",
        "--out",
        "o",
        "--json",
    ];
    let made = run(&folder, &args).expect(1).json();
    let kinds: Vec<&str> = made["kit"]["outputs"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|output| output["kind"].as_str())
        .collect();
    assert!(kinds.contains(&"cutout") && kinds.contains(&"copy"));
    assert!(!kinds.contains(&"post"));
}

#[test]
fn a_page_without_copy_leads_to_no_file_that_is_not_there() {
    let folder = shop("words-links");
    let args = kit_and(&["--only", "photos", "--json"]);
    let made = run(&folder, &args).expect(0).json();
    assert_eq!(made["kit"]["claims"], serde_json::json!([]));
    let kit = folder.join("out").join(&names(&folder.join("out"))[0]);
    let page = fs::read_to_string(kit.join("index.html")).unwrap();
    assert!(!page.contains("href=\"copy/"));
}

#[test]
fn one_core_and_four_make_the_same_bytes() {
    let folder = shop("words-threads");
    let make = |out: &str, threads: &str| {
        let args = kit_and(&[
            "--date",
            "2026-12-01",
            "--out",
            out,
            "--only",
            "photos,posts,video",
        ]);
        let mut kit = command(&folder, &args);
        kit.env("RAYON_NUM_THREADS", threads);
        // 1: without the programs for video and voice a kit is made all the same, and says so.
        let code = output(kit).code;
        assert!(code == 0 || code == 1);
        tree(&folder.join(out).join("keripik-tempe-daun-jeruk"))
    };
    let (one, four) = (make("a", "1"), make("b", "4"));
    assert!(one.keys().eq(four.keys()));
    for (path, bytes) in &one {
        match path.as_str() {
            "kit.json" => assert_eq!(without_times(bytes), without_times(&four[path])),
            _ => assert!(bytes == &four[path], "{path} differs"),
        }
    }
}
