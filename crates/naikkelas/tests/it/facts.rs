//! `naikkelas facts init` and `naikkelas facts check`.

use std::fs;

use super::program::{folder, names, run, shop};

#[test]
fn a_template_is_written_where_nothing_stands_and_reads_without_complaint() {
    let folder = folder("facts-init");
    for lang in ["id", "jv", "en"] {
        let file = format!("{lang}.toml");
        run(&folder, &["facts", "init", &file, "--lang", lang])
            .expect(0)
            .says(&[&file]);
        let text = fs::read_to_string(folder.join(&file)).unwrap();
        let printed = run(&folder, &["facts", "init", "-", "--lang", lang]).expect(0);
        assert_eq!(printed.stdout.trim_end(), text.trim_end());
        run(&folder, &["facts", "check", &file]).expect(0);
    }
    fs::write(folder.join("facts.toml"), "mine").unwrap();
    run(&folder, &["facts", "init"])
        .expect(1)
        .says(&["facts.toml", "→"]);
    assert_eq!(
        fs::read_to_string(folder.join("facts.toml")).unwrap(),
        "mine"
    );
    run(&folder, &["facts", "init", "id.toml/x.toml"])
        .expect(1)
        .says(&["id.toml"]);
    assert_eq!(
        names(&folder),
        ["en.toml", "facts.toml", "id.toml", "jv.toml"]
    );
}

#[test]
fn what_is_wrong_or_missing_is_said() {
    let folder = shop("facts-check");
    let good = run(&folder, &["facts", "check", "facts.toml", "--json"])
        .expect(0)
        .json();
    assert_eq!(good["findings"].as_array().unwrap().len(), 0);
    assert_eq!(
        good["facts"]["product"]["net_weight"]["thousandths"],
        200_000
    );
    assert!(good["missing"].is_array());

    let bad = "[product]\nname = \"Keripik\"\nprice = 0\nharga_lama = \"20rb\"\n[permits]\npirt = \"12\"\nhalal = \"abc\"\n";
    fs::write(folder.join("bad.toml"), bad).unwrap();
    let run_ = run(&folder, &["facts", "check", "bad.toml", "--json"]).expect(1);
    let keys: Vec<String> = run_.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["key"].as_str().unwrap().to_owned())
        .collect();
    for part in ["zero", "pirt", "halal"] {
        assert!(
            keys.iter().any(|key| key.contains(part)),
            "{part} in {keys:?}"
        );
    }
    let told = run(&folder, &["facts", "check", "bad.toml", "--lang", "en"]).expect(1);
    told.says(&["PIRT", "15 digits", "Not filled in yet"]);
    // As Notepad saves it: UTF-16, or Windows-1252.
    let text = "[product]\nname = \"Café Düren\"\nprice = 15000\n";
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let narrow: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for bytes in [wide, narrow] {
        fs::write(folder.join("notepad.toml"), bytes).unwrap();
        let args = ["facts", "check", "notepad.toml", "--json"];
        let read = run(&folder, &args).expect(0).json();
        assert_eq!(read["facts"]["product"]["name"], "Café Düren");
    }
    run(&folder, &["facts", "check", "none.toml"])
        .expect(1)
        .says(&["none.toml"]);
}
