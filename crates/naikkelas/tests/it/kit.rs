//! `naikkelas kit`.

use std::fs;

use serde_json::Value;

use super::program::{
    command, folder, kit_and, names, output, picture, run, sample, shop, tree, without_times,
};

#[test]
fn a_kit_has_every_part_but_those_left_out_and_json_is_one_object() {
    let folder = shop("kit-parts");
    let args = kit_and(&["--only", "photos,posts,copy,listings", "--json"]);
    let made = run(&folder, &args).expect(0).json();
    let kit = folder.join("out/keripik-tempe-daun-jeruk");
    assert_eq!(
        names(&kit),
        [
            "copy",
            "index.html",
            "kit.json",
            "listings",
            "photos",
            "posts"
        ]
    );
    assert_eq!(made["folder"], "out/keripik-tempe-daun-jeruk");
    // What is printed is what lies there.
    let contract: Value = serde_json::from_slice(&fs::read(kit.join("kit.json")).unwrap()).unwrap();
    assert_eq!(made["kit"], contract);
    assert_eq!(contract["version"], 1);
    assert_eq!(contract["facts"]["product"]["price"], 18000);

    // Each output lies where the contract says, with that size; nothing else lies there.
    let files = tree(&kit);
    let outputs = contract["outputs"].as_array().unwrap();
    for output in outputs {
        let path = output["path"].as_str().unwrap();
        assert_eq!(output["bytes"], files[path].len(), "{path}");
        assert!(
            output["engine"]
                .as_str()
                .is_some_and(|engine| !engine.is_empty())
        );
    }
    assert_eq!(
        files.len(),
        outputs.len() + 1,
        "kit.json is the only other file"
    );
    assert_eq!(names(&kit.join("posts")).len(), 8);
    assert!(
        files.contains_key("photos/foto/white.jpg"),
        "a plain ground is cut"
    );
    // Nothing that the facts do not prove is said.
    for claim in contract["claims"].as_array().unwrap() {
        assert!(
            matches!(claim["status"].as_str(), Some("proved" | "neutral")),
            "{claim}"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_but_for_the_times() {
    let folder = shop("kit-seed");
    let make = |out: &str, seed: &str| {
        let args = kit_and(&[
            "--only",
            "photos,posts,copy,listings",
            "--date",
            "2026-12-01",
            "--out",
            out,
            "--seed",
            seed,
        ]);
        run(&folder, &args).expect(0);
        tree(&folder.join(out).join("keripik-tempe-daun-jeruk"))
    };
    let (first, again, other) = (make("a", "7"), make("b", "7"), make("c", "8"));
    assert!(first.keys().eq(again.keys()));
    for (path, bytes) in &first {
        match path.as_str() {
            "kit.json" => assert_eq!(without_times(bytes), without_times(&again[path])),
            _ => assert!(bytes == &again[path], "{path} differs"),
        }
    }
    assert_ne!(first["copy/instagram.txt"], other["copy/instagram.txt"]);
}

#[test]
fn facts_may_be_told_as_flags_and_win_over_the_file() {
    let folder = shop("kit-flags");
    let args = kit_and(&[
        "--only",
        "copy",
        "--json",
        "--price",
        "15rb",
        "--name",
        "Keripik Bayam",
        "--shop",
        "Dapur Sri",
        "--colors",
        "#112233",
    ]);
    let kit = run(&folder, &args).expect(0).json();
    let facts = &kit["kit"]["facts"];
    assert_eq!(facts["product"]["price"], 15000);
    assert_eq!(facts["product"]["name"], "Keripik Bayam");
    assert_eq!(facts["shop"]["name"], "Dapur Sri");
    assert_eq!(facts["shop"]["city"], "Malang");
    let copy = folder.join("out/keripik-bayam/copy/marketplace.txt");
    assert!(fs::read_to_string(copy).unwrap().contains("Rp15.000"));
}

#[test]
fn every_language_has_its_own_words() {
    let folder = shop("kit-lang");
    for (lang, greeting, said) in [
        ("id", "Kak", "Kit siap"),
        ("jv", "Matur nuwun", "Kit sampun siyap"),
        ("en", "order", "The kit is ready"),
    ] {
        let args = kit_and(&["--only", "copy", "--lang", lang, "--out", lang]);
        run(&folder, &args).expect(0).says(&[said]);
        let kit = folder.join(lang).join("keripik-tempe-daun-jeruk");
        let replies = fs::read_to_string(kit.join("copy/replies.txt")).unwrap();
        let captions = fs::read_to_string(kit.join("copy/instagram.txt")).unwrap();
        let all = format!("{replies}{captions}").to_lowercase();
        assert!(all.contains(&greeting.to_lowercase()), "{lang}: {all}");
        let page = fs::read_to_string(kit.join("index.html")).unwrap();
        assert!(page.contains(&format!("lang=\"{lang}\"")));
    }
}

#[test]
fn json_names_channels_as_the_command_line_does() {
    let folder = shop("kit-channels");
    run(&folder, &kit_and(&["--only", "copy"])).expect(0);
    let copy = folder.join("out/keripik-tempe-daun-jeruk/copy/copy.json");
    let copy: Value = serde_json::from_slice(&fs::read(copy).unwrap()).unwrap();
    let channels: Vec<&str> = copy["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| piece["channel"].as_str().unwrap())
        .collect();
    assert!(channels.contains(&"whatsapp-broadcast") && channels.contains(&"google-business"));
    for channel in channels {
        run(&folder, &["write", "facts.toml", "--channel", channel]).expect(0);
    }
}

#[test]
fn without_facts_there_is_a_kit_and_a_hint() {
    let folder = shop("kit-no-facts");
    let made = run(&folder, &["kit", "foto.png", "--only", "photos,copy"]).expect(0);
    made.says(&["Belum ada fakta", "facts init", "Produk"]);
    assert!(folder.join("out/produk/photos/foto/tidied.jpg").is_file());
    // A name alone is a fact.
    let named = run(
        &folder,
        &["kit", "foto.png", "--only", "copy", "--name", "Guci"],
    )
    .expect(0);
    assert!(
        !named.stderr.contains("Belum ada fakta"),
        "{}",
        named.stderr
    );
}

#[test]
fn one_photo_that_fails_does_not_stop_the_others() {
    let folder = shop("kit-one-fails");
    fs::write(folder.join("rusak.jpg"), b"bukan foto").unwrap();
    let args = [
        "kit",
        "rusak.jpg",
        "foto.png",
        "tidak-ada.jpg",
        "--only",
        "photos",
        "--name",
        "Guci",
        "--json",
    ];
    let made = run(&folder, &args)
        .expect(1)
        .says(&["rusak.jpg", "bukan foto", "tidak-ada.jpg"]);
    let kit = made.json()["kit"].clone();
    assert_eq!(kit["inputs"].as_array().unwrap().len(), 3);
    assert!(folder.join("out/guci/photos/foto/tidied.jpg").is_file());

    let none = run(&folder, &["kit", "rusak.jpg", "--name", "Lain", "--json"]).expect(1);
    let none = none
        .says(&["rusak.jpg", "Tidak ada foto yang bisa dipakai"])
        .json();
    assert_eq!(none["error"]["key"], "no-photo-left");
    assert_eq!(none["findings"].as_array().unwrap().len(), 1);
    assert!(!folder.join("out/lain").exists());
}

#[test]
fn a_photo_given_twice_is_used_once() {
    let folder = shop("kit-twice");
    fs::copy(folder.join("foto.png"), folder.join("salinan.png")).unwrap();
    fs::write(folder.join("lain.png"), picture(420, 360)).unwrap();
    let args = [
        "kit",
        "foto.png",
        "./foto.png",
        "salinan.png",
        "lain.png",
        "--only",
        "photos",
        "--name",
        "Guci",
        "--json",
    ];
    let kit = run(&folder, &args).expect(0).says(&["dua kali"]).json();
    let inputs: Vec<&str> = kit["kit"]["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|input| input["file"].as_str().unwrap())
        .collect();
    assert_eq!(inputs, ["foto.png", "lain.png"]);
}

#[test]
fn spaces_letters_of_other_scripts_and_two_photos_of_one_name_are_fine() {
    let folder = folder("kit-paths ꦏꦼ é");
    fs::create_dir_all(folder.join("foto baru/a")).unwrap();
    fs::write(folder.join("foto baru/Keripik ꦏꦼ 1.PNG"), picture(360, 400)).unwrap();
    fs::write(
        folder.join("foto baru/a/Keripik ꦏꦼ 1.png"),
        picture(400, 360),
    )
    .unwrap();
    let args = [
        "kit",
        "foto baru/Keripik ꦏꦼ 1.PNG",
        "foto baru/a/Keripik ꦏꦼ 1.png",
        "--only",
        "photos,copy",
        "--name",
        "Keripik ꦏꦼꦫꦶꦥꦶꦏ꧀ 🌶️",
        "--out",
        "hasil é/kit",
    ];
    run(&folder, &args).expect(0);
    let kit = folder.join("hasil é/kit/keripik");
    assert_eq!(names(&kit.join("photos")).len(), 2);
    let args = [
        "kit",
        "foto baru/Keripik ꦏꦼ 1.PNG",
        "--only",
        "copy",
        "--name",
        "ꦏꦼꦫꦶꦥꦶꦏ꧀",
        "--out",
        "o",
    ];
    run(&folder, &args).expect(0);
    assert!(names(&folder.join("o"))[0].starts_with("produk-"));
}

#[test]
fn a_new_kit_takes_the_place_of_the_old_one_and_keeps_what_its_owner_added() {
    let folder = shop("kit-again");
    let base = kit_and(&["--only"]);
    run(&folder, &[&base[..], &["photos,copy"]].concat()).expect(0);
    let kit = folder.join("out/keripik-tempe-daun-jeruk");
    fs::write(kit.join("photos/catatan.txt"), "punyaku").unwrap();
    run(&folder, &[&base[..], &["copy"]].concat()).expect(0);
    assert_eq!(
        fs::read_to_string(kit.join("photos/catatan.txt")).unwrap(),
        "punyaku"
    );
    assert!(!kit.join("photos/foto").exists());
    assert_eq!(names(&folder.join("out")), ["keripik-tempe-daun-jeruk"]);
}

#[test]
fn nothing_is_written_outside_the_folder_of_results() {
    let folder = shop("kit-inside");
    fs::create_dir(folder.join("tmp")).unwrap();
    let mut kit = command(&folder, &kit_and(&["--only", "photos,posts,copy"]));
    kit.env("TMPDIR", folder.join("tmp"))
        .env("HOME", folder.join("tmp"));
    output(kit).expect(0);
    assert_eq!(names(&folder), ["facts.toml", "foto.png", "out", "tmp"]);
    assert!(names(&folder.join("tmp")).is_empty());
}

#[test]
fn a_samples_logo_is_found_beside_its_facts() {
    let folder = folder("kit-logo");
    let kopi = sample("kopi-bubuk");
    let facts = kopi.join("facts.toml");
    fs::write(folder.join("foto.png"), picture(360, 420)).unwrap();
    let args = [
        "kit",
        "foto.png",
        "--facts",
        facts.to_str().unwrap(),
        "--only",
        "posts",
    ];
    let made = run(&folder, &args).expect(0);
    assert!(!made.stderr.contains("ogo"), "{}", made.stderr);
    // Alone, without its logo, it is told of.
    fs::copy(&facts, folder.join("facts.toml")).unwrap();
    let args = kit_and(&["--only", "posts"]);
    run(&folder, &args).expect(1).says(&["Logo logo.png"]);
    // One that is typed is looked for where it is typed, whatever the facts' folder has.
    fs::create_dir(folder.join("fakta")).unwrap();
    fs::rename(folder.join("facts.toml"), folder.join("fakta/facts.toml")).unwrap();
    fs::write(folder.join("punyaku.png"), picture(300, 300)).unwrap();
    let args = [
        "kit",
        "foto.png",
        "--facts",
        "fakta/facts.toml",
        "--logo",
        "punyaku.png",
        "--only",
        "posts",
    ];
    let made = run(&folder, &args).expect(0);
    assert!(!made.stderr.contains("ogo"), "{}", made.stderr);
}
