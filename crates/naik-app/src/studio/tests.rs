//! A kit on its way through the studio: looked through, mended, edited.

use std::fs;

use naik_core::channel::Channel;
use naik_core::facts::Permits;
use naik_core::kit::{Claim, Kit, Status};
use naik_core::lang::Lang;

use super::{Readiness, fix_all, preflight_folder, sample, text};
use crate::kit::standing;
use crate::progress::{Cancel, Step};
use crate::words::Words;

#[test]
fn what_can_be_mended_is_mended_and_the_rest_is_told() {
    let place = sample::place("mend");
    let words = Words::new(Lang::Id);
    let mut request = sample::request(&place, &[Step::Photos, Step::Copy, Step::Listings]);
    request.facts.product.name = "Keripik Tempe Daun Jeruk 200 g".to_owned();
    request.facts.product.net_weight = None;
    request.facts.product.stock = None;
    request.facts.permits.halal = None;
    let old = sample::make(&request, &sample::Nobody).folder;
    let bad = "PROMO\n\nKeripik renyah. Menyembuhkan diabetes.\n• Pesan lewat 0812-0000-0101\n• Simpan di tempat kering";
    let edited = place.join("v2");
    let market = Channel::Marketplace;
    text::replace(&old, market, bad, &edited, &words, &sample::Nobody).unwrap();

    let rules = |list: &[Readiness], fixable: bool| -> Vec<String> {
        let shopee = list.iter().find(|r| r.market == "shopee").unwrap();
        assert_eq!(shopee.ready, shopee.problems.is_empty());
        let problems = shopee.problems.iter();
        let mut rules: Vec<String> = problems
            .filter(|p| p.fixable == fixable)
            .map(|p| p.rule.clone())
            .collect();
        // Each sentence that may not stand is a problem of its own.
        rules.dedup();
        rules
    };
    let english = Words::new(Lang::En);
    let found = preflight_folder(&edited, &english).unwrap();
    assert_eq!(
        rules(&found, true),
        ["claims", "title-promo", "description-contact", "weight"]
    );
    let person = ["stock", "halal"];
    assert_eq!(rules(&found, false), person);
    let stock = found[0]
        .problems
        .iter()
        .find(|p| p.rule == "stock")
        .unwrap();
    assert_eq!(stock.card, Some("harga"));
    for problem in found.iter().flat_map(|r| &r.problems) {
        assert!(
            !problem.reason.is_empty() && !problem.remedy.is_empty(),
            "{problem:?}"
        );
        assert!(!problem.reason.contains("Isi stok"), "English is asked for");
    }

    let out = place.join("v3");
    let before = sample::tree(&edited);
    let fixed = fix_all(&edited, &out, None, &words, &sample::Nobody, &Cancel::new()).unwrap();
    assert_eq!(sample::tree(&edited), before);
    let made = fixed.made.unwrap();
    assert_eq!(
        made.kit.facts.product.net_weight.unwrap().to_string(),
        "200 g"
    );
    assert_eq!(made.kit.facts.product.stock, None, "nothing is invented");
    assert_eq!(
        made.kit.facts.permits,
        Permits {
            halal: None,
            ..sample::facts().permits
        }
    );
    let text = fs::read_to_string(out.join("copy/marketplace.txt")).unwrap();
    for gone in ["PROMO", "diabetes", "0812"] {
        assert!(!text.contains(gone), "{text}");
    }
    assert!(text.contains("Simpan di tempat kering"), "{text}");
    assert_eq!(rules(&fixed.left, true), [""; 0]);
    assert_eq!(rules(&fixed.left, false), person);
    assert!(fixed.mended.len() >= 4, "{:?}", fixed.mended);
    assert!(fixed.mended.iter().all(|done| !done.starts_with("mended-")));

    let again = place.join("v4");
    let fixed = fix_all(&out, &again, None, &words, &sample::Nobody, &Cancel::new()).unwrap();
    assert!(fixed.made.is_none() && fixed.mended.is_empty() && !again.exists());
}

