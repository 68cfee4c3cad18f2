//! The video of a kit, with and without the programs that make it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::program::{command, has, kit_and, names, output, run, shop, tree};

fn kit_json(kit: &Path) -> Value {
    serde_json::from_slice(&fs::read(kit.join("kit.json")).unwrap()).unwrap()
}

/// A folder for PATH that holds only these programs.
#[cfg(unix)]
fn only(folder: &Path, tools: &[&str]) -> PathBuf {
    let path = folder.join(format!("bin-{}", tools.len()));
    fs::create_dir_all(&path).unwrap();
    for tool in tools {
        let found = std::env::split_paths(&std::env::var_os("PATH").unwrap())
            .map(|place| place.join(tool))
            .find(|place| place.is_file())
            .unwrap();
        std::os::unix::fs::symlink(found, path.join(tool)).unwrap();
    }
    path
}

/// What the `video` command writes besides the film.
#[cfg(unix)]
const NEW: [&str; 3] = ["kit.json", "index.html", "listings/preflight.txt"];

/// What marketplaces say of the film, by marketplace and rule; the text of all checks says it too.
fn film_checks(kit: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let contract = kit_json(kit);
    let text = fs::read_to_string(kit.join("listings/preflight.txt")).unwrap();
    for output in contract["outputs"].as_array().unwrap() {
        for check in output["checks"].as_array().unwrap() {
            let rule = check["rule"].as_str().unwrap();
            if output["kind"] == "listing" && rule.starts_with("video-") {
                let said = check["text"].as_str().unwrap();
                assert!(text.contains(&format!("{rule}: {said}\n")), "{text}");
                found.push(format!("{} {rule}", output["variety"].as_str().unwrap()));
            }
        }
    }
    assert_eq!(text.matches(" video-").count(), found.len());
    found
}

#[test]
fn marketplaces_look_at_the_film_too() {
    if !has("ffmpeg") {
        return;
    }
    let folder = shop("video-listed");
    let args = kit_and(&["--only", "listings,video"]);
    run(&folder, &args);
    let kit = folder.join("out/keripik-tempe-daun-jeruk");
    assert_eq!(film_checks(&kit), FILM);
    let page = fs::read_to_string(kit.join("index.html")).unwrap();
    assert!(
        page.contains("video.mp4 bersama fotonya"),
        "where to find it is said"
    );
}

/// The limits that marketplaces have for films.
const FILM: [&str; 3] = [
    "shopee video-length",
    "shopee video-bytes",
    "tiktok-tokopedia video-length",
];

#[cfg(unix)]
#[test]
fn without_the_tools_there_is_a_kit_a_word_and_a_remedy() {
    let folder = shop("video-tools");
    let args = kit_and(&["--only", "photos,copy,listings,video"]);
    let mut bare = command(&folder, &args);
    bare.env("PATH", only(&folder, &[]));
    output(bare).expect(1).says(&[
        "ffmpeg dan espeak-ng",
        "sudo apt install ffmpeg espeak-ng",
        "naikkelas video",
    ]);
    let kit = folder.join("out/keripik-tempe-daun-jeruk");
    assert_eq!(
        names(&kit),
        ["copy", "index.html", "kit.json", "listings", "photos"]
    );
    assert_eq!(film_checks(&kit), Vec::<String>::new());
    if !has("ffmpeg") || !has("espeak-ng") {
        return;
    }

    // The voice alone is missing: the film is silent, and says so.
    let mut silent = command(&folder, &["video", "out/keripik-tempe-daun-jeruk"]);
    silent.env("PATH", only(&folder, &["ffmpeg"]));
    output(silent)
        .expect(1)
        .says(&["espeak-ng", "sudo apt install espeak-ng"]);
    let contract = kit_json(&kit);
    let engine = |contract: &Value| {
        let outputs = contract["outputs"].as_array().unwrap();
        let video = outputs
            .iter()
            .find(|output| output["kind"] == "video")
            .unwrap();
        video["engine"].as_str().unwrap().to_owned()
    };
    assert!(engine(&contract).contains("silent"));
    let page = fs::read_to_string(kit.join("index.html")).unwrap();
    assert!(page.contains("tanpa suara narasi"));
    assert_eq!(contract["findings"][0]["key"], "voice-skipped");
    assert_eq!(film_checks(&kit), FILM);

    // With both, the video command mends it; everything else of the kit stays as it is.
    let before = tree(&kit);
    run(&folder, &["video", "out/keripik-tempe-daun-jeruk"]).expect(0);
    let contract = kit_json(&kit);
    assert!(engine(&contract).contains("espeak-ng"));
    assert_eq!(contract["findings"], Value::Array(Vec::new()));
    assert_eq!(film_checks(&kit), FILM);
    assert_eq!(
        names(&kit.join("video")),
        ["cover.jpg", "video.mp4", "video.srt"]
    );
    for (path, bytes) in tree(&kit) {
        let is_new = path.starts_with("video/") || NEW.contains(&path.as_str());
        assert!(is_new || before[&path] == bytes, "{path} changed");
        if path == "index.html" {
            let page = String::from_utf8(bytes).unwrap();
            assert!(page.contains("<video") && page.contains("dengan narasi"));
        }
    }
}

#[test]
fn what_is_no_kit_is_said() {
    let folder = shop("video-no-kit");
    run(&folder, &["video", "."]).expect(1).says(&["kit.json"]);
    run(&folder, &["video", "none", "--json"])
        .expect(1)
        .says(&["none"]);
    run(
        &folder,
        &["kit", "foto.png", "--name", "Guci", "--only", "copy"],
    )
    .expect(0);
    run(&folder, &["video", "out/guci"])
        .expect(1)
        .says(&["foto"]);
    let file = folder.join("out/guci/kit.json");
    let good = fs::read_to_string(&file).unwrap();
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    run(&folder, &["video", "out/guci"])
        .expect(1)
        .says(&["rusak", "naikkelas kit"]);
    // A contract that points out of its folder is not followed.
    fs::write(
        &file,
        good.replace("copy/instagram.txt", "../../facts.toml"),
    )
    .unwrap();
    run(&folder, &["video", "out/guci"])
        .expect(1)
        .says(&["rusak"]);
}
