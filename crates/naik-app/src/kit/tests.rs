//! Whole kits of one small photo: what is chosen is made, what is not chosen stays to the byte.

use std::collections::BTreeMap;
use std::path::Path;

use naik_core::color::Color;
use naik_core::kit::{Kit, OutputKind};
use naik_core::lang::Lang;
use naik_core::message::Explain;
use naik_core::seed::Seed;
use naik_photo::cutout::Stroke;

use super::*;
use crate::progress::Step;
use crate::studio::sample::{self, Nobody, Notes};

const STILLS: [Step; 4] = [Step::Photos, Step::Copy, Step::Posts, Step::Listings];

/// The files of a kit without those that name times.
fn lasting(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = sample::tree(folder);
    files.remove(KIT_FILE);
    files
}

fn varieties(kit: &Kit, kind: OutputKind) -> Vec<String> {
    let outputs = kit.outputs.iter().filter(|output| output.kind == kind);
    outputs.map(|output| output.variety.clone()).collect()
}

fn again(remake: Remake) -> Made {
    let words = Words::new(Lang::Id);
    remake_parts(remake, &words, &Nobody, &Cancel::new()).unwrap()
}

#[test]
fn what_is_chosen_is_made_and_nothing_else_changes() {
    let place = sample::place("choices");
    let mut request = sample::request(&place, &[Step::Photos, Step::Copy, Step::Posts]);
    let notes = Notes::default();
    let plain = sample::make(&request, &notes);
    let mut told = notes.0.into_inner().unwrap();
    let mut made: Vec<String> = plain.kit.outputs.iter().map(|o| o.path.clone()).collect();
    told.sort();
    made.sort();
    assert_eq!(told, made, "each file is told once, when it stands there");

    request.folder = Some("v2".to_owned());
    request.choices = Choices {
        scene: Some(Scene::Slate),
        family: Some(Family::Kain),
        color: Some(Color([20, 40, 160])),
        ..Choices::default()
    };
    let chosen = sample::make(&request, &Nobody);
    let before = varieties(&plain.kit, OutputKind::Scene);
    assert_eq!(
        varieties(&chosen.kit, OutputKind::Scene),
        ["slate", &before[0]]
    );
    for post in chosen
        .kit
        .outputs
        .iter()
        .filter(|o| o.kind == OutputKind::Post)
    {
        let is_tag = post.variety == "price-card";
        assert_eq!(post.engine == "poster/kain", !is_tag, "{}", post.path);
    }
    let (before, after) = (lasting(&plain.folder), lasting(&chosen.folder));
    for (path, bytes) in &before {
        let stays =
            path.starts_with("copy/") || path.ends_with("white.jpg") || path.ends_with(".png");
        if stays {
            assert_eq!(*bytes, after[path], "{path}");
        }
        if path.starts_with("posts/") {
            assert_ne!(*bytes, after[path], "{path}");
        }
    }
}

#[test]
fn strokes_mend_the_cut_and_the_rest_is_taken_over() {
    let place = sample::place("strokes");
    let request = sample::request(&place, &STILLS);
    let old = sample::make(&request, &Nobody);
    let before = sample::tree(&old.folder);
    let photo = &old.kit.inputs[0];
    let strokes = Guidance {
        remove: vec![Stroke::dot(280.0, 290.0, 60.0)],
        ..Guidance::default()
    };
    let choices = Choices {
        strokes: [(photo.sha256.clone(), strokes)].into(),
        ..Choices::default()
    };
    let remake = |out: &str, choices: &Choices| Remake {
        photos: request.photos.clone(),
        choices: choices.clone(),
        ..Remake::new(&old.folder, &place.join(out), &[Step::Photos])
    };
    let mended = again(remake("v2", &choices));
    assert_eq!(sample::tree(&old.folder), before, "the old version stands");
    assert!(mended.kit.inputs[0].cut, "what a person mended is used");
    let after = sample::tree(&mended.folder);
    let is_made =
        |path: &str| path.starts_with("photos/foto/") || path == KIT_FILE || path == "index.html";
    for (path, bytes) in &before {
        let changed = *bytes != after[path];
        assert!(!changed || is_made(path), "{path} changed");
        let shows_it = path == "photos/foto/cutout.png" || path == "photos/foto/white.jpg";
        assert!(changed || !shows_it, "{path} is the same");
    }
    assert_eq!(before.len(), after.len());

    // Without strokes the same parts come out as they were.
    let same = again(remake("v3", &Choices::default()));
    assert_eq!(lasting(&same.folder), lasting(&old.folder));
    assert_eq!(same.kit.claims, old.kit.claims);
    let paths = |kit: &Kit| -> Vec<String> { kit.outputs.iter().map(|o| o.path.clone()).collect() };
    assert_eq!(paths(&same.kit), paths(&old.kit));

    let refused = Remake::new(&old.folder, &place.join("v4"), &[Step::Photos]);
    let words = Words::new(Lang::Id);
    let error = remake_parts(refused, &words, &Nobody, &Cancel::new())
        .err()
        .unwrap();
    assert_eq!(error.explain().key, "remake-needs-photos");
    assert!(!place.join("v4").exists());
}

