//! Ctrl-C: whatever the moment, the old kit stands and nothing is left lying about.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use super::program::{command, has, kit_and, names, run, shop, tree};

#[expect(
    clippy::disallowed_methods,
    reason = "these tests are about the binary as a process"
)]
fn signal(child: &Child, name: &str) {
    let status = Command::new("kill")
        .args([name, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(status.success());
}

/// Waits until something hidden is being made in `out`, and a little longer.
fn wait_for_work(out: &Path, longer: Duration) {
    let started = Instant::now();
    while !names(out).iter().any(|name| name.starts_with('.')) {
        assert!(
            started.elapsed() < Duration::from_secs(60),
            "no work begins"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
    std::thread::sleep(longer);
}

#[test]
fn ctrl_c_leaves_the_old_kit_and_nothing_else() {
    if !has("kill") {
        return;
    }
    let folder = shop("stop");
    let out = folder.join("out");
    let base = ["kit", "foto.png", "--facts", "facts.toml"];
    run(
        &folder,
        &[&base[..], &["--only", "copy", "--seed", "5"]].concat(),
    )
    .expect(0);
    let old = tree(&out);
    for (name, wait) in [("-INT", 0), ("-INT", 150), ("-TERM", 400), ("-INT", 1200)] {
        let child = command(&folder, &base).spawn().unwrap();
        wait_for_work(&out, Duration::from_millis(wait));
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(130), "after {wait} ms: {said}");
        assert!(said.contains("Dihentikan"), "{said}");
        assert!(
            tree(&out) == old,
            "after {wait} ms the old kit is another one"
        );
    }
}

#[test]
fn a_killed_run_is_swept_up_by_the_next_one() {
    if !has("kill") || !Path::new("/proc/self").exists() {
        return;
    }
    let folder = shop("stop-kill");
    let out = folder.join("out");
    fs::create_dir(&out).unwrap();
    let base = kit_and(&["--only", "photos,copy"]);
    let mut child = command(&folder, &base).spawn().unwrap();
    wait_for_work(&out, Duration::ZERO);
    signal(&child, "-KILL");
    child.wait().unwrap();
    assert!(names(&out)[0].starts_with('.'));
    run(&folder, &base).expect(0);
    assert_eq!(names(&out), ["keripik-tempe-daun-jeruk"]);
}
