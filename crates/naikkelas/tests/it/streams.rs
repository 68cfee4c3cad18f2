//! Standard output is data, standard error is talk.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;

use super::program::{command, kit_and, output, run, shop};

#[test]
fn data_goes_to_standard_output_and_talk_to_standard_error() {
    let folder = shop("streams");
    let kit = kit_and(&["--only", "copy"]);
    let quiet = run(&folder, &kit)
        .expect(0)
        .says(&["out/keripik-tempe-daun-jeruk/index.html"]);
    assert!(quiet.stdout.is_empty(), "{}", quiet.stdout);
    let json = run(&folder, &[&kit[..], &["--json"]].concat()).expect(0);
    assert!(json.json().is_object());
    for args in [["--help"], ["--version"]] {
        let help = run(&folder, &args).expect(0);
        assert!(!help.stdout.is_empty() && help.stderr.is_empty());
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = shop("streams-pipe");
    for args in [
        vec!["write", "facts.toml", "--json"],
        vec!["cutout", "foto.png", "-o", "o", "--json"],
        vec!["facts", "init", "-"],
        vec!["kit", "--help"],
    ] {
        let mut child = command(&folder, &args).spawn().unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?}");
    }
}

#[test]
fn a_full_disk_behind_standard_output_is_a_failure() {
    if !Path::new("/dev/full").exists() {
        println!("SKIPPED: there is no /dev/full");
        return;
    }
    let folder = shop("streams-full");
    for args in [
        vec!["write", "facts.toml", "--json"],
        vec!["cutout", "foto.png", "-o", "o", "--json"],
        vec!["facts", "check", "facts.toml", "--json"],
        vec!["kit", "foto.png", "--only", "copy", "--json"],
        vec!["--help"],
    ] {
        let mut full = command(&folder, &args);
        full.stdout(Stdio::from(File::create("/dev/full").unwrap()));
        output(full).expect(1);
    }
}