#[test]
fn other_words_go_into_sheets_and_page_and_stay_there() {
    let place = sample::place("words");
    let old = sample::make(&sample::request(&place, &STILLS), &Nobody);
    let second = again(Remake {
        seed: Some(Seed(99)),
        ..Remake::new(&old.folder, &place.join("v2"), &[Step::Copy])
    });
    let (before, after) = (lasting(&old.folder), lasting(&second.folder));
    let text = |files: &BTreeMap<String, Vec<u8>>, path: &str| {
        String::from_utf8_lossy(&files[path]).into_owned()
    };
    let market = "copy/marketplace.txt";
    assert_ne!(text(&before, market), text(&after, market));
    let title = text(&after, market).lines().next().unwrap().to_owned();
    assert!(text(&after, "listings/google.tsv").contains(&title));
    for (path, bytes) in before.iter().filter(|(path, _)| path.ends_with(".jpg")) {
        assert_eq!(*bytes, after[path], "{path}");
    }
    // A later change of another part keeps these words, not those of the seed.
    let third = again(Remake {
        seed: Some(Seed(5)),
        ..Remake::new(&second.folder, &place.join("v3"), &[Step::Posts])
    });
    let last = lasting(&third.folder);
    for path in before
        .keys()
        .filter(|path| path.starts_with("copy/") || path.starts_with("listings/"))
    {
        assert_eq!(after[path], last[path], "{path}");
    }
    assert_ne!(after["posts/feed.jpg"], last["posts/feed.jpg"]);
    assert_eq!(third.kit.claims, second.kit.claims);
}

#[test]
fn mended_facts_reach_sheets_and_claims() {
    let place = sample::place("facts");
    let old = sample::make(
        &sample::request(&place, &[Step::Photos, Step::Copy, Step::Listings]),
        &Nobody,
    );
    let mut facts = old.kit.facts.clone();
    facts.product.net_weight = None;
    facts.product.stock = Some(3);
    let made = again(Remake {
        facts: Some(facts.clone()),
        ..Remake::new(&old.folder, &place.join("v2"), &[])
    });
    assert_eq!(made.kit.facts, facts);
    let unproved = |kit: &Kit| {
        let open = kit.claims.iter();
        open.filter(|claim| claim.status == naik_core::kit::Status::Unproved)
            .count()
    };
    assert_eq!(unproved(&old.kit), 0);
    assert!(
        unproved(&made.kit) > 0,
        "200 g is proved by nothing any more"
    );
    let failed = |kit: &Kit, rule: &str| {
        let checks = kit.outputs.iter().flat_map(|output| &output.checks);
        checks.filter(|c| c.rule == rule && !c.passed).count()
    };
    assert_eq!(
        (failed(&old.kit, "weight"), failed(&made.kit, "weight")),
        (0, 3)
    );
}

#[test]
fn listings_are_cut_from_what_stands() {
    let place = sample::place("recut");
    let old = sample::make(&sample::request(&place, &STILLS), &Nobody);
    let made = again(Remake::new(
        &old.folder,
        &place.join("v2"),
        &[Step::Listings],
    ));
    let paths = |kit: &Kit| -> Vec<String> { kit.outputs.iter().map(|o| o.path.clone()).collect() };
    assert_eq!(paths(&made.kit), paths(&old.kit));
    let checks = |kit: &Kit| -> Vec<(String, bool)> {
        let all = kit.outputs.iter().flat_map(|output| &output.checks);
        all.map(|check| (check.rule.clone(), check.passed))
            .collect()
    };
    assert_eq!(checks(&made.kit), checks(&old.kit));
    assert!(made.listed.is_some());
}