#[test]
fn pictures_get_their_address() {
    let place = sample::place("mend-links");
    let words = Words::new(Lang::Id);
    let old = sample::make(
        &sample::request(&place, &[Step::Photos, Step::Copy, Step::Listings]),
        &sample::Nobody,
    );
    let links = |list: &[Readiness]| -> usize {
        let problems = list.iter().flat_map(|r| &r.problems);
        problems.filter(|p| p.rule == "photo-link").count()
    };
    assert_eq!(links(&preflight_folder(&old.folder, &words).unwrap()), 2);
    let url = Some("https://toko.example/foto");
    let out = place.join("v2");
    let none = Cancel::new();
    let fixed = fix_all(&old.folder, &out, url, &words, &sample::Nobody, &none).unwrap();
    assert_eq!(links(&fixed.left), 0);
    let feed = fs::read_to_string(out.join("listings/google.tsv")).unwrap();
    assert!(feed.contains("https://toko.example/foto/"));
    // Another change keeps the address.
    let next = place.join("v3");
    text::replace(
        &out,
        Channel::Marketplace,
        "Keripik Tempe Daun Jeruk Sanan\n\nRenyah dan gurih setiap hari.",
        &next,
        &words,
        &sample::Nobody,
    )
    .unwrap();
    let feed = fs::read_to_string(next.join("listings/google.tsv")).unwrap();
    assert!(feed.contains("https://toko.example/foto/") && feed.contains("setiap hari"));
}

#[test]
fn an_edited_text_goes_where_it_is_read() {
    let place = sample::place("edit");
    let old = sample::kit(&place);
    let before = sample::tree(&old);
    let words = Words::new(Lang::Id);
    let told = text::current(&old, Channel::Marketplace).unwrap();
    let new = told.replacen('\n', " Asli Sanan\n", 1) + "\n\nPaling enak sedunia <b>.";
    let out = place.join("v2");
    let made = text::replace(
        &old,
        Channel::Marketplace,
        &new,
        &out,
        &words,
        &sample::Nobody,
    )
    .unwrap();
    assert_eq!(sample::tree(&old), before, "the old version stands");
    assert_eq!(made.folder, std::fs::canonicalize(&out).unwrap());
    assert_eq!(text::current(&out, Channel::Marketplace).unwrap(), new);
    let after = sample::tree(&out);
    let read = |path: &str| String::from_utf8_lossy(&after[path]).into_owned();
    for path in [
        "copy/marketplace.txt",
        "copy/copy.json",
        "listings/google.tsv",
    ] {
        assert!(read(path).contains("Asli Sanan"), "{path}");
    }
    assert!(read("index.html").contains("sedunia &lt;b&gt;"));
    let claims = |path: &str| -> Vec<&Claim> {
        made.kit
            .claims
            .iter()
            .filter(|claim| claim.path == path)
            .collect()
    };
    let mine = claims("copy/marketplace.txt");
    assert!(
        mine.iter()
            .any(|c| c.text.contains("sedunia") && c.status != Status::Proved)
    );
    assert!(mine.iter().filter(|c| c.status == Status::Proved).count() > 3);
    // Everything else is the same to the byte, and the contract knows every file.
    let touched = |path: &str| {
        path.starts_with("listings/")
            || [
                "copy/marketplace.txt",
                "copy/copy.json",
                "index.html",
                "kit.json",
            ]
            .contains(&path)
    };
    for (path, bytes) in &before {
        assert!(touched(path) || after[path] == *bytes, "{path}");
    }
    for output in &made.kit.outputs {
        assert_eq!(
            output.bytes,
            after[&output.path].len() as u64,
            "{}",
            output.path
        );
        assert_eq!(output.sha256, crate::output::sha256(&after[&output.path]));
    }
    let paths = |kit: &Kit| -> Vec<String> {
        kit.outputs
            .iter()
            .map(|output| output.path.clone())
            .collect()
    };
    assert_eq!(paths(&made.kit), paths(&standing::read(&old).unwrap()));
}
